"""What an edit changes in the text: the smallest pieces of it, so that every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rehearse.writing import spelling
from rehearse.writing.nodes import BREAK, COLON, Entry, Node, last_break, line_end

Splice = tuple[int, int, str]
"""Characters `start` to `end` of the text, and what stands there afterwards."""

_FORMED = re.compile(r"[|>][+-]?[1-9]?[+-]?")
_NEXT = re.compile(r"\s*[\r\n\x85\u2028\u2029]( *)#")


class Edits:
    """Edits of one text as it is now. Each returns splices that do not overlap, or None where a piece cannot be changed by
    itself and must be written anew."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.eol = "\r\n" if "\r\n" in text else "\n"
        self.inward = _inward(text) if "- " in text else 2

    # ---- places

    def column(self, entry: Entry) -> int:
        """How far in an entry begins."""
        return entry.start - last_break(self.text, entry.start)

    def opens_line(self, entry: Entry) -> bool:
        """Whether nothing but blank space stands before an entry on its line (a dash may: `- id: x`)."""
        return not self.text[last_break(self.text, entry.start) : entry.start].strip()

    def above(self, entry: Entry) -> int:
        """Where an entry begins with the remarks that stand directly above it, at its column."""
        start = last_break(self.text, entry.start)
        if not self.opens_line(entry):
            return entry.start
        column = entry.start - start
        while start > 0:
            before = last_break(self.text, self._before_break(start))
            line = self.text[before : line_end(self.text, before)]
            if not line.startswith(" " * column + "#"):
                break
            start = before
        return start

    def below(self, node: Node) -> int:
        """Where the line begins that follows a value."""
        end = line_end(self.text, node.end)
        found = BREAK.match(self.text, end)
        return found.end() if found else len(self.text)

    def _before_break(self, at: int) -> int:
        return at - 2 if self.text[at - 2 : at] == "\r\n" else at - 1

    # ---- a value

    def replace(self, entry: Entry, value: Any, in_flow: bool, name: str | None) -> list[Splice] | None:
        """Another value in the place of this one; `in_flow` = it stands within brackets, `name` is the key that it is under."""
        node = entry.node
        style = _style(node, value, name)
        if in_flow:
            return self._inline(entry, spelling.row(value, style, name))
        if isinstance(value, (list, dict)):
            kept = node.kind != "scalar" and node.flow and bool(node.entries)
            if kept or spelling.in_row(value, name):
                return self._inline(entry, spelling.row(value, style, name))
            inner = self.column(entry) + (self.inward if isinstance(value, list) and entry.key is not None else 2)
            return self._hang(entry, spelling.block(value, inner, self.inward, name))
        mark = node.style if node.kind == "scalar" and node.style in ("|", ">") else ""
        if isinstance(value, str) and (mark or "\n" in value) and not self._remark_below(node.end, self.column(entry) + 2):
            lines = spelling.literal(value, self.column(entry) + 2, mark or "|", bool(mark))
            if lines is not None:
                return self._inline(entry, *lines)
        return self._inline(entry, spelling.scalar(value, False, style))

    def _inline(self, entry: Entry, written: str, *lines: str) -> list[Splice] | None:
        """The value on the line of its key or dash, and the rest of it in lines below; what held it before goes."""
        node, text = entry.node, self.text
        at = entry.start if entry.start == node.start and entry.key is None else self._behind(entry)
        if at is None:
            return None
        below = "".join(self.eol + line for line in lines)
        stop = line_end(text, node.end)
        if node.start > at and BREAK.search(text, at, node.start):  # it hangs in lines of its own
            end = line_end(text, at)
            return [(at, at, f" {written}" if written else ""), (end, stop, below)]
        if node.kind == "scalar" and node.style in ("|", ">"):
            head = _FORMED.match(text, node.start)
            assert head is not None
            return [(node.start, head.end(), written), (line_end(text, node.start), node.end, below)]
        start = node.start
        if not written or node.start == node.end:
            start = at
            written = f" {written}" if written else ""
        return [(start, node.end, written), (stop, stop, below)] if below else [(start, node.end, written)]

    def _behind(self, entry: Entry) -> int | None:
        """Where the value of a key or dash may begin; None for a key without its colon."""
        if entry.key is None:
            return entry.after_key
        colon = COLON.match(self.text, entry.after_key)
        return colon.end() if colon else None

    def _remark_below(self, at: int, column: int) -> bool:
        """Whether a remark follows that stands as far in as lines at this column, and would be read as one of them."""
        found = _NEXT.match(self.text, line_end(self.text, at))
        return found is not None and len(found[1]) >= column

    def _hang(self, entry: Entry, lines: Sequence[str]) -> list[Splice]:
        """The value in lines below its key, or behind its dash."""
        node, text = entry.node, self.text
        in_lines = node.kind == "scalar" and node.style in ("|", ">")
        if in_lines and "#" in text[node.start : line_end(text, node.start)]:
            head = _FORMED.match(text, node.start)
            assert head is not None
            return [(node.start, head.end(), ""), (line_end(text, node.start), node.end, self.eol + self.eol.join(lines))]
        if entry.key is None and not BREAK.search(text, entry.after_key, node.start):
            first, *rest = lines
            return [(entry.start + 1, node.end, " " + self.eol.join([first.lstrip(" "), *rest]))]
        if BREAK.search(text, entry.after_key, node.start):
            start = last_break(text, node.start)
            return [(start, line_end(text, node.end), self.eol.join(lines))]
        stop = line_end(text, node.end)
        start = node.start
        while start > 0 and text[start - 1] == " ":
            start -= 1
        return [(start, node.end, ""), (stop, stop, self.eol + self.eol.join(lines))]

    # ---- an entry

    def insert(self, parent: Entry | None, node: Node, at: int, key: str | None, value: Any) -> list[Splice] | None:
        """One more entry in a collection that has some, before the one that is number `at` now."""
        if node.flow:
            return self._insert_in_row(node, at, key, value)
        column = self.column(node.entries[0])
        if key is None:
            kinds = [entry.node.flow for entry in node.entries if entry.node.kind != "scalar"]
            rows = all(kinds) if kinds else None
            name = parent.key if parent is not None else None
            lines = spelling.block([value], column, self.inward, name, rows)
            lines = self._as_neighbours(lines, node, value, column)
        else:
            lines = spelling.field(key, value, column, self.inward)
        if at < len(node.entries):
            entry = node.entries[at]
            if not self.opens_line(entry):  # the first of a list within a list stands behind a dash
                first, *rest = [*lines, f"{' ' * column}"]
                return [(entry.start, entry.start, first.lstrip(" ") + self.eol + self.eol.join(rest))]
            start = self.above(entry)
            return [(start, start, spelling.joined(lines, self.eol))]
        stop = line_end(self.text, node.entries[-1].node.end)
        return [(stop, stop, self.eol + self.eol.join(lines))]

    def _as_neighbours(self, lines: list[str], node: Node, value: Any, column: int) -> list[str]:
        """A text quoted as those beside it."""
        styles = {entry.node.style for entry in node.entries if entry.node.kind == "scalar"}
        if len(lines) == 1 and isinstance(value, str) and styles and styles <= {'"', "'"}:
            return [f"{' ' * column}- {spelling.scalar(value, False, sorted(styles, key=str)[0])}"]
        return lines

    def _insert_in_row(self, node: Node, at: int, key: str | None, value: Any) -> list[Splice] | None:
        if self.text[node.start] not in "[{" or not node.entries:
            return None
        styles = {entry.node.style for entry in node.entries if entry.node.kind == "scalar"}
        style = '"' if styles == {'"'} and key is None else spelling.style_for(key)
        written = (f"{spelling.key(key)}: " if key is not None else "") + spelling.row(value, style, key)
        if at < len(node.entries):
            start = node.entries[at].start
            return [(start, start, f"{written}, ")]
        end = node.entries[-1].node.end
        return [(end, end, f", {written}")]

    def remove(self, node: Node, number: int) -> list[Splice] | None:
        """A collection without this entry; it has others."""
        entry, text = node.entries[number], self.text
        if node.flow:
            if text[node.start] not in "[{":
                return None
            if number + 1 < len(node.entries):
                return [(entry.start, node.entries[number + 1].start, "")]
            return [(node.entries[number - 1].node.end, entry.node.end, "")]
        if self.opens_line(entry):
            start, stop = self.above(entry), self.below(entry.node)
            if stop == len(text) and stop > 0 and text[stop - 1] not in "\r\n":  # the last line of all has no break
                start = self._before_break(start) if start else 0
            return [(start, stop, "")]
        # Behind a dash: what follows takes its place, or stands below the dash with the remarks above it.
        following = node.entries[number + 1]
        first = self.above(following)
        if first == last_break(text, following.start):
            return [(entry.start, following.start, "")]
        dash = entry.start
        while text[dash - 1] == " ":
            dash -= 1
        return [(dash, first, self.eol)]

    # ---- order

    def reorder(self, node: Node, number: int, to: int) -> list[Splice] | None:
        """An entry in another place among its neighbours, its remarks with it."""
        many = node.entries
        order = [n for n in range(len(many)) if n != number]
        order.insert(to, number)
        if node.flow:
            return [(many[n].start, many[n].node.end, self.text[many[m].start : many[m].node.end]) for n, m in enumerate(order)]
        low, high = min(number, to), max(number, to)
        column = self.column(many[0])
        compact = not self.opens_line(many[0])
        pieces = []
        for n, entry in enumerate(many):
            start, stop = self.above(entry), line_end(self.text, entry.node.end)
            pieces.append((start, stop, (" " * column if n == 0 and compact else "") + self.text[start:stop]))
        spots = [(pieces[n], pieces[order[n]][2]) for n in range(low, high + 1)]
        blank = " " * column
        return [
            (start, stop, piece.removeprefix(blank) if n == 0 and compact else piece)
            for n, ((start, stop, _), piece) in enumerate(spots, low)
        ]


