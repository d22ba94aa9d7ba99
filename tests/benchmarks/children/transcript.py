"""A meeting of 500 turns in the room: how long from asking for it to its paint, and how long a frame of scrolling takes.

Its paint is that of its last words at the end of the view: the lines above them come after it, and how long that takes is
measured too. Argument: the data folder. Opened several times: the first time builds the room as well.
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
    """When the conversation was painted with its last lines in view, once the paint has been flushed."""

    def __init__(self, view: object) -> None:
        super().__init__()
        self.view, self.at = view, 0.0
        view.viewport().installEventFilter(self)  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self.view
        if event.type() == QEvent.Type.Paint and view.earlier and view.at_end:  # type: ignore[attr-defined]
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
    whole: list[float] = []
    painted: Painted | None = None
    for _ in range(OPENED):
        if painted is not None:
            app.leave()
            app.idle(0.3)
            painted.at = 0.0
        begun = time.perf_counter()
        taken, painted = opened_at(app, painted)
        opened.append(taken)
        app.until(lambda: not app.conversation.coming, what="the lines above")
        whole.append(time.perf_counter() - begun)
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
    more = []
    while view.earlier:
        begun = time.perf_counter()
        view.show_earlier()
        app.until(lambda: not view.coming, what="earlier lines")
        more.append(time.perf_counter() - begun)
        app.idle(0.1)
    alone: list[float] = []
    for _ in range(5):
        begun = time.perf_counter()
        view.open(rows)
        viewport.repaint()
        alone.append(time.perf_counter() - begun)
        app.until(lambda: not view.coming, what="the lines above")
    tell(opened=opened, whole=whole, frames=frames, alone=alone, more=more, shown=len(rows))
