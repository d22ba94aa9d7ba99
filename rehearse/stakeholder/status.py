"""How the status of each concern moves after a turn of yours (rules of the stakeholder, 4)."""

from __future__ import annotations

from dataclasses import replace

from rehearse.conversation import Appraisal, ConcernState, MoveKind, ObjectionStatus, Parked, Status
from rehearse.personas import Concern, Persona
from rehearse.signals.text import content_stems
from rehearse.stakeholder.appraisal import Reading

ORDER: tuple[Status, ...] = ("hidden", "raised", "acknowledged", "explored", "partly_met", "met")
_AIMED: tuple[MoveKind, ...] = ("pressures", "dismisses", "pulls_rank", "threatens")


def rank(status: Status) -> int:
    """Statuses in order; parked counts as high as met."""
    return len(ORDER) if status == "parked" else ORDER.index(status)


def required(concern: Concern, state: ConcernState) -> tuple[str, ...]:
    """Ids of the tests that must be met: the required ones, and those that a backslide named anew."""
    return tuple(t.id for t in concern.resolved_by if t.required or t.id in state.dropped)


def by_tests(concern: Concern, state: ConcernState) -> Status | None:
    """What the tests met so far make of it: met, partly met, or None where they decide nothing yet.

    A weight-3 concern answered in advance stays partly met until it was voiced once, as doubt about what was said.
    """
    needed = required(concern, state)
    got = sum(1 for t in needed if t in state.tests)
    if not needed or not state.tests:
        return None
    if got == len(needed):
        return "met" if state.voiced or concern.weight < 3 else "partly_met"
    return "partly_met" if got * 2 >= len(needed) and got else None


def move(concern: Concern, state: ConcernState, appraisal: Appraisal, reading: Reading, may_park: bool) -> ConcernState:
    """One concern after one turn. Only the words of this turn count; the stakeholder's own line is applied elsewhere."""
    verdict = appraisal.of(concern.id)
    if verdict is None:
        return state
    pressed = reading.voiced == concern.id
    tests = tuple(dict.fromkeys(state.tests + verdict.tests))
    after = replace(state, tests=tests, last=verdict.verdict if state.voiced else state.last)
    if pressed and appraisal.has(*_AIMED):
        after = replace(after, aggravated=after.aggravated + 1)
        if after.status in ("acknowledged", "explored"):
            after = replace(after, status="raised")
    elif after.voiced and after.status == "raised" and _acknowledged(concern.id, appraisal, pressed):
        after = replace(after, status="acknowledged")
    if appraisal.has("asks_open", "follows_up", concern=concern.id):
        after = replace(after, asked=True)
    if pressed and may_park and state.parked is None and state.status != "met" and appraisal.has("parks", concern=concern.id):
        return replace(after, status="parked", parked=_parked(reading))
    by = by_tests(concern, after)
    if by == "met" and pressed and not verdict.tests and verdict.verdict in ("ignored", "deflected"):
        by = "partly_met"  # doubted just now and passed over: an answer in advance does not stand by itself
    if by is not None and (
        (state.status == "parked" and by == "met") or (state.status != "parked" and rank(by) > rank(after.status))
    ):
        after = replace(after, status=by)
    return after


def reflects_root(concern: Concern, state: ConcernState, text: str) -> bool:
    """Whether this turn says the root cause back: two content stems of it, but not eight of its words in a row."""
    if not state.root_told or state.root_reflected:
        return False
    mine = text.lower().split()
    for root in concern.root:
        words = root.lower().split()
        parroted = any(words[i : i + 8] == mine[j : j + 8] for i in range(len(words) - 7) for j in range(len(mine) - 7))
        if not parroted and len(content_stems(root) & content_stems(text)) >= 2:
            return True
    return False


def _acknowledged(concern: str, appraisal: Appraisal, pressed: bool) -> bool:
    kinds = ("acknowledges", "reflects", "concedes")
    return any(m.kind in kinds and (m.concern == concern or (m.concern is None and pressed)) for m in appraisal.moves)


def _parked(reading: Reading) -> Parked:
    def words(*kinds: str) -> str:
        span = reading.span(*kinds)
        return reading.text[span.start : span.end] if span else ""

    return Parked(owner=words("owner") or "you", date=words("date"))


def objection(state: ConcernState) -> ObjectionStatus | None:
    """The status on screen and in JSON; None while it was not voiced."""
    if not state.voiced:
        return None
    if state.status in ("met", "parked", "partly_met"):
        shown: dict[Status, ObjectionStatus] = {"met": "answered", "parked": "parked", "partly_met": "half_answered"}
        return shown[state.status]
    return "dodged" if state.last in ("ignored", "deflected") else "open"


def weighted_met(persona: Persona, states: dict[str, ConcernState]) -> float:
    """Share of the weight on the table that is met; parked counts half. 0 while nothing is on the table."""
    table = sum(c.weight for c in persona.concerns if states[c.id].status != "hidden")
    got = sum(
        c.weight * (1.0 if states[c.id].status == "met" else 0.5)
        for c in persona.concerns
        if states[c.id].status in ("met", "parked")
    )
    return got / table if table else 0.0


def on_the_table(persona: Persona, states: dict[str, ConcernState]) -> float:
    """Share of the file's weight that is not hidden."""
    whole = sum(c.weight for c in persona.concerns)
    return sum(c.weight for c in persona.concerns if states[c.id].status != "hidden") / whole if whole else 0.0
