"""What is odd about an endpoint and no fault: each is got over in speaking and in structured use, as a stream and in one
piece, and what was learnt of it is not asked for again."""

from __future__ import annotations

from typing import Any

import pytest

from rehearse.models.client import Back, Chunk, Client
from rehearse.models.endpoint import Timeouts
from rehearse.models.quirks import Quirks, learn
from tests.server import Server
from tests.server.manner import FIELDS, THOUGHT, WRITTEN, Manner
from tests.server.talk import ASK, heard, with_client

PATIENT = Timeouts(connect=5, tell=5, end=20, retry=0.03)
LINE = "Four outages. So who counted them?"
SCHEMA = {
    "type": "object",
    "properties": {"verdict": {"enum": ["yes", "no"]}, "quote": {"type": "string"}},
    "required": ["verdict", "quote"],
    "additionalProperties": False,
}
OBJECT = '{"verdict": "yes", "quote": "40 orders"}'
FORMS = {"every form": ("json_schema", "json_object"), "json mode only": ("json_object",), "no form": ()}

# what is odd: how the server is made, and the requests that two questions take (a line twice; an object twice)
ODD: dict[str, tuple[dict[str, Any], int, int]] = {
    "nothing": ({}, 2, 2),
    "no system role": ({"roles": ("user", "assistant")}, 3, 3),
    "no json_schema": ({"forms": ("json_object",)}, 2, 3),
    "no response_format": ({"forms": ()}, 2, 4),
    "max_completion_tokens": ({"refuses": ("max_tokens",)}, 3, 3),
    "no limit at all": ({"refuses": ("max_tokens", "max_completion_tokens")}, 4, 4),
    "no temperature": ({"refuses": ("temperature",)}, 3, 3),
    "no stream": ({"refuses": ("stream",)}, 3, 3),
    "only the names of fields": ({"refuses": ("max_tokens", "temperature"), "terse": True}, 4, 4),
    "nothing of it all": (
        {"refuses": ("stream", "max_tokens", "temperature"), "forms": (), "roles": ("user", "assistant")}, 6, 8
    ),
    "content in parts": ({"manner": Manner(parts=True)}, 2, 2),
    "empty choices and usage": ({"manner": Manner(empty=True)}, 2, 2),
    "no reason to finish": ({"manner": Manner(finish=None)}, 2, 2),
    "thoughts take the room": ({"manner": Manner(room=1_900)}, 3, 3),
    "thoughts take the room, told apart": ({"manner": Manner(room=1_900, field="reasoning_content")}, 3, 3),
    **{f"written: {name}": ({"manner": Manner(written=name)}, 2, 2) for name in WRITTEN},
    **{f"told apart: {name}": ({"manner": Manner(field=name)}, 2, 2) for name in FIELDS},
}  # fmt: skip


def made(odd: dict[str, Any], whole: bool, **more: Any) -> Server:
    manner = odd.get("manner", Manner())
    return Server(**{**odd, **more, "manner": Manner(**{**vars_of(manner), "whole": whole})})


def vars_of(manner: Manner) -> dict[str, Any]:
    return {name: getattr(manner, name) for name in Manner.__dataclass_fields__}


def verdict(value: object) -> str:
    assert isinstance(value, dict)
    if value.get("verdict") not in ("yes", "no"):
        raise ValueError("verdict must be yes or no")
    return f"{value['verdict']}: {value['quote']}"


@pytest.mark.parametrize("whole", [False, True], ids=["stream", "whole"])
@pytest.mark.parametrize("name", ODD)
def test_a_line_is_heard_and_nothing_else(name: str, whole: bool) -> None:
    odd, requests, _ = ODD[name]

    async def two(client: Client) -> list[str]:
        lines = []
        for _ in range(2):
            found = await heard(client)
            assert found.problem is None, found.problem
            assert found.done is found.items[-1]
            said = ""
            for item in found.items:
                said = "" if isinstance(item, Back) else said + item.text if isinstance(item, Chunk) else said
            lines.append(said.strip())
        return lines

    with made(odd, whole, replies=[LINE, LINE]) as server:
        assert with_client(server.url, two, timeouts=PATIENT) == [LINE, LINE]
        assert server.count == requests


