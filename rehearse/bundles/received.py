"""What was received, as screens need it: a take that was sent as a meeting, and the feedback on a meeting of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rehearse.bundles import parts, reading
from rehearse.bundles.records import Feedback, Submission
from rehearse.catalog.catalog import Catalog
from rehearse.conversation import Tree
from rehearse.errors import InputProblem
from rehearse.exchange.returning import of_ours
from rehearse.library.bundles import Bundles
from rehearse.library.handed import HandedRow
from rehearse.library.records import Rehearsal
from rehearse.rubrics import Rubric


@dataclass(frozen=True, slots=True)
class Received:
    """Feedback with where it comes from, and the comments that were dealt with. `on` is the submission that it answers."""

    row: HandedRow
    feedback: Feedback
    on: HandedRow
    resolved: frozenset[str] = frozenset()


def as_meeting(take: Mapping[str, Any], catalog: Catalog) -> Rehearsal:
    """A take of a submission as a meeting to look at: in no library, and with the ids that it has where it was held.

    Raises InputProblem for what is no meeting.
    """
    data = dict(take)
    whole = data.get("seed_text")
    if isinstance(whole, str) and whole.isascii() and whole.isdigit() and len(whole) < 20:
        data["seed"] = int(whole)
    arrived = of_ours("This take", data, catalog, str(data.get("started") or ""))
    return Rehearsal(arrived.record, Tree(arrived.turns), tuple(dict(r) for r in arrived.reviews))


def feedback_on_meeting(bundles: Bundles, rehearsal: str) -> tuple[Received, ...]:
    """The feedback on every submission that has a take of this meeting, oldest first."""
    sent = [row for row in bundles.rows("submission", rehearsal=rehearsal) if row.own]
    return tuple(found for on in sent for found in feedback_on(bundles, on))


def feedback_on(bundles: Bundles, submission: HandedRow) -> tuple[Received, ...]:
    """The feedback on one submission, oldest first, of every mentor who wrote some. What cannot be read any more is left out."""
    out = []
    for row in bundles.rows("feedback", about=submission.id):
        try:
            bundle = reading.understood(bundles.data(row.digest), row.id).bundle
        except InputProblem:
            continue
        if isinstance(bundle, Feedback):
            out.append(Received(row, bundle, submission, bundles.resolved(row.digest)))
    return tuple(out)


def rubric_of(bundles: Bundles, sent: Submission) -> Rubric | None:
    """How the assignment of a submission says that it is judged; None where it is not here, or says nothing. Raises InputProblem."""
    for row in bundles.rows("assignment", id=sent.assignment) if sent.assignment else ():
        part = bundles.data(row.digest).get("rubric")
        if row.state != "altered" and isinstance(part, dict):
            found = parts.value(part, "rubric", "The assignment")
            return found if isinstance(found, Rubric) else None
    return None


def submission(bundles: Bundles, named: str) -> tuple[HandedRow, Submission]:
    """A submission of the library by its id or the beginning of its digest. Raises InputProblem."""
    row, data = bundles.one(named)
    bundle = reading.understood(data, named).bundle
    if not isinstance(bundle, Submission):
        raise InputProblem(f"{named[:60]} is no submission.", "`rehearse list submissions` shows them.")
    return row, bundle
