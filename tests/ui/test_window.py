"""The window as a whole, as one uses it: going places, meetings begun and left, keys, and trouble told in place."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rehearse.conversation import RehearsalId
from rehearse.errors import Problem
from rehearse.paths import Paths, data_paths
from rehearse.preparation import Choice
from tests.core.play import said
from tests.ui.accessibility import BIG, check_all, check_big, settle
from tests.ui.test_desk import newer
from tests.ui.test_home_setting import SAID
from ui.app import App, Hook
from ui.window import KEYS, Window

CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key
PERSON = "peer-lead"
WAIT = 20_000
Opened = Callable[..., App]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def opened(qapp: QApplication, qtbot: Any) -> Iterator[Opened]:
    """Opens the app on a data folder, shown, with Home's people on it; closed after the test."""
    made: list[App] = []

    def make(size: tuple[int, int] = (1280, 860), paths: Paths | None = None, motion: str = "less", **settings: Any) -> App:
        app = App(qapp, paths or data_paths())
        app.desk.settings = app.desk.settings.__class__(motion=motion, **settings)  # type: ignore[arg-type]
        made.append(app)
        app.window.resize(*size)
        with qtbot.waitExposed(app.window):
            app.window.show()
        app.window.activateWindow()
        qtbot.waitUntil(lambda: app.window.home._chosen is not None and QApplication.focusWidget() is not None, timeout=WAIT)
        return app

    yield make
    for app in made:
        app.close()
        app.setParent(None)


