"""Meetings that follow each other with the same person, for influencing: how many, where the last ended, promises kept."""

from __future__ import annotations

from typing import Protocol

from rehearse.conversation import Ladder, RehearsalId, Stance
from rehearse.errors import InputProblem
from rehearse.library.records import Rehearsal
from rehearse.stakeholder.setting import Series

_LONGEST = 50  # meetings that are looked back on


class Shelf(Protocol):
    """What is needed of the library: a meeting, and InputProblem for one that is not there."""

    async def load(self, rehearsal: RehearsalId) -> Rehearsal: ...


async def up_to(last: Rehearsal, kept: bool | None, library: Shelf) -> Series:
    """The series that the next meeting after `last` belongs to. `kept` is whether what was promised in `last` was kept.

    Raises what the library raises; a meeting that was deleted ends the way back.
    """
    count, kept_before, at, seen = 1, bool(last.record.kept), last, {last.record.id}
    while at.record.after and at.record.after not in seen and count < _LONGEST:
        try:
            at = await library.load(at.record.after)
        except InputProblem:
            break
        seen.add(at.record.id)
        count += 1
        kept_before = kept_before or bool(at.record.kept)
    stance = _stance(last)
    now: Ladder = stance.ladder if stance else "resists"
    stood = last.record.ladder or now  # not ended yet: where it stands now
    return Series(count, stood, kept, kept_before, stance)


async def of(meeting: Rehearsal, library: Shelf) -> Series | None:
    """The series that a kept meeting belongs to. None for one that stands alone, or whose meeting before was deleted."""
    if meeting.record.after is None:
        return None
    try:
        last = await library.load(meeting.record.after)
    except InputProblem:
        return None
    return await up_to(last, meeting.record.kept, library)


def promises(meeting: Rehearsal) -> tuple[str, ...]:
    """What you promised in a meeting, in your words, in the take that it stands at."""
    stance = _stance(meeting)
    return stance.promises if stance else ()


def _stance(meeting: Rehearsal) -> Stance | None:
    leaf = meeting.record.leaf
    take = meeting.tree.take(leaf) if leaf is not None and leaf in meeting.tree else ()
    return next((t.stance for t in reversed(take) if t.stance), None)
