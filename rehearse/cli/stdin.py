"""Lines from standard input that is not a terminal: UTF-8, one turn a line, blank ones skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rehearse.errors import InputProblem
from rehearse.meeting import MOST_CHARACTERS

_MOST_LINES = 5000


def clean(text: str) -> str:
    """One line as it is said: control characters become spaces, halves of characters the replacement sign."""
    spaced = "".join(" " if c < " " or "\x7f" <= c <= "\x9f" else c for c in text)
    return spaced.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()


def lines(source: TextIO | None) -> Iterator[str]:
    """The lines, stripped. Raises InputProblem, with the line's number, for one that is not UTF-8 text or endless."""
    if source is None:
        return
    stream = getattr(source, "buffer", None)
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
                # A line that is too long may be cut in the middle of a character.
                if len(raw) < 4 * MOST_CHARACTERS:
                    raise InputProblem(f"standard input:{number}: this is not UTF-8 text.") from None
                text = raw.decode("utf-8", "ignore")
        else:
            text = source.readline(4 * MOST_CHARACTERS)
            if not text:
                return
        text = clean(text)
        if len(text) > MOST_CHARACTERS:
            raise InputProblem(f"standard input:{number}: a line has at most {MOST_CHARACTERS:,} characters.")
        if number > _MOST_LINES:
            raise InputProblem(f"standard input:{number}: more than {_MOST_LINES:,} lines are not read.")
        if text:
            yield text
