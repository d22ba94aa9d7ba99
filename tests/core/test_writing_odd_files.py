"""Files as people really write them, edited: every byte but those of the edit stays, or the edit is refused and nothing is done."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.catalog.report import Report
from rehearse.catalog.yaml import parse
from rehearse.errors import InputProblem
from rehearse.writing.document import CannotEdit, Document

HEAD = "format: rehearse/persona@1\n"


def of(text: str) -> Document:
    return Document.of(HEAD + text, "persona")


def holds(document: Document) -> Any:
    """What the file says to whoever reads it anew; it is what the document says."""
    report = Report("x")
    data = parse(document.text(), report)
    assert data is not None, (report.all(), document.text())
    assert data == document.get(())
    return data


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        # a number behind | says how far in the lines stand, whatever the first of them does
        ("a:\n  - |2\n      deep\n    shallow\n  - b\n", ("a", 0), "new", "a:\n  - |-\n    new\n  - b\n"),
        ("a:\n  - - |2\n          deep\n      - text\n    - x\n", ("a", 0, 0), 5, "a:\n  - - 5\n    - x\n"),
        ("a: |1-\n   deep\n x: y\nb: 1\n", ("a",), True, "a: true\nb: 1\n"),
        # in a line of its own
        ("a:\n  -\n    |\n    one\n  - b\n", ("a", 1), "c", "a:\n  -\n    |\n    one\n  - c\n"),
        ("a:\n  |\n  one\nb: 1\n", ("b",), 2, "a:\n  |\n  one\nb: 2\n"),
        # a remark that stands far in would be read as one of the lines
        ("a: x\n    # far in\nb: 1\n", ("a",), "two\nlines", 'a: "two\\nlines"\n    # far in\nb: 1\n'),
        # a remark behind the mark
        ("a: |  # why\n  one\nb: 1\n", ("a",), ["x", "y: z"], 'a:   # why\n  - x\n  - "y: z"\nb: 1\n'),
        ("a:\n  - |  # why\n    one\n  - b\n", ("a", 0), [{"id": "x", "z": ["y"]}], None),
        # a remark between a dash and what it is of
        ("a:\n  - # why\n    k: v\n  - b\n", ("a", 0), ["x"], "a:\n  - # why\n    - x\n  - b\n"),
    ],
)
def test_texts_in_lines_end_where_they_end(text: str, path: tuple[str | int, ...], value: Any, after: str | None) -> None:
    document = of(text)
    document.put(path, value)
    if after is not None:
        assert document.text() == HEAD + after
    assert document.get(path) == value
    assert all(f"# {word}" in document.text() for word in re.findall("# (.*)", text))
    assert holds(document)
    assert document.undo()
    assert document.text() == HEAD + text


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: |\n  one\nb: 1\n    # far in\nc: 2\n", lambda d: d.remove(("b",))),
        ("c:\n  - a: |+\n      one\n  - b\n  # last", lambda d: d.move(("c", 1), 0)),
        ("? a\n: # why\n  one\nb: 1\n", lambda d: d.put(("a",), {"x": "y"})),
        ("? a\n: # why\n  one\nb: 1\n", lambda d: d.remove(("b",))),
        ("a: {b: |\n", None),
    ],
)
def test_what_would_touch_more_than_its_place_is_refused(text: str, edit: Callable[[Document], None] | None) -> None:
    if edit is None:
        with pytest.raises(InputProblem):
            of(text)
        return
    document = of(text)
    try:
        edit(document)
    except CannotEdit as refused:
        assert refused.sentence.endswith(".")
        assert document.text() == HEAD + text
        assert not document.can_undo
    else:
        assert all(f"# {word}" in document.text() for word in re.findall("# (.*)", text))
    assert holds(document)


def test_a_line_of_colons_and_hash_marks_is_not_slow() -> None:
    """Would take minutes where the places of lists are looked for by going back and forth in the line."""
    document = of("name: x " + "#: " * 60_000 + '\nrole: "- "\n')
    document.put(("role",), "Head of it")
    assert document.text().endswith('\nrole: "Head of it"\n')


# --- any file

PLAIN = ["a", "é word", "日本 go", "x y", "1", "true", "~", "no", "12:30", "https://x.y/z", "a#b", "e\u0301", "😀 hi", "z\u00a0z"]
NEW = ["new", "a: b", "x # y", "", "two\nlines", "two\nlines\n\n", " lead", "- d", 5, True, None, "tab\tx", ["a", "b: c"], [], {}]
NEW += [{"q": "w"}, [{"id": "x", "z": ["y"]}]]


class Writer:
    """Writes a file at random, as odd as YAML lets it be, with a number in each remark."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.remarks = chance, 0

    def file(self) -> str:
        start = self.blank(0) + (["---"] if self.chance.random() < 0.1 else [])
        lines = [*start, "format: rehearse/persona@1", *self.group(0, 3), *self.blank(0)]
        lines += ["..."] if self.chance.random() < 0.05 else []
        eol = self.chance.choice(["\n", "\n", "\n", "\r\n", "\r"])
        return eol.join(lines) + (eol if self.chance.random() < 0.7 else "")

    def remark(self) -> str:
        self.remarks += 1
        return self.chance.choice(["# r%d", "#r%d", "#  - r%d: x", "# r%d é: [", "# 'r%d"]) % self.remarks

    def behind(self) -> str:
        chance = self.chance.random()
        return "" if chance < 0.6 else f" {self.remark()}" if chance < 0.85 else self.chance.choice([" ", "   "])

    def blank(self, column: int) -> list[str]:
        kinds = ["", "  ", "#", "#" + " " * column, "#" + " " * (column + 2)]
        some = [self.chance.choice(kinds) for _ in range(self.chance.choice([0, 0, 0, 1, 2]))]
        return [f"{kind[1:]}{self.remark()}" if kind.startswith("#") else kind for kind in some]

    def row(self, depth: int) -> str:
        chance = self.chance.random()
        if depth <= 0 or chance < 0.5:
            return self.chance.choice(["t", "x y", "'it''s'", '"q \\"x\\" # n"', '"a\\nb"'])
        if chance < 0.75:
            around = [self.chance.choice(["", "", " ", "\n      ", f" {self.remark()}\n      "]) for _ in range(6)]
            items = [around[2 * n] + self.row(depth - 1) + around[2 * n + 1] for n in range(self.chance.randint(0, 3))]
            return "[" + ",".join(items) + ("," if items and chance < 0.55 else "") + "]"
        return "{" + ",".join(f" k{n}: {self.row(depth - 1)}" for n in range(self.chance.randint(0, 3))) + "}"

    def text(self, column: int) -> list[str]:
        chance, word = self.chance.random(), self.chance.choice(PLAIN)
        if chance < 0.3:
            return [self.chance.choice([word, ""]) + self.behind()]
        if chance < 0.5:
            return [self.chance.choice([f"'it''s {word}'", f'"dq {word} \\t"']) + self.behind()]
        if chance < 0.58:
            return ["plain one", " " * (column + 1) + "goes on" + self.behind()]
        if chance < 0.64:
            return ['"dq one', "", " " * (column + 2) + 'goes on"' + self.behind()]
        if chance > 0.84:
            return [self.row(2) + self.behind()]
        mark = self.chance.choice("|>") + self.chance.choice(["", "-", "+", "2", "2-", "-2", "+2"])
        words = ["text", "# no remark", "- x", "k: v", "  deeper"]
        body = [" " * (column + 2) + self.chance.choice(words) for _ in range(self.chance.randint(1, 3))]
        if "2" not in mark:
            body[0] = " " * (column + 2) + "first"
        body += [""] * self.chance.choice([0, 0, 1, 2])
        body.insert(self.chance.randint(1, len(body)), self.chance.choice([body[0], "", " "]))
        return [mark + (f" {self.remark()}" if self.chance.random() < 0.2 else ""), *body]

    def held(self, column: int, depth: int, head: str) -> list[str]:
        chance = self.chance.random()
        if depth <= 0 or chance < 0.5:
            first, *rest = self.text(column)
            return [f"{head} {first}" if first else head, *rest]
        head += self.behind()
        if chance < 0.75:
            return [head, *self.group(column + self.chance.choice([2, 2, 4, 1, 3]), depth - 1)]
        return [head, *self.items(column + self.chance.choice([0, 2, 2, 4]), depth - 1)]

    def group(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for n in range(self.chance.randint(1, 4)):
            key = self.chance.choice([f"k{n}", f"k{n}", f'"k {n}"', f"'k{n}'", f"é{n}"])
            lines += [*self.blank(column), *self.held(column, depth, " " * column + key + self.chance.choice([":", ":", " :"]))]
        return lines

    def items(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.chance.randint(1, 4)):
            chance, width = self.chance.random(), self.chance.choice([2, 2, 3, 4])
            lines += self.blank(column)
            if depth <= 0 or chance < 0.4:
                inner = [" " * (column + 2), *self.text(column)]
                inner[:2] = [inner[0] + inner[1]]
                width = 2
            elif chance < 0.9:
                inner = self.group(column + width, depth - 1) if chance < 0.8 else self.items(column + width, depth - 1)
                while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                    inner = inner[1:]
            else:
                inner = [f"{' ' * column}-{self.behind()}", *self.group(column + 2, depth - 1)]
                lines += inner
                continue
            lines += [f"{' ' * column}-{' ' * (width - 1)}{inner[0][column + width :]}", *inner[1:]]
        return lines


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [path, *(found for step, inner in inside for found in _paths(inner, (*path, step)))]


def _remarks(text: str, said: Any) -> Counter[str]:
    """The remarks of a file by their numbers, but for what looks like one within a text."""
    found = Counter(re.findall(r"#[ '-]*(r\d+)\b", text))
    return Counter({number: count for number, count in found.items() if not re.search(rf"\b{number}\b", str(said))})


def _without(whole: Any, path: tuple[str | int, ...]) -> Any:
    if not path:
        return None
    if isinstance(whole, dict):
        left = {k: (_without(v, path[1:]) if k == path[0] else v) for k, v in whole.items()}
        return left if len(path) > 1 else {k: v for k, v in left.items() if k != path[0]}
    return [_without(v, path[1:]) if n == path[0] else v for n, v in enumerate(whole)]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_any_edit_of_any_file_keeps_what_it_is_not_about_or_is_refused(chance: random.Random) -> None:
    text = Writer(chance).file()
    try:
        document = Document.of(text, "persona")
    except InputProblem:
        return
    holds(document)
    for _ in range(2):
        before, was = document.text(), document.get(())
        path = chance.choice([p for p in _paths(was) if p])
        held, kind = document.get(path), chance.choice(["put", "put", "new", "add", "remove", "move"])
        value, undoable = chance.choice(NEW), document.can_undo
        try:
            if kind == "new" and isinstance(held, dict):
                document.put((*path, "new key"), value)
            elif kind == "add" and isinstance(held, list):
                document.add(path, value, chance.choice([None, 0, 1]))
            elif kind == "remove":
                document.remove(path)
            elif kind == "move":
                document.move(path, chance.randint(0, 4))
            else:
                kind = "put"
                document.put(path, value)
        except CannotEdit:
            assert (document.text(), document.get(()), document.can_undo) == (before, was, undoable)
            continue
        said = holds(document)
        lost = _remarks(before, was) - _remarks(document.text(), said)
        if kind != "remove" and (kind != "put" or not isinstance(held, (dict, list))):
            assert not lost, (before, kind, path, value, document.text())
        if kind in ("put", "new", "add"):
            assert _without(said, path) == _without(was, path)
        if document.text() != before:
            after = document.text()
            assert document.undo()
            assert (document.text(), document.get(())) == (before, was)
            assert document.redo()
            assert document.text() == after
