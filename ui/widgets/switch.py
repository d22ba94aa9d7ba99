"""On or off, at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.motion import HOVER, Glide
from ui.widgets.plain import one_line
from ui.widgets.roles import install_roles


class Switch(QCheckBox):
    """A check box drawn as a switch, with its words beside it. Signals: ``toggled(bool)`` of QCheckBox."""

    def __init__(self, text: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._words = one_line(text, 200)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._place = 1.0 if on else 0.0
        self._glide = Glide(self, self._move, HOVER)
        self.setChecked(on)
        self.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        self._glide.to(self._place, 1.0 if on else 0.0)

    def _move(self, place: float) -> None:
        self._place = place
        self.update()

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = QFontMetricsF(theme.font("body", text=self._words)).horizontalAdvance(self._words)
        return QSize(theme.px(38) + theme.sp(10) + round(words) + 4, max(28, theme.px(28)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme_of(self).px(160)), hint.height())

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height, possible = theme.px(36), theme.px(20), self.isEnabled()
        rect = QRectF(1, (self.height() - height) / 2, width, height)
        on = self.isChecked()
        edge = ("accent" if on else "control") if possible else "line"
        painter.setPen(QPen(theme.color(edge), 1.4))
        painter.setBrush(theme.color(edge) if on else theme.color("surface"))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        radius = height / 2 - theme.px(4)
        middle = QPointF(rect.left() + height / 2 + self._place * (width - height), rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent" if on and possible else "control" if possible else "subtle"))
        painter.drawEllipse(middle, radius, radius)
        font = theme.font("body", text=self._words)
        painter.setFont(font)
        painter.setPen(theme.color("text" if possible else "subtle"))
        left = width + theme.sp(10) + 2
        room = QRectF(left, 0, self.width() - left, self.height())
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
