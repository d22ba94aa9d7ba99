"""A person, situation or rubric as a file that is being edited, field by field: `read` one, `put`, `look` at what is to be said.

An edit touches the lines of its own field. Every other line stays byte for byte: comments, order, quotes, keys nobody knows.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Protocol

from rehearse.writing import nodes, spelling
from rehearse.writing.editing import KINDS, CannotEdit, Editing
from rehearse.writing.edits import Edits
from rehearse.writing.nodes import Lines, Node, Path, plain

if TYPE_CHECKING:
    from rehearse.catalog.loading import Known

_MOST_KEPT = 8 * 1024 * 1024
"""Characters of earlier states that are kept for undo; about two hundred states of a large person."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a field: where it is, on which line of the file (0 = the whole file), the sentence, and whether
    the file can be used all the same. `path` may name a field that is missing."""

    path: Path
    line: int
    message: str
    warning: bool = False


class Around(Protocol):
    """Who knows what else there is beside a file."""

    def known(self) -> Known: ...


@dataclass(frozen=True, slots=True)
class _State:
    text: str
    unit: Path | None


class Document(Editing):
    """One YAML file being edited. Not for two threads at once: hand a thread a `copy`.

    A path is keys and numbers, as `("concerns", 0, "label")`; numbers count from 0. What is not there is nothing (`get` gives
    None) and may be put. Raises LookupError for a path through a text, or of a list item that is not there, and CannotEdit, with
    nothing done, where a file is written so that an edit would touch more than its own place.
    """

    def __init__(self, text: str, kind: str, name: str = "") -> None:
        """Raises InputProblem, with every fault, where the text cannot be read as YAML."""
        super().__init__(text, kind, name)
        self._before: list[_State] = []
        self._after: list[_State] = []
        self._typing: Path | None = None
        self._saved = text

    @classmethod
    def of(cls, text: str, kind: str, name: str = "") -> Document:
        """A document of this text; `kind` is taken where it does not say what it is, `name` stands in messages. Raises
        InputProblem, with every fault, where it cannot be read as YAML: such a text is mended as text, not in a form."""
        return cls(text, kind, name)

    @classmethod
    def read(cls, path: File, kind: str = "") -> Document:
        """The document in this file, under the same guards as any file of the catalog. Raises InputProblem."""
        from rehearse.catalog.source import read_text

        return cls(read_text(path), kind, str(path))

    def copy(self) -> Document:
        """The document as it is now, without what can be undone: for another thread to look at."""
        made = copy.copy(self)
        made._root = self._root.copy()
        made._before, made._after = [], []
        return made

    # ---- what stands there

    def text(self) -> str:
        """The file as it is now."""
        return self._text

    @property
    def root(self) -> Node:
        """Where each value stands, for reading only."""
        return self._root

    def get(self, path: Path, default: Any = None) -> Any:
        """What stands at this place: a text, a number, true, false, None, a list or a dict of such; `default` where nothing does."""
        node = self._find(path)
        return default if node is None else plain(node)

    def has(self, path: Path) -> bool:
        """Whether something stands there, be it nothing (`key:`)."""
        return self._find(path) is not None

    def line_of(self, path: Path) -> int:
        """The line of this place, or of what it would stand in; from 1."""
        at, node = 0, self._root
        for step in path:
            entry = node.child(step)
            if entry is None:
                break
            at, node = entry.start, entry.node
        return Lines(self._text).at(at)

    @property
    def changed(self) -> bool:
        """Whether it differs from what was read, or was there when `saved` was called last."""
        return self._text != self._saved

    def saved(self, text: str | None = None) -> None:
        """Note that this text (the one of now) is on disk."""
        self._saved = self._text if text is None else text

    # ---- edits

    def put(self, path: Path, value: Any, *, typing: bool = False) -> None:
        """Set a value; the same value changes nothing. Groups on the way that are not there are made.

        Lists and groups are changed part by part, so that parts that stay keep their remarks. With `typing`, one after another
        at the same place is one step to undo.
        """
        if not path:
            raise LookupError("the whole file is no field")
        value = spelling.clean(value)
        typing_on = typing and self._typing == path and bool(self._before)
        was = self._text
        with _Step(self, path, joined=typing_on):
            self._put(path, value)
        if self._text != was:  # else there is no step that what is typed next could belong to
            self._typing = path if typing else None

    def add(self, path: Path, value: Any, at: int | None = None) -> int:
        """One more item in a list, at the end or before the one that is number `at` now; its number. A list that is not there is
        made; a single text that stands for a list becomes one."""
        value = spelling.clean(value)
        node = self._find(path)
        count = len(node.entries) if node is not None and node.kind == "seq" else 0
        if node is not None and node.kind == "scalar" and node.value is not None and node.value != "":
            number = 0 if at == 0 else 1
            self.put(path, [value, node.value] if number == 0 else [node.value, value])
            return number
        if node is not None and node.kind == "map":
            raise LookupError(f"{path} is no list")
        number = count if at is None else max(0, min(at, count))
        with _Step(self, path):
            if node is None or not count:
                self._put(path, [value])
            else:
                self._insert(path, number, None, value)
        return number

    def remove(self, path: Path) -> None:
        """Take an item or a key out, with the remarks on it and directly above it. Raises LookupError where it is not there."""
        self._need(path)
        with _Step(self, path[:-1] or None):
            self._remove(path)

    def move(self, path: Path, to: int) -> None:
        """Put an item (or a key among its neighbours) at place number `to`, its remarks with it. Raises LookupError."""
        self._need(path)
        node = self._parent(path)
        number = next(n for n, entry in enumerate(node.entries) if entry is node.child(path[-1]))
        to = max(0, min(to, len(node.entries) - 1))
        if number == to:
            return
        with _Step(self, path[:-1] or None):
            entries = list(plain(node).items()) if node.kind == "map" else plain(node)
            entries.insert(to, entries.pop(number))
            whole = dict(entries) if node.kind == "map" else entries
            self._change(path[:-1], Edits(self._text).reorder(node, number, to), lambda: whole, list(whole))

    def rename(self, path: Path, key: str) -> None:
        """Give a value another key. Raises LookupError where it is not there, or the key is taken."""
        self._need(path)
        key = str(spelling.clean(key))
        node = self._parent(path)
        if node.kind != "map" or (key != path[-1] and node.child(key) is not None):
            raise LookupError(f"{key} cannot be the key here")
        if key == path[-1]:
            return
        entry = node.child(path[-1])
        assert entry is not None
        with _Step(self, path[:-1] or None):
            whole = {key if k == path[-1] else k: v for k, v in plain(node).items()}
            self._change(path[:-1], [(entry.start, entry.after_key, spelling.key(key))], lambda: whole, list(whole))

    def become(self, text: str) -> None:
        """Another text in the place of the whole, as one edit that can be undone. Raises InputProblem where it cannot be read."""
        nodes.read(text, self.name)
        with _Step(self, None):
            self._become(text, None)

    # ---- back and forth

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._after)

    def undo(self) -> bool:
        """Take the last edit back. Whether there was one."""
        return self._back(self._before, self._after)

    def redo(self) -> bool:
        """Do again what was taken back last. Whether there was something."""
        return self._back(self._after, self._before)

    def _back(self, of: list[_State], onto: list[_State]) -> bool:
        if not of:
            return False
        state = of.pop()
        onto.append(_State(self._text, state.unit))
        self._become(state.text, state.unit)
        self._typing = None
        return True

    # ---- what is to be said

    def look(self, around: Around | None = None) -> tuple[Remark, ...]:
        """Everything that `rehearse check` says about the file as it is now, by line. `around` knows what else there is: the
        catalog, or the shelf, which knows other drafts too."""
        from rehearse.writing.looking import look

        return look(self._text, self._root, self.kind, around)


class _Step:
    """One edit, to be undone as one; nothing is left of one that fails."""

    def __init__(self, document: Document, path: Path | None, joined: bool = False) -> None:
        self._document, self._path, self._joined = document, path, joined

    def __enter__(self) -> None:
        self._was = self._document._text

    def __exit__(self, kind: object, value: object, trace: object) -> None:
        document = self._document
        if kind is not None:
            document._become(self._was, None)
            return
        if document._text == self._was:
            return
        document._typing = None
        document._after.clear()
        if not self._joined:
            unit = self._path
            while unit and document._find(unit[:-1]) is None:
                unit = unit[:-1]
            document._before.append(_State(self._was, document._unit(unit) if unit and document._find(unit) else None))
            while sum(len(state.text) for state in document._before) > _MOST_KEPT:
                document._before.pop(0)


__all__ = ["KINDS", "Around", "CannotEdit", "Document", "Path", "Remark"]
