"""What a turn is about: which concerns it speaks to, and in which of its sentences (rules of the stakeholder, 2)."""

from __future__ import annotations

from dataclasses import dataclass

from rehearse.personas import Concern
from rehearse.signals import Signal
from rehearse.signals.text import Sentence, Word, content_stems, has_stem, words

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
        "acknowledgement",
        "reflection",
        "question.open",
        "question.follow_up",
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


def _names_customer(sentence: Sentence, signals: tuple[Signal, ...]) -> bool:
    return any(s.kind == "customer" and sentence.start <= s.start < sentence.end for s in signals)


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
        found = [
            (s, stem_hits(concern, s, here) or int(of_customers and _names_customer(s, signals))) for s in sentences if not s.heap
        ]
        resembles = [s for s, n in found if not n and any(like(s.text, m) for t in concern.resolved_by for m in t.sounds_like)]
        hits[concern.id] = sum(n for _, n in found) + len(resembles)
        where[concern.id] = tuple((s.start, s.end) for s, n in found if n or s in resembles)
    answered = _answers(text, sentences, signals, previous, voiced, hits)
    return {c.id: Aboutness(hits[c.id], where[c.id], answered and c.id == voiced) for c in concerns}


def _answers(
    text: str, sentences: tuple[Sentence, ...], signals: tuple[Signal, ...], previous: str, voiced: str | None, hits: dict[str, int]
) -> bool:  # fmt: skip
    """Whether the turn answers the line just said: it has substance or shares its words, and no other concern fits better."""
    if voiced is None or all(s.heap for s in sentences):
        return False
    own = hits.get(voiced, 0)
    best = max((n for c, n in hits.items() if c != voiced), default=0)
    if own == 0 and best >= 2:
        return False
    related = own > 0 or bool(content_stems(text) & content_stems(previous))
    return related or any(s.kind in SUBSTANCE for s in signals)
