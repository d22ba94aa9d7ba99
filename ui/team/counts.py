"""How many things wait at a place: submissions to answer at Mentor, what came by itself and is new at Home."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.engine import Engine, Job
from ui.team.team import Team


class Waiting(NamedTuple):
    """``answer`` submissions have no feedback of yours; ``new`` things came from the team folder and nobody looked at them."""

    answer: int = 0
    new: int = 0


class Counts(QObject):
    """Signals: ``counted(object)`` the Waiting, where it is another one."""

    counted = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self._job: Job | None = None
        self.now = Waiting()

    def refresh(self) -> None:
        """Count again; a library that cannot be opened is told by who shows it."""
        if self._job is not None:
            self._job.cancel()
        new = Team.of(self._engine, self._desk).new

        async def ask() -> Waiting:
            library = await self._desk.library()
            return await library.ask_bundles(lambda bundles: Waiting(bundles.to_answer(), bundles.count_of(new)))

        self._job = self._engine.ask(ask, self._show, lambda _problem: None)

    def _show(self, now: Waiting) -> None:
        if now != self.now:
            self.now = now
            self.counted.emit(now)
