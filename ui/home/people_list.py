"""All people as a list: emblem, name, role; those whose file is at fault are marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rehearse.catalog import Entry
from ui.home.faults import place, real
from ui.library.painting import paint_text
from ui.theme.theme import theme_of
from ui.widgets.avatar import paint_emblem
from ui.widgets.plain import visible

ENTRY = Qt.ItemDataRole.UserRole + 1
NOTE = ENTRY + 1
Index = QModelIndex | QPersistentModelIndex


def label(entry: Entry) -> str:
    """The name, or the file's where the file is too broken to have one."""
    return visible(entry.name) or visible(entry.file.name)


def note(entry: Entry) -> str:
    """What stands below the name: the role; where it is at fault; or which file wins."""
    if entry.broken:
        return f"Needs a look: {place(real(entry)[0])}"
    if entry.shadowed_by is not None:
        return f"Not used: {visible(entry.shadowed_by.name)} has the same id"
    return visible(entry.role)


class PeopleModel(QAbstractListModel):
    """The entries of people, in the order in which they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._found_by: dict[str, str] = {}

    def fill(self, entries: Sequence[Entry], found_by: Mapping[str, str] | None = None) -> None:
        """Replace everything; nothing happens where it is the same. ``found_by`` says, by the id of a person who can be met,
        what stands below the name in place of the role."""
        told = dict(found_by or {})
        if list(entries) == self.entries and told == self._found_by:
            return
        self.beginResetModel()
        self.entries, self._found_by = list(entries), told
        self.endResetModel()

    def _note(self, entry: Entry) -> str:
        usable = not entry.broken and entry.shadowed_by is None
        return (usable and self._found_by.get(entry.id)) or note(entry)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == NOTE:
            return self._note(entry)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{label(entry)}. {self._note(entry)}"
        return visible(str(entry.file)) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = theme_of()
        return QSize(theme.px(160), theme.px(20) + theme.px(17) + 2 * theme.sp(8))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        theme, rect = theme_of(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.sp(8), theme.sp(8))
        room = rect.adjusted(theme.sp(10), theme.sp(8), -theme.sp(10), -theme.sp(8))
        side = theme.px(28)
        emblem = QRectF(room.left(), room.center().y() - side / 2, side, side)
        faulty = entry.broken or entry.shadowed_by is not None
        if entry.broken:
            icon = theme.icon_pixmap("alert", "amber_text", theme.px(20), painter.device().devicePixelRatio())
            painter.drawPixmap(emblem.topLeft() + QRectF(0, 0, theme.px(4), theme.px(4)).bottomRight(), icon)
        else:
            paint_emblem(painter, emblem, entry.emblem, theme.dark)
        text = room.adjusted(side + theme.sp(10), 0, 0, 0)
        half = text.height() / 2
        paint_text(painter, QRectF(text.left(), text.top(), text.width(), half), label(entry), "bodyb", "text")
        below = QRectF(text.left(), text.top() + half, text.width(), half)
        paint_text(painter, below, index.data(NOTE), "caption", "amber_text" if faulty and not chosen else "muted")
        painter.restore()


class PeopleList(QListView):
    """Signals: ``reached(object)`` the entry that a person went to; ``entered()`` for Enter on one."""

    reached = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("People")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._moved)

    def restyle(self) -> None:
        """Lays the rows out again, since the text may have grown."""
        self.scheduleDelayedItemsLayout()

    @property
    def current(self) -> Entry | None:
        entry = self.currentIndex().data(ENTRY)
        return entry if isinstance(entry, Entry) else None

    def choose(self, entry: Entry | None) -> None:
        """Goes to an entry, by its file; to the first where it is not in the list."""
        places = [i for i, e in enumerate(self.people.entries) if entry is not None and e.file == entry.file]
        if self.people.entries:
            self.setCurrentIndex(self.people.index(places[0] if places else 0, 0))

    def row_height(self) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        entry = now.data(ENTRY)
        if isinstance(entry, Entry):
            self.reached.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
