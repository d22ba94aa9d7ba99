"""One thing for next time, and the way to try it at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.types import OneThing
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox
from ui.widgets.plain import visible
from ui.widgets.text import Text


class NextTime(Card):
    """The line one could have said is shown only when it is asked for: one's own try comes first.

    Signals: ``tried()`` to try that moment again.
    """

    tried = Signal()

    def __init__(self, thing: OneThing, can_retry: bool, parent: QWidget | None = None) -> None:
        super().__init__("accent_soft", 14, 0, None, pad=16, parent=parent)
        self.setAccessibleName("One thing for next time")
        self.box.add(Text("ONE THING FOR NEXT TIME", "overline", "accent_text"), Text(visible(thing.words), "h2"))
        if thing.why:
            self.box.add(Text(visible(thing.why), "body", "muted"))
        if can_retry:
            again = Button("Try that moment again", "primary", "again", tip="Both takes are kept")
            again.clicked.connect(self.tried)
            self.box.add(2, hbox(again, None))
        self.line = Text(f"“{visible(thing.line)}”" if thing.line else "", "quote", italic=True)
        self.line.hide()
        self.show_line = Button("Show a line", "link", tip="A line one could have said. Try your own first")
        if not thing.line:
            self.show_line.hide()
        self.show_line.clicked.connect(self._show)
        self.box.add(self.line, hbox(self.show_line, None))

    def _show(self) -> None:
        shown = self.line.isHidden()
        self.line.setVisible(shown)
        self.show_line.set_text("Hide the line" if shown else "Show a line")
