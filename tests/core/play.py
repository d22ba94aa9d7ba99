"""Plays meetings from scripts, without a library: for tests and benchmarks of the stakeholder."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from rehearse.catalog import Catalog
from rehearse.meeting import Meeting
from rehearse.paths import Paths, built_in
from rehearse.playtest import begin, counting, held, say
from rehearse.preparation import Choice, prepare
from rehearse.stakeholder.setting import Setting


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


__all__ = ["catalog", "counting", "meet", "play", "play_script", "said", "setting"]


def meet(with_: Setting) -> Meeting:
    return begin(with_)


async def said(meeting: Meeting, lines: Iterable[str], wrap_up: bool = True) -> Meeting:
    return await say(meeting, tuple(lines), wrap_up)


def play(with_: Setting, lines: Iterable[str], wrap_up: bool = True) -> Meeting:
    """A whole meeting of these lines."""
    return asyncio.run(said(meet(with_), lines, wrap_up))


def play_script(with_: Setting, script: Iterable[Mapping[str, Any]]) -> Meeting:
    """A playtest script: a line with `for` is said when that concern is on the table, the rest in order."""
    return held(with_, script)
