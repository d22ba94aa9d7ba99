"""Wordings: a line each, which may depend on what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.button import Button, Tool
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox
from ui.writing.chips import Chips, listed
from ui.writing.editor import Part, not_undone_here
from ui.writing.plain_words import SLOTS, sentence

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.editor import Bench, Owner
    from ui.writing.fields import Field
    from ui.writing.sheet import Path

_WHEN = "Only once they heard"
_MORE = tuple((id, words[:1].upper() + words[1:]) for id, words in SLOTS.items())
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WordingRow(Card):
    """One wording. Enter begins the next, Alt with an arrow key moves it, Backspace in an empty one takes it out.

    Signals: ``edited()``; ``entered()`` the focus has come; ``next_wanted()``; ``stepped(int)``; ``gone()``.
    """

    edited = Signal()
    entered = Signal()
    next_wanted = Signal()
    stepped = Signal(int)
    gone = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("surface", 8, 0, "control", pad=6)
        self.says = TextBox(name, "", 1, 8, sends=True)
        self.says.setUndoRedoEnabled(False)
        self.more = Tool("dots", f"More for {name}", size=15)
        self.remove = Tool("x", f"Take out {name}", size=15)
        self._note = Text("", "caption", "brick_text")
        self._note.hide()
        self._wait = vbox(spacing=2)
        self._waits = wrap(self._wait)
        self._waits.hide()
        self.chips: Chips | None = None
        self.has_needs = False
        self.box.set_space(spacing=2)
        tools = wrap(hbox(self.more, self.remove, spacing=0))
        self.box.add(hbox((self.says, 1), wrap(vbox(tools, None)), spacing=4), self._waits, self._note)
        self.show_focus_of(self.says)
        self.says.installEventFilter(self)
        self.says.textChanged.connect(self.edited)
        self.says.sent.connect(self.next_wanted)
        self.more.clicked.connect(self._menu)
        self.remove.clicked.connect(self.gone)

    @property
    def value(self) -> str | dict[str, Any]:
        """A text, or a group where it waits for something."""
        text = self.says.text()
        return {"says": text, "needs": list(self.chips.ids)} if self.chips is not None and self.chips.ids else text

    def show_value(self, value: Any) -> None:
        """Fill it, without a signal."""
        says = value.get("says", "") if isinstance(value, dict) else value
        needs = [str(id) for id in listed(value.get("needs"))] if isinstance(value, dict) else []
        text = "" if says is None else str(says)
        if self.says.text() != text:
            self.says.blockSignals(True)
            self.says.set_text(text)
            self.says.blockSignals(False)
            self.says.restyle()
        if needs and self.chips is None:
            self._make_chips()
        if self.chips is not None:
            self.chips.show_ids(needs)
            self._waits.setVisible(bool(needs) or self.chips.select.hasFocus())

    def name(self, name: str) -> None:
        """What it is called for whoever hears it."""
        self.says.setAccessibleName(name)
        self.more.set("dots", f"More for {name}")
        self.remove.set("x", f"Take out {name}")

    def say(self, words: str, blocks: bool) -> None:
        """What is to be said about it."""
        self._note.setText(words)
        self._note.set_color("brick_text" if blocks else "amber_text")
        self._note.setHidden(not words)
        self.says.setAccessibleDescription(words)
        self.set_look(border="brick" if words and blocks else "control")

    def _make_chips(self) -> None:
        self.chips = Chips(f"{self.says.accessibleName()}, only once they heard", "Add", (), more=_MORE)
        self.chips.changed.connect(lambda _ids: self.edited.emit())
        self._wait.add(Text(_WHEN, "caption", "muted"), self.chips)

    def wait_for(self) -> None:
        """Open what it waits for."""
        if self.chips is None:
            self._make_chips()
        self._waits.show()
        assert self.chips is not None
        self.chips.select.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("Move up", lambda: self.stepped.emit(-1))
        menu.addAction("Move down", lambda: self.stepped.emit(1))
        menu.addAction(f"{_WHEN} …", self.wait_for)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.says:
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit()
            if not_undone_here(event):
                return True
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                by = _MOVES.get(Qt.Key(event.key()))
                if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                    self.stepped.emit(by)
                    return True
                if event.key() == Qt.Key.Key_Backspace and not self.says.text() and not event.isAutoRepeat():
                    self.gone.emit()
                    return True
        return super().eventFilter(watched, event)


class WordingsEditor(Part, QWidget):
    """Lines to say."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        QWidget.__init__(self)
        self.bind(bench, owner, field)
        self.rows: list[WordingRow] = []
        self._values: list[Any] = []
        self._building = 0
        self._remarks: tuple[Remark, ...] = ()
        self._count = Text("", "caption", "subtle", wrap=False)
        self._note = Text("", "caption", "brick_text")
        self._note.hide()
        self._list = vbox(spacing=6)
        self.add = Button(f"Add {'an' if field.one[:1] in 'aeiou' else 'a'} {field.one}", "link", "plus")
        help_ = [Text(field.help, "caption", "subtle")] if field.help else []
        self.open = not field.folded
        self.fold = Button(field.label, "link", "right") if field.folded else None
        name = self.fold or Text(field.label, "captionb", "muted", wrap=False)
        head = hbox(name, self._count, None, spacing=8)
        self._body = wrap(vbox(*help_, self._list, wrap(hbox(self.add, None)), spacing=4))
        if not self.open:
            self._body.hide()  # shown before it stands anywhere, it would be a window
        self.setLayout(vbox(head, self._note, self._body, spacing=4))
        self.setAccessibleName(field.label)
        self.add.setAccessibleName(f"{self.add.text().strip()}: {field.label}")
        self.add.clicked.connect(self.begin)
        if self.fold is not None:
            self.fold.clicked.connect(lambda: self.unfold(not self.open))
        self.refresh()

    def unfold(self, on: bool = True) -> None:
        """Show the lines, or fold them away."""
        self.open = on
        self._body.setVisible(on)
        if self.fold is not None:
            self.fold.set_icon("down" if on else "right")
        self.refresh()
        self.show_remarks(self._remarks)

    def refresh(self) -> None:
        values = listed(self.value)
        while len(self.rows) > len(values):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._values = values
        for n, row in enumerate(self.rows):
            row.show_value(values[n])
        missing = len(values) - len(self.rows) - self._building
        if missing > 0 and self.open:
            self._building += missing
            self.bench.builder.add(*([self._make] * missing))
        self._show_count()

    def _make(self) -> None:
        from shiboken6 import isValid

        self._building = max(0, self._building - 1)
        if not isValid(self) or len(self.rows) >= len(self._values):
            return
        n = len(self.rows)
        row = WordingRow(self._name(n))
        row.show_value(self._values[n])
        row.edited.connect(lambda: self._write(row))
        row.entered.connect(lambda: self.bench.note_focus((*self.path, self.rows.index(row))))
        row.next_wanted.connect(lambda: self._after(row))
        row.stepped.connect(lambda by: self._step(row, by))
        row.gone.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._list.addWidget(row)
        self._say(n)

    def _name(self, n: int) -> str:
        return f"{self.field.label}, {self.field.one} {n + 1}"

    def _show_count(self) -> None:
        self._count.setText(str(len(self._values)) if self._values else "none yet")
        for n, row in enumerate(self.rows):
            row.name(self._name(n))

    # ---- writing

    def _write(self, row: WordingRow) -> None:
        at = self.rows.index(row)
        value = row.value
        before = self._values[at] if at < len(self._values) else None
        if isinstance(before, dict):
            value = {**before, **(value if isinstance(value, dict) else {"says": value, "needs": []})}
            if not value.get("needs") and not (set(value) - {"says", "needs"}):
                value = value["says"]
        if not isinstance(self.value, list):
            self.put([value], typing=True)
        elif isinstance(before, dict) and isinstance(value, dict) and before.get("needs") == value.get("needs"):
            self.bench.sheet.put((*self.path, at, "says"), value["says"], typing=True)
        else:
            self.bench.sheet.put((*self.path, at), value, typing=True)
        self._values = listed(self.value)

    def begin(self) -> None:
        """One more at the end, with the focus in it."""
        self.bench.sheet.add(self.path, "")

    def _after(self, row: WordingRow) -> None:
        """The line below, or a new one where there is none."""
        at = self.rows.index(row) + 1
        if at < len(self.rows):
            self.rows[at].says.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row.says.text().strip():
            self.begin()

    def _step(self, row: WordingRow, by: int) -> None:
        at = self.rows.index(row)
        to = at + by
        if 0 <= to < len(self.rows):
            place = row.says.textCursor().position()
            self.bench.sheet.move((*self.path, at), to)
            other = self.rows[to].says  # the words moved, the rows stay
            other.setFocus(Qt.FocusReason.OtherFocusReason)
            cursor = other.textCursor()
            cursor.setPosition(min(place, len(other.text())))
            other.setTextCursor(cursor)

    def _take_out(self, row: WordingRow) -> None:
        at, said = self.rows.index(row), row.says.text()
        self.bench.sheet.remove((*self.path, at))
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].says.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()
        if said.strip():
            self.bench.removed(f"Taken out: {one_line(visible(said), 50)}")

    # ---- what is to be said

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self._remarks = tuple(remarks)
        for n in range(len(self.rows)):
            self._say(n)
        own = [remark for remark in remarks if len(remark.path) <= len(self.path) or not self.open]
        self._note.setText(visible(" ".join(dict.fromkeys(sentence(remark.message) for remark in own))))
        self._note.set_color("brick_text" if any(not remark.warning for remark in own) else "amber_text")
        self._note.setHidden(not own)

    def _say(self, n: int) -> None:
        mine = [r for r in self._remarks if len(r.path) > len(self.path) and r.path[len(self.path)] == n]
        mine.sort(key=lambda remark: remark.warning)
        words = " ".join(dict.fromkeys(sentence(remark.message) for remark in mine[:2]))
        self.rows[n].say(visible(words), bool(mine) and not mine[0].warning)

    def reach(self, path: Path) -> Part | None:
        if not self.open:
            self.unfold()
        at = path[len(self.path)] if len(path) > len(self.path) else None
        if isinstance(at, int) and at < len(self.rows):
            return _Row(self, self.rows[at], at)
        return None

    def take_focus(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class _Row(Part):
    """One of the lines, as a place to go to."""

    def __init__(self, list_: WordingsEditor, row: WordingRow, at: int) -> None:
        self.bench, self.owner, self.field = list_.bench, list_.owner, list_.field
        self.widget, self._path = row, (*list_.path, at)

    @property
    def path(self) -> Path:
        return self._path

    def take_focus(self) -> None:
        self.widget.says.setFocus(Qt.FocusReason.ShortcutFocusReason)
