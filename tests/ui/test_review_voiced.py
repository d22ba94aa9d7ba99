"""Which words of theirs are marked as an objection: the wording itself, and not what stands before or after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rehearse.review.types import Objection
from tests.ui.test_home_setting import Place as Data
from tests.ui.test_home_setting import places
from tests.ui.test_review_screen_parts import seen_of
from ui.review.voiced import voiced


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Data]:
    yield from places(tmp_path / "data", qtbot)


def objection(concern: str, label: str, turn: str = "t_0") -> Objection:
    return Objection(concern, label, "other", 3, "", "open", (turn,))


def marked(place: Data, text: str, concern: str, label: str) -> str:
    found = voiced(seen_of(place, (("they", text), ("you", "I see."))), objection(concern, label), "t_0")
    assert found is not None
    assert text[found.start : found.end] == found.quote
    return found.quote


@pytest.mark.parametrize(
    ("before", "wording", "after", "concern"),
    [
        ("Waiting has a price, then. I see that. ", "I have paid for promises before. They are the dearest thing that we buy.", "", "payback"),
        ("I cross it out. ", "You have told me the sunny half. Where is the other one?", "", "customers"),
        ("I can say that aloud. ", "Nearly done is the longest part of every crossing. I have sat in it.", " Well.", "finish"),
    ],
)  # fmt: skip
def test_the_whole_wording_is_marked_and_nothing_else(place: Data, before: str, wording: str, after: str, concern: str) -> None:
    person = place.desk.catalog.persona("skeptical-executive")
    known = next(c for c in person.concerns if any(wording == line.says for line in c.objections))
    assert marked(place, before + wording + after, known.id, known.label) == wording


def test_a_wording_is_known_with_its_gaps_filled(place: Data) -> None:
    person = place.desk.catalog.persona("skeptical-executive")
    concern, line = next((c, o.says) for c in person.concerns for o in c.objections if "[[" in o.says)
    told = line.replace("[[", "").replace("]]", "").replace("_", " ")
    assert marked(place, f"Hm. {told}", concern.id, concern.label) == told


def test_of_a_line_in_other_words_the_last_sentence_is_marked(place: Data) -> None:
    concern = place.desk.catalog.persona("skeptical-executive").concerns[0]
    text = "I see that. Zebras graze elsewhere at dusk."
    assert marked(place, text, concern.id, concern.label) == "Zebras graze elsewhere at dusk."


def test_in_a_transcript_the_sentence_that_the_label_was_made_of(place: Data) -> None:
    text = "OK, but every team has a list like that. Why should this go before the tax change?"
    said = marked(place, text, "heard-1", "Why should this go before the tax…")
    assert said == "Why should this go before the tax change?"


def test_a_label_over_two_sentences_marks_both(place: Data) -> None:
    text = "Five. Every partner's five days has so far been nine. Our release is announced."
    said = marked(place, text, "heard-1", "Five. Every partner's five days has so…")
    assert said == "Five. Every partner's five days has so far been nine."


def test_a_line_that_is_not_there_has_no_words(place: Data) -> None:
    assert voiced(seen_of(place, (("they", "Go on."), ("you", "I see."))), objection("x", "x"), "t_9") is None
