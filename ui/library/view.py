"""The list of the library: keys, the mouse on the link of a row, the context menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QStyledItemDelegate, QWidget

from ui.exports.saving import CHOICES
from ui.library.painting import MeetingDelegate

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EXPORTS = QKeySequence("Ctrl+E")
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RowView(QListView):
    """A list of painted rows. Signals: ``opened(QModelIndex)`` by Enter, a double click or the link of the row;
    ``delete_wanted(QModelIndex)`` by Delete or the menu; ``export_wanted(QModelIndex, str)`` with the form of the file."""

    export_wanted = Signal(QModelIndex, str)
    opened = Signal(QModelIndex)
    delete_wanted = Signal(QModelIndex)

    def __init__(self, name: str, delegate: QStyledItemDelegate, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._delegate, self._editable = delegate, editable
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed if editable else triggers.NoEditTriggers)
        if editable:
            self.setAccessibleDescription("Enter opens, F2 renames, Ctrl+E exports, Delete deletes")
        self.verticalScrollBar().setSingleStep(24)

    def restyle(self) -> None:
        """Lays the rows out again, since the text may have grown."""
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if at.isValid() and not editing and event.key() in _OPENS:
            self.opened.emit(at)
        elif at.isValid() and not editing and self._editable and event.key() in _DELETES:
            self.delete_wanted.emit(at)
        elif at.isValid() and not editing and self._editable and QKeySequence(event.keyCombination()) == _EXPORTS:
            self._popup(self._forms(at, QMenu(self)), at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._on_link(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._on_link(place):
            self.opened.emit(self.indexAt(place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and not self._on_link(event.position().toPoint()):
            self.opened.emit(at)

    def _on_link(self, place: QPoint) -> bool:
        """Whether the mouse is on what opens a row: its link; the whole row where there is none."""
        at = self.indexAt(place)
        if not at.isValid():
            return False
        if isinstance(self._delegate, MeetingDelegate):
            return self._delegate.link_rect(self.visualRect(at)).contains(place)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.currentIndex() if event.reason() == QContextMenuEvent.Reason.Keyboard else self.indexAt(event.pos())
        if not at.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _add(menu, "Open", "Return").triggered.connect(lambda: self.opened.emit(at))
        if self._editable:
            _add(menu, "Rename", "F2").triggered.connect(lambda: self.edit(at))
            self._forms(at, menu.addMenu("Export"))
            _add(menu, "Delete", "Del").triggered.connect(lambda: self.delete_wanted.emit(at))
        place = self.visualRect(at).center() if event.reason() == QContextMenuEvent.Reason.Keyboard else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    def _forms(self, at: QModelIndex, menu: QMenu) -> QMenu:
        """The forms of a file as a menu."""
        menu.setAccessibleName("Export as")
        for form, (name, _) in CHOICES.items():
            menu.addAction(name).triggered.connect(lambda _checked=False, form=form: self.export_wanted.emit(at, form))
        return menu

    def _popup(self, menu: QMenu, at: QModelIndex) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(at).center()))
        menu.setActiveAction(menu.actions()[0])


def _add(menu: QMenu, text: str, keys: str) -> QAction:
    """An action that shows its keys; the view itself listens for them."""
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
