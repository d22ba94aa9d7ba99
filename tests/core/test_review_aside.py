"""A long meeting is judged beside the loop: others go on meanwhile, and who stops it waits for nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from rehearse.conversation import Turn, TurnId
from rehearse.review.case import Case, Sheet
from rehearse.review.checks import Stopped
from rehearse.review.offline import OfflineJudge, fill
from rehearse.review.review import case_of, review
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from tests.core.play import catalog, play, setting

SAID = [
    "We lose $48k a month to failed checkouts, says the refund ledger of March.",
    "Where do you feel that most?",
    "Two engineers for two weeks, and we stop if failures do not drop by 30 percent.",
    "Can you say yes to that by Friday? I own it.",
]

SETTING = setting("skeptical-executive", seed=1)


def long_take(turns: int) -> tuple[Turn, ...]:
    """A held meeting, over and over, no line twice."""
    held = play(SETTING, SAID).take
    take: list[Turn] = []
    for number in range(turns):
        like = held[number % len(held)]
        text = f"{like.text} It was {number} in week {number}, and {number + 7} orders in the week after."
        take.append(replace(like, id=TurnId(f"t_{number}"), parent=take[-1].id if take else None, text=text))
    return tuple(take)


async def judged(take: tuple[Turn, ...]) -> Review:
    return await review(
        take, catalog().rubric("buy-in"), mode="selling", judge=OfflineJudge(), id="v_1", persona=SETTING.persona,
        scenario=SETTING.scenario,
    )  # fmt: skip


def test_others_of_the_loop_go_on_while_a_long_meeting_is_judged() -> None:
    take = long_take(200)

    async def both() -> int:
        judging = asyncio.create_task(judged(take))
        ticks = 0
        while not judging.done():
            await asyncio.sleep(0)
            ticks += 1
        assert judging.result().judged
        return ticks

    # In the loop's own thread it would be five: as often as a review waits for anything.
    assert asyncio.run(both()) > 50


def test_a_judging_that_is_cancelled_ends_and_gives_nothing() -> None:
    take = long_take(200)

    async def stopped() -> None:
        judging = asyncio.create_task(judged(take))
        await asyncio.sleep(0)
        judging.cancel()
        with pytest.raises(asyncio.CancelledError):
            await judging

    asyncio.run(stopped())


@pytest.mark.parametrize("at", [1, 5, 60, 95])
def test_nothing_more_is_read_once_nobody_waits(at: int) -> None:
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked == at

    with pytest.raises(Stopped):
        fill(case_of(long_take(200), "selling"), catalog().rubric("buy-in"), stopped)
    assert asked == at


def test_beside_the_loop_or_not_the_sheet_is_the_same() -> None:
    case: Case = case_of(long_take(40), "selling")
    rubric: Rubric = catalog().rubric("buy-in")
    sheet: Sheet = asyncio.run(OfflineJudge().judge(case, rubric))
    assert sheet == fill(case, rubric)
