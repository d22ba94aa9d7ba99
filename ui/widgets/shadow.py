"""Shadows as nine-slice tiles: drawn once, kept, stretched. No graphics effect, which would cost exact geometry."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_STEPS = 16
_tiles: dict[tuple[int, int, int, float, float], tuple[QPixmap, int, int]] = {}


def draw_shadow(
    painter: QPainter, rect: QRectF, radius: int, *, blur: int, colour: QColor, alpha: float, drop: int, pixel_ratio: float
) -> None:
    """Paints the shadow of a rounded rectangle, ``blur`` wide on each side and ``drop`` pixels lower."""
    tile, margin, side = _tile(radius, blur, colour, alpha, pixel_ratio)
    edge = margin + radius + 1
    middle = side - 2 * edge
    outer = rect.adjusted(-margin, -margin + drop, margin, margin + drop)
    columns = _slices(outer.left(), outer.right(), outer.width(), edge, side)
    rows = _slices(outer.top(), outer.bottom(), outer.height(), edge, side)
    for i, (x, source_x, width) in enumerate(columns):
        for j, (y, source_y, height) in enumerate(rows):
            if i == j == 1:
                continue  # the middle lies under the card: leaving it out is most of the speed
            source_w, source_h = (middle if i == 1 else edge), (middle if j == 1 else edge)
            source = QRectF(source_x * pixel_ratio, source_y * pixel_ratio, source_w * pixel_ratio, source_h * pixel_ratio)
            painter.drawPixmap(QRectF(x, y, width, height), tile, source)


def _slices(start: float, end: float, length: float, edge: int, side: int) -> list[tuple[float, int, float]]:
    return [(start, 0, edge), (start + edge, edge, length - 2 * edge), (end - edge, side - edge, edge)]


def _tile(radius: int, blur: int, colour: QColor, alpha: float, pixel_ratio: float) -> tuple[QPixmap, int, int]:
    key = (radius, blur, colour.rgba(), alpha, pixel_ratio)
    if key not in _tiles:
        if len(_tiles) > 64:
            _tiles.clear()
        _tiles[key] = _draw(radius, blur, colour, alpha, pixel_ratio)
    return _tiles[key]


def _draw(radius: int, blur: int, colour: QColor, alpha: float, pixel_ratio: float) -> tuple[QPixmap, int, int]:
    margin = blur * 2
    side = 2 * (radius + margin) + 4
    tile = QPixmap(round(side * pixel_ratio), round(side * pixel_ratio))
    tile.fill(Qt.GlobalColor.transparent)
    tile.setDevicePixelRatio(pixel_ratio)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    before = 0.0
    for i in range(_STEPS):  # rings laid on one another so that their sum falls off like a bell
        share = (i + 1) / _STEPS
        wanted = alpha * math.exp(-(((1 - share) * 2.1) ** 2))
        ring = QColor(colour)
        ring.setAlphaF(max(0.0, (wanted - before) / (1 - before)))
        before = wanted
        grow = margin * (1 - share)
        painter.setBrush(ring)
        inner = margin - grow
        painter.drawRoundedRect(QRectF(inner, inner, side - 2 * inner, side - 2 * inner), radius + grow, radius + grow)
    painter.end()
    return tile, margin, side
