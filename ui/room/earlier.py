"""The lines above those that are shown: put there a few at a time, so that nobody waits for a long meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from ui.room.row import Row

AT_ONCE = 10  # lines put above in one go: less than a frame, also for long ones
_HELD = 50  # milliseconds to look again after a hand that holds the scroll bar or a selection


class Earlier(QObject):
    """Holds the earlier lines of a take. `put` writes rows above the others; `held` says whether a hand holds the view now.

    No signals: who asks for more knows that they come.
    """

    def __init__(self, put: Callable[[Sequence[Row]], None], held: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._put, self._held = put, held
        self._rows: list[Row] = []
        self._coming = 0  # of these, the last so many are on their way
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    @property
    def count(self) -> int:
        """How many stay away until they are asked for."""
        return len(self._rows) - self._coming

    @property
    def coming(self) -> int:
        """How many are on their way."""
        return self._coming

    def hold(self, rows: Sequence[Row], coming: int) -> None:
        """Other lines; the last `coming` of them come by themselves."""
        self._rows = list(rows)
        self._coming = min(coming, len(self._rows))
        self._go_on()

    def take_back(self, rows: Sequence[Row]) -> None:
        """Rows that were shown above the others, to be put there anew."""
        self._rows += rows
        self._coming += len(rows)
        self._go_on()

    def ask(self, count: int) -> None:
        """So many more are to come."""
        self._coming = min(self._coming + count, len(self._rows))
        self._go_on()

    def bring(self, count: int = AT_ONCE) -> None:
        """Put the next lines there now, on their way or not."""
        cut = max(0, len(self._rows) - count)
        rows, self._rows = self._rows[cut:], self._rows[:cut]
        self._coming = max(0, self._coming - len(rows))
        if rows:
            self._put(rows)

    def bring_all(self) -> None:
        """Put everything there now that is on its way."""
        self.bring(self._coming)

    def _next(self) -> None:
        if not self._held():
            self.bring(min(AT_ONCE, self._coming))
        self._go_on()

    def _go_on(self) -> None:
        if self._coming:
            self._timer.start(_HELD if self._held() else 0)
        else:
            self._timer.stop()
