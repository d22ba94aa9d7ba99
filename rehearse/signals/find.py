"""Finds the signals of a text: the tables, then what depends on the sentence and on the line just said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rehearse.signals import against, jargon, numbers, questions, replies, served, stories
from rehearse.signals.everyday import EVERYDAY
from rehearse.signals.heard import weigh
from rehearse.signals.kinds import Context, Signal
from rehearse.signals.leaning import LEANING
from rehearse.signals.listening import LISTENING
from rehearse.signals.manner import MANNER
from rehearse.signals.phrases import Found, Phrases, tokens
from rehearse.signals.places import Places, stem_phrases
from rehearse.signals.plans import WAYS
from rehearse.signals.shown import SHOWN
from rehearse.signals.spoken import SPOKEN
from rehearse.signals.stems import KEPT
from rehearse.signals.text import Sentence, Word, content_stems, fold, sentences, words

_FIGURES = ("figure.money", "figure.percent", "figure.count")
_TABLES = Phrases(numbers.NUMBERS, LISTENING, MANNER, LEANING, EVERYDAY, SPOKEN)


def find(text: str, context: Context = Context()) -> tuple[Signal, ...]:  # noqa: B008  (a frozen value)
    """Every signal of `text`, sorted by (start, end, kind); spans of one kind that overlap are one.

    Pure: the same text and context give the same signals. Some denied and asked things are found too; `needs.met` leaves them out.
    """
    return _remembered(text, context) if len(text) <= KEPT else _found(text, context)


def told(text: str, context: Context = Context()) -> frozenset[str]:  # noqa: B008  (a frozen value)
    """The kinds that the tables find, without the ear."""
    return frozenset(s.kind for s in _told(text, context, fold(text), sentences(text)))


def _found(text: str, context: Context) -> tuple[Signal, ...]:
    parts = sentences(text)
    return weigh(_told(text, context, fold(text), parts), parts)


def _told(text: str, context: Context, low: str, parts: tuple[Sentence, ...]) -> tuple[Signal, ...]:
    found = list(_alone(text) if len(text) <= KEPT else _worded(text, low, parts))
    found += questions.scan(low, parts, context.previous)
    found += replies.scan(text, low, parts, context.previous)
    spoken = words(text)
    found += _aligned(parts, spoken, context.goals)
    found += jargon.scan(low, parts, spoken, context.costly)
    found = list(_reflections(found, low, parts, spoken, context.previous))
    found = list(_in_sentences(found, text, low, parts))
    return _merged(found)


def _worded(text: str, low: str, parts: tuple[Sentence, ...]) -> tuple[Found, ...]:
    """What a text says whatever was said before it."""
    worded = (*_TABLES.scan(text, low, tokens(low)), *WAYS.scan(text, low, parts), *SHOWN.scan(text, low, parts))
    return (*numbers.scan(low, worded), *served.scan(low), *stories.scan(text, low, parts), *against.scan(text, low, parts))


@lru_cache(maxsize=256)
def _alone(text: str) -> tuple[Found, ...]:
    """Two thirds of the work, and the same in every context: a line is read as an answer, and by itself for its figures."""
    return _worded(text, fold(text), sentences(text))


# A line is asked about by the appraiser, the facts, the slots of later lines and the judge.
_remembered = lru_cache(maxsize=1024)(_found)


def warm() -> None:
    """Compile every wording now (about half a second), so that no turn pays for it. Not needed for anything to work."""
    _TABLES.warm()
    WAYS.warm()
    SHOWN.warm()


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

_FIRST_PERSON = re.compile(r"\b(?:i|me|my)\b")
_DEPARTMENT = re.compile(r"from (?:finance|support|sales|legal|accounting|controlling|analytics|billing)\b")
_WHO = re.compile(r"([^\W\d_]+)\s$")
_WHOS = frozenset(
    "people person someone somebody colleague colleagues analyst engineer engineers one anyone everyone friend".split()
)


_NOBODY = re.compile(
    r"\b(?:all (?:the |of )?(?!three|four|five|it\b)|every(?! (?:page|day|night|week|month|time|line|word|morning|evening|sunday))|everyone|everybody|most|many|others|(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?<!several )(?<!the )other|leading|serious|"
    r"modern|big (?:companies|players|names)|competitors?|the (?:whole )?industry|the competition|somebody|someone|anybody|anyone|companies|"
    r"google|amazon|netflix|facebook|meta|apple|microsoft|spotify|uber|airbnb|twitter|stripe|tesla|shopify)\b"
)


# What somebody wants done has not been done.
_WANTED = re.compile(r"\b(?:wants?|wanted|expects?|insists?|demands?) (?:it|this|that|us|you)\b")
_DENIED = re.compile(r"(?:\bnot|n't|\bnever)\s$")
_FRAGMENT = 45  # code points of a reply that leaves out the verb: "Straight out of the ticket system."
_RECORDED = (*_FIGURES, "figure.effort", "error_range", "outcome", "comparison")
_NO_SOURCE = re.compile(
    r"\b(?:(?:my|our|your|his|her|the) (?:gut|head|feelings?|experience|memory|hunch|imagination)|blogs?|blog posts?|the (?:internet|web)\b(?! (?:log|shop|form|server|stats|statistic|survey))|gut feeling|thin air|"
    r"linkedin|reddit|twitter|brochures?|hearsay|rumou?rs?|sales deck|the vendor\b(?!'s (?:invoice|bill|statement|report|test|figures|own))|their website)\b"
)


def _in_sentences(found: Iterable[Found], text: str, low: str, parts: tuple[Sentence, ...]) -> Iterator[Found]:
    """Leave out what its own sentence takes back."""
    places = Places(parts)
    listed = list(found)
    kinds: dict[int, set[str]] = {}
    for kind, start, _ in listed:
        kinds.setdefault(places.of(start), set()).add(kind)
    for kind, start, end in listed:
        here = places.of(start)
        if not (parts and _taken_back(kind, start, kinds[here], text, low, parts[here])):
            yield kind.removesuffix("?"), start, end


_CONDITION = re.compile(r"\b(?:if|unless|until|till|whether|provided|in case|as soon as|once|should)\b")
_CLAUSE = re.compile(r"[,;:.]\s")


def _on_condition(low: str, part: Sentence, start: int) -> bool:
    """Whether what begins at `start` is a condition: "if the calls do not fall by half" tells no result."""
    clause = max(
        (m.end() for m in _CLAUSE.finditer(low, max(part.start, start - 120), start)), default=max(part.start, start - 120)
    )
    return _CONDITION.search(low, clause, start) is not None


def _taken_back(kind: str, start: int, beside: set[str], text: str, low: str, part: Sentence) -> bool:
    """Whether the sentence takes the signal back: what else is in it (`beside`), or the words before."""
    match kind:
        case "deferral":  # put off with owner and date is parked, not dodged
            named = "owner" in beside or _FIRST_PERSON.search(low, part.start, part.end) is not None
            # "The waiting list comes a bit later" is what gives way, not an answer put off.
            # "Let us get one ward done first, and stop if it is no quicker" is a step.
            if low.startswith("let", start) and not beside.isdisjoint(("small_step", "stop_rule")):
                return True
            gives_way = "trade_off" in beside and low.startswith("later", start)
            return gives_way or ("date" in beside and named)
        case (
            "precedent"
        ):  # "All the leading companies did it" names nobody and can be checked nowhere; "Google does it" says not what
            if _on_condition(low, part, start) or _WANTED.search(low, start, min(part.end, start + 60)):
                return True
            lead = low[part.start : start] + low[start:][:60]
            return beside.isdisjoint((*_FIGURES, "source")) and _NOBODY.search(lead[-160:]) is not None
        case "stop_rule":  # "We don't pull the plug" is none
            return _DENIED.search(low, max(part.start, start - 8), start) is not None
        case "story":  # told in words that nobody can retell
            return "jargon" in beside and low.startswith(("tell", "say", "you", "write", "put"), start)
        case "owner":  # "The team will take care of it" names nobody
            return low.startswith(("the team ", "our team ", "a team ", "the teams "), start)
        case "own_time":  # an open door is no hour of anybody's
            return low.startswith("my door", start)
        case "unknown":  # "Nobody can know the future" admits nothing in particular
            return "the future" in low[part.start : part.end][:200]
        case "vague":
            return not beside.isdisjoint(_FIGURES)
        case "ask":  # "What would you need to approve it?" asks about them, not for a yes
            return part.question and "question.open" in beside and low.startswith(("what", "how"), part.start)
        case "source?":  # a record that is only named shows nothing: a figure must stand beside it
            if _NO_SOURCE.search(low[start : min(part.end, start + 60)]):
                return True
            return beside.isdisjoint(_RECORDED) and (part.has_verb or len(part.text) > _FRAGMENT)
        case "comparison?":  # two figures: a threshold and its end are none to compare
            return not beside.isdisjoint(("stop_rule", "success_measure", "small_step"))
        case "comparison" if low.startswith(
            ("instead of", "rather than"), start
        ):  # "three instead of five, then": what was given up
            return "concession" in beside
        case "outcome?":  # "Retention, churn, revenue": a word is no result
            return beside.isdisjoint(_RECORDED) or not beside.isdisjoint(("stop_rule", "success_measure", "invitation"))
        case "outcome" | "comparison":
            return _on_condition(low, part, start)
        case "source":  # "Dana from finance" is a person; "$40k from finance" has a source
            if _NO_SOURCE.search(low[start : min(part.end, start + 60)]):
                return True
            who = _WHO.search(text, max(part.start, start - 30), start) if _DEPARTMENT.match(low, start) else None
            return who is not None and (who[1].lower() in _WHOS or (who[1][0].isupper() and not who[1].isupper()))
    return False


# --- what depends on the other side ----------------------------------------------------------------------------------


def _aligned(parts: tuple[Sentence, ...], spoken: tuple[Word, ...], goals: tuple[str, ...]) -> Iterator[Found]:
    """Their goals: the phrase itself, or two of its content words in one sentence."""
    if not goals:
        return
    for start, end in stem_phrases(spoken, goals):
        yield "alignment", start, end
    wide = [stems for g in goals if len(stems := content_stems(g)) >= 2]
    if not wide:
        return
    place = Places(parts)
    by_sentence: dict[int, list[Word]] = {}
    for w in spoken:
        by_sentence.setdefault(place.of(w.start), []).append(w)
    for said in by_sentence.values():
        for stems in wide:
            hits = [w for w in said if w.stem in stems]
            if len({w.stem for w in hits}) >= 2:
                yield "alignment", hits[0].start, hits[-1].end


_YOU = re.compile(r"\b(?:you|your|yours|you're|you've)\b")
_NO_REFLECTION = re.compile(
    r"\byou (?:can|will|could|should|must|have to|need to|get|would have to (?!explain|answer|defend|tell|stand|justify|carry|live))\b|\byou'll\b|\bi(?:'ll| will|'m| am)?\b"
)


def _reflections(
    found: Iterable[Found], low: str, parts: tuple[Sentence, ...], spoken: tuple[Word, ...], previous: str
) -> Iterator[Found]:
    """Add what says the line just said back in own words; drop what only repeats eight of its words in a row."""
    runs = _runs(previous)
    said = content_stems(previous) if previous else frozenset[str]()
    place = Places(parts)
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
