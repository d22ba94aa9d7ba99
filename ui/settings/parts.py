"""What the sections of Settings are built of: groups with a heading, rows that fold, numbers to type."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QBoxLayout, QSizePolicy, QSpinBox, QWidget

from ui.theme.theme import theme_of
from ui.widgets.card import Card
from ui.widgets.layouts import Box, Item, hbox, vbox
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_LAID = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.Polish})


class Fold(QWidget):
    """A row that becomes a column where it does not fit. Nothing in it is ever cut."""

    def __init__(self, *parts: QWidget, spacing: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._row: Box = hbox(*parts, None, spacing=spacing)
        for part in parts:
            self._row.setAlignment(part, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self._row.minimumSize().height())

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self.fold()

    def resizeEvent(self, event: object) -> None:
        self.fold()

    def fold(self) -> None:
        """Row or column, by what fits now."""
        shown = self._shown()
        needed = sum(part.sizeHint().width() for part in shown) + self._row.spacing() * max(0, len(shown) - 1)
        narrow = self.width() < needed
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]


class Number(QSpinBox):
    """A whole number with its unit. The wheel does not change it by accident.

    Signals: ``chosen(int)`` when a person has finished changing it.
    """

    chosen = Signal(int)

    def __init__(self, name: str, least: int, most: int, value: float, unit: str = " s", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.valueChanged.connect(self.chosen)
        self.restyle()

    def set_value(self, value: float) -> None:
        """Fills it without a signal."""
        self.blockSignals(True)
        self.setValue(round(value))
        self.blockSignals(False)

    def restyle(self) -> None:
        """Takes the font from the theme again."""
        font = theme_of(self).font("body")
        self.setFont(font)
        self.lineEdit().setFont(font)
        self.setMinimumWidth(theme_of(self).px(76))

    def event(self, event: QEvent) -> bool:
        """A spin box with a padding of the stylesheet and without buttons leaves its number no room: it is given some here."""
        done = super().event(event)
        if event.type() in _LAID:
            side = theme_of(self).sp(10)
            self.lineEdit().setGeometry(self.rect().adjusted(side, 2, -2, -2))
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def numbered(label: str, number: Number) -> QWidget:
    """A number with its label above, in one line."""
    words = Text(label, "captionb", "muted", wrap=False)
    words.setBuddy(number)
    whole = QWidget()
    whole.setLayout(vbox(words, hbox(number, None), spacing=4))
    return whole


def group(title: str, *items: Item, note: str = "") -> Card:
    """A card with a heading and, below it, what the group is about."""
    card = Card(pad=20)
    card.setAccessibleName(title)
    card.box.set_space(spacing=12)
    head: list[Any] = [Text(title, "title")]
    if note:
        head.append(Text(note, "body", "muted"))
    card.box.add(vbox(*head, spacing=4), *items)
    return card


def quiet(text: str = "", icon: str = "info", token: str = "muted") -> tuple[QWidget, Text, Picture]:
    """A line with an icon that says how things are: the row, its words, its icon."""
    words, picture = Text(text, "body", token), Picture(icon, token, 16)
    row = QWidget()
    side = vbox(picture, None, margins=(0, 2, 0, 0))
    row.setLayout(hbox(side, (words, 1), spacing=8))
    return row, words, picture


class Rest:
    """A button that cannot be pressed while its work runs. The focus that goes on by this comes back, unless somebody used it."""

    def __init__(self, button: QWidget) -> None:
        self._button = button
        self._went_to: QWidget | None = None
        self._had = False

    def begin(self) -> None:
        self._had = self._button.hasFocus()
        self._button.setEnabled(False)
        self._went_to = QApplication.focusWidget()

    def end(self) -> None:
        self._button.setEnabled(True)
        had, self._had = self._had, False
        if had and QApplication.focusWidget() in (None, self._went_to):
            self._button.setFocus()
