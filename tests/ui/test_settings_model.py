"""Who plays: servers of this computer, services, keys, and the line that is tried; against a real server."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rehearse.models.keys import Keys
from rehearse.paths import Paths
from tests.server.server import Server
from tests.ui.accessibility import show
from ui.desk import Desk
from ui.engine import Engine
from ui.settings.page import SettingsPage
from ui.settings.try_line import ways_of
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.ring import Ring

KEY = "sk-test-4f9d2c77-never-shown"


@pytest.fixture
def engine(qapp: object) -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


@pytest.fixture
def desk(tmp_path: Path, engine: Engine) -> Iterator[Desk]:
    desk = Desk(Paths(tmp_path / "data"))
    desk._keys = Keys(find=lambda: None)
    yield desk
    engine.finish(desk.close)


def page_of(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, *servers: Server, every: float = 1) -> SettingsPage:
    page = SettingsPage(engine, desk, theme, ports={s.port: "Ollama" for s in servers}, every=every)
    Ring(page)
    return show(qtbot, page, (1200, 900))


def choose(page: SettingsPage, kind: int) -> None:
    page.model.kinds.choices()[kind].click()


def connect(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    """Chooses the first server of this computer that is found."""
    choose(page, 1)
    qtbot.waitUntil(lambda: bool(page.model.local.servers()))
    with qtbot.waitSignal(page.changed):
        page.model.local.servers()[0].button.click()
    assert desk.plays


def everything_said(window: QWidget) -> str:
    """All words that any part of the window holds."""
    words: list[str] = []
    for part in [window, *window.findChildren(QWidget)]:
        words += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle()]
        if isinstance(part, (QLabel, QAbstractButton, QLineEdit)):
            words.append(part.text())
    return "\n".join(words)


# ---- servers of this computer


def test_a_server_is_found_and_plays_only_once_it_is_chosen(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, announcements: Announcer
) -> None:
    with Server(models=("llama3.2", "qwen")) as server:
        page = page_of(qtbot, engine, desk, theme, server)
        qtbot.waitUntil(page.model.offline_found.isVisible)
        assert page.model.offline_found.text() == "Ollama answers on this computer, if you want a model."
        choose(page, 1)
        found = page.model.local.servers()
        assert [s.place.text() for s in found] == [f"127.0.0.1:{server.port}"]
        assert not desk.plays
        assert page.model.now_words.text() == "Choose a model below. Until then everybody plays by rules, offline."
        assert "Ollama answers on this computer." in [said.text for said in announcements.recent]
        found[0].models.setFocus()
        qtbot.keyClick(found[0].models, Qt.Key.Key_Down)
        assert not desk.plays
        with qtbot.waitSignal(page.changed):
            found[0].button.click()
        assert (desk.settings.url, desk.plays) == (server.url, "qwen")
        assert found[0].chip.isVisible()
        assert not found[0].button.isVisible()
        assert page.model.now_words.text().endswith("What is said stays on this computer.")


def test_servers_are_looked_for_only_while_the_section_is_on_screen(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme
) -> None:
    with Server() as server:
        page = page_of(qtbot, engine, desk, theme, server, every=0.05)
        qtbot.waitUntil(lambda: len(server.requests) >= 2)  # again and again
        page.show_section("look")
        assert not page.model.local.looking
        assert page.model.local._job is None
        assert not page.model.local._timer.isActive()
        page.show_section("model")
        before = len(server.requests)
        qtbot.waitUntil(lambda: len(server.requests) > before)
        page.hide()
        assert not page.model.local._timer.isActive()
        qtbot.waitUntil(lambda: server.open == 0)


def test_a_server_that_ends_goes_and_its_absence_is_told(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server() as server:
        page = page_of(qtbot, engine, desk, theme, server, every=0.05)
        connect(qtbot, page, desk)
        page.show_section("look")
        qtbot.waitUntil(lambda: server.open == 0)
    page.show_section("model")
    qtbot.waitUntil(lambda: not page.model.local.servers())
    assert page.model.local._missing.isVisible()
    assert "does not answer now" in page.model.local._missing_words.text()


def test_another_port_is_looked_at_too(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server() as server:
        page = page_of(qtbot, engine, desk, theme)
        choose(page, 1)
        port = page.model.local.port
        port.setFocus()
        qtbot.keyClicks(port.line, "many")
        qtbot.keyClick(port.line, Qt.Key.Key_Return)
        assert port.fault == "A port is a number from 1 to 65535."
        port.line.clear()
        qtbot.keyClicks(port.line, str(server.port))
        qtbot.keyClick(port.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.model.local.servers()))
        assert page.model.local.servers()[0].name.text() == f"Server on port {server.port}"


def test_a_port_named_while_others_are_looked_at_does_not_wait_for_the_next_time(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, Server() as server:
        page = SettingsPage(engine, desk, theme, ports={silent.getsockname()[1]: "Ollama"}, every=60)
        show(qtbot, page, (1200, 900))
        choose(page, 1)
        qtbot.keyClicks(page.model.local.port.line, str(server.port))
        qtbot.keyClick(page.model.local.port.line, Qt.Key.Key_Return)
        assert page.model.local._job is not None  # the silent one is still waited for
        qtbot.waitUntil(lambda: bool(page.model.local.servers()))
        assert page.model.local.servers()[0].name.text() == f"Server on port {server.port}"


def test_names_of_models_are_plain_text(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server(models=("<b>big</b><img src=x>",)) as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        assert "<b>big</b><img src=x> at" in page.model.now_words.text()
        assert page.model.now_words.textFormat() == Qt.TextFormat.PlainText


# ---- who plays


def test_going_back_to_the_script_is_said_and_the_model_is_remembered(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme
) -> None:
    with Server() as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        with qtbot.waitSignal(page.closed_model):
            choose(page, 0)
        assert not desk.plays
        assert not page.model.trying.isVisible()
        choose(page, 1)
        qtbot.waitUntil(lambda: bool(desk.plays))


def test_choosing_a_service_that_is_not_there_yet_stops_the_model(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server() as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        with qtbot.waitSignal(page.changed):
            choose(page, 2)
        assert not page.model.trying.isVisible()
        assert not desk.plays
        assert page.model.now_words.text() == "Give an address and a model. Until then everybody plays by rules, offline."
        assert page.model.service.address.text() == ""


def test_who_judges_and_how_often(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    assert not page.model.runs.isVisible()
    page.model.judge.choices()[1].click()
    qtbot.waitUntil(page.model.runs.isVisible)
    assert page.model._judge_note.text() == "While no model plays, the offline checks judge."
    page.model.runs.choices()[1].click()
    qtbot.waitUntil(lambda: (desk.settings.judged_by, desk.settings.judge_runs) == ("model", 3))


def test_time_limits_are_kept_and_fit_together(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    shown = (page.model.connect_limit, page.model.tell_limit, page.model.end_limit)
    assert [box.text() for box in shown] == ["5 s", "10 s", "60 s"]
    for box in shown:
        assert box.lineEdit().width() > box.width() / 2  # the number is to be seen
    page.model.tell_limit.setFocus()
    page.model.tell_limit.selectAll()
    qtbot.keyClicks(page.model.tell_limit, "90")
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(page.model.tell_limit, Qt.Key.Key_Return)
    assert desk.settings.tell == 90
    assert desk.settings.end == 90
    assert page.model.end_limit.value() == 90


# ---- a service


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("http://api.example.com", "http:// would send your words openly"),
        ("https://user:pass@api.example.com", "holds a user name or password"),
        ("api.example.com", "starts with https://"),
    ],
)
def test_an_address_at_fault_is_told_at_its_field(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, address: str, fault: str
) -> None:
    page = page_of(qtbot, engine, desk, theme)
    choose(page, 2)
    field = page.model.service.address
    field.setFocus()
    qtbot.keyClicks(field.line, address)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert fault in field.fault
    assert not desk.settings.url
    qtbot.keyClicks(field.line, "x")
    assert not field.fault


def test_a_service_plays_once_address_and_model_are_there(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    choose(page, 2)
    service = page.model.service
    service.address.setFocus()
    qtbot.keyClicks(service.address.line, "https://api.example.com")
    qtbot.keyClick(service.address.line, Qt.Key.Key_Return)
    assert service.address.text() == "https://api.example.com/v1"
    assert not desk.plays
    service.model.setFocus()
    qtbot.keyClicks(service.model.line, "some-model")
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(service.model.line, Qt.Key.Key_Return)
    assert desk.plays == "some-model"
    assert "goes there, and nowhere else" in page.model.now_words.text()


def test_its_models_are_listed_and_one_is_taken(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server(models=("one", "two")) as server:
        page = page_of(qtbot, engine, desk, theme)
        choose(page, 2)
        service = page.model.service
        service.address.set_text(server.url)
        service.list_models.setFocus()
        qtbot.keyClick(service.list_models, Qt.Key.Key_Space)
        qtbot.waitUntil(service.models.isVisible)
        assert service.list_models.hasFocus()  # it went on while the button could not be pressed
        service.models.setFocus()
        qtbot.keyClick(service.models, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: desk.plays == "one")
        assert service.model.text() == "one"
        assert page.model.kinds.value == "service"  # it stays what was chosen, though it is on this computer


def test_without_a_keyring_a_key_is_kept_for_the_session_and_shown_nowhere(
    qtbot: QtBot,
    engine: Engine,
    desk: Desk,
    theme: Theme,
    caplog: pytest.LogCaptureFixture,
    announcements: Announcer,
) -> None:
    caplog.set_level(logging.DEBUG)
    with Server(replies=["Yes?"]) as server:
        page = page_of(qtbot, engine, desk, theme)
        choose(page, 2)
        service = page.model.service
        service.address.set_text(server.url)
        service.model.set_text("small")
        assert service.key.line.echoMode() == QLineEdit.EchoMode.Password
        service.key.setFocus()
        qtbot.keyClicks(service.key.line, KEY)
        with qtbot.waitSignal(service.key_changed):
            qtbot.keyClick(service.key.line, Qt.Key.Key_Return)
        assert service._key_words.text() == "A key is kept for this session only: there is no system keyring."
        assert service.key.text() == ""
        assert not service.key.line.isUndoAvailable()
        qtbot.waitUntil(lambda: bool(desk.plays))
        with qtbot.waitSignal(page.model.trying.tried):
            page.model.trying.button.click()
        assert server.chats[0].headers["authorization"] == f"Bearer {KEY}"
        assert KEY not in everything_said(page)
        assert KEY not in caplog.text
        assert KEY not in " ".join(said.text for said in announcements.recent)
        for file in desk.paths.home.rglob("*"):
            assert not file.is_file() or KEY.encode() not in file.read_bytes()
        assert KEY not in json.dumps(json.loads(desk.paths.settings.read_text("utf-8")))
        with qtbot.waitSignal(service.key_changed):
            service.forget.click()
        assert not service.forget.isVisible()
        assert "is forgotten" in service._key_words.text()


class _Ring:
    """A keyring that keeps in memory what it is given."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_with_a_keyring_a_key_is_kept_there(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    ring = _Ring()
    desk._keys = Keys(find=lambda: ring)
    page = page_of(qtbot, engine, desk, theme)
    choose(page, 2)
    service = page.model.service
    service.address.set_text("https://api.example.com")
    service.key.set_text(KEY)
    with qtbot.waitSignal(service.key_changed):
        service.save.click()
    assert service._key_words.text() == "A key is kept in the system keyring."
    assert ring.kept == {("rehearse", "api.example.com"): KEY}
    service.address.set_text("https://other.example.com")
    service.commit()
    qtbot.waitUntil(lambda: service._key_words.text().startswith("No key is kept for other.example.com."))
    assert not service.forget.isVisible()


