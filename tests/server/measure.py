"""How long a client takes, for benchmarks: the first chunk against a raw socket, and chunks a second."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from contextlib import aclosing
from dataclasses import dataclass

from rehearse.models.client import Chunk, Client, Message
from rehearse.models.endpoint import parse_endpoint
from tests.server.server import Server

SAID = (Message("user", "We lose forty orders a day."),)


@dataclass(frozen=True)
class Measured:
    """Seconds to the first chunk, medians; chunks a second when the server goes as fast as it can."""

    first_chunk: float
    first_chunk_raw: float
    chunks_per_second: float

    @property
    def ours(self) -> float:
        """Our time on top of a raw socket, in seconds."""
        return self.first_chunk - self.first_chunk_raw


async def raw_first_chunk(port: int) -> float:
    """Seconds from connecting to the first words, by hand."""
    body = json.dumps({"model": "m", "stream": True, "messages": [{"role": "user", "content": SAID[0].content}]}).encode()
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    seen = b""
    while b'"content": "Y' not in seen:
        seen += await reader.read(65_536)
    taken = time.perf_counter() - begun
    writer.close()
    await writer.wait_closed()
    return taken


async def first_chunk(client: Client) -> float:
    """Seconds from asking to the first words, through the client."""
    begun = time.perf_counter()
    async with aclosing(client.stream(SAID)) as items:
        async for item in items:
            if isinstance(item, Chunk):
                return time.perf_counter() - begun
    raise AssertionError("no words")


async def throughput(client: Client, pieces: int) -> float:
    """Pieces a second through the client, from a server that says `pieces` pieces without a pause."""
    begun = time.perf_counter()
    async with aclosing(client.stream(SAID)) as items:
        async for _ in items:
            pass
    return pieces / (time.perf_counter() - begun)


async def measure(rounds: int = 30, pieces: int = 5_000) -> Measured:
    """Both ways in turns, so that what else the machine does hits both."""
    ours, raw = [], []
    with Server() as server:
        for _ in range(rounds):
            raw.append(await raw_first_chunk(server.port))
            client = Client(parse_endpoint(server.url, "small"))
            await client.warm()
            ours.append(await first_chunk(client))
            await client.close()
    with Server(replies=["word", "word" * pieces], chunk=4) as server:
        client = Client(parse_endpoint(server.url, "small"))
        await throughput(client, 1)
        rate = await throughput(client, pieces)
        await client.close()
    return Measured(statistics.median(ours), statistics.median(raw), rate)


if __name__ == "__main__":
    found = asyncio.run(measure())
    print(f"first chunk {found.first_chunk * 1000:.1f} ms, raw {found.first_chunk_raw * 1000:.1f} ms")
    print(f"{found.chunks_per_second:.0f} chunks a second")
