"""The meeting's clock as the room drives it: when it runs, when it stands, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from rehearse.clock import WallClock
from rehearse.meeting import Meeting

TICK = 250  # milliseconds
WARNING = 120.0  # seconds left at which "Two minutes left." is said
UNSEEN = 10.0  # minutes that are added when nobody sees the clock


class Pace(QObject):
    """Runs from the first key on; stands while anything holds it. Start one, `hold` a meeting, `close` it.

    Signals: `ticked()` the time or its state changed; `two_minutes()`; `time_up()`. Each of the two once, until time is added.
    """

    ticked = Signal()
    two_minutes = Signal()
    time_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._stops: set[str] = set()
        self._begun = self._warned = self._up = False
        self.seen = True
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def begun(self) -> bool:
        return self._begun

    @property
    def paused(self) -> bool:
        """Whether the user paused it."""
        return "user" in self._stops

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def hold(self, meeting: Meeting, seen: bool = True) -> None:
        """Take a meeting's clock. It stands until `begin`. Unseen (no clock wanted), it is given more time by itself."""
        self.close()
        self._meeting, self.seen = meeting, seen
        self._begun = False
        self._stops.clear()
        self._warned, self._up = meeting.left <= WARNING, meeting.left <= 0
        self.ticked.emit()

    def begin(self) -> None:
        """The first key was typed."""
        if not self._begun and self._meeting is not None:
            self._begun = True
            self._drive()

    def stop_for(self, why: str, stop: bool = True) -> None:
        """Let it stand for a reason, such as `user` or `waiting`, or take that reason back."""
        if stop:
            self._stops.add(why)
        else:
            self._stops.discard(why)
        self._drive()

    def extend(self, minutes: float) -> None:
        """Add time."""
        if self._meeting is not None:
            self._meeting.extend(minutes)
            self._up = False
            self._warned = self._meeting.left <= WARNING
            self.ticked.emit()

    def close(self) -> None:
        """Let the clock stand for good."""
        self._timer.stop()
        if self._meeting is not None and isinstance(self._meeting.clock, WallClock):
            self._meeting.clock.pause()
        self._meeting = None

    def _drive(self) -> None:
        if self._meeting is None:
            return
        clock, runs = self._meeting.clock, self._begun and not self._stops
        if isinstance(clock, WallClock):
            if runs:
                clock.start()
            else:
                clock.pause()
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit()

    def _tick(self) -> None:
        if self._meeting is None:
            return
        left = self._meeting.left
        if not self.seen:
            if left < WARNING + 60:
                self._meeting.extend(UNSEEN)
            return
        self.ticked.emit()
        if left <= 0 and not self._up:
            self._up = self._warned = True
            self.time_up.emit()
        elif left <= WARNING and not self._warned:
            self._warned = True
            self.two_minutes.emit()
