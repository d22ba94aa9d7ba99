"""Where in a text something stands: in which sentence, and where phrases of stems are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rehearse.signals.stems import Word, words
from rehearse.signals.text import Sentence


class Places:
    """Which sentence a place of the text is in."""

    def __init__(self, parts: tuple[Sentence, ...]) -> None:
        self._starts = [p.start for p in parts]

    def of(self, at: int) -> int:
        """The number of the sentence that holds `at`, or of the one before it; 0 where there is none."""
        return max(0, bisect_right(self._starts, at) - 1)


@lru_cache(maxsize=64)
def _phrase_index(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as stems, by first stem."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        stems = tuple(w.stem for w in words(phrase))
        if stems:
            index.setdefault(stems[0], []).append(stems)
    return {k: tuple(v) for k, v in index.items()}


def stem_phrases(spoken: tuple[Word, ...], phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every place where the stems of one of the phrases stand together."""
    index = _phrase_index(phrases)
    for i, w in enumerate(spoken):
        for stems in index.get(w.stem, ()):
            run = spoken[i : i + len(stems)]
            if tuple(r.stem for r in run) == stems and all(b.start - a.end <= 1 for a, b in pairwise(run)):
                yield w.start, run[-1].end
