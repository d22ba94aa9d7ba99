"""The diamond of an objection, and the legend that explains it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.roles import install_roles

# What is filled: answered all, half answered half, open and dodged nothing, parked a bar.
MARKERS: Final[dict[str, str]] = {"answered": "accent", "half": "amber", "open": "brick", "dodged": "brick", "parked": "blue"}


def draw_marker(painter: QPainter, x: float, y: float, size: float, state: str, ground: str = "surface") -> None:
    """A diamond around ``x``, ``y``. Filled is answered, half is half answered, hollow is open: told by shape, hue only helps.

    ``state`` is a key of ``MARKERS``; ``ground`` the token behind, drawn as a margin.
    """
    theme = theme_of()
    hue = theme.color(MARKERS[state])
    diamond = QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)])
    joined = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(theme.color(ground), size * 0.45, *joined))
    painter.setBrush(theme.color(ground))
    painter.drawPolygon(diamond)
    painter.setPen(QPen(hue, max(1.5, size * 0.24), *joined))
    painter.setBrush(hue if state == "answered" else theme.color(ground))
    painter.drawPolygon(diamond)
    if state == "half":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawPolygon(QPolygonF([QPointF(x, y - size), QPointF(x, y + size), QPointF(x - size, y)]))
    elif state == "dodged":
        painter.drawPoint(QPointF(x, y))
    elif state == "parked":
        painter.drawLine(QPointF(x - size * 0.35, y), QPointF(x + size * 0.35, y))


class Legend(QWidget):
    """Pairs of a marker's state and a word, in a row."""

    def __init__(self, items: Sequence[tuple[str, str]], ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._items, self._ground = tuple(items), ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend: " + ", ".join(word for _, word in items))
        self.restyle()

    def restyle(self) -> None:
        """Takes font and size from the theme again."""
        self.setFont(theme_of(self).font("caption"))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self.font())
        return [metrics.horizontalAdvance(word) for _, word in self._items]

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(math.ceil(sum(self._widths()) + len(self._items) * theme.px(34)), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        left = float(theme.px(16))
        for (state, word), width in zip(self._items, self._widths(), strict=True):
            draw_marker(painter, left, self.height() / 2, theme.px(5), state, self._ground)
            painter.setPen(theme.color("muted"))
            painter.drawText(QRectF(left + theme.px(11), 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            left += width + theme.px(34)
