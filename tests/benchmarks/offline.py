"""The offline stakeholder's answer over the playtest scripts, and the offline review of a take of 60 turns."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace

from rehearse.conversation import Turn, TurnId
from rehearse.meeting import Meeting
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from rehearse.signals import find
from tests.benchmarks.bench import Bench
from tests.benchmarks.big_library import held
from tests.benchmarks.measure import MS, Row, short, spread, timed
from tests.core.play import catalog, meet, setting

TURNS = 60
SAID = (
    "That is a fair worry, a slip would land on you. The campaign stays on 4 May, and what slips by two weeks is the "
    "returns page. We start with one engineer for two weeks, and we stop on 26 March if outages have not halved. I own "
    "it, and I send you the count from the incident log every Friday, the bad number first, so that nothing surprises you."
)


async def _answers(meeting: Meeting, lines: list[str]) -> list[float]:
    taken = []
    for line in lines:
        if meeting.ended is not None:
            break
        begun = time.perf_counter()
        async for _ in meeting.say(line):
            pass
        taken.append(time.perf_counter() - begun)
    return taken


def answers() -> list[float]:
    """Seconds from a line said to its whole answer, for every line of every built-in script."""
    found = []
    for entry in catalog().scenarios():
        with_ = setting(scenario=entry.id)
        assert with_.scenario is not None
        for scripts in with_.scenario.playtest.values():
            for script in scripts:
                lines = [str(line["say"]) for line in script]  # type: ignore[attr-defined]
                found += asyncio.run(_answers(meet(with_), lines))
    return found


def long_take(turns: int = TURNS) -> tuple[Turn, ...]:
    """A take of this many turns: meetings that were held, one after the other."""
    take: list[Turn] = []
    for scenario in catalog().scenarios():
        for quality in ("strong", "middling"):
            meeting, _ = held(scenario.id, quality)
            for turn in meeting.take:
                parent = take[-1].id if take else None
                take.append(replace(turn, id=TurnId(f"t_{len(take):026d}"), parent=parent))
                if len(take) == turns:
                    return tuple(take)
    raise AssertionError("there are not enough scripts")


def measure(bench: Bench) -> Iterator[Row]:
    held()  # what is learned once (word lists, patterns) is learned
    found = spread(answers(), MS)
    told = f"{found} ms, max {short(found.max)}, {len(found.values)} lines"
    yield Row("offline stakeholder answers", told, "p99 50 ms", found.p99 <= 50)
    reading = spread([timed(lambda n=n: find(f"{SAID} {n}")) for n in range(200)], MS)  # words that nothing has read before
    yield Row("a turn of 75 words is read", f"{reading} ms", "p50 10 ms", reading.p50 <= 10)
    meeting, _ = held()
    take, rubric = long_take(), catalog().rubric("buy-in")

    def once(number: int) -> None:
        """Words that nothing has read before, as in a transcript that is brought in."""
        said = tuple(replace(t, text=f"{t.text} That was number {number}.") for t in take)
        asyncio.run(
            review(
                said, rubric, mode="selling", judge=OfflineJudge(), id="v_1",
                persona=meeting.setting.persona, scenario=meeting.setting.scenario,
            )
        )  # fmt: skip

    once(0)
    judged = spread([timed(lambda n=n: once(n)) for n in range(1, 16)], MS)
    yield Row("offline review of 60 turns", f"{judged} ms", "300 ms", judged.p99 <= 300)
