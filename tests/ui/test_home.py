"""Home: one Enter starts a meeting, and what was left off leads back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from rehearse.conversation import RehearsalId
from tests.ui.accessibility import BIG, BOTH, check_all, check_big, live, settle, tab_order
from tests.ui.test_home_setting import SAID, Place, places, settled, window_of
from ui.home import choices
from ui.home.page import HomePage
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.prose import Prose

Key = Qt.Key


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


def home(place: Place, qtbot: Any, size: tuple[int, int] = (1440, 900), rows: int = 0) -> tuple[HomePage, QWidget]:
    page = HomePage(place.engine, place.desk)
    window = window_of(qtbot, page, size)
    settled(qtbot, lambda: len(page.grid.cards) == 6 and len(page.recent.rows) == rows)
    return page, window


def texts(widget: QWidget) -> str:
    return " | ".join(part.text() for part in live(widget, Prose))


def test_one_enter_starts_with_the_first_person(theme: Theme, place: Place, qtbot: Any) -> None:
    page, _ = home(place, qtbot)
    assert QApplication.focusWidget() is page.ask
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    choice = started.args[0]
    assert (choice.persona, choice.scenario, choice.ask, choice.difficulty) == ("skeptical-executive", None, "", "normal")
    meeting = place.wait(lambda: place.desk.start(choice))
    assert meeting.take[0].speaker == "stakeholder"


def test_enter_before_the_people_are_there_starts_when_they_come(theme: Theme, place: Place, qtbot: Any) -> None:
    page = HomePage(place.engine, place.desk)
    page.begin()
    with qtbot.waitSignal(page.start, timeout=20_000):
        window_of(qtbot, page)


def test_alt_2_and_enter_start_the_second_person_who_is_chosen_next_time(theme: Theme, place: Place, qtbot: Any) -> None:
    page, window = home(place, qtbot)
    QTest.keyClick(page.ask, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.go.text().endswith("Start with Jakub")
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert started.args[0].persona == "time-constrained-em"
    qtbot.waitUntil(lambda: place.desk.settings.last_persona == "time-constrained-em")
    window.close()
    again, _ = home(place, qtbot)
    assert [card.isChecked() for card in again.grid.cards] == [False, True, False, False, False, False]


def test_arrow_keys_move_and_enter_on_a_card_starts(theme: Theme, place: Place, qtbot: Any) -> None:
    page, _ = home(place, qtbot)
    page.grid.cards[0].setFocus()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is page.grid.cards[3]
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert started.args[0].persona == "finance-partner"


def test_tab_goes_where_one_reads(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("finance-partner", lines=1)
    page, window = home(place, qtbot, rows=1)
    settled(qtbot, lambda: page.terms.isVisible())
    names = tab_order(window)
    names = names[names.index("Make a person") :] + names[: names.index("Make a person")]
    wanted = [
        "Make a person", "All 14 people", page.grid.cards[0].accessibleName(), "What should they say yes to?",
        "Start with Solveig", "Situation", "Mood", "Minutes", "Settings, who plays", page.recent.rows[0].link.accessibleName(),
    ]  # fmt: skip
    assert [name for name in names if name in wanted] == wanted


def test_a_situation_brings_its_ask_minutes_and_mood(theme: Theme, place: Place, qtbot: Any) -> None:
    page, _ = home(place, qtbot)
    QTest.keyClick(page.ask, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    for _ in range(page.terms.situation.findData("trial-budget-from-finance")):
        QTest.keyClick(page.terms.situation, Key.Key_Down)
    assert "£18k" in page.ask.placeholderText()
    assert (page.terms.minutes.value, page.terms.mood.value) == ("9", "hard")
    QTest.keyClicks(page.ask, "a trial")
    with qtbot.waitSignal(page.start) as started:
        QTest.keyClick(page.ask, Key.Key_Return)
    choice = started.args[0]
    assert (choice.persona, choice.scenario, choice.ask) == ("finance-partner", "trial-budget-from-finance", "a trial")
    assert (choice.minutes, choice.difficulty) == (9, "hard")
    QTest.keyClick(page.ask, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.terms.situation.value == choices.OWN
    assert "£18k" not in page.ask.placeholderText()


def test_the_first_run_shows_no_list_and_says_that_no_key_is_needed(theme: Theme, place: Place, qtbot: Any) -> None:
    page, _ = home(place, qtbot)
    assert page.recent.isHidden()
    assert page.left_off.isHidden()
    assert page.faults.isHidden()
    assert page.all_people.accessibleName() == f"All {len(place.wait(place.desk.listed).people)} people"
    assert "Solveig plays by rules on this computer. Connect a model in Settings and she will improvise." in texts(page)


def test_a_model_is_named_with_its_host_and_nothing_else_of_the_address(theme: Theme, place: Place, qtbot: Any) -> None:
    place.desk.change(played_by="model", url="http://me:secret@127.0.0.1:11434/v1", model="llama3.2")
    page, _ = home(place, qtbot)
    assert "Played by llama3.2 at 127.0.0.1:11434." in texts(page)


def test_recent_meetings_lead_back_into_them(theme: Theme, place: Place, qtbot: Any) -> None:
    ended = place.meet("peer-lead", "one shared schema registry", lines=4, end=True)
    open_ = place.meet("direct-report")
    page, _ = home(place, qtbot, rows=2)
    newest, oldest = page.recent.rows
    assert "A talk with Wanjiru | Wanjiru Kariuki, today " in texts(newest)
    assert "One shared schema registry | Alexis Tremblay, today " in texts(oldest)
    assert "checks" in texts(oldest)
    with qtbot.waitSignal(page.go_on, check_params_cb=lambda id: id == open_):
        newest.link.click()
    with qtbot.waitSignal(page.read, check_params_cb=lambda id: id == ended):
        oldest.link.setFocus()
        QTest.keyClick(oldest.link, Key.Key_Space)


def test_an_imported_meeting_has_no_ladder_and_nobodys_emblem(theme: Theme, place: Place, qtbot: Any, tmp_path: Path) -> None:
    from rehearse.exchange.judging import take_in_transcript
    from rehearse.exchange.transcript import Heard, hear
    from rehearse.library.ids import new_id
    from ui.widgets.chip import Chip
    from ui.widgets.mini_ladder import MiniLadder

    file = tmp_path / "talk.txt"
    file.write_text("".join(f"{'Ana' if i % 2 else 'Dana Ruiz'}: {line}\n" for i, line in enumerate(SAID * 2)), "utf-8")

    async def bring() -> None:
        heard, desk = hear(file), place.desk
        assert isinstance(heard, Heard)
        like, now = "skeptical-executive", "2026-03-01T10:00:00Z"
        await take_in_transcript(heard, "Ana", like, desk.catalog, await desk.library(), new_id, now)

    place.meet("skeptical-executive", lines=4, end=True)
    place.wait(bring)
    page, window = home(place, qtbot, rows=2)
    brought, own = page.recent.rows
    assert brought.row.persona_id == own.row.persona_id
    assert brought.avatar.emblem == ""
    assert own.avatar.emblem
    assert isinstance(brought.stands, Chip)
    assert isinstance(own.stands, MiniLadder)
    assert not any(ladder.isVisible() for ladder in brought.findChildren(MiniLadder))
    left = [row.stands.mapTo(window, row.stands.rect().topLeft()).x() for row in (brought, own)]
    assert left[0] == left[1]
    assert "Imported" in brought.link.accessibleName()
    check_all(window, tab_stops=False)


def test_meetings_of_one_series_are_told_apart(theme: Theme, place: Place, qtbot: Any) -> None:
    first = place.meet("peer-lead", "one shared schema registry", lines=4, end=True)

    async def follow(id: str) -> str:
        return str((await place.desk.start_next(RehearsalId(id), None)).rehearsal)

    second = place.wait(lambda: follow(first))
    third = place.wait(lambda: follow(second))
    page, _ = home(place, qtbot, rows=3)
    assert [row.row.id for row in page.recent.rows] == [third, second, first]
    assert [row.row.nth for row in page.recent.rows] == [3, 2, 1]
    assert "Alexis Tremblay, meeting 3, today " in texts(page.recent.rows[0])
    assert ", meeting 2, " in page.recent.rows[1].link.accessibleName()
    assert "meeting" not in texts(page.recent.rows[2]).replace("review", "")


def test_delete_takes_a_meeting_out_and_undo_brings_it_back(theme: Theme, place: Place, qtbot: Any) -> None:
    first, second = place.meet("peer-lead"), place.meet("direct-report")
    page, _ = home(place, qtbot, rows=2)
    page.recent.rows[0].link.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Delete)
    settled(qtbot, lambda: len(page.recent.rows) == 1)
    assert place.ids() == [first]
    assert "Deleted" in page.toast.text
    undo = next(b for b in page.toast.findChildren(QPushButton))
    undo.click()
    settled(qtbot, lambda: len(page.recent.rows) == 2)
    assert place.ids() == [second, first]


def test_a_meeting_that_ended_early_has_three_ways_on(theme: Theme, tmp_path: Path, qtbot: Any, announcements: Announcer) -> None:
    code = (
        "import asyncio, os, sys\nfrom pathlib import Path\nfrom rehearse.paths import Paths\nfrom rehearse.preparation import Choice\n"
        "from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker\nfrom ui.desk import Desk\n"
        "async def main():\n"
        "    m = await Desk(Paths(Path(sys.argv[1]))).start(Choice(persona='peer-lead', ask='a shared table', seed=1))\n"
        "    m.use(OfflineAppraiser(), OfflineSpeaker(0.0))\n"
        "    async for _ in m.say('We both wait for each other before every release.'): pass\n"
        "    os._exit(9)\n"
        "asyncio.run(main())\n"
    )
    data = tmp_path / "data"
    assert subprocess.run([sys.executable, "-c", code, str(data)], check=False, timeout=60).returncode == 9
    place = Place(data, qtbot)
    page, _ = home(place, qtbot, rows=1)
    [id] = place.ids()
    assert not page.left_off.isHidden()
    assert "Your last meeting ended early." in texts(page.left_off)
    assert "The transcript is complete up to 0:" in texts(page.left_off)
    assert any("ended early" in said.text for said in announcements.recent)
    ways = {b.accessibleName(): b for b in live(page.left_off, QPushButton)}
    with qtbot.waitSignal(page.go_on, check_params_cb=lambda given: given == id):
        ways["Go on"].click()
    with qtbot.waitSignal(page.read, check_params_cb=lambda given: given == id):
        ways["Review it"].click()
    ways["Discard"].click()
    settled(qtbot, lambda: page.left_off.isHidden() and not page.recent.rows)
    page.toast.findChildren(QPushButton)[0].click()
    settled(qtbot, lambda: not page.left_off.isHidden() and len(page.recent.rows) == 1)
    place.close()


def test_a_broken_file_is_named_with_its_line_and_the_others_work(theme: Theme, place: Place, qtbot: Any) -> None:
    file = place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    line = next(i for i, text in enumerate(file.read_text("utf-8").splitlines(), 1) if "weight: 9" in text)
    opened: list[str] = []
    page = HomePage(place.engine, place.desk, open_folder=opened.append)
    window_of(qtbot, page)
    settled(qtbot, lambda: not page.faults.isHidden())
    assert "1 file needs a look" in texts(page.faults)
    assert f"sven.yaml:{line}" in texts(page.faults)
    assert "weight" in texts(page.faults)
    live(page.faults, QPushButton)[0].click()
    assert opened == [str(file.parent)]
    assert len(page.grid.cards) == 6


def test_more_than_six_people_lead_to_the_people_page_and_the_last_one_is_on_home(theme: Theme, place: Place, qtbot: Any) -> None:
    place.persona_file(
        "nils.yaml", "finance-partner", ("id: finance-partner", "id: nils"), ("name: Hyun-woo Seo", "name: Nils <b>Berg</b>")
    )
    place.desk.change(last_persona="nils")
    page, _ = home(place, qtbot)
    assert page.grid.cards[5].accessibleName().startswith("Nils <b>Berg</b>")
    assert page.grid.cards[5].isChecked()
    assert page.go.accessibleName() == "Start with Nils"
    with qtbot.waitSignal(page.people_wanted):
        page.all_people.click()


def test_a_library_that_cannot_be_opened_is_said_in_place_and_people_still_come(theme: Theme, place: Place, qtbot: Any) -> None:
    place.paths.home.mkdir(parents=True, exist_ok=True)
    place.paths.library.write_bytes(b"this is not a database, and long enough to be looked at" * 40)
    page, _ = home(place, qtbot)
    settled(qtbot, lambda: not page.problem.isHidden())
    assert page.problem.sentence
    assert page.ask.hasFocus()
    place.paths.library.unlink()
    page.problem.buttons()[0].click()
    settled(qtbot, lambda: page.problem.isHidden())


def test_a_page_that_is_gone_hears_nothing(theme: Theme, place: Place, qtbot: Any) -> None:
    page = HomePage(place.engine, place.desk)
    page.refresh()
    page.close()
    page.deleteLater()
    settle()
    place.wait(place.desk.listed)


def test_home_needs_nothing_slow() -> None:
    slow = "pydantic ruamel openai keyring rehearse.preparation rehearse.meeting".split()
    code = f"import sys, ui.home.page\nprint([m for m in {slow!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_what_people_open_with_is_cut_at_whole_sentences(theme: Theme, place: Place, qtbot: Any) -> None:
    people = {entry.id: entry for entry in place.wait(place.desk.listed).people}
    assert choices.hook(people["skeptical-executive"]) == "“What do you want me to decide?”"
    assert "10 minutes" in choices.opening(people["skeptical-executive"])


@pytest.mark.parametrize("theme", BOTH, indirect=True)
def test_accessible(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    place.meet("peer-lead", lines=4, end=True)
    place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    page, window = home(place, qtbot, rows=2)
    settled(qtbot, lambda: not page.faults.isHidden())
    check_all(window)


@pytest.mark.parametrize("theme", [("light", 2.0), ("dark", 1.0)], indirect=True)
def test_big_text_in_a_small_window(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", "two engineers for two weeks to fix checkout before the campaign begins", lines=4, end=True)
    place.persona_file("sven.yaml", "peer-lead", ("id: peer-lead", "id: sven"), ("weight: 3", "weight: 9"))
    _, window = home(place, qtbot, BIG, rows=1)
    check_big(window)


def test_the_theme_switches_while_it_is_shown(theme: Theme, place: Place, qtbot: Any) -> None:
    place.meet("peer-lead", lines=1)
    page, window = home(place, qtbot, BIG, rows=1)
    theme.set(mode="dark", scale=2.0)
    settle()
    check_big(window)
    assert page.isVisible()
