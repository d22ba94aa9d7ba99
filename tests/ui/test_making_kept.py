"""Make a person: nothing that was typed or chosen is lost by a click, and the focus stays where one goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from rehearse.making.answers import Answers
from rehearse.making.origin import NEW
from tests.core.test_making import dana
from tests.ui.accessibility import live, settle
from tests.ui.test_home_setting import Place, places, settled
from tests.ui.test_making import focused, making, press, texts, typed
from ui.making.page import MakingPage
from ui.theme.theme import Theme
from ui.widgets.chip import Chip

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def answer(page: MakingPage, **other: object) -> None:
    """Every question answered, as somebody would who had typed it all."""
    page.sheet.change(**{name: getattr(dana(), name) for name in Answers.__dataclass_fields__} | other)
    page.sheet.worries_changed.emit()


def middle(page: MakingPage, row: int) -> QPoint:
    """The middle of a worry of the list, in the list's view."""
    rows = page.form.worries.list
    return rows.visualRect(rows.worries.index(row, 0)).center()


def test_a_click_in_the_list_that_was_scrolled_chooses_what_it_is_on(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    rows = page.form.worries.list
    rows.scrollTo(rows.worries.index(14, 0))
    wanted = rows.worries.concerns[14].id
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, 14))
    assert [w.id for w in page.sheet.answers.worries] == [wanted]
    assert rows.hasFocus()


def test_a_worry_that_was_taken_out_comes_back_with_its_words(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    page.sheet.ask("Who pays for it?", "whole-cost")
    page.sheet.reword("whole-cost", weight=1, label="The bill")
    before = page.sheet.answers.worry("whole-cost")
    page.form.worries.cards[0].remove.click()
    assert page.sheet.answers.worries == ()
    page.sheet.choose("whole-cost")
    assert page.sheet.answers.worry("whole-cost") == before
    assert page.form.worries.cards[0].accessibleName() == "The bill"


def test_a_question_that_was_typed_and_not_added_is_saved_all_the_same(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    answer(page)
    press(Key.Key_4, ALT)
    typed("Who runs it afterwards?")
    page.foot.save.click()
    settled(qtbot, lambda: page.saved is not None)
    assert "Who runs it afterwards?" in page.sheet.answers.worry("who-runs-it").asks
    assert page.form.worries.ask.line.text() == ""


def test_a_question_of_no_known_worry_is_asked_about_before_saving(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    answer(page)
    press(Key.Key_4, ALT)
    typed("Blue or green?")
    page.foot.save.click()
    settle()
    assert focused() == "A question of theirs"
    assert "Which worry does it come from?" in page.form.worries.ask.note
    assert not place.paths.personas.exists()
    page.form.worries.ask.line.clear()
    page.save()
    settled(qtbot, lambda: page.saved is not None)


def test_what_was_put_away_comes_back(theme: Theme, place: Place, qtbot: Any) -> None:
    place.desk.maker.keep_draft(place.desk.maker.open(NEW).base, dana())
    page = making(place, qtbot)
    assert page.sheet.answers.name == "Dana Okafor"
    page.form.problem.buttons()[0].click()
    settled(qtbot, lambda: page.form.whole and page.sheet is not None and page.sheet.answers == Answers())
    assert page.away.toast.text == "Your answers were put away."
    live(page.away.toast, QPushButton)[0].click()
    settled(qtbot, lambda: page.form.whole and page.sheet is not None and page.sheet.answers.name == "Dana Okafor")
    assert place.desk.maker.open(NEW).draft


def test_save_of_a_draft_leaves_the_focus_where_one_goes_on(theme: Theme, place: Place, qtbot: Any) -> None:
    place.desk.maker.keep_draft(place.desk.maker.open(NEW).base, dana())
    page = making(place, qtbot)
    assert page.form.problem.isVisible()
    page.foot.save.setFocus()
    press(Key.Key_Space)
    settled(qtbot, lambda: page.saved is not None and not page.foot.meet.isHidden())
    assert focused() == "Meet Dana"
    assert page.form.problem.isHidden()


def test_what_is_too_long_is_said_with_its_question(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    answer(page, name="D" * 87)
    settled(qtbot, lambda: page.foot.state.text() == "Question 1: The name has 87 characters; 80 are the most.")
    page.trial.begin.setFocus()
    press(Key.Key_Space)
    settled(qtbot, lambda: not page.trial.waits)
    assert page.trial.state.text() == "They cannot talk yet. The name has 87 characters; 80 are the most."
    assert QApplication.focusWidget() is page.trial.begin
    answer(page, opening=("[[foo]] is odd.",))
    settled(qtbot, lambda: page.foot.state.text().startswith("Question 5: [[foo]]"))
    press(Key.Key_Space)
    settled(qtbot, lambda: page.trial.say.isVisible())
    assert "[[foo]]" not in texts(page.trial)


def test_a_long_worry_is_said_whole_beside_their_line(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    answer(page, name="Josephine-Alexandra Langenburg")
    for worry in page.sheet.answers.worries:
        page.sheet.reword(worry.id, label="How we know it worked")
    page.trial.start()
    settled(qtbot, lambda: page.trial.say.isVisible())
    typed("It is good for everybody, I promise.")
    press(Key.Key_Return)
    settled(qtbot, lambda: not page.trial.waits and any("Objection" in c.accessibleName() for c in live(page.trial, Chip)))
    settle()
    chip = next(chip for chip in live(page.trial, Chip) if "Objection" in chip.accessibleName())
    assert chip.width() >= chip.sizeHint().width()
    assert chip.y() > 0  # below the name, where both have no room in one line


def test_what_is_said_at_a_field_moves_nothing_under_the_mouse(theme: Theme, place: Place, qtbot: Any) -> None:
    page = making(place, qtbot)
    typed("D")
    press(Key.Key_Backspace)
    press(Key.Key_Tab)
    settled(qtbot, lambda: page.form.sections[0].name.note != "")
    role = page.form.sections[0].role
    role.control.setFocus()
    plainly = page.form.sections[0].pronouns.choices()[0]
    QTest.mousePress(plainly, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(plainly, Qt.MouseButton.LeftButton)
    assert page.sheet.answers.pronouns == "she"
    assert role.note == ""
    settled(qtbot, lambda: role.note != "")
