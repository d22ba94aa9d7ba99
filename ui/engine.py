"""The one bridge between asyncio and Qt: the core's coroutines in, calls on the UI thread out.

One loop in one background thread. What comes from a stream is gathered for 33 ms before one queued signal; after a stop
nothing of it is delivered any more.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from rehearse.errors import Problem

_T = TypeVar("_T")
GATHER = 0.033  # seconds
log = logging.getLogger("rehearse.engine")


class Job:
    """Work that was handed to the engine. `cancel` may be called at any time; nothing is delivered after it."""

    def __init__(self, engine: Engine, id: int) -> None:
        self._engine, self.id = engine, id
        self.task: asyncio.Task[None] | None = None
        self.cancelled = False
        self.over = False

    def cancel(self) -> None:
        """Stop it. What its callbacks would have shown is dropped."""
        if self.over or self.cancelled:
            return
        self.cancelled = True
        self._engine.cancel(self)

    def interrupt(self) -> None:
        """Stop it, and hear how it ended: `done` is still called, with None."""
        if not self.over:
            self._engine.cancel(self)


class Engine(QObject):
    """Runs coroutines of the core in a thread of its own.

    Signals: `bug(str)`, a sentence when something happened that nobody foresaw (the log has more).
    """

    bug = Signal(str)
    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._ids = itertools.count(1)
        self._jobs: set[Job] = set()
        self._closing = False
        self._deliver.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _call(self, call: Callable[[], None]) -> None:
        call()

    # ---- handing work in (UI thread)

    def ask(
        self,
        work: Callable[[], Awaitable[_T]],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Job:
        """Run a coroutine. `done(result)` or `failed(problem)` is called on the UI thread; a cancelled job calls neither."""
        job = self._new()

        async def run() -> None:
            result = await work()
            self._hand(job, (lambda: done(result)) if done else None)

        self._start(job, run(), failed)
        return job

    def watch(
        self,
        work: Callable[[], AsyncIterator[Any]],
        take: Callable[[list[Any]], None],
        done: Callable[[], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Job:
        """Run an async iterator. What it gives is gathered for 33 ms and handed to `take` as a list, on the UI thread.

        `done()` comes after the last of it, also when the job was interrupted; neither comes when it was cancelled.
        """
        job = self._new()
        gathered: list[Any] = []
        timer: asyncio.TimerHandle | None = None

        def flush() -> None:
            nonlocal timer
            timer = None
            if gathered:
                batch = gathered.copy()
                gathered.clear()
                self._hand(job, lambda: take(batch))

        async def run() -> None:
            nonlocal timer
            source = work()
            try:
                async for item in source:
                    gathered.append(item)
                    if timer is None:
                        timer = self._loop.call_later(GATHER, flush)
            except asyncio.CancelledError:
                if not job.cancelled and done is not None:
                    # Interrupted: the iterator has put away what was said; tell that it is over.
                    flush()
                    self._hand(job, done)
                raise
            finally:
                if timer is not None:
                    timer.cancel()
                close = getattr(source, "aclose", None)
                if close is not None:
                    await close()
            flush()
            self._hand(job, done)

        self._start(job, run(), failed)
        return job

    def cancel(self, job: Job) -> None:
        """Cancel a job's task, from any thread."""
        self._loop.call_soon_threadsafe(lambda: job.task.cancel() if job.task is not None else None)

    def close(self, patience: float = 5.0) -> None:
        """Cancel what runs, wait for it to put away what it has, and end the thread. May be called twice."""
        self.finish(None, patience)

    def finish(self, last: Callable[[], Awaitable[None]] | None, patience: float = 5.0) -> None:
        """As `close`, with a last piece of work after everything else has ended."""
        if self._closing:
            return
        self._closing = True
        for job in tuple(self._jobs):
            job.cancelled = True

        async def finish() -> None:
            tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            if tasks:
                await asyncio.wait(tasks, timeout=patience)
            if last is not None:
                await last()
            await self._loop.shutdown_asyncgens()

        asyncio.run_coroutine_threadsafe(finish(), self._loop).result(patience + 1)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(patience)
        self._loop.close()

    # ---- inside

    def _new(self) -> Job:
        job = Job(self, next(self._ids))
        self._jobs.add(job)
        return job

    def _hand(self, job: Job, call: Callable[[], None] | None) -> None:
        """Call something on the UI thread, unless the job was cancelled meanwhile."""
        if call is not None and not self._closing:
            self._deliver.emit(lambda: None if job.cancelled else call())

    def _start(self, job: Job, work: Any, failed: Callable[[Problem], None] | None) -> None:
        async def guarded() -> None:
            try:
                await work
            except asyncio.CancelledError:
                pass
            except Problem as problem:
                told = problem
                if failed is not None:
                    self._hand(job, lambda: failed(told))
                else:
                    self._hand(job, lambda: self.bug.emit(str(told)))
            except Exception as fault:
                log.error("unforeseen: %s", type(fault).__name__, exc_info=_safe(fault))
                self._hand(job, lambda: self.bug.emit("Something went wrong in the program. Your meeting is saved."))
            finally:
                job.over = True
                self._jobs.discard(job)

        def begin() -> None:
            if job.cancelled:
                work.close()
                job.over = True
                self._jobs.discard(job)
                return
            job.task = self._loop.create_task(guarded())

        self._loop.call_soon_threadsafe(begin)


def _safe(fault: BaseException) -> BaseException | None:
    """The fault for the log, or nothing where its chain may carry a request with a key in it."""
    at: BaseException | None = fault
    while at is not None:
        if type(at).__module__.split(".")[0] in ("openai", "httpx2", "httpcore2", "h11"):
            return None
        at = at.__cause__ or at.__context__
    return fault
