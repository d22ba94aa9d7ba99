"""Home and People in the whole program: Tab comes to everything, in the order in which one reads; F6 to where one goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import settle, tab_order
from tests.ui.test_home_setting import apps
from ui.app import App

Key = Qt.Key
WAIT = 20_000

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def from_name(names: list[str], first: str) -> list[str]:
    """The same round, begun at another place."""
    at = names.index(first)
    return [*names[at:], *names[:at]]


def test_tab_comes_to_all_of_home(app: App, qtbot: Any) -> None:
    settle()
    names = from_name(tab_order(app.window), "Make a person")
    wanted = [
        "Make a person", "All 14 people", app.window.home.grid.cards[0].accessibleName(), "What should they say yes to?",
        "Start with Solveig", "Situation", "Mood", "Minutes", "Settings, who plays",
    ]  # fmt: skip
    assert [name for name in names if name in wanted] == wanted
    assert {"Home", "People", "Reviews", "Settings"} <= set(names)


def test_tab_comes_to_all_of_people(app: App, qtbot: Any) -> None:
    window = app.window
    window.go("people")
    people = window.pages.people()
    qtbot.waitUntil(lambda: people._detailed and people._shown is not None, timeout=WAIT)
    settle()
    assert QApplication.focusWidget() is people.list
    names = from_name(tab_order(window), "Make a person")
    wanted = [
        "Make a person", "Find a person or a situation", "People", "Make one like this", "My own pitch",
        "What should they say yes to? You can leave this empty.", "Mood", "Minutes", "How this is judged", "Start now",
    ]  # fmt: skip
    # "People" is the place at the side as well.
    assert [name for name in names if name in wanted and name != "People"] == [name for name in wanted if name != "People"]
    assert names.count("People") == 2


def test_f6_comes_to_where_one_goes_on(app: App, qtbot: Any) -> None:
    window = app.window
    assert QApplication.focusWidget() is window.home.ask
    QTest.keyClick(window, Key.Key_F6)
    assert window.side.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is window.home.ask
    window.go("people")
    people = window.pages.people()
    qtbot.waitUntil(lambda: people._detailed and people._shown is not None, timeout=WAIT)
    people.search.setFocus()
    QTest.keyClick(window, Key.Key_F6)
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is people.list


def test_what_tab_comes_to_is_in_sight(app: App, qtbot: Any) -> None:
    window = app.window
    window.go("people")
    people = window.pages.people()
    qtbot.waitUntil(lambda: people._detailed and people._shown is not None, timeout=WAIT)
    settle()
    people.go.setFocus()
    people._scroll.ensureWidgetVisible(people.go)
    settle()
    assert people.make.visibleRegion().isEmpty()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        if QApplication.focusWidget() is people.make:
            break
    settle()
    assert QApplication.focusWidget() is people.make
    assert not people.make.visibleRegion().isEmpty()
