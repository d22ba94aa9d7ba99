"""Collects garbage on the UI thread only.

Python runs its cycle collector in whatever thread allocates. A collection in the engine's thread may delete Qt objects there,
and Qt objects may only be deleted in the thread that owns them: that ends the process now and then. Anki and others do the same.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY = 2_000  # milliseconds between collections of what is young
WHOLE_EVERY = 30  # of those, or at once when the window is left: then nobody waits for a frame


class Sweeper(QObject):
    """Switches automatic collection off while it lives. `close()` switches it on again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._left)

    def settle(self) -> None:
        """Call after the first paint, and after what is imported then: what was made stays, and later collections need not
        look at it.

        Nothing is collected before: looking through all of it takes longer than a frame, and almost none of it is garbage.
        """
        gc.freeze()

    def sweep(self) -> None:
        """Collect what is young; from time to time, everything."""
        self._count += 1
        gc.collect(2 if self._count % WHOLE_EVERY == 0 else 1)

    def close(self) -> None:
        """Stop, and let Python collect by itself again. May be called twice."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.disconnect(self._left)
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def _left(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.collect()
