"""What a text is about, as 128 numbers: sums of word vectors that come with the program (see NOTICE).

They say what two texts have to do with each other, never that one answers the other. Pure Python and integers, so that every
machine finds the same. Read when they are first asked for (about 10 ms), never for Home.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache, lru_cache
from math import sqrt

DIMENSIONS = 128
MOST_WORDS = 400  # of a text that are looked at
_LONGEST = 24  # characters of a piece
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
Vector = tuple[int, ...]


@cache
def _rows() -> tuple[dict[str, int], array[int]]:
    import json
    from importlib.resources import files

    folder = files(__package__)
    names: list[str] = json.loads((folder / "words.json").read_text("utf-8"))
    rows = array("b")
    rows.frombytes((folder / "words.bin").read_bytes())
    return {name: n for n, name in enumerate(names)}, rows


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[int, ...]:
    """The rows of a word: the longest pieces that are known, from its beginning. None where a part is unknown."""
    index, _ = _rows()
    found: list[int] = []
    start = 0
    while start < len(word):
        end = min(len(word), start + _LONGEST)
        while end > start:
            piece = index.get(word[start:end] if start == 0 else f"##{word[start:end]}")
            if piece is not None:
                break
            end -= 1
        else:
            return ()
        found.append(piece)
        start = end
    return tuple(found)


def fold(text: str) -> str:
    """Lower case without accents, as the words are kept."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=2048)
def vector(text: str) -> Vector:
    """The sum of the vectors of a text's words; zeros where none is known."""
    _, rows = _rows()
    total = [0] * DIMENSIONS
    for word in _TOKEN.findall(fold(text[:20_000]))[:MOST_WORDS]:
        for piece in _pieces(word):
            at = piece * DIMENSIONS
            total = [a + b for a, b in zip(total, rows[at : at + DIMENSIONS], strict=True)]
    return tuple(total)


def cosine(one: Vector, other: Vector) -> float:
    """How near two vectors are, -1 to 1; 0 where one of them is empty."""
    length = sqrt(sum(a * a for a in one) * sum(b * b for b in other))
    return sum(a * b for a, b in zip(one, other, strict=True)) / length if length else 0.0
