"""The bar at the left: where one can go, and what stays below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.bubble import Bubble
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox
from ui.widgets.logo import Logo
from ui.widgets.picture import Picture
from ui.widgets.roles import install_roles
from ui.widgets.text import Text

_WIDTH = 204


class Place(NamedTuple):
    """Where one can go: a key, its words, an icon, and a shortcut such as ``Ctrl+1``."""

    key: str
    words: str
    icon: str
    shortcut: str = ""


def counted(words: str, count: int, what: str = "") -> str:
    """The name of a place where so many things wait."""
    return words if not count else f"{words}, {count:,} {what}" if what else f"{words} ({count:,})"


class SideBar(QWidget):
    """The name of the product, places, and at the bottom more places and a note.

    Signals: ``went(str)`` the key of the place that a person chose.
    """

    went = Signal(str)

    def __init__(
        self,
        product: str,
        places: Sequence[Place],
        below: Sequence[Place] = (),
        note: str = "",
        note_icon: str = "shield",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        install_roles()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Places")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        # No QButtonGroup: with one, Tab would stop only at the place that is chosen.
        self._buttons: dict[str, Button] = {}
        self._bubbles: dict[str, Bubble] = {}
        self._places = {place.key: place for place in (*places, *below)}
        name = Text(product, "h2", wrap=False)
        self._note = Text(note, "caption", "muted")
        foot = hbox(Picture(note_icon, "accent_text", 15), (self._note, 1), margins=(10, 6, 4, 0), spacing=6)
        top = hbox(Logo(product), name, None, margins=(4, 0, 0, 12), spacing=10)
        lower = [foot] if note else []
        rows = [self._button(place) for place in places]
        last = [self._button(place) for place in below]
        self.setLayout(vbox(top, *rows, None, *last, *lower, margins=(14, 16, 14, 16), spacing=3))
        self.restyle()

    def _button(self, place: Place) -> Button:
        made = Button(place.words, "nav", place.icon, shortcut=place.shortcut)
        made.clicked.connect(lambda _checked=False, key=place.key: self._go(key))
        self._buttons[place.key] = made
        return made

    def _go(self, key: str) -> None:
        self.show_place(key)
        self.went.emit(key)

    def button(self, key: str) -> Button:
        """The button of a place."""
        return self._buttons[key]

    def show_place(self, key: str) -> None:
        """Marks where one is, without a signal; an unknown key marks none."""
        chosen = self._buttons.get(key)
        for button in self._buttons.values():
            button.setChecked(button is chosen)

    def name_keys(self, keys: dict[str, str]) -> None:
        """Tells the keys of the places, as this system writes them."""
        for key, button in self._buttons.items():
            button.set_tip(keys[key])

    def set_count(self, key: str, count: int, what: str = "") -> None:
        """Shows how many things wait at a place, and names it so: ``Reviews (3)``, or with ``what`` as ``Mentor, 3 to answer``."""
        button = self._buttons[key]
        if key not in self._bubbles:
            if not count:
                return
            self._bubbles[key] = Bubble(button)
        self._bubbles[key].show_count(count)
        button.setAccessibleName(counted(self._places[key].words, count, what))

    def set_note(self, note: str) -> None:
        """Changes the note at the bottom."""
        self._note.setText(note)

    def restyle(self) -> None:
        """Takes the width from the theme again."""
        self.setFixedWidth(theme_of(self).px(_WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(_WIDTH), super().sizeHint().height())