def test_a_key_that_is_none_is_told_and_never_repeated(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    page = page_of(qtbot, engine, desk, theme)
    choose(page, 2)
    service = page.model.service
    service.save.click()
    assert service.address.fault.startswith("The address is empty.")
    service.address.set_text("https://api.example.com")
    service.save.click()
    assert service.key.fault == "Put the key in first."
    service.key.set_text("two words")
    service.save.click()
    qtbot.waitUntil(lambda: "space" in service.key.fault)
    assert "two words" not in service.key.fault
    choose(page, 0)
    assert service.key.text() == ""  # what was not saved does not stay


# ---- try a line


def test_a_line_is_tried(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, announcements: Announcer) -> None:
    with Server(replies=["For <b>what</b> outcome?"]) as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        trying = page.model.trying
        with qtbot.waitSignal(trying.tried):
            trying.button.click()
        assert trying.words.text() == "“For <b>what</b> outcome?”"
        assert trying.words.textFormat() == Qt.TextFormat.PlainText
        assert trying.seconds.text().endswith("s to the first word")
        assert "For <b>what</b> outcome?" in announcements.recent[-1].text
        assert trying.button.isEnabled()


@pytest.mark.parametrize(
    ("fault", "says", "ways"),
    [
        ("f6_key_refused", "wants a key", ["Change it", "Go on offline"]),
        ("f8_wrong_address", "not at this address", ["Change it", "Go on offline"]),
        ("f13_502_page", "problem of its own", ["Try again", "Go on offline"]),
        ("f15_reset", "hung up", ["Try again", "Go on offline"]),
        ("f19_cut_chunked", "The line stopped here", ["Try again", "Go on offline"]),
        ("f28_page", "", ["Change it", "Go on offline"]),
    ],
)
def test_a_fault_is_told_with_a_way_on(
    qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme, fault: str, says: str, ways: list[str]
) -> None:
    with Server(fault=fault) as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        trying = page.model.trying
        with qtbot.waitSignal(trying.tried, timeout=10_000):
            trying.button.click()
        assert trying.banner.isVisible()
        assert says in trying.banner.sentence
        assert "Your words are kept" not in everything_said(trying)
        assert [b.text() for b in trying.banner.buttons()] == ways
        server.fault = None
        trying.banner.buttons()[1].click()
        qtbot.waitUntil(lambda: not desk.plays)
        assert page.model.kinds.value == "offline"


def test_a_server_here_that_wants_a_key_becomes_a_service(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server(fault="f6_key_refused") as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        with qtbot.waitSignal(page.model.trying.tried):
            page.model.trying.button.click()
        page.model.trying.banner.buttons()[0].click()
        assert page.model.kinds.value == "service"
        assert page.model.service.address.text() == server.url
        assert page.model.service.key.line.hasFocus()


def test_trying_can_be_stopped(qtbot: QtBot, engine: Engine, desk: Desk, theme: Theme) -> None:
    with Server(fault="f16_no_headers") as server:
        page = page_of(qtbot, engine, desk, theme, server)
        connect(qtbot, page, desk)
        trying = page.model.trying
        trying.button.click()
        qtbot.waitUntil(lambda: server.count == 1)
        assert trying.stop_button.hasFocus()
        qtbot.keyClick(trying.stop_button, Qt.Key.Key_Space)
        assert not trying.trying
        assert trying.button.hasFocus()
        assert trying.state.text() == "Stopped."


def test_each_problem_has_at_least_one_and_at_most_two_ways() -> None:
    from rehearse.errors import Problem, Way

    assert ways_of(Problem("x")) == [("again", "Try again"), ("offline", "Go on offline")]
    for way in Way:
        assert len(ways_of(Problem("x", "", (way,)))) == 2
    assert len(ways_of(Problem("x", "", tuple(Way)))) == 2
