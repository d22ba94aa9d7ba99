"""A strong meeting to read: played, judged, the same each time, and not before one's own."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from rehearse import example
from rehearse.playtest import begin, say
from tests.core.play import catalog, setting


def played(scenario: str, number: int = 0) -> example.Example:
    here = setting(scenario=scenario, seed=77)
    return asyncio.run(example.play(here, number, lambda: catalog().rubric("buy-in")))


def test_it_is_played_and_judged_and_the_same_each_time() -> None:
    one, two = played("reliability-into-the-backlog"), played("reliability-into-the-backlog")
    assert [t.text for t in one.meeting.take] == [t.text for t in two.meeting.take]
    assert one.review.judged
    assert one.review.passed == two.review.passed
    assert one.review.id == example.ID
    assert one.review.one_thing is None
    assert one.review.ladder in ("agrees", "buys_in")
    assert (one.number, one.of) == (0, 2)
    assert one.meeting.ended is not None


def test_another_one_is_another_meeting() -> None:
    first, second = played("two-week-spike", 0), played("two-week-spike", 1)
    assert first.meeting.take[1].text != second.meeting.take[1].text
    with pytest.raises(ValueError, match="no strong script"):
        played("two-week-spike", 9)


def test_not_before_a_take_of_your_own() -> None:
    here = setting(scenario="two-week-spike")
    assert example.count(here.scenario) == 2
    assert example.count(None) == 0
    assert here.scenario is not None
    assert example.count(replace(here.scenario, playtest={})) == 0

    async def meet(lines: int, wrap_up: bool) -> bool:
        meeting = begin(here)
        await say(meeting, tuple(f"Here is reason number {n} for the till team." for n in range(lines)), wrap_up)
        return example.is_due(meeting.tree)

    assert not asyncio.run(meet(0, wrap_up=False))
    assert not asyncio.run(meet(4, wrap_up=False))
    assert not asyncio.run(meet(2, wrap_up=True))
    assert asyncio.run(meet(4, wrap_up=True))
