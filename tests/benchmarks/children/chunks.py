"""Listens in the room to a server that numbers its chunks: when was each one painted? Arguments: data folder, seconds."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from tests.benchmarks.driving import Driven, tell

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Painted(QObject):
    """Notes, for each paint of the conversation, the last chunk that stood in it, once the paint has been flushed."""

    def __init__(self, view: object) -> None:
        super().__init__()
        self.view, self.seen = view, []  # type: ignore[var-annotated]
        view.viewport().installEventFilter(self)  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            tail = self.view.document().lastBlock().text()[-10:]  # type: ignore[attr-defined]
            words = tail[: tail.rfind(" ")].split() if " " in tail else []
            if words and len(words[-1]) == 4:
                number = int(words[-1], 36)
                QTimer.singleShot(0, lambda: self.seen.append((number, time.monotonic())))
        return False


with Driven(Path(sys.argv[1])) as app:
    app.idle(2.0)  # the client is made ready after the first paint
    app.meet(scenario="tech-debt-on-the-roadmap", seed=1)
    painted = Painted(app.conversation)
    began = time.process_time()
    app.say("We lose forty orders a day. What matters most to you next quarter?", answered=False)
    app.until(lambda: bool(painted.seen), 20, "the first chunk")
    with app.waits.phase("stream"):  # type: ignore[union-attr]
        app.idle(float(sys.argv[2]))
    cpu = time.process_time() - began
    tell(seen=painted.seen, waits=app.waits.phases["stream"], cpu=cpu)  # type: ignore[union-attr]
