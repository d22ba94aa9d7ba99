"""The ladder of four steps, standing: the product's signature."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QBrush, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.motion import MARKER, Glide
from ui.widgets.roles import install_roles
from ui.widgets.steps import HUES, WORDS

_LAST = len(WORDS) - 1
_DOT, _MARK, _HALO = 4.5, 9, 3  # px at 100 %: radius of a step and of the marker, and what is left free around that


class Ladder(QWidget):
    """Where somebody stands, 0 to 3 and between. Told by place, word and marker, not by hue alone.

    ``set_value`` moves the marker in 400 ms, or at once with less motion.
    """

    def __init__(self, value: float = 0.0, height: float = 150, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._value = self._shown = min(float(_LAST), max(0.0, value))
        self._height = height
        self._glide = Glide(self, self._show, MARKER)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Where they stand")
        self._describe()
        self.restyle()

    @property
    def value(self) -> float:
        """Where they stand now; the marker may still be on its way."""
        return self._value

    @property
    def shown(self) -> float:
        """Where the marker is drawn."""
        return self._shown

    def set_value(self, value: float) -> None:
        """Moves the marker to ``value``, held between 0 and 3."""
        value = min(float(_LAST), max(0.0, value))
        if value == self._value:
            return
        self._value = value
        self._describe()
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, value))
        self._glide.to(self._shown, value)

    def _show(self, value: float) -> None:
        self._shown = value
        self.update()

    def _describe(self) -> None:
        step = round(self._value)
        self.setAccessibleDescription(f"{WORDS[step]}, step {step + 1} of {len(WORDS)}")

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(150), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(110), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, left = theme.px(14), float(theme.px(13))
        places = [self._y(step, top) for step in range(len(WORDS))]
        self._paint_rail(painter, left, places, self._y(self._shown, top))
        for step in range(len(WORDS)):
            self._paint_step(painter, left, places[step], step)
        self._paint_marker(painter, left, self._y(self._shown, top))

    def _y(self, value: float, top: int) -> float:
        return self.height() - top - value * (self.height() - 2 * top) / _LAST

    def _paint_rail(self, painter: QPainter, left: float, places: list[float], marker: float) -> None:
        theme = theme_of(self)
        width = theme.px(4)
        flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(theme.color("line"), width, *flat))
        low = marker if self._covered(places[0], marker) else places[0]
        high = marker if self._covered(places[-1], marker) else places[-1]
        painter.drawLine(QPointF(left, low), QPointF(left, high))
        shade = QLinearGradient(0, places[0], 0, places[-1])
        for step, hue in enumerate(HUES):
            shade.setColorAt(step / _LAST, theme.color(hue))
        painter.setPen(QPen(QBrush(shade), width, *flat))
        painter.drawLine(QPointF(left, low), QPointF(left, marker))

    def _covered(self, y: float, marker: float) -> bool:
        """Whether the marker covers what is painted at a step, in whole or in part: what was left of it would be a sliver."""
        return abs(y - marker) < theme_of(self).px(_MARK + _HALO + _DOT)

    def _paint_step(self, painter: QPainter, left: float, y: float, step: int) -> None:
        theme = theme_of(self)
        here, reached = step == round(self._shown), step <= self._shown + 0.01
        hue = theme.color(HUES[step] if reached else "control")
        if not self._covered(y, self._y(self._shown, theme.px(14))):
            painter.setPen(QPen(hue, 1.6))
            painter.setBrush(hue if reached else theme.color("canvas"))
            painter.drawEllipse(QPointF(left, y), theme.px(_DOT), theme.px(_DOT))
        painter.setFont(theme.font("bodyb" if here else "body"))
        painter.setPen(theme.color("text" if here else "subtle"))
        start = left + theme.px(18)
        room = QRectF(start, y - theme.px(11), self.width() - start, theme.px(22))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, WORDS[step])

    def _paint_marker(self, painter: QPainter, left: float, y: float) -> None:
        theme = theme_of(self)
        radius = theme.px(_MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        for size, token in ((radius + theme.px(_HALO), "canvas"), (radius, HUES[round(self._shown)]), (radius * 0.38, "canvas")):
            painter.setBrush(theme.color(token))
            painter.drawEllipse(QPointF(left, y), size, size)
