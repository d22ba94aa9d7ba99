"""What the command line prints: plain lines, JSON, complaints. Nothing that others wrote reaches the terminal as a command."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from rehearse.exchange.strictjson import json_text

# C0 but tab and line feed, DEL, C1, direction marks, line and paragraph separators, halves of characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Text for a terminal: control and direction characters of others become visible and do nothing."""
    return _CONTROL.sub("\ufffd", text)


def complain(sentence: str) -> None:
    """One line on standard error."""
    print("rehearse: " + " ".join(plain(sentence).split()), file=sys.stderr, flush=True)


def show(line: str = "", to: TextIO | None = None) -> None:
    """One line, on standard output unless told otherwise."""
    print(plain(line), file=to)


def show_json(value: Mapping[str, Any]) -> None:
    """One JSON object on standard output, in ASCII where that cannot take UTF-8."""
    text = json_text(value)
    if (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8":
        text = json.dumps(value, indent=1, allow_nan=False)
    print(text)


def width() -> int:
    """Columns for prose: the terminal's, at most 88."""
    return max(20, min(88, shutil.get_terminal_size().columns))


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """Prose wrapped to the terminal, with a mark before the first line and room before the others."""
    return textwrap.fill(plain(text), width(), initial_indent=first, subsequent_indent=rest or " " * len(first))


def counted(number: int, one: str, many: str = "") -> str:
    """`1 line`, `2 lines`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def table(rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> None:
    """Columns, left-aligned, as wide as they need to be; long cells are cut with an ellipsis."""
    cells = [[plain(" ".join(c.split())) for c in row] for row in (heads, *rows)]
    widths = [min(44, max(len(r[i]) for r in cells)) for i in range(len(heads))]
    for row in cells:
        cut = [c if len(c) <= w else c[: w - 1] + "…" for c, w in zip(row, widths, strict=True)]
        show("  ".join(c.ljust(w) for c, w in zip(cut, widths, strict=True)).rstrip())
