"""One meeting in progress, kept in a real library: what is on disk when, what stays when it is stopped, cut or tried again."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

import pytest

from rehearse import events
from rehearse.clock import WallClock, WordClock
from rehearse.conversation import RehearsalId, Source, TurnId
from rehearse.errors import InputProblem, ServiceProblem
from rehearse.library.front import Library
from rehearse.meeting import Meeting
from rehearse.preparation import Choice, begin, prepare, record_of, resume
from rehearse.stakeholder.offline import OfflineAppraiser
from rehearse.stakeholder.speech import Anew, Finished, Piece, Silence, Speech
from tests.core.play import catalog, counting, play, setting
from tests.core.shell import GOOD

LINES = GOOD.splitlines()


class Says:
    """A stakeholder that says these pieces, one list for each line, and then what its list ends with: an exception, a wait."""

    def __init__(self, *scripts: list[object]) -> None:
        self._scripts = iter(scripts)

    async def speak(self, *_: object) -> AsyncIterator[Speech]:
        for item in next(self._scripts):
            if isinstance(item, BaseException):
                raise item
            if isinstance(item, asyncio.Event):
                await item.wait()
            elif isinstance(item, str):
                yield Piece(item)
            else:
                yield item  # type: ignore[misc]
        yield Finished(Source("model", "small"))


BROKEN = ServiceProblem("cut", "The connection was closed.")


@contextmanager
def opened(path: Path) -> Iterator[Library]:
    library = Library.open(path / "library.db")
    try:
        yield library
    finally:
        library.close()


def with_library(path: Path, do: Callable[[Library, Meeting], Awaitable[None]]) -> None:
    """Run `do` with a fresh meeting in a real library."""

    async def run(library: Library) -> None:
        chosen = setting("skeptical-executive", seed=1)
        meeting = await begin(chosen, record_of(chosen, RehearsalId("r_1")), library, WordClock(), counting())
        await do(library, meeting)

    with opened(path) as library:
        asyncio.run(run(library))


async def happened(step: AsyncIterator[events.Event]) -> list[events.Event]:
    return [event async for event in step]


def test_your_line_is_on_disk_before_the_stakeholder_is_asked(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        async with aclosing(meeting.say(LINES[0])) as step:
            first = await anext(step)
            assert isinstance(first, events.Said)
            kept = await library.load(meeting.rehearsal)
            assert kept.tree[TurnId(first.turn)].text == LINES[0]

    with_library(tmp_path, do)


def test_events_come_in_their_order_and_everything_is_kept(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        seen = await happened(meeting.say(LINES[0]))
        kinds = [type(e).__name__ for e in seen if not isinstance(e, events.Spoke)]
        assert kinds == ["Said", "Appraised", "Speaking", "Ended"]
        kept = await library.load(meeting.rehearsal)
        assert list(kept.tree) == list(meeting.tree)
        assert "".join(e.chunk for e in seen if isinstance(e, events.Spoke)).strip() == meeting.take[-1].text

    with_library(tmp_path, do)


def test_a_reply_that_breaks_off_is_kept_and_the_next_is_its_sibling(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        meeting.use(OfflineAppraiser(), Says(["What does ", "it c", BROKEN], ["What does it cost?"]))
        seen = await happened(meeting.say(LINES[0]))
        assert isinstance(seen[-1], events.Troubled)
        broken = meeting.take[-1]
        assert (broken.text, broken.state) == ("What does it c", "cut")
        await happened(meeting.reply())
        whole = meeting.take[-1]
        assert (whole.text, whole.state, whole.parent) == ("What does it cost?", "whole", broken.parent)
        kept = await library.load(meeting.rehearsal)
        assert [t.text for t in kept.tree.siblings(whole.id)] == ["What does it c", "What does it cost?"]
        assert kept.record.leaf == whole.id
        assert meeting.stance.turn == 1

    with_library(tmp_path, do)


def test_a_reply_that_never_began_leaves_your_line_and_can_be_asked_for_again(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        meeting.use(OfflineAppraiser(), Says([BROKEN], ["And?"]))
        seen = await happened(meeting.say(LINES[0]))
        assert isinstance(seen[-1], events.Troubled)
        assert meeting.take[-1].speaker == "you"
        await happened(meeting.reply())
        assert [t.speaker for t in meeting.take] == ["stakeholder", "you", "stakeholder"]

    with_library(tmp_path, do)


def test_nothing_can_be_replied_to_before_you_spoke(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        with pytest.raises(RuntimeError):
            await happened(meeting.reply())

    with_library(tmp_path, do)


def test_stopping_keeps_what_was_spoken(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        meeting.use(OfflineAppraiser(), Says(["What does ", "it ", asyncio.Event()]))
        spoken = asyncio.Event()

        async def watch() -> None:
            async for event in meeting.say(LINES[0]):
                if isinstance(event, events.Spoke) and event.chunk == "it ":
                    spoken.set()

        task = asyncio.create_task(watch())
        await spoken.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        kept = await library.load(meeting.rehearsal)
        last = kept.tree[meeting.leaf]
        assert (last.text, last.state) == ("What does it", "stopped")
        assert meeting.take[-1] == last

    with_library(tmp_path, do)


def test_a_draft_that_did_not_pass_is_forgotten(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        meeting.use(OfflineAppraiser(), Says(["I love it.", Anew(), Silence(3.0), "Why now?"]))
        seen = await happened(meeting.say(LINES[0]))
        assert [type(e) for e in seen if isinstance(e, (events.Retold, events.Waiting))] == [events.Retold, events.Waiting]
        assert meeting.take[-1].text == "Why now?"

    with_library(tmp_path, do)


def test_trying_again_goes_back_and_keeps_both(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        for line in LINES[:2]:
            await happened(meeting.say(line))
        first = meeting.take
        yours = first[3]
        await meeting.try_from(yours.id)
        assert meeting.take == first[:3]
        assert (await library.load(meeting.rehearsal)).record.leaf == first[2].id
        await happened(meeting.say("What would you need to see?"))
        assert [t.text for t in meeting.tree.siblings(yours.id)] == [yours.text, "What would you need to see?"]
        for wrong in (first[0].id, first[2].id):
            with pytest.raises(ValueError):
                await meeting.try_from(wrong)

    with_library(tmp_path, do)


def test_after_the_end_nothing_is_said_and_wrapping_up_twice_is_once(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        await happened(meeting.say(LINES[0]))
        seen = await happened(meeting.wrap_up())
        assert seen[-1] == events.Closing("wrapped_up")
        assert await happened(meeting.wrap_up()) == []
        with pytest.raises(RuntimeError):
            await happened(meeting.say("One more thing."))
        assert (await library.load(meeting.rehearsal)).record.ended == "wrapped_up"

    with_library(tmp_path, do)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 20_001])
def test_an_empty_or_endless_line_is_not_said(tmp_path: Path, text: str) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        with pytest.raises(ValueError):
            await happened(meeting.say(text))
        assert len(meeting.tree) == 1

    with_library(tmp_path, do)


def test_a_meeting_goes_on_from_the_library_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    chosen = setting("skeptical-executive", seed=1)
    whole = [t.text for t in play(chosen, LINES).take]

    async def part(library: Library, lines: list[str], first: bool) -> list[str]:
        numbers = itertools.count(1 if first else 100)
        new: Callable[[], TurnId] = lambda: TurnId(f"t_{next(numbers)}")  # noqa: E731
        if first:
            meeting = await begin(chosen, record_of(chosen, RehearsalId("r_1")), library, WordClock(), new)
        else:
            kept = await library.load(RehearsalId("r_1"))
            meeting = resume(kept, library, WordClock(kept.record.clock), new)
        for line in lines:
            if meeting.ended is None:
                await happened(meeting.say(line))
        if not first:
            await happened(meeting.wrap_up())
        return [t.text for t in meeting.take]

    with opened(tmp_path) as library:
        asyncio.run(part(library, LINES[:2], first=True))
    with opened(tmp_path) as library:
        assert asyncio.run(part(library, LINES[2:], first=False)) == whole


def test_time_ends_the_meeting_with_the_line_after_it(tmp_path: Path) -> None:
    async def do(library: Library, meeting: Meeting) -> None:
        meeting.limit = 10.0
        seen = await happened(meeting.say(" ".join(["We lose $50k a month to refunds, says the ledger."] * 3)))
        assert seen[-1] == events.Closing("time")
        assert meeting.left < 0

    with_library(tmp_path, do)


# ---- the clock


def test_the_clock_of_words_goes_140_a_minute_to_the_millisecond() -> None:
    clock = WordClock()
    clock.spoke(140)
    assert clock.now() == 60.0
    clock.spoke(1)
    assert clock.now() == 60.429
    again = WordClock(clock.now())
    for one in (clock, again):
        one.spoke(3)
    assert clock.now() == again.now()


def test_the_clock_on_the_wall_stands_still_until_it_is_started_and_while_it_is_paused() -> None:
    times = iter([10.0, 12.0, 12.5, 20.0, 21.0])
    clock = WallClock(5.0, lambda: next(times))
    assert (clock.now(), clock.running) == (5.0, False)
    clock.start()
    assert clock.now() == 7.0
    clock.pause()
    assert (clock.now(), clock.running) == (7.5, False)
    clock.start()
    assert clock.now() == 8.5


# ---- preparation


def test_a_choice_takes_what_it_leaves_out_from_the_scenario_and_then_the_person() -> None:
    person = prepare(catalog(), Choice(persona="skeptical-executive", seed=4))
    assert (person.seed, person.mode, person.difficulty) == (4, "selling", "normal")
    assert person.minutes == person.persona.temperament.minutes
    scenario = catalog().scenario("reliability-into-the-backlog")
    here = prepare(catalog(), Choice(scenario=scenario.id, minutes=3, difficulty="hard", ask="  a   trial "))
    assert (here.persona.id, here.minutes, here.difficulty, here.ask) == (scenario.persona, 3, "hard", "a trial")
    assert prepare(catalog(), Choice(scenario=scenario.id)).mode == scenario.mode
    seeds = {prepare(catalog(), Choice(persona="peer-lead")).seed for _ in range(8)}
    assert len(seeds) > 1


@pytest.mark.parametrize("choice", [Choice(), Choice(persona="nobody"), Choice(persona="peer-lead", minutes=999)])
def test_a_choice_that_cannot_be_met_is_said(choice: Choice) -> None:
    with pytest.raises(InputProblem):
        prepare(catalog(), choice)
