"""`rehearse feedback`: a mentor's marks and comments on a submission, as a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.handing import Where, me, own_keys, send
from rehearse.cli.parts import catalog, opened
from rehearse.errors import InputProblem

if TYPE_CHECKING:
    from rehearse.bundles.records import Comment, GivenMark, Next, Submission
    from rehearse.rubrics import Rubric

_HOW = "Write it as CRITERION/CHECK=yes, no or na, with a reason behind a colon: evidence/source=no:Nobody named one."


def feedback(
    submission: str, marks: tuple[str, ...], comments: tuple[tuple[str, str], ...], next: Next | None, redo: str, note: str,
    draft: str | None, name: str | None, where: Where,
) -> int:  # fmt: skip
    """Write the file of feedback. Returns the exit code."""
    from rehearse.bundles import making, received
    from rehearse.bundles.records import Comment, Feedback, GivenMark

    more = _draft(draft) if draft is not None else {}
    with opened() as (runner, library, paths):
        who = me(name, paths)
        _, on = runner.run(library.ask_bundles(lambda bundles: received.submission(bundles, submission)))
        rubric = runner.run(library.ask_bundles(lambda bundles: received.rubric_of(bundles, on))) or catalog().rubric("buy-in")
        from rehearse import kept

        try:
            given_marks = [kept.read(GivenMark, m, "marks") for m in more.get("marks", ())]
            given_comments = [kept.read(Comment, c, "comments") for c in more.get("comments", ())]
            stated = kept.read(Feedback, {"id": "", "made": "", "author": {"name": who}, "submission": on.id, **_said(more)})
        except (ValueError, TypeError) as fault:
            raise InputProblem(f"{draft}: {fault}.") from None
        made = making.feedback(
            on, who, marks=[*given_marks, *(_mark(on, m, rubric) for m in marks)],
            comments=[*given_comments, *(_comment(on, n, q, t) for n, (q, t) in enumerate(comments, len(given_comments) + 1))],
            next=next or stated.next or ("redo" if redo else None), next_turn=redo or stated.next_turn, note=note or stated.note,
        )  # fmt: skip
        return send(runner, library, made, own_keys(), where)


def _said(draft: Mapping[str, Any]) -> dict[str, Any]:
    return {k: draft[k] for k in ("next", "next_turn", "note") if draft.get(k) is not None}


def _draft(named: str) -> dict[str, Any]:
    """What somebody prepared as JSON: `marks`, `comments`, `next`, `next_turn`, `note`. `-` is standard input."""
    from rehearse.bundles import strict

    if named == "-":
        raw, name = sys.stdin.buffer.read(strict.MOST_BYTES + 1), "standard input"
    else:
        raw, name = strict.read_data(Path(named)), Path(named).name
    return strict.load(raw, name)[0]


def _mark(on: Submission, text: str, rubric: Rubric) -> GivenMark:
    """`evidence/source=no:Nobody named one.` on the newest review that has the check; where a take was sent without one, on that take,
    by the rubric that it was asked to be judged with."""
    from rehearse.bundles.records import GivenMark

    about, equals, said = text.partition("=")
    criterion, slash, check = about.partition("/")
    verdict, _, why = said.partition(":")
    if not (equals and slash) or verdict.strip() not in ("yes", "no", "na"):
        raise InputProblem(f'"{text[:60]}" is no mark.', _HOW)
    reviews: Sequence[Mapping[str, Any]] = [r for take in on.takes for r in take.get("reviews", ())]
    for review in reversed(reviews):
        if any((c["criterion"], c["check"]) == (criterion, check) for c in review["checks"]):
            return GivenMark(review["id"], criterion, check, verdict.strip(), " ".join(why.split()))  # type: ignore[arg-type]
    bare = [str(take["take"][-1]) for take in on.takes if not take.get("reviews")]
    if bare and any(c.id == criterion and k.id == check for c in rubric.criteria for k in c.checks):
        return GivenMark(bare[-1], criterion, check, verdict.strip(), " ".join(why.split()))  # type: ignore[arg-type]
    raise InputProblem(f"No review that was sent has the check {criterion[:40]}/{check[:40]}.")


def _comment(on: Submission, number: int, quote: str, text: str) -> Comment:
    """A comment on the first line in which these words stand."""
    from rehearse.bundles.records import Comment

    for take in on.takes if quote else ():
        for line in take["turns"]:
            start = line["text"].find(quote)
            if start >= 0:
                return Comment(f"c_{number}", take["rehearsal"], line["id"], start, start + len(quote), quote, text)
    raise InputProblem(f"No line that was sent has the words “{quote[:60]}”.", "Copy them as they stand.")
