"""One thing for next time: one's own line first, kept as it is typed; then another one beside it, and what is heard in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rehearse.meeting import Meeting
from tests.core.play import said
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_home_setting import Place, places, settled
from tests.ui.test_review_screen import judged, page_of, sheet_of
from ui.review.next_time import NextTime
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer

SPIKE = "two-week-spike"
WEAK = (
    "We need a spike for offline-first, nobody can estimate that without one.",
    "It is research. We will see what comes out of it.",
    "The association will just have to wait.",
    "Could we have the two weeks in March?",
)
TYPED = "Nobody knows what happens when two tills sell the last loaf;\n on 22 March we do, and then you decide whether we go on."


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def met(place: Place, scenario: str = SPIKE, lines: tuple[str, ...] = WEAK, wrap_up: bool = True) -> Meeting:
    """A meeting in a situation, held offline."""

    async def talk() -> Meeting:
        from rehearse.preparation import Choice
        from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

        meeting = await place.desk.start(Choice(scenario=scenario, seed=3))
        meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
        return await said(meeting, lines, wrap_up=wrap_up)

    made = place.wait(talk)
    assert isinstance(made, Meeting)
    return made


def card_of(place: Place, qtbot: Any, **more: Any) -> tuple[Any, NextTime]:
    page, sheet = judged(place, qtbot, met(place), **more)
    assert sheet.next_time is not None
    return page, sheet.next_time


def compared(card: NextTime, qtbot: Any) -> None:
    before = card.compared
    card.show_line.click()
    settled(qtbot, lambda: card.compared is not before)
    settle()


def test_ones_own_line_comes_first(theme: Theme, place: Place, qtbot: Any, announcements: Announcer) -> None:
    _, card = card_of(place, qtbot)
    assert not card.show_line.isEnabled()
    assert not card.pair.isVisible()
    card.field.set_text("   ")
    assert not card.show_line.isEnabled()
    card.field.set_text(TYPED)
    assert card.show_line.isEnabled()
    compared(card, qtbot)
    assert card.pair.isVisible()
    found = card.compared
    assert found is not None
    assert found.yours.meets
    assert found.line
    assert found.heard is not None
    assert found.heard.meets
    assert found.here
    assert announcements.recent[-1].text.startswith("Yours: ")


def test_what_is_typed_is_kept_as_typed_and_is_there_again(theme: Theme, place: Place, qtbot: Any) -> None:
    page, card = card_of(place, qtbot)
    card.field.set_text(TYPED)
    meeting = page.seen.meeting
    rehearsal, turn = meeting.rehearsal, card.thing.turn

    async def lines() -> dict[str, str]:
        return await (await place.desk.library()).own_lines(rehearsal)

    page.hide()
    settled(qtbot, lambda: place.wait(lines) == {turn: TYPED})
    other = page_of(place, qtbot)
    other.show_rehearsal(str(rehearsal))
    sheet = sheet_of(other, qtbot)
    assert sheet.next_time is not None
    settled(qtbot, lambda: sheet.next_time.field.text() == TYPED)
    assert sheet.next_time.show_line.isEnabled()

    async def export() -> Any:
        return (await place.desk.load(rehearsal)).reviews[-1]

    assert place.wait(export)["own_line"] == TYPED


def test_what_is_typed_as_the_program_closes_is_kept(theme: Theme, place: Place, qtbot: Any) -> None:
    from contextlib import closing

    from rehearse.library import Store

    page, card = card_of(place, qtbot)
    rehearsal = page.seen.meeting.rehearsal
    card.field.set_text(TYPED)
    place.wait(place.desk.close)
    with closing(Store.open(place.desk.paths.library)) as store:
        assert store.own_lines(rehearsal) == {card.thing.turn: TYPED}


def test_judging_again_keeps_what_is_typed(theme: Theme, place: Place, qtbot: Any) -> None:
    page, card = card_of(place, qtbot)
    card.field.set_text(TYPED)
    old = page.sheet
    page.judge(page.seen.meeting, "offline")
    sheet = sheet_of(page, qtbot, other_than=old)
    assert sheet.next_time is not None
    assert sheet.next_time.field.text() == TYPED


def test_a_line_that_does_not_do_it_is_told_so(theme: Theme, place: Place, qtbot: Any) -> None:
    _, card = card_of(place, qtbot)
    card.field.set_text("You have to trust me, it will be fine.")
    compared(card, qtbot)
    found = card.compared
    assert found is not None
    assert not found.yours.meets
    assert found.yours.costs
    card.field.set_text(TYPED)
    compared(card, qtbot)
    assert card.compared is not None
    assert card.compared.yours.meets


def test_the_moment_can_be_gone_to(theme: Theme, place: Place, qtbot: Any) -> None:
    page, card = card_of(place, qtbot)
    card.go.click()
    script = page.sheet.said.script
    assert script.chosen == script.number(card.thing.turn)


def test_ctrl_enter_asks_and_enter_makes_a_line(theme: Theme, place: Place, qtbot: Any) -> None:
    _, card = card_of(place, qtbot)
    card.field.setFocus()
    QTest.keyClicks(card.field, "Fair. jnkp")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert card.field.text() == "Fair. jnkp\n"
    QTest.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, lambda: card.compared is not None)


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_two_lines_pass_every_check(theme: Theme, place: Place, qtbot: Any) -> None:
    page, card = card_of(place, qtbot)
    card.field.set_text(TYPED)
    compared(card, qtbot)
    check_all(page.window())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_the_two_lines_in_big_text(theme: Theme, place: Place, qtbot: Any) -> None:
    page, card = card_of(place, qtbot, size=BIG)
    card.field.set_text(TYPED)
    compared(card, qtbot)
    check_big(page.window())
