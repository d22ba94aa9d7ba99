"""The one bridge between asyncio and Qt: the core's coroutines in, calls on the UI thread out.

One loop in one background thread; asyncio is imported there, so that nothing on screen waits for it. What comes from a stream
is gathered for 33 ms before one queued signal; after a stop nothing of it is delivered any more.
"""

from __future__ import annotations

import itertools
import logging
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from rehearse.errors import Problem

if TYPE_CHECKING:
    import asyncio

_T = TypeVar("_T")
GATHER = 0.033  # seconds
SWITCH = 0.001  # seconds that this thread keeps the interpreter while the UI thread wants it: asked for several times a frame
# Seconds after which a busy thread lets another have its turn. A paint asks for its turn at each of Qt's calls, and with
# Python's own 5 ms it takes twice as long while this thread imports something.
TURN = 0.0005
WRONG = "Something went wrong in the program. Your meeting is saved."
# Their errors and frames can hold a request, and with it a key.
_CARRIERS = frozenset({"openai", "httpx", "httpx2", "httpcore", "httpcore2", "h11", "keyring"})
log = logging.getLogger("rehearse.engine")


async def in_thread(call: Callable[..., _T], *given: object) -> _T:
    """For coroutines of the loop: what a plain call that blocks gives, made in a worker thread."""
    import asyncio

    return await asyncio.to_thread(call, *given)


async def pause(seconds: float) -> None:
    """For coroutines of the loop: let others have their turn for so long."""
    import asyncio

    await asyncio.sleep(seconds)


def run_here(work: Coroutine[Any, Any, _T]) -> _T:
    """A coroutine to its end in this thread, which is neither the UI's nor the loop's."""
    import asyncio

    return asyncio.run(work)


class Job:
    """Work that was handed to the engine. `cancel` may be called at any time; nothing is delivered after it."""

    def __init__(self, engine: Engine, id: int, flows: bool) -> None:
        self._engine, self.id, self._flows = engine, id, flows
        self.task: asyncio.Task[None] | None = None
        self.cancelled = False
        self.over = False

    def cancel(self) -> None:
        """Stop it. What its callbacks would have shown is dropped, also what is on its way already."""
        if not self.cancelled:
            self.cancelled = True
            self._engine.cancel(self)

    def interrupt(self) -> None:
        """Stop what is watched, and hear how it ended: what was gathered comes, then `done`. An `ask` is cancelled by it."""
        if not self._flows:
            self.cancel()
        elif not self.over:
            self._engine.cancel(self)


