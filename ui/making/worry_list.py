"""The library of worries to choose from: what each is called and what it is, ticked where it is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.library.painting import paint_text
from ui.making.tick import paint_box
from ui.theme.theme import theme_of
from ui.widgets.plain import visible

if TYPE_CHECKING:
    from rehearse.personas import Concern

Index = QModelIndex | QPersistentModelIndex
_CONCERN = Qt.ItemDataRole.UserRole + 1
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WorryModel(QAbstractListModel):
    """The worries that are offered, and which of them are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.concerns: list[Concern] = []
        self._chosen: frozenset[str] = frozenset()

    def fill(self, concerns: Sequence[Concern]) -> None:
        """Replace everything; nothing happens where it is the same."""
        if list(concerns) != self.concerns:
            self.beginResetModel()
            self.concerns = list(concerns)
            self.endResetModel()

    def choose(self, ids: frozenset[str]) -> None:
        """Say which are chosen."""
        if ids != self._chosen:
            self._chosen = ids
            if self.concerns:
                self.dataChanged.emit(self.index(0), self.index(len(self.concerns) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.concerns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.concerns):
            return None
        concern = self.concerns[index.row()]
        chosen = concern.id in self._chosen
        if role == _CONCERN:
            return concern
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{visible(concern.label)}. {visible(concern.worry)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{visible(concern.label)}. {visible(concern.worry)} {'Chosen' if chosen else 'Not chosen'}."
        if role == Qt.ItemDataRole.ToolTipRole:
            said = f"\n“{visible(concern.objections[0].says)}”" if concern.objections else ""
            return f"{visible(concern.worry)}{said}"
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = theme_of()
        return QSize(theme.px(160), theme.px(20) + theme.px(17) + 2 * theme.sp(6))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        concern = index.data(_CONCERN)
        if concern is None:
            return
        theme, rect = theme_of(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.color("ring") if current else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.sp(8), theme.sp(8))
        room = rect.adjusted(theme.sp(10), theme.sp(6), -theme.sp(10), -theme.sp(6))
        side = theme.px(16)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_box(painter, QRectF(room.left(), room.top() + (theme.px(20) - side) / 2, side, side), chosen)
        text = room.adjusted(side + theme.sp(10), 0, 0, 0)
        half = theme.px(20)
        paint_text(painter, QRectF(text.left(), text.top(), text.width(), half), visible(concern.label), "bodyb", "text")
        below = QRectF(text.left(), text.top() + half, text.width(), text.height() - half)
        paint_text(painter, below, visible(concern.worry), "caption", "muted")
        painter.restore()


class WorryList(QListView):
    """Enter, Space or a click chooses a worry, or takes it out. Signals: ``toggled(str)`` its id."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.worries = WorryModel(self)
        self.setModel(self.worries)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Worries to choose from")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def restyle(self) -> None:
        """Lays the rows out again, since the text may have grown."""
        self.scheduleDelayedItemsLayout()

    def row_height(self) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def _toggle(self, index: QModelIndex) -> None:
        concern = index.data(_CONCERN)
        if concern is not None:
            self.toggled.emit(concern.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            if not self.currentIndex().isValid() and self.worries.concerns:
                self.setCurrentIndex(self.worries.index(0, 0))
            self._toggle(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self._toggle(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Going to the first row scrolls there: under a mouse that presses, the row it is on would go away.
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        self.setAutoScroll(not by_mouse)
        super().focusInEvent(event)
        if not by_mouse and not self.currentIndex().isValid() and self.worries.concerns:
            self.setCurrentIndex(self.worries.index(0, 0))
        self.setAutoScroll(True)
