"""The bar for a meeting that ended early: go on, review it, or discard it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.library.records import RehearsalRow
from ui.library import rows as words
from ui.library.days import clock_words
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_NARROW_EM = 58
SENTENCE = "Your last meeting ended early."


class LeftOff(Card):
    """Hidden until ``show_row``. Has three ways on, where a ``Banner`` has room for two.

    Signals: ``go_on(object)``, ``review(object)`` and ``discard(object)``, each with the row of the library.
    """

    go_on = Signal(object)
    review = Signal(object)
    discard = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("blue_soft", 12, 0, None, pad=12, parent=parent)
        self.row: RehearsalRow | None = None
        self._what = Text("", "body", "muted")
        told = wrap(vbox(Text(SENTENCE, "bodyb"), self._what, spacing=1))
        lead = hbox(wrap(vbox(Picture("info", "blue_text", 18), None, margins=(0, 1, 0, 0))), (told, 1), spacing=10)
        self._buttons = hbox(spacing=8)
        for label, kind, signal in (
            ("Go on", "", self.go_on),
            ("Review it", "ghost", self.review),
            ("Discard", "ghost", self.discard),
        ):
            way = Button(label, kind)
            way.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.row))
            self._buttons.addWidget(way)
        self._line = hbox((lead, 1), self._buttons, spacing=12)
        self.box.add(self._line)
        self.hide()

    def show_row(self, row: RehearsalRow | None) -> None:
        """Shows a meeting that ended early, or hides for None."""
        new = row is not None and (self.row is None or row.id != self.row.id)
        self.row = row
        if row is not None:
            kept = f"{words.title(row)}, {words.below(row)}. The transcript is complete up to {clock_words(row.clock)}."
            self._what.setText(kept)
            self.setAccessibleName(SENTENCE)
            self.setAccessibleDescription(kept)
            if new:
                announce(self, f"{SENTENCE} {kept}")
        self.setVisible(row is not None)

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
