"""One's own marks on checks, notes that were not useful, and how far one and the judge agree: on real reviews."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.review.agreement import ENOUGH
from rehearse.review.mentor import OwnMark
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_home_setting import Place, places, settled
from tests.ui.test_review_screen import judged, page_of, sheet_of, talked
from ui.review.marking import Marking
from ui.review.note import Note
from ui.review.own_mark import MarkBox
from ui.review.page import ReviewPage
from ui.review.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def box_of(sheet: Sheet, number: int = 0) -> MarkBox:
    """The place for one's own mark on a check of the first criterion."""
    assert sheet.checks is not None
    row = next(iter(sheet.checks.rows.values()))
    row.open()
    settle()
    return row.findChildren(MarkBox)[number]


def kept(place: Place, sheet: Sheet) -> dict[str, Any]:
    """The review as the library has it, once what was asked for is written."""

    async def written() -> None:
        await (await place.desk.library()).purge_deleted()

    place.wait(written)
    reviews = place.wait(lambda: place.desk.load(sheet.seen.meeting.rehearsal)).reviews
    return next(r for r in reviews if r["id"] == sheet.seen.review.id)


def choose(box: MarkBox, key: str) -> None:
    assert box.verdict is not None
    box.verdict.set_value(key)
    box.verdict.activated.emit(box.verdict.currentIndex())
    settle()


def opposite(box: MarkBox) -> str:
    return "no" if box.mark.verdict == "yes" else "yes"


# ---- marks


def test_a_mark_stands_beside_the_judges_and_is_kept(theme: Theme, place: Place, qtbot: Any) -> None:
    _page, sheet = judged(place, qtbot, talked(place))
    before = kept(place, sheet)
    box = box_of(sheet)
    assert not box.is_open
    assert box.words.text() == "Your mark"
    QTest.keyClick(box.line, Key.Key_Return)
    assert box.is_open
    assert QApplication.focusWidget() is box.verdict
    mine = opposite(box)
    choose(box, mine)
    assert box.why is not None
    QTest.keyClicks(box.why, "It came after the ask.")
    QTest.keyClick(box.why, Key.Key_Return)
    settle()
    said = f"Your mark: {mine}, not as the judge. It came after the ask."
    assert box.words.text() == said
    now = kept(place, sheet)
    (mark,) = now["mentor_marks"]
    assert (mark["criterion"], mark["check"], mark["verdict"], mark["why"]) == (
        box.mark.criterion, box.mark.check, mine, "It came after the ask.",
    )  # fmt: skip
    assert [c["verdict"] for c in now["checks"]] == [c["verdict"] for c in before["checks"]]
    assert (now["passed"], now["total"], now["criteria"]) == (before["passed"], before["total"], before["criteria"])
    assert sheet.checks is not None
    assert sheet.checks.count.text() == f"{before['passed']} of {before['applicable']}"
    again = page_of(place, qtbot)
    again.show_rehearsal(sheet.seen.id)
    assert box_of(sheet_of(again, qtbot)).words.text() == said


