"""The sign of the product: four steps that grow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.roles import install_roles


class Logo(QWidget):
    """``name`` is what a screen reader says; ``size`` in pixels at 100 %."""

    def __init__(self, name: str, size: float = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()))


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Paints the sign into ``rect``: for the window icon too."""
    theme = theme_of()
    side = min(rect.width(), rect.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), side, side), side * 0.3, side * 0.3)
    for i in range(4):
        painter.setBrush(theme.color("on_accent", 0.45 + 0.18 * i))
        middle = QPointF(rect.left() + side * (0.24 + 0.175 * i), rect.top() + side * (0.72 - 0.15 * i))
        painter.drawEllipse(middle, side * (0.055 + 0.022 * i), side * (0.055 + 0.022 * i))
