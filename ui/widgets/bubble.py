"""A number in a pill, over a button of the side bar: how many things wait there."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme.theme import theme_of

_MOST = 99
_HEIGHT, _SMALL = 18, 15


class Bubble(QWidget):
    """Lies over ``button``: at its right end, or with ``corner`` in its upper right corner. Nothing is shown of no count.

    It is a picture: whoever cannot see it hears the count in the name of the button, which its owner sets.
    """

    def __init__(self, button: QAbstractButton, corner: bool = False) -> None:
        super().__init__(button)
        self._button, self._corner, self._text = button, corner, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_count(self, count: int) -> None:
        """Show this many; more than 99 are ``99+``."""
        self._text = "" if count <= 0 else f"{count}" if count <= _MOST else f"{_MOST}+"
        self.setHidden(not self._text)
        self.restyle()

    def restyle(self) -> None:
        """Takes the font from the theme again."""
        theme = theme_of(self)
        high = theme.px(_SMALL if self._corner else _HEIGHT)
        self.setFont(theme.font("overline" if self._corner else "captionb", text=self._text))
        wide = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self._text)) + 2 * theme.sp(4 if self._corner else 6)
        self.resize(max(high, wide), high)
        self._place()
        self.update()

    def _place(self) -> None:
        theme, room = theme_of(self), self._button.rect()
        if self._corner:
            self.move(room.right() - self.width() + 1, 0)
        else:
            self.move(room.right() - self.width() - theme.sp(8), (room.height() - self.height()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        round_ = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        painter.setFont(self.font())
        painter.setPen(theme.color("on_accent"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._text)
