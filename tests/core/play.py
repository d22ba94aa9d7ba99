"""Plays meetings from scripts, without a library: for tests and benchmarks of the stakeholder."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from rehearse.catalog import Catalog
from rehearse.clock import WordClock
from rehearse.conversation import RehearsalId, Tree, Turn, TurnId
from rehearse.meeting import Meeting, opening
from rehearse.paths import Paths, built_in
from rehearse.preparation import Choice, prepare
from rehearse.stakeholder.setting import Setting


class Nowhere:
    """Keeps nothing. What is kept is the library's tests' business."""

    async def add_turn(self, rehearsal: RehearsalId, turn: Turn) -> None: ...
    async def annotate(self, *of: Any) -> None: ...
    async def save_draft(self, *of: Any) -> None: ...
    async def end_rehearsal(self, *of: Any) -> None: ...
    async def reopen_rehearsal(self, *of: Any) -> None: ...


def counting() -> Callable[[], TurnId]:
    numbers = itertools.count(1)
    return lambda: TurnId(f"t_{next(numbers)}")


@cache
def catalog() -> Catalog:
    """The built-in people, with an empty data folder that does not exist."""
    return Catalog(Paths(built_in() / "nobody"), built_in())


@cache
def _prepared(persona: str | None, scenario: str | None) -> Setting:
    return prepare(catalog(), Choice(persona=persona, scenario=scenario, seed=0))


def setting(persona: str | None = None, scenario: str | None = None, seed: int = 0, **changes: Any) -> Setting:
    """A setting of built-in people; parsed once."""
    return replace(_prepared(persona, scenario), seed=seed, **changes)


def meet(with_: Setting) -> Meeting:
    new = counting()
    root = opening(with_, new)
    return Meeting(RehearsalId("r_1"), with_, Tree([root]), root.id, Nowhere(), WordClock(), new)


async def said(meeting: Meeting, lines: Iterable[str], wrap_up: bool = True) -> Meeting:
    for line in lines:
        if meeting.ended is not None:
            break
        async for _ in meeting.say(line):
            pass
    if wrap_up and meeting.ended is None:
        async for _ in meeting.wrap_up():
            pass
    return meeting


def play(with_: Setting, lines: Iterable[str], wrap_up: bool = True) -> Meeting:
    """A whole meeting of these lines."""
    return asyncio.run(said(meet(with_), lines, wrap_up))


def play_script(with_: Setting, script: Iterable[Mapping[str, Any]]) -> Meeting:
    """A playtest script: a line with `for` is said when that concern is on the table, the rest in order."""
    return asyncio.run(_script(meet(with_), list(script)))


async def _script(meeting: Meeting, script: list[Mapping[str, Any]]) -> Meeting:
    while script and meeting.ended is None:
        pressed = meeting.stance.pressed
        bound = next((s for s in script if s.get("for") and s["for"] == pressed), None)
        chosen = bound or next((s for s in script if not s.get("for")), script[0])
        script.remove(chosen)
        await said(meeting, [chosen["say"]], wrap_up=False)
    return await said(meeting, [])
