"""A model behind the loopback server: lines, structured replies, the list of models, discovery, a line to try."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest

from rehearse.errors import ServiceProblem
from rehearse.models.client import Chunk, Client, Done, Message
from rehearse.models.discovery import look
from rehearse.models.endpoint import Timeouts
from rehearse.models.try_line import try_line
from tests.server import Server
from tests.server.brain import echo
from tests.server.measure import measure
from tests.server.places import nobody
from tests.server.talk import ASK, SHORT, heard, listen, with_client

SCHEMA = {
    "type": "object",
    "properties": {"verdict": {"enum": ["yes", "no"]}, "quote": {"type": "string"}},
    "required": ["verdict", "quote"],
    "additionalProperties": False,
}
GOOD = '{"verdict": "yes", "quote": "40 orders"}'


def verdict(value: object) -> str:
    assert isinstance(value, dict)
    if value.get("verdict") not in ("yes", "no"):
        raise ValueError("verdict must be yes or no")
    return f"{value['verdict']}: {value['quote']}"


async def fill(client: Client) -> str:
    return await client.structured(ASK, SCHEMA, verdict, name="the sheet")


def formats(server: Server) -> list[str]:
    return [r.body.get("response_format", {}).get("type", "plain") for r in server.chats]


# --- lines ----------------------------------------------------------------------------------------------------------


def test_a_line_comes_in_chunks_and_ends_with_done() -> None:
    with Server(replies=["Four outages. So what?"], chunk=3, rate=200) as server:
        found = listen(server.url)
        sent = server.chats[0]
    assert found.text == "Four outages. So what?"
    assert sum(isinstance(i, Chunk) for i in found.items) > 3
    assert found.items[-1] == Done("stop", True)
    assert sent.body["model"] == "small"
    assert sent.body["stream"] is True
    assert sent.messages[0] == {"role": "system", "content": "You are Margaret."}


def test_settings_are_sent() -> None:
    async def line(client: Client) -> None:
        await heard(client, max_tokens=7, temperature=0.1, stop=["\n"])

    with Server() as server:
        with_client(server.url, line)
        body = server.chats[0].body
    assert (body["max_tokens"], body["temperature"], body["stop"]) == (7, 0.1, ["\n"])


def test_a_meeting_goes_to_and_fro() -> None:
    async def meeting(client: Client) -> list[Message]:
        talk = [Message("system", "You are Margaret.")]
        for words in ("We lose 40 orders a day.", "It costs 90,000 a quarter.", "Two engineers for 6 weeks."):
            talk.append(Message("user", words))
            said = [i.text async for i in client.stream(talk) if isinstance(i, Chunk)]
            talk.append(Message("assistant", "".join(said)))
        return talk

    with Server() as server:
        talk = with_client(server.url, meeting)
        assert server.connections == 1
        assert len(server.chats[2].messages) == 6
    assert [m.content.split(".")[0] for m in talk[2::2]] == ["You said 40", "You said 90,000", "You said 6"]


def test_a_server_without_a_system_role_gets_it_in_the_first_words_and_is_remembered() -> None:
    async def two(client: Client) -> str:
        await heard(client)
        return (await heard(client)).text

    with Server(echo, roles=("user", "assistant")) as server:
        assert with_client(server.url, two) == "You are Margaret.\n\nWe lose 40 orders a day."
        assert [[m["role"] for m in r.messages] for r in server.chats] == [["system", "user"], ["user"], ["user"]]


def test_parameters_that_a_model_does_not_take_are_left_out_and_remembered() -> None:
    async def two(client: Client) -> None:
        assert (await heard(client, stop=["x"])).problem is None
        assert (await heard(client, stop=["x"])).problem is None

    with Server(refuses=("max_tokens", "temperature", "stop")) as server:
        with_client(server.url, two)
        assert server.count == 5
        last = server.chats[-1].body
    assert set(last) == {"model", "messages", "stream", "max_completion_tokens"}
    assert last["max_completion_tokens"] > 300


def test_the_client_can_be_used_right_after_building_and_not_after_closing() -> None:
    async def run(server: Server) -> None:
        from rehearse.models.endpoint import parse_endpoint

        client = Client(parse_endpoint(server.url, "small", SHORT))
        assert (await heard(client)).text
        await client.close()
        with pytest.raises(RuntimeError):
            await heard(client)

    with Server() as server:
        asyncio.run(run(server))


# --- structured replies -----------------------------------------------------------------------------------------------


def test_a_schema_is_asked_for_strictly_and_answered() -> None:
    with Server(answer=lambda messages, schema: {"verdict": "yes", "quote": messages[-1]["content"][:7]}) as server:
        assert with_client(server.url, fill) == "yes: We lose"
        asked = server.chats[0].body["response_format"]["json_schema"]
    assert asked == {"name": "the_sheet", "schema": SCHEMA, "strict": True}


@pytest.mark.parametrize(
    ("forms", "tried"),
    [
        (("json_object",), ["json_schema", "json_object", "json_object"]),
        ((), ["json_schema", "json_object", "plain", "plain"]),
    ],
)
def test_a_weaker_form_is_found_and_remembered(forms: tuple[str, ...], tried: list[str]) -> None:
    async def two(client: Client) -> list[str]:
        return [await fill(client), await fill(client)]

    with Server(forms=forms, replies=[GOOD, GOOD]) as server:
        assert with_client(server.url, two) == ["yes: 40 orders"] * 2
        assert formats(server) == tried
        assert '"verdict"' in server.chats[-1].messages[-1]["content"]  # the schema, in words
        assert "JSON" in server.chats[-1].messages[-1]["content"]


def test_a_server_without_anything_gets_there_too() -> None:
    with Server(forms=(), roles=("user", "assistant"), refuses=("temperature",), replies=[GOOD]) as server:
        assert with_client(server.url, fill) == "yes: 40 orders"


@pytest.mark.parametrize(
    "reply",
    [
        GOOD,
        f"Sure! Here it is:\n```json\n{GOOD}\n```\nAnything else?",
        f"I think {{it}} over. {GOOD} That is all.",
        f'<think>Perhaps {{"verdict": "no", "quote": "x"}}?</think>{GOOD}',
        f"Let me think.</think>\n{GOOD}",
        f"<think>{GOOD}</think>",
    ],
)
def test_b36_the_object_is_found_wherever_it_stands(reply: str) -> None:
    with Server(forms=(), replies=[reply]) as server:
        assert with_client(server.url, fill) == "yes: 40 orders"


@pytest.mark.parametrize(
    "bad", ["Certainly not.", '{"verdict": "maybe", "quote": ""}', '{"verdict": NaN}', "[1]", "", '{"verdict']
)
def test_b36_one_more_try_with_the_reason_and_then_a_problem(bad: str) -> None:
    with Server(replies=[bad, GOOD]) as server:
        assert with_client(server.url, fill) == "yes: 40 orders"
        again = server.chats[1].messages
        assert again[-2]["role"] == "assistant"
        assert "cannot be used" in again[-1]["content"]
        assert "maybe" not in bad or "verdict must be yes or no" in again[-1]["content"]
    with Server(replies=[bad, bad, GOOD]) as server:
        with pytest.raises(ServiceProblem) as caught:
            with_client(server.url, fill)
        assert caught.value.kind == "not_usable"
        assert server.count == 2


def test_a_fault_in_the_check_is_a_bug_and_not_asked_again() -> None:
    def broken(value: object) -> str:
        raise RuntimeError("a bug")

    async def go(client: Client) -> str:
        return await client.structured(ASK, SCHEMA, broken, name="x")

    with Server() as server, pytest.raises(RuntimeError, match="a bug"):
        with_client(server.url, go)


def test_a_structured_reply_tells_of_waits_and_of_a_try_again() -> None:
    told: list[str] = []

    async def go(client: Client) -> Any:
        return await client.structured(ASK, SCHEMA, verdict, name="x", report=lambda item: told.append(type(item).__name__))

    with Server(fault="f13_500_once", answer=lambda *_: json.loads(GOOD)) as server:
        assert with_client(server.url, go) == "yes: 40 orders"
    with Server(fault="f16_no_headers") as server, pytest.raises(ServiceProblem) as caught:
        with_client(server.url, go)
    assert caught.value.kind == "silent"
    assert told[0] == "Retry"
    assert "Wait" in told


@pytest.mark.parametrize(
    ("fault", "kind"),
    [("f6_key_refused", "key_refused"), ("f9_context", "too_long_context"), ("f26_refusal", "refusal"), ("f17_stall", "stalled")],
)
def test_faults_of_a_structured_reply_are_the_same(fault: str, kind: str) -> None:
    with Server(fault=fault) as server, pytest.raises(ServiceProblem) as caught:
        with_client(server.url, fill)
    assert caught.value.kind == kind


# --- models, discovery, a line to try -----------------------------------------------------------------------------------


def test_models_are_listed_whatever_shape_the_list_has() -> None:
    async def names(client: Client) -> tuple[str, ...]:
        return await client.models()

    with Server(models=("zeta", "alpha")) as server:
        assert with_client(server.url, names) == ("alpha", "zeta")
        server.answer_models = {"models": [{"name": "a:1", "model": "a:1"}, {"name": "b"}, 7, None, {"id": 3}]}
        assert with_client(server.url, names) == ("a:1", "b")
        server.answer_models = {"object": "list", "data": None}
        assert with_client(server.url, names) == ()
        server.answer_models = ["x", "x", "y\x00\n" + "z" * 300]
        assert with_client(server.url, names)[0] == "x"


def test_servers_on_this_computer_are_found_and_the_rest_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    with Server(models=("small",)) as one, Server() as odd, Server(fault="f16_no_headers") as silent, nobody() as port:
        odd.answer_models = {"hello": "there"}
        ports = {one.port: "Ollama", odd.port: "LM Studio", port: "vLLM"}
        found = asyncio.run(look(ports))
        assert silent.requests == []
        assert "authorization" not in one.requests[0].headers
    assert [(f.name, f.url, f.models) for f in found] == [("Ollama", one.url, ("small",))]


def test_a_line_to_try() -> None:
    with Server(replies=["Why now?"]) as server:
        tried = with_client(server.url, try_line, timeouts=Timeouts())
    assert tried.text == "Why now?"
    assert 0 < tried.first_word_seconds <= tried.total_seconds < 5


def test_the_helper_for_benchmarks_measures() -> None:
    found = asyncio.run(measure(rounds=2, pieces=200))
    assert found.first_chunk > 0
    assert found.chunks_per_second > 100


def test_importing_the_client_loads_none_of_the_large_libraries() -> None:
    script = (
        "import sys, rehearse.models.client, rehearse.models.keys, rehearse.models.discovery, rehearse.models.try_line\n"
        "print([m for m in ('openai', 'httpx2', 'pydantic', 'keyring', 'PySide6', 'anyio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
