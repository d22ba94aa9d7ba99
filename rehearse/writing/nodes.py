"""Where each value of a YAML file stands in its text: what an edit needs to touch only what it is about.

The file is read by the catalog, under its guards; this watches, and keeps the place of each value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from rehearse.catalog.report import Report, Where
from rehearse.errors import Fault, InputProblem

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

    from rehearse.catalog.yaml import Map

Path = tuple[str | int, ...]
"""Where a value stands in a file: `("concerns", 2, "label")`."""

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
COLON = re.compile(r"[ \t]*:")
BLANK = re.compile(r"(?:[ \t\r\n\x85\u2028\u2029]+|(?:(?<=\s)|^)#[^\r\n\x85\u2028\u2029]*)*")
_REMARK = re.compile(r"(?:^|[ \t])#.*")
_LINES = re.compile(r"[|>][+-]?([1-9]?)")


@dataclass(slots=True, eq=False)
class Entry:
    """A child of a collection: in a mapping from `start` of its key, in a list from its dash, in a row from the value itself."""

    key: str | None
    start: int
    after_key: int
    node: Node


@dataclass(slots=True, eq=False)
class Node:
    """A value and its place: characters `start` to `end` of the text, comments and blank space around it left out.

    `raw` is how a plain word is written, `style` the mark of a quoted or block text, `flow` whether a collection stands in
    brackets. `warned` is what reading said about it: lines below its first, and the sentence.
    """

    kind: Literal["map", "seq", "scalar"]
    start: int
    end: int
    flow: bool = False
    style: str | None = None
    raw: str = ""
    value: object = None
    entries: list[Entry] = field(default_factory=list)
    warned: list[tuple[int, str]] = field(default_factory=list)

    def child(self, step: str | int) -> Entry | None:
        """The entry of this key or number; None where there is none."""
        if self.kind == "map":
            return next((entry for entry in self.entries if entry.key == step), None)
        if self.kind == "seq" and isinstance(step, int) and 0 <= step < len(self.entries):
            return self.entries[step]
        return None

    def at(self, path: Path) -> Node | None:
        """What stands at a path below this; None where nothing does."""
        node = self
        for step in path:
            entry = node.child(step)
            if entry is None:
                return None
            node = entry.node
        return node

    def copy(self) -> Node:
        """The same places, to be moved by themselves."""
        inside = [Entry(e.key, e.start, e.after_key, e.node.copy()) for e in self.entries]
        return Node(self.kind, self.start, self.end, self.flow, self.style, self.raw, self.value, inside, self.warned)

    def all(self) -> Iterator[Node]:
        """This and everything in it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(entry.node for entry in node.entries)


class Places(Report):
    """A report that keeps the place of each fault beside it."""

    __slots__ = ("places",)

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.places: dict[Fault, Where] = {}

    def add(self, line: int, where: Where, message: str, warning: bool = False) -> None:
        Report.add(self, line, where, message, warning)
        if self.faults:
            self.places.setdefault(self.faults[-1], where)


def read(text: str, name: str) -> Node:
    """The whole file. Raises InputProblem, with every fault, where it cannot be read as YAML or is refused."""
    from rehearse.catalog.yaml import parse

    report, spans = Places(name), _Spans(text)
    data = parse(text, report, spans.take)
    if data is None:
        faults = tuple(fault for fault in report.all() if not fault.warning)
        raise InputProblem(str(faults[0]), faults=faults)
    root = spans.root
    assert root is not None
    _placed(root, text, 0)
    _valued(root, data)
    _warned(root, report, text)
    return root


def read_entry(text: str, start: int, end: int, in_list: bool) -> Entry | None:
    """One entry of a block collection, characters `start` to `end` of the text; None where it cannot be read by itself."""
    column = start - (last_break(text, start))
    head = "x:\n" if in_list else ""
    found = BREAK.match(text, end)
    alone = f"{head}{' ' * column}{text[start:end]}" + (found[0] if found else "\n")
    try:
        root = read(alone, "")
    except InputProblem:
        return None
    collection = root.entries[0].node if in_list else root
    if len(root.entries) != 1 or len(collection.entries) != 1 or collection.flow or (in_list and collection.kind != "seq"):
        return None
    entry = collection.entries[0]
    by = start - len(head) - column
    shift(entry, by)
    return entry if entry.start == start else None


def shift(entry: Entry, by: int) -> None:
    """Move an entry and all that is in it."""
    entry.start += by
    entry.after_key += by
    node = entry.node
    node.start += by
    node.end += by
    for inner in node.entries:
        shift(inner, by)


def shift_behind(node: Node, at: int, by: int) -> None:
    """Move every entry that begins behind `at`, and the ends of what reaches beyond it."""
    for entry in node.entries:
        if entry.start >= at:
            shift(entry, by)
        elif entry.node.end > at:
            entry.node.end += by
            shift_behind(entry.node, at, by)


def last_break(text: str, at: int) -> int:
    """Where the line begins in which this character stands."""
    while at > 0 and text[at - 1] not in "\n\r\x85\u2028\u2029":
        at -= 1
    return at


def line_end(text: str, at: int) -> int:
    """Where the line ends in which this character stands, before its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


class Lines:
    """Line numbers of a text, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in BREAK.finditer(text))]

    def at(self, place: int) -> int:
        """The line of this character."""
        return bisect_right(self._starts, place)


def plain(node: Node) -> Any:
    """What stands here, as lists, groups of keys, texts and numbers of its own."""
    if node.kind == "map":
        return {entry.key: plain(entry.node) for entry in node.entries}
    if node.kind == "seq":
        return [plain(entry.node) for entry in node.entries]
    return node.value


