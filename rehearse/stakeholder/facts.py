"""Figures against the facts: one with a fact's noun or unit and another value. A figure found in no fact is merely unsourced."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.scenarios import Fact
from rehearse.signals import Signal, find
from rehearse.signals.text import Sentence, content_stems, fold, negated, sentences

_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k\b|m\b|thousand\b|million\b)?", re.IGNORECASE)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_WORDS = {w: n for n, w in enumerate(_UP_TO_TWENTY)} | _TENS
_COMPOUND = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](one|two|three|four|five|six|seven|eight|nine)\b"
)
_SPOKEN = re.compile(r"[a-z]+")
_LARGE = re.compile(r"\b(hundred|thousand|million|billion|dozen)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"[$£€]|\b(?:dollars?|euros?|pounds?)\b", re.IGNORECASE)
_FIGURES = ("figure.money", "figure.percent", "figure.count")
ROUNDING = 0.1  # "about fifty thousand" for 48,000 is rounding, not another value
_SUM = 0.03  # how near a figure must be to a part, a multiple or a sum of the facts to have come from them
_PARTS = (1 / 12, 1 / 6, 0.2, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 2, 3, 4, 6, 12)

# A figure of another time, of somebody else, or worked out from the fact: not a rival value.
_ELSEWHERE = re.compile(
    r"\b(?:half(?! a (?:year|quarter|month|day)\b)|third|thirds|quarters? of|double|twice|times|if|would|could|might|may|unless|win|wins|winning|recover\w*|"
    r"sav(?:e|es|ed|ing)|back|remain\w*|less|fewer|more|extra|additional|another|other|others|else\w*|under|over|above|below|"
    r"at least|at most|up to|(?:between|from) [$£€]?\d[\w.,]*|target|goal|plan|expect\w*|hope|forecast|only|alone|each of|of which|of those|"
    r"of these|of them|last|next|first|previous|used to|before|after the|until|since|so far|by then|then|today|yesterday|"
    r"january|february|march|april|june|july|august|september|october|november|december|20\d\d|competitors?|industry|benchmark|"
    r"average|altogether|in total|together|plus|worst|best|peak|cut|fall|falls|fell|drop|drops|dropped|rise|rises|rose)\b"
)
_SOMEBODY_ELSE = re.compile(r"\b(?:teams?|offices?|company|companies|site|region|department|group|branch)\b")
_UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "quarter": 90, "year": 360, "sprint": 14}
_RATE = re.compile(r"(?:\b(?:a|an|per|each|every|in a|in one)\s+|/\s?)(hour|day|week|month|quarter|year|sprint)\b")
_ADVERB = re.compile(r"\b(dai|week|month|quarter|year)ly\b")
_SPAN = re.compile(
    r"\b(?:in|over|within|during|across|for)\s+(?:the\s+|about\s+|these\s+)?(?:last\s+|past\s+)?"
    r"(half a|\d{1,3}|[a-z]{3,9})\s+(hour|day|week|month|quarter|year|sprint)s?\b"
)
_GIVE_OR_TAKE = re.compile(r"give or take (\d+)\s?(%?)")
_WORTH_OF = re.compile(
    r"\s*%?\s*(?:(?:a|per|each|every)\s+\w+\s+)?(?:of|in|worth of|for)\s+((?:[a-z'’]+\s*){1,2})", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:()]|\s[-–—]\s|\b(?:and|but|because|while|which|so)\b")
# Units that are said of anything: they need more company before they point at one fact.
_COMMON = frozenset(s for w in ("days", "hours", "weeks", "minutes", "months", "people") for s in content_stems(w))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of yours that give a fact another value. `start` and `end` count code points into the text."""

    fact: str
    start: int
    end: int


def numbers_in(text: str) -> tuple[float, ...]:
    """Every number of a text, in digits (with k, M, thousand, million) or as plain words up to a hundred."""
    text = text[:2000]
    found = [float(m[1].replace(",", "")) * _SCALE.get((m[2] or "").lower(), 1) for m in _NUMBER.finditer(text)]
    low = text.lower()
    found += [float(_WORDS[m[1]] + _WORDS[m[2]]) for m in _COMPOUND.finditer(low)]
    found += [float(_WORDS[w]) for w in _SPOKEN.findall(_COMPOUND.sub(" ", low)) if w in _WORDS]
    return tuple(found)


def _near(a: float, b: float, by: float = ROUNDING) -> bool:
    return abs(a - b) <= by * max(abs(a), abs(b))


