"""One thing that can be shown, and where it is from. Without a source it says gently that they will ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from rehearse.pitches import MOST_TEXT, Evidence
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.text import Text

_NARROW_EM = 36
NO_SOURCE = "No source yet: they will ask where it is from. Or say that you do not know yet."


class FactRow(QWidget):
    """Signals: ``edited()`` while a person types; ``dropped()`` it is to go."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, fact: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was = fact
        self.says, self.source = (
            _line(fact.says, "e.g. 41,000 dollars in late fees"),
            _line(fact.source, "e.g. the ledger, March to October"),
        )
        self.drop = Button("", "ghost", "trash", tip="Take this fact out")
        self.gentle = Text(NO_SOURCE, "caption", "amber_text")
        self._line = hbox((self.says, 3), (self.source, 2), spacing=8)
        self.setLayout(vbox(hbox((wrap(self._line), 1), wrap(vbox(self.drop, None)), spacing=6), self.gentle, spacing=3))
        self.says.textEdited.connect(lambda _text: self._typed())
        self.source.textEdited.connect(lambda _text: self._typed())
        self.drop.clicked.connect(self.dropped)
        self._tell()

    def name(self, number: int) -> None:
        """Say which one it is, for screen readers."""
        self.says.setAccessibleName(f"Fact {number}")
        self.source.setAccessibleName(f"Fact {number}: where it is from")
        self.drop.setAccessibleName(f"Take fact {number} out")

    @property
    def fact(self) -> Evidence:
        """As it is typed."""
        return Evidence(self.says.text().strip(), self.source.text().strip(), self._was.extra)

    def _typed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.gentle.setHidden(not self.says.text().strip() or bool(self.source.text().strip()))

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds where there is little room."""
        wanted = (
            QBoxLayout.Direction.TopToBottom if theme_of(self).em(self.width()) < _NARROW_EM else QBoxLayout.Direction.LeftToRight
        )
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()


def _line(text: str, example: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setProperty("kind", "field")
    made.setMaxLength(MOST_TEXT)
    made.setPlaceholderText(example)
    made.setCursorPosition(0)
    return made
