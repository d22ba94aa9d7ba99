"""Chance that can be repeated: same seed and same words, same meeting, on every machine (rules of the stakeholder, 9)."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

_T = TypeVar("_T")


class Draws:
    """The draws of one turn. Each has a name and its own generator, so that adding one elsewhere changes no other."""

    def __init__(self, seed: int, turn: int, words: str = "") -> None:
        self._base = f"{seed}/{turn}"
        self._words = words

    def again(self, attempt: int) -> Draws:
        """The draws of the same turn, drawn anew; those of attempt 0 are these."""
        if not attempt:
            return self
        other = Draws(0, 0, self._words)
        other._base = f"{self._base}/again {attempt}"
        return other

    def _random(self, name: str) -> Random:
        # The words of the turn are part of the draw: other words at the same moment give another reply.
        return Random(sha256(f"{self._base}/{name}/{self._words}".encode("utf-8", "replace")).digest())

    def share(self, name: str) -> float:
        """A number in [0, 1)."""
        return self._random(name).random()

    def choose(self, name: str, options: Sequence[_T]) -> _T:
        """One of the options. There must be at least one."""
        return options[self._random(name).randrange(len(options))]

    def order(self, name: str, options: Sequence[_T]) -> tuple[_T, ...]:
        """The options in a drawn order."""
        shuffled = list(options)
        self._random(name).shuffle(shuffled)
        return tuple(shuffled)

    def weighted(self, name: str, shares: Sequence[tuple[_T, float]]) -> _T:
        """One of the options, by its share. Shares need not add up to one; one at least is above zero."""
        at = self.share(name) * sum(weight for _, weight in shares)
        for option, weight in shares:
            at -= weight
            if at < 0:
                return option
        return next(option for option, weight in reversed(shares) if weight > 0)
