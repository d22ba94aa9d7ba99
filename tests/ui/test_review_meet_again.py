"""The next meeting of an influencing series, from the review: what was promised is asked about, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rehearse.conversation import RehearsalId
from rehearse.meeting import Meeting
from rehearse.preparation import Choice
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from tests.core.play import said
from tests.ui.test_home_setting import Place, places
from tests.ui.test_review_screen import judged
from ui.review.page import ReviewPage
from ui.theme.theme import Theme

LINES = (
    "What would you change about it, if it were up to you?",
    "I will send you the incident list by Monday, I promise, and I will take your night calls next week.",
    "Shall we look at it together on Wednesday 17 March?",
)


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def influenced(place: Place, scenario: str | None = "retiring-a-beloved-tool", end: bool = True) -> Meeting:
    async def talk() -> Meeting:
        choice = Choice(scenario=scenario, seed=3) if scenario else Choice(persona="peer-lead", seed=3)
        meeting = await place.desk.start(choice)
        meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
        return await said(meeting, LINES, wrap_up=end)

    made = place.wait(talk)
    assert isinstance(made, Meeting)
    return made


def shown(place: Place, qtbot: Any, meeting: Meeting) -> ReviewPage:
    page, _ = judged(place, qtbot, meeting)
    return page


def test_each_promise_is_asked_about_and_what_is_ticked_goes_with_the_next_meeting(
    theme: Theme, place: Place, qtbot: Any
) -> None:
    meeting = influenced(place)
    page = shown(place, qtbot, meeting)
    assert page.sheet is not None
    card = page.sheet.meet_again
    assert card is not None
    assert len(card.answers) == len(page.sheet.seen.promises) > 0
    assert card.kept is None
    for answer in card.answers:
        answer.set_value("yes")
    assert card.kept is True
    card.answers[0].set_value("no")
    assert card.kept is False
    with qtbot.waitSignal(page.next_meeting) as wanted:
        QTest.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert wanted.args == [str(meeting.rehearsal), False]


@pytest.mark.parametrize(("scenario", "end"), [(None, True), ("retiring-a-beloved-tool", False)])
def test_selling_or_an_open_meeting_has_no_next_one(
    theme: Theme, place: Place, qtbot: Any, scenario: str | None, end: bool
) -> None:
    page = shown(place, qtbot, influenced(place, scenario, end))
    assert page.sheet is not None
    assert page.sheet.meet_again is None


def test_the_next_meeting_is_with_the_same_person_after_this_one_and_begins_with_the_promise(place: Place) -> None:
    first = influenced(place)

    async def follow() -> tuple[Meeting, Any]:
        meeting = await place.desk.start_next(RehearsalId(first.rehearsal), True)
        return meeting, (await place.desk.load(meeting.rehearsal)).record

    meeting, record = place.wait(follow)
    assert (record.after, record.kept, record.scenario_id) == (first.rehearsal, True, "retiring-a-beloved-tool")
    assert meeting.setting.series is not None
    assert meeting.setting.series.meetings == 1
    assert meeting.take[0].text not in meeting.setting.persona.opening
    assert meeting.stance.trust > first.take[0].stance.trust  # type: ignore[union-attr]
