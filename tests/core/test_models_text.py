"""The pure parts: events out of bytes, thoughts out of text, objects out of prose, words out of a server's trouble."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.models.endpoint import parse_endpoint
from rehearse.models.events import Events
from rehearse.models.findjson import find_object
from rehearse.models.items import Message
from rehearse.models.quirks import Ask, Quirks, folded, strict
from rehearse.models.text import Surrogates, printable, repaired
from rehearse.models.thoughts import Thoughts
from rehearse.models.words import in_words, retry_after, scrub, server_words


def split(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(c % (len(data) + 1) for c in cuts)})
    return [data[a:b] for a, b in pairwise(edges)]


LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]))
CUTS = st.lists(st.integers(0), max_size=12)
quickly = settings(max_examples=60, deadline=None, database=None)


@quickly
@given(st.lists(LINES, max_size=6), CUTS, st.sampled_from(["\n", "\r", "\r\n"]))
def test_events_are_the_same_however_the_bytes_are_torn(texts: list[str], cuts: list[int], end: str) -> None:
    data = "".join(f"data: {t}{end}{end}" for t in texts).encode()
    events = Events()
    found = [e.data.decode() for part in split(data, cuts) for e in events.feed(part)] + [e.data.decode() for e in events.end()]
    assert found == texts


@quickly
@given(st.text(), st.text(), CUTS)
def test_thoughts_are_taken_out_however_the_text_is_torn(thought: str, said: str, cuts: list[int]) -> None:
    thought, said = thought.replace("<", ""), said.replace("<", "")
    whole = f"<think>{thought}</think>{said}<think>again</think>."
    edges = sorted({0, len(whole), *(c % (len(whole) + 1) for c in cuts)})
    thoughts = Thoughts()
    shown = "".join(thoughts.feed(whole[a:b]) for a, b in pairwise(edges)) + thoughts.end()
    assert shown == f"{said}."
    assert "".join(thoughts.inner) == f"{thought}again"


@quickly
@given(st.text(st.characters(categories=["L", "Cs", "So"])), st.integers(0))
def test_whatever_comes_can_be_stored(text: str, cut: int) -> None:
    at = cut % (len(text) + 1)
    halves = Surrogates()
    joined = halves.feed(text[:at]) + halves.feed(text[at:]) + halves.end()
    joined.encode()
    assert joined == repaired(text)


def test_control_characters_are_dropped() -> None:
    assert printable("a\0b\x1b[31m\tc\r\nd\x85e") == "ab[31m\tc\nde"


@pytest.mark.parametrize(
    "text", ["", "none", "[1, 2]", '"x"', "{", "{" * 100_000, '{"a":' * 50_000, '{"a": NaN}', '{"a": Infinity}']
)
def test_what_holds_no_object_gives_none_and_soon(text: str) -> None:
    begun = time.thread_time()
    assert find_object(text) is None
    assert time.thread_time() - begun < 2


def test_the_longest_object_is_the_one_meant() -> None:
    assert find_object('First {"a": 1}, then {"a": 1, "b": {"c": 2}}, done {"d": 3}.') == {"a": 1, "b": {"c": 2}}


def test_roles_take_turns_where_they_must() -> None:
    talk = [Message("system", "S"), Message("assistant", "A"), Message("user", "B"), Message("user", "C")]
    assert [(m.role, m.content) for m in folded(talk)] == [("user", "S"), ("assistant", "A"), ("user", "B\n\nC")]
    assert folded([Message("assistant", "A")])[0].role == "user"


def test_strictness_is_asked_only_where_the_schema_allows_it() -> None:
    closed = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
    assert strict(closed)
    assert not strict({**closed, "required": []})
    assert not strict({**closed, "properties": {"a": {"type": "object"}}})
    assert not strict({"type": "array", "items": {"type": "object", "properties": {"x": {}}}})
    loose = Ask((Message("user", "x"),), 10, 0.0, schema={"type": "object"}, name="n")
    form = loose.body("m", Quirks())["response_format"]
    assert isinstance(form, dict)
    assert "strict" not in form["json_schema"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"error": {"message": "No."}}, "No."),
        ({"error": "No."}, "No."),
        ({"detail": [{"msg": "x", "message": "No."}]}, "No."),
        ({"message": "No."}, "No."),
        ("No.", "No."),
        ("<html>No.</html>", ""),
        (None, ""),
        ({"error": {"message": 7}}, ""),
        ({"error": {"error": {"error": {"error": {"error": "deep"}}}}}, ""),
    ],
)
def test_the_words_of_a_server_are_found(body: object, words: str) -> None:
    assert server_words(body, None) == words


def test_words_are_short_one_line_and_without_secrets() -> None:
    shown = scrub("key\n my-own-key-1 and sk-abcdef123 Bearer xyz " + "x " * 500 + "\ud800", "my-own-key-1")
    assert len(shown) <= 200
    assert "\n" not in shown
    assert not any(secret in shown for secret in ("my-own-key", "abcdef", "xyz"))
    assert json.dumps(shown)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 second"),
        (1, "1 second"),
        (1.2, "2 seconds"),
        (60, "1 minute"),
        (61, "61 seconds"),
        (121, "3 minutes"),
        (3600, "1 hour"),
        (90_000, "25 hours"),
        (200_000, "3 days"),
    ],
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_retry_after_in_every_form() -> None:
    assert retry_after({"retry-after": "7"}) == 7
    assert retry_after({"retry-after-ms": "250", "retry-after": "9"}) == 0.25
    soon = retry_after({"retry-after": format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)})
    assert soon is not None
    assert 25 < soon <= 30
    assert all(retry_after({"retry-after": v}) is None for v in ("", "soon", "-1", "nan", "inf", "1e99"))
    assert retry_after({}) is None


def test_an_endpoint_knows_where_it_is() -> None:
    here, there = parse_endpoint("http://localhost:11434", "m"), parse_endpoint("https://models.example:8443/v1", "m")
    assert (here.host, here.local, here.secure, here.program) == ("127.0.0.1:11434", True, False, "Ollama")
    assert (there.host, there.local, there.secure, there.program) == ("models.example:8443", False, True, "")
    assert parse_endpoint("http://[::1]:1234", "m").local
