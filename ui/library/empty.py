"""What stands where a list has nothing to show: what it is for, and a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Empty(QWidget):
    """Signals: ``chosen(str)`` the key of the way on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("chat", "muted", 32)
        self._head = Text("", "h2", align=_CENTRE)
        self._hint = Text("", "body", "muted", align=_CENTRE)
        self.way = Button("", "primary")
        self._key = ""
        self.way.clicked.connect(lambda: self.chosen.emit(self._key))
        picture, way = wrap(hbox(None, self._picture, None)), wrap(hbox(None, self.way, None))
        self._words = wrap(vbox(picture, self._head, self._hint, 8, way, spacing=6))
        self.setLayout(vbox(None, hbox(None, (self._words, 20), None), (wrap(vbox()), 2)))
        self.restyle()

    def restyle(self) -> None:
        """Takes the widest line from the theme again."""
        self._words.setMaximumWidth(theme_of(self).px(560))

    @property
    def text(self) -> str:
        return f"{self._head.text()} {self._hint.text()}".strip()

    def say(self, icon: str, head: str, hint: str, key: str, words: str, primary: bool = False) -> None:
        """Shows this, with one way on."""
        self._picture.set(icon)
        self._head.setText(head)
        self._hint.setText(hint)
        self._hint.setHidden(not hint)
        self._key = key
        self.way.setProperty("kind", "primary" if primary else "")
        self.way.style().unpolish(self.way)
        self.way.style().polish(self.way)
        self.way.set_text(words)
