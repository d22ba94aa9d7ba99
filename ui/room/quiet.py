"""How long nothing was heard: after a moment they are seen to think, after a while it is told that they take long."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SOON = 400  # milliseconds: the rules answer before, and nothing flickers


class Quiet(QObject):
    """Runs from a line of yours to the first word of theirs. Whoever worded the line tells of pauses in it.

    Signals: `thinking(bool)`; `long()` once, when nothing happened for the time that was given.
    """

    thinking = Signal(bool)
    long = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon, self._late = QTimer(self), QTimer(self)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(lambda: self.thinking.emit(True))
        self._late.timeout.connect(self.long)
        for timer in (self._soon, self._late):
            timer.setSingleShot(True)

    def begin(self, seconds: float) -> None:
        """Something was asked of them; `long` comes after so many seconds."""
        self._soon.start()
        self._late.start(round(seconds * 1000))

    def step(self) -> None:
        """Something happened, though nothing was said yet."""
        if self._late.isActive():
            self._late.start()

    def end(self) -> None:
        """They speak, or nothing is waited for."""
        self._soon.stop()
        self._late.stop()
        self.thinking.emit(False)