def test_a_mark_is_taken_back_and_put_again(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    box = box_of(sheet)
    box.open()
    choose(box, "na")
    assert box.words.text() == "Your mark: does not apply, not as the judge."
    assert box.why is not None
    box.why.setText("Nobody asked.")
    choose(box, "")
    assert box.words.text() == "Your mark"
    assert "mentor_marks" not in kept(place, sheet)
    choose(box, "na")
    assert box.words.text().endswith("Nobody asked.")
    QTest.keyClick(box.why, Key.Key_Escape)
    assert not box.is_open
    assert QApplication.focusWidget() is box.line
    assert box.line.accessibleName() == f"{box.words.text()} {box.mark.question}"


def test_a_mark_is_signed(theme: Theme, place: Place, qtbot: Any) -> None:
    _page, sheet = judged(place, qtbot, talked(place))
    box = box_of(sheet)
    box.open()
    choose(box, "yes")
    assert box.name is not None
    box.name.setText("Jonas Weber")
    box.name.editingFinished.emit()
    settled(qtbot, lambda: place.desk.settings.signs_as == "Jonas Weber")
    choose(box, "no")
    assert [(m["who"], m["verdict"]) for m in kept(place, sheet)["mentor_marks"]] == [("Jonas Weber", "no")]
    box_of(sheet, 1).open()
    second = box_of(sheet, 1)
    assert second.name is not None
    assert second.name.text() == "Jonas Weber"


def test_the_marks_of_others_are_shown_and_stay(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    box = box_of(sheet)
    theirs = OwnMark(box.mark.criterion, box.mark.check, "no", "<b>Too late</b>\u202e", "Jonas", "2026-05-10")

    async def mark() -> None:
        await (await place.desk.library()).put_mark(sheet.seen.review.id, theirs)

    place.wait(mark)
    page = page_of(place, qtbot)
    page.show_rehearsal(sheet.seen.id)
    box = box_of(sheet_of(page, qtbot))
    assert box.others.text().startswith("Jonas: no")
    assert "<b>Too late</b>[U+202E]" in box.others.text()
    box.open()
    choose(box, "yes")
    assert {(m["who"], m["verdict"]) for m in kept(place, sheet)["mentor_marks"]} == {("Jonas", "no"), ("", "yes")}


def test_a_mark_that_came_in_without_a_name_is_not_yours(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    first = box_of(sheet).mark
    theirs = {"criterion": first.criterion, "check": first.check, "verdict": "no", "why": "Too late.", "who": "", "when": ""}
    brought = {**replace(sheet.seen.review, id="v_brought").to_json(), "mentor_marks": [theirs]}

    async def bring() -> None:
        await (await place.desk.library()).add_review(brought)

    place.wait(bring)
    page = page_of(place, qtbot)
    page.show_rehearsal(sheet.seen.id)
    seen = sheet_of(page, qtbot)
    assert seen.seen.review.id == "v_brought"
    box = box_of(seen)
    assert box.words.text() == "Your mark"
    assert box.others.text().startswith("Somebody unnamed: no")
    shown = how(page, seen, qtbot)
    assert shown.agreement.text.startswith("No review has marks of yours yet.")
    box.open()
    choose(box, "yes")
    choose(box, "")
    assert box.others.text().startswith("Somebody unnamed: no")
    assert [m["verdict"] for m in kept(place, seen)["mentor_marks"]] == ["no"]


def test_what_is_saved_as_a_file_has_the_marks(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    box = box_of(sheet)
    box.open()
    choose(box, "no")
    kept(place, sheet)
    target = tmp_path / "out.json"
    page.save_to(str(target), "json")
    settled(qtbot, lambda: bool(page.toast.text))
    review = json.loads(target.read_text("utf-8"))["review"]
    assert [m["verdict"] for m in review["mentor_marks"]] == ["no"]


def test_a_mark_that_cannot_be_kept_is_taken_off_again_and_said(theme: Theme, place: Place, qtbot: Any) -> None:
    _page, sheet = judged(place, qtbot, talked(place))
    marking = Marking(place.engine, place.desk, replace(sheet.seen.review, id="v_gone"))
    with qtbot.waitSignal(marking.failed):
        marking.put("problem", "first", "yes")
        assert marking.own("problem", "first") is not None
    assert marking.own("problem", "first") is None
    with qtbot.waitSignal(marking.failed):
        marking.say_not_useful("objection:o_x", True)
    assert marking.not_useful == frozenset()


def test_another_review_of_the_take_has_its_own_marks(theme: Theme, place: Place, qtbot: Any) -> None:
    page, first = judged(place, qtbot, talked(place))
    box = box_of(first)
    box.open()
    choose(box, "no")
    page.judge(first.seen.meeting, "offline")
    second = sheet_of(page, qtbot, first)
    assert box_of(second).words.text() == "Your mark"
    page.show_other(first.seen.review.id)
    assert box_of(sheet_of(page, qtbot, second)).words.text().startswith("Your mark: no")


# ---- how this is judged


def how(page: ReviewPage, sheet: Sheet, qtbot: Any) -> Any:
    sheet.how.emit()
    settled(qtbot, lambda: page.judged is not None and page.judged.agreement.isVisible())
    return page.judged


def test_the_same_marks_stand_with_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    box = box_of(sheet)
    box.open()
    choose(box, "no")
    place.wait(place.desk.library)
    shown = how(page, sheet, qtbot)
    boxes = shown.findChildren(MarkBox)
    assert {(b.mark.criterion, b.mark.check) for b in boxes} == {(m.criterion, m.check) for m in sheet.seen.review.checks}
    assert boxes[0].words.text().startswith("Your mark: no")
    boxes[1].open()
    choose(boxes[1], "yes")
    assert box_of(sheet, 1).words.text().startswith("Your mark: yes")


def test_below_ten_reviews_it_says_how_many_there_are_and_shows_no_number(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    shown = how(page, sheet, qtbot)
    assert shown.agreement.text.startswith(f"No review has marks of yours yet. {ENOUGH} are needed")
    box = shown.findChildren(MarkBox)[0]
    box.open()
    choose(box, "no")
    settled(qtbot, lambda: "1 review has marks" in shown.agreement.text)
    assert "10 are needed before there is a number: 9 more." in shown.agreement.text
    assert "Kappa" not in shown.agreement.text
    assert "%" not in shown.agreement.text


def test_from_ten_reviews_on_there_are_numbers(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    made = sheet.seen.review

    async def mark() -> None:
        library = await place.desk.library()
        for n in range(ENOUGH):
            id = await library.add_review(replace(made, id=f"v_copy{n}").to_json())
            for m in made.checks:
                said: Any = "no" if m.check == "theirs" and n < 2 else "no" if m.verdict == "unsure" else m.verdict
                await library.put_mark(id, OwnMark(m.criterion, m.check, said))

    place.wait(mark)
    shown = how(page, sheet, qtbot)
    told = shown.agreement.text
    assert "Judged offline" in told
    assert f"10 reviews, {10 * len(made.checks)} checks that you marked." in told
    assert "  10 of 10  not defined" in told
    assert "it is not defined." in told
    criteria = len(made.criteria)
    assert f"in {10 * criteria} of {10 * criteria} (100 %)" in told
    check_all(page.window(), tab_stops=False)


# ---- notes that were not useful


def chosen(sheet: Sheet, kind: str = "objection") -> Note:
    note = next(n for n in sheet.said.margin.all_notes() if n.remark.kind == kind)
    note.setFocus()
    settle()
    return note


def test_a_note_steps_back_says_so_and_comes_back(theme: Theme, place: Place, qtbot: Any, announcements: Announcer) -> None:
    _page, sheet = judged(place, qtbot, talked(place))
    note = chosen(sheet)
    assert note.weigh is not None
    assert note.weigh.isVisible()
    before = note.chip.text()
    note.weigh.click()
    settle()
    assert (note.chip.text(), note.useful) == ("Not useful", False)
    assert note.accessibleName().endswith(", not useful")
    assert note.weigh.text().strip() == "Undo"
    assert announcements.recent[-1].text.startswith("The note steps back.")
    assert kept(place, sheet)["not_useful"] == [note.remark.name]
    other = page_of(place, qtbot)
    other.show_rehearsal(sheet.seen.id)
    again = next(n for n in sheet_of(other, qtbot).said.margin.all_notes() if n.remark.name == note.remark.name)
    assert not again.useful
    note.weigh.click()
    settle()
    assert (note.chip.text(), note.useful) == (before, True)
    assert "not_useful" not in kept(place, sheet)


def test_delete_says_it_by_the_keyboard(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, talked(place))
    note = chosen(sheet, "moved")
    QTest.keyClick(note, Key.Key_Delete)
    assert not note.useful
    QTest.keyClick(note, Key.Key_Delete)
    assert note.useful


def test_undo_takes_back_what_was_said_of_notes_one_after_the_other(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    marking = sheet.marking
    assert marking is not None
    notes = [n for n in sheet.said.margin.all_notes() if n.remark.name][:2]
    for note in notes:
        note.setFocus()
        QTest.keyClick(note, Key.Key_Delete)
    for left in (1, 0, 0):
        QTest.keyClick(sheet.said.script, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(marking.not_useful) == left
    assert [n.useful for n in notes] == [True, True]
    field = sheet.said.finder.field
    QTest.keyClick(notes[0], Key.Key_Delete)
    field.setFocus()
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), notes[0].useful) == ("", False)  # a field that one writes in has an undo of its own
    assert page.sheet is sheet


def test_it_is_no_reason_for_the_one_thing_any_more(theme: Theme, place: Place, qtbot: Any) -> None:
    from tests.ui.test_review_next_time import met

    _, sheet = judged(place, qtbot, met(place))
    thing = sheet.seen.review.one_thing
    assert thing is not None
    assert thing.objection is not None
    assert sheet.next_time is not None
    first = sheet.next_time
    note = next(n for n in sheet.said.margin.all_notes() if n.remark.name == f"objection:{thing.objection}")
    note.weighed.emit(note.remark.name, True)
    settle()
    assert sheet.next_time is not None
    assert sheet.next_time is not first
    assert sheet.next_time.isVisible()
    assert sheet.next_time.thing.objection != thing.objection
    assert sheet.left[0] is sheet.next_time
    note.weighed.emit(note.remark.name, False)
    settle()
    assert sheet.next_time.thing == thing


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_open_marks_and_notes_that_stepped_back_pass_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place))
    box_of(sheet).open()
    choose(box_of(sheet), "no")
    note = chosen(sheet)
    assert note.weigh is not None
    note.weigh.click()
    settle()
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, talked(place), BIG)
    box_of(sheet).open()
    choose(box_of(sheet), "no")
    chosen(sheet)
    check_big(page.window())
    shown = how(page, sheet, qtbot)
    shown.findChildren(MarkBox)[0].open()
    settle()
    check_big(page.window())
