"""What stands between the values of a file: blank space and remarks. Where it is anything else, the places of the values are not
believed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rehearse.writing.nodes import BLANK, BREAK, COLON, Entry, Node, last_break, line_end

_BEFORE = re.compile(r"(?:%[^\r\n]*[\r\n]+)*(?:---(?=[\s{[]|$))?")
_BEHIND = re.compile(r"\.\.\.(?=\s|$)")
_REMARK = re.compile(r"(?<!\S)#[^\r\n\x85\u2028\u2029]*")
_KEEPS = re.compile(r"[|>][1-9]?\+")
_LINE = re.compile(r"([ \t]*)([^\r\n\x85\u2028\u2029]*)(?:\r\n|[\r\n\x85\u2028\u2029])?")


def sound(root: Node, text: str) -> bool:
    """Whether nothing but blank space, remarks and the marks of a list or a group stands between the values of a whole file."""
    start = _skip(text, 0)
    found = _BEFORE.match(text, start)
    if found and found.end() > start:
        start = found.end()
    if not root.entries or _skip(text, start) != root.start:
        return False
    end = _skip(text, root.end)
    found = _BEHIND.match(text, end)
    return _skip(text, found.end() if found else end) == len(text) and tight(root, text)


def tight(node: Node, text: str) -> bool:
    """The same of what is in a collection; of one in brackets nothing is asked, as its own marks tell its places."""
    if node.flow:
        return True
    at = node.start
    for entry in node.entries:
        if _skip(text, at) != entry.start or not tight_entry(entry, text):
            return False
        at = max(entry.node.end, entry.start + 1)
    return True


def tight_entry(entry: Entry, text: str) -> bool:
    """The same of one entry of a group or list that stands in lines."""
    node = entry.node
    if entry.key is None:
        behind = entry.start + 1
        if text[entry.start : behind] != "-":
            return False
    else:
        colon = COLON.match(text, entry.after_key)
        if colon is None:
            return False
        behind = colon.end()
    return (node.start == node.end or _skip(text, behind) == node.start) and tight(node, text)


def remarks(text: str, node: Node, start: int, end: int) -> Iterator[str]:
    """The remarks from `start` to `end` of the text that stand in no value of this node."""
    at = start
    for leaf in sorted((n for n in node.all() if n.kind == "scalar" and n.end > start), key=lambda n: n.start):
        begin = line_end(text, leaf.start) if leaf.style in ("|", ">") else leaf.start  # a remark may stand behind the mark
        yield from (found[0] for found in _REMARK.finditer(text, at, max(at, min(begin, end))))
        at = max(at, leaf.end)
    yield from (found[0] for found in _REMARK.finditer(text, at, max(at, end)))


def reaches_on(node: Node, text: str, end: int) -> bool:
    """Whether what stands behind a value, from `end` on, may be read as part of the text in lines that it ends with: a remark that
    stands further in than that text was begun, blank lines that such a text keeps, or no end of its last line."""
    if not in_lines(node):
        return False
    node = _last(node)
    head = _LINE.match(text, last_break(text, node.start))
    assert head is not None
    found = BREAK.match(text, end)
    if found is None:  # the last line of all has no break, which such a text would say
        return True
    at = found.end()
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        if line[2]:
            return line[2].startswith("#") and len(line[1]) > len(head[1])
        if _KEEPS.match(text, node.start):
            return True
        at = line.end()
    return False


def in_lines(node: Node) -> bool:
    """Whether a value ends with a text in lines, `|` or `>`."""
    last = _last(node)
    return last.kind == "scalar" and last.style in ("|", ">")


def _last(node: Node) -> Node:
    while node.entries and not node.flow:
        node = node.entries[-1].node
    return node


def _skip(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at
