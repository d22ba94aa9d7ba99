"""`rehearse submit`: chosen takes on their way to a mentor, as a file. What was not chosen stays home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.catalog.source import read_text
from rehearse.cli.handing import Where, me, own_keys, send
from rehearse.cli.parts import opened
from rehearse.errors import InputProblem

if TYPE_CHECKING:
    from rehearse.pitches import Brief


def submit(
    meetings: tuple[str, ...], assignment: str | None, to: tuple[str, ...], reflection: str, brief: Path | None,
    answers: tuple[tuple[str, str, str], ...], contests: tuple[tuple[str, str, str], ...], sealed: bool, name: str | None, where: Where,
) -> int:  # fmt: skip
    """Write the file of a submission. Each meeting is an id, or `ID/LINE` for the take that ends there. Returns the exit code."""
    from rehearse.bundles import making, reading
    from rehearse.bundles.records import Answer, Assignment

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
        made = making.submission(
            takes, who, asked=asked, to=to, brief=written, reflection=reflection,
            answers=[*(Answer(*said) for said in answers), *(Answer(*said, contests=True) for said in contests)],
        )  # fmt: skip
        return send(runner, library, made, own_keys(), where, asked.seal_to if asked and sealed else "")


def _brief(file: Path) -> Brief:
    """A brief from its JSON, or from its plain form. Raises InputProblem."""
    from rehearse import pitches
    from rehearse.exchange.strictjson import load_json

    text = read_text(file)
    try:
        return pitches.brief(load_json(file.name, text)) if text.lstrip().startswith("{") else pitches.from_plain_form(text)
    except (ValueError, json.JSONDecodeError) as fault:
        raise InputProblem(f"{file.name}: {fault}.") from None
