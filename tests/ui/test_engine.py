"""The bridge: what is handed in comes out on the UI thread, once, and nothing comes after a stop."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import shiboken6

from rehearse.errors import Problem
from ui.engine import Engine, safe


@pytest.fixture
def engine(qapp: Any) -> Iterator[Engine]:
    made = Engine()
    yield made
    made.close()


class Stream:
    """Numbers that come until it is stopped; knows how it ended."""

    def __init__(self, most: int = 1_000_000, every: float = 0.002) -> None:
        self.most, self.every = most, every
        self.put_away = threading.Event()

    async def __call__(self) -> AsyncIterator[int]:
        try:
            for number in range(self.most):
                yield number
                if self.every:
                    await asyncio.sleep(self.every)
        finally:
            await asyncio.sleep(0)  # as a meeting that stores its last words
            self.put_away.set()


class Heard:
    def __init__(self) -> None:
        self.items: list[int] = []
        self.batches: list[int] = []
        self.calls: list[str] = []
        self.threads: set[threading.Thread] = set()

    def take(self, batch: list[int]) -> None:
        self.items += batch
        self.batches.append(len(batch))
        self.calls.append("take")
        self.threads.add(threading.current_thread())

    def done(self, *_: object) -> None:
        self.calls.append("done")
        self.threads.add(threading.current_thread())

    def failed(self, problem: Problem) -> None:
        self.calls.append(f"failed {problem.sentence}")
        self.threads.add(threading.current_thread())


def drain(engine: Engine, qtbot: Any) -> None:
    """All that was under way has been delivered: a later job's answer is here."""
    heard: list[int] = []

    async def last() -> int:
        await asyncio.sleep(0)
        return 1

    engine.ask(last, heard.append)
    qtbot.waitUntil(lambda: bool(heard))


def test_an_answer_and_a_problem_come_on_the_ui_thread(engine: Engine, qtbot: Any) -> None:
    heard = Heard()

    async def answer() -> int:
        return 7

    async def refuse() -> int:
        raise Problem("No.")

    engine.ask(answer, heard.done, heard.failed)
    engine.ask(refuse, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.calls) == 2)
    assert heard.calls == ["done", "failed No."]
    assert heard.threads == {threading.main_thread()}


def test_a_problem_that_nobody_takes_is_told_as_a_sentence(engine: Engine, qtbot: Any) -> None:
    async def refuse() -> None:
        raise Problem("No.", "Try later.")

    with qtbot.waitSignal(engine.bug) as told:
        engine.ask(refuse)
    assert told.args == ["No. Try later."]


def test_a_cancelled_job_delivers_nothing_whenever_it_is_cancelled(engine: Engine, qtbot: Any) -> None:
    heard, ran = Heard(), threading.Event()

    async def answer() -> int:
        ran.set()
        return 7

    engine.ask(answer, heard.done, heard.failed).cancel()  # before it began
    ran.clear()
    late = engine.ask(answer, heard.done, heard.failed)
    assert ran.wait(5)
    late.cancel()  # its answer is on the way
    late.cancel()
    stream = Stream()
    middle = engine.watch(stream, heard.take, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.items))
    middle.cancel()
    assert stream.put_away.wait(5)
    before = list(heard.calls)
    drain(engine, qtbot)
    assert heard.calls == before
    assert set(before) == {"take"}
    assert middle.over
    assert late.over


def test_an_interrupt_brings_what_was_gathered_and_then_done_once(engine: Engine, qtbot: Any) -> None:
    heard, stream = Heard(), Stream()
    job = engine.watch(stream, heard.take, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.items) > 3)
    job.interrupt()
    job.interrupt()
    qtbot.waitUntil(lambda: "done" in heard.calls)
    assert stream.put_away.is_set()
    drain(engine, qtbot)
    assert heard.calls[-1] == "done"
    assert heard.calls.count("done") == 1
    assert heard.items == list(range(len(heard.items)))
    job.interrupt()
    job.cancel()
    drain(engine, qtbot)
    assert heard.calls.count("done") == 1


def test_an_interrupt_before_the_first_step_still_says_done(engine: Engine, qtbot: Any) -> None:
    heard = Heard()
    engine.watch(Stream(), heard.take, heard.done).interrupt()
    qtbot.waitUntil(lambda: "done" in heard.calls)


def test_an_interrupt_then_a_cancel_says_nothing(engine: Engine, qtbot: Any) -> None:
    heard, stream = Heard(), Stream()
    job = engine.watch(stream, heard.take, heard.done)
    qtbot.waitUntil(lambda: bool(heard.items))
    job.interrupt()
    job.cancel()
    drain(engine, qtbot)
    assert "done" not in heard.calls


def test_interrupting_a_question_cancels_it(engine: Engine, qtbot: Any) -> None:
    heard = Heard()

    async def wait() -> None:
        await asyncio.sleep(60)

    engine.ask(wait, heard.done, heard.failed).interrupt()
    drain(engine, qtbot)
    assert heard.calls == []


