"""The facts that were used so far, counted in the engine while nobody waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from rehearse.scenarios import Fact
from ui.engine import Engine, Job
from ui.room.used import used_in

_AT_ONCE = 8  # lines read in one go
_BREATH = 8  # milliseconds in between, in which the screen has the processor to itself


class Ticks(QObject):
    """Counts which facts of a meeting your lines use. Signals: `changed(object)` a frozenset of the ids of facts."""

    changed = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._left: tuple[Fact, ...] = ()  # not used so far
        self._used: frozenset[str] = frozenset()
        self._lines: list[str] = []  # not read so far
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_BREATH)
        self._pause.timeout.connect(self._read)

    def begin(self, facts: Sequence[Fact], lines: Sequence[str]) -> None:
        """Another meeting, or another take: nothing is used but by these lines."""
        self.stop()
        self._left, self._used = tuple(facts), frozenset()
        self.changed.emit(self._used)
        self.hear(lines)

    def hear(self, lines: Sequence[str]) -> None:
        """Further lines of yours."""
        self._lines += lines
        if self._job is None and not self._pause.isActive():
            self._read()

    def stop(self) -> None:
        """Count no more."""
        self._lines.clear()
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _read(self) -> None:
        facts, lines = self._left, tuple(self._lines[:_AT_ONCE])
        del self._lines[:_AT_ONCE]
        if not facts or not lines:
            self._lines.clear()
            return

        async def count() -> frozenset[str]:
            return used_in(facts, lines)

        self._job = self._engine.ask(count, self._add)

    def _add(self, found: frozenset[str]) -> None:
        self._job = None
        if found:
            self._used |= found
            self._left = tuple(fact for fact in self._left if fact.id not in found)
            self.changed.emit(self._used)
        if self._lines:
            self._pause.start()
