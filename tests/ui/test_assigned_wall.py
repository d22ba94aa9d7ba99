"""What was handed out stays by itself in the window too: its meetings are its own through every door, and no other is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from rehearse.meeting import Meeting
from rehearse.preparation import Choice
from rehearse.review.types import Review
from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
from tests.core.handing import file_of
from tests.core.play import said
from tests.core.test_bundles_wall import PERSON, SCENARIO, hostile
from tests.ui.test_assigned import accept, given, letter_of, shown
from tests.ui.test_home_setting import Place, apps, places, settled
from tests.ui.test_review_asides import aside, example_of
from tests.ui.test_review_screen import judged, sheet_of
from tests.ui.test_window import in_room
from ui.app import App
from ui.assigned.post import Post
from ui.desk import Desk
from ui.review.takes_page import TakesPage
from ui.theme.theme import Theme

BOTH_OF_THEM = ("Mallory", "Trudy")
LINES = (
    "We lose 48k a month in orders because checkout goes down at peak, and that is from the refund ledger.",
    "What would you need to see before you decide?",
    "We start with one service for two weeks and stop if outages do not drop by 30 percent.",
    "The ask is two engineers until 4 May, and I own it. Can you say yes to that by Friday?",
)

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


async def talk(meeting: Meeting) -> Meeting:
    meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
    return await said(meeting, LINES)


async def held(desk: Desk, by: str) -> Meeting:
    """A meeting in the situation that `by` handed out."""
    rows = await (await desk.library()).ask_bundles(lambda bundles: bundles.rows("assignment"))
    digest = next(row.digest for row in rows if row.author == by)
    return await talk(await desk.start(await Post(desk).choice(digest)))


def taken_in(place: Place, qtbot: Any, folder: Path) -> None:
    for by in BOTH_OF_THEM:
        page = letter_of(place, qtbot, file_of(folder, hostile(folder, by, to=[]) | {"id": f"b_{by}"}, f"{by}.rehearse"))
        accept(page, qtbot)


def title(review: Review) -> str:
    assert review.rubric is not None
    return review.rubric.title


def is_of(meeting: Meeting, by: str) -> None:
    setting = meeting.setting
    assert setting.persona.name == f"Somebody of {by}"
    assert setting.scenario is not None
    assert setting.scenario.title == f"As {by} sees it"


def test_every_way_into_a_meeting_of_an_assignment_is_its_own(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    taken_in(place, qtbot, tmp_path)

    async def ways(by: str) -> list[tuple[Meeting, Review]]:
        desk = place.desk
        first = await held(desk, by)
        found = [(first, await desk.review(first))]
        opened = (await desk.open(first.rehearsal)).meeting
        yours = [t for t in opened.take if t.speaker == "you"]
        await opened.try_from(yours[-1].id)
        for meeting in (
            opened,
            await desk.start_again(first.rehearsal),
            await desk.start_next(first.rehearsal, True),
        ):
            await talk(meeting)
            found.append((meeting, await desk.review(meeting)))
        return found

    for by in BOTH_OF_THEM:
        made = place.wait(lambda by=by: ways(by))
        for meeting, review in made:
            is_of(meeting, by)
            assert title(review) == f"How {by} judges"
        assert len({meeting.setting.seed for meeting, _ in made}) == 3  # again and next are meetings of their own

    async def other() -> tuple[Meeting, Review]:
        meeting = await talk(await place.desk.start(Choice(scenario=SCENARIO)))
        again = await talk(await place.desk.start_again(meeting.rehearsal))
        return again, await place.desk.review(again)

    meeting, review = place.wait(other)
    assert meeting.setting.persona.id == PERSON
    assert "Somebody of" not in meeting.setting.persona.name
    assert title(review) == place.desk.catalog.rubric("buy-in").title
    assert "How " not in title(review)


def test_the_pages_beside_a_review_of_it_are_its_own(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    taken_in(place, qtbot, tmp_path)
    page, sheet = judged(place, qtbot, place.wait(lambda: held(place.desk, "Mallory")))
    assert title(sheet.seen.review) == "How Mallory judges"
    page.judge_again("offline")
    sheet = sheet_of(page, qtbot, other_than=sheet)
    assert len(sheet.seen.reviews) == 2
    assert {title(r) for r in sheet.seen.reviews} == {"How Mallory judges"}

    page.show_how()
    settled(qtbot, lambda: page.judged is not None and page.judged.isVisible())
    assert "How Mallory judges" in shown(page)
    assert "What Mallory wants" in shown(page)
    page._back()

    meeting = sheet.seen.meeting

    async def again() -> Meeting:
        await meeting.try_from(next(t.id for t in meeting.take if t.speaker == "you"))
        return await talk(meeting)

    place.wait(again)
    page.judge(meeting)
    sheet = sheet_of(page, qtbot, other_than=sheet)
    page.asides.show_takes()
    takes = aside(page, qtbot, TakesPage)
    assert "different rules" not in shown(takes)
    page.asides.back()

    example = example_of(page, sheet, qtbot)
    is_of(example.seen.meeting, "Mallory")
    assert title(example.seen.review) == "How Mallory judges"


def test_a_take_of_ones_own_in_it_is_none_in_the_situation_of_the_same_id(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    from ui.review.strong import is_due

    taken_in(place, qtbot, tmp_path)
    place.wait(lambda: held(place.desk, "Mallory"))

    async def due(choice: Choice) -> bool:
        return await is_due(place.desk, await place.desk.start(choice))

    async def due_for(by: str) -> bool:
        rows = await (await place.desk.library()).ask_bundles(lambda bundles: bundles.rows("assignment"))
        return await due(await Post(place.desk).choice(next(r.digest for r in rows if r.author == by)))

    assert place.wait(lambda: due_for("Mallory"))
    assert not place.wait(lambda: due_for("Trudy"))
    assert not place.wait(lambda: due(Choice(scenario=SCENARIO)))


def test_home_and_people_know_nothing_of_who_was_handed_out(app: App, qtbot: Any, tmp_path: Path) -> None:
    home = app.window.home
    before = [(e.id, e.name) for e in home._people]
    last = app.desk.settings.last_persona
    card = given(app, qtbot, file_of(tmp_path, hostile(tmp_path, "Mallory", to=[])))
    home.refresh()
    settled(qtbot, lambda: bool(card.rows))
    assert [(e.id, e.name) for e in home._people] == before
    card.rows[0].buttons["start"].click()
    in_room(qtbot, app)
    meeting = app.window.room().meeting
    assert meeting is not None
    is_of(meeting, "Mallory")
    assert app.desk.settings.last_persona == last
    app.window.show_shell()
    app.window.go("people")
    people = app.window.pages.people()
    settled(qtbot, lambda: people._shown is not None)
    assert "Mallory" not in shown(people)