def test_what_came_before_a_problem_is_delivered_before_it(engine: Engine, qtbot: Any) -> None:
    heard = Heard()

    async def broken() -> AsyncIterator[int]:
        yield 1
        yield 2
        raise Problem("Gone.")

    engine.watch(broken, heard.take, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.calls) == 2)
    assert heard.items == [1, 2]
    assert heard.calls == ["take", "failed Gone."]


def test_a_thousand_a_second_come_in_batches(engine: Engine, qtbot: Any) -> None:
    heard = Heard()
    begun = time.monotonic()
    engine.watch(Stream(500, 0.001), heard.take, heard.done)
    qtbot.waitUntil(lambda: "done" in heard.calls, timeout=20_000)
    took = time.monotonic() - begun
    assert heard.items == list(range(500))
    assert len(heard.batches) <= took / 0.033 + 2


def test_one_that_never_pauses_can_be_stopped_and_lets_others_work(engine: Engine, qtbot: Any) -> None:
    heard, stream = Heard(), Stream(every=0.0)
    job = engine.watch(stream, heard.take, heard.done)
    drain(engine, qtbot)
    job.interrupt()
    qtbot.waitUntil(lambda: "done" in heard.calls, timeout=20_000)
    assert heard.items == list(range(len(heard.items)))


def test_what_nobody_foresaw_is_logged_and_told_once(engine: Engine, qtbot: Any, caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    heard = Heard()
    engine.bug.connect(told.append)

    async def slip() -> AsyncIterator[int]:
        yield 1
        raise ZeroDivisionError("one")

    with caplog.at_level(logging.ERROR, "rehearse.engine"):
        job = engine.watch(slip, heard.take, heard.done, heard.failed)
        qtbot.waitUntil(lambda: bool(told))
    drain(engine, qtbot)
    assert len(told) == 1
    assert job.over
    assert heard.calls == ["take"]
    assert [r.getMessage() for r in caplog.records] == ["unforeseen: ZeroDivisionError"]
    assert caplog.records[0].exc_info


def test_a_chain_that_may_hold_a_key_never_reaches_the_log() -> None:
    carrier = type("Refused", (Exception,), {"__module__": "openai._exceptions"})
    plain = ValueError("plain")
    assert safe(plain) is plain
    try:
        try:
            raise carrier("Bearer sk-secret")
        except carrier:
            raise KeyError("context") from ValueError("cause")
    except KeyError as fault:
        assert safe(fault) is None
    through: dict[str, Any] = {"__name__": "httpx2._client"}
    exec("def send(): raise UnicodeEncodeError('ascii', 'sk-ü', 3, 4, 'no')", through)
    with pytest.raises(UnicodeEncodeError) as raised:
        through["send"]()
    assert safe(raised.value) is None
    assert safe(ExceptionGroup("many", [ValueError(), carrier()])) is None


def test_a_blocking_call_keeps_nobody_waiting(engine: Engine, qtbot: Any) -> None:
    gate, heard, threads = threading.Event(), [], []

    def block() -> str:
        threads.append(threading.current_thread())
        assert gate.wait(10)
        return "read"

    def refuse() -> None:
        raise Problem("Not there.")

    engine.aside(block, heard.append)
    drain(engine, qtbot)
    assert heard == []
    gate.set()
    qtbot.waitUntil(lambda: heard == ["read"])
    assert threads[0] not in (threading.main_thread(), engine._thread)
    engine.aside(refuse, failed=lambda problem: heard.append(problem.sentence))
    qtbot.waitUntil(lambda: heard[-1] == "Not there.")


def test_closing_lets_what_runs_put_away_its_words_and_delivers_nothing(qapp: Any, qtbot: Any) -> None:
    engine, heard, stream, last = Engine(), Heard(), Stream(), []
    engine.watch(stream, heard.take, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.items))

    async def end() -> None:
        last.append(stream.put_away.is_set())

    engine.finish(end)
    assert last == [True]
    before = list(heard.calls)
    engine.close()
    engine.finish(end)
    qapp.processEvents()
    assert heard.calls == before
    assert last == [True]
    assert not engine._thread.is_alive()


def test_a_last_piece_of_work_that_cannot_be_done_does_not_keep_the_thread(qapp: Any) -> None:
    engine = Engine()

    async def end() -> None:
        raise Problem("No room.")

    engine.finish(end)
    assert not engine._thread.is_alive()


def test_what_is_asked_after_closing_is_not_done(qapp: Any) -> None:
    engine, heard = Engine(), Heard()
    engine.close()
    job = engine.watch(Stream(), heard.take, heard.done)
    job.interrupt()
    job.cancel()
    assert job.over
    assert heard.calls == []


def test_a_job_that_outlives_the_engine_s_qt_part_ends_quietly(qapp: Any, caplog: pytest.LogCaptureFixture) -> None:
    engine, gate, ended = Engine(), threading.Event(), threading.Event()

    async def late() -> int:
        await asyncio.to_thread(gate.wait, 10)
        asyncio.get_running_loop().call_later(0.01, ended.set)
        return 1

    engine.ask(late, lambda _: None)
    shiboken6.delete(engine)
    gate.set()
    assert ended.wait(10)
    engine.close()
    assert not caplog.records
