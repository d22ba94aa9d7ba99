"""Stop in every state of a request: how long until the task that was cancelled has ended."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack

from rehearse.models.client import Client
from rehearse.models.endpoint import Timeouts
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, short, spread
from tests.server import Server
from tests.server.places import never_taken
from tests.server.talk import ASK, talking

SLOW = Timeouts(connect=30, tell=30, end=30, retry=20)
ROUNDS = 6
Work = Callable[[Client], Awaitable[None]]


async def _line(client: Client) -> None:
    async for _ in client.stream(ASK):
        pass


async def _form(client: Client) -> None:
    await client.structured(ASK, {"type": "object", "properties": {}}, lambda v: v, name="form")


async def _stopped(client: Client, work: Work, ready: Callable[[], bool], pause: float = 0.02) -> float:
    """Seconds from the cancel to the end of the task, once the request is in the state that is meant."""
    task = asyncio.ensure_future(work(client))
    until = time.perf_counter() + 10
    while not ready() and time.perf_counter() < until:
        await asyncio.sleep(0.005)
    await asyncio.sleep(pause)
    if task.done():
        raise RuntimeError("the request ended before it was stopped")
    begun = time.perf_counter()
    task.cancel()
    await asyncio.wait([task])
    return time.perf_counter() - begun


STATES = {
    "waiting for headers": ({"fault": "f16_no_headers"}, _line, 0.02),
    "form, waiting for headers": ({"fault": "f16_no_headers"}, _form, 0.02),
    "stalled": ({"fault": "f17_stall"}, _line, 0.02),
    "pings without words": ({"fault": "f18_pings"}, _line, 0.02),
    "finished, line left open": ({"fault": "finish_and_stay"}, _line, 0.01),
    "mid-stream": ({"replies": ["word " * 20_000] * 20, "rate": 100.0}, _line, 0.05),
    "flood": ({"replies": ["word " * 20_000] * 20, "rate": 2_000.0}, _line, 0.05),
    "counting down to a retry": ({"fault": "f13_500"}, _line, 0.05),
}  # fmt: skip


async def _server_state(options: dict[str, object], work: Work, pause: float) -> list[float]:
    found = []
    with Server(**options) as server:  # type: ignore[arg-type]
        for _ in range(ROUNDS):
            before = server.count
            async with talking(server.url, timeouts=SLOW) as client:
                found.append(await _stopped(client, work, lambda n=before: server.count > n, pause))  # type: ignore[misc]
    return found


async def _address(url: str, ready: Callable[[], bool]) -> list[float]:
    found = []
    for _ in range(ROUNDS):
        async with talking(url, timeouts=SLOW) as client:
            found.append(await _stopped(client, _line, ready))
    return found


def measure(bench: Bench) -> Iterator[Row]:
    found = {name: asyncio.run(_server_state(*state)) for name, state in STATES.items()}
    with ExitStack() as stack:
        server = stack.enter_context(Server())
        found["in a handshake"] = asyncio.run(_address(server.url.replace("http:", "https:"), lambda: True))
        if sys.platform.startswith("linux"):
            port = stack.enter_context(never_taken())
            found["connecting"] = asyncio.run(_address(f"http://127.0.0.1:{port}", lambda: True))
    every = spread([s for series in found.values() for s in series], MS)
    slowest = max(found, key=lambda name: max(found[name]))
    told = f"p50 {short(every.p50)}, max {short(every.max)} ms ({slowest}); {len(found)} states"
    yield Row("Stop, in every state of the request", told, "100 ms", every.max <= 100, "a sync client: to its timeout, 600 s")
