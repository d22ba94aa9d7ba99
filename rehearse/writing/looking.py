"""What is to be said about a document: what `rehearse check` says of its file, each with the field that it is about, and where
an example of the skeleton still stands."""

from __future__ import annotations

from functools import cache

from rehearse.writing.document import Around, Document, Remark
from rehearse.writing.nodes import Lines, Node, Path, Places, as_map, read
from rehearse.writing.skeletons import EXAMPLES, TEXTS

STILL = "is still the example. Write your own."


def look(text: str, root: Node, kind: str, around: Around | None) -> tuple[Remark, ...]:
    """Every fault and warning, by line."""
    return _look(text, root, kind, around)[1]


def value_of(document: Document, around: Around | None) -> tuple[object, tuple[Remark, ...]]:
    """What a document describes, as a value of the core, and all that is to be said; None for the value where there is a fault."""
    return _look(document.text(), document.root, document.kind, around)


def _look(text: str, root: Node, kind: str, around: Around | None) -> tuple[object, tuple[Remark, ...]]:
    from rehearse.catalog.loading import NOTHING, look_over
    from rehearse.catalog.source import MAX_BYTES

    report = Places("")
    if len(text) * 4 > MAX_BYTES and len(text.encode("utf-8", "replace")) > MAX_BYTES:
        report.add(0, (), f"is larger than {MAX_BYTES // 1024} KiB, more than such a file may be.")
    _reading(root, (), Lines(text), report)
    _examples(root, kind, Lines(text), report)
    _kind, value = look_over(as_map(root, text), report, NOTHING if around is None else around.known(), kind)
    said = tuple(Remark(report.places.get(f, ()), f.line, f.message, f.warning) for f in report.all())
    return (None if report.broken else value), said


def _reading(node: Node, where: Path, lines: Lines, report: Places) -> None:
    """What reading said, at the lines where it stands now."""
    for below, message in node.warned:
        report.add(lines.at(node.start) + below, where, message, warning=True)
    for number, entry in enumerate(node.entries):
        if entry.node.entries or entry.node.warned:
            _reading(entry.node, (*where, number if entry.key is None else entry.key), lines, report)


def _examples(root: Node, kind: str, lines: Lines, report: Places) -> None:
    """The fields that nobody has written over."""
    for path, example in _skeleton(kind).items():
        node = root.at(path)
        if node is not None and node.value == example:
            report.add(lines.at(node.start), path, STILL, warning=True)


@cache
def _skeleton(kind: str) -> dict[Path, object]:
    root = read(TEXTS[kind], kind) if kind in TEXTS else None
    return {path: node.value for path in EXAMPLES.get(kind, ()) if root is not None and (node := root.at(path)) is not None}