def _inward(text: str) -> int:
    """How far the dashes of the first list stand in from its key; 2 where there is none."""
    key: int | None = None
    for line in text.splitlines():
        bare = line.lstrip(" ")
        if not bare.strip() or bare.startswith("#"):
            continue
        column = len(line) - len(bare)
        if bare.startswith("- "):
            if key is not None:
                return max(0, column - key)
        else:
            key = column if bare.partition(" #")[0].rstrip().endswith(":") else None
    return 2


def _style(node: Node, value: Any, name: str | None) -> str | None:
    """How a text is quoted in the place of this value: as that was, or as new ones are."""
    if isinstance(value, list):
        styles = {entry.node.style for entry in node.entries if entry.node.kind == "scalar"}
        return '"' if styles == {'"'} else spelling.style_for(name)
    if node.kind != "scalar" or node.value is None or not isinstance(node.value, str):
        return spelling.style_for(name)
    return '"' if node.style in ("|", ">") or "\n" in str(value) else node.style


def apply(text: str, splices: Sequence[Splice]) -> str:
    """The text with these pieces changed."""
    made, at = [], 0
    for start, stop, written in sorted(splices, key=lambda s: (s[0], s[1])):
        made += [text[at:start], written]
        at = stop
    return "".join([*made, text[at:]])
