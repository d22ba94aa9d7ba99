"""How they moved: a level from 0 (resists) to 3 (buys in) after each of your turns. Pure.

The ladder step gives the whole number; the share of the next gate that is met gives the fraction (stakeholder rules 4, 5, 7),
at most half a step, so that whoever looks reads the step that was reached and not the next. The fraction decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import LADDER, Difficulty, Stance, Turn
from rehearse.personas import Concern, Persona
from rehearse.review.types import CurvePoint
from rehearse.stakeholder import status as statuses
from rehearse.stakeholder.setting import DIFFICULTY

_PROBING = 0.35  # of the way from resists to complies that the first gate is worth
_MOST = 0.95  # nothing but the step itself is the whole of it
_SHOWN = 0.5  # of the way to the next step, for a fraction of one


def levels(take: Sequence[Turn], persona: Persona | None, difficulty: Difficulty = "normal") -> tuple[CurvePoint, ...]:
    """One point for each turn of yours that has a stance. Where the reply changed the stance (a gift), that one counts."""
    out = []
    for at, turn in enumerate(take):
        if turn.speaker != "you" or turn.stance is None:
            continue
        reply = take[at + 1] if at + 1 < len(take) else None
        stance = reply.stance if reply and reply.speaker == "stakeholder" and reply.stance else turn.stance
        out.append(CurvePoint(turn.id, round(level(stance, persona, difficulty), 3), turn.until or turn.at))
    return tuple(out)


def level(stance: Stance, persona: Persona | None, difficulty: Difficulty = "normal") -> float:
    """0 to 3 for one stance."""
    whole = LADDER.index(stance.ladder)
    if stance.ladder == "buys_in" or stance.forced or stance.stage == "disengaged":
        return float(whole)
    return whole + _SHOWN * min(_MOST, _fraction(stance, persona, difficulty))


def _fraction(stance: Stance, persona: Persona | None, difficulty: Difficulty) -> float:
    numbers = DIFFICULTY[difficulty]
    concerns = persona.concerns if persona else ()
    if stance.stage == "guarded":
        return _PROBING * 0.5 * _trust(stance, numbers.weighing)
    if stance.stage == "probing":
        halfway = max((min(1.0, 2 * _share(c, stance)) for c in concerns if c.weight == 3), default=0.0)
        return _PROBING + (_MOST - _PROBING) * (0.6 * halfway + 0.4 * _trust(stance, numbers.weighing))
    if stance.stage == "weighing":
        weight = sum(c.weight for c in concerns)
        return sum(c.weight * _share(c, stance) for c in concerns) / weight if weight else 0.0
    if stance.stage == "conditional":
        asked = stance.ask_at is not None or stance.next_contact
        return 0.5 * _trust(stance, numbers.committed) + 0.4 * asked
    return _MOST  # committed: only a gift of their own is missing


def _share(concern: Concern, stance: Stance) -> float:
    """Share of its required tests that are met; parked counts half."""
    state = stance.concerns.get(concern.id)
    if state is None:
        return 0.0
    needed = statuses.required(concern, state)
    met = sum(t in state.tests for t in needed) / len(needed) if needed else 0.0
    return max(met, 0.5) if state.status == "parked" else met


def _trust(stance: Stance, gate: float) -> float:
    return max(0.0, min(1.0, (stance.trust - 1.0) / (gate - 1.0)))
