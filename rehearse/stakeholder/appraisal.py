"""What one turn of yours did, by rule: moves and verdicts with the words that show them (rules of the stakeholder, 2 and 3).

Pure: text in, values out. The model's appraiser (`rehearse.stakeholder.model`) is checked against this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.conversation import Appraisal, ConcernVerdict, Move, MoveKind, Stance, Turn, Verdict
from rehearse.personas import Concern, Persona, Test
from rehearse.signals import Context, Signal, find
from rehearse.signals.heard import passing_over
from rehearse.signals.needs import Met, met
from rehearse.signals.text import Sentence, content_stems, sentences, words
from rehearse.stakeholder.about import Aboutness, aside, like, look
from rehearse.stakeholder.conditions import taken_up
from rehearse.stakeholder.likeness import repeats

MONOLOGUE = 180  # words
BARE = 6  # code points beside a signal, at most, where the sentence is nothing but the signal
_BY_SIGNAL: dict[str, MoveKind] = {
    "acknowledgement": "acknowledges", "reflection": "reflects", "question.open": "asks_open", "question.closed": "asks_closed",
    "question.follow_up": "follows_up", "concession": "concedes", "invitation": "invites", "ask": "asks_commitment",
    "own_time": "gives_time", "pressure": "pressures", "rank": "pulls_rank", "threat": "threatens", "dismissal": "dismisses",
    "flattery": "flatters", "jargon": "jargon",
}  # fmt: skip
_ABOUT_CONCERN = frozenset(
    {"acknowledges", "reflects", "asks_open", "asks_closed", "follows_up", "concedes", "dismisses", "pressures"}
)
_TO_GET = re.compile(
    r"\b(?:who|what|how m(?:any|uch)|which\b[^?]{0,30}) (?:do|can|will|would|shall) (?:I|we) (?:get|have)\b", re.IGNORECASE
)
EVASIVE = ("deferral", "dismissal", "pressure", "rank", "threat", "flattery")


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn of yours as the rules read it: its text, signals and sentences, and what stood before it."""

    text: str
    signals: tuple[Signal, ...]
    sentences: tuple[Sentence, ...]
    previous: str
    voiced: str | None
    earlier: tuple[str, ...]

    def has(self, *kinds: str) -> bool:
        return any(s.kind in kinds for s in self.signals)

    def span(self, *kinds: str) -> Signal | None:
        return next((s for s in self.signals if s.kind in kinds), None)

    @property
    def heap(self) -> bool:
        return all(s.heap for s in self.sentences)


def read(text: str, persona: Persona, take: tuple[Turn, ...] = (), voiced: str | None = None) -> Reading:
    """Read a turn. `take` is what was said before it; `voiced` the concern that the last line voiced, where that is known."""
    last = take[-1] if take and take[-1].speaker == "stakeholder" else None
    previous = last.text if last else ""
    context = Context(
        previous=previous,
        goals=persona.cares_about + persona.vocabulary.likes,
        costly=persona.vocabulary.costs_patience,
    )
    if voiced is None and last is not None:
        voiced = last.concern
    earlier = tuple(t.text for t in take if t.speaker == "you")
    return Reading(text, find(text, context), sentences(text), previous, voiced, earlier)


def appraise(reading: Reading, persona: Persona, stance: Stance | None = None) -> Appraisal:
    """The whole appraisal of a turn, for every concern of the persona."""
    concerns = persona.concerns
    abouts = look(concerns, reading.text, reading.sentences, reading.signals, reading.previous, reading.voiced)
    found = tuple(_judge(reading, c, abouts, stance) for c in concerns)
    moves = _signal_moves(reading, abouts) + _answer_moves(found) + _other_moves(reading, persona, stance)
    ordered = tuple(sorted(dict.fromkeys(moves), key=lambda m: (m.start, m.end, m.kind)))
    return Appraisal(moves=ordered, concerns=tuple(v for v, _ in found), by="offline")


