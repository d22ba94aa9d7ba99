"""Where they stand: resists, complies, agrees, buys in. A function of the stance alone (rules of the stakeholder, 7)."""

from __future__ import annotations

from rehearse.conversation import LADDER, STAGES, Ladder, Stage, Stance

_BY_STAGE: dict[Stage, Ladder] = {
    "guarded": "resists",
    "probing": "resists",
    "disengaged": "resists",
    "weighing": "complies",
    "conditional": "agrees",
    "committed": "agrees",
}


def step(stage: Stage, *, forced: bool = False, gave: str | None = None, cap: Ladder | None = None) -> Ladder:
    """The step for a stage. `forced` holds it at complies for the meeting; `gave` (a gift spoken) lifts committed to
    buys in; `cap` is the highest step that a meeting of an influencing series allows."""
    if forced:
        return "complies"
    at: Ladder = "buys_in" if stage == "committed" and gave else _BY_STAGE[stage]
    return min(at, cap, key=LADDER.index) if cap else at


def of(stance: Stance) -> Ladder:
    """The step of a stance."""
    return step(stance.stage, forced=stance.forced, gave=stance.gave, cap=stance.cap)


def cap_for(meetings: int, last: Ladder, kept: bool | None) -> Ladder:
    """The highest step an influencing meeting allows: one over the last meeting's; buys in not before the third, and only
    after a promise of yours was kept. `meetings` counts those before this one."""
    highest = LADDER[min(LADDER.index(last) + 1, len(LADDER) - 1)] if meetings else "complies"
    if highest == "buys_in" and (meetings < 2 or kept is not True):
        return "agrees"
    return highest


def rank(stage: Stage) -> int:
    """Stages in order; disengaged below all."""
    return -1 if stage == "disengaged" else STAGES.index(stage)
