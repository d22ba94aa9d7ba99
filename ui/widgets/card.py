"""Cards, and the ground that paints their shadows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QLayout, QWidget

from ui.theme.theme import theme_of
from ui.widgets.layouts import Box, vbox
from ui.widgets.shadow import draw_shadow

_REACH = 40  # pixels: no shadow is wider


class Card(QWidget):
    """A surface with round corners. Put things into ``box``. The shadow is painted by the ``Host`` below it.

    ``fill`` and ``border`` are tokens; ``elevation`` 0 has no shadow, 1 is a card, 2 a composer; ``pad`` at 100 %.
    ``stripe`` is a token for a coloured edge at the left.
    """

    def __init__(
        self,
        fill: str = "surface",
        radius: int = 12,
        elevation: int = 1,
        border: str | None = "line",
        stripe: str | None = None,
        pad: float = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fill, self.radius, self.elevation, self.border, self.stripe = fill, radius, elevation, border, stripe
        self.focused = False
        self.box: Box = vbox(margins=(pad, pad, pad, pad), spacing=8)
        self.setLayout(self.box)

    def set_look(self, *, fill: str | None = None, border: str | None = None, elevation: int | None = None) -> None:
        """Changes how the card looks."""
        self.fill = self.fill if fill is None else fill
        self.border = self.border if border is None else border
        self.elevation = self.elevation if elevation is None else elevation
        self.update()
        if (ground := host_of(self)) is not None:
            ground.update()

    def show_focus_of(self, widget: QWidget) -> None:
        """Draws the border strong while ``widget`` inside has the focus: for text boxes without a border of their own."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focused = event.type() == QEvent.Type.FocusIn
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = 1.0 if self.focused else 0.5
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        edge = "ring" if self.focused else self.border
        painter.setBrush(theme.color(self.fill))
        painter.setPen(QPen(theme.color(edge), 2 * half) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, self.radius, self.radius)
        if self.stripe:
            path = QPainterPath()
            path.addRoundedRect(rect, self.radius, self.radius)
            painter.setClipPath(path)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3.5, rect.height()), theme.color(self.stripe))


class Host(QWidget):
    """The ground of a page. Paints the shadows of all cards on it, so that cards keep their exact geometry."""

    def __init__(self, layout: QLayout | None = None, ground: str | None = "canvas", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted: dict[Card, QRect] = {}
        self.ground = ground
        if ground:
            self.setObjectName(ground)
        if layout is not None:
            self.setLayout(layout)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._follow()
        return done

    def _follow(self, being_painted: QRegion | None = None) -> None:
        """Paints again where a shadow was and where it is now: Qt knows of the card that moved, not of what lies around it."""
        now = self._raised()
        for card in self._painted.keys() | now.keys():
            was, here = self._painted.get(card), now.get(card)
            if was != here:
                for rect in (was, here):
                    if rect is not None:
                        around = QRegion(rect.adjusted(-_REACH, -_REACH, _REACH, _REACH) & self.rect())
                        self.update(around - being_painted if being_painted is not None else around)
        self._painted = now

    def _raised(self) -> dict[Card, QRect]:
        """The cards that have a shadow, and where they stand."""
        cards = (c for c in self.findChildren(Card) if c.elevation and c.isVisibleTo(self))
        return {card: QRect(card.mapTo(self, QPoint(0, 0)), card.size()) for card in cards}

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self.ground:
            painter.fillRect(event.rect(), theme.color(self.ground))
        self._follow(event.region())  # a card may move without a word to its ground, as in a layout within a layout
        for card, rect in self._painted.items():
            if rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).intersects(event.rect()):
                self._shadow(painter, card, QRectF(rect))

    def _shadow(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        theme = theme_of(self)
        colour, ratio, high = theme.color("shadow"), self.devicePixelRatioF(), card.elevation > 1
        near, far = (0.30, 0.28) if theme.dark else (0.07, 0.05)
        draw_shadow(painter, rect, card.radius, blur=2, colour=colour, alpha=near, drop=1, pixel_ratio=ratio)
        draw_shadow(
            painter,
            rect,
            card.radius,
            blur=14 if high else 9,
            colour=colour,
            alpha=far * (1.25 if high else 1),
            drop=5 if high else 3,
            pixel_ratio=ratio,
        )


def host_of(widget: QWidget) -> Host | None:
    """The ground that paints the shadow of ``widget``."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Host):
        parent = parent.parentWidget()
    return parent
