"""The two sides of Reviews: the meetings, and the objections of all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.layouts import hbox

_TABS = (("reviews", "Meetings"), ("objections", "Objections"))


class Tabs(QWidget):
    """Signals: ``went(str)`` the key of the other place."""

    went = Signal(str)

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        for key, words in _TABS:
            button = Button(words, "tab")
            button.setChecked(key == here)
            button.clicked.connect(lambda _checked=False, key=key: self._go(key))
            self.buttons[key] = button
        self._here = here
        self.setLayout(hbox(*self.buttons.values(), spacing=18))

    def _go(self, key: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == self._here)  # a page keeps its own tab, whichever was pressed
        if key != self._here:
            self.went.emit(key)
