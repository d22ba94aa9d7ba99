"""How a value is written in YAML so that it is read back as it is: plain where that is safe, else in quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from rehearse.catalog.characters import visible
from rehearse.conversation import ACTS, LADDER

ROWS = frozenset(
    ("about", "needs", "cares_about", "likes", "costs_patience", "yields_to", "deal_breakers", "taken_up_by", "sounds_like")
)
"""Lists that stand in one line."""
_SPOKEN = frozenset(
    ("opening", "say", "says", "root", "accepts", "objections", "not_enough", "sounds_like", "worry", "test", *ACTS, *LADDER)
)
"""Texts that stand in quotes: what people say."""
_WIDEST = 150
"""A group of keys longer than this, or with lists of texts in it, has a line for each key."""
_NOT_BLOCK = re.compile(r"[\t\x85\u2028\u2029]|^ |[ ]$", re.MULTILINE)
# Words that YAML of some version reads as something else than a text.
_TAKEN = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()'’&+%,?!;-]*[\w.)'’%?!])?")
_IN_ROW = re.compile(r"[^\W\d_](?:[\w ./()'’&+%;-]*[\w.)'’%])?")


def clean(value: Any) -> Any:
    """The value without what no file may hold: control characters and half surrogates; hidden characters are made visible."""
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        text = "".join(c if c in "\n\t" or unicodedata.category(c) != "Cc" else " " for c in text)
        return visible(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
    if isinstance(value, (list, tuple)):
        return [clean(inner) for inner in value]
    if isinstance(value, dict):
        return {clean(str(key)): clean(inner) for key, inner in value.items()}
    return value


def same(a: Any, b: Any) -> bool:
    """Whether two values are the same to a reader of the file: 1 is not true, and an order of keys says nothing."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return isinstance(a, bool) == isinstance(b, bool) and isinstance(a, str) == isinstance(b, str) and bool(a == b)


def is_plain(text: str, row: bool) -> bool:
    """Whether this text may stand without quotes; `row` = within brackets, or as a key."""
    return bool((_IN_ROW if row else _PLAIN).fullmatch(text)) and text.casefold() not in _TAKEN and len(text) <= 400


def quoted(text: str) -> str:
    """The text in double quotes, in one line."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{text}"'


def scalar(value: Any, row: bool = False, style: str | None = '"') -> str:
    """A text, number, truth or nothing in one line. `style` is wanted for a text: `"`, `'`, or None for none where that is safe."""
    if value is None:
        return "null" if row else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(getattr(value, "raw", None) or _number(value))
    text = str(value)
    if style is None and is_plain(text, row):
        return text
    if style == "'" and not re.search(r"[\n\t\x85\u2028\u2029]", text):
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def key(text: str) -> str:
    """A key, in quotes where it needs them."""
    return scalar(text, True, None)


def style_for(name: str | None) -> str | None:
    """How a new text under this key is quoted."""
    return '"' if name in _SPOKEN else None


def row(value: Any, style: str | None = None, name: str | None = None) -> str:
    """Any value in one line, in brackets where it has parts."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(k)}: {row(v, style_for(k), k)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        style = '"' if name in _SPOKEN else style
        return "[" + ", ".join(row(inner, style) for inner in value) + "]"
    return scalar(value, True, style)


def in_row(value: Any, name: str | None) -> bool:
    """Whether a list or group that is new stands in one line."""
    if not value:
        return True
    if isinstance(value, list):
        if name in ROWS:
            return all(not isinstance(inner, dict) for inner in value)
        return False
    return not any(
        isinstance(inner, dict) or (isinstance(inner, list) and not in_row(inner, k)) for k, inner in value.items()
    ) and (len(row(value)) <= _WIDEST or set(value) <= {"says", "needs", "as", "say", "for"})


def block(value: Any, column: int, inward: int, name: str | None = None, rows: bool | None = None) -> list[str]:
    """The lines of a list or group that has a line for each part, at this column. `inward` is how far a dash stands in from its
    key; `rows` says how the groups of a list stand where there are some like them already."""
    lines: list[str] = []
    blank = " " * column
    if isinstance(value, dict):
        for k, inner in value.items():
            lines += field(k, inner, column, inward)
        return lines
    for inner in value:
        if isinstance(inner, (list, dict)):
            if not inner or (in_row(inner, None) if rows is None else rows):
                lines.append(f"{blank}- {row(inner)}")
            else:
                first, *rest = block(inner, column + 2, inward)
                lines += [f"{blank}- {first.lstrip(' ')}", *rest]
        else:
            lines += _text(f"{blank}-", inner, column, style_for(name))
    return lines


def field(name: str, value: Any, column: int, inward: int) -> list[str]:
    """The lines of a key with its value."""
    head = f"{' ' * column}{key(name)}:"
    if isinstance(value, (list, dict)):
        if in_row(value, name):
            return [f"{head} {row(value, style_for(name), name)}"]
        return [head, *block(value, column + (inward if isinstance(value, list) else 2), inward, name)]
    return _text(head, value, column, style_for(name))


def _text(head: str, value: Any, column: int, style: str | None) -> list[str]:
    if isinstance(value, str) and (lines := literal(value, column + 2)) is not None:
        return [f"{head} {lines[0]}", *lines[1:]]
    written = scalar(value, False, style)
    return [f"{head} {written}" if written else head]


def literal(text: str, column: int, mark: str = "|", one: bool = False) -> list[str] | None:
    """A text of several lines (with `one` of one, too) as `|-` and its lines, or folded as `>-`; None where it cannot stand so."""
    body, header = (text[:-1], mark) if text.endswith("\n") else (text, f"{mark}-")
    if not body or not ("\n" in body or one) or body.strip("\n") != body or _NOT_BLOCK.search(body):
        return None
    lines = body.replace("\n", "\n\n").split("\n") if mark == ">" else body.split("\n")
    return [header, *(f"{' ' * column}{line}" if line else "" for line in lines)]


def joined(lines: Iterable[str], eol: str) -> str:
    """Lines with their breaks."""
    return "".join(f"{line}{eol}" for line in lines)