def as_map(root: Node, text: str) -> Map:
    """The tree in the form in which the catalog reads files, each place with its line."""
    made = _built(root, (), Lines(text))
    assert isinstance(made, dict)
    return made  # type: ignore[return-value]


def _built(node: Node, where: Where, lines: Lines) -> object:
    from rehearse.catalog.yaml import Map, Seq

    if node.kind == "scalar":
        return node.value
    line = lines.at(node.start)
    if node.kind == "seq":
        seq = Seq(where, line, node.flow)
        for number, entry in enumerate(node.entries):
            seq.lines.append(lines.at(entry.node.start))
            seq.append(_built(entry.node, (*where, number), lines))
        return seq
    made = Map(where, line, node.flow)
    for entry in node.entries:
        assert entry.key is not None
        made.lines[entry.key] = lines.at(entry.start)
        made[entry.key] = _built(entry.node, (*where, entry.key), lines)
        if entry.node.kind == "scalar" and entry.node.style is None:
            made.raw[entry.key] = entry.node.raw
    return made


class _Spans:
    """Builds the tree from the stream of events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.keys: list[tuple[str, int, int] | None] = []

    def take(self, event: Event) -> None:
        from ruamel.yaml import events as e

        if isinstance(event, e.ScalarEvent):
            start, end = event.start_mark.index, event.end_mark.index
            style = event.style
            if self.stack and self.stack[-1].kind == "map" and self.keys[-1] is None:
                self.keys[-1] = (self._key(event), start, end)
                return
            if style in ("|", ">"):
                end = self._block_end(start)
            raw = str(event.value) if style is None else ""
            self._put(Node("scalar", start, end, style=style, raw=raw))
        elif isinstance(event, (e.MappingStartEvent, e.SequenceStartEvent)):
            flow = bool(event.flow_style)
            kind: Literal["map", "seq"] = "map" if isinstance(event, e.MappingStartEvent) else "seq"
            node = Node(kind, event.start_mark.index, event.end_mark.index, flow)
            self._put(node)
            self.stack.append(node)
            self.keys.append(None)
        elif isinstance(event, (e.MappingEndEvent, e.SequenceEndEvent)):
            node = self.stack.pop()
            self.keys.pop()
            node.end = event.end_mark.index

    def _key(self, event: Any) -> str:
        from rehearse.catalog.characters import visible

        return visible(str(event.value))

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.kind == "map":
            key = self.keys[-1]
            if key is None:
                return  # a key that is no text: refused by the reader
            self.keys[-1] = None
            parent.entries.append(Entry(key[0], key[1], key[2], node))
            return
        parent.entries.append(Entry(None, node.start, node.start, node))

    def _block_end(self, start: int) -> int:
        """Where the last line with words of a `|` or `>` text ends."""
        text, above = self.text, self._column(start)
        head = _LINES.match(text, start)
        inward, end = above + int(head[1]) if head and head[1] else 0, line_end(text, start)
        keeps = "+" in text[start : start + 3]  # blank lines at its end belong to it
        at = end + len(BREAK.match(text, end)[0]) if end < len(text) else end  # type: ignore[index]
        while at < len(text):
            stop = line_end(text, at)
            line = text[at:stop]
            if line.strip(" ") or (inward and len(line) > inward):
                indent = len(line) - len(line.lstrip(" "))
                if indent < (inward or above + 1):
                    break
                inward = inward or indent
                end = stop
            elif keeps and inward:
                end = stop
            found = BREAK.match(text, stop)
            at = found.end() if found else len(text)
        return end

    def _column(self, start: int) -> int:
        """How far in the key or the dash stands that a block text is under."""
        key = self.keys[-1] if self.keys else None
        if key is not None:
            return key[1] - last_break(self.text, key[1])
        begin = last_break(self.text, start)
        line = self.text[begin:start]
        while begin and not _REMARK.sub("", line).strip():  # it is announced in a line of its own
            stop, begin = begin, last_break(self.text, begin - 1)
            line = self.text[begin : stop - 1]
        return max(_REMARK.sub("", line).rfind("-"), 0)


def _placed(node: Node, text: str, floor: int) -> None:
    """Set right where blocks begin and end, and empty values stand: remarks lead the reader's own marks astray."""
    if node.kind == "scalar" and node.start == node.end:
        node.start = node.end = floor
    at = floor
    for entry in node.entries:
        if node.kind == "map":
            colon = COLON.match(text, entry.after_key)
            _placed(entry.node, text, colon.end() if colon else entry.after_key)
        elif node.flow:
            _placed(entry.node, text, entry.start)
        else:
            skipped = BLANK.match(text, at)
            entry.start = skipped.end() if skipped else at
            entry.after_key = entry.start + 1
            _placed(entry.node, text, entry.after_key)
        at = entry.node.end
    if node.entries and not node.flow:
        node.start, node.end = node.entries[0].start, at


def _valued(node: Node, data: object) -> None:
    if node.kind == "scalar":
        node.value = data
    elif node.kind == "seq":
        assert isinstance(data, list)
        for entry, value in zip(node.entries, data, strict=True):
            _valued(entry.node, value)
    else:
        assert isinstance(data, dict)
        for entry in node.entries:
            _valued(entry.node, data[entry.key])


def _warned(root: Node, report: Places, text: str) -> None:
    if not report.places:
        return
    lines = Lines(text)
    for fault, where in report.places.items():
        node = root
        for step in where:
            entry = node.child(step)
            if entry is None:
                break
            node = entry.node
        node.warned.append((fault.line - lines.at(node.start), fault.message))
