"""What was decided stands on the screen: their last words, conditions, what they put in, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from rehearse.review.types import Decision, Given, StatedCondition
from tests.ui.test_home_setting import Place as Data
from tests.ui.test_home_setting import places
from tests.ui.test_review_screen_parts import seen_of
from ui.review.decided import Decided, rows
from ui.review.pressable import Pressable
from ui.theme.theme import Theme

MADE = Decision(
    "Fine. You have your two weeks.",
    conditions=(StatedCondition("c1", "The launch keeps its day.", True), StatedCondition("c2", "You come on one call with me.", False)),
    gives=(Given("time", "An hour with Beatriz"),),
    refuses=("“Payback” is only half answered.",),
)  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Data]:
    yield from places(tmp_path / "data", qtbot)


def test_conditions_gifts_and_what_is_open_are_named() -> None:
    assert [(kind, said) for kind, _, said in rows(MADE, ("c1", "c2"))] == [
        ("If, taken up", "The launch keeps its day."),
        ("If", "You come on one call with me."),
        ("Puts in", "An hour with Beatriz"),
        ("Open", "“Payback” is only half answered."),
    ]


def test_what_was_met_before_they_named_it_says_so() -> None:
    assert [kind for kind, _, _ in rows(MADE, ("c2",))][:2] == ["If, met unasked", "If"]


def test_their_last_words_lead_to_their_line(theme: Theme, place: Data, qtbot: Any) -> None:
    seen = seen_of(place, (("they", "Go on."), ("you", "Two weeks, please."), ("they", MADE.words)))
    card = Decided(replace(seen, review=replace(seen.review, decision=MADE)), MADE)
    qtbot.addWidget(card)
    card.show()
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "You come on one call with me." in shown
    with qtbot.waitSignal(card.line) as went:
        qtbot.mouseClick(card.findChildren(Pressable)[0], Qt.MouseButton.LeftButton)
    assert went.args == ["t_2"]
