"""Searching what was said: literal words, newest first, with the places of what was found."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from rehearse.conversation import RehearsalId
from rehearse.library import Store
from rehearse.library.text import match_query
from tests.golden.library.samples import record, turn

LINES = (
    "The payback is two engineers for six weeks.",
    "Größe und Café: naïve façade.",
    'She said "AND" and NOT and col:x and (nothing) * at all -x ^y NEAR.',
    "Payback comes from the finance report.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("search") / "library.db")
    store.create_rehearsal(record())
    for n, text in enumerate(LINES):
        store.add_turn(RehearsalId("r_1"), turn(f"t_{n}", f"t_{n - 1}" if n else None, text))
    yield store
    store.close()


def found(store: Store, words: str) -> list[str]:
    return [h.turn for h in store.search(words)]


def test_all_words_must_stand_in_the_line_newest_first(store: Store) -> None:
    assert found(store, "PAYBACK") == ["t_3", "t_0"]
    assert found(store, "payback weeks") == ["t_0"]
    assert found(store, "payback nowhere") == []


def test_accents_and_case_do_not_matter_and_the_last_word_may_be_unfinished(store: Store) -> None:
    assert found(store, "cafe große") == ["t_1"]
    assert found(store, "fin") == ["t_3"]
    assert found(store, "fin ") == []
    assert found(store, "fi") == []


def test_words_in_quotes_stand_together(store: Store) -> None:
    assert found(store, '"two engineers"') == ["t_0"]
    assert found(store, '"engineers two"') == []
    assert found(store, '"two engineers') == ["t_0"]


def test_a_hit_says_where_and_who(store: Store) -> None:
    hit = store.search("engineers weeks")[0]
    assert (hit.rehearsal, hit.title, hit.persona_name, hit.speaker) == ("r_1", "Checkout reliability", "Margaret Okafor", "you")
    assert [hit.snippet[a:b] for a, b in hit.spans] == ["engineers", "weeks"]


def test_the_next_hits_come_before_the_last(store: Store) -> None:
    first = store.search("payback", 1)
    assert [h.turn for h in store.search("payback", 1, first[-1].key)] == ["t_0"]


def test_an_endless_word_gives_a_short_snippet_around_the_find(store: Store) -> None:
    store.create_rehearsal(record("r_long"), turn("t_long", text="x" * 50_000 + " needle " + "y" * 50_000))
    hit = store.search("needle")[0]
    assert len(hit.snippet) <= 400
    assert [hit.snippet[a:b] for a, b in hit.spans] == ["needle"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"', []), ("AND", ["t_2"]), ("NOT", ["t_2"]), ("*", []), ("(", []), ("'", []), ("col:x", ["t_2"]), ("-x", ["t_2"]),
        ("^y", ["t_2"]), ("NEAR", ["t_2"]), ("{a b}:c", []), ('""', []), ('a"b', []), ("", []), ("  \n\t", []), ("\0", []),
        ("\ud800", []), ("text:payback", []),
        ("pay*", []), ("+", []), ("\x02", []), ("x OR payback", []), ("; DROP TABLE turns", []),
    ],
)  # fmt: skip
def test_B46_anything_may_be_searched_for_and_is_taken_literally(store: Store, words: str, expected: list[str]) -> None:
    assert found(store, words) == expected


@pytest.mark.parametrize("piece", ["a", "a ", '"', '"a ', "( OR * ", "é", "\ud800"])
def test_B46_a_hundred_thousand_characters(store: Store, piece: str) -> None:
    assert store.search(piece * (100_000 // len(piece))) == ()


@pytest.mark.parametrize("seed", range(200))
def test_B46_no_text_raises(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    signs = ["AND", "OR", "NOT", "NEAR", "text:", *"\"'*():-^+{}|&,.; aé", *(chr(chance.randrange(0x11_0000)) for _ in range(20))]
    store.search("".join(chance.choices(signs, k=chance.randrange(60))))


def test_at_most_32_terms_are_looked_for() -> None:
    query = match_query("word " * 100)
    assert query is not None
    assert query.count('"word"') == 32
