"""The take as the offline judge reads it: each turn of yours with its signals and sentences, after the line it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from rehearse.hearing import ear
from rehearse.review.case import Case, Line, Words
from rehearse.review.checks import words
from rehearse.review.types import Verdict
from rehearse.scenarios import Fact
from rehearse.signals import Context, Signal, find
from rehearse.signals.needs import met
from rehearse.signals.text import Sentence, content_stems, sentences
from rehearse.stakeholder.facts import Contradiction, contradictions, numbers_in

if TYPE_CHECKING:
    from rehearse.review.checks.seen import Seen

_CLAUSE = re.compile(r"[,;:](?=\s)|\s[-–—]\s|[–—]")
_WORD = re.compile(r"\S*\w\S*")
_BARE = re.compile(r"\w+")
_OWN_WORDS = 7  # words in a row may be theirs: so short a thing is said by chance, or said back
_HEARD = 20_000  # characters of theirs that are kept in mind for it
# More than the lines of yours in the longest take that is read in (2,000 lines): gone through in order, a smaller one never hits.
_KEPT = 2048
_MOST_PLACES = 6  # further places that a claim names, for when the first ones serve two checks already


@lru_cache(maxsize=_KEPT)
def read(text: str, context: Context) -> tuple[Signal, ...]:
    """The signals of a text that a table knows, worked out once: several parts of a review look at the same turn. What only the
    ear hears is left out: it counts where a check asks for it (`Spoken.heard`)."""
    return tuple(s for s in find(text, context) if not s.heard)


@lru_cache(maxsize=_KEPT)
def against(text: str, facts: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """What in a turn contradicts a fact, worked out once. Without a number there is nothing to look for."""
    return contradictions(text, facts) if numbers_in(text) else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a verdict and the places that show it (for no, the nearest; `opposite`: they show the contrary)."""

    verdict: Verdict
    places: tuple[Words, ...] = ()
    opposite: bool = False


NOTHING = Finding("no")
NOT_APPLICABLE = Finding("na")


