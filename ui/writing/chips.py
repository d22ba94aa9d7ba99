"""What must be heard, in plain words: chips to take out, and a list to add from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.making.asked import Asked
from ui.making.flow import Flow
from ui.widgets.button import Button
from ui.widgets.layouts import clear, vbox, wrap
from ui.widgets.select import Select
from ui.widgets.text import Text
from ui.writing.editor import Leaf
from ui.writing.plain_words import SIGNALS, signal

if TYPE_CHECKING:
    from ui.writing.editor import Bench, Owner
    from ui.writing.fields import Field, Pairs

_ALL = tuple((id, words[:1].upper() + words[1:]) for id, words in SIGNALS.items())


class Chips(QWidget):
    """Some of the signals, with a list to add another. ``between`` stands between two. Signals: ``changed(list)``."""

    changed = Signal(list)

    def __init__(self, name: str, add: str, ids: Sequence[str], between: str = "", more: Pairs = ()) -> None:
        super().__init__()
        self.ids = list(ids)
        self._name, self._between = name, between
        self._row = Flow(6)
        self.setLayout(self._row)
        self._choices = (("", add), *more, *(pair for pair in _ALL if pair[0] not in dict(more)))
        self.select = Select(f"{name}: {add}")
        self.select.changed.connect(self._add)
        self._fill()

    def _fill(self) -> None:
        while self._row.count():
            widget = self._row.takeAt(0).widget()  # type: ignore[union-attr]
            if widget is not self.select:
                widget.hide()
                widget.deleteLater()
        for n, id in enumerate(self.ids):
            if n and self._between:
                self._row.addWidget(Text(self._between, "caption", "muted", wrap=False))
            chip = Button(signal(id), "move", "x")
            chip.setAccessibleName(f"{self._name}: take out {signal(id)}")
            chip.clicked.connect(lambda _checked=False, n=n: self._remove(n))
            self._row.addWidget(chip)
            chip.show()
        self.select.set_choices([pair for pair in self._choices if pair[0] not in self.ids])
        self.select.setCurrentIndex(0)
        self._row.addWidget(self.select)
        self.updateGeometry()

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these, without a signal."""
        if list(ids) != self.ids:
            self.ids = list(ids)
            self._fill()

    def _add(self, id: str) -> None:
        if id:
            self.ids.append(id)
            self._fill()
            self.changed.emit(list(self.ids))

    def _remove(self, n: int) -> None:
        self.select.setFocus(Qt.FocusReason.OtherFocusReason)
        del self.ids[n]
        self._fill()
        self.changed.emit(list(self.ids))


class SignalsEditor(Leaf, Asked):
    """A plain list of signals."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        more = field.choices if isinstance(field.choices, tuple) else ()
        self.chips = Chips(field.label, "Add", (), more=more)
        Asked.__init__(self, field.label, self.chips, field.help, of=self.chips.select)
        self.settle(bench, owner, field)
        self.chips.changed.connect(lambda ids: self.put(ids))

    def refresh(self) -> None:
        self.chips.show_ids([str(id) for id in listed(self.value)])

    def moved(self, by: int) -> bool:
        return False


def listed(value: Any) -> list[Any]:
    """A list; one text stands for a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


class NeedsEditor(Leaf, Asked):
    """Signals that must all be heard, each of them alone or one of several."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        self._rows = vbox(spacing=6)
        self._parts: list[list[str]] = []
        self.more = Select(f"{field.label}: add")
        self.more.set_choices([("", "Add what must be heard"), *_ALL])
        self._label = field.label
        whole = wrap(vbox(self._rows, wrap(_row(self.more)), spacing=6))
        Asked.__init__(self, field.label, whole, field.help, of=self.more)
        self._shown = False
        self.settle(bench, owner, field)
        self.more.changed.connect(self._add)

    def refresh(self) -> None:
        parts = [[str(id) for id in listed(part)] for part in listed(self.value)]
        if parts != self._parts or not self._shown:
            self._parts, self._shown = parts, True
            self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        for n, part in enumerate(self._parts):
            if n:
                self._rows.addWidget(Text("and", "captionb", "muted", wrap=False))
            chips = Chips(f"{self._label}, {n + 1}", "or …", part, "or")
            chips.changed.connect(lambda ids, n=n: self._change(n, ids))
            self._rows.addWidget(chips)
        self.more.setItemText(0, "and …" if self._parts else "Add what must be heard")
        self.more.setCurrentIndex(0)

    def _add(self, id: str) -> None:
        if id:
            self._parts.append([id])
            self._fill()
            self._write()

    def _change(self, n: int, ids: list[str]) -> None:
        self._parts[n] = ids
        if not ids:
            self.take_focus()
            del self._parts[n]
            self._fill()
        self._write()

    def _write(self) -> None:
        self.put([part[0] if len(part) == 1 else list(part) for part in self._parts])

    def moved(self, by: int) -> bool:
        return False


def _row(*parts: QWidget) -> Flow:
    made = Flow(6)
    for part in parts:
        made.addWidget(part)
    return made
