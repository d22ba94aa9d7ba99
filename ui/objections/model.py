"""The objections as one list: a heading for each person or kind, under an open one its rows, and a row for more of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rehearse.review.across import Group, Voiced
from ui.objections import rows as words

ITEM = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of a group."""

    group: Group
    is_open: bool


@dataclass(frozen=True, slots=True)
class More:
    """The last row of an open group of which there is more: how many are not shown, None while they are on the way."""

    left: int | None


@dataclass(slots=True)
class _Part:
    group: Group
    wanted: int  # rows of it under the filter
    is_open: bool = False
    items: list[Voiced] = field(default_factory=list)

    @property
    def left(self) -> int:
        return max(0, self.wanted - len(self.items))

    @property
    def length(self) -> int:
        return 1 + (len(self.items) + bool(self.left) if self.is_open else 0)


class ObjectionsModel(QAbstractListModel):
    """Signals: ``wanted(str, object)`` a group's key and the key of its last row (None for the first page): answer with ``add``."""

    wanted = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[_Part] = []
        self._waiting: set[str] = set()

    # ---- filling

    def fill(self, groups: Sequence[Group], wanted: Sequence[int], open_keys: Sequence[str]) -> None:
        """Replace everything; the groups of `open_keys` are open, and their rows asked for. `wanted`: rows of each group."""
        self.beginResetModel()
        self._parts = [_Part(g, n, g.key in open_keys) for g, n in zip(groups, wanted, strict=True)]
        self._waiting.clear()
        self.endResetModel()
        for part in self._parts:
            if part.is_open:
                self._ask(part)

    def add(self, key: str, items: Sequence[Voiced]) -> None:
        """The next rows of a group. None of them means that there are no more."""
        self._waiting.discard(key)
        part = next((p for p in self._parts if p.group.key == key), None)
        if part is None:
            return
        before, had_more = len(part.items), bool(part.left)
        if not items:
            part.wanted = before  # what was counted is not there any more
        if not part.is_open:
            part.items += items
            return
        at = self._start(part) + 1 + before
        if had_more:
            self.beginRemoveRows(QModelIndex(), at, at)
            wanted, part.wanted = part.wanted, before
            self.endRemoveRows()
            part.wanted = wanted
        count = len(items) + (before + len(items) < part.wanted)
        if count:
            self.beginInsertRows(QModelIndex(), at, at + count - 1)
            part.items += items
            self.endInsertRows()

    def _ask(self, part: _Part) -> None:
        if part.left and part.group.key not in self._waiting:
            self._waiting.add(part.group.key)
            self.wanted.emit(part.group.key, part.items[-1].key if part.items else None)

    def more(self, row: int) -> None:
        """More of the group of a row."""
        part, _ = self._at(row)
        self._ask(part)
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    # ---- opening and folding

    @property
    def open_keys(self) -> tuple[str, ...]:
        return tuple(p.group.key for p in self._parts if p.is_open)

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(p.group for p in self._parts)

    def heading(self, row: int) -> int:
        """The row of the heading that a row stands under."""
        part, _ = self._at(row)
        return self._start(part)

    def row_of(self, key: str) -> int:
        """The row of a group's heading, -1 where there is none."""
        part = next((p for p in self._parts if p.group.key == key), None)
        return self._start(part) if part is not None else -1

    def set_open(self, row: int, wanted: bool) -> None:
        """Open or fold the group of a row."""
        part, _ = self._at(row)
        if part.is_open == wanted:
            return
        at = self._start(part)
        inside = len(part.items) + bool(part.left)
        if wanted and inside:
            self.beginInsertRows(QModelIndex(), at + 1, at + inside)
            part.is_open = True
            self.endInsertRows()
        elif inside:
            self.beginRemoveRows(QModelIndex(), at + 1, at + inside)
            part.is_open = False
            self.endRemoveRows()
        else:
            part.is_open = wanted
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        if wanted and not part.items:
            self._ask(part)

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else sum(p.length for p in self._parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        if role not in (ITEM, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        item = self.item(index.row())
        if role == ITEM:
            return item
        if isinstance(item, Heading):
            return words.group_spoken(item.group, item.is_open)
        if isinstance(item, More):
            return more_words(item)
        part, _ = self._at(index.row())
        return words.spoken(item, part.group.by)

    def item(self, row: int) -> Heading | Voiced | More:
        part, inside = self._at(row)
        if inside == 0:
            return Heading(part.group, part.is_open)
        if inside <= len(part.items):
            return part.items[inside - 1]
        return More(None if part.group.key in self._waiting else part.left)

    def by(self, row: int) -> str:
        """How the group of a row was made: person or kind."""
        return self._at(row)[0].group.by

    def _at(self, row: int) -> tuple[_Part, int]:
        for part in self._parts:
            if row < part.length:
                return part, row
            row -= part.length
        raise IndexError(row)

    def _start(self, wanted: _Part) -> int:
        at = 0
        for part in self._parts:
            if part is wanted:
                return at
            at += part.length
        raise ValueError("no such group")


def more_words(more: More) -> str:
    return "Reading …" if more.left is None else f"Show more ({more.left} not shown)"