class Engine(QObject):
    """Runs coroutines of the core in a thread of its own. To be used from the UI thread, before `close` and after it.

    With `waits` it takes work in, and does none of it before `begin`: then it takes no time from what paints first.
    Signals: `bug(str)`, a sentence when something happened that nobody foresaw (the log has more).
    """

    bug = Signal(str)
    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None, waits: bool = False) -> None:
        super().__init__(parent)
        self._made: asyncio.AbstractEventLoop | None = None
        self._there = threading.Event()  # the loop is
        self._early: list[Callable[[], None]] = []  # what came before it
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._ids = itertools.count(1)
        self._jobs: set[Job] = set()
        self._begun = self._closing = False
        self._deliver.connect(self._call, Qt.ConnectionType.QueuedConnection)
        if not waits:
            self.begin()

    def begin(self) -> None:
        """Begin to do what was handed in. May be called twice."""
        if not self._begun:
            self._begun = True
            sys.setswitchinterval(TURN)
            self._thread.start()

    def _run(self) -> None:
        import asyncio

        sys.setswitchinterval(SWITCH)
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        with self._lock:
            self._made = loop
            for call in self._early:
                loop.call_soon(call)
            self._early.clear()
        self._there.set()
        loop.run_forever()

    @property
    def _loop(self) -> asyncio.AbstractEventLoop:
        """The loop; waits until it is there."""
        self.begin()
        self._there.wait()
        assert self._made is not None
        return self._made

    def _soon(self, call: Callable[[], object]) -> None:
        """Call something in the loop's thread, in the order in which it was handed in."""
        with self._lock:
            if self._made is None:
                self._early.append(call)
                return
        self._made.call_soon_threadsafe(call)

    def _call(self, call: Callable[[], None]) -> None:
        if not self._closing:
            call()

    # ---- handing work in (UI thread)

    def ask(
        self,
        work: Callable[[], Awaitable[_T]],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Job:
        """Run a coroutine. `done(result)` or `failed(problem)` is called on the UI thread; a cancelled job calls neither."""
        job = self._new(flows=False)

        async def run() -> Callable[[], None] | None:
            result = await work()
            return (lambda: done(result)) if done is not None else None

        return self._start(job, run, failed, None)

    def aside(
        self,
        call: Callable[[], _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Job:
        """Run a plain call that blocks, as one that reads a whole file, in a worker thread. Otherwise as `ask`.

        The call cannot be stopped half-way: a cancelled one runs to its end, and what it gives is dropped.
        """

        async def work() -> _T:
            import asyncio

            return await asyncio.to_thread(call)

        return self.ask(work, done, failed)

    def watch(
        self,
        work: Callable[[], AsyncIterator[Any]],
        take: Callable[[list[Any]], None],
        done: Callable[[], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Job:
        """Run an async iterator. What it gives is gathered for 33 ms and handed to `take` as a list, on the UI thread.

        `done()` comes after the last of it, also when the job was interrupted; neither comes when it was cancelled.
        `failed(problem)` comes in the place of `done`, after what was given before.
        """
        job = self._new(flows=True)
        gathered: list[Any] = []
        timer: asyncio.TimerHandle | None = None

        def flush() -> None:
            nonlocal timer
            if timer is not None:
                timer.cancel()
                timer = None
            if gathered:
                batch = gathered.copy()
                gathered.clear()
                self._hand(job, lambda: take(batch))

        async def run() -> Callable[[], None] | None:
            import asyncio

            nonlocal timer
            source = work()
            try:
                async for item in source:
                    gathered.append(item)
                    if timer is None:
                        timer = self._loop.call_later(GATHER, flush)
                    elif self._loop.time() >= timer.when():
                        # It gives without a pause: the timer and a stop get their turn here.
                        flush()
                        await asyncio.sleep(0)
            finally:
                close = getattr(source, "aclose", None)
                if close is not None:
                    await close()
                flush()
            return done

        return self._start(job, run, failed, done)

    def cancel(self, job: Job) -> None:
        """Cancel a job's task, from any thread."""
        if not self._closing:
            self._soon(lambda: job.task.cancel() if job.task is not None else None)

    def close(self, patience: float = 5.0) -> None:
        """Cancel what runs, wait for it to put away what it has, and end the thread. May be called twice."""
        self.finish(None, patience)

    def finish(self, last: Callable[[], Awaitable[None]] | None, patience: float = 5.0) -> None:
        """As `close`, with a last piece of work after everything else has ended. What does not end in time is left behind."""
        if self._closing:
            return
        import asyncio

        self._closing = True
        for job in tuple(self._jobs):
            job.cancelled = True

        async def finish() -> None:
            for job in tuple(self._jobs):
                if job.task is not None:
                    job.task.cancel()
            # What a job has set going to put its words away is no job: it is waited for, and cancelled only when it is late.
            until = self._loop.time() + patience
            while (left := self._others()) and (time := until - self._loop.time()) > 0:
                await asyncio.wait(left, timeout=time)
            for task in self._others():
                task.cancel()
            await asyncio.sleep(0)
            if last is not None:
                await last()
            await self._loop.shutdown_asyncgens()

        ending = asyncio.run_coroutine_threadsafe(finish(), self._loop)
        try:
            ending.result(2 * patience)
        except TimeoutError:
            log.error("what ran did not end within %s seconds", 2 * patience)
        except Problem as problem:
            log.warning("at the end: %s", problem.sentence)
        except Exception as fault:
            log.error("unforeseen at the end: %s", type(fault).__name__, exc_info=safe(fault))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(patience)
        if not self._thread.is_alive():
            self._loop.close()

    # ---- inside

    def _others(self) -> list[asyncio.Task[Any]]:
        import asyncio

        return [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]

    def _new(self, flows: bool) -> Job:
        job = Job(self, next(self._ids), flows)
        self._jobs.add(job)
        return job

    def _hand(self, job: Job, call: Callable[[], None] | None) -> None:
        """Call something on the UI thread, unless the job was cancelled meanwhile."""
        if call is None or self._closing:
            return
        try:
            self._deliver.emit(lambda: None if job.cancelled else call())
        except RuntimeError:
            job.cancelled = True  # Qt has deleted the engine: nobody is there to be told

    def _start(
        self,
        job: Job,
        run: Callable[[], Awaitable[Callable[[], None] | None]],
        failed: Callable[[Problem], None] | None,
        stopped: Callable[[], None] | None,
    ) -> Job:
        """Begin `run`, which gives what is to be called at its end. `stopped` is called where it was stopped before that."""

        async def guarded() -> Callable[[], None] | None:
            import asyncio

            try:
                return await run()
            except asyncio.CancelledError:
                return stopped
            except Problem as problem:
                return self._told(problem, failed)
            except Exception as fault:
                log.error("unforeseen: %s", type(fault).__name__, exc_info=safe(fault))
                return lambda: self.bug.emit(WRONG)

        def ended(task: asyncio.Task[Any]) -> None:
            # Stopped before its first step, a task runs nothing of its own: hence here, where all ends come by.
            job.over = True
            self._jobs.discard(job)
            self._hand(job, stopped if task.cancelled() else task.result())

        def begin() -> None:
            if job.cancelled:
                job.over = True
                self._jobs.discard(job)
                return
            job.task = self._loop.create_task(guarded())  # type: ignore[assignment]
            job.task.add_done_callback(ended)

        if self._closing:
            job.cancelled = job.over = True
            self._jobs.discard(job)
        else:
            self._soon(begin)
        return job

    def _told(self, problem: Problem, failed: Callable[[Problem], None] | None) -> Callable[[], None]:
        return (lambda: failed(problem)) if failed is not None else (lambda: self.bug.emit(str(problem)))


def safe(fault: BaseException) -> BaseException | None:
    """The fault for the log, or nothing where it, what caused it or where it went by may carry a request with a key in it."""
    waiting: list[BaseException | None] = [fault]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at is None or id(at) in seen:
            continue
        seen.add(id(at))
        if _carries(type(at).__module__):
            return None
        frame = at.__traceback__
        while frame is not None:
            if _carries(str(frame.tb_frame.f_globals.get("__name__", ""))):
                return None
            frame = frame.tb_next
        waiting += [at.__cause__, at.__context__, *getattr(at, "exceptions", ())]
    return fault


def _carries(module: str) -> bool:
    return module.split(".")[0] in _CARRIERS
