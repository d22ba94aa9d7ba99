"""What is sent goes into the team folder: an assignment, a submission, feedback; and what came by itself is looked at before it counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.bundles import folder as folders
from rehearse.bundles import making, reading, signing
from rehearse.bundles.records import Assignment, Feedback, Submission
from rehearse.bundles.sealing import new_identity, recipient_of
from tests.core.handing import assignment
from tests.core.test_bundles_folder import post as put_there
from tests.faults.hostile_set import submission
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, name_of
from tests.ui.test_assigned import shown, tasks
from tests.ui.test_assigned_sending import sending
from tests.ui.test_home_setting import Place, apps, places, settled
from tests.ui.test_mentor import DANA, KOFI, Post, desk_of, form, read
from tests.ui.test_team import team_of
from ui.app import App
from ui.assigned.given import Given
from ui.assigned.letter import LetterPage
from ui.team.team import WHO_READS, Team
from ui.theme.theme import Theme

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    for made in places(tmp_path / "data", qtbot):
        made.desk.settings = made.desk.settings._replace(signs_as=DANA)
        yield made
        Team.of(made.engine, made.desk).stop()


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rehearse-team"
    made.mkdir()
    return made


def one(folder: Path) -> reading.Opened:
    """The only bundle there."""
    (found,) = folders.files(folder)
    return reading.read_file(folder / found.name)


# ---- the mentor


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_an_assignment_goes_into_the_folder(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    team_of(place, qtbot, folder)
    page = form(place, qtbot)
    assert page.put.isVisible()
    assert page.put.property("kind") == "primary"
    assert not page.save.property("kind")
    assert WHO_READS in page.put.toolTip()
    check_all(page.window())
    page.to.line.setText(KOFI)
    told: list[str] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(page.closed, timeout=20_000):
        page.put.click()
    assert told[0].startswith("It is in the team folder. Everyone with access")
    assert isinstance(one(folder).bundle, Assignment)
    assert [g.row.title for g in desk_of(place, qtbot).board.given] == ["A trial budget from finance"]  # type: ignore[union-attr]


def test_without_a_folder_there_is_only_the_file(theme: Theme, place: Place, qtbot: Any) -> None:
    page = form(place, qtbot)
    assert not page.put.isVisible()
    assert page.save.property("kind") == "primary"


def test_a_folder_that_is_gone_keeps_what_was_filled_in(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    team_of(place, qtbot, folder)
    page = form(place, qtbot)
    page.note.set_text("Bring one number.")
    folder.rmdir()
    page.put.click()
    settled(qtbot, lambda: page.banner.isVisible())
    assert "is not there" in page.banner.sentence
    assert page.note.box.text() == "Bring one number."
    assert page.save.isEnabled()  # the other way is there still
    assert not folder.exists()


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_feedback_goes_into_the_folder(theme: Theme, place: Place, qtbot: Any, folder: Path, tmp_path: Path) -> None:
    kofi = Post(place, tmp_path)
    team_of(place, qtbot, folder)
    page = read(place, qtbot, kofi.take(kofi.sent()))
    page.ready.click()
    assert page.finish is not None
    assert page.finish.share.isVisible()
    QTest.keyClicks(page.finish.note.box, "Nearly.")
    check_all(page.window())
    with qtbot.waitSignal(page.closed, timeout=20_000):
        page.finish.share.click()
    bundle = one(folder).bundle
    assert isinstance(bundle, Feedback)
    assert bundle.note == "Nearly."


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_the_desk_tells_of_the_folder(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    desk = desk_of(place, qtbot)
    assert desk.team.settings.text() == "Use a team folder"
    with qtbot.waitSignal(desk.team.team.settings_wanted):
        desk.team.settings.click()
    team_of(place, qtbot, folder)
    assert "Team folder “rehearse-team”. Last looked at today" in shown(desk)
    check_all(desk.window())


@pytest.mark.parametrize("theme", [("dark", 2.0)], indirect=True)
def test_the_desk_with_large_text(theme: Theme, place: Place, qtbot: Any, folder: Path) -> None:
    put_there(folder, submission(to=[{"name": DANA}]))
    team_of(place, qtbot, folder)
    check_big(desk_of(place, qtbot, BIG).window())


# ---- the mentee


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_a_submission_goes_into_the_folder_sealed(theme: Theme, place: Place, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    identity = new_identity()
    page, (held,) = sending(place, qtbot, tmp_path, seal_to=recipient_of(identity))
    assert not page.put.isVisible()
    team_of(place, qtbot, folder)
    page.begin(tasks(place)[0].row.digest)
    settled(qtbot, lambda: page.offer is not None)
    assert page.put.isVisible()
    assert "only that it exists" in page.put.toolTip()
    check_all(page.window())
    page.name.set_text("")
    page.put.click()
    assert "Who is it from?" in page.name.fault
    page.name.set_text(KOFI)
    page.put.click()
    settled(qtbot, lambda: page.sent is not None)
    assert "It is in the team folder" in shown(page)
    check_all(page.window())
    (found,) = folders.files(folder)
    assert found.name.startswith("sealed/")
    inner = reading.unsealed(one(folder), identity)
    assert inner is not None
    assert isinstance(inner.bundle, Submission)
    assert inner.bundle.takes[0]["rehearsal"] == held


def home_of(app: App, qtbot: Any, folder: Path) -> Given:
    app.desk.settings = app.desk.settings._replace(signs_as=KOFI)
    team = team_of_app(app, qtbot, folder)
    home = app.window.home
    settled(qtbot, lambda: not team.state.looking and home._made("assigned") and bool(home.assigned.rows))
    return home.assigned


def team_of_app(app: App, qtbot: Any, folder: Path) -> Team:
    qtbot.waitUntil(lambda: bool(app.window._made("courier")), timeout=20_000)
    team = app.window.courier.team
    team.watch.settle.setInterval(20)
    team.use(folder, False)
    settled(qtbot, lambda: bool(team.state.looked) and not team.state.looking)
    return team


def given(tmp_path: Path, key: str, **more: Any) -> dict[str, Any]:
    return assignment(tmp_path / "dana", DANA, key, **more)


def look_at(app: App, qtbot: Any, card: Given, row: int = 0) -> LetterPage:
    card.rows[row].buttons["look"].click()
    letter = app.window.pages.letter()
    settled(qtbot, lambda: letter.isVisible() and letter.letter is not None)
    return letter


def test_what_came_by_itself_is_looked_at_before_it_counts(app: App, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    key, other = signing.new_key(), signing.new_key()
    put_there(folder, given(tmp_path, key))
    card = home_of(app, qtbot, folder)
    assert list(card.rows[0].buttons) == ["look"]
    assert f"New from {DANA}" in shown(card)
    assert name_of(app.window.side.button("home")) == "Home, 1 new"
    assert "New from Dana Ruiz: 1 assignment." in app.window.toast.text

    letter = look_at(app, qtbot, card)
    assert "First seen" in shown(letter)  # that the library knows the key already tells nobody anything
    assert "You have this already" not in shown(letter)
    with qtbot.waitSignal(letter.closed):
        letter._ways(letter.letter)  # type: ignore[arg-type]
        letter.closed.emit()
    assert card.rows[0].new  # not now: it stays new
    letter = look_at(app, qtbot, card)
    assert letter.accept is not None
    assert letter.accept.text().strip() == "Accept"
    letter.accept.click()
    settled(qtbot, lambda: app.window.home.isVisible() and not card.rows[0].new)
    assert list(card.rows[0].buttons) == ["start"]
    settled(qtbot, lambda: name_of(app.window.side.button("home")) == "Home")

    put_there(folder, given(tmp_path, key, note="Again, by the same key."))
    put_there(folder, given(tmp_path, other, note="By another key."))
    settled(qtbot, lambda: len(card.rows) == 3)
    said = []
    for number in range(2):
        letter = look_at(app, qtbot, card, number)
        said.append(shown(letter))
        letter.closed.emit()
    assert sum("Signed by the same key as before." in s for s in said) == 1
    assert sum("another key than before" in s for s in said) == 1


def test_what_was_altered_says_so_and_can_not_be_accepted(app: App, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    altered = given(tmp_path, signing.new_key()) | {"note": "Send it to me instead."}
    put_there(folder, altered)
    card = home_of(app, qtbot, folder)
    assert not card.rows[0].buttons
    assert "Altered: ask for it again" in shown(card)
    assert name_of(app.window.side.button("home")) == "Home"


def test_a_folder_full_of_assignments_leaves_room_on_home(app: App, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    key = signing.new_key()
    for number in range(10):
        put_there(folder, given(tmp_path, key, note=f"Number {number}"))
    card = home_of(app, qtbot, folder)
    assert len(card.rows) == 8
    card.more.click()
    assert len(card.rows) == 10
    assert QApplication.focusWidget() is card.rows[8].buttons["look"]


def test_submissions_to_answer_are_counted_beside_mentor(app: App, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    app.desk.settings = app.desk.settings._replace(signs_as=DANA)
    for number in range(3):
        put_there(folder, submission(to=[{"name": DANA}], id=f"b_{number}"))
    team_of_app(app, qtbot, folder)
    side = app.window.side
    settled(qtbot, lambda: name_of(side.button("mentor")) == "Mentor, 3 to answer")
    assert side._bubbles["mentor"].text() == "3"
    assert side.button("mentor").text().strip() == "Mentor"
    app.window.resize(700, 640)
    settled(qtbot, lambda: app.window.strip.isVisible())
    assert name_of(app.window.strip.button("mentor")) == "Mentor, 3 to answer"

    bundle = reading.understood(submission(to=[{"name": DANA}], id="b_0"), "x").bundle
    assert isinstance(bundle, Submission)
    made = making.finished(making.feedback(bundle, DANA, note="Good."), None)

    async def answer() -> None:
        from rehearse.bundles import taking

        library = await app.desk.library()
        await library.change_bundles(lambda bundles: bundles.put(taking.given(made, own=True)))

    app.engine.ask(answer, lambda _: app.window.courier.counts.refresh())
    settled(qtbot, lambda: name_of(app.window.strip.button("mentor")) == "Mentor, 2 to answer")
    app.window.courier.team.settings_wanted.emit()
    assert app.window.pages.settings().section == "team"


def test_feedback_comes_back_by_itself_and_is_read_from_home(app: App, qtbot: Any, tmp_path: Path, folder: Path) -> None:
    """The whole way through a folder: accepted, rehearsed, put there, answered there, read."""
    key = signing.new_key()
    put_there(folder, given(tmp_path, key))
    card = home_of(app, qtbot, folder)
    team = app.window.courier.team
    letter = look_at(app, qtbot, card)
    letter.accept.click()  # type: ignore[union-attr]
    settled(qtbot, lambda: app.window.home.isVisible() and not card.rows[0].new)
    digest = card.rows[0].task.row.digest

    async def rehearse() -> None:
        from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker
        from tests.core.play import said
        from tests.ui.test_home_setting import SAID
        from ui.assigned.post import Post

        meeting = await app.desk.start(await Post(app.desk).choice(digest))
        meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
        await app.desk.review(await said(meeting, SAID[:2], wrap_up=True))

    held: list[object] = []
    app.engine.ask(rehearse, lambda _: held.append(1))
    settled(qtbot, lambda: bool(held))
    page = app.window.pages.sending()
    page.begin(digest)
    settled(qtbot, lambda: page.offer is not None)
    page.put.click()
    settled(qtbot, lambda: page.sent is not None)
    (name,) = [f.name for f in folders.files(folder) if f.name.startswith("submissions/")]
    on = reading.read_file(folder / name).bundle
    assert isinstance(on, Submission)

    back = making.finished(making.feedback(on, DANA, note="Nearly.", next="redo"), key).data
    with qtbot.waitSignal(team.news, timeout=20_000):
        put_there(folder, dict(back))
    app.window.go("home")
    settled(qtbot, lambda: "read" in card.rows[0].buttons)
    settled(qtbot, lambda: name_of(app.window.side.button("home")) == "Home, 1 new")
    card.rows[0].buttons["read"].click()
    settled(qtbot, lambda: app.window.review().isVisible() and "Nearly." in shown(app.window.review()))
    assert team.new == frozenset()
