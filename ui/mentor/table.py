"""The group as a plain table: who was given how much, what they sent, what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.assigned import words as names
from ui.mentor import words
from ui.mentor.office import Member
from ui.theme.theme import theme_of

_HEADS = ("Person", "Given", "Sent", "Answered", "Last sent")
_WIDEST = ("", "1,000", "1,000", "1,000", "27 September 2026")  # that a column has room for
_ROWS = 10  # that are seen at once, at most
_Index = QModelIndex | QPersistentModelIndex


class GroupModel(QAbstractTableModel):
    """One row a person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members: tuple[Member, ...] = ()

    def fill(self, members: Sequence[Member]) -> None:
        """Show these."""
        self.beginResetModel()
        self.members = tuple(members)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member = self.members[index.row()]
        shown = (
            names.name(member.name),
            str(member.given),
            str(member.sent),
            str(member.answered),
            words.day(member.last) or "–",
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return shown[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADS[index.column()]}: {shown[index.column()]}"
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class GroupTable(QTableView):
    """As high as its rows, up to a few; then it scrolls."""

    def __init__(self, model: GroupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("The group")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes fonts and sizes from the theme again."""
        theme = theme_of(self)
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("captionb"))
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        for column, (head, sample) in enumerate(zip(_HEADS, _WIDEST, strict=True)):
            wide = max(self.fontMetrics().horizontalAdvance(words) for words in (head, sample))
            self.setColumnWidth(column, wide + theme.px(26))
        rows = min(_ROWS, max(1, self.model().rowCount()))
        self.setFixedHeight(rows * theme.px(32) + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(200), super().minimumSizeHint().height())
