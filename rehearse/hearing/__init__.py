"""Hears signals that no table of wordings knows: a linear scorer over the words of one sentence.

The tables of `rehearse.signals` know wordings; this knows which words go with which signal, from sentences that people
labelled (tests/hearing). Whole numbers and one square root, so that every machine hears the same. Read when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt

from rehearse.weights import Weights, load

LONGEST = 60  # words of a sentence that are looked at
SCALE = 32  # weights are kept as whole 32nds
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:/]*|[$£€?]")
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays january february march "
    "april june july august september october november december spring summer autumn winter easter christmas".split()
)
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty ninety hundred "
    "thousand million half third quarter dozen".split()
)
_ME = frozenset(("i", "i'm", "i've", "i'll", "i'd"))
_DENIES = re.compile(r"\b(?:not|no|never|nobody|nothing|without)\b|n't")
_SUPPOSES = re.compile(r"\b(?:if|would|could|might|maybe|should)\b")
_ENDINGS = ("ing", "ed", "es", "s", "ly")


def tokens(sentence: str) -> list[str]:
    """The words of a sentence as they are compared: lower case; figures, dates and names under one word each."""
    found: list[str] = []
    for n, match in enumerate(_WORD.finditer(sentence)):
        word = match[0]
        low = word.lower().replace("’", "'")
        if word[0].isdigit() or low in _COUNTS:
            low = "<n>"
        elif low in _DATES:
            low = "<date>"
        elif n and word[0].isupper() and low not in _ME and len(word) > 1 and not word.isupper():
            low = "<name>"
        found.append(low)
        if len(found) >= LONGEST:
            break
    return found


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def features(sentence: str, kinds: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is scored: words, pairs, pairs with one word between, threes, stems, and which signals the tables found."""
    said = tokens(sentence)
    line = ["<s>", *said, "</s>"]
    for n, word in enumerate(line):
        yield word
        if n + 1 < len(line):
            yield f"{word} {line[n + 1]}"
        if n + 2 < len(line):
            yield f"{word} _ {line[n + 2]}"
            yield f"{word} {line[n + 1]} {line[n + 2]}"
    stems = [_stem(word) for word in said]
    for n, stem in enumerate(stems):
        yield f"~{stem}"
        if n + 1 < len(stems):
            yield f"~{stem} {stems[n + 1]}"
    low = sentence.lower()
    if "?" in said:
        yield "+asks"
    if _DENIES.search(low):
        yield "+denies"
    if _SUPPOSES.search(low):
        yield "+supposes"
    for kind in kinds:
        yield f"={kind}"


@dataclass(frozen=True, slots=True)
class Ear:
    """The weights, in 32nds of a logit. A kind is heard from its level on; what a table found is doubted below its doubt."""

    weights: Weights
    levels: dict[str, int]
    doubts: dict[str, int]

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.weights.kinds

    def scores(self, sentence: str, kinds: frozenset[str] = frozenset()) -> dict[str, float]:
        """For each kind how sure it is. `kinds` are the signals that the tables found in this sentence."""
        return _scored(sentence, kinds)


@lru_cache(maxsize=1024)
def _scored(sentence: str, kinds: frozenset[str]) -> dict[str, float]:
    known = ear().weights
    totals, count = known.totals(features(sentence, kinds))
    length = sqrt(count) if count else 1.0
    return {k: b + total / length for k, b, total in zip(known.kinds, known.bias, totals, strict=True)}


@cache
def ear() -> Ear:
    """The ear that comes with the program (`python -m tests.hearing.train` makes it)."""
    weights, head = load(__package__, "ear")
    return Ear(weights, head["levels"], head["doubts"])
