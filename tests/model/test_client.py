"""The client against a real server and a real model: streaming, stopping, structured replies, a talk that grows too long.

What the model says is of no account (it has 135 million parameters); that it says it through us is what is proved.
"""

from __future__ import annotations

import asyncio
import time

import pytest

from rehearse.errors import ServiceProblem
from rehearse.models.client import Chunk, Client, Message
from rehearse.models.discovery import look
from rehearse.models.endpoint import Timeouts
from rehearse.models.try_line import try_line
from tests.server.talk import heard, with_client

PATIENT = Timeouts(connect=5, tell=30, end=120)
SCHEMA = {
    "type": "object",
    "properties": {"verdict": {"type": "string", "enum": ["asserted", "evidenced", "ignored"]}, "sure": {"type": "boolean"}},
    "required": ["verdict", "sure"],
    "additionalProperties": False,
}
ASK = [
    Message("system", "You judge one line of a meeting."),
    Message("user", "The line is: We lose 40 orders a day, says the incident log."),
]


def check(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    if set(value) != {"verdict", "sure"} or value["verdict"] not in ("asserted", "evidenced", "ignored"):
        raise ValueError("verdict must be asserted, evidenced or ignored")
    return value


def test_a_line_streams(real_server: str) -> None:
    found = with_client(real_server, lambda c: heard(c, max_tokens=40, temperature=0.0), timeouts=PATIENT)
    assert found.problem is None
    assert sum(isinstance(i, Chunk) for i in found.items) > 3
    assert found.text.strip()
    assert found.done is not None
    assert found.done.complete


def test_a_line_that_is_cut_by_its_length_says_so(real_server: str) -> None:
    found = with_client(real_server, lambda c: heard(c, max_tokens=3), timeouts=PATIENT)
    assert found.done is not None
    assert found.done.note == "length"


def test_a_talk_of_three_turns(real_server: str) -> None:
    async def talk(client: Client) -> list[str]:
        said = [Message("system", "You are a manager. Answer in one sentence.")]
        for words in ("We lose 40 orders a day.", "Two engineers for six weeks.", "May I start on Monday?"):
            said.append(Message("user", words))
            line = "".join([i.text async for i in client.stream(said, max_tokens=30) if isinstance(i, Chunk)])
            said.append(Message("assistant", line))
        return [m.content for m in said[2::2]]

    assert all(with_client(real_server, talk, timeouts=PATIENT))


def test_stop_in_mid_line_and_go_on(real_server: str) -> None:
    async def run(client: Client) -> float:
        begun = asyncio.Event()

        async def speak() -> None:
            async for item in client.stream([Message("user", "Count to a thousand, in words.")], max_tokens=1_500):
                if isinstance(item, Chunk):
                    begun.set()

        task = asyncio.ensure_future(speak())
        await begun.wait()
        at = time.perf_counter()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        taken = time.perf_counter() - at
        assert (await heard(client, max_tokens=5)).text
        return taken

    assert with_client(real_server, run, timeouts=PATIENT) < 0.1


def test_a_structured_reply_fits_its_schema(real_server: str) -> None:
    async def fill(client: Client) -> dict[str, object]:
        return await client.structured(ASK, SCHEMA, check, name="verdict", max_tokens=100)

    assert set(with_client(real_server, fill, timeouts=PATIENT)) == {"verdict", "sure"}


def test_a_talk_that_grows_too_long_is_told(real_server: str) -> None:
    async def overflow(client: Client) -> None:
        long = [Message("user", "We lose forty orders every day. " * 600)]
        async for _ in client.stream(long):
            pass

    with pytest.raises(ServiceProblem) as caught:
        with_client(real_server, overflow, timeouts=PATIENT)
    assert caught.value.kind == "too_long_context"


def test_the_server_is_found_and_lists_its_model(real_server: str) -> None:
    async def names(client: Client) -> tuple[str, ...]:
        return await client.models()

    listed = with_client(real_server, names, timeouts=PATIENT)
    assert len(listed) == 1
    port = int(real_server.rpartition(":")[2])
    found = asyncio.run(look({port: "llama.cpp"}, patience=5))
    assert [(f.name, f.models) for f in found] == [("llama.cpp", listed)]


def test_a_line_to_try(real_server: str) -> None:
    tried = with_client(real_server, try_line, timeouts=PATIENT)
    assert tried.text
    assert 0 < tried.first_word_seconds <= tried.total_seconds
