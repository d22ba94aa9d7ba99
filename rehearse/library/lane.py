"""A thread with its own store: work goes in, an awaitable comes out. The loop never waits for the disk."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Condition
from typing import TypeVar

from rehearse.errors import StoreProblem
from rehearse.library.store import Store

REST = 1.0  # seconds without work before a lane tidies: longer than the pauses between drafts, shorter than a thought
LAST_STEPS = 8  # what is tidied at the end, at most: some 20 ms

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def _note(raised: BaseException | None) -> None:
    if raised is not None:
        _log.warning("a write that nobody waited for was not made: %s", type(raised).__name__)


class Lane:
    """One thread that opens a store at first use and runs one piece of work after the other on it.

    `tidy` is one small step of work that can wait, and says whether there is more of it: it is called when nothing was asked
    for during `rest` seconds, and again until there is no more or something is asked for.
    """

    def __init__(
        self, name: str, open_store: Callable[[], Store], tidy: Callable[[Store], bool] | None = None, rest: float = REST
    ) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open_store = open_store
        self._store: Store | None = None
        self._tidy, self._rest = tidy, rest
        self._asked = 0  # pieces of work that were asked for and have not begun
        self._changed = Condition()
        self._resting = False  # a rest is under way or will be; known to the thread alone

    def _run(self, work: Callable[[Store], _T]) -> _T:
        with self._changed:
            self._asked -= 1
        if self._store is None:
            self._store = self._open_store()
        try:
            return work(self._store)
        finally:
            if self._tidy is not None and not self._resting:
                self._resting = True
                with suppress(RuntimeError):  # closed meanwhile: the last steps are taken there
                    self._executor.submit(self._take_rest)

    def _take_rest(self) -> None:
        with self._changed:
            wanted = self._changed.wait_for(lambda: self._asked > 0, self._rest)
        while not wanted and self._step():
            wanted = self._asked > 0
        self._resting = False

    def _step(self) -> bool:
        """One step of tidying. Whether there is more; what cannot be tidied now is left for another time."""
        if self._tidy is None or self._store is None:
            return False
        try:
            return self._tidy(self._store)
        except StoreProblem:
            return False

    def submit(self, work: Callable[[Store], _T]) -> Future[_T]:
        """Run it in the lane. Raises RuntimeError after `close`."""
        future = self._executor.submit(self._run, work)
        with self._changed:
            self._asked += 1
            self._changed.notify()
        return future

    async def ask(self, work: Callable[[Store], _T]) -> _T:
        """For reading: where nobody waits any more, work that has not begun is not done."""
        return await asyncio.wrap_future(self.submit(work))

    async def insist(self, work: Callable[[Store], _T]) -> _T:
        """For writing: once asked for it is done, whoever stops waiting for it."""
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[_T] = loop.create_future()

        def settle(done: Future[_T]) -> None:
            raised = done.exception()
            if waiter.done():
                _note(raised)
            elif raised is not None:
                waiter.set_exception(raised)
            else:
                waiter.set_result(done.result())

        def hand_over(done: Future[_T]) -> None:
            try:
                loop.call_soon_threadsafe(settle, done)
            except RuntimeError:  # the loop has ended: nobody is there to hear
                _note(done.exception())

        self.submit(work).add_done_callback(hand_over)
        return await waiter

    def close(self) -> None:
        """Do what was asked for, close the store, end the thread. May be called twice."""
        with suppress(RuntimeError):
            self._executor.submit(self._end)
        with self._changed:
            self._asked += 1
            self._changed.notify()
        self._executor.shutdown(wait=True)

    def _end(self) -> None:
        steps = 0
        while steps < LAST_STEPS and self._step():
            steps += 1
        if self._store is not None:
            self._store.close()
            self._store = None
