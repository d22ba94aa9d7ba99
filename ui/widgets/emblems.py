"""The fourteen emblems of people: abstract, without face, age, gender or skin. Drawn in a unit square.

A pair of colours each: ink and ground in the light theme; in the dark theme they change places and the ground is darker.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

PAIRS: Final[dict[str, tuple[str, str]]] = {
    "horizon": ("#8A4B2A", "#F1DCCB"),
    "clock": ("#2F5F8F", "#D9E6F2"),
    "circles": ("#7656AE", "#E8DFF5"),
    "ledger": ("#7A6212", "#F2E6BE"),
    "squares": ("#1B6454", "#D5E9E0"),
    "sprout": ("#5F7A1E", "#E4ECC9"),
    "rings": ("#A03C5B", "#F5DCE3"),
    "shield": ("#3F5468", "#DCE3EA"),
    "lattice": ("#23707F", "#D3E9EC"),
    "lens": ("#4D4FA3", "#E1E1F5"),
    "arch": ("#96521B", "#F5E0C8"),
    "wave": ("#22648F", "#D2E6F1"),
    "anchor": ("#2E4A63", "#D8E2E8"),
    "seal": ("#8C3A34", "#F5DDD8"),
    "you": ("#3A362E", "#E3DCCF"),
    "mentor": ("#5F4294", "#E8DFF5"),
}
NAMES: Final = tuple(name for name in PAIRS if name not in ("you", "mentor"))


def colours(name: str, dark: bool) -> tuple[QColor, QColor]:
    """Ink and ground of an emblem; an unknown name gets those of ``you``."""
    ink, ground = PAIRS.get(name, PAIRS["you"])
    return (QColor(ground), QColor(ink).darker(135)) if dark else (QColor(ink), QColor(ground))


class Brush:
    """A painter in a unit square, with three strengths of the same ink: 1 full, 2 half, 3 faint."""

    def __init__(self, painter: QPainter, ink: QColor, ground: QColor) -> None:
        self.painter, self.ground = painter, ground
        self._inks = {}
        for strength, alpha in ((1, 0.95), (2, 0.45), (3, 0.22)):
            shade = QColor(ink)
            shade.setAlphaF(alpha)
            self._inks[strength] = shade

    def fill(self, strength: int) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self._inks[strength])

    def line(self, strength: int, width: float) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._inks[strength], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)

    def disc(self, x: float, y: float, radius: float, strength: int) -> None:
        self.fill(strength)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def hole(self, x: float, y: float, radius: float) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.ground)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def ring(self, x: float, y: float, radius: float, strength: int, width: float = 0.08) -> None:
        self.line(strength, width)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def box(self, x: float, y: float, w: float, h: float, strength: int, corner: float = 0.1) -> None:
        self.fill(strength)
        self.painter.drawRoundedRect(QRectF(x, y, w, h), corner, corner)

    def stroke(self, strength: int, width: float, *points: tuple[float, float]) -> None:
        self.line(strength, width)
        self.painter.drawPolyline([QPointF(*point) for point in points])

    def shape(self, path: QPainterPath, strength: int) -> None:
        self.fill(strength)
        self.painter.drawPath(path)


def _horizon(b: Brush) -> None:
    for radius, strength in ((0.62, 3), (0.42, 2), (0.22, 1)):
        b.disc(0.5, 0.98, radius, strength)
    b.disc(0.5, 0.27, 0.09, 1)


def _clock(b: Brush) -> None:
    face = QRectF(0.16, 0.16, 0.68, 0.68)
    b.fill(3)
    b.painter.drawEllipse(face)
    b.fill(1)
    b.painter.drawPie(face, 90 * 16, -120 * 16)
    b.hole(0.5, 0.5, 0.07)


def _circles(b: Brush) -> None:
    b.disc(0.38, 0.42, 0.22, 2)
    b.disc(0.62, 0.42, 0.22, 2)
    b.disc(0.5, 0.62, 0.22, 1)


def _ledger(b: Brush) -> None:
    for column in range(4):
        for row in range(4):
            b.disc(0.23 + column * 0.18, 0.77 - row * 0.18, 0.055, 1 if row <= column else 3)


def _squares(b: Brush) -> None:
    b.box(0.18, 0.3, 0.4, 0.4, 2)
    b.box(0.42, 0.3, 0.4, 0.4, 1)


def _sprout(b: Brush) -> None:
    b.disc(0.5, 0.86, 0.12, 2)
    left = QPainterPath(QPointF(0.5, 0.8))
    left.quadTo(0.12, 0.6, 0.24, 0.22)
    left.quadTo(0.56, 0.36, 0.5, 0.8)
    b.shape(left, 1)
    right = QPainterPath(QPointF(0.5, 0.8))
    right.quadTo(0.9, 0.68, 0.8, 0.36)
    right.quadTo(0.52, 0.44, 0.5, 0.8)
    b.shape(right, 2)


def _rings(b: Brush) -> None:
    b.ring(0.39, 0.5, 0.18, 1)
    b.ring(0.61, 0.5, 0.18, 2)


def _shield(b: Brush) -> None:
    whole = QPainterPath(QPointF(0.5, 0.16))
    whole.lineTo(0.78, 0.27)
    whole.lineTo(0.78, 0.48)
    whole.cubicTo(0.78, 0.66, 0.66, 0.78, 0.5, 0.85)
    whole.cubicTo(0.34, 0.78, 0.22, 0.66, 0.22, 0.48)
    whole.lineTo(0.22, 0.27)
    whole.closeSubpath()
    b.shape(whole, 2)
    half = QPainterPath()
    half.addRect(QRectF(0.5, 0, 0.5, 1))
    b.shape(whole.intersected(half), 1)


def _lattice(b: Brush) -> None:
    places = (0.26, 0.5, 0.74)
    for place in places:
        b.stroke(2, 0.04, (place, places[0]), (place, places[-1]))
        b.stroke(2, 0.04, (places[0], place), (places[-1], place))
    for x in places:
        for y in places:
            b.disc(x, y, 0.085 if x == y == 0.5 else 0.06, 1)


def _lens(b: Brush) -> None:
    one, other = QPainterPath(), QPainterPath()
    one.addEllipse(QPointF(0.34, 0.5), 0.36, 0.36)
    other.addEllipse(QPointF(0.66, 0.5), 0.36, 0.36)
    b.stroke(2, 0.045, (0.0, 0.34), (0.5, 0.34), (1.0, 0.5), (0.5, 0.66), (0.0, 0.66))
    b.shape(one.intersected(other), 1)


def _arch(b: Brush) -> None:
    for radius, strength in ((0.32, 3), (0.215, 2), (0.11, 1)):
        path = QPainterPath(QPointF(0.5 - radius, 0.82))
        path.lineTo(0.5 - radius, 0.2 + 0.32)
        path.arcTo(QRectF(0.5 - radius, 0.52 - radius, 2 * radius, 2 * radius), 180, -180)
        path.lineTo(0.5 + radius, 0.82)
        path.closeSubpath()
        b.shape(path, strength)


def _wave(b: Brush) -> None:
    for y, strength in ((0.3, 3), (0.48, 2), (0.66, 1)):
        path = QPainterPath(QPointF(0.0, y))
        path.cubicTo(0.18, y - 0.17, 0.32, y - 0.17, 0.5, y)
        path.cubicTo(0.68, y + 0.17, 0.82, y + 0.17, 1.0, y)
        path.lineTo(1.0, 1.0)
        path.lineTo(0.0, 1.0)
        path.closeSubpath()
        b.shape(path, strength)


def _anchor(b: Brush) -> None:
    b.ring(0.5, 0.27, 0.08, 1, 0.065)
    b.stroke(1, 0.075, (0.5, 0.36), (0.5, 0.8))
    b.stroke(2, 0.075, (0.36, 0.45), (0.64, 0.45))
    b.line(1, 0.075)
    b.painter.drawArc(QRectF(0.23, 0.26, 0.54, 0.54), 198 * 16, 144 * 16)


def _seal(b: Brush) -> None:
    path = QPainterPath()
    points = 12
    for i in range(2 * points):
        angle, radius = math.pi * i / points, 0.34 if i % 2 == 0 else 0.285
        place = QPointF(0.5 + radius * math.sin(angle), 0.5 - radius * math.cos(angle))
        path.moveTo(place) if i == 0 else path.lineTo(place)
    path.closeSubpath()
    b.shape(path, 2)
    b.disc(0.5, 0.5, 0.2, 1)
    b.hole(0.5, 0.5, 0.075)


_DRAWINGS: Final[dict[str, Callable[[Brush], None]]] = {
    "horizon": _horizon,
    "clock": _clock,
    "circles": _circles,
    "ledger": _ledger,
    "squares": _squares,
    "sprout": _sprout,
    "rings": _rings,
    "shield": _shield,
    "lattice": _lattice,
    "lens": _lens,
    "arch": _arch,
    "wave": _wave,
    "anchor": _anchor,
    "seal": _seal,
}


def draw(painter: QPainter, name: str, ink: QColor, ground: QColor) -> bool:
    """Draws an emblem into the unit square of ``painter``; False when there is none of that name."""
    drawing = _DRAWINGS.get(name)
    if drawing is not None:
        drawing(Brush(painter, ink, ground))
    return drawing is not None
