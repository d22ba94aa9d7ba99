"""How alike two lines are, once what was said by the other side is masked (rules of the stakeholder, 10)."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

REPEAT = 0.6  # three-letter-set overlap from which a line counts as said again
_MASK = re.compile(
    r"[“\"‘].*?[”\"’](?!\w)|[$£€]?\d[\d,.]*\s?(?:k|m|%)?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^a-z ]+")


@lru_cache(maxsize=512)
def masked(line: str) -> str:
    """The line in lower case without figures, quotes and days, so that only the speaker's own words are compared."""
    return " ".join(_LETTERS.sub(" ", _MASK.sub(" ", line[:4000]).lower()).split())


@lru_cache(maxsize=512)
def threes(line: str) -> frozenset[str]:
    """The three-letter pieces of a line. Remembered: each line of a meeting is compared with all before it."""
    text = f" {masked(line)} "
    return frozenset(intern(text[i : i + 3]) for i in range(len(text) - 2))


def overlap(one: str, other: str) -> float:
    """Share of three-letter pieces that both lines have, 0 to 1 (Jaccard)."""
    a, b = threes(one), threes(other)
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared) if a and b else 0.0


def repeats(line: str, earlier: tuple[str, ...]) -> bool:
    """Whether this line was, in other dress, said before. Very short lines (`Go on.`) count only when they are the same."""
    mine = masked(line)
    if len(mine) < 12:
        return any(mine == masked(e) for e in earlier)
    size = len(threes(line))
    # Lines of very different length cannot overlap that much: no need to look.
    return any(REPEAT * size <= len(threes(e)) <= size / REPEAT and overlap(line, e) >= REPEAT for e in earlier)
