"""Reviews: the list grows as one scrolls, what was said is found, deleting can be taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from rehearse.conversation import RehearsalId, Turn, TurnId
from rehearse.exchange.words import clock
from rehearse.library.handed import Given
from rehearse.library.records import RehearsalRecord
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, interface, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.library import rows as words
from ui.library.days import clock_words, day_words, hour, when_words
from ui.library.page import LibraryPage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.mini_ladder import MiniLadder

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def reviews(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900), rows: int = 0) -> LibraryPage:
    page = LibraryPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: len(page.meetings.items) == rows and page.filters.person.count() > 1)
    return page


def many(place: Place, count: int) -> None:
    """So many small meetings, written straight into the library."""

    async def write() -> None:
        library = await place.desk.library()
        for i in range(count):
            turn = Turn(TurnId(f"t_{i:08}"), None, "stakeholder", f"Line {i}", act="open")
            record = RehearsalRecord(
                RehearsalId(f"r_{i:08}"), f"Meeting {i}", "2026-01-02T10:00:00+00:00", "peer-lead", "Alexis Tremblay", {}, "x",
                "selling", "normal", 1, leaf=turn.id,
            )  # fmt: skip
            await library.create_rehearsal(record, turn)

    place.wait(write)


def test_the_empty_library_says_what_will_be_here(theme: Theme, place: Place, qtbot: Any) -> None:
    page = reviews(place, qtbot)
    settled(qtbot, lambda: page.empty.isVisible() and page.empty.way.accessibleName() == "Start with Solveig")
    assert page.empty.text.startswith("Your reviews will be here. After a meeting you get the transcript")
    with qtbot.waitSignal(page.start_wanted):
        page.empty.way.click()


def test_rows_are_spoken_whole_and_lead_into_the_meeting(theme: Theme, place: Place, qtbot: Any) -> None:
    ended = place.meet("peer-lead", "one shared schema registry", lines=4, end=True)
    open_ = place.meet("direct-report")
    page = reviews(place, qtbot, rows=2)
    inside = interface(page.list)
    assert inside.role() == QAccessible.Role.List
    said = inside.child(1).text(QAccessible.Text.Name)
    assert said.startswith("One shared schema registry. Alexis Tremblay, today ")
    assert "checks" in said
    assert said.endswith("Read review")
    page.list.setFocus()
    with qtbot.waitSignal(page.go_on, check_params_cb=lambda id: id == open_):
        QTest.keyClick(page.list, Key.Key_Return)
    QTest.keyClick(page.list, Key.Key_Down)
    with qtbot.waitSignal(page.read, check_params_cb=lambda id, turn: (id, turn) == (ended, "")):
        QTest.keyClick(page.list, Key.Key_Return)
    row = page.list.visualRect(page.meetings.index(1, 0))
    with qtbot.waitSignal(page.read):
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 30, row.center().y()))


def test_of_several_takes_a_row_tells_the_best(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", "one shared schema registry", lines=4, end=True)
    row = reviews(place, qtbot, rows=1).meetings.items[0]
    once = words.below(row)
    assert "take" not in once
    again = replace(row, takes=2, passed=13, applicable=31, best_passed=22, best_applicable=31)
    assert words.below(again) == f"{once}, 2 takes, best 22 of 31"
    assert words.below(replace(again, passed=22)) == f"{once}, 2 takes"
    assert words.below(replace(again, applicable=0, passed=0)) == f"{once}, 2 takes"


def test_search_finds_a_word_that_was_said_and_opens_at_the_line(
    theme: Theme, place: Place, qtbot: Any, announcements: Announcer
) -> None:
    other, wanted = place.meet("direct-report", lines=1), place.meet("peer-lead", lines=2)
    kept = place.wait(lambda: place.desk.load(RehearsalId(wanted)))
    line = next(turn for turn in kept.tree if "before you decide" in turn.text)
    page = reviews(place, qtbot, rows=2)
    QTest.keyClick(page.list, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.search
    QTest.keyClicks(page.search, "need before decid")
    settled(qtbot, lambda: len(page.hits.items) == 1)
    hit = page.hits.items[0]
    assert {hit.snippet[a:b].lower() for a, b in hit.spans} >= {"need", "decide"}
    assert other != wanted
    assert any(said.text == "1 found" for said in announcements.recent)
    page.grab()
    with qtbot.waitSignal(page.read, check_params_cb=lambda id, turn: (id, turn) == (wanted, line.id)):
        QTest.keyClick(page.search, Key.Key_Return)
    QTest.keyClick(page.search, Key.Key_Down)
    with qtbot.waitSignal(page.read):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)


def test_a_meeting_without_a_step_says_why(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    page = reviews(place, qtbot, rows=1)
    assert "Still open. Go on" in page.meetings.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    row = page.meetings.items[0]
    assert words.step_words(replace(row, ended="wrapped_up", ladder=None)) == "Imported"
    mini = MiniLadder(None)
    qtbot.addWidget(mini)
    assert mini.accessibleName() == "Still open"
    assert mini.sizeHint().width() >= 64 + mini.fontMetrics().horizontalAdvance("Still open")


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_what_is_found_says_what_it_is_and_opens_at_its_place(theme: Theme, place: Place, qtbot: Any) -> None:
    id = place.meet("skeptical-executive", lines=4, end=True)
    (objection, *_) = place.wait(lambda: _objections(place))

    async def write() -> None:
        def keep(bundles: Any) -> None:
            def given(letter: str, kind: Any, data: dict[str, Any], **more: Any) -> Given:
                return Given(letter * 64, kind, f"b_{letter}", "Ola Berg", "ola berg", "2026-11-22T09:00:00Z", data, **more)

            comment = {
                "id": "c_1",
                "rehearsal": "r_9",
                "turn": "t_9",
                "start": 0,
                "end": 1,
                "quote": "W",
                "text": "Zanzibar first.",
            }
            bundles.put(
                given("a", "submission", {}, title="Kofi's"), given("b", "feedback", {"comments": [comment]}, about="b_a")
            )
            bundles.put_note("briefs", "w_1", {"ask": "A yes to Zanzibar"})

        await (await place.desk.library()).change_bundles(keep)

    place.wait(write)
    page = reviews(place, qtbot, rows=1)
    page.search.setFocus()
    QTest.keyClicks(page.search, "zanzibar")
    settled(qtbot, lambda: len(page.hits.items) == 2)
    told = [page.hits.index(n, 0).data(Qt.ItemDataRole.DisplayRole) for n in range(2)]
    assert told[0].startswith("Kofi's. Ola Berg, ")
    assert "Comment by Ola Berg: Zanzibar first." in told[0]
    assert told[1].endswith("Your brief: A yes to Zanzibar")
    page.grab()
    check_all(page.window())
    with qtbot.waitSignal(page.read_sent, check_params_cb=lambda *at: at == ("a" * 64, "r_9", "t_9")):
        page.found.opened.emit(page.hits.index(0, 0))
    with qtbot.waitSignal(page.brief, check_params_cb=lambda id: id == "w_1"):
        page.found.opened.emit(page.hits.index(1, 0))
    page.what.set_value("objection")
    page.what.changed.emit("objection")
    settled(qtbot, lambda: "look in everything" in page.empty.text and page.empty.isVisible())
    page.search.setText(objection.label)
    page.search.textEdited.emit(objection.label)
    settled(qtbot, lambda: {h.kind for h in page.hits.items} == {"objection"})
    assert words.speaker(page.hits.items[0]).startswith("Objection, ")
    with qtbot.waitSignal(page.read, check_params_cb=lambda at, turn: (at, turn) == (id, objection.turns[0])):
        page.found.opened.emit(page.hits.index(0, 0))


async def _objections(place: Place) -> list[Any]:
    return [v.objection for v in await (await place.desk.library()).objections()]


def test_enter_opens_what_was_typed_and_not_what_was_found_before_it(theme: Theme, place: Place, qtbot: Any) -> None:
    first, second = place.meet("direct-report", lines=1), place.meet("peer-lead", lines=2)
    page = reviews(place, qtbot, rows=2)
    QTest.keyClicks(page.search, "we")
    settled(qtbot, lambda: {hit.rehearsal for hit in page.hits.items} == {first, second})
    page.search.selectAll()
    with qtbot.waitSignal(page.read, check_params_cb=lambda id, turn: id == second):
        QTest.keyClicks(page.search, "need before decid")
        QTest.keyClick(page.search, Key.Key_Return)


def test_what_is_not_found_is_said_and_clear_brings_the_list_back(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    page = reviews(place, qtbot, rows=1)
    QTest.keyClicks(page.search, 'ownershp" AND (')
    settled(qtbot, lambda: page.empty.isVisible())
    assert page.empty.text == 'Nothing matches “ownershp" AND (”. Try a shorter word.'
    page.empty.way.click()
    settled(qtbot, lambda: page.list.isVisible())


def test_delete_and_undo(theme: Theme, place: Place, qtbot: Any) -> None:
    first, second = place.meet("peer-lead", lines=1), place.meet("direct-report", lines=1)
    page = reviews(place, qtbot, rows=2)
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Delete)
    settled(qtbot, lambda: not page.toast.isHidden())
    assert place.ids() == [first]
    assert len(page.meetings.items) == 1
    page.toast.findChildren(QPushButton)[0].click()
    settled(qtbot, lambda: len(page.meetings.items) == 2)
    assert place.ids() == [second, first]


def test_deleting_the_last_one_leaves_the_empty_page(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    page = reviews(place, qtbot, rows=1)
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Delete)
    settled(qtbot, lambda: page.empty.isVisible() and not page.toast.isHidden())
    page.toast.findChildren(QPushButton)[0].click()
    settled(qtbot, lambda: page.list.isVisible() and len(page.meetings.items) == 1)


def test_rename_in_place(theme: Theme, place: Place, qtbot: Any) -> None:
    id = place.meet("peer-lead", lines=1)
    page = reviews(place, qtbot, rows=1)
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_F2)
    editor = page.list.findChild(QLineEdit)
    assert editor.text() == "A talk with Alexis"
    QTest.keyClicks(editor, "  The   shared table <b>")
    QTest.keyClick(editor, Key.Key_Return)
    settle()
    assert page.meetings.items[0].title == "The shared table <b>"

    def kept() -> bool:
        return bool(place.wait(lambda: place.desk.load(RehearsalId(id))).record.title == "The shared table <b>")

    qtbot.waitUntil(kept)


def test_filters(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    wanted = place.meet("direct-report", lines=1)
    page = reviews(place, qtbot, rows=2)
    page.filters.person.set_value("direct-report")
    page.filters.changed.emit()
    settled(qtbot, lambda: [row.id for row in page.meetings.items] == [wanted])
    page.filters.objections.click()
    settled(qtbot, lambda: page.empty.isVisible())
    assert page.empty.text.startswith("No meeting is like this.")
    page.empty.way.click()
    settled(qtbot, lambda: len(page.meetings.items) == 2)


def test_the_list_grows_while_one_scrolls_to_its_end(theme: Theme, place: Place, qtbot: Any) -> None:
    many(place, 180)
    page = reviews(place, qtbot, rows=50)
    assert page.meetings.items[0].title == "Meeting 179"

    def at_the_end() -> bool:
        bar = page.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        return len(page.meetings.items) == 180 and page.meetings.whole

    qtbot.waitUntil(at_the_end, timeout=10_000)
    assert [row.title for row in page.meetings.items] == [f"Meeting {i}" for i in reversed(range(180))]
    started = time.thread_time()
    page.list.grab()
    assert time.thread_time() - started < 2  # only what is in view is drawn


def test_models_keep_the_rules_of_qt(theme: Theme, place: Place, qtbot: Any, qtmodeltester: Any) -> None:
    place.meet("peer-lead", lines=2)
    place.meet("direct-report", lines=2)
    page = reviews(place, qtbot, rows=2)
    qtmodeltester.check(page.meetings)
    QTest.keyClicks(page.search, "orders")
    settled(qtbot, lambda: len(page.hits.items) >= 2)
    qtmodeltester.check(page.hits)


def test_days() -> None:
    now = datetime(2026, 11, 19, 9, 30).astimezone()  # a Thursday
    said = {days: day_words((now - timedelta(days=days)).isoformat(), now) for days in (0, 1, 2, 6, 7, 400)}
    assert said == {0: "today", 1: "Wednesday", 2: "Tuesday", 6: "Friday", 7: "12 November", 400: "15 October 2025"}
    assert day_words("2026-11-19T00:00:01Z".replace("19", "25"), now) == day_words("2026-11-25T00:00:01+00:00", now)
    assert day_words("rubbish", now) == when_words("rubbish", now) == hour("rubbish") == ""
    told = {days: when_words((now - timedelta(days=days)).isoformat(), now) for days in (0, 6, 7)}
    assert told == {0: "today 09:30", 6: "Friday 09:30", 7: "12 November"}
    assert (clock_words(271), clock_words(5), clock_words(-3)) == ("4:31", "0:05", "0:00")
    assert (clock_words(37.9), clock_words(3599.9), clock_words(3723)) == ("0:37", "59:59", "1:02:03")
    assert all(clock_words(s) == clock(s) for s in (0.0, 37.5, 59.999, 600.5, 3600.0, 36_000.9))  # as the exports say it


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_accessible(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=4, end=True)
    page = reviews(place, qtbot, rows=1)
    check_all(page.window())
    QTest.keyClicks(page.search, "orders")
    settled(qtbot, lambda: bool(page.hits.items))
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    page = reviews(place, qtbot, BIG)
    check_big(page.window())
    place.meet("peer-lead", "two engineers for two weeks to fix checkout before the campaign begins", lines=1)
    page.refresh()
    settled(qtbot, lambda: len(page.meetings.items) == 1)
    check_big(page.window())
    QTest.keyClicks(page.search, "orders")
    settled(qtbot, lambda: bool(page.hits.items))
    check_big(page.window())
