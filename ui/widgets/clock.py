"""The meeting clock: a ring that empties, and the time left."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.roles import install_roles


class Clock(QWidget):
    """Shows a time; does not count. ``set(left, total)`` in seconds; ``set_paused`` says that it stands still."""

    def __init__(self, left: int = 0, total: int = 1, size: float = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._left, self._total, self._size, self._paused = left, total, size, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.set(left, total)

    @property
    def paused(self) -> bool:
        return self._paused

    def set(self, left: float, total: float) -> None:
        """Shows ``left`` of ``total`` seconds. Below zero counts as time over."""
        self._left, self._total = round(left), max(1, round(total))
        self._describe()
        self.update()

    def set_paused(self, paused: bool) -> None:
        """Shows that the clock stands still, or goes on."""
        if paused != self._paused:
            self._paused = paused
            self._describe()
            self.update()

    def face(self) -> str:
        """The time left as it is drawn, such as ``6:12`` or ``+0:15``."""
        minutes, seconds = divmod(abs(self._left), 60)
        return f"{'+' if self._left < 0 else ''}{minutes}:{seconds:02d}"

    def caption(self) -> str:
        """The small line under the time."""
        if self._paused:
            return "paused"
        return "over time" if self._left < 0 else f"left of {_minutes(self._total)}"

    def _describe(self) -> None:
        minutes, seconds = divmod(abs(self._left), 60)
        tail = "over time" if self._left < 0 else f"left of {_minutes(self._total)}"
        self.setAccessibleName(f"Meeting clock, {minutes} minutes {seconds} seconds {tail}{', paused' if self._paused else ''}")

    def restyle(self) -> None:
        """Takes fonts and size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        side = theme.px(self._size)
        words = max(
            QFontMetricsF(theme.font("clock")).horizontalAdvance("00:00"),
            QFontMetricsF(theme.font("caption")).horizontalAdvance("left of 10 min"),
        )
        return QSize(math.ceil(side + theme.sp(10) + words + 2), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pen = self.height(), theme.px(4)
        rect = QRectF(pen, pen, side - 2 * pen, side - 2 * pen)
        share = min(1.0, max(0.0, self._left / self._total))
        hue = "stone" if self._paused else "accent" if share > 0.3 else "amber" if share > 0.12 else "brick"
        painter.setPen(QPen(theme.color("line"), pen))
        painter.drawEllipse(rect)
        painter.setPen(QPen(theme.color(hue), pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if share > 0:
            painter.drawArc(rect, 90 * 16, round(360 * 16 * share))
        if self._paused:
            for x in (-0.055, 0.055):
                middle = side / 2 + x * side
                painter.setPen(QPen(theme.color("muted"), max(2.0, side * 0.055), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(round(middle), round(side * 0.4), round(middle), round(side * 0.6))
        left = side + theme.sp(10)
        painter.setFont(theme.font("clock"))
        painter.setPen(theme.color("text"))
        room = self.width() - left
        painter.drawText(QRectF(left, 0, room, side * 0.6), Qt.AlignmentFlag.AlignBottom, self.face())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("subtle"))
        painter.drawText(QRectF(left, side * 0.58, room, side * 0.42), Qt.AlignmentFlag.AlignTop, self.caption())


def _minutes(seconds: int) -> str:
    return f"{seconds // 60} min" if seconds >= 60 else f"{seconds} s"
