"""The review for everybody: names, roles, keyboard, contrast, big text in a small window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.accessibility import BIG, BOTH, check_all, check_big, interface, settle, tab_order
from tests.ui.test_home_setting import Place, places, settled
from tests.ui.test_review_screen import SAID, judged, talked
from ui.review.sheet import Sheet
from ui.theme.theme import Theme


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def opened(sheet: Sheet) -> None:
    """Every criterion open."""
    if sheet.checks is not None:
        for row in sheet.checks.rows.values():
            row.open()
    settle()


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_review_passes_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, _ = judged(place, qtbot, talked(place))
    check_all(page.window())


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_open_criteria_and_the_chosen_line_pass_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    opened(sheet)
    sheet.said.script.choose(3)
    settle()
    check_all(page.window())


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_ledger_passes_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    sheet.said.show_ledger(True)
    settle()
    sheet.area.verticalScrollBar().setValue(10_000)
    settle()
    check_all(page.window())


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_how_this_is_judged_passes_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    sheet.how.emit()
    settled(qtbot, lambda: page.judged is not None)
    check_all(page.window())


def test_too_short_and_open_pass_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place, SAID[:2], end=False))
    assert sheet.unjudged is not None
    assert sheet.sentence.way is not None
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 2.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place), BIG)
    check_big(page.window())
    opened(sheet)
    sheet.said.script.choose(3)
    settle()
    check_big(page.window())
    sheet.said.show_ledger(True)
    settle()
    check_big(page.window())
    sheet.how.emit()
    settled(qtbot, lambda: page.judged is not None)
    check_big(page.window())


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (820, 640), (640, 480)])
def test_every_width_holds_all_of_it(size: tuple[int, int], theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place), size)
    check_big(page.window(), size)
    opened(sheet)
    check_big(page.window(), size)


def test_tab_comes_in_the_order_in_which_it_is_read(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    names = tab_order(page.window())
    wanted = ["Export", "Rehearse again", "More actions", "How she moved", "Show that moment", "How would you say it now?"]
    decision = sheet.seen.review.decision
    assert decision is not None
    wanted += ["Try that moment again", f"“{decision.words}”", "Judgings of this take"]
    assert names[: len(wanted)] == wanted
    assert sheet.checks is not None
    titles = [row.opener.accessibleName() for row in sheet.checks.rows.values()]
    assert names[len(wanted) : len(wanted) + len(titles)] == titles
    assert names.index("How this is judged") < names.index("Transcript") < names.index("Find in transcript")


def test_an_opened_criterion_is_tabbed_through_in_its_place(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    assert sheet.checks is not None
    first, second = list(sheet.checks.rows.values())[:2]
    first.open()
    settle()
    names = tab_order(page.window())
    between = names[names.index(first.opener.accessibleName()) + 1 : names.index(second.opener.accessibleName())]
    assert between
    assert all(name.startswith(("“", "Your mark: ")) for name in between)
    assert [name.startswith("“") for name in between].count(True) >= 1
    marks = [name.removeprefix("Your mark: ") for name in between if name.startswith("Your mark: ")]
    assert marks == [m.question for m in sheet.seen.review.checks if m.criterion == first.id]


def test_a_screen_reader_is_given_the_transcript_as_text(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    inside = interface(sheet.said.script)
    assert inside.text(QAccessible.Text.Name) == "Transcript"
    assert "T: try this moment again" in inside.text(QAccessible.Text.Description)
    text = inside.textInterface()
    assert text is not None
    whole = text.text(0, text.characterCount())
    assert all(turn.text in whole for turn in sheet.seen.take)
    sheet.said.script.setFocus(Qt.FocusReason.TabFocusReason)
    sheet.said.script.choose(2)
    assert text.cursorPosition() == sheet.said.script.block(2).position()


def test_nothing_of_a_screen_is_ever_a_window_of_its_own(theme: Theme, place: Place, qtbot: Any) -> None:
    """A part that is shown before it lies in the page would flash up and take the focus."""
    page, sheet = judged(place, qtbot, talked(place))
    window = page.window()
    assert window.isActiveWindow()
    sheet.said.show_ledger(True)
    opened(sheet)
    assert window.isActiveWindow()
    assert not [part for part in page.findChildren(QWidget) if part.isWindow() and part.isVisible()]
