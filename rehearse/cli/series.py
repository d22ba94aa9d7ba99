"""The meetings before this one, from --after and --kept; asked at a terminal whether promises were kept."""

from __future__ import annotations

import sys

import click

from rehearse import series
from rehearse.cli.output import plain
from rehearse.cli.parts import Runner
from rehearse.library.front import Library
from rehearse.library.records import Rehearsal
from rehearse.stakeholder.setting import Series

_MOST_ASKED = 5


def before(after: str, kept: str | None, runner: Runner, library: Library) -> tuple[Series, Rehearsal]:
    """The series up to the meeting `after`, with that meeting. `kept` is yes, no or None: asked at a terminal, else unknown."""
    last = runner.run(library.load(runner.run(library.resolve(after))))
    answer = {"yes": True, "no": False, None: None}[kept]
    if answer is None and sys.stdin is not None and sys.stdin.isatty():
        answer = _ask_kept(last)
    return runner.run(series.up_to(last, answer, library)), last


def _ask_kept(last: Rehearsal) -> bool | None:
    """Whether the promises of the last meeting were kept, asked one by one; None where there were none."""
    promises = series.promises(last)[:_MOST_ASKED]
    if not promises:
        return None
    answers = [click.confirm(plain(f'You said: "{p}" Did you?'), default=True) for p in promises]
    return all(answers)
