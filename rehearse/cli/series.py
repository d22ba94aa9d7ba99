"""Meetings that follow each other with the same person, for influencing: how many, where the last ended, promises kept."""

from __future__ import annotations

import sys

import click

from rehearse.cli.output import plain
from rehearse.cli.parts import Runner
from rehearse.conversation import Ladder
from rehearse.errors import InputProblem
from rehearse.library.front import Library
from rehearse.library.records import Rehearsal
from rehearse.stakeholder.setting import Series

_LONGEST = 50


def before(after: str, kept: str | None, runner: Runner, library: Library) -> tuple[Series, Rehearsal]:
    """The series up to the meeting `after`, with that meeting. `kept` is yes, no or None: asked at a terminal, else unknown."""
    last = runner.run(library.load(runner.run(library.resolve(after))))
    answer = {"yes": True, "no": False, None: None}[kept]
    if answer is None and sys.stdin is not None and sys.stdin.isatty():
        answer = _ask_kept(last)
    return _series(last, answer, runner, library), last


def of(meeting: Rehearsal, runner: Runner, library: Library) -> Series | None:
    """The series that a kept meeting belongs to. None for one that stands alone, or whose meeting before was deleted."""
    if meeting.record.after is None:
        return None
    try:
        last = runner.run(library.load(meeting.record.after))
    except InputProblem:
        return None
    return _series(last, meeting.record.kept, runner, library)


def _series(last: Rehearsal, kept: bool | None, runner: Runner, library: Library) -> Series:
    take = last.tree.take(last.record.leaf) if last.record.leaf in last.tree and last.record.leaf else ()
    now: Ladder = next((t.stance.ladder for t in reversed(take) if t.stance), "resists")
    stood = last.record.ladder or now  # not ended yet: where it stands now
    return Series(_count(last, runner, library), stood, kept)


def _ask_kept(last: Rehearsal) -> bool | None:
    """Whether the promises of the last meeting were kept, asked one by one; None where there were none."""
    stance = next((t.stance for t in reversed(list(last.tree)) if t.stance), None)
    promises = stance.promises if stance else ()
    if not promises:
        return None
    answers = [click.confirm(plain(f'You said: "{p}" Did you?'), default=True) for p in promises[:5]]
    return all(answers)


def _count(last: Rehearsal, runner: Runner, library: Library) -> int:
    """How many meetings the series has up to this one."""
    count, at, seen = 1, last, {last.record.id}
    while at.record.after and at.record.after not in seen and count < _LONGEST:
        try:
            at = runner.run(library.load(at.record.after))
        except InputProblem:
            break
        seen.add(at.record.id)
        count += 1
    return count
