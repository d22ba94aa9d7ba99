"""The top of a strong meeting to read: what it is, that it is nobody's own, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text

_NARROW = 60  # em


class ExampleHead(QWidget):
    """Signals: ``back()`` to one's own review; ``another()``; ``how()`` never (a review's head has it)."""

    back = Signal()
    another = Signal()
    how = Signal()

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button("Back to your review", "primary", "back", tip="Esc")
        self.back_button.clicked.connect(self.back)
        self.another_button = Button("Another one", "", "again", tip="Another strong meeting of the same situation")
        self.another_button.clicked.connect(self.another)
        many = " of " in seen.example
        if not many:
            self.another_button.hide()
        title = f"{visible(one_line(seen.title, 120))}, {visible(seen.persona.name)}"
        chip = Chip(f"Example {seen.example}" if many else "Example", "line", "info")
        told = wrap(
            vbox(
                hbox(chip, (Text(title, "caption", "subtle", wrap=False), 1), spacing=10),
                Text("A strong meeting of this situation, played from its script. It is not yours.", "bodyb"),
                Text("It is kept nowhere and counts nowhere. There are other good ways to hold it.", "body", "muted"),
                spacing=4,
            )
        )
        actions = wrap(hbox(self.back_button, self.another_button, None))
        self._row: Box = hbox((told, 1), actions, spacing=12)
        card = Card("blue_soft", 14, 0, None, pad=14)
        card.box.add(self._row)
        card.setAccessibleName("An example, not yours")
        self.setLayout(vbox(card, spacing=0))

    def fold(self, em: float) -> None:
        """Put the actions below where there is little room."""
        narrow = em < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
