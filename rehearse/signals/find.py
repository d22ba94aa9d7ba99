"""Finds the signals of a text: the tables, then what depends on the sentence and on the line just said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rehearse.signals import numbers, questions
from rehearse.signals.evidence import EVIDENCE
from rehearse.signals.kinds import Context, Signal
from rehearse.signals.manner import JARGON, MANNER
from rehearse.signals.phrases import Found, Phrases, tokens
from rehearse.signals.plan import PLAN
from rehearse.signals.text import Sentence, Word, content_stems, fold, sentences, words

_FIGURES = ("figure.money", "figure.percent", "figure.count")
_WORDY = ("risk", "own_time", "ask")
_YOURS = Phrases({
    "alignment": (
        "your (own )?(goals?|targets?|roadmap|okrs?|priorit(y|ies)|launch|plan|objectives?|renewals?|number|numbers|commitment|promise|strategy|quarter|deadline|mandate|scorecard)( <w>)?",
        "you (told|promised|gave|owe|report to|report|answer to) (the |your )(board|investors|customers|team|ceo|people|word)( <w>)?( <w>)?", "what you (want|wanted|need|asked for|are measured on|are judged by|care about|promised|committed to)( <w>)?( <w>)?",
        "helps? you (hit|reach|keep|meet|make|deliver|ship|hold)( <w>)?( <w>)?( <w>)?", "gets you( <w>)?( <w>)?( <w>)?",
    ),
})  # fmt: skip


def find(text: str, context: Context = Context()) -> tuple[Signal, ...]:  # noqa: B008  (a frozen value)
    """Every signal of `text`, sorted by (start, end, kind); spans of one kind that overlap are one.

    Pure: the same text and context give the same signals. Denied and asked things are found too; `needs.met` leaves them out.
    """
    low = fold(text)
    parts = sentences(text)
    said = tokens(low)
    found: list[Found] = [*numbers.scan(text, low, said)]
    for table in (EVIDENCE, PLAN, MANNER, questions.INVITATION, _YOURS):
        found += table.scan(text, low, said)
    found += questions.scan(low, parts, context.previous)
    spoken = words(text)
    found += _aligned(parts, spoken, context.goals)
    found += _jargon(low, parts, spoken, context.costly)
    found = list(_reflections(found, low, parts, spoken, context.previous))
    found = list(_in_sentences(found, low, parts))
    return _merged(found)


def _merged(found: Iterable[Found]) -> tuple[Signal, ...]:
    last: dict[str, tuple[int, int]] = {}
    done: list[Signal] = []
    for kind, start, end in sorted(found, key=lambda f: (f[1], f[2], f[0])):
        before = last.get(kind)
        if before is not None and start < before[1]:
            last[kind] = (before[0], max(before[1], end))
            continue
        if before is not None:
            done.append(Signal(kind, *before))
        last[kind] = (start, end)
    done += [Signal(kind, *span) for kind, span in last.items()]
    return tuple(sorted(done, key=lambda s: (s.start, s.end, s.kind)))


# --- what depends on the sentence ------------------------------------------------------------------------------------

_FIRST_PERSON = re.compile(r"\bi(?:'ll|'m| will| am| can)?\b")
_BUT_TRUST = re.compile(r"\bi (?:understand|hear you|see)\b[^.?!;]{0,12}\b(?:but|however)\b")


def _in_sentences(found: Iterable[Found], low: str, parts: tuple[Sentence, ...]) -> Iterator[Found]:
    """Drop what its sentence takes back: a put-off with owner and date, vague words beside a figure."""
    place = _Places(parts)
    listed = list(found)
    kinds: dict[int, set[str]] = {}
    for kind, start, _ in listed:
        kinds.setdefault(place.of(start), set()).add(kind)
    for kind, start, end in listed:
        here = place.of(start)
        beside = kinds[here]
        part = parts[here] if parts else None
        if part is None:
            yield kind, start, end
        elif kind == "deferral" and "date" in beside and ("owner" in beside or _FIRST_PERSON.search(low, part.start, part.end)):
            continue
        elif kind == "vague" and not beside.isdisjoint(_FIGURES):
            continue
        elif kind == "risk" and "mitigation" in beside and low.startswith("risk free", start):
            continue
        elif kind == "ask" and part.question and {"invitation"} <= beside and not low.startswith(("a yes", "approve"), start):
            continue
        elif kind == "ask" and part.question and "question.open" in beside and low.startswith(("what", "how"), part.start):
            continue
        else:
            yield kind, start, end


class _Places:
    """Which sentence a place of the text is in."""

    def __init__(self, parts: tuple[Sentence, ...]) -> None:
        self._starts = [p.start for p in parts]

    def of(self, at: int) -> int:
        from bisect import bisect_right

        return max(0, bisect_right(self._starts, at) - 1)


# --- what depends on the other side ----------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _phrase_index(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as stems, by first stem."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        stems = tuple(w.stem for w in words(phrase))
        if stems:
            index.setdefault(stems[0], []).append(stems)
    return {k: tuple(v) for k, v in index.items()}


def _stem_phrases(spoken: tuple[Word, ...], phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every place where the stems of one of the phrases stand together."""
    index = _phrase_index(phrases)
    for i, w in enumerate(spoken):
        for stems in index.get(w.stem, ()):
            run = spoken[i : i + len(stems)]
            if tuple(r.stem for r in run) == stems and all(b.start - a.end <= 3 for a, b in zip(run, run[1:], strict=False)):
                yield w.start, run[-1].end


