"""A person to choose, as one button."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.avatar import paint_emblem
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.choosable import paint_ground
from ui.widgets.plain import one_line

_MARGINS = (16, 15, 14, 12)  # left, top, right, bottom
_AVATAR, _BELOW_AVATAR, _BETWEEN, _OVER_LINE = 46, 8, 2, 6


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

    One painted whole: made of parts, six of them take longer to make and lay out than the rest of Home.
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
        self.restyle()

    def restyle(self) -> None:
        """Takes fonts and size from the theme again."""
        theme, person = theme_of(self), self.person
        lines = [(person.title, "bodyb", "text", False, _BELOW_AVATAR), (person.name, "caption", "muted", False, _BETWEEN)]
        if person.line:
            lines.append((person.line, "quote", "text", True, _OVER_LINE))
        self._lines: list[tuple[str, QFont, str, int, int]] = []  # text, font, colour, where from the top, how high
        at = theme.sp(_MARGINS[1]) + theme.px(_AVATAR)
        for text, role, token, italic, over in lines:
            font = theme.font(role, italic, text)
            height = math.ceil(QFontMetricsF(font).height()) + 1
            at += theme.sp(over)
            self._lines.append((one_line(text), font, token, at, height))
            at += height
        self._height = max(at + theme.sp(_MARGINS[3]), theme.px(130))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(220), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(180), self._height)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        paint_ground(painter, self, 14)
        left, top, right, _ = (theme.sp(side) for side in _MARGINS)
        side, wide = theme.px(_AVATAR), self.width() - left - right
        if self.person.level:
            level = one_line(self.person.level, 200)
            size = chip_size(level)
            room = min(size.width(), wide - side - theme.sp(8))
            paint_chip(painter, self._placed(left + wide - room, top, room, size.height()), level, self.person.hue)
        for text, font, token, at, height in self._lines:
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = shortened(text, QFontMetricsF(font), wide + 1)
            painter.drawText(
                self._placed(left, at, wide, height), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
            )
        paint_emblem(painter, self._placed(left, top, side, side), self.person.emblem, theme.dark)

    def _placed(self, left: float, top: float, width: float, height: float) -> QRectF:
        """A rectangle, at the other side where one reads from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRectF(left, top, width, height)


def shortened(text: str, metrics: QFontMetricsF, wide: float) -> str:
    """What fits into ``wide`` pixels: of something said, as many of its last sentences as have room; else the beginning."""
    while text.startswith("“") and metrics.horizontalAdvance(text) > wide and (end := re.search(r"[.?!]\s+(?=\S)", text)):
        text = f"“{text[end.end() :]}"
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
