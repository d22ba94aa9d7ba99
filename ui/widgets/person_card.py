"""A person to choose, as one button."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, hbox, vbox, wrap
from ui.widgets.text import Text


class Person(NamedTuple):
    """What a card shows: ``level`` such as ``Tough`` with its ``hue``; ``line`` is what they open with, in quotation marks."""

    emblem: str
    name: str
    title: str
    line: str = ""
    level: str = ""
    hue: str = "stone"


class PersonCard(QAbstractButton):
    """A checkable card. A button, so that keyboard, focus and screen readers come for free; only the paint is ours.

    Signals: those of QAbstractButton; ``clicked`` chooses.
    """

    def __init__(self, person: Person, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = [person.level, person.line, shortcut.replace("Alt+", "Alt ") if shortcut else ""]
        self.setAccessibleName(f"{person.name}, {person.title}")
        self.setAccessibleDescription(". ".join(part for part in said if part))
        if shortcut:
            self.setShortcut(shortcut)
        corner = [wrap(vbox(Chip(person.level, person.hue), None))] if person.level else []
        words: list[Item] = [Text(person.title, "bodyb", wrap=False), Text(person.name, "caption", "muted", wrap=False)]
        if person.line:
            words += [4, Text(person.line, "quote", wrap=False, italic=True)]
        top = hbox(Avatar(person.emblem, 46), None, *corner)
        self.setLayout(vbox(top, 6, *words, None, margins=(16, 15, 14, 12), spacing=2))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(220), max(self.layout().sizeHint().height(), theme.px(130)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(180), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen else "control" if self.underMouse() else "line"
        painter.setBrush(theme.color("raised" if chosen else "surface"))
        painter.setPen(QPen(theme.color(edge), 2 if chosen else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
