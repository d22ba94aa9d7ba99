"""One request on its way: a task reads the server, whoever consumes sees items, and silence is measured in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

from rehearse.errors import ServiceProblem
from rehearse.models.endpoint import Timeouts
from rehearse.models.faults import Sign
from rehearse.models.items import Back, Chunk, Wait
from rehearse.models.reply import Reply

# After the server named its reason to finish: how long to wait for [DONE] from one that leaves the line open.
GRACE = 1.0
# Stop must be felt within 100 ms; a connection that takes longer to close is left to close by itself.
CLOSING = 0.05
# For the rest of a body after [DONE], so that the connection can be used again.
DRAIN = 0.05

_END = object()


class Flow:
    """What the reading task and the consumer share. `put` what there is to show; `alive` is when the model last gave a sign."""

    def __init__(self, inside: bool = False) -> None:
        self.reply = Reply(inside)
        self.alive = asyncio.get_running_loop().time()
        self._queue: asyncio.Queue[object] = asyncio.Queue()
        self._tokens = 0
        self._finishing = False

    def say(self, text: str) -> None:
        if text:
            self._queue.put_nowait(Chunk(text))

    def take_back(self) -> None:
        """What was put so far was no speech."""
        self._queue.put_nowait(Back())

    def beat(self) -> None:
        """Note the time where a token, of speech or of thought, has come since the last call. Pings do not count (F18)."""
        finished = self.reply.finish is not None and not self._finishing
        if self.reply.tokens != self._tokens or finished:
            self._tokens = self.reply.tokens
            self.alive = asyncio.get_running_loop().time()
        if finished:
            self._finishing = True
            self._queue.put_nowait(None)  # wake the consumer: from here on it waits less

    def stop(self, problem: ServiceProblem) -> None:
        self._queue.put_nowait(problem)

    async def run(
        self, read: Callable[[Flow], Awaitable[None]], limits: Timeouts, late: Callable[[bool], ServiceProblem]
    ) -> AsyncGenerator[Chunk | Back | Wait, None]:
        """Start `read` and yield what it puts, with a Wait where nothing comes. Ends when `read` ends.

        Raises the problem that was put, or `late(spoke)` after `limits.end` seconds without a sign of life.
        Closing or cancelling this generator cancels `read`.
        """
        task = asyncio.ensure_future(read(self))
        task.add_done_callback(lambda _: self._queue.put_nowait(_END))
        loop = asyncio.get_running_loop()
        shown = loop.time()
        tell = shown + limits.tell
        try:
            while True:
                item = await self._next(min(self._dead(limits), tell))
                now = loop.time()
                if isinstance(item, Chunk | Back):
                    yield item
                    shown = loop.time()
                    tell = shown + limits.tell
                elif isinstance(item, ServiceProblem):
                    raise item
                elif item is _END:
                    task.result()  # a bug in reading is raised here
                    return
                elif now >= self._dead(limits):
                    if self._finishing:
                        return
                    raise late(self.reply.spoke)
                elif now >= tell:
                    yield Wait(now - shown)
                    tell = max(tell, now) + min(1.0, limits.tell)
        finally:
            task.cancel()
            await asyncio.wait({task}, timeout=CLOSING)

    def _dead(self, limits: Timeouts) -> float:
        """When silence ends it all: soon, once the server said that it has finished."""
        return self.alive + (min(GRACE, limits.end) if self._finishing else limits.end)

    async def _next(self, deadline: float) -> object | None:
        if not self._queue.empty():
            return self._queue.get_nowait()
        try:
            async with asyncio.timeout_at(deadline):
                return await self._queue.get()
        except TimeoutError:
            return None


async def drained(parts: AsyncIterator[bytes]) -> None:
    """Read the rest of a body, if it comes at once."""
    import httpx2

    try:
        async with asyncio.timeout(DRAIN):
            async for _ in parts:
                pass
    except (TimeoutError, Sign, httpx2.HTTPError, httpx2.StreamError):
        pass
