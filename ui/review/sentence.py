"""The one sentence over a review and the one under it; and, for an open meeting, the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.review.seen import Seen
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.text import Text

_MEASURE = 720  # px at 100 %: longest row of text that reads well


class Sentence(QWidget):
    """Signals: ``go_on()`` from an open meeting."""

    go_on = Signal()

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first, second = seen.headline
        self.first, self.second = Text(first, "h1"), Text(second, "talk", "muted")
        box = vbox(self.first, hbox((self.second, 100), None), spacing=8)
        self.way: Button | None = None
        if seen.can_go_on:
            self.way = Button("Go on", "", "play", tip="Go on with this meeting where it stood")
            self.way.clicked.connect(self.go_on)
            box.add(wrap(hbox(Chip("This meeting is still open.", "blue", "clock"), self.way, None, spacing=10)))
        self.setLayout(box)
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        self.second.setMaximumWidth(theme_of(self).px(_MEASURE))
