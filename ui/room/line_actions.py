"""The floating row with what can be done with the line under the pointer or the caret."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Tool
from ui.widgets.layouts import hbox


class LineActions(QWidget):
    """For the mouse; the keys T and C of the conversation do the same. Signals: `again()`, `copy()`."""

    again = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._again = Tool("again", "Try this moment again (T)", size=16)
        self._copy = Tool("copy", "Copy this line (C)", size=16)
        for tool, signal in ((self._again, self.again), (self._copy, self.copy)):
            tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tool.clicked.connect(signal)
        self.setLayout(hbox(self._again, self._copy, margins=(2, 1, 2, 1), spacing=2))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def offer(self, mine: bool) -> None:
        """For a line of yours there is more to do."""
        self._again.setVisible(mine)
        self.layout().activate()
        self.resize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