def contradictions(text: str, facts: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """What in this turn contradicts a fact. Careful on purpose: it would rather miss one than blame a right figure.

    Money contradicts where it speaks of the fact's own thing ("$162k of orders a month") over the same period; a count where
    it counts the fact's unit and the sentence shares another noun with the fact; a percentage where the fact is one and two
    nouns are shared. A number that stands in any fact, that is rounded from one or worked out of it, and one of another
    period, of somebody else, or said as a condition, a wish or a denial, never does.
    """
    valued = [f for f in facts if f.value is not None]
    if not valued:
        return ()
    figures = [s for s in find(text) if s.kind in _FIGURES]
    if not figures:
        return ()
    known = [n for f in facts for n in numbers_in(f.says)] + [f.value for f in valued if f.value is not None]
    low = fold(text)
    found = []
    for sentence in sentences(text):
        if sentence.question or sentence.heap:
            continue
        for figure in figures:
            if not sentence.start <= figure.start < sentence.end or negated(text, sentence, figure.start):
                continue
            values = _values(text[figure.start : figure.end])
            if not values or any(_near(v, k) for v in values for k in known):
                continue
            for fact in valued:
                if (
                    _rivals(fact, figure, low, sentence)
                    and not _worked_out(fact, values, valued)
                    and not _within_margin(fact, values)
                ):
                    found.append(Contradiction(fact.id, figure.start, figure.end))
                    break
    return tuple(found)


def _values(words: str) -> tuple[float, ...]:
    """The one value of a figure; nothing where it is a range, a share ("9 of 14") or a number too wordy to be sure of."""
    found = numbers_in(words)
    spoken = any(w in _WORDS for w in _SPOKEN.findall(words.lower()))
    return found if len(found) == 1 and not (spoken and _LARGE.search(words)) else ()


def _worked_out(fact: Fact, values: tuple[float, ...], valued: list[Fact]) -> bool:
    """Whether a value is a part or a multiple of the fact, or its sum or difference with another one."""
    if fact.value is None:
        return False
    made = [fact.value * part for part in _PARTS]
    for other in valued:
        if other is not fact and other.value is not None and _CURRENCY.search(other.unit) and _CURRENCY.search(fact.unit):
            made += [fact.value + other.value, abs(fact.value - other.value)]
    return any(_near(v, n, _SUM) for v in values for n in made)


def _within_margin(fact: Fact, values: tuple[float, ...]) -> bool:
    m = _GIVE_OR_TAKE.search(fact.says)
    if m is None or fact.value is None:
        return False
    margin = abs(fact.value) * int(m[1]) / 100 if m[2] else float(m[1])
    return any(abs(v - fact.value) <= margin * 1.05 for v in values)


def _rivals(fact: Fact, figure: Signal, low: str, sentence: Sentence) -> bool:
    """Whether the figure says of the fact's own matter what the fact says, with another number."""
    whole = low[sentence.start : sentence.end]
    says = fold(fact.says)
    around = whole[: figure.start - sentence.start] + " # " + whole[figure.end - sentence.start :]
    if (set(_ELSEWHERE.findall(around)) - set(_ELSEWHERE.findall(says))) or (
        set(_SOMEBODY_ELSE.findall(whole)) - set(_SOMEBODY_ELSE.findall(says))
    ):
        return False
    clause = _clause(low, sentence, figure)
    if not _same_period(fact, clause):
        return False
    words = low[figure.start : figure.end]
    if figure.kind == "figure.money":
        return _same_money(fact, words, low[figure.end : sentence.end], content_stems(clause))
    shared = _nouns(says) & content_stems(whole)
    if figure.kind == "figure.percent":
        thing, spoken = _WORTH_OF.match(_after_value(fact)), _WORTH_OF.match(low[figure.end : sentence.end])
        same = thing is not None and spoken is not None and bool(content_stems(thing[1]) & content_stems(spoken[1]))
        return fact.unit.strip() == "%" and same and len(shared) >= 2
    unit = [w for w in re.split(r"\s(?:a|per|in|of)\s", fact.unit.lower())[0].split() if content_stems(w)]
    if not unit or _CURRENCY.search(fact.unit):
        return False
    head, others = content_stems(unit[-1]), content_stems(" ".join(unit[:-1]))
    if not head <= content_stems(words) or not others <= content_stems(whole):
        return False
    return len((shared | others) - head) >= (2 if head & _COMMON else 1)


def _same_money(fact: Fact, words: str, after: str, clause: frozenset[str]) -> bool:
    signs = {c for c in fact.unit if c in "$£€"}
    if not signs or ({c for c in words if c in "$£€"} - signs):
        return False
    thing = _WORTH_OF.match(_after_value(fact))
    if thing is None or not (wanted := _nouns(thing[1])):
        return len(_nouns(fact.says) & clause) >= 2
    spoken = _WORTH_OF.match(after)
    named = content_stems(spoken[1]) if spoken else frozenset[str]()
    return bool(wanted & named) or (not spoken and wanted <= clause)


def _after_value(fact: Fact) -> str:
    """What follows the fact's own number in its text."""
    for m in _NUMBER.finditer(fact.says):
        if float(m[1].replace(",", "")) * _SCALE.get((m[2] or "").lower(), 1) == fact.value:
            return fact.says[m.end() :]
    return ""


def _nouns(text: str) -> frozenset[str]:
    """What a text is about, numbers and times apart."""
    times = content_stems("hours days weeks months quarters years sprints minutes half working give take") | content_stems(
        " ".join(_WORDS)
    )
    return frozenset(s for s in content_stems(text) if not s[:1].isdigit()) - times


def _clause(low: str, sentence: Sentence, figure: Signal) -> str:
    cuts = [sentence.start, *(sentence.start + m.end() for m in _CLAUSE.finditer(low[sentence.start : sentence.end]))]
    start = max(c for c in cuts if c <= figure.start)
    end = min((c for c in cuts if c > figure.end), default=sentence.end)
    return low[start:end]


def _periods(low: str) -> set[float]:
    """The stretches of time a text speaks of, in days: "a month" = 30, "in two quarters" = "in six months" = 180."""
    found = {_UNIT_DAYS[m[1]] for m in _RATE.finditer(low) if low[max(0, m.start() - 5) : m.start()] != "half "}
    found |= {float(_UNIT_DAYS["day" if m[1] == "dai" else m[1]]) for m in _ADVERB.finditer(low)}
    for m in _SPAN.finditer(low):
        count = 0.5 if m[1] == "half a" else float(m[1]) if m[1].isdigit() else float(_WORDS.get(m[1], 0))
        if count:
            found.add(count * _UNIT_DAYS[m[2]])
    return found


def _same_period(fact: Fact, clause: str) -> bool:
    """A rate must be said as the same rate; otherwise no other stretch of time may be named."""
    here, rate = _periods(clause), _periods(fold(fact.unit))
    return here == rate if rate else here <= _periods(fold(fact.says))
