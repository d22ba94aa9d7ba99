"""The parts of the room by themselves: the rule of used facts, reasons, moves, rows, the clock, the conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from rehearse.clock import WallClock
from rehearse.conversation import Reason, Source, Stance, Turn, TurnId
from rehearse.meeting import Meeting
from rehearse.personas import Concern, Persona
from rehearse.scenarios import Fact
from rehearse.stakeholder.speech import OURS
from tests.core.play import catalog
from tests.ui.accessibility import settle, show
from ui.engine import Engine
from ui.room.conversation import FIRST, NEWEST, Conversation
from ui.room.line_actions import LineActions
from ui.room.moves import joined, moves
from ui.room.pace import Pace
from ui.room.reason import moved
from ui.room.row import Breaker, Row, copied, row_of, safe, shown
from ui.room.ticks import Ticks as Counted
from ui.room.used import used, used_in
from ui.theme.theme import Theme

HER = Persona("p", "Margaret Okafor", "she", "Chief Operating Officer", "executive", "horizon", "")
STANCE = Stance("guarded", 2.5, 9, "resists", {})
FACT = Fact("f", "38% of support tickets came from the outage", "Support", 38.0, "%")


# ---- rules


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It was 38% in that week.", True),
        ("Most support tickets name it.", True),
        ("We had an outage.", False),
        ("Nothing of that kind.", False),
        ("", False),
    ],
)
def test_a_fact_is_used_by_its_number_or_half_of_its_words(line: str, expected: bool) -> None:
    assert used(FACT, line) is expected


def test_two_common_words_of_a_long_fact_do_not_use_it() -> None:
    fact = Fact("l", "7 of the last 10 booking features came late, by 9 working days on average", "The tickets", 7.0)
    assert not used(fact, "If double bookings are not down by half, you get both engineers back the same day.")
    assert not used(fact, "If it moves by a day, the work goes.")
    assert used(fact, "Most of the last features on booking came late.")
    assert used(fact, "Seven of the last ten came nine days late.")


def test_a_small_number_needs_a_word_of_the_fact_beside_it() -> None:
    fact = Fact("n", "4 outages in the spring", value=4.0, unit="outages")
    assert used(fact, "There were 4 outages.")
    assert not used(fact, "Give me 4 minutes.")
    assert used_in([fact, FACT], ["4 outages, and 38 per cent of all"]) == {"n", "f"}


def test_the_facts_of_a_long_take_are_counted_in_parts_and_those_of_another_not_at_all(qtbot: Any) -> None:
    other = Fact("n", "4 outages in the spring", value=4.0, unit="outages")
    engine = Engine()
    ticks = Counted(engine)
    ticks.begin([FACT], ["38 of a hundred"] * 30)
    with qtbot.waitSignal(ticks.changed, check_params_cb=lambda ids: ids == {"n", "f"}):
        ticks.begin([FACT, other], ["There were 4 outages.", *["Nothing."] * 40, "It was 38%."])
    with qtbot.waitSignal(ticks.changed, check_params_cb=lambda ids: ids == {"n"}):
        ticks.begin([other, FACT], ["Nothing."])
        ticks.hear(["4 outages, I said."])
    engine.close()


def test_reasons_are_one_short_sentence() -> None:
    up = replace(STANCE, stage="probing", why=(Reason("stage:probing", "you asked about their view", "What worries you?"),))
    assert moved(HER, STANCE, up) == "She moved when you asked about her view."
    down = replace(STANCE, trust=2.0, why=(Reason("trust", "you pushed for a yes", "now"),))
    assert moved(HER, STANCE, down) == "She pulled back when you pushed for a yes."
    trust = replace(STANCE, trust=2.75, why=(Reason("trust", "you gave evidence on payback"),))
    assert moved(HER, STANCE, trust) == "She listened when you gave evidence on payback."
    met = replace(STANCE, why=(Reason("concern:a:met", "Payback is answered"),))
    assert moved(HER, STANCE, met) == "She moved: payback is answered."
    assert moved(HER, STANCE, replace(met, trust=2.0)) == "She moved: payback is answered."
    with_it = replace(HER, concerns=(Concern("ends", "commitment", "It never ends", 2),))
    half = replace(STANCE, why=(Reason("concern:a:partly_met", "It never ends is half answered"),))
    assert moved(with_it, STANCE, half) == "She moved: “It never ends” is half answered."
    told = replace(STANCE, trust=2.75, why=(Reason("trust", "you gave evidence on it never ends"),))
    assert moved(with_it, STANCE, told) == "She listened when you gave evidence on “It never ends”."
    assert moved(HER, STANCE, STANCE) == ""
    them = replace(HER, pronouns="they")
    gone = replace(STANCE, stage="disengaged", why=(Reason("stage:disengaged", "patience ran out"),))
    assert moved(them, STANCE, gone) == "Their patience ran out."


def test_moves_name_the_person_and_join_with_one_space() -> None:
    assert [m.title for m in moves(HER)][1] == "Ask what she needs"
    assert moves(replace(HER, pronouns="they"))[1].title == "Ask what they need"
    assert joined("", "What if ") == "What if "
    assert joined("Yes.", "What if ") == " What if "
    assert joined("Yes. ", "What if ") == "What if "


# ---- rows


def test_text_stays_one_block_of_plain_characters() -> None:
    assert safe("a\r\nb\u2029c\x00d\ud800\ufffc\ufdd0") == "a\u2028b\u2028c\ufffdd\ufffd\ufffd\ufffd"
    assert copied(shown("x" * 200)) == "x" * 200


def test_a_word_without_end_is_broken_while_it_comes_in_pieces() -> None:
    breaker = Breaker()
    told = "".join(breaker.feed("y" * 33) for _ in range(10)) + breaker.feed(" end")
    assert max(len(part) for part in told.replace("\u200b", " ").split()) == 80
    assert copied(told) == "y" * 330 + " end"


# ---- the clock


class Ticks:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def make_meeting(minutes: int) -> tuple[Meeting, Ticks]:
    """A meeting that is only looked at: nothing is said in it."""
    from rehearse.conversation import RehearsalId, Tree, TurnId
    from rehearse.meeting import opening
    from rehearse.stakeholder.setting import Setting

    ticks = Ticks()
    setting = Setting(replace(HER, opening=("Go ahead.",)), minutes=minutes)
    root = opening(setting, lambda: TurnId("t1"))
    nothing: Any = None
    return Meeting(RehearsalId("r1"), setting, Tree([root]), root.id, nothing, WallClock(0.0, ticks), lambda: TurnId("t2")), ticks


def test_the_clock_runs_from_the_first_key_and_stands_while_held(qtbot: Any) -> None:
    meeting, ticks = make_meeting(5)
    pace = Pace()
    pace.hold(meeting)
    ticks.at += 10
    assert meeting.clock.now() == 0
    pace.begin()
    ticks.at += 10
    assert meeting.clock.now() == 10
    pace.stop_for("user")
    pace.stop_for("waiting")
    ticks.at += 50
    pace.stop_for("user", False)
    ticks.at += 50
    assert meeting.clock.now() == 10
    pace.stop_for("waiting", False)
    ticks.at += 5
    assert meeting.clock.now() == 15
    pace.close()
    ticks.at += 5
    assert meeting.clock.now() == 15
    assert not pace.running


def test_two_minutes_and_the_end_are_told_once_and_time_can_be_added(qtbot: Any) -> None:
    meeting, ticks = make_meeting(5)
    told: list[str] = []
    pace = Pace()
    pace.two_minutes.connect(lambda: told.append("two"))
    pace.time_up.connect(lambda: told.append("up"))
    pace.hold(meeting)
    pace.begin()
    ticks.at += 181
    qtbot.waitUntil(lambda: told == ["two"])
    ticks.at += 120
    qtbot.waitUntil(lambda: told == ["two", "up"])
    pace.extend(2)
    assert meeting.left == pytest.approx(120)
    ticks.at += 121
    qtbot.waitUntil(lambda: told == ["two", "up", "up"])
    pace.close()


def test_a_clock_that_nobody_sees_never_ends_the_meeting(qtbot: Any) -> None:
    meeting, ticks = make_meeting(5)
    pace = Pace()
    pace.hold(meeting, seen=False)
    pace.begin()
    ticks.at += 299
    qtbot.waitUntil(lambda: meeting.left > 300)
    pace.close()


# ---- the conversation


def line(number: int, text: str = "", mine: bool | None = None) -> Row:
    own = number % 2 == 1 if mine is None else mine
    return Row(f"t{number}", own, "You" if own else "Margaret Okafor", "0:00", text or f"line {number}")


@pytest.fixture
def view(theme: Theme, qtbot: Any) -> Conversation:
    return show(qtbot, Conversation(), (900, 700))


HOSTILE = ("<img src=/etc/hostname>", "<table><tr><td>" * 25, "![x](http://127.0.0.1/?q)", "{p.__class__} %s <b>no</b>")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_characters_and_nothing_is_loaded(
    view: Conversation, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    load = Conversation.loadResource
    monkeypatch.setattr(Conversation, "loadResource", lambda s, t, n: (asked.append(n.toString()), load(s, t, n))[1])
    view.open([line(0, text), line(1, text)])
    view.begin(line(2))
    view.more(text)
    settle()
    assert copied(view.toPlainText()).count(text) == 3
    assert asked == []
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None


def test_a_hundred_thousand_characters_without_a_space_are_shown(view: Conversation) -> None:
    whole = "x" * 100_000
    view.open([line(0, whole)])
    settle()
    assert whole in copied(view.toPlainText())
    assert view.document().size().width() <= view.viewport().width() + 1


def test_only_the_newest_lines_are_loaded_and_earlier_ones_come_on_demand(view: Conversation, qtbot: Any) -> None:
    view.open([line(i) for i in range(500)])
    assert len(view.rows) == FIRST
    assert view.earlier == 200
    assert view.at_end
    qtbot.waitUntil(lambda: not view.coming)
    assert len(view.rows) == NEWEST
    assert view.earlier == 200
    assert view.at_end
    view.show_earlier()
    view.show_earlier()
    assert view.earlier == 0
    qtbot.waitUntil(lambda: not view.coming)
    said = copied(view.toPlainText())
    order = [said.index(f"line {i}\n") for i in range(499)]
    assert order == sorted(order)
    view.choose(0)
    assert view.chosen is not None
    assert view.chosen.text == "line 0"
    view.choose(250)
    assert view.chosen.text == "line 250"


def test_what_is_read_and_selected_stays_while_earlier_lines_come(view: Conversation, qtbot: Any) -> None:
    view.open([line(i, f"line {i}. " + "and the reason for it " * 12) for i in range(500)])
    qtbot.waitUntil(lambda: len(view.rows) > FIRST)  # by then the view stands at the end
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    words, place = view.textCursor().selectedText(), view.cursorRect()
    assert words
    seen = []
    while view.coming:
        before = len(view.rows)
        qtbot.waitUntil(lambda before=before: len(view.rows) > before)
        seen.append((view.textCursor().selectedText(), view.cursorRect()))
    assert len(seen) > 5
    assert set(map(str, seen)) == {str((words, place))}


@pytest.mark.parametrize("change", ["theme", "size"])
def test_a_long_meeting_is_written_anew_from_what_is_read(view: Conversation, theme: Theme, qtbot: Any, change: str) -> None:
    view.open([line(i, f"line {i}. " + "and the reason for it " * 12) for i in range(200)])
    qtbot.waitUntil(lambda: not view.coming)
    view.quiet("A new take.")

    def top() -> str:
        return view.cursorForPosition(QPoint(4, 4)).block().text()

    def anew(dark: bool) -> None:
        if change == "theme":
            theme.set(mode="dark" if dark else "light")
        else:
            view.resize(700 if dark else 900, 700)

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = top()
    anew(dark=True)
    assert len(view.rows) < 150
    assert top() == before
    qtbot.waitUntil(lambda: not view.coming)
    assert top() == before
    view.to_end()
    anew(dark=False)
    assert len(view.rows) == FIRST
    assert view.at_end
    qtbot.waitUntil(lambda: not view.coming)
    said = copied(view.toPlainText())
    order = [said.index(f"line {i}.") for i in range(200)]
    assert order == sorted(order)
    assert said.count("A new take.") == 1


def test_nothing_comes_under_a_hand_that_drags_the_scroll_bar(view: Conversation, qtbot: Any) -> None:
    view.open([line(i) for i in range(100)])
    view.verticalScrollBar().setSliderDown(True)
    settle()
    assert len(view.rows) == FIRST
    view.verticalScrollBar().setSliderDown(False)
    qtbot.waitUntil(lambda: len(view.rows) == 100)


def test_everything_is_selected_also_while_lines_are_on_their_way(view: Conversation) -> None:
    view.open([line(i) for i in range(NEWEST)])
    assert view.coming
    QTest.keySequence(view, QKeySequence.StandardKey.SelectAll)
    assert not view.coming
    assert "line 0" in view.textCursor().selectedText()


def test_up_from_the_first_line_brings_the_one_above(view: Conversation) -> None:
    view.open([line(i) for i in range(500)])
    view.choose(500 - FIRST)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen == line(499 - FIRST)


def test_what_can_be_done_with_a_short_line_stands_beside_it(view: Conversation) -> None:
    view.open([line(0), line(1, "Yes.")])
    view.setFocus()
    view.choose(1)
    actions = next(part for part in view.findChildren(LineActions) if part.isVisible())
    words = view.cursorRect()  # the caret stands before the first word
    assert 0 < words.left() - actions.geometry().right() < 40
    assert actions.geometry().top() < words.center().y() < actions.geometry().bottom()


def test_the_reader_is_pulled_along_only_from_the_end(view: Conversation) -> None:
    view.open([line(i) for i in range(60)])
    view.begin(line(60, mine=False))
    view.more("and so on " * 200)
    assert view.at_end
    view.verticalScrollBar().setValue(10)
    view.more("and more " * 200)
    assert view.verticalScrollBar().value() == 10


def test_up_and_down_choose_t_tries_again_c_copies(view: Conversation, qtbot: Any) -> None:
    view.open([line(i) for i in range(4)])
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen == line(3)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen == line(2)
    QTest.keyClick(view, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "line 2"
    with qtbot.assertNotEmitted(view.again):
        QTest.keyClick(view, Qt.Key.Key_T)  # a line of theirs
    QTest.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.again) as told:
        QTest.keyClick(view, Qt.Key.Key_T)
    assert told.args == ["t1"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen == line(2)


def test_words_can_be_selected_over_several_lines_and_copied_plain(view: Conversation) -> None:
    view.open([line(0), line(1, "y" * 100), line(2)])
    view.moveCursor(QTextCursor.MoveOperation.Start)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert "line 0" in text
    assert "y" * 100 in text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_line_that_no_draft_could_word_says_so_when_the_meeting_is_opened_again(view: Conversation) -> None:
    persona = catalog().persona("peer-lead")
    turn = Turn(TurnId("t1"), None, "stakeholder", "Say more.", by=Source("offline", None, "speak@2", ("coaches", "agrees")))
    row = row_of(turn, persona)
    assert row.note == OURS
    assert row_of(replace(turn, by=Source("model", "m", "speak@2", ("coaches",))), persona).note == ""
    view.open([line(0)])
    view.begin(replace(row, text="", note=""))
    view.finish(row)
    view.note("t1", OURS)
    assert view.toPlainText().count(OURS) == 1
    view.note("t1", f"The talk is long. {OURS}")
    assert view.rows[1].note == f"{OURS} The talk is long."


def test_words_that_are_taken_back_are_gone_and_notes_stay_through_a_restyling(view: Conversation, theme: Theme) -> None:
    view.open([line(0), line(1)])
    view.begin(line(2))
    view.more("the first try")
    view.retell()
    view.more("the second")
    assert "first try" not in view.toPlainText()
    view.finish(Row("t2", False, "Margaret Okafor", "0:05", "the second", "Objection: payback", "Interrupted."))
    view.note("t2", "It may be incomplete.")
    view.quiet("A new take. The other one is kept.")
    for _ in range(2):
        said = view.toPlainText()
        for words in ("the second", "Objection: payback", "Interrupted.", "It may be incomplete.", "A new take."):
            assert words in said
        theme.set(mode="dark", scale=1.5)
    view.begin(line(3, mine=False))
    view.drop()
    assert [row.id for row in view.rows] == ["t0", "t1", "t2"]
