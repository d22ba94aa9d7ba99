"""`rehearse submit`: chosen takes on their way to a mentor, as a file. What was not chosen stays home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.catalog.source import read_text
from rehearse.cli.handing import Where, me, own_keys, send, shown
from rehearse.cli.parts import opened
from rehearse.errors import InputProblem

if TYPE_CHECKING:
    from rehearse.bundles.records import Answer, Feedback
    from rehearse.library.bundles import Bundles
    from rehearse.pitches import Brief


def submit(
    meetings: tuple[str, ...], assignment: str | None, to: tuple[str, ...], reflection: str, brief: Path | None,
    answers: tuple[tuple[str, str, str], ...], contests: tuple[tuple[str, str, str], ...], sealed: bool, name: str | None, where: Where,
) -> int:  # fmt: skip
    """Write the file of a submission. Each meeting is an id, or `ID/LINE` for the take that ends there. Returns the exit code."""
    from rehearse.bundles import making, reading
    from rehearse.bundles.records import Assignment

    written = _brief(brief) if brief else None
    with opened() as (runner, library, paths):
        who = me(name, paths)
        asked: Assignment | None = None
        if assignment is not None:
            wanted = assignment
            _, data = runner.run(library.ask_bundles(lambda bundles: bundles.one(wanted)))
            found = reading.understood(data, assignment).bundle
            if not isinstance(found, Assignment):
                raise InputProblem(f"{assignment[:60]} is no assignment.", "`rehearse list assignments` shows them.")
            asked = found
        if sealed and not (asked and asked.seal_to):
            raise InputProblem("It cannot be sealed: the assignment names no reader.", "Its author makes it with --seal.")
        takes = []
        for named in meetings:
            id, _, leaf = named.partition("/")
            takes.append((runner.run(library.load(runner.run(library.resolve(id)))), leaf))
        said = runner.run(library.ask_bundles(lambda bundles: _answers(bundles, answers, contests)))
        made = making.submission(takes, who, asked=asked, to=to, brief=written, reflection=reflection, answers=said)
        return send(runner, library, made, own_keys(), where, asked.seal_to if asked and sealed else "")


def _answers(
    bundles: Bundles, answers: tuple[tuple[str, str, str], ...], contests: tuple[tuple[str, str, str], ...]
) -> list[Answer]:
    """What is said to comments and to marks. Raises InputProblem where there is no such feedback, comment or mark."""
    from rehearse.bundles import reading
    from rehearse.bundles.records import Answer, Feedback

    out = []
    for feedback, to, text, contested in [*((*a, False) for a in answers), *((*c, True) for c in contests)]:
        row, data = bundles.one(feedback)
        on = reading.understood(data, feedback).bundle
        if not isinstance(on, Feedback):
            raise InputProblem(f"{feedback[:60]} is no feedback.", "`rehearse list feedback` shows what came.")
        there = _checks(bundles, on) if contested else [c.id for c in on.comments]
        if to not in there:
            what = "check" if contested else "comment"
            known = (
                f"There {'is' if len(there) == 1 else 'are'} {', '.join(shown(t) for t in there[:20])}."
                if there
                else "It has none."
            )
            raise InputProblem(f'The feedback {feedback[:60]} has no {what} "{shown(to)[:60]}".', known)
        out.append(Answer(row.id, to, text, contests=contested))
    return out


def _checks(bundles: Bundles, on: Feedback) -> list[str]:
    """What can be contested: the checks that the mentor marked, then those that the judge did in what was sent."""
    judged = [
        f"{check.get('criterion')}/{check.get('check')}"
        for row in bundles.rows("submission", id=on.submission)
        for take in bundles.data(row.digest).get("takes", ())
        for review in take.get("reviews", ())
        for check in review.get("checks", ())
    ]
    return list(dict.fromkeys([*(f"{m.criterion}/{m.check}" for m in on.marks), *judged]))


def _brief(file: Path) -> Brief:
    """A brief from its JSON, or from its plain form. Raises InputProblem."""
    from rehearse import pitches
    from rehearse.exchange.strictjson import load_json

    text = read_text(file)
    try:
        return pitches.brief(load_json(file.name, text)) if text.lstrip().startswith("{") else pitches.from_plain_form(text)
    except (ValueError, json.JSONDecodeError) as fault:
        raise InputProblem(f"{file.name}: {fault}.") from None
