"""People: what the search finds is in sight and chosen, and whoever was met or made last is the one to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from rehearse.making.base import Base
from rehearse.making.origin import NEW
from tests.core.test_making import dana
from tests.ui.accessibility import live, settle
from tests.ui.test_home_people import people, situation
from tests.ui.test_home_setting import Place, places, settled
from ui.theme.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.person_card import shortened

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def test_the_search_comes_into_sight(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot, size=(1024, 640))
    page.go.setFocus()
    page._scroll.ensureWidgetVisible(page.go)
    settle()
    assert page.search.visibleRegion().isEmpty()
    QTest.keyClick(page.go, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.search.hasFocus()
    assert not page.search.visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("words", "person", "name"),
    [
        ("unfunded mandate", "security-lead", "A rule, and nobody to carry it out"),
        ("ferry will go", "direct-report", "Retiring a tool that somebody loves"),
        ("wanjiru ferry", "direct-report", "Retiring a tool that somebody loves"),
    ],
)
def test_a_situation_is_found_by_what_it_tells_and_chosen(
    theme: Theme, place: Place, qtbot: Any, words: str, person: str, name: str
) -> None:
    page = people(place, qtbot)
    page.search.setFocus()
    QTest.keyClicks(page.search, words)
    settle()
    assert [entry.id for entry in page.list.people.entries] == [person]
    index = page.list.people.index(0, 0)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(f". {name}")
    assert situation(page, name).isChecked()
    QTest.keyClick(page.search, Key.Key_Return)
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(page.list, Key.Key_Return)
    assert place.wait(lambda: place.desk.start(started.args[0])).setting.scenario.title == name


def test_a_person_who_is_found_by_name_keeps_what_was_chosen(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    situation(page, "reliability").click()
    page.search.setFocus()
    QTest.keyClicks(page.search, "solveig")
    settle()
    assert situation(page, "reliability").isChecked()
    page.search.clear()
    settle()
    assert situation(page, "reliability").isChecked()
    assert "Chief Operating Officer" in str(page.list.currentIndex().data())


def test_whoever_was_made_last_is_shown(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    assert page._shown.id == "skeptical-executive"
    page.hide()
    saved = place.desk.maker.save(Base(NEW), dana(name="Josephine-Alexandra Wolfeschlegelsteinhausen-Langenburg"))
    place.desk.change(last_persona=saved.id)
    page.show()
    settled(qtbot, lambda: page._shown is not None and page._shown.id == saved.id)
    settled(qtbot, lambda: page.list.current is not None and page.list.current.id == saved.id)
    whose = next(chip for chip in live(page.person, Chip) if chip.accessibleName().startswith("Yours"))
    assert whose.width() < whose.sizeHint().width()
    assert str(saved.file) in whose.toolTip()
    page.list.setCurrentIndex(page.list.people.index(2, 0))
    other = page._shown
    page.hide()
    page.show()
    settle()
    assert page._shown == other


def test_what_is_asked_for_can_be_read_whole(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot, size=(900, 640))
    situation(page, "reliability").click()
    assert page.ask.line.toolTip() == page.ask.line.placeholderText()
    situation(page, "My own pitch").click()
    assert page.ask.line.toolTip() == ""
    assert page.ask.line.placeholderText().startswith("e.g.")


@pytest.mark.parametrize(("chars", "shown"), [(60, "“One two. Three four. Five?”"), (18, "“Three four. Five?”"), (7, "“Five?”")])
def test_a_card_with_little_room_shows_whole_sentences(theme: Theme, chars: int, shown: str) -> None:
    metrics = QFontMetricsF(theme.font("quote", True))
    wide = metrics.horizontalAdvance("“Three four. Five?”"[: chars + 1]) if chars < 60 else 10_000
    assert shortened("“One two. Three four. Five?”", metrics, wide + 1) == shown
    assert shortened("“Supercalifragilistic”", metrics, metrics.horizontalAdvance("“Super")).endswith("…")
