"""What the command line prints: plain lines, JSON, complaints."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Text for a terminal: control and direction characters of others become visible and do nothing."""
    return _CONTROL.sub("\ufffd", text)


def complain(sentence: str) -> None:
    """One line on standard error."""
    print("rehearse: " + " ".join(plain(sentence).split()), file=sys.stderr)


def show(line: str = "") -> None:
    """One line on standard output."""
    print(plain(line))


def show_json(value: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8"))


def width() -> int:
    """Columns for prose: the terminal's, at most 88."""
    return max(40, min(88, shutil.get_terminal_size().columns))


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """Prose wrapped to the terminal, with a mark before the first line and room before the others."""
    return textwrap.fill(plain(text), width(), initial_indent=first, subsequent_indent=rest or " " * len(first))


def table(rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> None:
    """Columns, left-aligned, as wide as they need to be; long cells are cut with an ellipsis."""
    cells = [heads, *rows]
    widths = [min(44, max(len(plain(r[i])) for r in cells)) for i in range(len(heads))]
    for row in cells:
        cut = [plain(c) if len(plain(c)) <= w else plain(c)[: w - 1] + "…" for c, w in zip(row, widths, strict=True)]
        show("  ".join(c.ljust(w) for c, w in zip(cut, widths, strict=True)).rstrip())
