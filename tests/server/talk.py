"""Short hands for tests that talk to the server: a whole line, the problem it ended with, a task to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rehearse.errors import ServiceProblem
from rehearse.models.client import Chunk, Client, Done, Item, Message, Retry, Wait
from rehearse.models.endpoint import Timeouts, parse_endpoint

T = TypeVar("T")
ASK = (Message("system", "You are Margaret."), Message("user", "We lose 40 orders a day."))
# Short enough for tests, long enough for a busy machine.
SHORT = Timeouts(connect=0.4, tell=0.08, end=0.4, retry=0.03)


@dataclass
class Heard:
    """Everything that one stream brought."""

    items: list[Item] = field(default_factory=list)
    problem: ServiceProblem | None = None

    @property
    def text(self) -> str:
        return "".join(i.text for i in self.items if isinstance(i, Chunk))

    @property
    def done(self) -> Done | None:
        return next((i for i in self.items if isinstance(i, Done)), None)

    @property
    def waits(self) -> list[Wait]:
        return [i for i in self.items if isinstance(i, Wait)]

    @property
    def retries(self) -> list[Retry]:
        return [i for i in self.items if isinstance(i, Retry)]

    @property
    def kind(self) -> str:
        return self.problem.kind if self.problem else ""


@asynccontextmanager
async def talking(url: str, key: str | None = "sk-test-secret-0123456789", timeouts: Timeouts = SHORT, **more: Any):
    """A warm client for this address, closed at the end."""
    client = Client(parse_endpoint(url, "small", timeouts), key, **more)
    try:
        await client.warm()
        yield client
    finally:
        await client.close()


async def heard(client: Client, **more: Any) -> Heard:
    """Listen to one line until it ends, however it ends."""
    found = Heard()
    try:
        async for item in client.stream(ASK, **more):
            found.items.append(item)
    except ServiceProblem as problem:
        found.problem = problem
    return found


def listen(url: str, timeouts: Timeouts = SHORT, **more: Any) -> Heard:
    """One line from this address, in a loop of its own."""

    async def once() -> Heard:
        async with talking(url, timeouts=timeouts, **more) as client:
            return await heard(client)

    return asyncio.run(once())


def with_client(url: str, do: Callable[[Client], Awaitable[T]], **more: Any) -> T:
    """Run `do` with a client for this address, in a loop of its own."""

    async def once() -> T:
        async with talking(url, **more) as client:
            return await do(client)

    return asyncio.run(once())
