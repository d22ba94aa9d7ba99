"""A moment tried again in the whole program: what was typed in the review goes along, and both takes stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.preparation import Choice
from tests.core.play import said
from tests.ui.accessibility import settle
from tests.ui.test_home_setting import apps
from tests.ui.test_review_next_time import SPIKE, WEAK
from ui.app import App
from ui.review.next_time import NextTime
from ui.review.takes_page import TakesPage

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAIT = 20_000
TYPED = "Nobody knows what happens when two tills sell the last loaf; on 22 March we do."
MORE = " Then you decide whether we go on."

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def reviewed(app: App, qtbot: Any) -> NextTime:
    """A meeting that was held, ended and is read; gives the one thing of its review."""
    got: list[Any] = []

    async def talk() -> str:
        meeting = await app.desk.start(Choice(scenario=SPIKE, seed=3))
        await said(meeting, WEAK, wrap_up=True)
        return str(meeting.rehearsal)

    app.engine.ask(talk, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=WAIT)
    app.window.visits.read(got[0])
    qtbot.waitUntil(lambda: app.window.review().seen is not None, timeout=WAIT)
    settle()
    sheet = app.window.review().sheet
    assert sheet is not None
    assert sheet.next_time is not None
    return sheet.next_time


def in_room(app: App, qtbot: Any, text: str) -> Any:
    window = app.window
    qtbot.waitUntil(lambda: window.visits.held is not None and window.whole.currentWidget() is window.visits.held, timeout=WAIT)
    qtbot.waitUntil(lambda: window.room().composer.text() == text, timeout=WAIT)
    return window.room()


def test_what_was_typed_goes_along_to_the_end_of_a_new_take_and_both_are_compared(app: App, qtbot: Any) -> None:
    card = reviewed(app, qtbot)
    window, thing = app.window, card.thing
    seen = window.review().seen
    assert seen is not None
    first = seen.leaf
    card.field.setFocus()
    QTest.keyClicks(card.field, TYPED)
    card.again.click()  # at once, before the pause after which it is kept

    room = in_room(app, qtbot, TYPED)
    box = room.composer.box
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box, timeout=WAIT)
    assert not box.textCursor().hasSelection()
    QTest.keyClicks(box, MORE)
    QTest.keyClick(box, Key.Key_Return)
    meeting = room.meeting
    qtbot.waitUntil(lambda: meeting.take[-2].text == TYPED + MORE and not room.session.busy, timeout=WAIT)
    assert meeting.take[-2].parent == meeting.tree[thing.turn].parent
    for line in WEAK[2:]:
        if meeting.ended is None:
            count = len(meeting.take)
            QTest.keyClicks(box, line)
            QTest.keyClick(box, Key.Key_Return)
            qtbot.waitUntil(lambda n=count: len(meeting.take) == n + 2 and not room.session.busy, timeout=WAIT)
    QTest.keyClick(box, Key.Key_Return, CTRL_SHIFT)

    page = window.review()
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() is page and page.seen is not None and page.seen.leaf != first, timeout=WAIT
    )
    settle()
    assert page.sheet is not None
    assert page.sheet.closer is not None
    assert page.sheet.closer.compare is not None
    page.sheet.closer.compare.click()
    qtbot.waitUntil(lambda: isinstance(page.asides.shown, TakesPage), timeout=WAIT)
    settle()
    shown = page.asides.shown
    assert isinstance(shown, TakesPage)
    assert (shown.pair.left, shown.pair.right) == (first, page.seen.leaf)
    assert [column[0].turn.text for column in shown.columns] == [meeting.tree[thing.turn].text, TYPED + MORE]


def test_without_a_line_of_ones_own_the_words_that_were_said_stand_there_to_be_said_anew(app: App, qtbot: Any) -> None:
    card = reviewed(app, qtbot)
    card.field.set_text("   \n")
    card.again.click()
    seen = app.window.review().seen
    assert seen is not None
    words = seen.meeting.tree[card.thing.turn].text
    room = in_room(app, qtbot, words)
    assert room.composer.box.textCursor().selectedText() == words


def test_it_is_said_that_ones_line_goes_along(app: App, qtbot: Any) -> None:
    card = reviewed(app, qtbot)
    assert "Your line" not in card.again.toolTip()
    card.field.set_text(TYPED)
    assert "Your line goes with you" in card.again.toolTip()
