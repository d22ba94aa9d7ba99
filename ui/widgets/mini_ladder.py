"""The ladder as four bars in a row, for lists."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.roles import install_roles
from ui.widgets.steps import HUES, WORDS

STILL_OPEN = "Still open"


class MiniLadder(QWidget):
    """Filled up to where a person ended, 0 to 3, with the word beside it; for None ``otherwise`` says why there is no step."""

    def __init__(self, value: int | None, otherwise: str = STILL_OPEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._value, self._otherwise = value, otherwise
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    @property
    def word(self) -> str:
        return self._otherwise if self._value is None else WORDS[self._value]

    def set_value(self, value: int | None) -> None:
        """Shows another step."""
        self._value = None if value is None else min(len(WORDS) - 1, max(0, value))
        self.setAccessibleName(self.word)
        self.restyle()

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.setFont(theme_of(self).font("caption"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme, metrics = theme_of(self), QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(word) for word in (*WORDS, STILL_OPEN, self._otherwise))
        return QSize(theme.px(64) + math.ceil(widest) + 2, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() / 2 + theme.px(5)
        for step in range(len(WORDS)):
            width, height = theme.px(11), theme.px(5) + step * theme.px(2.4)
            reached = self._value is not None and step <= self._value
            hue = theme.color(HUES[self._value]) if reached and self._value is not None else None
            painter.setPen(QPen(hue or theme.color("control"), 1))
            painter.setBrush(hue or Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(step * theme.px(14) + 0.5, base - height + 0.5, width, height - 1), 2, 2)
        painter.setFont(self.font())
        painter.setPen(theme.color("text" if self._value is not None else "subtle"))
        painter.drawText(
            QRectF(theme.px(64), 0, self.width() - theme.px(64), self.height()), Qt.AlignmentFlag.AlignVCenter, self.word
        )
