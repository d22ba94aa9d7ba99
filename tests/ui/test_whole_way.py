"""The main job, by keyboard only: launch, one Enter, talk, wrap up, read the review; then a new process finds it again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rehearse.paths import data_paths
from ui.app import App

LINES = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. Where do you feel it most?",
    "Fair point, the last one was never measured. Finance counted this, give or take 15 %.",
    "One region for two weeks behind a flag; if incidents do not fall by half, we stop and switch back in a minute.",
    "A yes to the two-week trial by Friday; I own it and send you the incident count each week.",
)
PATIENCE = 20_000


@pytest.fixture
def app(qapp: QApplication) -> Iterator[App]:
    made = App(qapp, data_paths())
    made.desk.settings = made.desk.settings.__class__(motion="less")
    yield made
    made.close()
    made.setParent(None)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def words_on(widget: QWidget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def test_from_launch_to_review_by_keyboard_and_found_again_in_a_new_process(app: App, qtbot: QtBot) -> None:
    window = app.window
    window.resize(1280, 860)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(
        lambda: any(b.text().strip().startswith("Start with") for b in window.findChildren(QPushButton)), timeout=PATIENCE
    )

    # One Enter from launch to a room whose say box has the focus.
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.whole.currentWidget() is not window.shell, timeout=PATIENCE)
    room = window.room()
    qtbot.waitUntil(lambda: focused().accessibleName() == "Your next line", timeout=PATIENCE)
    meeting = room.meeting
    assert meeting is not None
    assert meeting.take[0].text

    for n, line in enumerate(LINES, 1):
        QTest.keyClicks(focused(), line)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda n=n: sum(t.speaker == "you" for t in meeting.take) == n and meeting.take[-1].speaker == "stakeholder",
            timeout=PATIENCE,
        )
        if meeting.ended:
            break
    assert [t.text for t in meeting.take if t.speaker == "you"] == list(LINES)[: sum(t.speaker == "you" for t in meeting.take)]

    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.review(), timeout=PATIENCE)
    review = window.review()
    qtbot.waitUntil(
        lambda: meeting.setting.persona.subject_pronoun in words_on(review) and "Checks" in words_on(review), timeout=PATIENCE
    )
    app.close()

    # A new process finds everything again, with the words that were said.
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run(
        [sys.executable, "-m", "rehearse", "search", "refund", "ledger", "--json"],
        capture_output=True,
        text=True,
        env=env,
        check=True,
    )
    hits = json.loads(found.stdout)["items"]
    assert next(h["rehearsal"] for h in hits) == meeting.rehearsal
    out = subprocess.run(
        [sys.executable, "-m", "rehearse", "export", str(meeting.rehearsal), "--format", "json"],
        capture_output=True,
        text=True,
        env=env,
        check=True,
    )
    kept = json.loads(out.stdout)
    assert [t["text"] for t in kept["turns"]] == [t.text for t in meeting.take]
    assert kept["review"]["judged"]
    texts = {t["id"]: t["text"] for t in kept["turns"]}
    for check in kept["review"]["checks"]:
        if check["quote"]:
            assert texts[check["turn"]][check["start"] : check["end"]] == check["quote"]
