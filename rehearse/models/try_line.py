"""A short line to see how a model answers: the button "Try a line" and `doctor`."""

from __future__ import annotations

import time
from contextlib import aclosing
from dataclasses import dataclass

from rehearse.models.client import Chunk, Client, Message

LINE = (
    Message("system", "You are a busy manager in a meeting. Answer in one short sentence."),
    Message("user", "I would like two engineers for two weeks."),
)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came back, and after how many seconds the first word and the last."""

    first_word_seconds: float
    text: str
    total_seconds: float


async def try_line(client: Client) -> Tried:
    """Ask for one line. Raises ServiceProblem as `Client.stream` does."""
    await client.warm()
    begun = time.perf_counter()
    first = 0.0
    text = []
    async with aclosing(client.stream(LINE, max_tokens=60)) as items:
        async for item in items:
            if isinstance(item, Chunk):
                first = first or time.perf_counter() - begun
                text.append(item.text)
    return Tried(first, "".join(text).strip(), time.perf_counter() - begun)