def press(window: Window, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def wait_for(qtbot: Any, app: App, work: Callable[[], Any]) -> Any:
    got: list[Any] = []
    app.engine.ask(work, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=WAIT)
    assert not isinstance(got[0], Problem), str(got[0])
    return got[0]


def meet(qtbot: Any, app: App, lines: int = 2, end: bool = True) -> str:
    async def talk() -> str:
        meeting = await app.desk.start(Choice(persona=PERSON, seed=7))
        await said(meeting, SAID[:lines], wrap_up=end)
        if not end:
            await app.desk.leave(meeting.rehearsal)
        return str(meeting.rehearsal)

    return str(wait_for(qtbot, app, talk))


def begin(qtbot: Any, app: App) -> Any:
    press(app.window, Key.Key_Return)
    in_room(qtbot, app)
    return app.window.room().meeting


def in_room(qtbot: Any, app: App) -> None:
    window = app.window
    qtbot.waitUntil(lambda: window.whole.currentWidget() is window.visits.held and window.visits.held is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: window.room().meeting is not None, timeout=WAIT)


def at(window: Window) -> QWidget:
    return window.pages.currentWidget()


@pytest.mark.parametrize("size", [(1280, 860), (700, 640)])
def test_every_place_is_reached_by_key_and_by_button(opened: Opened, qtbot: Any, size: tuple[int, int]) -> None:
    window = opened(size).window
    narrow = size[0] < 1000
    assert window.side.isHidden() is narrow
    assert window.strip.isHidden() is not narrow
    places = window.strip if narrow else window.side
    for key, name, title in (
        (Key.Key_2, "people", "People"),
        (Key.Key_3, "reviews", "Reviews"),
        (Key.Key_Comma, "settings", "Settings"),
        (Key.Key_1, "home", "Home"),
    ):
        press(window, key, CTRL)
        assert at(window) is window.pages.page(name)
        assert window.windowTitle() == f"{title} – Rehearse"
        assert places.button(name).isChecked()
        assert at(window).isAncestorOf(window.focusWidget())
    places.button("people").setFocus()
    press(window, Key.Key_Return)
    assert at(window) is window.pages.page("people")
    places.button("reviews").click()
    assert at(window) is window.pages.page("reviews")
    press(window, Key.Key_Left, ALT)
    assert at(window) is window.pages.page("people")
    press(window, Key.Key_Left, ALT)
    assert at(window) is window.home
    for _ in range(5):
        press(window, Key.Key_Left, ALT)
    assert at(window) is window.home  # where it all began
    assert "2" in places.button("people").accessibleDescription()
    assert places.button("people").shortcut().isEmpty()


def test_text_grows_by_key_at_once_and_is_kept(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    for key, scale in ((Key.Key_Equal, 1.1), (Key.Key_Plus, 1.2), (Key.Key_Minus, 1.1), (Key.Key_0, 1.0), (Key.Key_Equal, 1.1)):
        press(window, key, CTRL)
        assert app.theme.scale == scale
    file = app.desk.paths.settings
    qtbot.waitUntil(lambda: file.exists() and json.loads(file.read_text("utf-8"))["text_scale"] == 1.1)
    press(window, Key.Key_0, CTRL)
    for _ in range(15):
        press(window, Key.Key_Equal, CTRL)
    assert app.theme.scale == 2.0
    assert not window.strip.isHidden()  # another text size has another layout


def test_f6_goes_round_the_parts_of_the_window(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    assert window.home.isAncestorOf(window.focusWidget())
    press(window, Key.Key_F6)
    assert window.focusWidget() is window.side.button("home")
    press(window, Key.Key_F6)
    assert window.home.isAncestorOf(window.focusWidget())
    press(window, Key.Key_F6, SHIFT)
    assert window.focusWidget() is window.side.button("home")
    window.problem(Problem("Something.", "Do this."))
    press(window, Key.Key_F6)
    assert window.banner.isAncestorOf(window.focusWidget())
    press(window, Key.Key_Return)
    assert window.banner.isHidden()
    window.home.ask.setFocus()
    begin(qtbot, app)
    seen = []
    for _ in range(len(window.panes()) + 1):
        seen.append(window.focusWidget())
        press(window, Key.Key_F6)
    assert len(set(seen)) > 2
    assert seen[0] is seen[-1] or window.room().isAncestorOf(seen[-1])


def test_a_new_meeting_by_key_and_a_second_enter_starts_no_second_one(opened: Opened, qtbot: Any) -> None:
    app = opened(last_persona=PERSON)
    window = app.window
    press(window, Key.Key_3, CTRL)
    press(window, Key.Key_N, CTRL)
    press(window, Key.Key_N, CTRL)
    window.home.begin()
    in_room(qtbot, app)
    assert window.room().meeting.setting.persona.id == PERSON
    assert PERSON in str(window.room().meeting.setting.persona.id)
    assert window.room().meeting.setting.persona.name in window.windowTitle()
    press(window, Key.Key_N, CTRL)
    press(window, Key.Key_1, CTRL)  # the room is left by its own way
    assert window.whole.currentWidget() is window.room()
    assert len(wait_for(qtbot, app, app.desk.page).rows) == 1


def test_the_sheet_of_keys_opens_in_place_and_esc_goes_back(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    before = window.focusWidget()
    press(window, Key.Key_F1)
    sheet = window.whole.currentWidget()
    assert sheet is not window.shell
    settle()
    check_all(window)
    for keys in KEYS.values():
        assert any(label.text() == keys for label in sheet.findChildren(QWidget) if hasattr(label, "text"))
    press(window, Key.Key_Escape)
    assert window.whole.currentWidget() is window.shell
    assert window.focusWidget() is before
    press(window, Key.Key_Slash, CTRL)
    press(window, Key.Key_Slash, CTRL)
    assert window.whole.currentWidget() is window.shell
    press(window, Key.Key_F1)
    press(window, Key.Key_2, CTRL)
    assert at(window) is window.pages.page("people")
    assert window.whole.currentWidget() is window.shell
    press(window, Key.Key_1, CTRL)
    begin(qtbot, app)
    press(window, Key.Key_F1)
    press(window, Key.Key_1, CTRL)
    assert window.whole.currentWidget() is window.room()


def test_settings_from_the_room_and_back_to_the_meeting(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    meeting = begin(qtbot, app)
    window.room().settings_wanted.emit()
    assert at(window) is window.pages.page("settings")
    window.problem(Problem("Something.", "Do this."))
    assert window.waiting.isVisible()
    press(window, Key.Key_1, CTRL)
    assert window.waiting.isVisible()
    window.waiting.buttons()[0].click()
    assert window.whole.currentWidget() is window.room()
    assert window.room().meeting is meeting
    window.room().settings_wanted.emit()
    assert window.waiting.isVisible()
    window.visits.start(Choice(persona=PERSON))
    qtbot.waitUntil(lambda: window.room().meeting not in (meeting, None), timeout=WAIT)
    qtbot.waitUntil(lambda: len(wait_for(qtbot, app, app.desk.page).rows) == 2)
    window.room().leave()
    qtbot.waitUntil(lambda: at(window) is window.home and window.whole.currentWidget() is window.shell)
    assert not window.waiting.isVisible()


def test_leaving_the_room_goes_home_to_a_fresh_list(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    meeting = begin(qtbot, app)
    QTest.keyClicks(QApplication.focusWidget(), SAID[0])
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: len(meeting.take) == 3 and not window.room().session.busy, timeout=WAIT)
    window.room().leave()
    qtbot.waitUntil(lambda: window.whole.currentWidget() is window.shell, timeout=WAIT)
    assert at(window) is window.home
    qtbot.waitUntil(lambda: [r.id for r in window.home._recent_rows] == [meeting.rehearsal], timeout=WAIT)
    assert window.home.left_off.row is None
    window.home.go_on.emit(str(meeting.rehearsal))
    in_room(qtbot, app)
    qtbot.waitUntil(lambda: window.room().meeting.rehearsal == meeting.rehearsal)
    assert [t.text for t in window.room().meeting.take] == [t.text for t in meeting.take]


def test_from_a_review_one_tries_a_line_again_or_meets_them_again(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    id = meet(qtbot, app)
    window.visits.read(id)
    qtbot.waitUntil(lambda: window.review().seen is not None, timeout=WAIT)
    title = wait_for(qtbot, app, lambda: app.desk.load(RehearsalId(id))).record.title
    qtbot.waitUntil(lambda: title in window.windowTitle())
    mine = [t for t in window.review().seen.take if t.speaker == "you"][1]
    window.review().try_turn.emit(id, str(mine.id))
    window.review().again.emit(id)  # a second wish while the first is under way
    in_room(qtbot, app)
    room = window.room()
    qtbot.waitUntil(lambda: room.composer.text() == mine.text, timeout=WAIT)
    assert room.meeting.leaf == mine.parent
    room.leave()
    qtbot.waitUntil(lambda: window.whole.currentWidget() is window.shell, timeout=WAIT)
    window.visits.read(id)
    qtbot.waitUntil(lambda: window.review().seen is not None, timeout=WAIT)
    window.review().again.emit(id)
    qtbot.waitUntil(lambda: room.meeting is not None and str(room.meeting.rehearsal) != id, timeout=WAIT)
    assert room.meeting.setting.persona.id == PERSON


def test_a_found_line_opens_its_review_there(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    id = meet(qtbot, app)
    window.go("reviews")
    page = window.pages.reviews()
    press(window, Key.Key_F, CTRL)
    QTest.keyClicks(page.search, "refund ledger")
    qtbot.waitUntil(lambda: bool(page.hits.items), timeout=WAIT)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: at(window) is window.review() and window.review().seen is not None, timeout=WAIT)
    assert window.review().seen.id == id
    qtbot.waitUntil(lambda: window.review().sheet.said.script.chosen is not None, timeout=WAIT)
    press(window, Key.Key_Left, ALT)
    assert at(window) is page


def test_after_everything_is_deleted_nothing_of_it_is_on_a_page(opened: Opened, qtbot: Any) -> None:
    app = opened()
    window = app.window
    id = meet(qtbot, app)
    window.visits.read(id)
    qtbot.waitUntil(lambda: window.review().seen is not None, timeout=WAIT)
    window.go("home")
    qtbot.waitUntil(lambda: bool(window.home._recent_rows), timeout=WAIT)
    begin(qtbot, app)
    window.room().settings_wanted.emit()
    wait_for(qtbot, app, app.desk.delete_all)
    window.pages.settings().emptied.emit()
    assert not window.waiting.isVisible()
    assert window.visits.open is None
    window.go("home")
    qtbot.waitUntil(lambda: not window.home._recent_rows, timeout=WAIT)
    window.go("reviews")
    qtbot.waitUntil(lambda: not window.pages.reviews().meetings.items and window.pages.reviews().empty.isVisible(), timeout=WAIT)
    for _ in range(6):
        press(window, Key.Key_Left, ALT)
        assert at(window) is not window.pages._review


def test_closing_in_mid_line_keeps_the_words_and_is_no_crash(opened: Opened, qtbot: Any) -> None:
    app = opened(motion="full")
    window = app.window
    meeting = begin(qtbot, app)
    QTest.keyClicks(QApplication.focusWidget(), SAID[0])
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.room().conversation.speaking is not None and len(window.room().conversation.rows[-1].text) > 5, timeout=WAIT)  # fmt: skip
    window.close()
    app.close()
    again = opened()
    row = wait_for(qtbot, again, again.desk.page).rows[0]
    assert (row.id, row.interrupted) == (meeting.rehearsal, False)
    kept = wait_for(qtbot, again, lambda: again.desk.load(meeting.rehearsal))
    take = kept.tree.take(kept.record.leaf)
    assert take[1].text == SAID[0]
    assert (take[2].speaker, take[2].state) == ("stakeholder", "stopped")
    assert take[2].text


@pytest.mark.parametrize("what", ["a file", "newer"])
def test_a_library_that_cannot_be_opened_is_told_on_home_and_the_rest_works(
    opened: Opened, qtbot: Any, tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "data"
    file = folder
    if what == "a file":
        folder.write_bytes(b"mine")
    else:
        file = newer(folder)
    before = file.read_bytes()
    app = opened(paths=Paths(folder))
    window = app.window
    qtbot.waitUntil(lambda: window.home.problem.isVisible(), timeout=WAIT)
    assert window.home.problem.sentence
    assert not window.banner.isVisible()  # told once
    window.home.ask.setFocus()
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.visits._busy)
    assert window.whole.currentWidget() is window.shell
    for place in ("people", "settings", "reviews", "home"):
        window.go(place)
    app.close()
    assert file.read_bytes() == before


def test_a_slip_that_repeats_is_told_once_and_a_key_never_logged(
    opened: Opened, qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    app = opened()
    hook, told = Hook(app), []
    app.engine.bug.connect(told.append)
    carrier = type("Refused", (Exception,), {"__module__": "openai._exceptions"})
    with caplog.at_level(logging.ERROR, "rehearse"):
        for _ in range(5):
            for fault in (ZeroDivisionError("paint"), carrier("Bearer sk-secret")):
                try:
                    raise fault
                except type(fault):
                    hook(*sys.exc_info())  # type: ignore[arg-type]
    assert len(told) == 2
    assert "sk-secret" not in caplog.text
    assert app.window.toast.isVisible()


def test_names_are_plain_text_in_the_title(opened: Opened) -> None:
    window = opened().window
    window.name_title("<b>A</b> [*]\nB")
    assert window.windowTitle() == "<b>A</b> [*][*] B – Rehearse"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_window_passes_every_check_with_big_text_too(opened: Opened, qtbot: Any, mode: str) -> None:
    app = opened()
    app.theme.set_mode(mode)
    window = app.window
    window.problem(Problem("The settings cannot be written.", "They hold until you close the program."))
    settle()
    check_all(window)
    app.theme.set_scale(2.0)
    window.resize(*BIG)
    settle()
    check_big(window)
    press(window, Key.Key_F1)
    settle()
    check_big(window)