def tests_met(reading: Reading, concern: Concern, about: Aboutness, had: tuple[str, ...]) -> tuple[tuple[Test, Met], ...]:
    """The tests of a concern that this turn meets. A test with `of` needs the other one met before or in this turn."""
    if not about.holds:
        return ()
    found: dict[str, tuple[Test, Met]] = {}
    for test in concern.resolved_by:
        if not test.needs:
            continue
        where = None if about.answers else about.where
        hit = met(test.needs, reading.text, reading.signals, answers=about.answers, where=where)
        if hit is not None:
            found[test.id] = (test, hit)
    kept = [(t, m) for t, m in found.values() if t.of is None or t.of in had or t.of in found]
    return tuple(kept)


def _judge(
    reading: Reading, concern: Concern, abouts: dict[str, Aboutness], stance: Stance | None
) -> tuple[ConcernVerdict, tuple[tuple[Test, Met], ...]]:
    about = abouts[concern.id]
    had = stance.concerns[concern.id].tests if stance and concern.id in stance.concerns else ()
    tests = () if reading.heap else tests_met(reading, concern, about, had)
    if tests:
        quote = tests[0][1].quote
        return ConcernVerdict(concern.id, "evidenced", tuple(t.id for t, _ in tests), quote, about.holds), tests
    verdict, quote_span = _unmet(reading, concern, abouts)
    return ConcernVerdict(concern.id, verdict, (), quote_span, about.holds), ()


def _unmet(reading: Reading, concern: Concern, abouts: dict[str, Aboutness]) -> tuple[Verdict, str | None]:
    about = abouts[concern.id]
    just_voiced = reading.voiced == concern.id
    if reading.heap:
        return "ignored", None
    hollow = next((n for n in concern.not_enough if like(reading.text, n.says)), None)
    if not (about.holds or just_voiced or hollow):
        return "ignored", None
    evasion = reading.span(*EVASIVE)
    parked = _parks(reading)
    if evasion is not None and not parked:
        return "deflected", reading.text[evasion.start : evasion.end]
    if hollow is not None and hollow.seen_as == "deflected":
        return "deflected", _clip(reading.text)
    other = any(a.hits >= 2 for c, a in abouts.items() if c != concern.id)
    engaged = reading.span("acknowledgement", "reflection", "question.follow_up", "question.open", "question.closed")
    if just_voiced and not about.holds and engaged is None and hollow is None:
        return ("deflected", _clip(reading.text)) if other else ("ignored", None)
    if just_voiced and not about.holds and hollow is None and not other and _asks_beside(reading):
        return "ignored", None
    if engaged is not None or parked:
        shown = engaged or reading.span("deferral")
        return "engaged", reading.text[shown.start : shown.end] if shown else _clip(reading.text)
    passed_over = passing_over(reading.signals, reading.sentences) if just_voiced else None
    if passed_over is not None:
        return "deflected", _clip(reading.text[slice(*passed_over)])
    if any(not s.question and not s.heap for s in reading.sentences):
        return "asserted", _clip(reading.text)
    return "ignored", None


def _asks_beside(reading: Reading) -> bool:
    """A question that has nothing to do with their line: "Who took the big meeting room?"."""
    tied = _parks(reading) or not content_stems(reading.text).isdisjoint(content_stems(reading.previous))
    return aside(reading.text, reading.signals, tied=tied)


def _clip(text: str, most: int = 40) -> str:
    """The first sentence's words, at most `most` of them, as they stand in the text."""
    found = words(text)[:most]
    return text[found[0].start : found[-1].end] if found else ""


def _subject(reading: Reading, abouts: dict[str, Aboutness]) -> str | None:
    """The concern that the turn as a whole speaks to: the voiced one where it answers it, else the one with most stems."""
    if reading.voiced and abouts.get(reading.voiced) and abouts[reading.voiced].holds:
        return reading.voiced
    best = max(abouts.items(), key=lambda item: item[1].hits, default=None)
    return best[0] if best and best[1].hits else None


