"""The loopback server, until its input ends. Prints its address, then the times at which it wrote each numbered chunk."""

from __future__ import annotations

import asyncio
import json
import sys
import time

from tests.server import Server
from tests.server.wire import Out, piece

WRITES: list[list[float]] = []
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def stamp(number: int) -> str:
    """Five characters, about a token: the number in base 36 and a space."""
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits = LETTERS[digit] + digits
    return digits + " "


class Stamps(Server):
    """Numbers the chunks of what is spoken, and notes when each was written; it never comes to an end by itself."""

    async def stream(self, text: str, out: Out) -> None:
        if text.startswith("{"):  # an appraisal: a form that is filled in
            await super().stream(text, out)
            return
        await out.head()
        times: list[float] = []
        WRITES.append(times)
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while True:
            await asyncio.sleep(max(0.0, begun + len(times) / self.rate - loop.time()))
            data = piece(stamp(len(times)))
            times.append(time.monotonic())
            await out.event(data)


kind, rate = sys.argv[1], float(sys.argv[2])
with (Stamps if kind == "stamps" else Server)(rate=rate) as server:
    print(server.url, flush=True)
    sys.stdin.read()
print(json.dumps(WRITES), flush=True)
