"""Makes the parts of a form a few at a time, so that keys and paints get their turn between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.006  # seconds: a frame has sixteen milliseconds, and laying out what was made takes its share of them


class Builder(QObject):
    """Calls steps in their order. Signals: ``rested()`` all are done."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    @property
    def idle(self) -> bool:
        """Whether nothing is left to do."""
        return not self._steps and not self._timer.isActive()

    @property
    def waiting(self) -> int:
        """How many steps come after the one that runs."""
        return len(self._steps)

    def add(self, *steps: Callable[[], object]) -> None:
        """More steps, after those that are there."""
        self._steps.extend(steps)
        if not self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Forget what is left."""
        self._steps.clear()
        self._timer.stop()

    def _work(self) -> None:
        until = perf_counter() + _SLICE
        while self._steps and perf_counter() < until:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()
            self.rested.emit()
