"""The eye: which sentences show which check of the built-in rubric, learned from sentences and meetings that people marked.

The rules of `rehearse.review.checks` know wordings; this knows what goes with a yes of theirs. Learned from tests/eye,
tests/hearing and tests/benchmarks/judged; whole numbers only, so that every machine sees the same. Read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, log1p

from rehearse.weights import Weights, load

SCALE = 32  # scores are whole 32nds of a logit
LEAST = -2 * SCALE  # the score from which a sentence can be the words that show a check: about one chance in eight
NOTHING = -3 * SCALE  # below this a sentence counts nothing: many of them are no more than one
_FAR = 10 * SCALE  # beyond this a score is as good as sure


@dataclass(frozen=True, slots=True)
class Eye:
    """The weights, and how much a whole talk must hold of a check, in thousandths: its level, and the one where a rule finds the
    check as well. Checks are named as "criterion.check". What the ledger asks for has levels of its own (`rehearse.review.replies`):
    the mean chance over the objections that they were granted, and the weight of what answers one."""

    weights: Weights
    levels: dict[str, tuple[int, int]]

    def knows(self, check: str) -> bool:
        """Whether enough marked sentences show this check for it to be learned."""
        return check in self.levels

    def level(self, check: str, *, ruled: bool = False) -> int:
        """From which weight on a check is shown, in thousandths."""
        return self.levels[check][ruled]

    def scores(self, traits: Iterable[str]) -> dict[str, int]:
        """For each check how likely a sentence with these traits shows it, in 32nds of a logit."""
        totals, _ = self.weights.totals(traits)
        known = self.weights
        return {kind: total + bias for kind, bias, total in zip(known.kinds, known.bias, totals, strict=True)}

    def shows(self, check: str, scores: Iterable[int], *, ruled: bool) -> bool:
        """Whether one of the sentences with these scores is taken to show the check: several that may do weigh as much as one
        that is sure to. `ruled`: a rule finds it too. Without one, the best of them must reach `LEAST`."""
        held = list(scores)
        if not ruled and max(held, default=LEAST - 1) < LEAST:
            return False
        return weight(held) >= self.level(check, ruled=ruled)


def weight(scores: Iterable[int]) -> int:
    """How much these sentences hold together, in thousandths: minus the logarithm of the chance that none of them shows it."""
    return sum(_none_shows(min(_FAR, s)) for s in scores if s >= NOTHING)


@cache
def _none_shows(score: int) -> int:
    return round(1000 * log1p(exp(score / SCALE)))


@cache
def eye() -> Eye:
    """The eye that comes with the program (`python -m tests.eye.train` makes it)."""
    weights, head = load(__package__, "eye")
    return Eye(weights, {check: (without, ruled) for check, (without, ruled) in head["levels"].items()})
