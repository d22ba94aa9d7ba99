"""The ground of a card that can be chosen: the same wherever one of several is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.theme.theme import theme_of


def paint_ground(painter: QPainter, card: QAbstractButton, radius: float) -> None:
    """Paints it as it is now: chosen, under the mouse, or neither. ``radius`` of its corners in pixels."""
    theme, chosen = theme_of(card), card.isChecked()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = "accent" if chosen else "control" if card.underMouse() else "line"
    painter.setBrush(theme.color("raised" if chosen else "surface"))
    painter.setPen(QPen(theme.color(edge), 2 if chosen else 1))
    painter.drawRoundedRect(QRectF(card.rect()).adjusted(1, 1, -1, -1), radius, radius)
