"""Finds the words that a judge quotes in *your* turns. A quote that is not there does not count (DESIGN 7.2).

Pure: values in, values out. Folded before comparing: case, white space, quote marks, dashes. Nothing is repaired beyond that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rehearse.review.case import Line
from rehearse.review.types import Place

FEWEST_WORDS = 3
MOST_WORDS = 40
SERVES = 2  # checks that one quote may serve: against halo, design science R3

_SAME = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u2026": "...",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),  # invisible
}
_EDGE = " \"'.,;:!-"
_ENDS = _EDGE + "?"


@lru_cache(maxsize=512)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text folded, and for each folded character the index of the one that it came from."""
    out: list[str] = []
    came_from: list[int] = []
    for at, char in enumerate(text):
        if char.isspace():
            if out and out[-1] == " ":
                continue
            out.append(" ")
            came_from.append(at)
            continue
        for folded in _SAME.get(char, char.casefold()):
            out.append(folded)
            came_from.append(at)
    return "".join(out), tuple(came_from)


def _words(folded: str) -> list[str]:
    return [w for w in folded.split() if any(c.isalnum() for c in w)]


def _occurrences(hay: str, needle: str) -> Iterator[int]:
    at = hay.find(needle)
    while at >= 0:
        before = hay[at - 1] if at else " "
        end = at + len(needle)
        after = hay[end] if end < len(hay) else " "
        # whole words only: "not able" is not shown by "notable"
        if not (before.isalnum() and needle[0].isalnum()) and not (after.isalnum() and needle[-1].isalnum()):
            yield at
        at = hay.find(needle, at + 1)


def find(text: str, quote: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, as a span of code points of the text; None where it does not count.

    It counts with 3 to 40 words, or as the whole turn where that has fewer. Marks around the quote are dropped.
    """
    hay, came_from = _folded(text)
    needle = _folded(quote)[0].strip(_EDGE)
    count = len(_words(needle))
    if not needle or count == 0 or count > MOST_WORDS:
        return None
    if count < FEWEST_WORDS and needle.strip(_ENDS) != hay.strip(_ENDS):
        return None
    for at in _occurrences(hay, needle):
        return came_from[at], came_from[at + len(needle) - 1] + 1
    return None


def locate(lines: Iterable[Line], quote: str, turn: str | None = None) -> Place | None:
    """The quote among your turns, the named one first. Their turns are never looked at."""
    yours = sorted((x for x in lines if x.you), key=lambda x: x.turn != turn)
    for line in yours:
        span = find(line.text, quote)
        if span is not None:
            return Place(line.turn, span[0], span[1], line.text[span[0] : span[1]])
    return None


def same_words(one: Place, other: Place) -> bool:
    """Overlapping spans of one turn are one quote: a word more at the edge does not make it another."""
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def free(place: Place, used: Iterable[Place]) -> bool:
    """Whether this quote may still serve a check: at most two do, the first two in the rubric's order."""
    return sum(same_words(place, u) for u in used) < SERVES
