"""Sentences of what was said, and what is denied in them. Every rule is linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rehearse.signals.heaps import has_verb, is_heap, tokens_of
from rehearse.signals.stems import KEPT, Word, content_stems, fold, has_stem, stem, words

__all__ = ["Sentence", "Word", "content_stems", "fold", "has_stem", "negated", "sentences", "stem", "words"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `text == whole[start:end]`, with its end mark and without the space around it.

    `heap` = a list of words and not a sentence: it says nothing, whatever it contains.
    """

    start: int
    end: int
    text: str
    question: bool
    has_verb: bool
    heap: bool


_STOPS = re.compile(r"[.!?\u2026]+[\"')\]\u201d\u2019]*|[\n\r\u2028\u2029]+|;|[,\u2013\u2014-]\s")
_ABBREVIATION = frozenset(
    "e.g i.e eg ie dr mr mrs ms prof st vs approx ca cf inc ltd jr sr dept est fig resp incl excl min max a.m "
    "p.m u.s u.k e.u ph.d".split()
)
_MAYBE_ABBREVIATION = frozenset("etc no co u.s u.k e.u a.m p.m".split())  # may also end a sentence
_STARTER = re.compile(r"\s+(?:I|We|It|The|That|This|They|You|He|She|If|What|How|Where|And|But|So|Our|Your|In|A|Is|Do)\b")
_LAST_TOKEN = re.compile(r"[\w.]+$")
_NUMERIC_DAY = re.compile(r"[0-3]?\d\.[01]?\d")
_LETTERS = re.compile(r"(?:[a-z]\.)*[a-z]$")
_WH = "what|how|why|where|when|who|whom|whose|which"
_NOT_SUBJECT = r"(?!(?:i|we|you|they|it|he|she|this|that)\b)"
_SPLICED_QUESTION = re.compile(
    rf"\s*(?:and |but |so )?(?:(?:{_WH})(?: {_NOT_SUBJECT}\w{{1,15}}){{0,2}} (?:do|does|did|is|are|was|would|"
    rf"could|can|will|has|have|should|shall)\b"
    r"|(?:is|are|do|does|did|would|could|can|will|shall|have|has) (?:that|this|it|you|we|there|i|the|your)\b)"
)
_SUBORDINATE = re.compile(r"\W*(?:if|when|while|because|although|though|as|since|once|before|after|given|with|in|for|at|on|so)\b")
_UNMARKED_QUESTION = re.compile(
    rf"\W*(?:(?:and|but|so|ok|okay|then|well),? )?(?:(?:{_WH})(?: {_NOT_SUBJECT}\w{{1,15}}){{0,2}} "
    r"(?:do|does|did|would|could|can|will|should|shall) (?:you|we|i|they|he|she|it|"
    r"the|your|that|this)\b"
    r"|what (?:would|worries|matters|keeps|stops|makes)\b(?!.{1,80}? (?:is|was|are|were) )"  # "What worries you is the date."
    r"|(?:would|do|does|did|could|can|will|are|is|have|shall|should|may) (?:you|we|i|they|it|that|this|there)\b)"
)
_EDGE = " \t\r\n\f\v\u00a0\u2003\u2028\u2029"


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order. A line break ends one; a semicolon and a spliced-on question do where both sides stand alone."""
    return _remembered(text) if len(text) <= KEPT else _parted(text)


def _parted(text: str) -> tuple[Sentence, ...]:
    low = fold(text)
    made = [_sentence(text, low, s, e) for s, e in _spans(text, low)]
    return tuple(_mark_runs(made))


_remembered = lru_cache(maxsize=1024)(_parted)


def _spans(text: str, low: str) -> Iterator[tuple[int, int]]:
    for start, end in _plain_spans(text, low):
        s, e = start, end
        while s < e and low[s] in _EDGE:
            s += 1
        while e > s and low[e - 1] in _EDGE:
            e -= 1
        if e > s:
            yield s, e


def _plain_spans(text: str, low: str) -> Iterator[tuple[int, int]]:
    start = 0
    joins: list[int] = []  # places inside the running sentence where it may come apart
    for m in _STOPS.finditer(low):
        mark = low[m.start()]
        if mark in ";,-\u2013\u2014":
            if mark != "-" or low[m.start() - 1 : m.start()].isspace():
                joins.append(m.start())
            continue
        if mark not in "\n\r\u2028\u2029" and not _ends(text, low, start, m):
            continue
        yield from _apart(low, start, m.end(), joins)
        start, joins = m.end(), []
    yield from _apart(low, start, len(text), joins)


def _ends(text: str, low: str, start: int, m: re.Match[str]) -> bool:
    end = m.end()
    if end < len(low) and not low[end].isspace():
        return False
    if m[0][0] != "." or m[0].startswith(".."):
        return True
    tail = low[max(start, m.start() - 24) : m.start()]
    last = _LAST_TOKEN.search(tail)
    token = last[0] if last else ""
    if token.isdigit() and len(token) <= 2 and not low[start : m.start() - len(token)].strip():
        return False  # the number of a list: "1. We start small"
    if _NUMERIC_DAY.fullmatch(token) and re.match(r"\s*(?:to\b|till\b|until\b|and\b|or\b|at\b|[-\u2013])", low[end : end + 8]):
        return False  # "14.3. to 18.3."
    if token == "no":
        return not re.match(r"\s+\d", low[end : end + 6])
    if token in _MAYBE_ABBREVIATION or (len(token) > 1 and "." in token and _LETTERS.fullmatch(token)):
        return end >= len(low) or _STARTER.match(text, end) is not None
    if token in _ABBREVIATION:
        return False
    return not (len(token) == 1 and token.isalpha() and token != "i" and text[m.start() - 1].isupper())


def _apart(low: str, start: int, end: int, joins: list[int]) -> Iterator[tuple[int, int]]:
    """Part start..end at those joins where both sides stand alone. Each piece is looked at once."""
    asked = "?" in low[max(start, end - 4) : end]
    places = [j for j in joins if low[j] == ";"]
    if asked:  # "We lose orders each week, where do you feel it?": only what is asked is a question
        splices = [j for j in joins if low[j] != ";" and _SPLICED_QUESTION.match(low, j + 1)]
        if splices and not _SUBORDINATE.match(low, start):
            places = sorted({*places, splices[-1]})
    verbs = [has_verb(tokens_of(low[s:e])) for s, e in zip([start, *places], [*places, end], strict=True)]
    at, has = start, False
    for i, place in enumerate(places):
        has = has or verbs[i]
        if has and verbs[i + 1]:
            yield at, place + 1
            at, has = place + 1, False
    yield at, end


def _sentence(text: str, low: str, start: int, end: int) -> Sentence:
    part = low[start:end]
    tokens = tokens_of(part)
    asked = "?" in part[-4:] or _UNMARKED_QUESTION.match(part) is not None
    verb = has_verb(tokens)
    return Sentence(start, end, text[start:end], asked, verb, is_heap(part, tokens, verb))


def _mark_runs(made: list[Sentence]) -> Iterator[Sentence]:
    """Four or more scraps of one or two words in a row are a heap with full stops in it."""
    i = 0
    while i < len(made):
        j = i
        while j < len(made) and not made[j].has_verb and not made[j].question and len(tokens_of(made[j].text)) <= 2:
            j += 1
        run = made[i:j]
        for s in run:
            yield Sentence(s.start, s.end, s.text, s.question, s.has_verb, s.heap or len(run) >= 4)
        if j == i:
            yield made[i]
            j += 1
        i = j


# --- negation --------------------------------------------------------------------------------------------------------

_CLAUSE_END = re.compile(
    r"[,;:()\u2013\u2014]|\s-\s|\b(?:but|because|although|though|whereas|while|so|yet)\b"
    r"|\band (?=(?:i|we|you|they|he|she|it|that|this|there|the|our|my|your)\b)"
)
_NEGATOR = re.compile(
    r"\b(?:not|no|never|none|without|nobody|nothing|neither|nor|cannot|lacks?|lacking|hardly|missing(?= (?:an?|the|any|from|here)\b|\s*$))\b|n't\b"
)
_NO_NEGATION = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|could not|won't|will not|do not want to|don't want to|mustn't|must not) "
    r"(?:keep|go on|afford|continue|carry on|risk|bear|wait)\b"
    r"|\bno longer\b|\bnot only\b|\bnot just\b|\bnot merely\b|\bnot simply\b|\bnot to mention\b|\bno doubt\b|\bno question\b"
    r"|\bn(?:o|ot) (?:more|less|fewer|later|longer|earlier) than\b|\bnot until\b|\bwhy not\b|\bif not\b|\bnot a day\b"
    r"|\b(?:do|does|doing|did|if|say|change|changing) nothing\b|n't (?:only|just)\b|\b(?:don't|do not) forget\b"
    r"|(?:not|n't) (?:\w{1,15} ){1,2}(?:more|less|fewer) than\b|\bno matter\b|\bnot (?:at )?zero\b|\bnothing (?:but|less than)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|until|when|whether|in case|whoever)\b")


def negated(text: str, sentence: Sentence, start: int) -> bool:
    """Whether what begins at `start` (in `text`) is denied within its own clause.

    "We do not have a source", "no owner yet", "without a rollback" deny; "we can't keep losing $40k", "no longer",
    "not only", "no more than", "cannot afford to lose" and a condition ("if it does not fall by half") do not.
    """
    reach = max(sentence.start, start - 240)  # longer clauses are not spoken; keeps the cost of one look even
    before = fold(text[reach:start])
    cut = 0
    for m in _CLAUSE_END.finditer(before):
        cut = m.end()
    clause = _NO_NEGATION.sub(" ", before[cut:])
    m2 = _NEGATOR.search(clause)
    return m2 is not None and _CONDITION.search(clause, 0, m2.start()) is None
