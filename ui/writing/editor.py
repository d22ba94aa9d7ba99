"""One field on screen: shows what stands at its place, writes what is typed, and says what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.making.asked import Asked, AskedLine, AskedText
from ui.making.tick import Tick
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.writing.plain_words import sentence

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.building import Builder
    from ui.writing.fields import Field
    from ui.writing.sheet import Path, Sheet

_ELSE = "The file has something else here. It is kept; mend it in the file."
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Bench(Protocol):
    """What every editor works with."""

    sheet: Sheet
    builder: Builder

    def removed(self, words: str) -> None:
        """Something was taken out, and can come back."""

    def note_focus(self, path: Path) -> None:
        """The field at this place has the focus."""


class Owner(Protocol):
    """What an editor stands in."""

    @property
    def path(self) -> Path: ...

    @property
    def bare(self) -> str: ...

    def step(self, by: int) -> None:
        """Move what this stands in among its neighbours, where it can be moved."""


class Part:
    """What all editors have in common; for a class that is a widget too."""

    bench: Bench
    owner: Owner
    field: Field

    def bind(self, bench: Bench, owner: Owner, field: Field) -> None:
        """Say where it stands. Called once, after the widget is there."""
        self.bench, self.owner, self.field = bench, owner, field

    @property
    def path(self) -> Path:
        """Its place in the file as it is now."""
        return self.owner.path if self.field.key is None else (*self.owner.path, self.field.key)

    @property
    def value(self) -> Any:
        """What stands there."""
        above = self.owner.path
        if self.owner.bare and self.field.key in self.owner.bare.split():
            held = self.bench.sheet.get(above)
            if held is not None and not isinstance(held, (dict, list)):
                return held
        return self.bench.sheet.get(self.path)

    def put(self, value: Any, typing: bool = False) -> None:
        """Write it."""
        self.bench.sheet.put(self.path, value, typing, self.owner.bare)

    def drop(self) -> None:
        """Take the key out."""
        self.bench.sheet.drop(self.path)

    # ---- what a form asks of it

    def refresh(self) -> None:
        """Show what stands there now."""

    def snapshot(self) -> None:
        """Remember what stands there, to be found again once parts have come, gone or moved."""

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is to be said about this place and below it."""

    def reach(self, path: Path) -> Part | None:
        """The part of this one that a place belongs to, opened; None where it is this one itself."""
        return None

    def take_focus(self) -> None:
        """The focus to where one types."""


def of_place(remarks: Sequence[Remark], path: Path) -> list[Remark]:
    """Those about this place and below it."""
    return [remark for remark in remarks if remark.path[: len(path)] == path]


class Leaf(Part):
    """An editor with one control, in an ``Asked``."""

    control: QWidget

    def settle(self, bench: Bench, owner: Owner, field: Field) -> None:
        """Take its place, and show what stands there."""
        self.bind(bench, owner, field)
        self.refresh()

    def say(self, words: str, blocks: bool) -> None:
        """Put this below the control."""
        assert isinstance(self, Asked)
        self.set_note(visible(words), blocks)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        found = sorted(remarks, key=lambda remark: remark.warning)
        said = list(dict.fromkeys(self.worded(remark) for remark in found))
        self.say(" ".join(said[:3]), bool(found) and not found[0].warning)

    def worded(self, remark: Remark) -> str:
        """A remark as it stands below the control."""
        return sentence(remark.message)

    def take_focus(self) -> None:
        self.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.control and kind == QEvent.Type.FocusIn:
            self.bench.note_focus(self.path)
        if watched is self.control and not_undone_here(event):
            return True
        if watched is self.control and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _MOVES.get(Qt.Key(event.key())) if event.modifiers() == _ALT else None
            if by is not None and self.moved(by):
                return True
        return bool(super().eventFilter(watched, event))  # type: ignore[misc]

    def moved(self, by: int) -> bool:
        """Alt with an arrow key: whether that was taken."""
        self.owner.step(by)
        return True


def not_undone_here(event: QEvent) -> bool:
    """Keeps Undo and Redo of a text field from the field: they belong to the whole file. Whether it was one of them."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & _CTRL and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
    if held or event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        event.ignore()
        return True
    return False


def words_of(value: Any) -> str | None:
    """A single value as text; None for a list or a group."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if isinstance(value, (list, dict)) else str(value)


