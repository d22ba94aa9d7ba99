"""What a turn is about: which concerns it speaks to, and in which of its sentences (rules of the stakeholder, 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rehearse.personas import Concern
from rehearse.signals import Signal
from rehearse.signals.kinds import expand
from rehearse.signals.text import Sentence, Word, content_stems, fold, has_stem, words

LOOKED_AT = 600  # code points in which what picks up their line is looked for
_SHORT = 60  # code points of a reply that leaves out the verb
LIKE = 0.5  # share of the stems of `not_enough` or `sounds_like` that a sentence must hold to be like it
# A concern about these is spoken to by whoever buys or uses, under any name: shop owners, guests, patients.
_OF_CUSTOMERS = frozenset({"customer", "customers", "user", "users"})
# Signals that a reply carries when it replies at all. Without one, and without a shared stem, a turn is beside the point.
SUBSTANCE = frozenset(
    [
        "figure.money",
        "figure.percent",
        "figure.count",
        "figure.effort",
        "period",
        "date",
        "source",
        "error_range",
        "comparison",
        "outcome",
        "customer",
        "alignment",
        "precedent",
        "demo",
        "story",
        "small_step",
        "success_measure",
        "stop_rule",
        "rollback",
        "risk",
        "mitigation",
        "trade_off",
        "unknown",
        "owner",
        "own_time",
        "ask",
        "invitation",
        "concession",
        "credit",
        "acknowledgement",
        "reflection",
        "question.open",
        "question.follow_up",
    ]
)

# Said in place of substance: it is an answer all the same, and an empty one.
HOLLOW = frozenset({"vague", "absolute", "promise"})
# What picks up the line just said without a word of it: "It is free", "They will cope", "We will manage". A statement with
# none of these, no shared stem and no signal speaks of something else.
_PICKS_UP = re.compile(
    r"\b(?:it|it's|it'll|its|this|these|those|them|they|they're|they'll|theirs|that|that's|none|nothing|will|won't|going to|there's|there (?:is|are|will)|you|you'll|you're|you'd|your|yours)\b"
    r"|(?:^|[.!?;]\s+)(?:(?:and|but|so|well|yes|no|ok|okay|look|please|honestly),? )*"
    r"(?:because|everybody|everyone|nobody|people|all|just|shouldn't|should|won't|can't|roughly|probably|maybe|surely|certainly|sure|of course|hardly|never|"
    r"always|easily|definitely|obviously|about|only|any|every)\b"
    r"|\b(?:we|i)(?:'ll|'d|'re|'m| will| would| can| could| should| must| have to| need| never| always| all| promise| guarantee"
    r"| believe| think| hope| trust| value| are| am| do not| don't)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:by the way|speaking of|on another (?:note|subject|topic)|another (?:topic|subject)|(?:let's|let us) (?:talk|speak) about"
    r"|let me (?:tell you about|talk about)|moving on|before i forget|something else|did you (?:see|hear|know|watch))\b"
)
# What is said beside any meeting. It counts as beside the point only where nothing else ties the turn to it.
_SMALL_TALK = re.compile(
    r"\b(?:weather|rain(?:ing|ed|s)?|snow(?:ing|ed|s)?|sunny|umbrella|lunch|breakfast|dinner|canteen|coffee|tea|cake|biscuits?|croissants?|"
    r"sandwich(?:es)?|lasagne|pizza|soup|sugars?|oat milk|birthday|holidays?|vacation|haircut|shoes|jumper|scarf|football|parking|car park|"
    r"meeting room|chairs?|heating|air con\w*|windows?|fire drill|traffic jam|motorway|weekend|mug|plants?|charger|keyboard|"
    r"my (?:train|tram|bus|flight|plane|taxi|bike|car|dog|cat|kids?|son|daughter|wife|husband|mother|father|neighbour|back|knee|hotel)|"
    r"(?:the|that|last night's) (?:match|game|derby|concert|film|movie|marathon|cup final|series))\b"
)
_SLIGHT = frozenset(
    [
        "date",
        "period",
        "figure.count",
        "customer",
        "own_time",
        "story",
        "comparison",
        "alignment",
        "question.open",
        "question.follow_up",
        "demo",
        "credit",
        "ask",
    ]
)


@dataclass(frozen=True, slots=True)
class Aboutness:
    """How a turn speaks to one concern: `hits` distinct phrases of its `about`, the spans of those sentences, and whether
    it answers the line just said."""

    hits: int
    where: tuple[tuple[int, int], ...]
    answers: bool

    @property
    def holds(self) -> bool:
        return self.answers or self.hits > 0


def stem_hits(concern: Concern, sentence: Sentence, here: tuple[Word, ...]) -> int:
    """How many phrases of the concern's `about` stand in this sentence, each place counted once."""
    inside = tuple(w for w in here if sentence.start <= w.start < sentence.end)
    return len({at for phrase in concern.about if (at := has_stem(inside, phrase))})


