"""Making a model's text fit to show and store: thoughts taken out, torn characters joined, control characters dropped."""

from __future__ import annotations

import re

_TAGS = ("<think>", "<thinking>", "</think>", "</thinking>")
_TAG = re.compile("|".join(_TAGS))
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


class Thoughts:
    """Takes `<think> ... </think>` out of a stream. A tag may be torn; what is inside is kept apart."""

    def __init__(self) -> None:
        self._held = ""
        self._inside = False
        self.inner: list[str] = []  # the thoughts, in pieces

    def feed(self, text: str) -> str:
        text = self._held + text
        keep = _torn_tag(text)
        self._held, text = text[len(text) - keep :], text[: len(text) - keep]
        return self._split(text)

    def end(self) -> str:
        held, self._held = self._held, ""
        return self._split(held)

    def _split(self, text: str) -> str:
        shown: list[str] = []
        at = 0
        for tag in _TAG.finditer(text):
            self._put(text[at : tag.start()], shown)
            self._inside = not tag.group().startswith("</")
            at = tag.end()
        self._put(text[at:], shown)
        return "".join(shown)

    def _put(self, text: str, shown: list[str]) -> None:
        if text:
            (self.inner if self._inside else shown).append(text)


def _torn_tag(text: str) -> int:
    """How many characters at the end may be the beginning of a tag."""
    at = text.rfind("<", max(0, len(text) - max(map(len, _TAGS)) + 1))
    if at < 0:
        return 0
    tail = text[at:]
    return len(tail) if any(tag.startswith(tail) for tag in _TAGS) else 0
