"""How they moved, painted: the curve over the four steps, objections as diamonds on it, who spoke when below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.review import curve
from ui.review.moved import Moved
from ui.review.words import MARKER
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.legend import draw_marker
from ui.widgets.plain import tooltip
from ui.widgets.roles import give_role
from ui.widgets.steps import HUES, WORDS

give_role("Timeline", QAccessible.Role.Chart)
_HEIGHT = 190

NEARLY = 0.55  # of the way to the next step is where a stage that has all but the next gate is drawn


class Timeline(QWidget):
    """Left and Right step through the objections, Enter goes to the line. Signals: ``chosen(str)`` the line of an objection."""

    chosen = Signal(str)

    def __init__(self, moved: Moved, name: str, pronoun: str, you: str = "You", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moved, self._name, self._you = moved, name, you
        self.at: int | None = None  # the objection that is looked at
        self._picture: QPixmap | None = None  # the curve and who spoke when: a long meeting has a thousand places in them
        self._pictured: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"How {pronoun} moved")
        self.setAccessibleDescription(self._described())
        self.restyle()

    def _described(self) -> str:
        first, last = self.moved.points[0][1], self.moved.points[-1][1]
        way = (
            f"From {WORDS[_step(first)]} to {WORDS[_step(last)]}."
            if _step(first) != _step(last)
            else f"{WORDS[_step(last)]} throughout."
        )
        found = self.moved.objections
        if not found:
            return f"{way} No objections."
        count = f"{len(found)} objections" if len(found) > 1 else "1 objection"
        told = "; ".join(o.words for o in found)
        return f"{way} {count}: {told}. Left and Right: objections. Enter: go to the line."

    def restyle(self) -> None:
        """Takes its height from the theme again."""
        self._picture = None
        self.setFixedHeight(theme_of(self).px(_HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(420), theme.px(_HEIGHT))

    # ---- stepping

    def step(self, by: int) -> None:
        """Look at the next objection, or the one before, and say it."""
        count = len(self.moved.objections)
        if count:
            self.look_at((0 if by > 0 else count - 1) if self.at is None else min(count - 1, max(0, self.at + by)))

    def look_at(self, number: int) -> None:
        self.at = number
        announce(self, self.moved.objections[number].words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.chosen.emit(self.moved.objections[self.at].turn)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._under(event.position())
        if number is not None:
            self.look_at(number)
            self.chosen.emit(self.moved.objections[number].turn)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(self.moved.objections[number].words) if number is not None else "", self)
            return True
        return super().event(event)

    def _under(self, point: QPointF) -> int | None:
        near = theme_of(self).px(12)
        for i, objection in enumerate(self.moved.objections):
            if abs(self.x_of(objection.x) - point.x()) <= near and abs(self.y_of(objection.level) - point.y()) <= near:
                return i
        return None

    # ---- places

    @property
    def _left(self) -> float:
        return float(theme_of(self).px(78))

    @property
    def _right(self) -> float:
        return float(self.width() - theme_of(self).px(14))

    def x_of(self, share: float) -> float:
        return self._left + (self._right - self._left) * share

    def y_of(self, level: float) -> float:
        theme = theme_of(self)
        top, base = theme.px(28), self.height() - theme.px(74)
        # What is on the way to the next step is drawn in the lower part of it: nearly there must not look like there.
        step = int(level)
        return base - (base - top) * (step + NEARLY * (level - step)) / 3

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._steps(painter)
        painter.drawPixmap(0, 0, self._drawn())
        self._names(painter)
        self._axis(painter)
        self._objections(painter)

    def _drawn(self) -> QPixmap:
        """What is the same at every paint of this size."""
        ratio = self.devicePixelRatioF()
        wanted = (self.size(), ratio, theme_of(self).scale)
        if self._picture is None or self._pictured != wanted:
            self._pictured = wanted
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._curve(painter)
            self._lanes(painter)
            painter.end()
        return self._picture

    def _steps(self, painter: QPainter) -> None:
        theme = theme_of(self)
        painter.setFont(theme.font("caption"))
        for i, word in enumerate(WORDS):
            painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.SolidLine if i == 0 else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(self._left, self.y_of(i)), QPointF(self._right, self.y_of(i)))
            self._label(painter, self.y_of(i), word)

    def _label(self, painter: QPainter, y: float, word: str) -> None:
        theme = theme_of(self)
        room = self._left - theme.px(10)
        shown = QFontMetricsF(painter.font()).elidedText(word, Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.color("subtle"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, y - theme.px(10), room, theme.px(20)), side, shown)

    def _points(self) -> list[QPointF]:
        left, wide = self._left, self._right - self._left
        return [QPointF(left + wide * x, self.y_of(level)) for x, level in self.moved.points]

    def _curve(self, painter: QPainter) -> None:
        theme = theme_of(self)
        points = self._points()
        path = curve.path(points)
        base = self.y_of(0)
        area = curve.path(points)
        area.lineTo(points[-1].x(), base)
        area.lineTo(points[0].x(), base)
        fill = QLinearGradient(0, self.y_of(3), 0, base)
        fill.setColorAt(0, theme.color("accent", 0.16))
        fill.setColorAt(1, theme.color("accent", 0.0))
        painter.fillPath(area, fill)
        hues = QLinearGradient(0, self.y_of(0), 0, self.y_of(3))
        for i, hue in enumerate(HUES):
            hues.setColorAt(i / 3, theme.color(hue))
        pen = QPen(QBrush(hues), 2.6 * theme.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def lane_top(self, row: int) -> float:
        """Where the lane of their time to speak, 0, or of yours, 1, begins."""
        theme = theme_of(self)
        return self.y_of(0) + theme.px(20) + row * theme.px(16)

    def _names(self, painter: QPainter) -> None:
        for row, name in enumerate((self._name, self._you)):
            self._label(painter, self.lane_top(row) + theme_of(self).px(7) / 2, name)

    def _lanes(self, painter: QPainter) -> None:
        theme = theme_of(self)
        high, first, wide = theme.px(7), self._left, self._right - self._left
        painter.setPen(Qt.PenStyle.NoPen)
        for row, (hue, own) in enumerate((("stone", False), ("accent", True))):
            top = self.lane_top(row)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(QRectF(first, top, wide, high), high / 2, high / 2)
            painter.setBrush(theme.color(hue))
            for start, end, yours in self.moved.lanes:
                if yours is own:
                    width = max(3.0, wide * (end - start) - 1.0)
                    rect = QRectF(first + wide * start, top, width, high)
                    painter.drawRoundedRect(rect, min(high / 2, width / 2), min(high / 2, width / 2))

    def _axis(self, painter: QPainter) -> None:
        theme = theme_of(self)
        metrics = QFontMetricsF(painter.font())
        painter.setPen(theme.color("subtle"))
        free = 0.0
        for x, word in self.moved.ticks:
            width = metrics.horizontalAdvance(word)
            left = min(max(self._left - theme.px(12), self.x_of(x) - width / 2), self.width() - width)
            if left >= free:
                painter.drawText(
                    QRectF(left, self.height() - theme.px(20), width + 2, theme.px(18)), Qt.AlignmentFlag.AlignCenter, word
                )
                free = left + width + theme.px(16)

    def _objections(self, painter: QPainter) -> None:
        theme = theme_of(self)
        if self.at is not None:
            looked = self.moved.objections[self.at]
            painter.setPen(QPen(theme.color("control"), 1.2))
            x = self.x_of(looked.x)
            painter.drawLine(QPointF(x, self.y_of(looked.level)), QPointF(x, self.y_of(0) + theme.px(46)))
        for i, rect in self.names():
            label = self.moved.objections[i].label
            painter.setFont(self._font(i))
            painter.setPen(theme.color("text" if i == self.at else "muted"))
            painter.drawText(rect.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        for i in reversed(self._order()):
            objection = self.moved.objections[i]
            size = theme.px(9 if i == self.at else 7.5)
            draw_marker(painter, self.x_of(objection.x), self.y_of(objection.level), size, MARKER[objection.status])

    def _font(self, number: int) -> QFont:
        label = self.moved.objections[number].label
        return theme_of(self).font("captionb" if number == self.at else "caption", text=label)

    def _order(self) -> list[int]:
        """The objection that is looked at has its words first; others where there is room."""
        return sorted(range(len(self.moved.objections)), key=lambda i: i != self.at)

    def names(self) -> list[tuple[int, QRectF]]:
        """Where names of objections are written: not on one another, nor on a diamond, be it of another objection, nor on the curve.

        Above its diamond, or to one side of that, or higher; else below, where that is not on who spoke. What is looked at may lie on
        the curve.
        """
        theme = theme_of(self)
        side, gap = theme.px(16), theme.px(11)
        spots = [QPointF(self.x_of(o.x), self.y_of(o.level)) for o in self.moved.objections]
        taken = [QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side) for spot in spots]
        found: list[tuple[int, QRectF]] = []
        points = self._points()
        for i in self._order():
            metrics = QFontMetricsF(self._font(i))
            width, high = metrics.horizontalAdvance(self.moved.objections[i].label), metrics.height()
            if width >= self._right - self._left:
                continue
            spot = spots[i]
            places: list[QRectF] = []
            for top in (spot.y() - gap - high, spot.y() + gap, spot.y() - gap - 2 * high):
                if top < 0 or top + high > self.lane_top(0):
                    continue
                lefts = (spot.x() - width / 2, spot.x() - side / 2, spot.x() + side / 2 - width)
                places += [QRectF(min(max(self._left, left), self._right - width), top, width, high) for left in lefts]
            free = [r for r in places if not any(r.adjusted(-6, 0, 6, 0).intersects(t) for t in taken)]
            rect = next((r for r in free if not curve.runs_through(points, r)), free[0] if free and i == self.at else None)
            if rect is not None:
                taken.append(rect)
                found.append((i, rect))
        return found


def _step(level: float) -> int:
    return min(3, max(0, int(level)))
