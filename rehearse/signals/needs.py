"""Whether a turn meets the `needs` of a test: rules.md 2, in one place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.personas import Needs
from rehearse.signals.kinds import Signal, expand
from rehearse.signals.text import Sentence, fold, negated, sentences

LONG = 160
"""Sentences longer than this (code points) are trimmed to the clauses around the spans before they are quoted."""

Spans = tuple[tuple[int, int], ...]

# Made as questions by nature, or said to somebody in one: asking does not take them back.
_ASKED = frozenset(
    {"ask", "invitation", "question.open", "question.closed", "question.follow_up", "acknowledgement", "reflection"}
)
# What a request carries with it: "Can we agree on the two-week trial by Friday?" names a step and a date,
# "Can we try it for a sprint, and drop it if the count does not fall?" its own end.
_REQUESTED = frozenset({"date", "owner", "small_step", "figure.effort", "stop_rule", "success_measure"})
# Their own words hold the denial ("we have not measured that", "if it does not fall we stop").
_DENIES_ITSELF = frozenset(
    {"unknown", "stop_rule", "mitigation", "trade_off", "acknowledgement", "reflection", "dismissal", "alignment"}
)

# What only somebody who knows can say. Supposed, heard or said by others, it shows nothing.
_KNOWN = frozenset({"figure.money", "figure.percent", "figure.count", "outcome", "comparison", "precedent", "source", "customer"})
_SUPPOSED = re.compile(
    r"\W*(?:(?:and|but|so|just|now|ok|okay|well),? )*(?:imagine|suppose|assume|assuming|let's (?:say|assume|pretend)|"
    r"let us (?:say|assume|pretend)|say we|what if|in theory|theoretically|hypothetically|if only|"
    r"(?:even )?if (?:we|i|you|they|somebody|someone|anybody|finance) (?:had|could|were|knew|ever)|if there (?:was|were)|were we to|had we)\b"
)
_HEARSAY = re.compile(
    r"\b(?:people|they|some|many|others|consultants?|vendors?|the supplier|the salesman|sales(?:men|people)|the internet|a blog|bloggers|somebody|"
    r"someone|rumou?rs?|experts|analysts) (?:says?|claims?|thinks?|believes?|promised?|promises|swears?|has it|tells? (?:me|us))\b"
    r"|\b(?:an?|my|some) (?:old |former |good )?(?:friend|cousin|neighbour|neighbor|brother|sister|uncle|aunt|buddy|mate|acquaintance|guy|bloke|grandmother|mother|father)"
    r"(?: \w+){0,4} (?:says?|said|tells?|told|claims?|swears?|got|saved|made|reckons)\b|\b(?:they say|as they say|word is|it is said|i was told|i've been told)\b"
    r"|\b(?:don't|do not) ask (?:me )?(?:where|who|how)\b|\bi (?:heard|read somewhere|once heard)\b|\b(?:apparently|reportedly|supposedly|rumou?r has it)\b"
)
# What would be done in another world: "If I had two people more, we could do your part as well."
_UNREAL = re.compile(
    r"\W*(?:(?:and|but|so|well|look|yes|no|now),? )*if (?:only )?(?:i|we|you|they|he|she|it|there|anybody|anyone|somebody|someone|finance|management|the \w+) "
    r"(?:only |just |ever )?(?:had|gave|were|was given|got)\b[^.?!]*\b(?:could|would|'d|might)\b"
)
# Nobody knows it yet, and somebody will: what follows names who finds out and when, not what was asked for.
_NOT_YET = re.compile(
    r"\b(?:(?:i|we|they|nobody|no one)(?: really| honestly)?(?: do not| don't| have not| haven't| has not| hasn't| has| have|'ve| cannot| can't)(?: got| have)?\b"
    r"[^.?!;]{0,60}\b(?:yet|at the moment|right now|this minute|today|so far)\b|(?:i|we) (?:haven't|have not) (?:asked|checked|counted|measured|looked|decided)\b"
    r"|there(?:'s| is| are) no \w+(?: \w+)? (?:yet|at the moment|so far)|give me until\b)"
)
_FINDS_OUT = re.compile(
    r"\b(?:i'll|i will|we'll|we will|he'll|she'll|they'll|you'll|will|settles?|decides?|let me|i'm going to|going to) ?(?:\w+ ){0,3}?"
    r"(?:ask|find out|go through|check|count|measure|look|come back|let you know|tell|know|hear|get|bring|settle|decide|have|sort|see|pick)\w*\b"
    r"|\b(?:settles?|decides?|picks?) (?:it|that|this|whether|who|somebody|someone|on|with)\b|\byou(?:'ll| will| get| hear| have)\b"
)
_PARKS = ("unknown", "acknowledgement", "reflection", "own_time", "invitation")
_QUOTED = re.compile(r"[\u201c\"][^\u201c\u201d\"\n]{8,300}[\u201d\"]")


@dataclass(frozen=True, slots=True)
class Met:
    """The words that met it: `quote == text[start:end]`, within one sentence or two neighbouring ones."""

    start: int
    end: int
    quote: str


def met(needs: Needs, text: str, signals: tuple[Signal, ...], *, answers: bool = False, where: Spans | None = None) -> Met | None:
    """Whether all of `needs` stand in one sentence, or in two neighbouring ones, of this turn; the first place that does.

    `signals` are `find(text, ...)`. `answers` = the turn answers the line just said, so that a fragment without a verb counts.
    `where` = only sentences that overlap one of these spans, or stand beside one that does. None where it is not met, and where
    `needs` is empty. Raises KeyError for an unknown id.
    """
    groups = [frozenset(id for name in any_of for id in expand(name)) for any_of in needs]
    if not groups:
        return None
    # What they are asked to pay is a price and no gain: it counts where a need names money, not where it says `figure`.
    groups = [g | {_PRICE} if "figure.money" in any_of else g for g, any_of in zip(groups, needs, strict=True)]
    signals = tuple(_priced(text, signals))
    parts = sentences(text)
    wanted = frozenset[str]().union(*groups)
    by_part = _usable(text, parts, signals, wanted, answers)
    allowed = _allowed(parts, where)
    for i in range(len(parts)):
        if allowed[i] and (chosen := _choose(groups, by_part[i])):
            return _quote(text, chosen, parts[i], parts[i])
    for i in range(len(parts) - 1):
        if allowed[i] and allowed[i + 1] and (chosen := _choose(groups, by_part[i] + by_part[i + 1])):
            return _quote(text, chosen, parts[i], parts[i + 1])
    return None


_PRICE = "price"
_ITS_COST = re.compile(
    r"\b(?:trial|pilot|project|licen[cs]e|tool|plan|contract|subscription|quote|first step|phase|migration|whole thing|offer|setup|budget(?: is| of)?|"
    r"price(?: is| of)?)\s(?:(?:would|will|only|just|comes to|is|costs?|about|around|roughly|up to|you|maybe|be)\s){1,5}$"
)


def _priced(text: str, signals: tuple[Signal, ...]) -> Iterator[Signal]:
    """The signals, with money that is asked for ("I need £18k for a trial", "the pilot costs £18k") under another name."""
    asks = [(s.start, s.end) for s in signals if s.kind == "ask"]
    for s in signals:
        asked = s.kind == "figure.money" and (
            any(start <= s.start <= end + 1 for start, end in asks)
            or _ITS_COST.search(fold(text[max(0, s.start - 60) : s.start])) is not None
        )
        yield Signal(_PRICE, s.start, s.end) if asked else s


def _usable(
    text: str, parts: tuple[Sentence, ...], signals: tuple[Signal, ...], wanted: frozenset[str], answers: bool
) -> list[list[Signal]]:
    """The signals that count, by sentence."""
    listed: list[list[Signal]] = [[] for _ in parts]
    if not parts:
        return listed
    starts = [p.start for p in parts]
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    by_part: list[list[Signal]] = [[] for _ in parts]
    for s in signals:
        by_part[max(0, bisect_right(starts, s.start) - 1)].append(s)
    not_yet = False
    for i, part in enumerate(parts):
        kinds = {s.kind for s in by_part[i]}
        if part.heap or "deferral" in kinds or not (part.has_verb or answers):
            continue
        low = fold(part.text)
        not_yet = not_yet or _NOT_YET.search(low) is not None
        if _UNREAL.match(low) or (not_yet and kinds.isdisjoint(_PARKS) and _FINDS_OUT.search(low)):
            continue
        unknown = _SUPPOSED.match(low) is not None or ("source" not in kinds and _HEARSAY.search(low) is not None)
        for s in by_part[i]:
            if s.kind not in wanted or (s.kind in _KNOWN and (unknown or _within(s, quoted))):
                continue
            if _counts(text, part, s, kinds):
                listed[i].append(s)
    return listed


def _within(signal: Signal, quoted: list[tuple[int, int]]) -> bool:
    """Whether it stands between quotation marks: the words of somebody else."""
    return any(start <= signal.start and signal.end <= end for start, end in quoted)


_FIGURES = frozenset({"figure.money", "figure.percent", "figure.count"})
# Counted, and nobody outside the code base gains or loses by it.
_OF_THE_CODE = re.compile(
    r"\b(?:(?:test|code|branch|type) coverage|coverage of|story points|lines of code|pull requests|github stars|code quality|sonar\w*|"
    r"commits|unit tests|cyclomatic|latency|throughput|p9\d|cpu|milliseconds|cache hits?)\b"
)
_BRUSHED = ("dismissal", "threat", "flattery")  # "We have been over this three times": counted to brush them off
_WISHED = re.compile(r"\b(?:if only|i wish|we wish|in an ideal world)\b")
_NONE_OF_IT = re.compile(
    r"(?:\bno|\bwithout(?: an?| any| the)?|\bnot (?:an?|any)|n't (?:have|need|want|plan|see|offer) (?:an?|any)|\bneeds? no)\s$"
)


def _counts(text: str, part: Sentence, signal: Signal, kinds: set[str]) -> bool:
    if signal.kind == "alignment" and " " not in text[signal.start : signal.end].strip():
        return False  # a word that they like is a word, not their goal
    low = fold(part.text)
    if signal.kind in _FIGURES and not kinds & {"outcome", "customer"} and _OF_THE_CODE.search(low):
        return False
    if (signal.kind in _FIGURES and not kinds.isdisjoint(_BRUSHED)) or _WISHED.search(low):
        return False
    if _NONE_OF_IT.search(fold(text[max(part.start, signal.start - 24) : signal.start])):
        return signal.kind in ("acknowledgement", "reflection", "unknown")
    asked = part.question or "question.open" in kinds  # "I wonder whether customers notice" asks as well
    if asked and signal.kind not in _ASKED and not (signal.kind in _REQUESTED and "ask" in kinds):
        return False
    return signal.kind in _DENIES_ITSELF or not negated(text, part, signal.start)


def _allowed(parts: tuple[Sentence, ...], where: Spans | None) -> list[bool]:
    if where is None:
        return [True] * len(parts)
    touched = [any(p.start < e and s < p.end for s, e in where) for p in parts]
    return [any(touched[max(0, i - 1) : i + 2]) for i in range(len(parts))]


def _choose(groups: list[frozenset[str]], there: list[Signal]) -> list[Signal] | None:
    """One signal for each group, the first that fits; None where a group has none."""
    chosen = [next((s for s in there if s.kind in group), None) for group in groups]
    return None if None in chosen else [s for s in chosen if s is not None]


def _quote(text: str, chosen: list[Signal], first: Sentence, last: Sentence) -> Met:
    start, end = first.start, last.end
    spans = [(max(s.start, start), min(s.end, end)) for s in chosen]
    if first is not last:  # a neighbour that adds nothing is not quoted
        if all(s >= last.start for s, _ in spans):
            start = last.start
        elif all(e <= first.end for _, e in spans):
            end = first.end
    if end - start > LONG:
        low = fold(text)
        begin, finish = min(s for s, _ in spans), max(e for _, e in spans)
        start = _clause_start(low, start, begin)
        end = _clause_end(low, finish, end)
    return Met(start, end, text[start:end])


_MARKS = ",;:.!?\n\u2013\u2014"


def _clause_start(low: str, floor: int, at: int) -> int:
    """The beginning of the clause that holds `at`; at most 120 code points back, then at a word."""
    limit = max(floor, at - 120)
    i = at
    while i > limit and not (low[i - 1] in " \n" and i >= 2 and low[i - 2] in _MARKS):
        i -= 1
    if i > floor and i == limit:
        while i < at and not low[i - 1].isspace():
            i += 1
    return i


def _clause_end(low: str, at: int, ceiling: int) -> int:
    limit = min(ceiling, at + 120)
    i = at
    while i < limit and not (low[i] in _MARKS and (i + 1 >= ceiling or low[i + 1].isspace())):
        i += 1
    if i < ceiling and i == limit:
        while i > at and not low[i].isspace():
            i -= 1
    return i
