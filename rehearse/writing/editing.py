"""Changes a file's text and the places of its values together, in the smallest pieces; what is written is read again at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rehearse.errors import InputProblem
from rehearse.writing import gaps, nodes, spelling
from rehearse.writing.edits import Edits, Splice, apply
from rehearse.writing.nodes import Entry, Node, Path, plain
from rehearse.writing.order import order_of

_SAYS = ("This cannot be changed here without touching what stands around it in the file.", "Change it in the file itself.")
KINDS = ("persona", "scenario", "rubric")


class CannotEdit(InputProblem):
    """An edit would change more of the file than its own place. Nothing was done."""


class Editing:
    """A text with the place of each value in it. What `Document` is made of; nothing of it is for anybody else."""

    def __init__(self, text: str, kind: str, name: str) -> None:
        self.name = name
        self._text = text
        self._root = nodes.read(text, name or kind or "the file")
        self._sound = gaps.sound(self._root, text)
        said = plain(self._root).get("format") if self._root.kind == "map" else None
        own = str(said).removeprefix("rehearse/").partition("@")[0]
        self.kind = own if own in KINDS else kind
        """persona, scenario or rubric."""

    def _find(self, path: Path) -> Node | None:
        return self._root.at(path)

    def _need(self, path: Path) -> None:
        if not path or self._find(path) is None:
            raise LookupError(f"nothing stands at {path}")

    def _parent(self, path: Path) -> Node:
        node = self._find(path[:-1])
        assert node is not None
        return node

    def _entry(self, path: Path) -> Entry:
        entry = self._parent(path).child(path[-1])
        assert entry is not None
        return entry

    def _put(self, path: Path, value: Any) -> None:
        node = self._find(path)
        if node is None:
            self._new(path, value)
        elif not _is_now(node, value):
            if isinstance(value, dict) and node.kind == "map" and node.entries and value:
                self._put_group(path, node, value)
            elif isinstance(value, list) and node.kind == "seq" and node.entries and value:
                self._put_list(path, node, value)
            else:
                name = next((step for step in reversed(path) if isinstance(step, str)), None)
                flow = self._parent(path).flow
                self._change(path, Edits(self._text).replace(self._entry(path), value, flow, name), lambda: value, whole=True)

    def _put_group(self, path: Path, node: Node, value: dict[str, Any]) -> None:
        for key in value:
            self._put((*path, key), value[key])
        for gone in [entry.key for entry in node.entries if entry.key not in value]:
            assert gone is not None
            self._remove((*path, gone))

    def _put_list(self, path: Path, node: Node, value: list[Any]) -> None:
        old = plain(node)
        head = 0
        while head < min(len(old), len(value)) and _is_now(node.entries[head].node, value[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(value)) - head and spelling.same(old[-1 - tail], value[-1 - tail]):
            tail += 1
        ends, wanted = len(old) - tail, value[head : len(value) - tail]
        for number, inner in enumerate(wanted[: ends - head], head):
            self._put((*path, number), inner)
        for number in range(ends - 1, head + len(wanted) - 1, -1):
            self._remove((*path, number))
        for number in range(ends, head + len(wanted)):
            self._insert(path, number, None, wanted[number - head])

    def _new(self, path: Path, value: Any) -> None:
        """A key that is not there, in the group that it belongs to."""
        above = self._find(path[:-1])
        key = path[-1]
        if not isinstance(key, str):
            raise LookupError(f"there is no item {key} at {path[:-1]}")
        if above is None:
            self._new(path[:-1], {key: value})
        elif above.kind == "scalar" and above.value is None:
            self._put(path[:-1], {key: value})
        elif above.kind != "map":
            raise LookupError(f"{path[:-1]} is no group of keys")
        elif not above.entries:
            self._put(path[:-1], {key: value})
        else:
            order = order_of(self.kind, path[:-1])
            there = [entry.key for entry in above.entries]
            at = len(there)
            if key in order:
                before = next((k for k in reversed(order[: order.index(key)]) if k in there), None)
                at = there.index(before) + 1 if before is not None else 0
            self._insert(path[:-1], at, key, value)

    def _insert(self, path: Path, at: int, key: str | None, value: Any) -> None:
        node = self._find(path)
        assert node is not None
        parent = self._entry(path) if path else None
        splices = Edits(self._text).insert(parent, node, at, key, value)
        whole = plain(node)
        if key is None:
            whole.insert(at, value)
        else:
            whole[key] = value
        self._change(path, splices, lambda: whole)

    def _remove(self, path: Path) -> None:
        node = self._parent(path)
        if len(node.entries) == 1 and len(path) > 1:
            self._put(path[:-1], [] if node.kind == "seq" else {})
            return
        number = next(n for n, entry in enumerate(node.entries) if entry is node.child(path[-1]))
        whole = plain(node)
        del whole[path[-1]]
        self._change(path[:-1], Edits(self._text).remove(node, number), lambda: whole)

    def _change(
        self,
        path: Path,
        splices: list[Splice] | None,
        wanted: Callable[[], Any],
        keys: list[Any] | None = None,
        whole: bool = False,
    ) -> None:
        """Change the text, and see that it now says what is wanted at this place; else write the field there anew.

        `keys` are those that the place must have, in their order, where that matters. `whole` = what stood there goes, with the
        remarks in it; all others stay. Raises CannotEdit, with nothing done, where that cannot be.
        """
        text, value = self._text, wanted()
        others = None if self._sound else _with(plain(self._root), path, value)
        if splices is not None and self._become(apply(text, splices), self._unit(path)) and self._says(path, value, keys, others):
            return
        if self._text != text:
            self._become(text, None)
        unit = self._unit(path)
        if unit is None or self._remarks_around(unit, path if whole else None):
            raise CannotEdit(*_SAYS)
        entry, name = self._entry(unit), next((s for s in reversed(unit) if isinstance(s, str)), None)
        bare = Edits(text).replace(entry, _with(plain(entry.node), path[len(unit) :], value), False, name)
        if bare is None or not self._become(apply(text, bare), unit) or not self._says(path, value, keys, others):
            self._become(text, None)
            raise CannotEdit(*_SAYS)

    def _says(self, path: Path, value: Any, keys: list[Any] | None, others: Any) -> bool:
        node = self._find(path)
        if node is None or not _is_now(node, value) or (others is not None and not spelling.same(plain(self._root), others)):
            return False
        return keys is None or node.kind != "map" or [entry.key for entry in node.entries] == keys

    def _remarks_around(self, unit: Path, goes: Path | None) -> bool:
        """Whether there are remarks in this entry, but for what goes."""
        entry, gone = self._entry(unit), self._find(goes) if goes is not None else None
        spans = [(entry.start, gone.start), (gone.end, entry.node.end)] if gone else [(entry.start, entry.node.end)]
        return any(any(gaps.remarks(self._text, entry.node, start, end)) for start, end in spans)

    def _unit(self, path: Path) -> Path | None:
        """The nearest entry around this place that can be read by itself: the part of a block, not of a row in brackets."""
        unit = path
        while unit:
            if not self._parent(unit).flow:
                return unit
            unit = unit[:-1]
        return None

    def _become(self, text: str, unit: Path | None) -> bool:
        """Take another text, which differs in the entry `unit` only (None = anywhere). False, and nothing done, where it cannot
        be read."""
        if text == self._text:
            return True
        if self._sound and unit and self._find(unit) is not None and self._reread(text, unit):
            return True
        if self._sound and self._reread_middle(text):
            return True
        try:
            self._root = nodes.read(text, self.name)
        except InputProblem:
            return False
        self._text = text
        self._sound = gaps.sound(self._root, text)
        return True

    def _reread(self, text: str, unit: Path) -> bool:
        entry, above = self._entry(unit), self._parent(unit)
        by = len(text) - len(self._text)
        stop = nodes.line_end(self._text, entry.node.end)
        if text[: entry.start] != self._text[: entry.start] or text[stop + by :] != self._text[stop:]:
            return False
        read = nodes.read_entry(text, entry.start, stop + by, above.kind == "seq")
        if (
            read is None
            or read.key != entry.key
            or not gaps.tight_entry(read, text)
            or gaps.reaches_on(read.node, text, stop + by)
        ):
            return False
        nodes.shift_behind(self._root, stop, by)
        above.entries[above.entries.index(entry)] = read
        for length in range(len(unit) - 1, -1, -1):
            node = self._find(unit[:length])
            assert node is not None
            node.end = max(inner.node.end for inner in node.entries)
        self._text = text
        return True

    def _reread_middle(self, text: str) -> bool:
        """Read anew only the keys at the left edge between those before and behind which nothing changed."""
        old, root = self._text, self._root
        if root.flow or not root.entries:
            return False
        same = _alike(old, text)
        by = len(text) - len(old)
        behind = len(old) - _alike(old[same:][::-1], text[same:][::-1])
        head = [entry for entry in root.entries if nodes.line_end(old, entry.node.end) < same]
        if head and gaps.in_lines(head[-1].node):
            head.pop()  # what stands behind it may be part of it
        tail = [entry for entry in root.entries[len(head) :] if nodes.last_break(old, entry.start) >= behind]
        begin = self._below(head[-1]) if head else 0
        end = nodes.last_break(old, tail[0].start) + by if tail else len(text)
        middle = self._alone(text, begin, end)
        if middle is None or not (head or tail or middle):
            return False
        keys = [entry.key for entry in (*head, *middle, *tail)]
        if len(set(keys)) < len(keys):
            return False
        for entry in tail:
            nodes.shift(entry, by)
        root.entries = [*head, *middle, *tail]
        root.start, root.end = root.entries[0].start, root.entries[-1].node.end
        self._text = text
        return True

    def _alone(self, text: str, begin: int, end: int) -> list[Entry] | None:
        """The keys in these lines, read by themselves; None where they cannot be."""
        lines = text[begin:end]
        if not re.sub(r"#[^\r\n]*", "", lines).strip():
            return []
        try:
            read = nodes.read(lines, self.name)
        except InputProblem:
            return None
        column = self._root.entries[0].start - nodes.last_break(self._text, self._root.entries[0].start)
        if read.flow or read.kind != "map" or any(e.start - nodes.last_break(lines, e.start) != column for e in read.entries):
            return None
        if not gaps.sound(read, lines):
            return None
        for entry in read.entries:
            nodes.shift(entry, begin)
        return read.entries

    def _below(self, entry: Entry) -> int:
        return Edits(self._text).below(entry.node)


def _alike(a: str, b: str) -> int:
    """How many characters two texts have in common at their beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _is_now(node: Node, value: Any) -> bool:
    """Whether this value stands here: also as the words of a number or of a key without a value, which a form shows as a text."""
    if node.kind == "scalar" and isinstance(value, str) and node.style is None and not isinstance(node.value, str):
        return node.raw == value
    return spelling.same(plain(node), value)


def _with(whole: Any, path: Path, value: Any) -> Any:
    """The whole with another value at a place in it."""
    if not path:
        return value
    at = whole
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return whole