def _kinds_in(sentence: Sentence, signals: tuple[Signal, ...]) -> frozenset[str]:
    return frozenset(s.kind for s in signals if sentence.start <= s.start < sentence.end)


def _names_customer(sentence: Sentence, signals: tuple[Signal, ...]) -> bool:
    return "customer" in _kinds_in(sentence, signals)


def _traced(sentence: Sentence, signals: tuple[Signal, ...]) -> bool:
    """A figure with its source speaks to whoever asks where figures come from, whatever else it is about."""
    kinds = _kinds_in(sentence, signals)
    return "source" in kinds and not kinds.isdisjoint(expand("figure"))


def like(text: str, model: str) -> bool:
    """Whether a text says much the same as a model sentence, by the content stems that they share."""
    mine, theirs = content_stems(text), content_stems(model)
    return bool(theirs) and len(mine & theirs) >= max(2, LIKE * len(theirs))


def look(
    concerns: tuple[Concern, ...], text: str, sentences: tuple[Sentence, ...], signals: tuple[Signal, ...],
    previous: str, voiced: str | None,
) -> dict[str, Aboutness]:  # fmt: skip
    """Aboutness of a turn for each concern. `voiced` is the concern that the line just said (`previous`) put on the table."""
    here = words(text)
    hits: dict[str, int] = {}
    where: dict[str, tuple[tuple[int, int], ...]] = {}
    for concern in concerns:
        of_customers = not _OF_CUSTOMERS.isdisjoint(concern.about)
        of_sources = "source" in concern.about
        found = [
            (s, stem_hits(concern, s, here) or int((of_customers and _names_customer(s, signals)) or (of_sources and _traced(s, signals))))
            for s in sentences if not s.heap
        ]  # fmt: skip
        resembles = [s for s, n in found if not n and any(like(s.text, m) for t in concern.resolved_by for m in t.sounds_like)]
        hits[concern.id] = sum(n for _, n in found) + len(resembles)
        where[concern.id] = tuple((s.start, s.end) for s, n in found if n or s in resembles)
    theirs = next((_own_words(c) for c in concerns if c.id == voiced), frozenset[str]())
    answered = _answers(text, sentences, signals, previous, voiced, theirs, hits)
    return {c.id: Aboutness(hits[c.id], where[c.id], answered and c.id == voiced) for c in concerns}


def _answers(
    text: str, sentences: tuple[Sentence, ...], signals: tuple[Signal, ...], previous: str, voiced: str | None,
    theirs: frozenset[str], hits: dict[str, int],
) -> bool:  # fmt: skip
    """Whether the turn answers the line just said: it has substance or shares its words, and no other concern fits better."""
    if voiced is None or all(s.heap for s in sentences):
        return False
    own = hits.get(voiced, 0)
    best = max((n for c, n in hits.items() if c != voiced), default=0)
    said = content_stems(text)
    # A word of the worry itself keeps a turn with it, though the word is none of its `about`.
    # "The audit export." after a question is its answer, whatever else its words are about.
    if own == 0 and not _elliptical(sentences, previous) and best >= (3 if said & theirs else 2):
        return False
    tied = bool(own or said & content_stems(previous))
    if aside(text, signals, tied or bool(said & theirs)):
        return False
    if tied or any(s.kind in SUBSTANCE for s in signals) or _elliptical(sentences, previous):
        return True
    return _picks_up(text, sentences) or any(s.kind in HOLLOW for s in signals)


def _elliptical(sentences: tuple[Sentence, ...], previous: str) -> bool:
    """Whether the turn begins with a few words without a verb, in reply to a question."""
    first = sentences[0]
    return "?" in previous and not (first.has_verb or first.question or first.heap) and len(first.text) <= _SHORT


def aside(text: str, signals: tuple[Signal, ...], tied: bool) -> bool:
    """Whether a turn is small talk: a topic of the corridor, no signal of substance, and not `tied` to what is spoken of."""
    if tied or len(text) > LOOKED_AT or any(s.kind in SUBSTANCE - _SLIGHT for s in signals):
        return False
    return _SMALL_TALK.search(fold(text)) is not None


def _picks_up(text: str, sentences: tuple[Sentence, ...]) -> bool:
    low = fold(text)[:LOOKED_AT]
    stated = any(s.has_verb and not s.question and not s.heap for s in sentences)
    return stated and _PICKS_UP.search(low) is not None and _ELSEWHERE.search(low) is None


@lru_cache(maxsize=128)
def _own_words(concern: Concern) -> frozenset[str]:
    """The content stems of a worry's own lines and tests."""
    said = [concern.label, concern.worry, *(o.says for o in concern.objections)]
    said += [w for t in concern.resolved_by for w in (t.test, *t.sounds_like)]
    return frozenset[str]().union(*(content_stems(s) for s in said))
