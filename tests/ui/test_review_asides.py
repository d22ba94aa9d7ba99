"""Beside a review: two takes of one meeting, a strong meeting to read, the judgings of a take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.meeting import Meeting
from tests.core.play import said
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_home_setting import Place, places, settled
from tests.ui.test_review_next_time import WEAK, met
from tests.ui.test_review_screen import judged, sheet_of
from ui.review.closer import Closer
from ui.review.judged import adding_up
from ui.review.judgings_page import JudgingsPage
from ui.review.page import ReviewPage
from ui.review.sheet import Sheet
from ui.review.take_line import TakeLine
from ui.review.takes_page import TakesPage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button

FAIR = "That is fair, and I think you have paid for it before. What did they bring you, the last time somebody went to find out?"


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def with_two_takes(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900)) -> tuple[ReviewPage, Sheet, str]:
    """A meeting that was judged, tried again from its third line of yours, and judged again. Gives the first take's leaf."""
    page, sheet = judged(place, qtbot, met(place), size)
    meeting, first = sheet.seen.meeting, sheet.seen.leaf

    async def again() -> Meeting:
        yours = [t for t in meeting.take if t.speaker == "you"]
        await meeting.try_from(yours[1].id)
        return await said(meeting, (FAIR, *WEAK[2:]))

    place.wait(again)
    page.judge(meeting)
    return page, sheet_of(page, qtbot, other_than=sheet), first


def aside(page: ReviewPage, qtbot: Any, kind: type) -> Any:
    settled(qtbot, lambda: isinstance(page.asides.shown, kind) and page.stack.currentWidget() is page.asides.shown)
    settle()
    return page.asides.shown


def takes_of(page: ReviewPage, sheet: Sheet, qtbot: Any) -> TakesPage:
    assert sheet.closer is not None
    assert sheet.closer.compare is not None
    sheet.closer.compare.click()
    made = cast(TakesPage, aside(page, qtbot, TakesPage))
    made.write(100)
    settle()
    return made


# ---- two takes


def test_one_take_has_nothing_to_be_compared_with(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, met(place))
    assert sheet.closer is not None
    assert sheet.closer.compare is None


