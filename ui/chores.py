"""Work that can wait a moment, done in steps so that keys and paints get their turn between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Chores(QTimer):
    """Calls one after the other, each in a round of its own of the event loop. Ends with its owner.

    Signals: those of QTimer.
    """

    def __init__(self, owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(owner)
        self._steps = iter(steps)
        self.timeout.connect(self._step)
        self.start(0)

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self.stop()
            self.deleteLater()
        else:
            step()
