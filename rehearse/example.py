"""A strong meeting to read: a situation's own strong script, played against the offline stakeholder and judged offline. Kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rehearse.conversation import Tree
from rehearse.meeting import ENDING_ACTS, Meeting
from rehearse.playtest import begin, hold
from rehearse.review.marks import FEWEST_TURNS
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario
from rehearse.stakeholder.setting import Setting

SEED = 1  # the same script gives the same meeting each time
ID = "v_example"


@dataclass(frozen=True, slots=True)
class Example:
    """One played meeting with its review. `number` counts from 0, `of` how many there are."""

    meeting: Meeting
    review: Review
    number: int
    of: int


def count(scenario: Scenario | None) -> int:
    """How many strong meetings a situation has to read."""
    return len(_strong(scenario))


def is_due(tree: Tree) -> bool:
    """Whether a take of one's own has been had: one that ended, with enough lines to be judged."""
    return any(
        leaf.act in ENDING_ACTS and sum(t.speaker == "you" for t in tree.take(leaf.id)) >= FEWEST_TURNS for leaf in tree.leaves()
    )


async def play(setting: Setting, number: int, rubric: Callable[[], Rubric]) -> Example:
    """Play one and judge it. Raises ValueError where the situation has no such script."""
    scripts = _strong(setting.scenario)
    if not 0 <= number < len(scripts):
        raise ValueError(f"there is no strong script {number}")
    scenario = setting.scenario
    assert scenario is not None
    plain = replace(
        setting, seed=SEED, series=None, ask="", mode=scenario.mode, difficulty=scenario.difficulty,
        minutes=scenario.minutes or setting.persona.temperament.minutes,
    )  # fmt: skip
    meeting = await hold(begin(plain), [dict(line) for line in scripts[number]])
    made = await review(
        meeting.take,
        rubric(),
        mode=plain.moved_by,
        judge=OfflineJudge(),
        id=ID,
        persona=plain.persona,
        scenario=plain.scenario,
        difficulty=plain.difficulty,
    )
    return Example(meeting, replace(made, one_thing=None), number, len(scripts))


async def play_aside(setting: Setting, number: int, rubric: Callable[[], Rubric]) -> Example:
    """As `play`, in a thread: a second or two of work in which others of the loop go on."""
    return await asyncio.to_thread(lambda: asyncio.run(play(setting, number, rubric)))


def _strong(scenario: Scenario | None) -> tuple[Iterable[Mapping[str, Any]], ...]:
    if scenario is None:
        return ()
    found: Any = scenario.playtest.get("strong", ())
    return tuple(script for script in found if script)
