"""One's own lines for the moments of one meeting, and the comparing of them: lives as long as the meeting is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rehearse.errors import Problem
from rehearse.review.types import OneThing
from ui.review.own_line import OwnLine

if TYPE_CHECKING:
    from rehearse.review.beside import Beside
    from ui.desk import Desk
    from ui.engine import Engine, Job
    from ui.review.next_time import Compare
    from ui.review.seen import Seen


class Saying(QObject):
    """Signals: ``failed(object)`` a Problem: what was typed could not be kept, or not be read."""

    failed = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self._rehearsal = ""
        self._lines: dict[str, OwnLine] = {}
        self._job: Job | None = None

    @property
    def model(self) -> str:
        """The model that words a line, or nothing."""
        return self._desk.plays

    def own(self, seen: Seen, thing: OneThing) -> OwnLine:
        """What was typed for the moment of a one thing; the same while this meeting is shown."""
        if self._rehearsal != seen.id:
            self.keep()
            for line in self._lines.values():
                line.deleteLater()
            self._rehearsal, self._lines = seen.id, {}
        if thing.turn not in self._lines:
            made = self._lines[thing.turn] = OwnLine(self._engine, self._desk, seen.id, thing.turn, self)
            made.failed.connect(self.failed)
        return self._lines[thing.turn]

    def keep(self) -> None:
        """Keep what is typed and not kept yet."""
        for line in self._lines.values():
            line.keep()

    def compare(self, seen: Seen, thing: OneThing) -> Compare:
        """What hears one's own text beside another line, and calls back. Asked again, the one before is dropped."""

        def ask(text: str, done: Callable[[Beside], None], failed: Callable[[Problem], None]) -> None:
            if self._job is not None:
                self._job.cancel()
            desk, setting = self._desk, seen.meeting.setting

            async def compared() -> Beside:
                from rehearse.review.beside import beside  # late: not every review is written into

                return await beside(text, setting, seen.take, thing, seen.review.rubric, desk.plays, desk.client)

            self._job = self._engine.ask(compared, done, failed)

        return ask
