"""The editors of fields that stand at one place: made a few at a time, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.layouts import Box, vbox
from ui.widgets.plain import visible
from ui.widgets.text import Text
from ui.writing.chips import NeedsEditor, SignalsEditor
from ui.writing.editor import ChoiceEditor, LineEditor, NameEditor, Part, TextEditor, TextsEditor, TruthEditor, of_place
from ui.writing.pairs import PairsEditor
from ui.writing.plain_words import sentence
from ui.writing.rows import WordingsEditor

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.editor import Bench, Owner
    from ui.writing.fields import Field
    from ui.writing.sheet import Path

_EDITORS: dict[str, Callable[[Bench, Owner, Field], Part]] = {
    "line": LineEditor, "number": LineEditor, "text": TextEditor, "texts": TextsEditor, "choice": ChoiceEditor, "truth": TruthEditor,
    "name": NameEditor, "needs": NeedsEditor, "signals": SignalsEditor, "wordings": WordingsEditor, "pairs": PairsEditor,
}  # fmt: skip


def made(bench: Bench, owner: Owner, field: Field) -> Part:
    """The editor of a field."""
    if field.kind == "group":
        return GroupEditor(bench, owner, field)
    if field.kind == "items":
        from ui.writing.cards import ItemsEditor  # its cards hold fields in their turn

        return ItemsEditor(bench, owner, field)
    return _EDITORS[field.kind](bench, owner, field)


class Fields:
    """The editors of some fields that stand at one place, put into ``box`` one at a time. ``known`` are the keys that have a field here or
    elsewhere; ``names_kept`` = say below them which keys have none."""

    def __init__(
        self,
        bench: Bench,
        owner: Owner,
        fields: Sequence[Field],
        box: Box,
        known: frozenset[str] | None = None,
        names_kept: bool = True,
    ) -> None:
        self.parts: list[Part] = []
        self._bench, self._owner, self._box = bench, owner, box
        self._known = known if known is not None else frozenset(f.key for f in fields if f.key)
        self._names_kept = names_kept
        self._remarks: tuple[Remark, ...] = ()
        self.rest, self.kept = Text("", "caption", "brick_text"), Text("", "caption", "muted")
        for text in (self.rest, self.kept):
            text.hide()
            box.addWidget(text)
        self._left = len(fields)
        bench.builder.add(*(lambda field=field: self._put(field) for field in fields))

    @property
    def whole(self) -> bool:
        """Whether all are there."""
        return not self._left

    def _put(self, field: Field) -> None:
        self._left -= 1
        if not isinstance(self._owner, QWidget) or not _gone(self._owner):
            part = made(self._bench, self._owner, field)
            assert isinstance(part, QWidget)
            self.parts.append(part)
            self._box.insertWidget(self._box.count() - 2, part)
            if mine := of_place(self._remarks, part.path):
                part.show_remarks(mine)
            if self.whole:
                self._show_rest()
                self._show_kept()

    def refresh(self) -> None:
        for part in self.parts:
            part.refresh()
        self._show_kept()

    def snapshot(self) -> None:
        for part in self.parts:
            part.snapshot()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self._remarks = tuple(remarks)
        for part in self.parts:
            part.show_remarks(of_place(remarks, part.path))
        self._show_rest()

    def _show_rest(self) -> None:
        """What is said of the place itself, and of keys that have no field."""
        if not self.whole:
            return
        path = self._owner.path
        direct = any(part.path == path for part in self.parts)
        rest = (
            []
            if direct
            else [
                r for r in self._remarks if r.path == path or (len(r.path) > len(path) and r.path[len(path)] not in self._known)
            ]
        )
        said = list(dict.fromkeys(_said(remark, path) for remark in rest))
        self.rest.setText(visible(" ".join(said[:3])))
        self.rest.set_color("brick_text" if any(not remark.warning for remark in rest) else "amber_text")
        self.rest.setHidden(not said)

    def _show_kept(self) -> None:
        there = self._bench.sheet.get(self._owner.path)
        more = [str(key) for key in there if key not in self._known] if isinstance(there, dict) and self._names_kept else []
        self.kept.setText(visible(f"Not in this form, and kept as it is: {', '.join(more[:12])}.") if more else "")
        self.kept.setHidden(not more)

    def reach(self, path: Path) -> Part | None:
        """The part that this place belongs to."""
        return next(
            (
                part
                for part in self.parts
                if path[: len(part.path)] == part.path and (part.field.key or len(path) > len(part.path))
            ),
            None,
        )


def _gone(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return not isValid(widget)


def _said(remark: Remark, path: Path) -> str:
    if len(remark.path) > len(path):
        return f"{remark.path[len(path)]}: {remark.message}"
    return sentence(remark.message)


class GroupEditor(Part, QWidget):
    """Keys below a key, one below the other."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        QWidget.__init__(self)
        self.bind(bench, owner, field)
        self._box = vbox(spacing=14)
        if field.label:
            self._box.addWidget(Text(field.label, "captionb", "muted"))
        if field.help:
            self._box.addWidget(Text(field.help, "caption", "subtle"))
        self.setLayout(self._box)
        self.fields = Fields(bench, self, field.fields, self._box)

    @property
    def bare(self) -> str:
        return self.field.bare

    def step(self, by: int) -> None:
        self.owner.step(by)

    def refresh(self) -> None:
        self.fields.refresh()

    def snapshot(self) -> None:
        self.fields.snapshot()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self.fields.show_remarks(remarks)

    def reach(self, path: Path) -> Part | None:
        return self.fields.reach(path)

    def take_focus(self) -> None:
        if self.fields.parts:
            self.fields.parts[0].take_focus()
