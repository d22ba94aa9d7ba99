"""B53, F38: the key is in the one header where it belongs, and nowhere else: no log, problem, repr, traceback or request body."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest

from rehearse.errors import InputProblem, ServiceProblem
from rehearse.models.client import Client
from rehearse.models.endpoint import clean_key, parse_endpoint
from rehearse.models.faults import Case, explain
from rehearse.models.keys import Keys
from tests.server import Server
from tests.server.faults import FAULTS
from tests.server.places import nobody
from tests.server.talk import ASK, SHORT, heard, listen, talking

KEY = "sk-very-secret-0123456789abcdef"
SAMPLE = [n for n in FAULTS if n not in {"f10_rate_limited", "f35_one_event", "f37_endless", "f37_no_newline", "thoughts_long"}]


def test_b53_the_key_shows_up_nowhere_through_every_fault(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    texts: list[str] = []

    async def all_of_them(server: Server) -> None:
        async with talking(server.url, key=KEY, timeouts=SHORT) as client:
            texts.append(repr(client))
            for name in SAMPLE:
                server.fault = name
                found = await heard(client)
                if found.problem is not None:
                    texts.append(str(found.problem))
                    texts.extend(traceback.format_exception(found.problem))
                    context = found.problem.__cause__ or found.problem.__context__
                    assert context is None or isinstance(context, ServiceProblem)

    with Server() as server:
        asyncio.run(all_of_them(server))
        assert {r.headers["authorization"] for r in server.requests} == {f"Bearer {KEY}"}
        assert not any(KEY.encode() in r.raw for r in server.requests)
    with nobody() as port:
        texts.append(str(listen(f"http://127.0.0.1:{port}", key=KEY).problem))
    everything = "\n".join([*texts, caplog.text, *(repr(r.__dict__) for r in caplog.records)])
    assert len(texts) > 40
    assert KEY not in everything
    assert KEY[3:20] not in everything


def test_the_words_that_were_said_are_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Server() as server:
        listen(server.url)
    assert "40 orders" not in caplog.text
    assert "next quarter" not in caplog.text


def test_reprs_do_not_show_the_key() -> None:
    endpoint = parse_endpoint("https://models.example", "m")
    case = Case(endpoint, KEY)
    assert KEY not in repr(case) + repr(Client(endpoint, KEY)) + repr(Keys(lambda: None))
    assert KEY not in str(explain(RuntimeError(KEY), case))


@pytest.mark.parametrize(
    "given", ["", "  ", "two words", "two\nlines", "tab\tinside", "schlüssel", "“quoted”", "nul\0", "x" * 5_000, "​zero"]
)
def test_f38_b52_a_key_that_cannot_be_one_is_refused_without_repeating_it(given: str) -> None:
    with pytest.raises(InputProblem) as caught:
        clean_key(given)
    assert not given.strip() or given not in str(caught.value)
    with pytest.raises(InputProblem):
        Client(parse_endpoint("https://models.example", "m"), given)


def test_b52_space_around_a_key_is_taken_off() -> None:
    assert clean_key(" \tsk-abc\r\n") == "sk-abc"


def test_a_local_server_without_a_key_gets_a_word_in_its_place() -> None:
    with Server() as server:
        listen(server.url, key=None)
        assert server.requests[0].headers["authorization"] == "Bearer none"


def test_nothing_else_is_sent_than_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No library's telemetry headers, nothing of OPENAI_*; the body holds the messages and the settings."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-somebody")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-the-environment")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.invalid/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Spy: 1\nAuthorization: Bearer spy\nnonsense ü")
    with Server() as server:
        listen(server.url, key=KEY)
        request = server.requests[0]
    assert set(request.headers) <= {
        "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host", "user-agent",
    }  # fmt: skip
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["user-agent"].startswith("rehearse/")
    assert set(request.body) == {"model", "messages", "stream", "max_tokens", "temperature"}
    assert request.messages == [{"role": m.role, "content": m.content} for m in ASK]
