"""Transcripts from elsewhere come in through the Reviews page, and meetings go out of it as files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from rehearse.conversation import RehearsalId
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from tests.ui.test_window import Opened, opened  # noqa: F401 - a fixture
from ui.library import rows as words
from ui.library.dropping import Dropping
from ui.library.page import LibraryPage
from ui.review.page import ReviewPage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer

Key = Qt.Key
SAID = (
    ("Dana Ruiz", "Thanks for coming. What do you want from me, and when does it pay back?"),
    ("Ana Silva", "We lose 48k a month in orders because checkout goes down at peak, and that is from the refund ledger."),
    ("Kofi Mensah", "My team is full until May. Who will do this?"),
    ("Ana Silva", "Fair point, your team carries the pager. What would you need to see before you say yes?"),
    ("Dana Ruiz", "How do I know it will not run on for ever?"),
    ("Ana Silva", "One service for two weeks, and we stop if failures do not drop by 30 percent."),
    ("Kofi Mensah", "And after that?"),
    ("Ana Silva", "The ask is two engineers until 4 May, and I own it. Can you say yes to that by Friday?"),
)


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    cues = (f"00:00:{2 * i:02}.000 --> 00:00:{2 * i + 1:02}.500\n<v {who}>{text}</v>\n" for i, (who, text) in enumerate(SAID))
    file = tmp_path / "Checkout review.vtt"
    file.write_text("WEBVTT\n\n" + "\n".join(cues), "utf-8")
    return file


def page_of(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900), rows: int = 0) -> LibraryPage:
    page = LibraryPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    settled(qtbot, lambda: len(page.meetings.items) == rows and page.filters.person.count() > 1)
    return page


def asked(page: LibraryPage, qtbot: Any, file: Path) -> LibraryPage:
    page.take_file(file)
    settled(qtbot, lambda: page.arriving.judge.isVisible() or page.arriving.banner.isVisible())
    return page


def review_of(place: Place, qtbot: Any, id: str) -> ReviewPage:
    page = ReviewPage(place.engine, place.desk)
    window_of(qtbot, page)
    page.show_rehearsal(id)
    settled(qtbot, lambda: page.sheet is not None and page.stack.currentWidget() is page.sheet)
    assert page.sheet is not None
    page.sheet.said.margin.all_notes()
    settle()
    return page


def brought(place: Place, qtbot: Any, file: Path, me: str = "Ana Silva", like: str = "skeptical-executive") -> str:
    """A transcript brought in; gives its id."""
    page = asked(page_of(place, qtbot, rows=len(place.ids())), qtbot, file)
    next(c for c in page.arriving._group.buttons() if c.accessibleName().startswith(me)).setChecked(True)
    page.arriving.like.set_value(like)
    with qtbot.waitSignal(page.read, timeout=20_000) as told:
        page.arriving.judge.click()
    return str(told.args[0])


def test_who_speaks_is_shown_and_who_is_you_is_asked_all_by_keyboard(
    theme: Theme, place: Place, qtbot: Any, talk: Path, announcements: Announcer
) -> None:
    page = page_of(place, qtbot)
    page.search.setFocus()
    QTest.keyClick(page, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = page.bringing.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.close()
    page.window().activateWindow()
    settled(qtbot, page.window().isActiveWindow)
    asked(page, qtbot, talk)
    choices = page.arriving._group.buttons()
    assert [c.accessibleName() for c in choices] == [
        "Dana Ruiz · 2 lines, 26 words", "Ana Silva · 4 lines, 73 words", "Kofi Mensah · 2 lines, 13 words"
    ]  # fmt: skip
    assert page.arriving.me == ""
    assert QApplication.focusWidget() is choices[0]
    assert not page.search.isVisible()
    page.arriving.judge.click()
    assert page.arriving.banner.sentence == "Say first which one is you."
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert page.arriving.me == "Dana Ruiz"
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Down)
    assert page.arriving.me == "Ana Silva"
    with qtbot.waitSignal(page.read, timeout=20_000) as told:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert place.ids() == [told.args[0]]
    assert page.search.isVisible()
    assert any("Imported." in said.text for said in announcements.recent)
    page.refresh()
    settled(qtbot, lambda: len(page.meetings.items) == 1)
    row = page.meetings.items[0]
    assert words.imported(row)
    assert words.spoken(row).startswith("Checkout review. Dana Ruiz and Kofi Mensah, imported today")
    assert "Imported" in words.spoken(row)
    page.grab()


def test_the_review_of_a_transcript_claims_neither_step_nor_decision(theme: Theme, place: Place, qtbot: Any, talk: Path) -> None:
    page = review_of(place, qtbot, brought(place, qtbot, talk))
    sheet = page.sheet
    assert sheet is not None
    assert sheet.sentence.first.text() == "A transcript, read line by line."
    assert "no ladder" in sheet.sentence.second.text()
    assert sheet.sentence.way is None
    assert not sheet.timeline.isVisible()
    assert sheet.meet_again is None
    assert sheet.seen.review.objections
    assert all(n.remark.retry is None for n in sheet.said.margin.notes)
    assert "imported today" in sheet.head.caption.text()
    said = sheet.said.script.toPlainText()
    assert all(name in said for name in ("You", "Dana Ruiz", "Kofi Mensah"))
    check_all(page.window())


def test_with_nobody_in_particular_objections_are_found_in_their_own_words(
    theme: Theme, place: Place, qtbot: Any, talk: Path
) -> None:
    page = review_of(place, qtbot, brought(place, qtbot, talk, like=""))
    assert page.sheet is not None
    assert page.sheet.seen.review.judged
    found = page.sheet.seen.review.objections
    assert found
    assert {o.words for o in found} <= {text for _, text in SAID}
    page.sheet.said.show_ledger(True)
    assert page.sheet.said.ledger is not None
    told = [label.text() for label in page.sheet.said.ledger.findChildren(QLabel)]
    assert all(o.label in told for o in found)
    assert "Other" in told
    check_all(page.window())


def test_where_nothing_was_objected_it_says_so(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    file = tmp_path / "Coffee.txt"
    file.write_text("Dana: Good morning.\nAna Silva: Good morning.\n" + "Dana: Thank you.\nAna Silva: Very nice.\n" * 4, "utf-8")
    page = review_of(place, qtbot, brought(place, qtbot, file, like=""))
    assert page.sheet is not None
    assert page.sheet.seen.review.objections == ()
    page.sheet.said.show_ledger(True)
    assert page.sheet.said.ledger is not None
    (told,) = [label.text() for label in page.sheet.said.ledger.findChildren(QLabel)]
    assert told.startswith("No objection was found in what Dana said.")


def test_where_none_of_a_persons_worries_was_found_it_says_what_to_do(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    file = tmp_path / "Coffee.txt"
    file.write_text("Dana: Good morning.\nAna Silva: Good morning.\n" + "Dana: Thank you.\nAna Silva: Very nice.\n" * 4, "utf-8")
    page = review_of(place, qtbot, brought(place, qtbot, file, like="skeptical-executive"))
    assert page.sheet is not None
    page.sheet.said.show_ledger(True)
    assert page.sheet.said.ledger is not None
    (told,) = [label.text() for label in page.sheet.said.ledger.findChildren(QLabel)]
    assert "Import it again with nobody chosen" in told


def test_no_line_of_a_transcript_is_offered_to_be_said_again(theme: Theme, place: Place, qtbot: Any, talk: Path) -> None:
    page = review_of(place, qtbot, brought(place, qtbot, talk))
    assert page.sheet is not None
    script = page.sheet.said.script
    tried: list[str] = []
    script.tried.connect(tried.append)
    for line in range(len(script.turns)):
        script.choose(line)
        assert script.retry.isHidden()
        QTest.keyClick(script, Qt.Key.Key_T)
    assert tried == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 99, "Checkout.vtt:1: this is a Word file or another archive, not text."),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello.\n", "Checkout.vtt:3: only Ana speaks in it."),
        (b"We talked for an hour.\n", 'Checkout.vtt:1: a line of a transcript reads "Name: text".'),
        (b'{"format": "rehearse/rehearsal@9"}', "Checkout.vtt: it was made with a newer version of Rehearse."),
    ],
)
def test_a_bad_file_gets_its_sentence_and_a_way_on(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "Checkout.vtt"
    file.write_bytes(content)
    page = asked(page_of(place, qtbot), qtbot, file)
    assert page.arriving.banner.sentence == said
    again, back = page.arriving.banner.buttons()
    assert (again.text(), back.text()) == ("Choose another file", "Back to the list")
    assert QApplication.focusWidget() is again
    check_all(page.window())
    back.click()
    settled(qtbot, lambda: page.empty.isVisible())
    assert place.ids() == []


def test_escape_leaves_and_nothing_is_kept(theme: Theme, place: Place, qtbot: Any, talk: Path) -> None:
    page = asked(page_of(place, qtbot), qtbot, talk)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    settled(qtbot, lambda: page.empty.isVisible() and page.search.isVisible())
    assert place.ids() == []


def drop(window: QWidget, data: QMimeData) -> bool:
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    return QApplication.sendEvent(window, event)


def test_a_file_dropped_on_the_window_is_brought_in_and_nothing_else_is(
    theme: Theme, place: Place, qtbot: Any, talk: Path
) -> None:
    page = page_of(place, qtbot)
    dropping = Dropping(page.window())
    dropping.dropped.connect(page.take_file)
    words_, far, file = QMimeData(), QMimeData(), QMimeData()
    words_.setText("Me: hello")
    far.setUrls([QUrl("https://example.com/a.vtt")])
    file.setUrls([QUrl.fromLocalFile(str(talk))])
    assert not drop(page.window(), words_)
    assert not drop(page.window(), far)
    assert drop(page.window(), file)
    settled(qtbot, lambda: page.arriving.judge.isVisible())


def test_a_meeting_of_ours_comes_back_as_it_was_and_once(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    id = place.meet("peer-lead", "one shared schema registry", lines=4, end=True)
    out = tmp_path / "m.json"
    place.wait(lambda: place.desk.export(RehearsalId(id), str(out), "json"))
    page = page_of(place, qtbot, rows=1)
    with qtbot.waitSignal(page.read, check_params_cb=lambda found, _: found == id, timeout=20_000):
        page.take_file(out)
    assert place.ids() == [id]
    place.wait(lambda: place.desk.delete_all())
    with qtbot.waitSignal(page.read, check_params_cb=lambda found, _: found == id, timeout=20_000):
        page.take_file(out)
    again = tmp_path / "again.json"
    place.wait(lambda: place.desk.export(RehearsalId(id), str(again), "json"))
    assert json.loads(again.read_text("utf-8")) == json.loads(out.read_text("utf-8"))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("form", ["html", "pdf", "md", "json"])
def test_a_meeting_of_the_list_is_exported(theme: Theme, place: Place, qtbot: Any, tmp_path: Path, form: str) -> None:
    place.meet("peer-lead", "one shared schema registry", lines=4, end=True)
    page = page_of(place, qtbot, rows=1)
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    menu = page.list.findChild(QMenu)
    names = [a.text() for a in menu.actions()]
    assert [n.split(",")[0] for n in names] == ["Web page", "PDF", "Markdown", "JSON"]
    menu.actions()[["html", "pdf", "md", "json"].index(form)].trigger()
    menu.close()
    dialog = page.exporting.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"-one-shared-schema-registry.{form}")
    dialog.close()
    target = tmp_path / f"out.{form}"
    page.exporting.save_to(page.meetings.items[0], str(target), form)  # type: ignore[arg-type]
    settled(qtbot, lambda: page.toast.isVisible())
    begins = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "md": b"# One shared", "json": b"{"}[form]
    assert target.read_bytes().startswith(begins)
    page.exporting.save_to(page.meetings.items[0], str(tmp_path), form)  # type: ignore[arg-type]
    settled(qtbot, lambda: page.problem.isVisible())
    assert "this is a folder" in page.problem.sentence


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_accessible(theme: Theme, place: Place, qtbot: Any, talk: Path) -> None:
    page = asked(page_of(place, qtbot), qtbot, talk)
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any, talk: Path) -> None:
    page = asked(page_of(place, qtbot, BIG), qtbot, talk)
    check_big(page.window())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_whole_way_of_a_dropped_file_to_its_review(opened: Opened, qtbot: Any, talk: Path) -> None:  # noqa: F811
    window = opened().window
    qtbot.waitUntil(window.acceptDrops, timeout=20_000)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(talk))])
    assert drop(window, data)
    page = window.pages.reviews()
    settled(qtbot, lambda: page.arriving.judge.isVisible())
    page.arriving._group.button(1).setChecked(True)
    page.arriving.judge.click()
    settled(qtbot, lambda: window.pages.currentWidget() is window.review() and window.review().sheet is not None)
    qtbot.waitUntil(lambda: window.windowTitle() == "Checkout review – Rehearse", timeout=20_000)
    sheet = window.review().sheet
    assert sheet is not None
    assert sheet.sentence.first.text() == "A transcript, read line by line."
