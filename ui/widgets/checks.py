"""Checks as small ticks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.roles import install_roles


class Checks(QWidget):
    """``passed`` of ``total`` ticks: passed is filled with a tick, not passed is hollow. Shape tells, hue only helps."""

    def __init__(self, passed: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self.passed, self.total = passed, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_counts(passed, total)

    def set_counts(self, passed: int, total: int) -> None:
        """Shows other counts."""
        self.total = max(0, total)
        self.passed = min(self.total, max(0, passed))
        self.setAccessibleName(f"{self.passed} of {self.total} checks passed" if self.total else "Not counted")
        self.restyle()

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        side, gap = theme.px(14), theme.px(4)
        return QSize(max(1, self.total * (side + gap) - gap + 2), side + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side, gap = theme.px(14), theme.px(4)
        for i in range(self.total):
            rect = QRectF(i * (side + gap) + 1, 1, side - 1, side - 1)
            if i < self.passed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                painter.drawRoundedRect(rect, 4, 4)
                picture = theme.icon_pixmap("check", "on_accent", side - 4, self.devicePixelRatioF(), 3.4)
                painter.drawPixmap(rect.topLeft() + QRectF(0, 0, 1.5, 1.5).bottomRight(), picture)
            else:
                painter.setPen(QPen(theme.color("control"), 1.3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(0.4, 0.4, -0.4, -0.4), 4, 4)