def _aligned(parts: tuple[Sentence, ...], spoken: tuple[Word, ...], goals: tuple[str, ...]) -> Iterator[Found]:
    """Their goals: the phrase itself, or two of its content words in one sentence."""
    if not goals:
        return
    for start, end in _stem_phrases(spoken, goals):
        yield "alignment", start, end
    wide = [stems for g in goals if len(stems := content_stems(g)) >= 2]
    if not wide:
        return
    place = _Places(parts)
    by_sentence: dict[int, list[Word]] = {}
    for w in spoken:
        by_sentence.setdefault(place.of(w.start), []).append(w)
    for said in by_sentence.values():
        for stems in wide:
            hits = [w for w in said if w.stem in stems]
            if len({w.stem for w in hits}) >= 2:
                yield "alignment", hits[0].start, hits[-1].end


_EXPLAINED = re.compile(
    r"\b(?:that is|that's|i\.e|which (?:means|is|lets|keeps)|meaning|in other words|that means|in plain (?:words|english|terms)|or rather|what that means|simply put|by which i mean|, so (?:that|we|you))\b|[(\u2013\u2014=]|\s-\s"
)


def _jargon(low: str, parts: tuple[Sentence, ...], spoken: tuple[Word, ...], costly: tuple[str, ...]) -> Iterator[Found]:
    """Engineering words, save those explained in the same sentence ("CQRS, that is ...", "(...)")."""
    place = _Places(parts)
    for start, end in _stem_phrases(spoken, JARGON + costly):
        part = parts[place.of(start)] if parts else None
        limit = min(part.end if part else len(low), end + 160)
        if _EXPLAINED.search(low, end, limit) or (low[max(0, start - 1) : start] == "(" and low[end : end + 1] == ")"):
            continue
        yield "jargon", start, end


_YOU = re.compile(r"\b(?:you|your|yours|you're|you've)\b")
_NO_REFLECTION = re.compile(r"\byou (?:can|will|could|should|must|have to|need to|get)\b|\byou'll\b|\bi(?:'ll| will|'m| am)?\b")


def _reflections(
    found: Iterable[Found], low: str, parts: tuple[Sentence, ...], spoken: tuple[Word, ...], previous: str
) -> Iterator[Found]:
    """Add what says the line just said back in own words; drop what only repeats eight of its words in a row."""
    runs = _runs(previous)
    said = content_stems(previous) if previous else frozenset[str]()
    place = _Places(parts)
    parrots: set[int] = set()
    shared: dict[int, set[str]] = {}
    for i, w in enumerate(spoken):
        here = place.of(w.start)
        if w.stem in said:
            shared.setdefault(here, set()).add(w.stem)
        if runs and tuple(x.text for x in spoken[i : i + 8]) in runs:
            parrots.add(here)
            parrots.add(place.of(spoken[min(i + 7, len(spoken) - 1)].start))
    for kind, start, end in found:
        if kind != "reflection" or place.of(start) not in parrots:
            yield kind, start, end
    for i, part in enumerate(parts):
        if part.question or i in parrots or len(shared.get(i, ())) < 2 or part.end - part.start > 400:
            continue
        words_here = low[part.start : part.end]
        if _YOU.search(words_here) and not _NO_REFLECTION.search(words_here):
            yield "reflection", part.start, part.end


@lru_cache(maxsize=64)
def _runs(previous: str) -> frozenset[tuple[str, ...]]:
    said = [w.text for w in words(previous)]
    return frozenset(tuple(said[i : i + 8]) for i in range(len(said) - 7))



