"""Text as a document shows it, and where a character of the text stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ui.widgets.plain import BREAK, break_offsets, breakable

LINE = "\u2028"  # a new line within a block
# Line ends, one for one; then what a document reads as its own signs (frames, pictures, half letters).
_ENDS = re.compile("[\n\r\x0b\x0c\x85\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


class Shown:
    """A line of a transcript, character for character: safe, and broken where a word has no end.

    A review counts in code points, a text document in units of UTF-16 with our breaks among them.
    """

    def __init__(self, said: str) -> None:
        safe = _UNSAFE.sub("\ufffd", _ENDS.sub(LINE, said)) if not said.isascii() or not said.isprintable() else said
        self.text = breakable(safe)
        self._breaks = break_offsets(safe)
        self._wide = [] if said.isascii() else [i for i, c in enumerate(safe) if ord(c) > 0xFFFF]

    def at(self, offset: int) -> int:
        """Where the character at `offset` begins in the document."""
        return offset + bisect_right(self._breaks, offset) + bisect_left(self._wide, offset)

    def end(self, offset: int) -> int:
        """Where what comes before `offset` ends in the document: before a break that stands there."""
        return offset + bisect_left(self._breaks, offset) + bisect_left(self._wide, offset)


def plain(selected: str) -> str:
    """Text that was selected in a document, as it was said."""
    return selected.replace(BREAK, "").replace(LINE, "\n").replace("\u2029", "\n")
