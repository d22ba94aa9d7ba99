"""The places of a narrow window: a row of small buttons at the top, where the side bar has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.bubble import Bubble
from ui.widgets.button import Tool
from ui.widgets.layouts import hbox
from ui.widgets.plain import tooltip
from ui.widgets.side_bar import Place, counted


class Strip(QWidget):
    """Signals: ``went(str)`` the key of the place that a person chose."""

    went = Signal(str)

    def __init__(self, places: Sequence[Place], below: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Places")
        self._buttons: dict[str, Tool] = {}
        self._words = {place.key: place.words for place in (*places, *below)}
        self._keys: dict[str, str] = {}
        self._bubbles: dict[str, Bubble] = {}
        self._at = ""
        for place in (*places, *below):
            made = Tool(place.icon, place.words, size=20)
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, key=place.key: self._go(key))
            self._buttons[place.key] = made
        first = [self._buttons[place.key] for place in places]
        last = [self._buttons[place.key] for place in below]
        self.setLayout(hbox(*first, None, *last, margins=(12, 4, 12, 4), spacing=6))

    def name_keys(self, keys: dict[str, str]) -> None:
        """Tells the keys of the places, as this system writes them."""
        self._keys = keys
        for key, button in self._buttons.items():
            button.setToolTip(tooltip(f"{button.accessibleName()} ({keys[key]})"))
            button.setAccessibleDescription(keys[key])

    def set_count(self, key: str, count: int, what: str = "") -> None:
        """Shows how many things wait at a place, and names it so."""
        button = self._buttons[key]
        if key not in self._bubbles:
            if not count:
                return
            self._bubbles[key] = Bubble(button, corner=True)
        self._bubbles[key].show_count(count)
        button.setAccessibleName(counted(self._words[key], count, what))
        if self._keys:
            self.name_keys(self._keys)

    def button(self, key: str) -> Tool:
        """The button of a place."""
        return self._buttons[key]

    def _go(self, key: str) -> None:
        self.show_place(self._at)  # the window says where one really is then
        self.went.emit(key)

    def show_place(self, key: str) -> None:
        """Marks where one is, without a signal."""
        self._at = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)
