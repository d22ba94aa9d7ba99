"""Making a model's text fit to show and store: torn characters joined, control characters dropped."""

from __future__ import annotations

# C0 but for tab and line feed, DEL and C1: nothing of it can be shown, and NUL ends a string in SQLite's length().
_CONTROL = {c: None for c in (*range(32), *range(127, 160)) if c not in (9, 10)}


class Surrogates:
    """Joins surrogate halves that came in two pieces; a half that stays alone becomes U+FFFD."""

    def __init__(self) -> None:
        self._high = ""

    def feed(self, text: str) -> str:
        text = self._high + text
        self._high = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            self._high, text = text[-1], text[:-1]
        return repaired(text)

    def end(self) -> str:
        alone, self._high = self._high, ""
        return repaired(alone)


def repaired(text: str) -> str:
    """Text that can be encoded: pairs of surrogates joined, lone ones replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def printable(text: str) -> str:
    """Without control characters other than tab and line feed."""
    return text.translate(_CONTROL)
