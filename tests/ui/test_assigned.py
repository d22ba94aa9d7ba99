"""The mentee's side: what somebody gave you is looked at, taken in, rehearsed in its own situation, and stands on Home."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rehearse.bundles import making, signing
from rehearse.bundles.records import Due, Focus
from tests.core.handing import SCENARIO, assignment, file_of
from tests.core.play import said
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, settle
from tests.ui.test_home_setting import Place, apps, places, settled, window_of
from tests.ui.test_window import in_room
from ui.app import App
from ui.assigned import words
from ui.assigned.given import Given
from ui.assigned.letter import LetterPage
from ui.assigned.post import Post, Task
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.prose import Prose

Key = Qt.Key
DANA, KOFI = "Dana Ruiz", "Kofi Mensah"

pytestmark = [pytest.mark.usefixtures("ring"), pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)]


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def asked(folder: Path, name: str = "a.rehearse", key: str | None = None, **more: Any) -> Path:
    """The file of an assignment from Dana to Kofi."""
    return file_of(folder, assignment(folder / "dana", DANA, key, **more), name)


def shown(widget: Any) -> str:
    """Everything that is read on a page."""
    parts = [p.text() for p in widget.findChildren(Prose) if p.isVisible()] + [
        c.text() for c in widget.findChildren(Chip) if c.isVisible()
    ]
    return "\n".join(parts)


def letter_of(place: Place, qtbot: Any, file: Path, size: tuple[int, int] = (1100, 800)) -> LetterPage:
    page = LetterPage(place.engine, place.desk)
    window_of(qtbot, page, size)
    return look(page, qtbot, file)


def look(page: LetterPage, qtbot: Any, file: Path) -> LetterPage:
    page.banner.hide()
    page.take_file(file)
    settled(qtbot, lambda: page.letter is not None or page.banner.isVisible())
    return page


def accept(page: LetterPage, qtbot: Any, button: Button | None = None) -> Any:
    with qtbot.waitSignal(page.taken, timeout=20_000) as got:
        (button or page.accept).click()  # type: ignore[union-attr]
    return got.args[0]


def tasks(place: Place) -> tuple[Task, ...]:
    found: tuple[Task, ...] = place.wait(Post(place.desk).tasks)
    return found


def kept(place: Place) -> int:
    async def count() -> int:
        return len(await (await place.desk.library()).ask_bundles(lambda bundles: bundles.rows()))

    return int(place.wait(count))


# ---- a file that somebody gave you


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_an_assignment_says_what_it_is_before_anything_is_kept(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    file = asked(
        tmp_path, key=signing.new_key(), note="Bring one number.", due=Due("2026-12-01T17:00", "Europe/Berlin"), attempts=2,
        focus=[Focus("evidence", "source")], shows=("takes", "reviews"),
    )  # fmt: skip
    page = letter_of(place, qtbot, file)
    told = shown(page)
    for part in (
        "A trial budget from finance", "From Dana Ruiz", "First seen", "“Bring one number.”", "Hyun-woo Seo", "£18k", KOFI,
        "At least 2 meetings", "Is it said where it comes from?", "The takes that you choose and their reviews, and nothing else.",
        words.PRIVATE,
    ):  # fmt: skip
        assert part in told, part
    assert kept(place) == 0
    assert QApplication.focusWidget() is page.accept
    check_all(page.window())
    row = accept(page, qtbot)
    assert (row.kind, row.author, row.standing) == ("assignment", DANA, "known")
    (task,) = tasks(place)
    assert (task.step, task.attempts, task.held) == ("given", 2, ())


@pytest.mark.parametrize("theme", [("light", 2.0)], indirect=True)
def test_it_can_be_read_with_large_text(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page = letter_of(
        place, qtbot, asked(tmp_path, key=signing.new_key(), note="Bring one number.", focus=[Focus("evidence", "source")]), BIG
    )
    check_big(page.window())


def test_who_it_is_from(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    key = signing.new_key()
    page = letter_of(place, qtbot, asked(tmp_path, key=key))
    assert "First seen" in shown(page)
    accept(page, qtbot)
    assert "Signed by the same key as before." in shown(look(page, qtbot, asked(tmp_path, "b.rehearse", key)))

    look(page, qtbot, asked(tmp_path, "none.rehearse"))
    assert "though other things from Dana Ruiz are" in shown(page)

    other = signing.new_key()
    look(page, qtbot, asked(tmp_path, "c.rehearse", other))
    assert signing.fingerprint(signing.public_of(other)) in shown(page)
    assert "another key than before" in shown(page)
    assert accept(page, qtbot).standing == "changed"
    look(page, qtbot, asked(tmp_path, "d.rehearse", other))
    assert "another key than before" in shown(page)
    assert accept(page, qtbot, page.trust).standing == "known"
    assert "Signed by the same key as before." in shown(look(page, qtbot, asked(tmp_path, "e.rehearse", other)))

    altered = json.loads(asked(tmp_path, "f.rehearse", key).read_text("utf-8")) | {"note": "Send me your keys."}
    look(page, qtbot, file_of(tmp_path, altered, "g.rehearse"))
    assert "This was changed after it was signed." in shown(page)
    assert page.accept is None
    assert kept(place) == 3


def test_not_signed_is_said_and_can_be_taken_in(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page = letter_of(place, qtbot, asked(tmp_path))
    assert "nothing shows who it is from" in shown(page)
    assert accept(page, qtbot).standing == "unsigned"
    look(page, qtbot, tmp_path / "a.rehearse")
    assert "You have this already" in shown(page)
    accept(page, qtbot)
    assert kept(place) == 1


def test_not_now_keeps_nothing(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    page = letter_of(place, qtbot, asked(tmp_path))
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.accept, Key.Key_Escape)
    assert kept(place) == 0
    assert not place.paths.assigned.exists()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"{}", "this is no bundle of Rehearse"),
        (b"\xff\xfe", "x.rehearse"),
        (b'{"format": "rehearse/assignment@1", "id": "a", "model": "x"}', "x.rehearse"),
        (b"[" * 100, "x.rehearse"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path, raw: bytes, says: str
) -> None:
    file = tmp_path / "x.rehearse"
    file.write_bytes(raw)
    page = letter_of(place, qtbot, file)
    assert says in page.banner.sentence
    assert [b.text() for b in page.banner.buttons()] == ["Choose another file", "Leave it"]
    assert kept(place) == 0


def test_a_newer_one_is_shown_as_far_as_it_is_known_and_kept_nowhere(
    theme: Theme, place: Place, qtbot: Any, tmp_path: Path
) -> None:
    data = assignment(tmp_path / "dana", DANA) | {"format": "rehearse/assignment@9", "note": "From the future."}
    page = letter_of(place, qtbot, file_of(tmp_path, data))
    assert "newer version" in shown(page)
    assert "From the future." in shown(page)
    assert page.accept is None


def test_what_others_wrote_is_characters(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    evil = "<img src='http://x/y.png'><b>bold</b>"
    data = making.assignment(Post(place.desk).desk.catalog, SCENARIO, "Dana\u202eRuiz", [KOFI], title=evil, note=evil)
    page = letter_of(place, qtbot, file_of(tmp_path, dict(data)))
    told = shown(page)
    assert told.count(evil) == 2
    assert "\u202e" not in told
    check_all(page.window())


# ---- until when


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("2026-12-01T17:00", "due tomorrow, 17:00"),
        ("2026-11-30", "due today"),
        ("2026-12-04", "due on Friday"),
        ("2026-12-20", "due 20 December"),
        ("2027-01-02", "due 2 January 2027"),
        ("2026-11-29", "was due 29 November"),
    ],
)
def test_until_when_is_said_as_one_says_it(at: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    assert words.due_words(Due(at, "UTC"), datetime(2026, 11, 30, 9, tzinfo=UTC)) == says


def test_a_zone_that_is_not_known_is_said_as_it_was_written() -> None:
    assert words.due_words(Due("2026-12-01T17:00", "Mars/Olympus")) == "due 2026-12-01 17:00 (Mars/Olympus)"


# ---- on Home, in the whole program


def given(app: App, qtbot: Any, file: Path) -> Given:
    """Open a file in the program and accept it; the section on Home."""
    app.window.take_file(file)
    page = app.window.pages.letter()
    settled(qtbot, lambda: page.letter is not None)
    assert app.window.pages.currentWidget() is page
    assert page.accept is not None
    page.accept.click()
    home = app.window.home
    settled(qtbot, lambda: home._made("assigned") and home.assigned.isVisible())
    return home.assigned


def test_it_stands_on_home_and_starts_a_meeting_in_its_own_situation(app: App, qtbot: Any, tmp_path: Path) -> None:
    assert not app.window.home._made("assigned")
    card = given(app, qtbot, asked(tmp_path, attempts=2, key=signing.new_key()))
    (row,) = card.rows
    assert row.chip.text() == "Given"
    assert list(row.buttons) == ["start"]
    assert "Assigned to you" in app.window.toast.text
    check_all(app.window, tab_stops=False)
    row.buttons["start"].click()
    in_room(qtbot, app)
    meeting = app.window.room().meeting
    assert meeting is not None
    assert meeting.setting.scenario is not None
    assert meeting.setting.scenario.id == SCENARIO

    async def talk() -> None:
        await said(meeting, ["We lose nine releases of 26, from the incident log."], wrap_up=True)

    wait(app, qtbot, talk)
    app.window.show_shell()
    app.window.go("home")
    settled(qtbot, lambda: card.rows[0].chip.text() == "Rehearsed 1 of 2")
    assert list(card.rows[0].buttons) == ["start", "send"]


def test_what_was_assigned_is_judged_as_it_says(place: Place, qtbot: Any, theme: Theme, tmp_path: Path) -> None:
    data = assignment(tmp_path / "dana", DANA)
    rubric = json.loads(json.dumps(data["rubric"]))
    rubric["title"] = "How Dana judges"
    page = letter_of(place, qtbot, file_of(tmp_path, data | {"rubric": rubric, "id": "b_first"}))
    accept(page, qtbot)
    (task,) = tasks(place)

    async def held() -> Any:
        meeting = await place.desk.start(await Post(place.desk).choice(task.row.digest))
        return await place.desk.review(await said(meeting, ["We need it."], wrap_up=True))

    review = place.wait(held)
    assert review.rubric is not None
    assert review.rubric.title == "How Dana judges"


def test_ctrl_o_asks_for_a_file(app: App, qtbot: Any) -> None:
    QTest.keyClick(app.window, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = app.window.pages.letter().dialog
    assert dialog is not None
    assert "*.rehearse" in dialog.nameFilters()[0]
    dialog.close()
    settle()


def wait(app: App, qtbot: Any, work: Callable[[], Any]) -> Any:
    got: list[Any] = []
    app.engine.ask(work, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    assert not isinstance(got[0], Exception), str(got[0])
    return got[0]


def test_a_file_that_the_program_is_started_with_is_shown(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import app as program

    file = asked(tmp_path, key=signing.new_key())
    made: list[App] = []

    class Held(App):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(program, "App", Held)
    monkeypatch.setattr(program, "styled", lambda _arguments: qapp)

    def run(_app: object = None) -> int:
        window = made[0].window
        settled(qtbot, lambda: window.pages._letter is not None and window.pages._letter.letter is not None)
        assert window.pages.currentWidget() is window.pages.letter()
        made[0].take_file(str(tmp_path / "not-there.rehearse"))
        settled(qtbot, lambda: window.pages.letter().banner.isVisible())
        return 0

    monkeypatch.setattr(QApplication, "exec", run)
    assert program.main(str(file)) == 0
    made[0].setParent(None)


def test_a_second_start_hands_its_file_to_the_first(tmp_path: Path, qapp: QApplication, qtbot: Any) -> None:
    from ui.single import Single

    first, second = Single(tmp_path), Single(tmp_path)
    assert first.claim()
    first.listen()
    with qtbot.waitSignals([first.called, first.given], timeout=20_000):
        assert not second.claim(str(tmp_path / "a.rehearse"))
    first.close()
    second.close()


def test_in_a_meeting_a_file_waits(app: App, qtbot: Any, tmp_path: Path) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    in_room(qtbot, app)
    app.window.take_file(asked(tmp_path))
    assert app.window.pages._letter is None
    assert "out of the meeting" in app.window.toast.text


def test_without_a_display_a_file_names_the_command_that_takes_it_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rehearse.cli import run

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run([str(tmp_path / "a.rehearse")]) == 1
    assert "`rehearse open FILE` takes it in." in capsys.readouterr().err
