"""The meetings, and the found lines, as item models that grow a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rehearse.library.records import Hit, RehearsalRow
from ui.library import rows as words
from ui.widgets.plain import one_line

ITEM = Qt.ItemDataRole.UserRole + 1
MOST_TITLE = 200
Index = QModelIndex | QPersistentModelIndex
_T = TypeVar("_T")


class PagedModel(QAbstractListModel, Generic[_T]):
    """A list that asks for more while there is more.

    Signals: ``more_wanted(object)`` the key to ask the next page with; answer it with ``add``.
    """

    more_wanted = Signal(object)

    def __init__(self, spoken: Callable[[_T], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[_T] = []
        self._next: int | None = None
        self._waiting = False
        self._spoken = spoken

    @property
    def items(self) -> Sequence[_T]:
        return self._items

    @property
    def whole(self) -> bool:
        """Whether the last page is here."""
        return self._next is None

    def fill(self, items: Sequence[_T], next: int | None) -> None:
        """Replace everything by a first page."""
        self.beginResetModel()
        self._items, self._next, self._waiting = list(items), next, False
        self.endResetModel()

    def add(self, items: Sequence[_T], next: int | None) -> None:
        """Add the next page."""
        self._waiting, self._next = False, next
        if items:
            first = len(self._items)
            self.beginInsertRows(QModelIndex(), first, first + len(items) - 1)
            self._items += items
            self.endInsertRows()

    def take(self, place: int) -> _T:
        """Take one out."""
        self.beginRemoveRows(QModelIndex(), place, place)
        item = self._items.pop(place)
        self.endRemoveRows()
        return item

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._waiting = True
            self.more_wanted.emit(self._next)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(self._spoken(item))
        return None


class MeetingsModel(PagedModel[RehearsalRow]):
    """Meetings, newest first; their titles can be edited.

    Signals: those of ``PagedModel``; ``renamed(str, str)`` the id and the new title, when a person changed it.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(words.spoken, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsEditable if index.isValid() else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and 0 <= index.row() < len(self._items):
            return self._items[index.row()].title
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not 0 <= index.row() < len(self._items):
            return False
        row, title = self._items[index.row()], " ".join(str(value).split())[:MOST_TITLE]
        if not title:
            return False
        if title != row.title:
            self._items[index.row()] = replace(row, title=title)
            self.dataChanged.emit(index, index)
            self.renamed.emit(row.id, title)
        return True

    def at(self, id: str) -> int:
        """The place of a meeting, -1 where it is not here."""
        return next((i for i, row in enumerate(self._items) if row.id == id), -1)


class HitsModel(PagedModel[Hit]):
    """What was found, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(words.hit_spoken, parent)