@dataclass(eq=False)
class Spoken:
    """One turn of yours. `previous` is the stakeholder's line right before it, None at the start."""

    line: Line
    at: int
    previous: Line | None
    signals: tuple[Signal, ...]
    sentences: tuple[Sentence, ...]
    ear: tuple[Signal, ...] = ()
    _counts: dict[tuple[str, int], bool] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def heap(self) -> bool:
        return all(s.heap for s in self.sentences)

    def sentence(self, at: int) -> Sentence | None:
        return next((s for s in self.sentences if s.start <= at < s.end), None)

    def has(self, *kinds: str, within: Sentence | None = None) -> bool:
        return any(True for _ in self.any(*kinds, within=within))

    def any(self, *kinds: str, within: Sentence | None = None) -> Iterator[Signal]:
        """Signals of these kinds (`figure` takes in money, percent and count), in sentences that are no heap of words."""
        for signal in self.signals:
            if not _is(signal.kind, kinds) or (within and not within.start <= signal.start < within.end):
                continue
            sentence = self.sentence(signal.start)
            if sentence is not None and not sentence.heap:
                yield signal

    def stated(self, *kinds: str, within: Sentence | None = None) -> Iterator[Signal]:
        """Signals of these kinds that are stated: no question, no negation, no deferral beside, in a sentence with a verb."""
        for signal in self.any(*kinds, within=within):
            sentence = self.sentence(signal.start)
            if sentence is not None and self._stands(signal, sentence):
                yield signal

    def _stands(self, signal: Signal, sentence: Sentence) -> bool:
        """The stakeholder's own rule for what counts (`needs.met`), asked of this signal in this sentence alone."""
        key = (signal.kind, signal.start)
        if key not in self._counts:
            at = sentence.start
            beside = tuple(
                Signal(s.kind, s.start - at, s.end - at)
                for s in self.signals
                if at <= s.start < sentence.end and (s == signal or s.kind != signal.kind)
            )
            hit = met(((signal.kind,),), sentence.text, beside, answers=self.previous is not None)
            self._counts[key] = hit is not None
        return self._counts[key]

    def heard(self, *kinds: str) -> Iterator[Signal]:
        """Signals that no table knows and the ear hears. About one in seven is wrong, so a rule asks for more beside it."""
        yield from (s for s in self.ear if s.kind in kinds)

    def firm(self, *kinds: str) -> Iterator[tuple[Signal, Sentence]]:
        """What is stated and what is heard, each with its sentence, without what a table found by words that the ear takes for
        something else: it may be wrong either way, and seldom both are."""
        for signal in self.stated(*kinds):
            sentence = self.sentence(signal.start)
            if sentence is not None and not self._doubted(signal, sentence):
                yield signal, sentence
        for signal in self.heard(*kinds):
            sentence = self.sentence(signal.start)
            if sentence is not None:
                yield signal, sentence

    def _doubted(self, signal: Signal, sentence: Sentence) -> bool:
        """Below the middle between what the ear would hear by itself and what it would strike out for a stakeholder."""
        known = ear()
        beside = frozenset(s.kind for s in self.signals if sentence.start <= s.start < sentence.end)
        doubt = (known.levels[signal.kind] + known.doubts[signal.kind]) / 2
        return known.scores(sentence.text, beside)[signal.kind] < doubt

    def near(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence and its neighbours in the turn."""
        at = self.sentences.index(sentence)
        yield from self.sentences[max(0, at - 1) : at + 2]

    def words(self, start: int, end: int, *, answers: bool = False) -> Words:
        """A quote around a span: its clause, 3 words at least, 40 at most."""
        quote_start, quote_end = clip(self.text, start, end, self.sentence(start))
        previous = self.previous.turn if answers and self.previous else None
        return Words(self.line.turn, self.text[quote_start:quote_end], previous)

    def tight(self, start: int, end: int) -> Words:
        """A quote of the span and what follows it, to three words: for what stands at the edge of a clause that shows other
        things as well."""
        found = [(m.start(), m.end()) for m in _WORD.finditer(self.text) if m.end() > start]
        inside = [w for w in found if w[0] < end]
        last = found[min(max(len(inside), 3), len(found)) - 1] if found else (start, end)
        return Words(self.line.turn, self.text[start : last[1]])


class Stopped(Exception):
    """Nobody waits for this reading any more."""


@dataclass(eq=False)
class Talk:
    """The whole take. `yours` in the order said. `stopped` is asked on the way whether anybody still waits."""

    case: Case
    stopped: Callable[[], bool] = lambda: False
    seen: Seen | None = None  # what rules and eye see in it, once somebody has looked

    def go_on(self) -> None:
        """Raises `Stopped` where nobody waits any more."""
        if self.stopped():
            raise Stopped

    @cached_property
    def yours(self) -> tuple[Spoken, ...]:
        out = []
        previous: Line | None = None
        theirs = ""
        for at, line in enumerate(self.case.lines):
            if not line.you:
                previous = line
                theirs = (theirs + _bare(line.text))[-_HEARD:]
                continue
            self.go_on()
            context = Context(previous=previous.text if previous else "", goals=self.case.goals, costly=self.case.costly)
            ear_only = tuple(s for s in find(line.text, context) if s.heard)
            parts = tuple(replace(s, heap=s.heap or _repeats(s, theirs)) for s in sentences(line.text))
            out.append(Spoken(line, at, previous, read(line.text, context), parts, ear_only))
        return tuple(out)

    def theirs_before(self, at: int, most: int) -> tuple[Line, ...]:
        """Their last lines before this place in the take, the latest first."""
        before = (self.case.lines[i] for i in range(at - 1, -1, -1))
        return tuple(islice((x for x in before if not x.you), most))

    def solved_before(self, at: int) -> bool:
        """Whether an earlier turn of yours named a solution or an ask."""
        return self._first_solved < at

    @cached_property
    def _first_solved(self) -> int:
        return next((t.at for t in self.yours if names_a_solution(t)), len(self.case.lines))

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        return {}

    def stems(self, text: str) -> frozenset[str]:
        """Content stems of a text, worked out once."""
        known = self._stems
        if text not in known:
            known[text] = frozenset(content_stems(text))
        return known[text]


def _repeats(sentence: Sentence, theirs: str) -> bool:
    """Whether a sentence is nothing but words of theirs, eight or more of them: that says nothing of one's own."""
    said = _bare(sentence.text)
    return said.count(" ") > _OWN_WORDS + 1 and said in theirs


def _bare(text: str) -> str:
    """The words of a text with one space around each."""
    return f" {' '.join(w.lower() for w in _BARE.findall(text))} "


Rule = Callable[[Talk], Finding]


def names_a_solution(turn: Spoken) -> bool:
    """An ask, a step with its size, or words of a plan."""
    return turn.has("ask", "small_step", "figure.effort") or any(words.PLAN.search(s.text) for s in turn.sentences if not s.heap)


def _is(kind: str, kinds: tuple[str, ...]) -> bool:
    return kind in kinds or ("figure" in kinds and kind in ("figure.money", "figure.percent", "figure.count"))


def shown(places: list[Words]) -> Finding:
    """Yes with these places, or nothing found."""
    return Finding("yes", tuple(dict.fromkeys(places))[:_MOST_PLACES]) if places else NOTHING


def statements(turn: Spoken) -> Iterator[Sentence]:
    """The sentences of a turn that say something: no question, no heap of words; a fragment only in reply."""
    for sentence in turn.sentences:
        if not sentence.question and not sentence.heap and (sentence.has_verb or turn.previous is not None):
            yield sentence


def whole(turn: Spoken, sentence: Sentence) -> Words:
    """A sentence as a quote."""
    return turn.words(sentence.start, sentence.end)


def at(turn: Spoken, sentence: Sentence, match: re.Match[str]) -> Words:
    """The clause around what matched in a sentence, as a quote."""
    start, end = match.span()
    return turn.words(sentence.start + start, sentence.start + end)


def stated(*kinds: str) -> Rule:
    """A rule: yes where one of these signals is stated."""

    def rule(talk: Talk) -> Finding:
        return shown([t.words(s.start, s.end) for t in talk.yours for s in t.stated(*kinds)])

    return rule


def clauses(text: str, start: int, end: int, fewest: int = 4) -> list[tuple[int, int]]:
    """The parts of a sentence between its commas, dashes and colons that have this many words."""
    cuts = list(_CLAUSE.finditer(text, start, end))
    spans = zip([start, *(m.end() for m in cuts)], [*(m.start() for m in cuts), end], strict=True)
    return [(a, b) for a, b in spans if len(_WORD.findall(text, a, b)) >= fewest]


def clip(text: str, start: int, end: int, sentence: Sentence | None = None, most: int = 40) -> tuple[int, int]:
    """The span widened to its clause, or to three words where the clause is shorter; cut to `most` words."""
    low, high = (sentence.start, sentence.end) if sentence else (0, len(text))
    high = max(high, end)
    cuts = list(_CLAUSE.finditer(text, low, high))
    left = max((m.end() for m in cuts if m.end() <= start), default=low)
    right = min((m.start() for m in cuts if m.start() >= end), default=high)
    for from_, to in ((left, right), (left, high), (low, high), (0, len(text))):
        found = [(m.start(), m.end()) for m in _WORD.finditer(text, from_, to)]
        if len(found) >= 3:
            break
    if not found:
        return start, end
    inside = [i for i, (s, e) in enumerate(found) if s < end and e > start]
    first = max(0, min(inside[0] if inside else 0, len(found) - 1))
    if len(found) > most:
        first = max(0, min(first - 5, len(found) - most))
        found = found[first : first + most]
    return found[0][0], found[-1][1]
