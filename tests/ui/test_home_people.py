"""The People page: everybody, their situations, how it is judged, and files at fault that say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.accessibility import BIG, BOTH, check_all, check_big, live, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.home.people import PeoplePage
from ui.home.situations import SituationCard
from ui.theme.theme import Theme
from ui.widgets.prose import Prose

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def people(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900), opened: list[str] | None = None) -> PeoplePage:
    page = PeoplePage(place.engine, place.desk, open_folder=(opened if opened is not None else []).append)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: len(page.list.people.entries) >= 6 and "Cares about" in texts(page.person))
    return page


def texts(widget: QWidget) -> str:
    return " | ".join(part.text() for part in live(widget, Prose))


def situation(page: PeoplePage, words: str) -> SituationCard:
    return next(card for card in page.situations.cards if words in card.accessibleName())


def go_to(page: PeoplePage, words: str) -> None:
    page.search.setText(words)
    settle()


def test_start_with_a_situation(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    assert page.list.current is not None
    assert page.list.current.id == "skeptical-executive"
    situation(page, "reliability").click()
    assert page.terms.minutes.value == "10"
    assert "Two engineers" in page.ask.line.placeholderText()
    with qtbot.waitSignal(page.start) as started:
        page.go.click()
    choice = started.args[0]
    assert (choice.persona, choice.scenario, choice.minutes) == ("skeptical-executive", "reliability-into-the-backlog", 10)
    assert place.wait(lambda: place.desk.start(choice)).setting.scenario is not None


def test_arrows_and_enter_in_the_list(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    assert QApplication.focusWidget() is page.list
    QTest.keyClick(page.list, Key.Key_Down)
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(page.list, Key.Key_Return)
    assert (started.args[0].persona, started.args[0].scenario) == ("time-constrained-em", None)


def test_secrets_of_the_meeting_are_not_told(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    persona = place.desk.catalog.persona("skeptical-executive")
    page.judging.button.click()
    settled(qtbot, lambda: page.judging.unfolded)
    shown = texts(page)
    assert persona.cares_about[1] in shown
    assert persona.voice in shown
    secrets = [c.worry for c in persona.concerns] + [said for c in persona.concerns for said in c.root]
    secrets += [said for fact in persona.withheld for said in fact.says]
    assert [secret for secret in secrets if secret and secret in shown] == []


def test_how_it_is_judged_follows_the_situation(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    go_to(page, "Wanjiru")
    page.judging.button.click()
    settled(qtbot, lambda: page.judging.unfolded)
    assert "The ask" in texts(page.judging)
    page.situations.cards[1].click()
    settled(qtbot, lambda: "The seed" in texts(page.judging))
    assert "The ask" not in texts(page.judging)
    page.judging.button.click()
    assert not page.judging.unfolded


def test_search_finds_people_and_situations(theme: Theme, place: Place, qtbot: Any) -> None:
    page = people(place, qtbot)
    QTest.keyClick(page.list, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.search
    QTest.keyClicks(page.search, "trial budget")
    assert [entry.id for entry in page.list.people.entries] == ["finance-partner"]
    QTest.keyClick(page.search, Key.Key_Escape)
    assert len(page.list.people.entries) > 6
    QTest.keyClicks(page.search, "zzz")
    assert "Nothing matches “zzz”." in texts(page)


def test_a_broken_file_is_listed_with_its_line_and_the_rest_work(theme: Theme, place: Place, qtbot: Any) -> None:
    file = place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    line = next(i for i, text in enumerate(file.read_text("utf-8").splitlines(), 1) if "weight: 9" in text)
    opened: list[str] = []
    page = people(place, qtbot, opened=opened)
    go_to(page, "sven.yaml")
    assert f"sven.yaml:{line}" in str(page.list.people.data(page.list.people.index(0, 0)))
    assert f"sven.yaml:{line}" in texts(page)
    assert not page.go.isVisible()
    next(b for b in live(page, QPushButton) if "Show the file" in b.accessibleName()).click()
    assert opened == [str(file.parent)]
    page.begin()
    go_to(page, "Farah")
    with qtbot.waitSignal(page.start) as started:
        page.go.click()
    assert started.args[0].persona == "product-manager"


def test_the_same_id_twice_yours_wins_and_both_are_listed(theme: Theme, place: Place, qtbot: Any) -> None:
    file = place.persona_file("mine.yaml", "peer-lead", ("name: Alexis Tremblay", "name: Alex Mine"))
    page = people(place, qtbot)
    assert sum(entry.id == "peer-lead" for entry in page.list.people.entries) == 2
    go_to(page, "Tremblay")
    assert f"{file} wins over" in texts(page)
    assert not page.go.isVisible()
    go_to(page, "Alex Mine")
    assert "Yours: mine.yaml" in [chip.accessibleName() for chip in live(page.person)]
    with qtbot.waitSignal(page.start) as started:
        page.go.click()
    assert place.wait(lambda: place.desk.start(started.args[0])).setting.persona.name == "Alex Mine"


def test_the_model_of_the_list(theme: Theme, place: Place, qtbot: Any, qtmodeltester: Any) -> None:
    page = people(place, qtbot)
    qtmodeltester.check(page.list.people)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_accessible(theme: Theme, place: Place, qtbot: Any) -> None:
    place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    page = people(place, qtbot)
    page.judging.button.click()
    settled(qtbot, lambda: page.judging.unfolded)
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    page = people(place, qtbot, BIG)
    check_big(page.window())
    go_to(page, "sven")
    check_big(page.window())
