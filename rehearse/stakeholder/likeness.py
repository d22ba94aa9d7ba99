"""How alike two lines are, once what was said by the other side is masked (rules of the stakeholder, 10)."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from rehearse.vectors import cosine, vector

REPEAT = 0.6  # three-letter-set overlap from which a line counts as said again
NEAR = 0.9  # cosine of their vectors from which two lines count as alike
_MASK = re.compile(
    r"[“\"‘].*?[”\"’](?!\w)|[$£€]?\d[\d,.]*\s?(?:k|m|%)?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million)\b",
    re.IGNORECASE,
)
# A capital within a sentence: a name.
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w'’-]+")
_LETTERS = re.compile(r"[^a-z ]+")


@lru_cache(maxsize=512)
def masked(line: str) -> str:
    """The line in lower case without figures, quotes, names and dates, so that only the speaker's own words are compared."""
    return " ".join(_LETTERS.sub(" ", _NAME.sub(" ", _MASK.sub(" ", line[:4000])).lower()).split())


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


def alike(line: str, earlier: tuple[str, ...]) -> bool:
    """Whether a line repeats another, or is as near to one in all its words as makes no difference to who listens.

    Only for whole lines of the stakeholder: two short answers of yours on one subject are near, and are no repeat.
    """
    return repeats(line, earlier) or nearness(line, earlier) >= NEAR


def nearness(line: str, earlier: tuple[str, ...]) -> float:
    """The cosine of this line with the nearest of the others, once both are masked; 0 where there is none."""
    mine = masked(line)
    if len(mine) < 12:
        return 0.0
    here = vector(mine)
    return max((cosine(here, vector(masked(e))) for e in earlier if len(masked(e)) >= 12), default=0.0)
