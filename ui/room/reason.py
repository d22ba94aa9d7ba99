"""The latest reason why somebody moved, as one short sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import Reason, Stance, Turn
from rehearse.personas import Persona
from rehearse.stakeholder.ladder import rank

_OWN = "they put in something of their own"
MOST = 110  # characters


def moved(persona: Persona, before: Stance | None, after: Stance) -> str:
    """Why the stance changed from `before` to `after`, such as "She moved when you named a source."; nothing if it did not."""
    reason = _weightiest(after.why)
    if reason is None:
        return ""
    who, because = persona.subject_pronoun, reason.because.strip().rstrip(".")
    if because == _OWN:
        return f"{who} put in something of {persona.possessive} own."
    if because == "patience ran out":
        return f"{persona.possessive.capitalize()} patience ran out."
    verb = _verb(before, after, reason)
    because = persona.told(because)
    if because.startswith("of "):
        told = f"{who} {verb} because {because}."
    elif because.startswith("you "):
        told = f"{who} {verb} when {because}."
    else:
        told = f"{who} {verb}: {because[:1].lower() + because[1:]}."
    return told if len(told) <= MOST else told[: MOST - 1].rstrip() + "\u2026"


def latest(persona: Persona, take: Sequence[Turn]) -> str:
    """The latest reason in a take, or nothing."""
    stances = [turn.stance for turn in take if turn.stance is not None]
    for at in range(len(stances) - 1, -1, -1):
        told = moved(persona, stances[at - 1] if at else None, stances[at])
        if told:
            return told
    return ""


def _weightiest(why: Sequence[Reason]) -> Reason | None:
    """A change of step or stage says more than one of trust."""
    for kind in ("ladder:", "stage:", "concern:"):
        found = next((r for r in why if r.what.startswith(kind)), None)
        if found is not None:
            return found
    return why[-1] if why else None


def _verb(before: Stance | None, after: Stance, reason: Reason) -> str:
    if before is None:
        return "moved"
    stage, trust = rank(after.stage) - rank(before.stage), after.trust - before.trust
    if reason.what.startswith("concern:") and not reason.what.endswith(":raised"):
        return "moved"  # a worry that was answered is no reason to pull back, whatever else the turn cost
    if stage < 0 or (stage == 0 and trust < 0) or reason.what.endswith(":raised"):
        return "pulled back"
    return "moved" if stage > 0 or reason.what.startswith("ladder:") else "listened"
