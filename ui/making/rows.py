"""Lines of the same kind, one below the other: added, typed and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.making.asked import AskedLine
from ui.theme.theme import theme_of
from ui.widgets.button import Button, Tool
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.select import Select

_NARROW_EM = 34
Row = tuple[str, str, str]
"""Kind, words, and the id in the file."""


class OneRow(QWidget):
    """One of them. Signals: ``edited()``; ``gone()``; ``entered()`` on Enter."""

    edited = Signal()
    gone = Signal()
    entered = Signal()

    def __init__(self, name: str, row: Row, kinds: Sequence[tuple[str, str]], example: Callable[[str], str]) -> None:
        super().__init__()
        kind, says, self.id = row
        self._example = example
        self.kind = Select(f"{name}: what", kinds, kind) if kinds else None
        self.says = AskedLine(name, says, example=example(kind))
        self.remove = Tool("x", f"Take out {name[:1].lower()}{name[1:]}", size=16)
        head = [self.kind] if self.kind is not None else []
        self._line = hbox(*head, hbox((self.says.line, 1), self.remove, spacing=8), spacing=8)
        self._line.setStretch(self._line.count() - 1, 1)
        self._line.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        box = self.says.layout()
        assert isinstance(box, QBoxLayout)
        box.takeAt(1)
        box.insertLayout(1, self._line)
        self.setLayout(vbox(self.says))
        self.says.edited.connect(lambda _text: self.edited.emit())
        self.says.entered.connect(self.entered)
        self.remove.clicked.connect(self.gone)
        if self.kind is not None:
            self.kind.changed.connect(self._choose)

    def _choose(self, kind: str) -> None:
        self.says.line.setPlaceholderText(self._example(kind))
        self.edited.emit()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    @property
    def value(self) -> Row:
        kind = self.kind.value if self.kind is not None else ""
        return kind, " ".join(self.says.line.text().split()), self.id


class Rows(QWidget):
    """Signals: ``edited()`` while a person types, adds or takes out; ``rearranged()`` where it is one more or less."""

    edited = Signal()
    rearranged = Signal()

    def __init__(
        self,
        name: str,
        add: str,
        rows: Sequence[Row],
        kinds: Sequence[tuple[str, str]] = (),
        example: Callable[[str], str] = lambda kind: "",
    ) -> None:
        super().__init__()
        self._name, self._kinds, self._example = name, tuple(kinds), example
        self.rows: list[OneRow] = []
        self._list = vbox(spacing=10)
        self.add = Button(add, icon="plus")
        self.setLayout(vbox(self._list, wrap(hbox(self.add, None)), spacing=10))
        self.add.clicked.connect(self.begin)
        for row in rows:
            self._put(row)
        self._number()

    @property
    def values(self) -> tuple[Row, ...]:
        return tuple(row.value for row in self.rows)

    def take_ids(self, ids: Sequence[str]) -> None:
        """Give the lines that hold something the ids that they have in the file, in their order."""
        for row, id in zip((row for row in self.rows if row.value[1]), ids, strict=False):
            row.id = id

    def begin(self) -> None:
        """A new line, with the focus in it; the empty one where there is one already."""
        row = next((row for row in self.rows if not row.value[1]), None)
        if row is None:
            row = self._put((self._kinds[0][0] if self._kinds else "", "", ""))
            self._number()
            self.edited.emit()
            self.rearranged.emit()
        row.says.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, row: Row) -> OneRow:
        made = OneRow(self._name, row, self._kinds, self._example)
        made.edited.connect(self.edited)
        made.entered.connect(self.begin)
        made.gone.connect(lambda: self._take_out(made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def _take_out(self, row: OneRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        after = self.rows[min(place, len(self.rows) - 1)].says.line if self.rows else self.add
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.rearranged.emit()

    def _number(self) -> None:
        """Names that differ, for whoever hears them."""
        for number, row in enumerate(self.rows, 1):
            name = self._name if len(self.rows) == 1 else f"{self._name} {number}"
            row.says.label.setText(name)
            row.says.line.setAccessibleName(name)
            row.remove.set("x", f"Take out {name[:1].lower()}{name[1:]}")
            if row.kind is not None:
                row.kind.setAccessibleName(f"{name}: what")
