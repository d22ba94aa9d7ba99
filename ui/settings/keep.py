"""Changes of settings, one after the other, written by the engine and never by the UI thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine


class Keep(QObject):
    """Keeps settings. They apply even where the file cannot be written.

    Signals: ``kept(list)`` the names that changed, once they apply; ``trouble(object)`` the Problem of writing them;
    ``written()`` when they are on disk.
    """

    kept = Signal(list)
    trouble = Signal(object)
    written = Signal()

    def __init__(self, engine: Engine, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk

    def change(self, **values: Any) -> None:
        """Change settings by name."""

        async def keep() -> None:
            self._desk.change(**values)

        def done(_: None) -> None:
            self.kept.emit(list(values))
            self.written.emit()

        def failed(problem: Problem) -> None:
            self.kept.emit(list(values))
            self.trouble.emit(problem)

        self._engine.ask(keep, done, failed)
