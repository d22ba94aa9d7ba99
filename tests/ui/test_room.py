"""The room as a whole: real meetings with a real engine, desk and library, driven by key."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.conversation import Source, Turn, TurnId
from rehearse.meeting import Meeting
from rehearse.paths import Paths
from rehearse.preparation import Choice
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, interface, settle, show
from ui.desk import Desk
from ui.engine import Engine
from ui.room.room import Room
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.ring import Ring

SCENARIO = "type-checking-for-billing"
Held = tuple[Room, Desk, Engine]
CLOSED = "http://127.0.0.1:9"


@pytest.fixture
def held(theme: Theme, tmp_path: Path, qtbot: Any) -> Iterator[Held]:
    engine, desk = Engine(), Desk(Paths(tmp_path))
    desk.settings = desk.settings.__class__(motion="less")  # offline, the line comes at once
    room = Room(engine, desk)
    Ring(room)
    yield room, desk, engine
    room.close_room()
    closed: list[bool] = []
    engine.ask(desk.close, done=lambda _: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))
    engine.close()


def wait_for(qtbot: Any, engine: Engine, work: Callable[[], Any]) -> Any:
    got: list[Any] = []
    engine.ask(work, done=got.append, failed=lambda problem: got.append(problem))
    qtbot.waitUntil(lambda: bool(got), timeout=30_000)
    return got[0]


def begin(held: Held, qtbot: Any, size: tuple[int, int] = (1440, 900), **choice: Any) -> Meeting:
    room, desk, engine = held
    meeting: Meeting = wait_for(qtbot, engine, lambda: desk.start(Choice(scenario=SCENARIO, seed=5, **choice)))
    show(qtbot, room, size)
    room.show_meeting(meeting)
    settle()
    return meeting


def say(room: Room, qtbot: Any, text: str) -> None:
    QTest.keyClicks(room.composer.box, text)
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not room.session.busy and room.composer.text() == "")


def pace_words(held: Held, seconds: float) -> None:
    """Let the offline stakeholder speak slowly enough to be interrupted."""
    from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

    meeting = held[0].meeting
    assert meeting is not None
    meeting.use(OfflineAppraiser(), OfflineSpeaker(seconds))


# ---- a meeting by key


def test_a_meeting_by_key_from_the_opening_to_the_closing_line(held: Held, qtbot: Any, announcements: Announcer) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    assert QApplication.focusWidget() is room.composer.box
    opening = meeting.take[0].text
    assert opening in interface(room.conversation).text(QAccessible.Text.Value)
    assert any(opening in said.text for said in announcements.recent)
    announcements.recent.clear()
    say(room, qtbot, "9 of the 23 billing bugs were a wrong or missing value.")
    reply = meeting.take[-1].text
    assert [said.text for said in announcements.recent].count(f"{meeting.setting.persona.name}: {reply}") == 1
    assert [row.text for row in room.conversation.rows] == [turn.text for turn in meeting.take]
    qtbot.waitUntil(lambda: any(room.side.facts.values()))
    assert room.side.objections
    with qtbot.waitSignal(room.wrapped_up) as told:
        QTest.keyClick(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [meeting]
    assert meeting.ended == "wrapped_up"
    assert room.conversation.rows[-1].text == meeting.take[-1].text
    assert not room.composer.box.isEnabled()


def test_the_clock_starts_at_the_first_key_and_can_be_paused(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    clock: Any = meeting.clock
    assert not clock.running
    QTest.keyClick(room.composer.box, Qt.Key.Key_A)
    assert clock.running
    QTest.keyClick(room, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not clock.running)
    assert room.bar.clock.paused
    QTest.keyClick(room, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: clock.running)


def test_the_clock_stands_while_nobody_is_in_the_room(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    clock: Any = meeting.clock
    QTest.keyClick(room.composer.box, Qt.Key.Key_A)
    assert clock.running
    room.hide()
    assert not clock.running
    room.show()
    qtbot.waitExposed(room)
    assert clock.running
    assert room.focusWidget() is room.composer.box


def test_enter_never_says_during_composition_and_can_be_swapped(held: Held, qtbot: Any) -> None:
    room, desk, _ = held
    meeting = begin(held, qtbot)
    box = room.composer.box
    QApplication.sendEvent(box, QInputMethodEvent("ni", []))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(meeting.take) == 1
    assert not room.session.busy
    QApplication.sendEvent(box, QInputMethodEvent("", []))
    desk.settings = desk.settings.__class__(motion="less", enter_says=False)
    room.apply_settings()
    qtbot.waitUntil(lambda: not room.session.busy)
    QTest.keyClicks(box, "Hello there")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not room.session.busy
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(meeting.take) == 3)
    qtbot.waitUntil(lambda: not room.session.busy)


def test_moves_begin_a_sentence_at_the_caret(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    begin(held, qtbot)
    QTest.keyClicks(room.composer.box, "Yes.")
    QTest.keyClick(room, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert room.composer.text() == "Yes. What would you need to see to "
    assert QApplication.focusWidget() is room.composer.box


# ---- stopping, and trying again


def test_escape_keeps_the_words_so_far_as_stopped(held: Held, qtbot: Any) -> None:
    room, desk, engine = held
    meeting = begin(held, qtbot)
    pace_words(held, 0.08)
    QTest.keyClicks(room.composer.box, "We need an engineer.")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.conversation.speaking is not None and bool(room.conversation.rows[-1].text.strip()))
    assert room.composer.stop.isVisible()
    QTest.keyClicks(room.composer.box, "Wait")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not room.session.busy)
    last = meeting.take[-1]
    assert last.state == "stopped"
    assert room.conversation.rows[-1].text == last.text
    assert "Interrupted." in room.conversation.toPlainText()
    assert room.composer.text() == "Wait"
    kept = wait_for(qtbot, engine, lambda: desk.load(meeting.rehearsal))
    assert kept.tree[last.id].state == "stopped"


def test_enter_while_they_speak_says_it_when_they_have_finished(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    pace_words(held, 0.03)
    QTest.keyClicks(room.composer.box, "We need an engineer.")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.conversation.speaking is not None)
    QTest.keyClicks(room.composer.box, "For three weeks.")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    assert "It is said when he has finished." in room.composer.tip.text()
    assert room.composer.text() == "For three weeks."
    qtbot.waitUntil(lambda: len(meeting.take) == 5 and not room.session.busy)
    assert [turn.state for turn in meeting.take] == ["whole"] * 5
    assert meeting.take[3].text == "For three weeks."
    assert room.composer.text() == ""


def test_trying_a_moment_again_makes_a_sibling_and_both_takes_can_be_reached(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    say(room, qtbot, "We need an engineer.")
    say(room, qtbot, "It is only three weeks.")
    first = meeting.take[1]
    old_leaf = meeting.leaf
    room.conversation.setFocus()
    room.conversation.choose(1)
    QTest.keyClick(room.conversation, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: room.composer.text() == first.text)
    assert room.composer.box.textCursor().selectedText() == first.text
    assert QApplication.focusWidget() is room.composer.box
    assert "A new take. The other one is kept." in room.conversation.toPlainText()
    say(room, qtbot, "What worries you most about the invoices?")
    assert len(meeting.tree.siblings(first.id)) == 2
    assert room.bar.takes.isVisible()
    assert room.bar.takes.text().strip() == "Take 2 of 2"
    room.bar.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: room.meeting is not meeting and not room.session.busy)
    assert room.meeting is not None
    assert room.meeting.leaf == old_leaf
    assert [row.text for row in room.conversation.rows] == [turn.text for turn in room.meeting.take]
    assert "It is only three weeks." in room.conversation.toPlainText()
    assert room.composer.box.isEnabled()


def test_an_ended_meeting_offers_the_review_and_a_moment_again(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    say(room, qtbot, "We need an engineer.")
    room.wrap_up()
    qtbot.waitUntil(lambda: meeting.ended is not None and not room.session.busy)
    room.try_again(meeting.take[1].id)
    qtbot.waitUntil(lambda: meeting.ended is None and not room.session.busy)
    assert room.composer.box.isEnabled()
    assert room.composer.text() == "We need an engineer."


def test_a_resumed_meeting_that_ended_shows_the_way_to_the_review(held: Held, qtbot: Any) -> None:
    room, desk, engine = held
    meeting = begin(held, qtbot)
    say(room, qtbot, "We need an engineer.")
    room.wrap_up()
    qtbot.waitUntil(lambda: meeting.ended is not None and not room.session.busy)
    opened = wait_for(qtbot, engine, lambda: desk.open(meeting.rehearsal))
    room.show_meeting(opened.meeting)
    assert room.notices.notice.sentence == "The meeting is over."
    with qtbot.waitSignal(room.wrapped_up):
        QTest.keyClick(room, Qt.Key.Key_Return)


def test_leaving_while_they_speak_loses_nothing(held: Held, qtbot: Any) -> None:
    room, desk, engine = held
    meeting = begin(held, qtbot)
    pace_words(held, 0.08)
    QTest.keyClicks(room.composer.box, "We need an engineer.")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.conversation.speaking is not None and bool(room.conversation.rows[-1].text.strip()))
    with qtbot.waitSignal(room.left) as told:
        room.bar.back.click()
    assert told.args == [meeting.rehearsal]
    kept = wait_for(qtbot, engine, lambda: desk.load(meeting.rehearsal))
    assert [turn.state for turn in kept.tree][-1] == "stopped"


# ---- time


def test_when_the_time_is_up_it_can_be_extended(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    QTest.keyClicks(room.composer.box, "a")
    meeting.limit = meeting.clock.now() - 1
    qtbot.waitUntil(lambda: room.notices.notice.isVisible())
    assert room.notices.notice.sentence.endswith("has to go.")
    room.notices.notice.buttons()[0].click()
    assert meeting.left == pytest.approx(120, abs=2)
    assert not room.notices.notice.isVisible()


# ---- trouble


def test_a_model_that_cannot_be_reached_is_told_and_the_meeting_goes_on_offline(held: Held, qtbot: Any) -> None:
    room, desk, _ = held
    desk.settings = desk.settings.__class__(motion="less", played_by="model", url=f"{CLOSED}/v1", model="small")
    meeting = begin(held, qtbot)
    assert room.bar.plays.text() == "small"
    QTest.keyClicks(room.composer.box, "We need an engineer.")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.notices.trouble.isVisible() and not room.session.busy, timeout=20_000)
    assert "127.0.0.1:9" in room.notices.trouble.sentence
    assert [turn.text for turn in meeting.take][1:] == ["We need an engineer."]
    assert room.conversation.rows[-1].text == "We need an engineer."
    offline = next(b for b in room.notices.trouble.buttons() if "offline" in b.text())
    offline.click()
    qtbot.waitUntil(lambda: len(meeting.take) == 3 and not room.session.busy)
    assert room.bar.plays.text() == "Offline"
    assert not room.notices.trouble.isVisible()
    assert room.conversation.rows[-1].text == meeting.take[-1].text
    say(room, qtbot, "Three weeks, one person.")
    assert len(meeting.take) == 5


def test_a_line_that_cannot_be_kept_stays_in_the_box(held: Held, qtbot: Any) -> None:
    room, desk, engine = held
    meeting = begin(held, qtbot)
    wait_for(qtbot, engine, lambda: desk.close())  # the library is gone
    QTest.keyClicks(room.composer.box, "My one line")
    QTest.keyClick(room.composer.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not room.session.busy)
    qtbot.waitUntil(lambda: room.notices.trouble.isVisible())
    assert room.composer.text() == "My one line"
    assert len(meeting.take) == 1


# ---- look


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_room_is_accessible(held: Held, theme: Theme, qtbot: Any) -> None:
    room, _, _ = held
    begin(held, qtbot)
    say(room, qtbot, "9 of the 23 billing bugs were a wrong or missing value.")
    check_all(room)


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 2.0)], indirect=True)
def test_the_room_at_200_per_cent(held: Held, theme: Theme, qtbot: Any) -> None:
    room, _, _ = held
    begin(held, qtbot, BIG)
    say(room, qtbot, "We need an engineer.")
    settle()
    check_big(room)
    QTest.keyClick(room, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.floor.drawer_open)
    settle()
    assert room.side.isVisible()
    check_big(room)
    QTest.keyClick(room, Qt.Key.Key_Escape)
    assert not room.floor.drawer_open


def test_the_columns_give_way(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    begin(held, qtbot)
    assert room.person.isVisible()
    assert room.side.isVisible()
    room.resize(1024, 640)
    settle()
    assert not room.person.isVisible()
    assert room.side.isVisible()
    room.resize(680, 640)
    settle()
    assert not room.side.isVisible()
    assert room.bar.facts_button.isVisible()
    assert not room.composer.row.isVisible()
    assert room.composer.more.isVisible()
    QTest.keyClick(room, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert room.composer.text().startswith("I hear")


def test_a_live_switch_of_the_theme_keeps_the_conversation(held: Held, theme: Theme, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    say(room, qtbot, "We need an engineer.")
    theme.set(mode="dark", scale=1.25)
    settle()
    assert meeting.take[-1].text in room.conversation.toPlainText()
    assert room.conversation.at_end


def test_a_meeting_of_500_turns_opens_fast(held: Held, qtbot: Any) -> None:
    room, _, _ = held
    meeting = begin(held, qtbot)
    words = "orders payments quarter finance checked the method and the error range " * 10
    for number in range(500):
        speaker: Any = "you" if number % 2 == 0 else "stakeholder"
        turn = Turn(TurnId(f"x{number}"), meeting.leaf, speaker, f"{number} {words}", at=float(number), by=Source("person"))
        meeting.tree.add(turn)
        meeting.leaf = turn.id
    begun = time.thread_time()
    room.show_meeting(meeting)
    settle()
    took = time.thread_time() - begun
    assert room.conversation.earlier == 201
    assert room.earlier.isVisible()
    assert took < 3.0, f"{took:.3f} s"  # 0.2 s is the figure to reach where the machine is idle; a bench measures that
