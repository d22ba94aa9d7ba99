"""Words and their stems. Every rule is linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rehearse.signals.wordlists import STOP


@dataclass(frozen=True, slots=True)
class Word:
    """One word, lower-cased with plain apostrophes; `stem` as `stem()` makes it."""

    text: str
    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case and plain apostrophes, code point for code point: the length never changes."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow when lowered (the dotted I): keep those as they are
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return low.replace("\u2019", "'").replace("\u2018", "'")


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_IRREGULAR_STEMS = {
    "lost": "los", "losses": "los", "loss": "los", "paid": "pay", "made": "mak", "built": "build", "spent": "spend",
    "sold": "sell", "bought": "buy", "kept": "keep", "went": "go", "gone": "go", "goes": "go", "grew": "grow",
    "grown": "grow", "ran": "run", "broke": "break", "broken": "break", "felt": "feel", "sent": "send", "said": "say",
    "told": "tell", "thought": "think", "took": "tak", "taken": "tak", "gave": "giv", "given": "giv", "fell": "fall",
    "daily": "day", "people": "person", "children": "child", "does": "do", "did": "do", "done": "do",
    "stood": "stand", "left": "leav", "fewer": "few", "news": "news", "series": "series", "business": "business",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A light stem of our own: outage/outages, save/saved/savings, migrate/migration, quick/quickly meet in one."""
    w = fold(word)
    w = w.removesuffix("'s").strip("'")
    if w in _IRREGULAR_STEMS:
        return _IRREGULAR_STEMS[w]
    if len(w) <= 3 or len(w) > 40 or not w.isalpha():
        return w
    w = _singular(w)
    if w.endswith("ment") and len(w) >= 8:
        w = w[:-4]
    elif w.endswith("ly") and len(w) >= 6:
        w = w[:-2]
    elif w.endswith("tion") and len(w) >= 7:
        w = w[:-3]
    w = _without_tense(w)
    if w.endswith("ll") and len(w) >= 6:
        w = w[:-1]  # "cancelled" and "cancel", "install" and "installed"
    return w[:-1] if w.endswith("e") and len(w) > 3 else w


def _singular(w: str) -> str:
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "xes", "ches", "shes", "zes")):
        return w[:-2]
    if w.endswith("s") and not w.endswith(("ss", "us", "is")):
        return w[:-1]
    return w


def _without_tense(w: str) -> str:
    if w.endswith("ied") and len(w) > 4:
        return w[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = w.removesuffix(ending)
        if rest == w or len(rest) < 3 or (ending == "ed" and rest.endswith("e")) or not _VOWEL.search(rest):
            continue
        return rest[:-1] if rest[-1] == rest[-2] and rest[-1] in "bdgmnprt" else rest
    return w


KEPT = 600
"""Texts up to this many code points are remembered: lines and the sentences of a file are looked at again and again."""


def words(text: str) -> tuple[Word, ...]:
    """The words in order. Hyphens, slashes and currency signs part words; an apostrophe does not."""
    return _remembered(text) if len(text) <= KEPT else _split(text)


def _split(text: str) -> tuple[Word, ...]:
    low = fold(text)
    return tuple(Word(m[0], stem(m[0]), m.start(), m.end()) for m in _WORD.finditer(low))


_remembered = lru_cache(maxsize=1024)(_split)


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that say what it is about: no stop words, nothing of one letter, no bare numbers."""
    return _stems_remembered(text) if len(text) <= KEPT else frozenset(_content(words(text)))


@lru_cache(maxsize=2048)
def _stems_remembered(text: str) -> frozenset[str]:
    return frozenset(_content(_split(text)))


def _content(found: Sequence[Word]) -> Iterator[str]:
    for w in found:
        plain = w.text.partition("'")[0]
        if plain not in STOP and w.text not in STOP and len(plain) > 1 and not plain.isdigit():
            yield w.stem


def has_stem(text_or_words: str | Sequence[Word], phrase: str) -> tuple[int, int] | None:
    """Where the stems of `phrase` stand in order and adjacent ("pay back" also finds "payback"); None otherwise.

    A phrase of one word that shares its stem with a stop word is found as it is written only: "done" is not "do you".
    """
    found = words(text_or_words) if isinstance(text_or_words, str) else text_or_words
    wanted, literal, joined, plain = _phrase(phrase)
    if not wanted:
        return None
    size, first = len(wanted), wanted[0]
    for i, w in enumerate(found):
        if literal is not None:
            if w.text == literal:
                return w.start, w.end
            continue
        if w.stem == first and _adjacent(found, i, wanted):
            return w.start, found[i + size - 1].end
        if joined is not None and w.stem == joined:
            return w.start, w.end
        if size == 1 and i + 1 < len(found) and first.startswith(w.text):
            after = found[i + 1]
            if after.start - w.end <= 1 and w.text + after.text == plain:
                return w.start, after.end
    return None


@lru_cache(maxsize=1)
def _stop_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in STOP)


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[tuple[str, ...], str | None, str | None, str]:
    """A phrase as it is looked for: its stems, itself where it is found as written only, its words as one, and plain."""
    parts, plain = _split(phrase), phrase.lower().strip()
    wanted = tuple(w.stem for w in parts)
    literal = plain if len(wanted) == 1 and wanted[0] in _stop_stems() else None
    return wanted, literal, stem("".join(w.text for w in parts)) if len(wanted) > 1 else None, plain


def _adjacent(found: Sequence[Word], at: int, wanted: tuple[str, ...]) -> bool:
    if at + len(wanted) > len(found):
        return False
    for k in range(1, len(wanted)):
        here = found[at + k]
        if here.stem != wanted[k] or here.start - found[at + k - 1].end > 1:
            return False
    return True
