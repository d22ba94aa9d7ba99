"""Our time to the first chunk, on top of a raw socket that asks the same server the same thing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from rehearse.models.client import Client
from rehearse.models.endpoint import parse_endpoint
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, short, spread
from tests.server import Server
from tests.server.measure import first_chunk, raw_first_chunk, throughput

ROUNDS, PIECES = 60, 5_000


async def _rounds(kept: bool) -> tuple[list[float], list[float]]:
    """Both ways in turns: the client with its connection kept, as in a meeting, or built anew each time."""
    ours, raw = [], []
    with Server() as server:
        client = Client(parse_endpoint(server.url, "small"))
        await client.warm()
        for number in range(ROUNDS + 3):
            if not kept:
                await client.close()
                client = Client(parse_endpoint(server.url, "small"))
                await client.warm()
            bare = await raw_first_chunk(server.port)
            taken = await first_chunk(client)
            if number >= 3:
                raw.append(bare)
                ours.append(taken)
        await client.close()
    return ours, raw


async def _rate() -> float:
    with Server(replies=["word", "word" * PIECES], chunk=4) as server:
        client = Client(parse_endpoint(server.url, "small"))
        await throughput(client, 1)
        found = await throughput(client, PIECES)
        await client.close()
    return found


def measure(bench: Bench) -> Iterator[Row]:
    for kept, what in ((True, "our time to the first chunk"), (False, "   with a client just built")):
        ours, raw = asyncio.run(_rounds(kept))
        over = spread([o - r for o, r in zip(ours, raw, strict=True)], MS)
        told = f"+{short(over.p50)} ms (p99 +{short(over.p99)})"
        yield Row(what, told, "+5 ms", over.p50 <= 5, f"raw socket p50 {short(spread(raw, MS).p50)} ms")
    rate = asyncio.run(_rate())
    yield Row("   chunks a second that the client takes", f"{rate:,.0f}", "1,000", rate >= 1_000)
