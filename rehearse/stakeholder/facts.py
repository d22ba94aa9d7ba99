"""Figures against the facts: one with a fact's noun or unit and another value. A figure found in no fact is merely unsourced."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.scenarios import Fact
from rehearse.signals import find
from rehearse.signals.text import content_stems, sentences

_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k\b|m\b|thousand\b|million\b)?", re.IGNORECASE)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_WORDS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_CURRENCY = re.compile(r"[$£€]|\b(?:dollars?|euros?|pounds?)\b", re.IGNORECASE)
ROUNDING = 0.1  # "about fifty thousand" for 48,000 is rounding, not another value


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of yours that give a fact another value. `start` and `end` count code points into the text."""

    fact: str
    start: int
    end: int


def numbers_in(text: str) -> tuple[float, ...]:
    """Every number of a text, in digits (with k, M, thousand, million) or as a plain word up to a hundred."""
    found = [float(m[1].replace(",", "")) * _SCALE.get((m[2] or "").lower(), 1) for m in _NUMBER.finditer(text[:2000])]
    found += [float(_WORDS[w]) for w in re.findall(r"[a-z]+", text[:2000].lower()) if w in _WORDS]
    return tuple(found)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))


def contradictions(text: str, facts: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """What in this turn contradicts a fact. Careful on purpose: it would rather miss one than blame a right figure.

    Money contradicts only where the sentence also shares at least two nouns with the fact; a count only where it counts
    the fact's own unit and shares another noun with the fact.
    """
    valued = [f for f in facts if f.value is not None]
    if not valued:
        return ()
    known = [n for f in facts for n in numbers_in(f.says)] + [f.value for f in valued if f.value is not None]
    figures = [s for s in find(text) if s.kind in ("figure.money", "figure.percent", "figure.count")]
    found = []
    for sentence in sentences(text):
        if sentence.question:
            continue
        here = content_stems(sentence.text)
        for figure in figures:
            if not sentence.start <= figure.start < sentence.end:
                continue
            words = text[figure.start : figure.end]
            values = numbers_in(words)
            if not values or any(_near(v, k) for v in values for k in known):
                continue
            for fact in valued:
                if _speaks_of(fact, figure.kind, words, here):
                    found.append(Contradiction(fact.id, figure.start, figure.end))
                    break
    return tuple(found)


def _speaks_of(fact: Fact, kind: str, words: str, sentence: frozenset[str]) -> bool:
    money = bool(_CURRENCY.search(fact.unit) or (_CURRENCY.search(fact.says) and not fact.unit))
    stems = {s for s in content_stems(fact.says) if not s[:1].isdigit()} - set(_WORDS) - content_stems(fact.unit)
    shared = len(stems & sentence)
    if kind == "figure.money":
        return money and shared >= 2
    if kind == "figure.percent":
        return "%" in fact.unit + fact.says and shared >= 2
    unit = content_stems(fact.unit)
    return bool(unit) and unit <= content_stems(words) and shared >= 1
