"""The list of objections: the keys that open and fold its groups, and the mouse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from rehearse.review.across import Voiced
from ui.objections.model import ITEM, Heading, More, ObjectionsModel
from ui.objections.painting import ObjectionDelegate

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ObjectionList(QListView):
    """Enter, Space or a click opens a group or folds it, and goes to an objection; Right opens, Left folds.

    Signals: ``chosen(object)`` an objection, as Voiced.
    """

    chosen = Signal(object)

    def __init__(self, model: ObjectionsModel, delegate: ObjectionDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._painter = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Objections of all meetings")
        self.setAccessibleDescription("Enter opens a group, or the meeting at that line. Right opens, Left folds.")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def restyle(self) -> None:
        """Lays the rows out again, since the text may have grown."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # the height of a row depends on the width

    def go(self, index: QModelIndex) -> None:
        """Do what a row is for."""
        item = index.data(ITEM)
        if isinstance(item, Heading):
            self._rows.set_open(index.row(), not item.is_open)
        elif isinstance(item, More):
            self._rows.more(index.row())
        elif isinstance(item, Voiced):
            self.chosen.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, key = self.currentIndex(), event.key()
        if not at.isValid():
            super().keyPressEvent(event)
        elif key in _OPENS:
            if not event.isAutoRepeat():
                self.go(at)
        elif key == Qt.Key.Key_Right and isinstance(at.data(ITEM), Heading):
            self._rows.set_open(at.row(), True)
        elif key == Qt.Key.Key_Left:
            heading = self._rows.heading(at.row())
            if heading == at.row():
                self._rows.set_open(heading, False)
            else:
                self.setCurrentIndex(self._rows.index(heading, 0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at.isValid():
            self.go(at)
