"""The line of the timeline: smooth from place to place, level at each of them. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_STEPS = 12  # straight pieces that stand for one bend where it is looked for what it runs through


def path(points: Sequence[QPointF]) -> QPainterPath:
    """The curve through points that go from left to right."""
    made = QPainterPath(points[0])
    for a, b in pairwise(points):
        middle = (a.x() + b.x()) / 2
        made.cubicTo(QPointF(middle, a.y()), QPointF(middle, b.y()), b)
    return made


def runs_through(points: Sequence[QPointF], rect: QRectF) -> bool:
    """Whether the curve runs through a rectangle."""
    first = max(0, bisect_right(points, rect.left(), key=QPointF.x) - 1)
    last = bisect_left(points, rect.right(), key=QPointF.x)
    return any(
        rect.intersects(QRectF(c, d).normalized().adjusted(-0.5, -0.5, 0.5, 0.5))
        for a, b in pairwise(points[first : last + 1])
        for c, d in pairwise([_at(a, b, step / _STEPS) for step in range(_STEPS + 1)])
    )


def _at(a: QPointF, b: QPointF, t: float) -> QPointF:
    along = 1.5 * t * (1 - t) + t**3
    up = t * t * (3 - 2 * t)
    return QPointF(a.x() + (b.x() - a.x()) * along, a.y() + (b.y() - a.y()) * up)
