"""What the ear makes of what the tables found: it adds what no table knows the words of, and takes back what it doubts.

It adds what has no fixed form. What has one (figures, sources, how far off), what can be brushed aside with
the same words ("I understand, but ...") and what costs somebody trust, ends a talk or is an ask, takes a wording that a table knows.
"""

from __future__ import annotations

import re

from rehearse.hearing import ear
from rehearse.signals.kinds import Signal
from rehearse.signals.text import Sentence, fold

HEARD = frozenset(
    ("outcome", "customer", "alignment", "comparison", "demo", "story", "credit", "small_step", "success_measure", "stop_rule",
     "rollback", "risk", "mitigation", "trade_off", "unknown", "owner", "own_time", "invitation", "concession")
)  # fmt: skip
# What costs somebody trust and is found by words that are said in other senses as well: "nobody touches it after the 14th anyway".
DOUBTED = frozenset(("dismissal", "rank"))
LEAST_DOUBTED = 8  # words of a sentence: in a shorter one there is too little to doubt by
EVADES = ("deferral", "dismissal", "pressure", "rank", "threat")
LEAST_EVASIVE = 8  # words of a sentence that may pass a worry over
LEAST = 7  # words of a sentence: what is shorter has a form, or says too little
_NAMES = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b|(?<=[\w,;:] )[A-Z][\w'’-]+")
_OURS = re.compile(r"\b(?:I|me|my|mine|myself|[Ww]e|us|our|ours|ourselves)\b")
# Their own words may hold a denial ("what it costs later we do not know", "nobody has to come in at the weekend").
_MAY_DENY = frozenset(("unknown", "stop_rule", "mitigation", "trade_off", "outcome", "risk", "comparison"))
_CONTRASTS = re.compile(
    r"\b(?:than|instead|versus|against|before|after|used to|compared?|while|whereas|once|twice|half|now|today|where|with)\b"
)
_DENIES = re.compile(r"\b(?:not|no|never|nobody|nothing|none|without|cannot)\b|n't\b")
_SUPPOSES = re.compile(
    r"^\W*(?:if only|imagine|suppose|let's say|say we)\b|\b(?:somebody|someone|people|consultants|they) (?:say|says|claim|claims)\b"
)


def weigh(told: tuple[Signal, ...], parts: tuple[Sentence, ...]) -> tuple[Signal, ...]:
    """The signals that the tables found (`told`) without those that the ear doubts, and those that only the ear hears, each with
    the span of its sentence. Sorted as `find` gives them."""
    kept: list[Signal] = []
    at = 0
    for n, part in enumerate(parts):
        ends = parts[n + 1].start if n + 1 < len(parts) else part.end + 1
        here: list[Signal] = []
        while at < len(told) and (told[at].start < ends or n + 1 == len(parts)):
            here.append(told[at])
            at += 1
        kept += _weighed(here, part) if not part.heap else here
    return tuple(sorted(kept, key=lambda s: (s.start, s.end, s.kind)))


def _weighed(told: list[Signal], part: Sentence) -> list[Signal]:
    """One sentence."""
    low = fold(part.text)
    length = len(low.split())
    kinds = frozenset(s.kind for s in told)
    adds = not part.question and part.has_verb and length >= LEAST and _SUPPOSES.search(low) is None
    if not adds and (length < LEAST_DOUBTED or DOUBTED.isdisjoint(kinds)):
        return told
    known = ear()
    scores = known.scores(part.text, kinds)
    if length >= LEAST_DOUBTED:
        told = [s for s in told if s.kind not in DOUBTED or scores[s.kind] >= known.doubts[s.kind]]
    if not adds or scores["nothing"] >= known.levels["nothing"]:
        return told
    denies = _DENIES.search(low) is not None
    return told + [
        Signal(kind, part.start, part.end, heard=True)
        for kind in HEARD - kinds
        if scores[kind] >= known.levels[kind]
        and (not denies or kind in _MAY_DENY)
        and (kind != "own_time" or _OURS.search(part.text) is not None)
        and (kind != "owner" or _NAMES.search(part.text) is not None)
        and (kind != "trade_off" or "outcome" not in kinds)  # what is lost today is no price of the plan
        and (kind != "comparison" or not _one_rate(told, low))
    ]


def _one_rate(told: list[Signal], low: str) -> bool:
    """Whether the only figure is how often in how long ("eleven times in two quarters"): that is compared with nothing."""
    figures = [s for s in told if s.kind.startswith("figure")]
    periods = [s for s in told if s.kind == "period"]
    return len(figures) == len(periods) == 1 and 0 <= periods[0].start - figures[0].end <= 1 and _CONTRASTS.search(low) is None


def passing_over(told: tuple[Signal, ...], parts: tuple[Sentence, ...]) -> tuple[int, int] | None:
    """The first sentence that, to the ear, puts a worry off or waves it away. It says how a worry was met, and costs no trust."""
    for n, part in enumerate(parts):
        if part.heap or part.question or len(part.text.split()) < LEAST_EVASIVE:
            continue
        ends = parts[n + 1].start if n + 1 < len(parts) else part.end + 1
        known = ear()
        scores = known.scores(part.text, frozenset(s.kind for s in told if part.start <= s.start < ends and not s.heard))
        if any(scores[kind] >= known.levels[kind] for kind in EVADES):
            return part.start, part.end
    return None
