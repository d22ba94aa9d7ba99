"""Trouble in mid-meeting, with the true client against a loopback server: cut lines, silence, pauses asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rehearse.meeting import Meeting
from rehearse.paths import Paths
from rehearse.preparation import Choice
from rehearse.settings import Settings
from tests.server import Server
from tests.ui.accessibility import settle, show
from ui.desk import Desk
from ui.engine import Engine
from ui.room.room import Room
from ui.theme.theme import Theme


class Stage:
    """A room with a meeting whose stakeholder is worded by the loopback server, and appraised by rule."""

    def __init__(self, qtbot: Any, folder: Path, server: Server) -> None:
        self.qtbot, self.server = qtbot, server
        self.engine, self.desk = Engine(), Desk(Paths(folder))
        self.desk.settings = Settings(motion="less", played_by="model", url=server.url, model="small", tell=0.2, end=20.0)
        self.room = Room(self.engine, self.desk)
        self.meeting: Meeting = self.wait(lambda: self.desk.start(Choice(scenario="type-checking-for-billing", seed=5)))
        show(qtbot, self.room)
        self.room.show_meeting(self.meeting)
        from rehearse.stakeholder.model import ModelSpeaker
        from rehearse.stakeholder.offline import OfflineAppraiser

        self.meeting.use(OfflineAppraiser(), ModelSpeaker(self.wait(self.desk.client), "small"))
        settle()

    def wait(self, work: Callable[[], Any]) -> Any:
        got: list[Any] = []
        self.engine.ask(work, done=got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        return got[0]

    def say(self, text: str) -> None:
        QTest.keyClicks(self.room.composer.box, text)
        QTest.keyClick(self.room.composer.box, Qt.Key.Key_Return)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=20_000)

    def way(self, words: str) -> None:
        """Click a way on."""
        next(b for b in self.room.notices.trouble.buttons() if words in b.text()).click()

    def close(self) -> None:
        self.room.close_room()
        self.wait(self.desk.close)
        self.engine.close()


@pytest.fixture
def stage(theme: Theme, qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    with Server() as server:
        made = Stage(qtbot, tmp_path, server)
        yield made
        made.close()


def test_a_cut_line_is_kept_and_can_be_asked_for_again(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f19_cut_chunked"
    stage.say("We need an engineer.")
    stage.until(lambda: room.notices.trouble.isVisible() and not room.session.busy)
    cut = meeting.take[-1]
    assert cut.state == "cut"
    assert room.conversation.rows[-1].text == cut.text
    assert "The line stopped here. What he said so far is kept." in room.conversation.toPlainText()
    stage.server.fault = None
    stage.way("Try again")
    stage.until(lambda: not room.session.busy and meeting.take[-1].state == "whole")
    assert len(meeting.tree.siblings(cut.id)) == 2
    assert [row.text for row in room.conversation.rows] == [turn.text for turn in meeting.take]
    assert room.bar.takes.isVisible()


def test_a_cut_line_can_be_asked_to_go_on(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f19_cut_chunked"
    stage.say("We need an engineer.")
    stage.until(lambda: room.notices.trouble.isVisible() and not room.session.busy)
    stage.server.fault = None
    stage.way("Ask to go on")
    stage.until(lambda: not room.session.busy and len(meeting.take) == 5)
    assert [turn.state for turn in meeting.take] == ["whole", "whole", "cut", "whole", "whole"]


def test_a_line_that_is_cut_again_can_be_said_by_the_rules(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f19_cut_chunked"
    stage.say("We need an engineer.")
    for _ in range(2):
        stage.until(lambda: room.notices.trouble.isVisible() and not room.session.busy)
        cut = meeting.take[-1]
        stage.way("Try again")
        stage.until(lambda cut=cut: meeting.take[-1].id != cut.id and not room.session.busy)
    stage.way("Go on offline")
    stage.until(lambda: not room.session.busy and meeting.take[-1].state == "whole")
    assert room.bar.plays.text() == "Offline"
    assert [turn.speaker for turn in meeting.take] == ["stakeholder", "you", "stakeholder"]
    assert [row.text for row in room.conversation.rows] == [turn.text for turn in meeting.take]


def test_where_the_reading_of_your_line_was_cut_no_line_of_theirs_is_said_to_be_kept(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    meeting.use(*stage.wait(lambda: stage.desk.cast("settings")))
    stage.server.fault = "f19_cut_chunked"
    stage.say("We need an engineer.")
    stage.until(lambda: room.notices.trouble.isVisible() and not room.session.busy)
    assert room.notices.trouble.sentence == "The answer broke off before it began."
    assert [button.text() for button in room.notices.trouble.buttons()][:2] == ["Try again", "Go on offline"]
    assert [turn.speaker for turn in meeting.take] == ["stakeholder", "you"]
    stage.way("Go on offline")
    stage.until(lambda: not room.session.busy and len(meeting.take) == 3)
    assert not room.notices.trouble.isVisible()


def test_silence_is_told_the_clock_stands_and_the_meeting_goes_on_offline(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f16_no_headers"
    stage.say("We need an engineer.")
    stage.until(room.notices.trouble.isVisible)
    assert room.notices.trouble.sentence == "He is taking long."
    assert not room.pace.running
    stage.way("Go on offline")
    stage.until(lambda: not room.session.busy and len(meeting.take) == 3)
    assert room.bar.plays.text() == "Offline"
    assert not room.notices.trouble.isVisible()
    assert room.pace.running
    assert [row.text for row in room.conversation.rows] == [turn.text for turn in meeting.take]


def test_a_model_that_stalls_while_it_reads_your_line_is_told_too(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    meeting.use(*stage.wait(lambda: stage.desk.cast("settings")))
    stage.server.fault = "f17_stall"
    stage.say("We need an engineer.")
    stage.until(lambda: room.composer.tip.text().endswith("is thinking. Esc to interrupt him."))
    stage.until(room.notices.trouble.isVisible)
    assert room.notices.trouble.sentence == "He is taking long."
    assert not room.pace.running
    stage.way("Go on offline")
    stage.until(lambda: not room.session.busy and len(meeting.take) == 3)
    assert not room.notices.trouble.isVisible()
    assert room.composer.tip.text() == "Enter to say it. Esc to interrupt him."


def test_keep_waiting_is_not_asked_again_and_escape_stops(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f16_no_headers"
    stage.say("We need an engineer.")
    stage.until(room.notices.trouble.isVisible)
    stage.way("Keep waiting")
    assert not room.notices.trouble.isVisible()
    assert room.session.busy
    QTest.keyClick(room.composer.box, Qt.Key.Key_Escape)
    stage.until(lambda: not room.session.busy)
    assert [row.text for row in room.conversation.rows][1:] == ["We need an engineer."]
    assert len(meeting.take) == 2
    assert room.pace.running


def test_a_pause_that_the_service_asks_for_is_counted_down(stage: Stage) -> None:
    room, meeting = stage.room, stage.meeting
    stage.server.fault = "f10_rate_limited"  # asks for one second
    stage.say("We need an engineer.")
    stage.until(room.notices.trouble.isVisible)
    assert room.notices.trouble.sentence == "The service asked for a pause."
    assert "Esc to stop" in room.composer.tip.text()
    assert not room.pace.running
    QTest.keyClick(room.composer.box, Qt.Key.Key_Escape)
    stage.until(lambda: not room.session.busy)
    assert "Esc to stop" not in room.composer.tip.text()
    assert not room.notices.trouble.isVisible()
    assert room.conversation.rows[-1].text == meeting.take[-1].text == "We need an engineer."