def test_two_takes_stand_side_by_side_from_where_they_part(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, first = with_two_takes(place, qtbot)
    made = takes_of(page, sheet, qtbot)
    assert (made.pair.left, made.pair.right) == (first, sheet.seen.leaf)
    assert made.columns[0][0].turn.text == WEAK[1]
    assert made.columns[1][0].turn.text == FAIR
    left, right = made.columns[0][0], made.columns[1][0]
    assert left.mapTo(page, left.rect().topLeft()).y() == right.mapTo(page, right.rect().topLeft()).y()
    assert right.mapTo(page, right.rect().topLeft()).x() > left.mapTo(page, left.rect().topRight()).x()
    found = made.pair.difference
    assert found.gained is not None
    assert any(w.startswith("This time she told you what is behind “") for w in found.words)
    told = [t.text() for t in made.changes.findChildren(type(made.common))]
    assert all(w in told for w in found.words)


def test_in_a_narrow_window_one_take_stands_above_the_other(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, _ = with_two_takes(place, qtbot, (640, 700))
    made = takes_of(page, sheet, qtbot)
    last, first = made.columns[0][-1], made.columns[1][0]
    assert first.mapTo(page, first.rect().topLeft()).y() > last.mapTo(page, last.rect().bottomLeft()).y()
    check_big(page.window(), (640, 700))


def test_it_goes_by_keys_alone(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, first = with_two_takes(place, qtbot)
    made = takes_of(page, sheet, qtbot)

    def here() -> tuple[int, int]:
        line = QApplication.focusWidget()
        assert isinstance(line, TakeLine)
        return line.column, made.columns[line.column].index(line)

    assert QApplication.focusWidget() is made.button
    QTest.keyClick(made.button, Qt.Key.Key_J)
    assert here() == (0, 0)
    for key, wanted in (
        (Qt.Key.Key_Right, (1, 0)), (Qt.Key.Key_Down, (1, 1)), (Qt.Key.Key_K, (1, 0)), (Qt.Key.Key_Left, (0, 0)), (Qt.Key.Key_Up, (0, 0)),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget(), key)
        assert here() == wanted
    wanted_line = made.columns[0][0].turn.id
    QTest.keyClick(made.columns[0][0], Qt.Key.Key_Return)
    other = sheet_of(page, qtbot, other_than=sheet)
    assert other.seen.leaf == first
    settled(qtbot, lambda: other.said.script.chosen == other.said.script.number(wanted_line))


def test_escape_goes_back_to_the_review(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, _ = with_two_takes(place, qtbot)
    made = takes_of(page, sheet, qtbot)
    QTest.keyClick(made.button, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is sheet
    assert page.asides.shown is None


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_two_takes_pass_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, _ = with_two_takes(place, qtbot)
    takes_of(page, sheet, qtbot)
    check_all(page.window())


@pytest.mark.parametrize("theme", [("dark", 2.0)], indirect=True)
def test_two_takes_in_big_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet, _ = with_two_takes(place, qtbot, BIG)
    takes_of(page, sheet, qtbot)
    check_big(page.window())


# ---- a strong meeting


def offer(sheet: Sheet) -> tuple[Closer, Button]:
    """What offers a strong meeting, and its button."""
    assert sheet.closer is not None
    assert sheet.closer.read is not None
    return sheet.closer, sheet.closer.read


def example_of(page: ReviewPage, sheet: Sheet, qtbot: Any) -> Sheet:
    _, read = offer(sheet)
    settled(qtbot, read.isEnabled)
    read.click()
    made = cast(Sheet, aside(page, qtbot, Sheet))
    made.said.margin.all_notes()
    settle()
    return made


def test_before_a_take_of_your_own_it_is_too_early(theme: Theme, place: Place, qtbot: Any) -> None:
    _, sheet = judged(place, qtbot, met(place, wrap_up=False))
    closer, read = offer(sheet)
    settled(qtbot, closer.early.isVisible)
    assert not read.isEnabled()


def test_a_take_in_another_meeting_of_the_situation_counts(theme: Theme, place: Place, qtbot: Any) -> None:
    met(place)
    _, sheet = judged(place, qtbot, met(place, wrap_up=False))
    closer, read = offer(sheet)
    settled(qtbot, read.isEnabled)
    assert not closer.early.isVisible()


def test_without_a_situation_there_is_none(theme: Theme, place: Place, qtbot: Any) -> None:
    from tests.ui.test_review_screen import talked

    _, sheet = judged(place, qtbot, talked(place))
    assert sheet.closer is not None
    assert sheet.closer.read is None


def test_a_strong_meeting_is_an_example_and_kept_nowhere(
    theme: Theme, place: Place, qtbot: Any, announcements: Announcer
) -> None:
    page, sheet = judged(place, qtbot, met(place))

    async def rows() -> Any:
        return (await place.desk.page()).rows

    before = place.wait(rows)
    made = example_of(page, sheet, qtbot)
    assert made.seen.example == "1 of 2"
    assert made.example_head is not None
    assert made.head is None
    assert made.next_time is None
    assert made.closer is None
    assert announcements.recent[-1].text.startswith("An example, not yours.")
    script = made.said.script
    assert "Example" in script.toPlainText()
    assert "You\n" not in script.toPlainText()
    script.choose(1)
    assert not script.retry.isVisible()
    assert not any(n.remark.retry for n in made.said.margin.notes)
    assert made.said.margin.notes
    made.area.setFocus()
    QTest.keyClick(made.area, Qt.Key.Key_J)
    assert script.hasFocus()
    assert place.wait(rows) == before
    made.example_head.another_button.click()
    settled(qtbot, lambda: page.asides.shown is not made and isinstance(page.asides.shown, Sheet))
    other = cast(Sheet, page.asides.shown)
    assert other.seen.example == "2 of 2"
    assert other.example_head is not None
    QTest.keyClick(other.example_head.back_button, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is sheet
    assert page.seen is sheet.seen


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_an_example_passes_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, met(place))
    example_of(page, sheet, qtbot)
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_an_example_in_big_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, met(place), BIG)
    example_of(page, sheet, qtbot)
    check_big(page.window())


# ---- judgings


def judgings_of(page: ReviewPage, sheet: Sheet, qtbot: Any) -> JudgingsPage:
    assert sheet.closer is not None
    sheet.closer.judged.click()
    return cast(JudgingsPage, aside(page, qtbot, JudgingsPage))


def test_judging_again_adds_one_and_replaces_none(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, met(place))
    made = judgings_of(page, sheet, qtbot)
    assert list(made.rows) == [sheet.seen.review.id]
    assert made.against is None
    assert set(made.judges) == {"offline"}
    made.judges["offline"].click()
    after = sheet_of(page, qtbot, other_than=sheet)
    made = judgings_of(page, after, qtbot)
    assert len(made.rows) == 2
    assert list(made.rows)[1] == sheet.seen.review.id
    assert made.against is not None
    assert made.count.text() == "They agree on every check."
    made.rows[sheet.seen.review.id].click()
    back = sheet_of(page, qtbot, other_than=after)
    assert back.seen.review.id == sheet.seen.review.id


def test_what_differs_is_listed(theme: Theme, place: Place, qtbot: Any) -> None:
    from dataclasses import replace

    page, sheet = judged(place, qtbot, met(place))
    review = sheet.seen.review
    first = review.checks[0]
    flipped = replace(first, verdict="no" if first.verdict != "no" else "yes", why="nothing_found", place=None)
    other = replace(review, id="v_other", checks=(flipped, *review.checks[1:]), created="2026-01-01T10:00:00.000Z")

    async def add() -> None:
        await (await place.desk.library()).add_review(other.to_json())

    place.wait(add)
    page.show_rehearsal(sheet.seen.id)
    again = sheet_of(page, qtbot, other_than=sheet)
    made = judgings_of(page, again, qtbot)
    assert made.against is not None
    assert made.count.text() == "They differ on 1 check."
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_judgings_in_big_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page, sheet = judged(place, qtbot, met(place), BIG)
    judgings_of(page, sheet, qtbot)
    check_big(page.window())


def test_a_model_can_judge_once_or_three_times(theme: Theme, place: Place, qtbot: Any) -> None:
    """A model judges three times, and what it says stands beside the sheet by rule."""
    import json

    from tests.server import Server
    from tests.ui.test_review_screen import use_model

    page, sheet = judged(place, qtbot, met(place))
    reply = json.dumps(
        {"checks": [{"check": "ask.what", "verdict": "no", "line": None, "quote": None, "answers_line": None}], "red_flags": []}
    )
    with Server(replies=[reply] * 3) as up:
        use_model(place, up.url)
        made = judgings_of(page, sheet, qtbot)
        assert set(made.judges) == {"offline", "once", "thrice"}
        made.judges["thrice"].click()
        assert page.waiting.stop.isVisible()
        after = sheet_of(page, qtbot, other_than=sheet)
    by = after.seen.review.judge
    assert (by.kind, by.runs) == ("model", 3)
    assert len(up.requests) == 3
    made = judgings_of(page, after, qtbot)
    assert len(made.rows) == 2
    assert made.count.text().startswith("They differ on ")
    check_all(page.window())


@pytest.mark.parametrize("values", [[46.44, 0.04, 0.04], [2.5, 3.33, 6.67], [9.05] * 7, [0.0], [], [0.05, 0.05]])
def test_what_a_sum_is_made_of_adds_up_to_it(values: list[float]) -> None:
    found = adding_up(values)
    assert round(10 * sum(found)) == round(sum(10 * v for v in values))
    assert all(abs(a - b) < 0.1 for a, b in zip(found, values, strict=True))
    assert all(v == round(v, 1) for v in found)