def _signal_moves(reading: Reading, abouts: dict[str, Aboutness]) -> list[Move]:
    if reading.heap:
        return []
    subject = _subject(reading, abouts)
    moves = []
    for signal in reading.signals:
        kind = _BY_SIGNAL.get(signal.kind)
        if kind is None or (signal.kind in ("question.follow_up", "question.open") and _wants_a_yes(signal, reading)):
            continue
        concern = _nearest(signal, reading, abouts) or subject if kind in _ABOUT_CONCERN else None
        moves.append(Move(kind, signal.start, signal.end, reading.text[signal.start : signal.end], concern))
    return moves


def _wants_a_yes(signal: Signal, reading: Reading) -> bool:
    """A question that asks for a decision, for people or money, or pushes explores nothing: "So can you sign it today?"."""
    part = next((s for s in reading.sentences if s.start <= signal.start < s.end), None)
    if part is None:
        return False
    asks = ("ask", "pressure", "threat") if signal.kind == "question.follow_up" else ("pressure", "threat")
    return _TO_GET.search(part.text) is not None or any(
        s.kind in asks and part.start <= s.start < part.end for s in reading.signals
    )


def _nearest(signal: Signal, reading: Reading, abouts: dict[str, Aboutness]) -> str | None:
    """The concern whose stems stand in the sentence of this signal; the voiced one first."""
    spans = [(s, e) for a in abouts.values() for s, e in a.where if s <= signal.start < e]
    if reading.voiced and any(e - s - (signal.end - signal.start) <= BARE for s, e in spans) and abouts[reading.voiced].answers:
        return reading.voiced  # "That is fair." speaks of their line, not of fairness
    inside = [c for c, a in abouts.items() if any(s <= signal.start < e for s, e in a.where)]
    if reading.voiced in inside:
        return reading.voiced
    return max(inside, key=lambda c: abouts[c].hits) if inside else None


def _answer_moves(found: tuple[tuple[ConcernVerdict, tuple[tuple[Test, Met], ...]], ...]) -> list[Move]:
    return [
        Move("answers", hit.start, hit.end, hit.quote, verdict.id, test.id) for verdict, tests in found for test, hit in tests
    ]


def _parks(reading: Reading) -> bool:
    """Put off with an owner and a date: parking, not evading."""
    return (
        reading.has("deferral", "promise")
        and reading.has("owner", "promise")
        and reading.has("date")
        and reading.voiced is not None
    )


def _other_moves(reading: Reading, persona: Persona, stance: Stance | None) -> list[Move]:
    text = reading.text
    moves: list[Move] = []
    whole = words(text)
    deferral = reading.span("deferral")
    if deferral is not None:
        kind: MoveKind = "parks" if _parks(reading) else "defers"
        moves.append(Move(kind, deferral.start, deferral.end, text[deferral.start : deferral.end], reading.voiced))
    if len(whole) > MONOLOGUE:
        moves.append(Move("monologue", whole[0].start, whole[-1].end, text[whole[0].start : whole[-1].end]))
    if len(whole) > 3 and repeats(text, reading.earlier):
        moves.append(Move("repeats", whole[0].start, whole[-1].end, text[whole[0].start : whole[-1].end], reading.voiced))
    step = reading.span("own_time", "invitation", "demo")
    date = reading.span("date")
    if step is not None and date is not None and not reading.has("ask", "pressure"):
        moves.append(Move("seeds", step.start, step.end, text[step.start : step.end]))
    stated = stance.conditions_stated if stance else ()
    for condition in persona.conditions:
        hit = taken_up(reading, condition, condition.id in stated)
        if hit is not None:
            moves.append(Move("takes_up", hit.start, hit.end, hit.quote, None, condition.id))
    return moves
