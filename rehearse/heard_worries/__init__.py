"""Hears which lines of somebody's voice a worry, whoever they are: learned from lines that people labelled (tests/theirs).

What kind of worry it is cannot be told so, and is not claimed. Whole numbers only, so that every machine hears the same. Read when
first asked for.
"""

from __future__ import annotations

from functools import cache

from rehearse.hearing import features
from rehearse.signals.text import Sentence, sentences
from rehearse.weights import Weights, load

SCALE = 32  # scores are whole 32nds of a logit
LEVEL = 24  # the score from which a line is taken to voice a worry, two chances in three: rather missed than made up


def voicing(line: str) -> tuple[Sentence, ...]:
    """The sentences of a line that voice a worry, the surest first; empty where the line voices none.

    A heap of words voices nothing. Where only the line as a whole does, its surest sentence stands for it.
    """
    parts = [s for s in sentences(line) if not s.heap]
    if not parts:
        return ()
    ranked = sorted(((score(s.text), -s.start, s) for s in parts), key=lambda x: x[:2], reverse=True)
    heard = tuple(s for at, _, s in ranked if at >= LEVEL)
    if heard or len(parts) == 1 or score(line) < LEVEL:
        return heard
    return (ranked[0][2],)


def score(text: str) -> int:
    """How sure it is that these words voice a worry, in 32nds of a logit."""
    known = _weights()
    totals, _ = known.totals(features(text))
    return totals[0] + known.bias[0]


@cache
def _weights() -> Weights:
    """The weights that come with the program (`python -m tests.theirs.train` makes them)."""
    return load(__package__, "worries")[0]