class LineEditor(Leaf, AskedLine):
    """A text in one line, or a number."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        AskedLine.__init__(self, field.label, "", field.help, field.example)
        self.settle(bench, owner, field)
        self.edited.connect(self._write)

    def refresh(self) -> None:
        words = words_of(self.value)
        self.line.setEnabled(words is not None)
        if words is None:
            self.set_help(_ELSE)
        elif self.line.text() != words:
            self.line.setText(words)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def _write(self, text: str) -> None:
        if self.field.optional and not text.strip():
            self.drop()
        else:
            self.put(_number(text) if self.field.kind == "number" else text, typing=True)


def _number(text: str) -> str | int | float:
    """The number that was typed; the text where it is none, so that it is kept and said to be none."""
    plain = text.strip().replace(",", "") if text.count(",") != 1 or "." in text else text.strip()
    try:
        return int(plain)
    except ValueError:
        try:
            value = float(plain)
        except ValueError:
            return text
        return value if value == value and abs(value) != float("inf") else text


class TextEditor(Leaf, AskedText):
    """A text of several lines."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        AskedText.__init__(self, field.label, "", field.help, field.example, least=1 if owner.bare else 2)
        self.box.setUndoRedoEnabled(False)
        self.settle(bench, owner, field)
        self.edited.connect(self._write)

    def refresh(self) -> None:
        words = words_of(self.value)
        self.box.setEnabled(words is not None)
        if words is None:
            self.set_help(_ELSE)
        else:
            self.set_text(words)

    def _write(self, text: str) -> None:
        if self.field.optional and not text.strip():
            self.drop()
        else:
            self.put(text, typing=True)


class TextsEditor(Leaf, AskedText):
    """Texts, one a line. Alt with an arrow key moves the line."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        AskedText.__init__(self, field.label, "", field.help, field.example, least=2, most=12)
        self.box.setUndoRedoEnabled(False)
        self.settle(bench, owner, field)
        self.edited.connect(self._write)

    def _texts(self) -> list[str] | None:
        value = self.value
        if value is None:
            return []
        found = [words_of(item) for item in (value if isinstance(value, list) else [value])]
        return None if None in found else [text for text in found if text is not None]

    def refresh(self) -> None:
        texts = self._texts()
        self.box.setEnabled(texts is not None)
        if texts is None:
            self.set_help(_ELSE)
        elif [_flat(text) for text in texts] != self._lines():
            self.set_text("\n".join(_flat(text) for text in texts))

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.box.text().split("\n") if line.strip()]

    def _write(self, _text: str) -> None:
        kept = {_flat(text): text for text in self._texts() or []}  # a text of several lines stays as it was
        self.put([kept.get(line, line) for line in self._lines()], typing=True)

    def worded(self, remark: Remark) -> str:
        rest = remark.path[len(self.path) :]
        line = f"Line {rest[0] + 1}: " if rest and isinstance(rest[0], int) else ""
        return line + (remark.message if line else sentence(remark.message))

    def moved(self, by: int) -> bool:
        cursor = self.box.textCursor()
        lines, at, column = self.box.text().split("\n"), cursor.blockNumber(), cursor.positionInBlock()
        to = at + by
        if 0 <= to < len(lines):
            lines.insert(to, lines.pop(at))
            self.box.setPlainText("\n".join(lines))
            cursor = self.box.textCursor()
            cursor.setPosition(sum(len(line) + 1 for line in lines[:to]) + column)
            self.box.setTextCursor(cursor)
        return True


def _flat(text: str) -> str:
    return " ".join(text.split())


class ChoiceEditor(Leaf, Asked):
    """One of several."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        self.select = Select(field.label)
        Asked.__init__(self, field.label, self.select, field.help)
        self.settle(bench, owner, field)
        self.select.changed.connect(self._write)

    def refresh(self) -> None:
        value = self.value
        words = words_of(value)
        now = self.field.default if value is None else words if words is not None else "…"
        choices = [(key, visible(said)) for key, said in self.field.choices_at(self.bench.sheet, self.path)]
        if now not in dict(choices):
            choices.insert(0, (now, visible(f"“{now}”") if now else "Choose"))
        self.select.set_choices(choices, now)
        if now == "":
            self.select.setCurrentIndex(next(n for n, (key, _) in enumerate(choices) if not key))

    def _write(self, key: str) -> None:
        if not key:
            self.drop()
        else:
            self.put(int(key) if self.field.whole and key.isdigit() else key)

    def moved(self, by: int) -> bool:
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control and event.type() == QEvent.Type.FocusIn:
            self.refresh()  # other parts of the file may offer more than before
        return super().eventFilter(watched, event)


class TruthEditor(Leaf, Asked):
    """Yes or no."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        self.tick = Tick(field.label, False)
        Asked.__init__(self, field.label, self.tick, field.help)
        self.label.hide()
        self.settle(bench, owner, field)
        self.tick.clicked.connect(lambda on: self.put(bool(on)))

    def refresh(self) -> None:
        value = self.value
        self.tick.setChecked(bool(self.field.default) if value is None else value in (True, "yes", "true"))


class NameEditor(Leaf, AskedLine):
    """The key under which a group stands. Written when the field is left, since other keys must not be in its way."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        AskedLine.__init__(self, field.label, "", field.help, field.example)
        self.settle(bench, owner, field)
        self.line.editingFinished.connect(self._write)

    def refresh(self) -> None:
        self.line.setText(str(self.path[-1]))

    def _write(self) -> None:
        key = self.line.text().strip()
        if key == self.path[-1]:
            return
        if not key or not self.bench.sheet.rename(self.path, key):
            self.say(f"“{key}” is in use already." if key else "This is empty.", True)
            self.line.setText(str(self.path[-1]))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        super().show_remarks([remark for remark in remarks if remark.path == self.path])
