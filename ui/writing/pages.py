"""The pages of writing: what one wrote, and the form. Each is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.desk import Desk
from ui.engine import Engine

if TYPE_CHECKING:
    from ui.writing.page import WritingPage
    from ui.writing.written import WrittenPage

PAGES = {"written": "What you wrote", "writing": "Write"}
"""The keys of these pages, and what they are called."""


class WritingPages(QObject):
    """One a window. Signals: ``wanted(str)`` the key of a place; ``told(str)`` what needs no answer; ``assign(str)`` a situation."""

    wanted = Signal(str)
    told = Signal(str)
    assign = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._engine, self._desk, self._stack = engine, desk, stack
        self._written: WrittenPage | None = None
        self._writing: WritingPage | None = None

    def written(self) -> WrittenPage:
        """What one wrote."""
        if self._written is None:
            from ui.writing.written import WrittenPage

            self._written = WrittenPage(self._engine, self._desk)
            self._written.write_wanted.connect(self.write)
            self._written.assign_wanted.connect(self.assign)
            self._written.closed.connect(lambda: self.wanted.emit("mentor"))
            self._written.told.connect(self.told)
            self._stack.addWidget(self._written)
        return self._written

    def writing(self) -> WritingPage:
        """The form."""
        if self._writing is None:
            from ui.writing.page import WritingPage

            self._writing = WritingPage(self._engine, self._desk)
            self._writing.closed.connect(lambda: self.wanted.emit("written"))
            self._writing.published.connect(self._published)
            self._stack.addWidget(self._writing)
        return self._writing

    def write(self, kind: str, id: str = "", how: str = "edit") -> None:
        """Go and write something: ``new``, something of one's own (``edit``), a copy (``duplicate``); ``vary`` a situation."""
        if how == "vary":
            self.wanted.emit("written")
            self.written().begin_vary(id)
            return
        self.writing().begin(kind, id, how)
        self.wanted.emit("writing")

    def _published(self, kind: str, id: str, number: int) -> None:
        self.written().expect(kind, id)
        self.wanted.emit("written")
        self.told.emit(f"Published as version {number}.")

    def stop(self) -> None:
        """Keep what was typed, and drop what was asked for."""
        for page in (self._written, self._writing):
            if page is not None:
                page.stop()
