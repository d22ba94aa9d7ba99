"""Variations of a situation to choose from: harder, shorter, with somebody else, without a fact. Each becomes a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.errors import Problem
from ui.library.jobs import Jobs
from ui.making.tick import Tick
from ui.settings.parts import Fold
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import clear, vbox
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.writing.document import Document
    from rehearse.writing.varying import Variation
    from ui.engine import Engine
    from ui.writing.store import Store


class VaryCard(Card):
    """Hidden until ``begin``. Signals: ``made(int)`` how many drafts; ``closed()``."""

    made = Signal(int)
    closed = Signal()

    def __init__(self, engine: Engine, store: Store) -> None:
        super().__init__(radius=14, pad=18)
        self._store = store
        self._jobs = Jobs(engine, self, self._failed)
        self._document: Document | None = None
        self._found: tuple[Variation, ...] = ()
        self.ticks: list[Tick] = []
        self._title = Text("", "title")
        self._state = Text("", "body", "muted")
        self._list = vbox(spacing=2)
        self.make = Button("Make drafts of these", "primary")
        self.cancel = Button("Cancel", "ghost")
        self.setAccessibleName("Vary a situation")
        self.box.add(self._title, self._state, self._list, Fold(self.make, self.cancel))
        self.make.clicked.connect(self._make)
        self.cancel.clicked.connect(self._close)

    def begin(self, id: str) -> None:
        """Offer the variations of this situation."""
        from rehearse.writing.varying import variations

        clear(self._list)
        self.ticks, self._found, self._document = [], (), None
        self._title.setText("Vary a situation")
        self._state.setText("Looking who else it could be with …")
        self.make.setEnabled(False)
        self.show()
        self.cancel.setFocus()

        def look() -> tuple[Document, tuple[Variation, ...]]:
            document = self._store.shelf.document("scenario", id)
            return document, variations(self._store.shelf, self._store.catalog, document)

        self._jobs.aside("vary", look, self._show)

    def _show(self, looked: tuple[Any, tuple[Variation, ...]]) -> None:
        self._document, self._found = looked
        self._title.setText(visible(f"Vary “{self._document.get(('title',)) or 'a situation'}”"))
        self._state.setText(
            "Each that you tick becomes a draft of its own; this one stays as it is."
            if self._found
            else "There is nothing to vary."
        )
        for variation in self._found:
            tick = Tick(visible(variation.says), False)
            tick.toggled.connect(lambda _on: self._count())
            self.ticks.append(tick)
            self._list.addWidget(tick)
        before: QWidget | None = None
        for part in (*self.ticks, self.make, self.cancel):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
        (self.ticks[0] if self.ticks else self.cancel).setFocus()
        self._count()

    def _count(self) -> None:
        self.make.setEnabled(any(tick.isChecked() for tick in self.ticks))

    def _make(self) -> None:
        from rehearse.writing.varying import vary

        chosen = [variation for variation, tick in zip(self._found, self.ticks, strict=True) if tick.isChecked()]
        document = self._document
        if document is None or not chosen:
            return
        self.make.setEnabled(False)

        def done(drafts: tuple[object, ...]) -> None:
            self.made.emit(len(drafts))
            self._close()

        self._jobs.send_aside(lambda: vary(self._store.shelf, document, chosen), done, self._failed)

    def _failed(self, problem: Problem) -> None:
        self._state.setText(visible(f"{problem.sentence} {problem.hint}".strip()))
        self._count()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def stop(self) -> None:
        """Drop what was asked."""
        self._jobs.stop()
