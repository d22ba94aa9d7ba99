"""F41: Stop is felt within 100 ms in every state of a request, and the connection goes with it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

import pytest

from rehearse.models.client import Client, Retry
from rehearse.models.endpoint import Timeouts
from tests.server import Server
from tests.server.places import never_taken
from tests.server.talk import ASK, talking

SLOW = Timeouts(connect=30, tell=30, end=30, retry=20)
LIMIT = 2.0  # far below what is waited for otherwise; a bench measures how quick it is


async def take_all(client: Client) -> None:
    async for _ in client.stream(ASK):
        pass


async def fill_in(client: Client) -> None:
    await client.structured(ASK, {"type": "object", "properties": {}}, lambda v: v, name="form")


async def stopped(client: Client, work: Callable[[Client], Awaitable[None]], ready: Callable[[], bool]) -> float:
    """Start the work, wait until it is in the state meant, stop it; seconds that stopping took."""
    task = asyncio.ensure_future(work(client))
    for _ in range(2_000):
        if ready():
            break
        await asyncio.sleep(0.005)
    assert ready()
    await asyncio.sleep(0.02)
    assert not task.done()
    begun = time.perf_counter()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    return time.perf_counter() - begun


async def closed(server: Server) -> bool:
    """Whether the server sees every connection end, within a second."""
    for _ in range(200):
        if server.open == 0:
            return True
        await asyncio.sleep(0.005)
    return False


@pytest.mark.parametrize("fault", ["f16_no_headers", "f17_stall", "f18_pings", "finish_and_stay"])
@pytest.mark.parametrize("work", [take_all, fill_in])
def test_stop_while_waiting_and_in_mid_stream(fault: str, work: Callable[[Client], Awaitable[None]]) -> None:
    async def run(server: Server) -> None:
        async with talking(server.url, timeouts=SLOW) as client:
            assert await stopped(client, work, lambda: server.count == 1) < LIMIT
            assert await closed(server)

    with Server(fault=fault) as server:
        asyncio.run(run(server))


def test_stop_in_a_flood() -> None:
    async def run(server: Server) -> None:
        async with talking(server.url, timeouts=SLOW) as client:
            assert await stopped(client, take_all, lambda: server.count == 1) < LIMIT
            assert await closed(server)

    with Server(replies=["word " * 20_000], rate=2_000) as server:
        asyncio.run(run(server))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a full queue of callers is answered differently elsewhere")
def test_stop_while_connecting() -> None:
    async def run(port: int) -> None:
        async with talking(f"http://127.0.0.1:{port}", timeouts=SLOW) as client:
            assert await stopped(client, take_all, lambda: True) < LIMIT

    with never_taken() as port:
        asyncio.run(run(port))


def test_stop_in_a_handshake() -> None:
    async def run(server: Server) -> None:
        async with talking(server.url.replace("http:", "https:"), timeouts=SLOW) as client:
            assert await stopped(client, take_all, lambda: server.open == 1) < LIMIT

    with Server() as server:
        asyncio.run(run(server))


def test_stop_in_the_countdown() -> None:
    async def run(server: Server) -> None:
        seen: list[float] = []

        async def counting(client: Client) -> None:
            async for item in client.stream(ASK):
                assert isinstance(item, Retry)
                seen.append(item.seconds)

        async with talking(server.url, timeouts=SLOW) as client:
            assert await stopped(client, counting, lambda: bool(seen)) < LIMIT
        assert seen == [20]
        assert server.count == 1

    with Server(fault="f13_500") as server:
        asyncio.run(run(server))


def test_stop_while_the_client_is_being_imported() -> None:
    """In a process of its own: the import is under way only once."""
    script = """
import asyncio, time
from rehearse.models.client import Client, Message
from rehearse.models.endpoint import parse_endpoint
async def run():
    client = Client(parse_endpoint("http://127.0.0.1:9", "small"))
    async def take():
        async for _ in client.stream([Message("user", "x")]): pass
    task = asyncio.ensure_future(take())
    await asyncio.sleep(0.05)
    begun = time.perf_counter()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(time.perf_counter() - begun)
    await client.close()
asyncio.run(run())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert float(done.stdout) < LIMIT


def test_leaving_the_loop_early_ends_the_request() -> None:
    async def run(server: Server) -> None:
        async with talking(server.url, timeouts=SLOW) as client:
            items = client.stream(ASK)
            async for _ in items:
                break
            await items.aclose()
            assert await closed(server)
            assert len(asyncio.all_tasks()) == 1

    with Server(replies=["word " * 20_000], rate=100) as server:
        asyncio.run(run(server))


def test_nothing_runs_on_after_a_line_and_the_connection_is_used_again() -> None:
    async def run(server: Server) -> None:
        async with talking(server.url) as client:
            for _ in range(5):
                await take_all(client)
            assert len(asyncio.all_tasks()) == 1
            assert server.connections == 1
        assert await closed(server)

    with Server() as server:
        asyncio.run(run(server))
