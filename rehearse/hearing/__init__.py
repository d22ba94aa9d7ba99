"""Hears signals that no table of wordings knows: a linear scorer over the words of one sentence.

The tables of `rehearse.signals` know wordings; this knows which words go with which signal, from sentences that people
labelled (tests/hearing). Whole numbers and one square root, so that every machine hears the same. Read when first asked for.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import sqrt

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
    """The weights. Feature n (`index`) has `pairs[starts[n] : starts[n + 1]]`: places of a kind and of its weight, in 32nds of a
    logit. A kind is heard from its level on; what a table found is doubted below its doubt."""

    kinds: tuple[str, ...]
    bias: tuple[int, ...]
    levels: dict[str, int]
    doubts: dict[str, int]
    index: dict[str, int]
    starts: array[int]
    which: bytes
    weights: array[int]

    def scores(self, sentence: str, kinds: frozenset[str] = frozenset()) -> dict[str, float]:
        """For each kind how sure it is. `kinds` are the signals that the tables found in this sentence."""
        totals, known = [0] * len(self.kinds), 0
        for feature in set(features(sentence, kinds)):
            n = self.index.get(feature)
            if n is None:
                continue
            known += 1
            start, end = self.starts[n], self.starts[n + 1]
            for kind, weight in zip(self.which[start:end], self.weights[start:end], strict=True):
                totals[kind] += weight
        length = sqrt(known) if known else 1.0
        return {k: b + total / length for k, b, total in zip(self.kinds, self.bias, totals, strict=True)}


@cache
def ear() -> Ear:
    """The ear that comes with the program (`python -m tests.hearing.train` makes it)."""
    import json
    from importlib.resources import files

    folder = files(__package__)
    kept = json.loads((folder / "ear.json").read_text("utf-8"))
    words = (folder / "ear.words").read_text("utf-8").split("\n")
    data = (folder / "ear.bin").read_bytes()
    count, total = len(words), kept["weights"]
    starts, weights = array("i", [0]), array("b")
    starts.extend(accumulate(data[:count]))
    weights.frombytes(data[count + total :])
    return Ear(
        tuple(kept["kinds"]), tuple(kept["bias"]), kept["levels"], kept["doubts"],
        {word: n for n, word in enumerate(words)}, starts, data[count : count + total], weights,
    )  # fmt: skip
