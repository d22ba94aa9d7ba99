"""A page that stands in the place of the review for a while: Back, one scrolled sheet as high as what is on it, Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.layouts import Box, Item, hbox, scroll, vbox, wrap

MARGINS = (32, 20, 30, 24)
_MEASURE = 760  # of a page that is read from top to bottom


class SidePage(QWidget):
    """Signals: ``back()``, by the button or Esc."""

    back = Signal()
    area: QScrollArea

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("Back to the review", "link", "back", tip="Esc")
        self.button.clicked.connect(self.back)
        self._column: QWidget | None = None

    def lay(self, name: str, sheet: Box) -> None:
        """Put the sheet on the page. Once, at the end of making it."""
        self._page = Host(sheet)
        self.area = scroll(self._page, name)
        self._page.installEventFilter(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.area)
        self.setLayout(vbox(self.area, spacing=0))

    def lay_column(self, name: str, rows: list[Item]) -> None:
        """The same with one column that is not wider than one reads well, Back above it."""
        self._column = wrap(vbox(wrap(hbox(self.button, None)), *rows, None, spacing=12))
        self.lay(name, vbox(hbox((self._column, 100), None), margins=MARGINS))
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        if self._column is not None:
            self._column.setMaximumWidth(theme_of(self).px(_MEASURE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As high as what is on it at this width: by itself Qt leaves room for the narrowest page."""
        if watched is self._page and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            layout = self._page.layout()
            if layout is not None:
                self._page.setMinimumHeight(layout.totalHeightForWidth(self._page.width()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
