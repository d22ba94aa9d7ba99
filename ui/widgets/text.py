"""Short text of a screen: wrapped, or in one line that elides instead of being cut."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.plain import one_line, tooltip
from ui.widgets.prose import Prose

_SHORT = 18  # a text this short is never elided: there is room for it everywhere


class Text(Prose):
    """A label on the engine of ``Prose``. With ``wrap=False`` it stays in one line; elided, the tooltip has it all."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "text",
        wrap: bool = True,
        italic: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        self.wrap = wrap
        super().__init__(text, role, color, (), italic, False, align, parent)
        self.setWordWrap(wrap)
        if not wrap:
            self.setSizePolicy(QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed))

    def hasHeightForWidth(self) -> bool:
        return self.wrap

    def ideal(self) -> int:
        if self.wrap:
            return super().ideal()
        return math.ceil(QFontMetricsF(self.font()).horizontalAdvance(one_line(self.text()))) + 2

    def sizeHint(self) -> QSize:
        if self.wrap:
            return super().sizeHint()
        return QSize(self.ideal(), math.ceil(QFontMetricsF(self.font()).height()) + 1)

    def minimumSizeHint(self) -> QSize:
        if self.wrap:
            return super().minimumSizeHint()
        short = self.role in ("overline", "num") or len(self.text()) < _SHORT
        width = self.ideal() if short else min(self.ideal(), theme_of(self).px(90))
        return QSize(width, self.sizeHint().height())

    @property
    def elided(self) -> bool:
        """Whether the text does not fit in its line."""
        return not self.wrap and self.width() + 1 < self.ideal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.elided and not self.toolTip():
            self.setToolTip(tooltip(self.text()))
            handled = super().event(event)
            self.setToolTip("")
            return handled
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wrap:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme_of(self).color(self.color if self.isEnabled() else "subtle"))
        shown = QFontMetricsF(self.font()).elidedText(one_line(self.text()), Qt.TextElideMode.ElideRight, self.width() + 1)
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(QRectF(self.rect()), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
