"""A meeting of 500 turns in the room: how long from asking for it to its paint, and how long a frame of scrolling takes.

Argument: the data folder. Opened several times: the first time builds the room as well.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from tests.benchmarks.big_library import LONG
from tests.benchmarks.driving import Driven, tell

OPENED = 5
STEPS = 200


class Painted(QObject):
    """When the conversation was painted with something in it, once the paint has been flushed."""

    def __init__(self, view: object) -> None:
        super().__init__()
        self.view, self.at = view, 0.0
        view.viewport().installEventFilter(self)  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and len(self.view.rows) > 100:  # type: ignore[attr-defined]
            QTimer.singleShot(0, self._flushed)
        return False

    def _flushed(self) -> None:
        self.at = self.at or time.perf_counter()


def opened_at(app: Driven, painted: Painted | None) -> tuple[float, Painted]:
    """Seconds from asking for the meeting to its paint. The first time, the room is built in between."""
    begun = time.perf_counter()
    app.go_on(LONG)
    if painted is None:
        app.until(lambda: app.in_room, what="the room")
        painted = Painted(app.conversation)
        app.conversation.viewport().update()  # its first paint may be over by now
    found = painted
    app.until(lambda: bool(found.at), what="the paint")
    return found.at - begun, found


with Driven(Path(sys.argv[1]), beat=False) as app:
    app.idle(1.0)
    opened: list[float] = []
    painted: Painted | None = None
    for _ in range(OPENED):
        if painted is not None:
            app.leave()
            app.idle(0.3)
            painted.at = 0.0
        taken, painted = opened_at(app, painted)
        opened.append(taken)
        app.idle(0.3)
    view = app.conversation
    bar, viewport = view.verticalScrollBar(), view.viewport()
    frames: list[float] = []
    for step in range(STEPS):  # up a notch of the wheel at a time, and far jumps between
        to = bar.value() - 120 if step % 10 else (bar.maximum() * step // STEPS)
        begun = time.perf_counter()
        bar.setValue(to)
        viewport.repaint()
        frames.append(time.perf_counter() - begun)
        app.idle(0.005)
    rows = view.rows
    alone: list[float] = []
    for _ in range(5):
        begun = time.perf_counter()
        view.open(rows)
        viewport.repaint()
        alone.append(time.perf_counter() - begun)
        app.idle(0.1)
    more = []
    while view.earlier:
        begun = time.perf_counter()
        view.show_earlier()
        viewport.repaint()
        more.append(time.perf_counter() - begun)
        app.idle(0.1)
    tell(opened=opened, frames=frames, alone=alone, more=more, shown=len(rows))
