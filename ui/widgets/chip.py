"""A small label with a ground in a hue."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.plain import one_line
from ui.widgets.roles import install_roles


class Chip(QWidget):
    """A word or two, with an icon. ``hue``: accent amber brick blue violet stone, or ``line`` for a plain outline."""

    def __init__(self, text: str, hue: str = "stone", icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        self._text, self.hue, self._icon = "", hue, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, hue, icon)

    def text(self) -> str:
        return self._text

    def set(self, text: str, hue: str | None = None, icon: str | None = None) -> None:
        """Changes text, hue and icon."""
        self._text, self._icon = one_line(text, 200), icon
        self.hue = self.hue if hue is None else hue
        self.setAccessibleName(text)
        self.restyle()

    def restyle(self) -> None:
        """Takes the font from the theme again."""
        self.setFont(theme_of(self).font("captionb", text=self._text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme_of(self).px(150)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._text, self.hue, self._icon)


def chip_size(text: str, icon: str | None = None) -> QSize:
    """The room that a chip takes."""
    theme = theme_of()
    words = QFontMetricsF(theme.font("captionb", text=text)).horizontalAdvance(text)
    return QSize(math.ceil(words + 2 * theme.sp(8) + (theme.px(17) if icon else 0)) + 1, theme.px(22))


def paint_chip(painter: QPainter, rect: QRectF, text: str, hue: str, icon: str | None = None) -> None:
    """Paints a chip into ``rect``: for what is one painted whole. The text is in one line, and elides."""
    theme = theme_of()
    plain = hue == "line"
    ground, ink = ("surface", "muted") if plain else (f"{hue}_soft", f"{hue}_text")
    painter.setPen(QPen(theme.color("line"), 1) if plain else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
    left = rect.left() + theme.sp(8)
    if icon:
        side = theme.px(13)
        picture = theme.icon_pixmap(icon, ink, side, painter.device().devicePixelRatio(), 2.1)
        painter.drawPixmap(QPointF(left, rect.top() + (rect.height() - side) / 2), picture)
        left += theme.px(17)
    font = theme.font("captionb", text=text)
    painter.setPen(theme.color(ink))
    painter.setFont(font)
    room = rect.right() - left - theme.sp(8) + 2
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(
        QRectF(left, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
    )