@pytest.mark.parametrize("whole", [False, True], ids=["stream", "whole"])
@pytest.mark.parametrize("name", ODD)
def test_an_object_is_read_wherever_it_stands(name: str, whole: bool) -> None:
    odd, _, requests = ODD[name]

    async def two(client: Client) -> list[str]:
        return [await client.structured(ASK, SCHEMA, verdict, name="sheet") for _ in range(2)]

    with made(odd, whole, replies=[OBJECT, OBJECT]) as server:
        assert with_client(server.url, two, timeouts=PATIENT) == ["yes: 40 orders"] * 2
        assert server.count == requests


@pytest.mark.parametrize("forms", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("written", WRITTEN)
def test_every_way_of_writing_and_every_form(written: str, forms: tuple[str, ...]) -> None:
    async def one(client: Client) -> str:
        return await client.structured(ASK, SCHEMA, verdict, name="sheet")

    with Server(forms=forms, manner=Manner(written=written), replies=[OBJECT]) as server:
        assert with_client(server.url, one, timeouts=PATIENT) == "yes: 40 orders"


@pytest.mark.parametrize("chunk", [1, 2, 7, 1_000])
@pytest.mark.parametrize("written", WRITTEN)
def test_marks_are_seen_however_they_are_torn(written: str, chunk: int) -> None:
    async def line(client: Client) -> list[str]:
        pieces: list[str] = []
        async for item in client.stream(ASK):
            if isinstance(item, Back):
                pieces.clear()
            elif isinstance(item, Chunk):
                pieces.append(item.text)
        return pieces

    with Server(manner=Manner(written=written), replies=[LINE], chunk=chunk) as server:
        assert "".join(with_client(server.url, line, timeouts=PATIENT)).strip() == LINE


def test_thoughts_without_a_beginning_are_taken_back_once_and_never_shown_again() -> None:
    async def two(client: Client) -> list[list[str]]:
        kinds = []
        for _ in range(2):
            found = await heard(client)
            kinds.append([type(i).__name__ for i in found.items if not isinstance(i, Chunk)])
            assert THOUGHT[:20] not in found.text or kinds == [["Back", "Done"]]
        return kinds

    with Server(manner=Manner(written="unopened"), replies=[LINE, LINE]) as server:
        assert with_client(server.url, two, timeouts=PATIENT) == [["Back", "Done"], ["Done"]]


def test_a_model_that_was_taken_for_one_that_thinks_is_heard_all_the_same() -> None:
    async def two(client: Client) -> str:
        await heard(client)
        server.manner = Manner()
        return (await heard(client)).text

    with Server(manner=Manner(written="unopened"), replies=[LINE, LINE]) as server:
        assert with_client(server.url, two, timeouts=PATIENT) == LINE


def test_one_that_thinks_for_ever_is_asked_twice_and_then_told() -> None:
    with Server(manner=Manner(room=100_000)) as server:
        found = with_client(server.url, heard, timeouts=PATIENT)
        assert server.count == 2
        asked = [c.body["max_tokens"] for c in server.chats]
    assert found.kind == "empty"
    assert asked[1] > asked[0] + 1_000


def test_what_is_asked_for_in_size_is_not_taken_for_a_name() -> None:
    """`max_tokens is too large` and a talk that is too long teach nothing about names."""
    body: dict[str, object] = {"messages": [{"role": "user", "content": "x"}], "max_tokens": 9}
    assert learn(Quirks(), 400, "max_tokens is too large: 5000. This model supports at most 4096.", body) is None
    assert learn(Quirks(), 400, "This model's maximum context length is 4096 tokens, max_tokens is not supported", body) is None
    assert learn(Quirks(), 429, "temperature", body) is None
