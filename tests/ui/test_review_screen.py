"""The review of real meetings, held offline to their end: what is shown, and that every mark is tied to words that were said."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from rehearse.conversation import TurnId
from rehearse.meeting import Meeting
from rehearse.review.types import Review
from rehearse.review.wanted import still_wanted
from rehearse.settings import Settings
from tests.core.play import said
from tests.ui.accessibility import NORMAL, settle
from tests.ui.test_home_setting import Place, places, settled, window_of
from ui.review.page import ReviewPage
from ui.review.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer

SAID = (
    "We lose 48k a month in orders because checkout goes down at peak, and that is from the refund ledger.",
    "Fair challenge. What would you need to see before you decide?",
    "It's only two weeks, and honestly the architecture would be much better for everyone. You have to trust me.",
    "You are right that the last one slipped. So: one service for two weeks, and we stop if failures do not drop by 30 percent.",
    "The ask is two engineers until 4 May, and I own it. Can you say yes to that by Friday?",
)


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def talked(place: Place, lines: tuple[str, ...] = SAID, end: bool = True, clock: bool = False) -> Meeting:
    """A meeting held with the offline stakeholder; with a clock that runs by words, or none to speak of."""

    async def talk() -> Meeting:
        from rehearse.clock import WordClock
        from rehearse.preparation import Choice
        from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

        meeting = await place.desk.start(Choice(persona="skeptical-executive", ask="two engineers for checkout", seed=3))
        meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
        if clock:
            meeting.clock = WordClock()
        return await said(meeting, lines, wrap_up=end)

    made = place.wait(talk)
    assert isinstance(made, Meeting)
    return made


def page_of(place: Place, qtbot: Any, size: tuple[int, int] = NORMAL) -> ReviewPage:
    page = ReviewPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    return page


def judged(place: Place, qtbot: Any, meeting: Meeting, size: tuple[int, int] = NORMAL) -> tuple[ReviewPage, Sheet]:
    page = page_of(place, qtbot, size)
    page.judge(meeting)
    return page, sheet_of(page, qtbot)


def sheet_of(page: ReviewPage, qtbot: Any, other_than: object = None) -> Sheet:
    """The review once it is shown, every note in place."""
    settled(qtbot, lambda: page.sheet is not None and page.sheet is not other_than and page.stack.currentWidget() is page.sheet)
    assert page.sheet is not None
    page.sheet.said.margin.all_notes()
    settle()
    return page.sheet


def press(widget: Any, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


# ---- what is shown


def test_while_it_is_judged_the_page_says_so_and_then_tells_the_result(
    theme: Theme, place: Place, qtbot: Any, announcements: Announcer
) -> None:
    meeting = talked(place)
    page = page_of(place, qtbot)
    page.judge(meeting)
    assert page.stack.currentWidget() is page.waiting
    assert page.waiting.words.text() == "Reading what was said …"
    sheet = sheet_of(page, qtbot)
    review = sheet.seen.review
    first, second = sheet.seen.headline
    assert sheet.sentence.first.text() == first
    assert sheet.sentence.second.text() == second
    assert sheet.checks is not None
    assert sheet.checks.count.text() == f"{review.passed} of {review.applicable}"
    assert sum(row.id == c.id for row, c in zip(sheet.checks.rows.values(), review.criteria, strict=True)) == len(review.criteria)
    said = [a.text for a in announcements.recent]
    assert said[0] == "Reading what was said …"
    assert said[-1].startswith(first)
    assert said[-1].endswith(f"{review.passed} of {review.applicable} checks.")
    caption = sheet.head.caption.text()
    assert caption.startswith("Two engineers for checkout  ·  Solveig Brandvold  ·  today ")


def test_no_total_stands_on_the_review_itself(theme: Theme, place: Place, qtbot: Any) -> None:
    from PySide6.QtWidgets import QLabel

    _, sheet = judged(place, qtbot, talked(place))
    assert not [label.text() for label in sheet.findChildren(QLabel) if "of 100" in label.text()]


def test_every_quote_leads_to_its_words(theme: Theme, place: Place, qtbot: Any) -> None:
    from ui.review.pressable import Pressable

    _, sheet = judged(place, qtbot, talked(place))
    assert sheet.checks is not None
    quotes = [m for m in sheet.seen.review.checks if m.passed and m.place is not None]
    assert quotes
    for row in sheet.checks.rows.values():
        row.open()
    settle()
    for mark in quotes:
        assert mark.place is not None
        links = [
            b for b in sheet.checks.findChildren(Pressable)
            if b.accessibleName().endswith(f". {mark.question}") and b.accessibleName().startswith("“")
        ]  # fmt: skip
        assert len(links) == 1
        links[0].click()
        script = sheet.said.script
        assert script.selected == mark.place.quote
        assert script.turns[script.chosen or 0].id == mark.place.turn
        assert script.hasFocus()


def test_the_marked_words_are_the_words_of_the_review(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    script, review = sheet.said.script, sheet.seen.review
    marked = {
        (turn.id, turn.text[span.start : span.end], span.hue)
        for line, turn in enumerate(script.turns)
        for span in script.backdrop.marks(line)
    }
    for mark in review.checks:
        if mark.passed and mark.place is not None:
            assert (mark.place.turn, mark.place.quote, "accent") in marked
    for flag in review.red_flags:
        assert (flag.place.turn, flag.place.quote, "brick") in marked
    assert review.red_flags
    voiced = {t for o in review.objections for t in o.turns}
    assert voiced <= {turn for turn, _, _ in marked}


def test_every_note_stands_beside_a_line_and_none_over_another(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    notes = sheet.said.margin.notes
    kinds = {n.remark.kind for n in notes}
    assert kinds == {"check", "objection", "flag", "moved"}
    review = sheet.seen.review
    told = {key for n in notes for key in n.remark.checks}
    assert told == {(m.criterion, m.check) for m in review.checks if m.passed and m.place is not None}
    boxes = sorted((n.geometry() for n in notes), key=lambda box: box.top())
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))
    assert all(box.left() > sheet.said.script.width() for box in boxes)
    assert all(n.height() > 30 for n in notes)


def test_in_a_narrow_window_notes_stand_below_their_line(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place), (760, 800))
    script, margin = sheet.said.script, sheet.said.margin
    for note in margin.notes:
        line = script.number(note.remark.turn)
        assert line is not None
        assert note.y() >= script.extent(line)[1] - 1
        if line + 1 < len(script.turns):
            assert note.geometry().bottom() <= script.extent(line + 1)[0]


def test_that_moment_can_be_tried_again_from_the_one_thing(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    thing = sheet.seen.review.one_thing
    assert thing is not None
    assert sheet.next_time is not None
    with qtbot.waitSignal(page.try_turn) as asked:
        sheet.next_time.tried.emit()
    assert asked.args == [sheet.seen.id, thing.turn]


# ---- keys


def test_the_objections_are_stepped_through_on_the_timeline(
    theme: Theme, place: Place, qtbot: Any, announcements: Announcer
) -> None:
    _, sheet = judged(place, qtbot, talked(place, clock=True))
    timeline, objections = sheet.timeline, sheet.timeline.moved.objections
    assert len(objections) >= 2
    assert all(o.label in timeline.accessibleDescription() for o in objections)
    timeline.setFocus()
    announcements.recent.clear()
    press(timeline, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert [a.text for a in announcements.recent] == [objections[0].words, objections[1].words, objections[0].words]
    press(timeline, Qt.Key.Key_Return)
    script = sheet.said.script
    assert script.turns[script.chosen or 0].id == objections[0].turn
    assert script.hasFocus()


def test_the_transcript_is_read_by_key(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    script, review = sheet.said.script, sheet.seen.review
    script.setFocus(Qt.FocusReason.TabFocusReason)
    assert script.chosen == 0
    press(script, Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert script.chosen == 0
    voiced = sorted(script.number(t) or 0 for o in review.objections for t in o.turns)
    press(script, Qt.Key.Key_N)
    assert script.chosen == voiced[0]
    press(script, Qt.Key.Key_N)
    assert script.chosen == voiced[1]
    press(script, Qt.Key.Key_P)
    assert script.chosen == voiced[0]
    assert not script.retry.isVisible()
    press(script, Qt.Key.Key_Down)
    mine = script.turns[script.chosen or 0]
    assert mine.speaker == "you"
    assert script.retry.isVisible()
    with qtbot.waitSignal(page.try_turn) as asked:
        press(script, Qt.Key.Key_T)
    assert asked.args == [sheet.seen.id, mine.id]
    with qtbot.waitSignal(page.try_turn):
        script.retry.click()


def test_enter_opens_the_note_of_a_line_and_escape_leads_back(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    script, notes = sheet.said.script, sheet.said.margin.notes
    note = next(n for n in notes if n.remark.kind == "check")
    script.setFocus()
    script.choose(script.number(note.remark.turn) or 0)
    press(script, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is next(n for n in notes if n.remark.turn == note.remark.turn)
    note.setFocus()
    press(note, Qt.Key.Key_Return)
    settle()
    assert sheet.checks is not None
    row = sheet.checks.rows[note.remark.checks[0][0]]
    assert row.is_open
    assert row.isAncestorOf(QApplication.focusWidget())
    note.setFocus()
    press(note, Qt.Key.Key_Escape)
    assert script.hasFocus()
    assert script.selected == script.turns[script.chosen or 0].text[note.remark.start : note.remark.end]


def test_the_arrows_go_from_note_to_note(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    margin = sheet.said.margin
    first, *_, last = notes = margin.all_notes()
    first.setFocus()
    for note in notes[1:]:
        press(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert note.hasFocus()
        assert margin.script.turns[margin.script.chosen or 0].id == note.remark.turn
    press(last, Qt.Key.Key_Down)
    assert last.hasFocus()
    press(last, Qt.Key.Key_Up)
    assert notes[-2].hasFocus()


def test_letters_are_keys_on_the_page_but_letters_in_the_field(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    script = sheet.said.script
    page.setFocus()
    assert sheet.area.hasFocus()
    press(sheet.area, Qt.Key.Key_J)
    assert script.hasFocus()
    assert script.chosen == 0
    with qtbot.assertNotEmitted(page.try_turn):
        QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = sheet.said.finder.field
        assert field.hasFocus()
        QTest.keyClicks(field, "tjnk")
    assert field.text() == "tjnk"
    assert sheet.said.finder.count.text() == "Nothing found"


def test_finding_words_goes_from_one_to_the_next(theme: Theme, place: Place, qtbot: Any, announcements: Announcer) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    said = sheet.said
    said.begin_finding()
    QTest.keyClicks(said.finder.field, "TWO")
    found = said.script.find_all("two")
    assert len(found) >= 3
    assert said.finder.count.text() == f"1 of {len(found)}"
    assert said.script.selected.lower() == "two"
    press(said.finder.field, Qt.Key.Key_Return)
    assert said.finder.count.text() == f"2 of {len(found)}"
    assert said.script.chosen == found[1].line
    QTest.keyClick(said.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(said.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert said.finder.count.text() == f"{len(found)} of {len(found)}"
    assert announcements.recent[-1].text == said.finder.count.text()
    press(said.finder.field, Qt.Key.Key_Escape)
    assert said.script.hasFocus()


# ---- objections


def test_the_ledger_tells_how_each_objection_was_met(theme: Theme, place: Place, qtbot: Any) -> None:
    from ui.review.pressable import Pressable
    from ui.widgets.button import Button

    page, sheet = judged(place, qtbot, talked(place))
    objections = sheet.seen.review.objections
    assert sheet.said.objections.accessibleName() == f"Objections ({len(objections)})"
    sheet.said.objections.click()
    settle()
    ledger = sheet.said.ledger
    assert ledger is not None
    assert not sheet.said.margin.isVisible()
    answered = next(o for o in objections if o.answered)
    quote = next(b for b in ledger.findChildren(Pressable) if b.accessibleName().endswith(f"answer 1 to {answered.label}"))
    again = next(b for b in ledger.findChildren(Button) if answered.label in b.accessibleName())
    with qtbot.waitSignal(page.try_turn) as asked:
        again.click()
    assert asked.args[1] == sheet.seen.reply_to(answered.turns[0])
    quote.click()
    settle()
    assert sheet.said.margin.isVisible()
    assert sheet.said.script.selected == answered.answered[0].quote


# ---- how this is judged


def test_how_this_is_judged_shows_checks_sight_and_arithmetic(theme: Theme, place: Place, qtbot: Any) -> None:
    from PySide6.QtWidgets import QLabel

    page, sheet = judged(place, qtbot, talked(place))
    sheet.how.emit()
    settled(qtbot, lambda: page.judged is not None)
    assert page.judged is not None
    words = "\n".join(label.text() for label in page.judged.findChildren(QLabel))
    review = sheet.seen.review
    assert page.judged.total.text() == f"{review.total} of 100"
    rubric = place.desk.catalog.rubric(review.rubric_id)
    for criterion in rubric.applying("selling"):
        for check in criterion.checks:
            assert check.question in words
            assert check.counts in words
            assert check.example in words
    assert "without names" in words
    assert review.rubric_hash[:12] in words
    assert page.judged.button.hasFocus()
    press(page.judged.button, Qt.Key.Key_Escape)
    settle()
    assert page.stack.currentWidget() is sheet
    assert page.judged is None


def test_how_this_was_judged_stays_after_the_file_has_gone(theme: Theme, place: Place, qtbot: Any) -> None:
    from PySide6.QtWidgets import QLabel

    page, sheet = judged(place, qtbot, talked(place))
    rubric = place.desk.catalog.rubric("buy-in")
    changed = replace(rubric, id="gone", title="As it was", hash="0123456789abcdef")
    sheet.seen = replace(sheet.seen, review=replace(sheet.seen.review, rubric=changed, rubric_id="gone"))
    sheet.how.emit()
    settled(qtbot, lambda: page.judged is not None)
    assert page.judged is not None
    words = "\n".join(label.text() for label in page.judged.findChildren(QLabel))
    assert "As it was" in words
    assert rubric.criteria[0].checks[0].counts in words


# ---- not judged


def test_too_short_says_how_many_lines_and_keeps_the_transcript(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place, SAID[:3]))
    assert sheet.unjudged is not None
    assert sheet.checks is None
    assert sheet.unjudged.sentence.text() == "That was 3 lines."
    assert sheet.unjudged.hint.text() == "The transcript is kept; checks need 4 of yours."
    assert len(sheet.said.script.turns) == len(sheet.seen.take)
    with qtbot.waitSignal(page.again) as asked:
        sheet.unjudged.ways["again"].click()
    assert asked.args == [sheet.seen.id]


def use_model(place: Place, url: str) -> None:
    place.desk.settings = Settings(played_by="model", judged_by="model", url=url, model="gone")


def test_a_judge_that_did_not_answer_gives_no_number_and_two_ways_on(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    use_model(place, "http://127.0.0.1:9/v1")
    _, sheet = judged(place, qtbot, meeting)
    page = sheet.parentWidget().parentWidget()
    assert isinstance(page, ReviewPage)
    assert sheet.unjudged is not None
    assert sheet.unjudged.sentence.text() == "Not judged yet."
    assert [b.accessibleName() for b in sheet.unjudged.ways.values()] == ["Try again", "Judge offline"]
    sheet.unjudged.ways["offline"].click()
    after = sheet_of(page, qtbot, sheet)
    assert after.seen.review.judged
    assert after.seen.review.judge.kind == "offline"
    assert len(after.seen.reviews) == 2
    assert after.head.reviews.isVisible()
    # The other review of this take can still be seen.
    after.head.reviews.changed.emit(sheet.seen.review.id)
    before = sheet_of(page, qtbot, after)
    assert before.seen.review.id == sheet.seen.review.id
    assert before.unjudged is not None


def test_judging_by_a_model_can_be_stopped(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    with socket.create_server(("127.0.0.1", 0)) as server:  # takes the call and never answers
        use_model(place, f"http://127.0.0.1:{server.getsockname()[1]}/v1")
        page = page_of(place, qtbot)
        page.judge(meeting)
        assert page.waiting.stop.isVisible()
        page.waiting.stop.click()
        sheet = sheet_of(page, qtbot)
    assert sheet.unjudged is not None
    assert sheet.unjudged.hint.text() == "You stopped it."
    assert sheet.seen.review.objections
    assert place.wait(lambda: place.desk.load(meeting.rehearsal)).reviews == ()


def test_judging_again_adds_a_review(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    names = [action.text() for action in sheet.head.more_menu.actions()]
    assert names == ["Judge again offline", "How this is judged"]
    sheet.head.more_menu.actions()[0].trigger()
    after = sheet_of(page, qtbot, sheet)
    assert len(after.seen.reviews) == 2
    assert after.head.reviews.currentText().startswith("Judged offline, ")
    assert page.toast.text == "Judged again: every mark is the same."


# ---- out of the library


def test_a_meeting_of_the_library_is_shown_with_its_newest_review(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    made = place.wait(lambda: place.desk.review(meeting))
    assert isinstance(made, Review)
    page = page_of(place, qtbot)
    page.show_rehearsal(str(meeting.rehearsal))
    sheet = sheet_of(page, qtbot)
    assert sheet.seen.review.id == made.id
    with qtbot.waitSignal(page.again) as asked:
        sheet.head.again.emit()
    assert asked.args == [str(meeting.rehearsal)]


def test_one_that_was_never_judged_is_judged_when_it_is_opened(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    page = page_of(place, qtbot)
    page.show_rehearsal(str(meeting.rehearsal))
    sheet = sheet_of(page, qtbot)
    assert sheet.seen.review.judged
    assert len(place.wait(lambda: place.desk.load(meeting.rehearsal)).reviews) == 1


def test_a_line_that_was_searched_for_is_chosen_and_in_view(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    page = page_of(place, qtbot)
    wanted = meeting.take[-2]
    page.show_rehearsal(str(meeting.rehearsal), turn=str(wanted.id))
    sheet = sheet_of(page, qtbot)
    script = sheet.said.script
    settled(qtbot, lambda: script.chosen is not None)
    assert script.turns[script.chosen or 0].id == wanted.id
    top = script.mapTo(sheet.page, script.rect().topLeft()).y() + script.extent(script.chosen or 0)[0]
    seen = sheet.area.verticalScrollBar().value()
    assert seen <= top <= seen + sheet.area.viewport().height()


def test_every_take_stays_in_reach(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    first = str(meeting.leaf)

    async def again() -> None:
        mine = [t for t in meeting.take if t.speaker == "you"]
        await meeting.try_from(mine[-1].id)
        async for _ in meeting.say("Then take one week instead, and you decide about the second one on Friday."):
            pass

    place.wait(again)
    page, sheet = judged(place, qtbot, meeting)
    assert sheet.head.takes.isVisible()
    assert sheet.head.takes.count() == 2
    assert sheet.head.takes.currentText().startswith("Take 2 of 2")
    sheet.head.takes.changed.emit(first)
    other = sheet_of(page, qtbot, sheet)
    assert other.seen.leaf == first
    assert other.head.takes.currentText().startswith("Take 1 of 2")
    assert other.seen.review.leaf == first
    assert not other.seen.can_go_on
    theme.set_scale(2.0)
    page.window().resize(1024, 640)
    settle()
    assert other.page.width() <= other.area.viewport().width()
    for choice in (other.head.takes, other.head.reviews):
        assert choice.isHidden() or choice.geometry().right() < other.head.width()
    # A line that only the first take has is found there, though the meeting stands at the second.
    page.show_rehearsal(sheet.seen.id, turn=first)
    found = sheet_of(page, qtbot, other)
    assert found.seen.leaf == first


def test_an_open_meeting_can_go_on(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place, SAID[:4], end=False))
    assert sheet.seen.open
    assert sheet.sentence.way is not None
    with qtbot.waitSignal(page.go_on) as asked:
        sheet.sentence.way.click()
    assert asked.args == [sheet.seen.id]


def test_a_meeting_that_is_not_there_is_a_sentence_and_can_be_tried_again(theme: Theme, place: Place, qtbot: Any) -> None:
    page = page_of(place, qtbot)
    page.show_rehearsal("r_nothing")
    settled(qtbot, lambda: page.waiting.banner.isVisible())
    assert page.waiting.banner.sentence
    page.waiting.banner.buttons()[0].click()
    settled(qtbot, lambda: page.waiting.banner.isVisible())


def test_a_review_that_cannot_be_read_does_not_keep_the_others_back(theme: Theme, place: Place, qtbot: Any) -> None:
    meeting = talked(place)
    made = place.wait(lambda: place.desk.review(meeting))
    broken = {"id": "v_x", "format": "rehearse/review@1", "take": {"leaf": str(meeting.leaf)}, "checks": [{"verdict": "maybe"}]}
    page = page_of(place, qtbot)
    page.show_review(meeting, made, (broken, made.to_json()))
    assert [r.id for r in sheet_of(page, qtbot).seen.reviews] == [made.id]


def test_what_is_fetched_is_dropped_when_something_else_is_wanted(theme: Theme, place: Place, qtbot: Any) -> None:
    one, two = talked(place), talked(place, SAID[:4])
    made = place.wait(lambda: place.desk.review(two))
    page = page_of(place, qtbot)
    page.judge(one)
    page.show_review(two, made)
    place.wait(lambda: place.desk.load(one.rehearsal))
    settle()
    assert page.seen is not None
    assert page.seen.id == str(two.rehearsal)


# ---- saving


@pytest.mark.parametrize("form", ["md", "json"])
def test_saving_writes_this_take_with_this_review(form: str, theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    target = tmp_path / f"checkout.{form}"
    page.save_to(str(target), form)
    settled(qtbot, lambda: page.toast.isVisible())
    assert page.toast.text == f"Saved “checkout.{form}”. It holds 1 transcript and its review. No keys, no other meetings."
    text = target.read_text("utf-8")
    if form == "json":
        data = json.loads(text)
        assert data["review"]["id"] == sheet.seen.review.id
        assert data["take"] == [t.id for t in sheet.seen.take]
    else:
        assert f"## Checks: {sheet.seen.review.passed} of {sheet.seen.review.applicable}" in text
    page.toast.close_now()


def test_the_dialog_asks_where_without_stopping_the_program(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    sheet.head.save_menu.actions()[2].trigger()
    dialog = page.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("two-engineers-for-checkout.md")
    dialog.fileSelected.emit(str(tmp_path / "here.md"))
    settled(qtbot, lambda: (tmp_path / "here.md").exists() and page.toast.isVisible())
    dialog.close()
    settled(qtbot, lambda: page.dialog is None)
    page.toast.close_now()


def test_a_folder_that_cannot_be_written_is_a_sentence_in_place(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, _ = judged(place, qtbot, talked(place))
    (tmp_path / "file").write_text("x")
    page.save_to(str(tmp_path / "file" / "below.md"), "md")
    settled(qtbot, lambda: page.banner.isVisible())
    assert "cannot be written" in page.banner.sentence


def test_two_reviews_differ_by_time_in_their_names(theme: Theme, place: Place, qtbot: Any) -> None:
    from ui.review import words

    meeting = talked(place)
    made = place.wait(lambda: place.desk.review(meeting))
    early = replace(
        made, id="v_early", created="2026-01-02T10:20:00+00:00", judge=replace(made.judge, kind="model", model="m<b>")
    )
    assert words.review_title(early).startswith("Judged by m<b>, 2 January")
    assert words.review_title(replace(early, judged=False)).startswith("Not judged, ")
    assert meeting.leaf == TurnId(made.leaf)


def test_an_objection_that_is_not_settled_says_what_would_settle_it(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place, ("We would like two engineers for the checkout.", *["It will be fine."] * 3)))
    seen = sheet.seen
    wanted = [words for o in seen.review.objections for words in still_wanted(o, seen.take, seen.persona)]
    assert wanted
    sheet.said.show_ledger(True)
    assert sheet.said.ledger is not None
    shown = [label.text() for label in sheet.said.ledger.findChildren(QLabel)]
    assert [text for text in shown if text.rstrip(".") in wanted] == [f"{words}." for words in wanted]
