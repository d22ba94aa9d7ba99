"""Lines from standard input that is not a terminal: UTF-8, one turn a line, blank ones skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rehearse.errors import InputProblem
from rehearse.meeting import MOST_CHARACTERS

_MOST_LINES = 5000


def lines(source: TextIO) -> Iterator[str]:
    """The lines, stripped. Raises InputProblem, with the line's number, for one that is not UTF-8 text or endless."""
    stream = source.buffer if hasattr(source, "buffer") else None
    number = 0
    while True:
        number += 1
        if stream is not None:
            raw = stream.readline(4 * MOST_CHARACTERS + 8)
            if not raw:
                return
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise InputProblem(f"standard input:{number}: this is not UTF-8 text.") from None
        else:
            text = source.readline()
            if not text:
                return
        text = "".join(c if c >= " " or c == "\t" else " " for c in text).strip()
        if len(text) > MOST_CHARACTERS:
            raise InputProblem(f"standard input:{number}: a line has at most {MOST_CHARACTERS:,} characters.")
        if number > _MOST_LINES:
            raise InputProblem(f"standard input:{number}: more than {_MOST_LINES:,} lines are not read.")
        if text:
            yield text
