"""What somebody would say now at one moment, as it is typed: kept while they type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from rehearse.errors import Problem

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.engine import Engine

PAUSE = 250  # milliseconds without a key before it is kept: as often as what is being spoken


class OwnLine(QObject):
    """One a moment. Signals: ``read()`` once the library has told what was typed before; ``failed(object)`` a Problem: it could
    not be kept."""

    read = Signal()
    failed = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, rehearsal: str, turn: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk, self.turn = engine, desk, turn
        self.text = ""
        self._typed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.keep)
        self._read(rehearsal)

    def _read(self, rehearsal: str) -> None:
        from rehearse.conversation import RehearsalId

        async def read() -> str:
            return await self._desk.own_line(RehearsalId(rehearsal), self.turn)

        def show(text: str) -> None:
            if isValid(self) and not self._typed:
                self.text = text
                self.read.emit()

        self._engine.ask(read, show, self._tell)

    def type(self, text: str) -> None:
        """Another text. It is kept at the next pause, or with `keep`."""
        if text != self.text:
            self.text, self._typed = text, True
            self._desk.owed[self.turn] = text
            self._later.start()

    def keep(self) -> None:
        """Keep it now, where it is not kept yet. What cannot be kept now is tried again at the next key, and on the way out."""
        self._later.stop()
        if self._desk.owed.get(self.turn) is not None:
            self._engine.ask(lambda: self._desk.keep_own_line(self.turn), failed=self._tell)

    def _tell(self, problem: Problem) -> None:
        if isValid(self):
            self.failed.emit(problem)
