"""A line that is used or not: a check box whose words may take several lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.layouts import vbox
from ui.widgets.text import Text

_BOX = 16


class Tick(QCheckBox):
    """Signals: those of QCheckBox; ``toggled(bool)``."""

    def __init__(self, words: str, on: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # its own would hold the page as wide as its words
        self._text = Text(words)
        self.setLayout(vbox(self._text, margins=(28, 4, 4, 4), spacing=0))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setChecked(on)
        self._shade(on)
        self.toggled.connect(self._shade)

    def _shade(self, on: bool) -> None:
        self._text.set_color("text" if on else "subtle")

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize().expandedTo(QSize(28, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        side = theme.px(_BOX)
        left = self.width() - side - 2 if self.isRightToLeft() else 2
        top = theme.sp(4) + max(0, (theme.px(20) - side) // 2)
        paint_box(painter, QRectF(left, top, side, side), self.isChecked())


def paint_box(painter: QPainter, rect: QRectF, on: bool) -> None:
    """A box to tick, ticked or not: for what is one painted whole."""
    theme = theme_of()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if on else "control"), 1.4))
    painter.setBrush(theme.color("accent" if on else "surface"))
    painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
    if on:
        side = round(rect.width()) - 4
        picture = theme.icon_pixmap("check", "on_accent", side, painter.device().devicePixelRatio(), 3.2)
        painter.drawPixmap(rect.topLeft() + QRectF(0, 0, 2, 2).bottomRight(), picture)
