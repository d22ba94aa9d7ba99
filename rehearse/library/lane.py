"""A thread with its own store: work goes in, an awaitable comes out. The loop never waits for the disk."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from rehearse.library.store import Store

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def _note(raised: BaseException | None) -> None:
    if raised is not None:
        _log.warning("a write that nobody waited for was not made: %s", type(raised).__name__)


class Lane:
    """One thread that opens a store at first use and runs one piece of work after the other on it."""

    def __init__(self, name: str, open_store: Callable[[], Store]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open_store = open_store
        self._store: Store | None = None

    def _run(self, work: Callable[[Store], _T]) -> _T:
        if self._store is None:
            self._store = self._open_store()
        return work(self._store)

    def submit(self, work: Callable[[Store], _T]) -> Future[_T]:
        """Run it in the lane. Raises RuntimeError after `close`."""
        return self._executor.submit(self._run, work)

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
        self._executor.shutdown(wait=True)

    def _end(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
