"""A quote counts only where it stands in your turns, with 3 to 40 words, folded for case, space, quote marks and dashes."""

from __future__ import annotations

import random
import string

import pytest

from rehearse.review import evidence
from rehearse.review.case import Line
from rehearse.review.types import Place

TEXT = "We lose $48k a month — that’s from the “refund ledger”,\n  give or take 15 %. Straße 5 is down."


@pytest.mark.parametrize(
    "quote",
    [
        "We lose $48k a month",
        "we LOSE   $48k a\tmonth - that's from",
        'from the "refund ledger", give or take',
        "strasse 5 is down",
        '"give or take 15 %."',
    ],
)
def test_what_is_there_is_found_with_its_span(quote: str) -> None:
    span = evidence.find(TEXT, quote)
    assert span is not None
    start, end = span
    folded = evidence.find(TEXT[start:end], quote)
    assert folded == (0, end - start)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "...",
        "lose $48k",  # two words
        "we lose $48k a year",
        "e lose $48k a mont",  # not whole words
        "from the ledger",  # a word left out
        "We lose $48k ... 15 %",  # glued together
    ],
)
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert evidence.find(TEXT, quote) is None


def test_a_short_turn_may_be_quoted_whole() -> None:
    assert evidence.find("Take two.", "take two") == (0, 8)
    assert evidence.find("Why now?", "why now") == (0, 7)
    assert evidence.find("Why now? Because it fails.", "why now") is None


def test_forty_words_at_most() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    assert evidence.find(text, " ".join(text.split()[5:45])) is not None
    assert evidence.find(text, " ".join(text.split()[5:46])) is None


def test_only_your_turns_are_looked_at() -> None:
    lines = [Line("a", False, "What does this cost us?"), Line("b", True, "It costs fifty thousand dollars.")]
    assert evidence.locate(lines, "what does this cost us", "a") is None
    found = evidence.locate(lines, "costs fifty thousand", "a")
    assert found == Place("b", 3, 23, "costs fifty thousand")


def test_a_quote_serves_two_checks() -> None:
    one, inside, after, elsewhere = Place("a", 0, 20, "x"), Place("a", 5, 9, "x"), Place("a", 20, 30, "x"), Place("b", 0, 20, "x")
    assert evidence.free(inside, [one])
    assert not evidence.free(inside, [one, one])
    assert evidence.free(after, [one, one])
    assert evidence.free(elsewhere, [one, one])


def _texts(count: int, seed: int) -> list[str]:
    alphabet = string.ascii_letters + string.digits + "    ,.'\"’“”—–-İßﬁ\n\t"
    draw = random.Random(seed)
    return ["".join(draw.choices(alphabet, k=draw.randrange(200))) for _ in range(count)]


def test_a_span_that_is_found_reads_like_the_quote() -> None:
    draw = random.Random(1)
    found = 0
    for text in _texts(400, 2):
        for quote in (text[draw.randrange(len(text) + 1) :], text[: draw.randrange(len(text) + 1)].upper(), "a b c"):
            span = evidence.find(text, quote)
            if span is not None:
                found += 1
                start, end = span
                assert 0 <= start < end <= len(text)
                assert [c for c in text[start:end].casefold() if c.isalnum()] == [c for c in quote.casefold() if c.isalnum()]
    assert found > 150


def test_any_run_of_three_to_forty_words_is_found() -> None:
    draw = random.Random(3)
    for text in _texts(400, 4):
        first = draw.randrange(10)
        words = text.split()[first : first + draw.randrange(3, 41)]
        if len([w for w in words if any(c.isalnum() for c in w)]) >= 3:
            assert evidence.find(text, " ".join(words)) is not None
