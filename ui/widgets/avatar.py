"""A person as an emblem in a round square, or initials for a real person."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets import emblems
from ui.widgets.roles import install_roles

_ROUND = 0.32


class Avatar(QWidget):
    """``emblem`` is one of ``emblems.NAMES``, or ``you`` or ``mentor``, which show ``initials``.

    ``size`` in pixels at 100 %. ``name`` is what a screen reader says; empty for decoration beside the name.
    ``live`` keeps room for the ring of somebody speaking; ``set_live`` turns the ring on and off.
    """

    def __init__(
        self,
        emblem: str,
        size: float = 36,
        initials: str = "",
        name: str = "",
        live: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        install_roles()
        self.emblem, self._size, self.initials = emblem, size, initials[:2]
        self._room, self._live = live is not None, bool(live)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.restyle()

    def set_person(self, emblem: str, name: str = "", initials: str = "") -> None:
        """Shows somebody else."""
        self.emblem, self.initials = emblem, initials[:2]
        self.setAccessibleName(name)
        self.update()

    def set_live(self, live: bool) -> None:
        """Turns the ring of somebody speaking on or off. A state, not a pulse."""
        if live != self._live:
            self._live = live
            self.update()

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        side = theme.px(self._size) + (2 * theme.px(8) if self._room else 0)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pad = theme.px(self._size), theme.px(8) if self._room else 0
        rect = QRectF(pad, pad, side, side)
        if self._live:
            painter.setPen(Qt.PenStyle.NoPen)
            for grow, alpha in ((7.0, 0.14), (3.5, 0.32)):
                painter.setBrush(theme.color("accent", alpha))
                wide = min(float(pad), grow * theme.scale)
                painter.drawRoundedRect(rect.adjusted(-wide, -wide, wide, wide), side * _ROUND + wide, side * _ROUND + wide)
        paint_emblem(painter, rect, self.emblem, theme.dark, self.initials)


def paint_emblem(painter: QPainter, rect: QRectF, emblem: str, dark: bool, initials: str = "") -> None:
    """Paints an emblem into ``rect``: for lists with a delegate and for the transcript."""
    ink, ground = emblems.colours(emblem, dark)
    side = rect.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, side * _ROUND, side * _ROUND)
    painter.fillPath(path, ground)
    painter.setClipPath(path)
    if initials or emblem in ("you", "mentor"):
        font = theme_of().font("bodyb", text=initials)
        font.setPixelSize(max(1, round(side * 0.36)))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    else:
        painter.translate(rect.topLeft())
        painter.scale(side, side)
        if not emblems.draw(painter, emblem, ink, ground):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(0.5, 0.5), 0.2, 0.2)
    painter.restore()
