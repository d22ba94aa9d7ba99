"""The decision in words, the sentence over the review, and why they moved. Pure: from the stance alone, never from the judge."""

from __future__ import annotations

from collections.abc import Sequence

from rehearse.conversation import LADDER, Ladder, Mode, Stance, Turn
from rehearse.personas import GIFT_KINDS, GiftKind, Persona
from rehearse.review.ledger import last_stance
from rehearse.review.types import Decision, Given, Objection, ReasonLine, StatedCondition
from rehearse.scenarios import Subject
from rehearse.stakeholder.slots import fill
from rehearse.stakeholder.stance import BY_ALL

# Selling where only influencing works (scenario key `suits`).
OUT_OF_PLACE = (
    "You came to sell. Here only influencing works: nobody in this room could say yes today. What counts is that you asked for "
    "their view, gave something, and have a next date."
)
_NOTHING_OF: dict[GiftKind, str] = {
    "name": "no name",
    "date": "no date",
    "money": "no budget",
    "time": "no time",
    "idea": "no idea of their own",
}


def decide(
    take: Sequence[Turn], persona: Persona | None, ledger: Sequence[Objection], subject: Subject | None = None
) -> Decision | None:
    """What they will and will not do. None where there is no stance (a foreign transcript) or no persona.

    `subject` is the scenario's: conditions may speak of it (`Half the [[problem]] by 30 June`).
    """
    stance = last_stance(take)
    if stance is None or persona is None:
        return None
    words = next((t.text for t in reversed(take) if t.speaker == "stakeholder" and t.text.strip()), "")
    stated = set(stance.conditions_stated) | set(stance.conditions_taken)
    gift = next((g for g in persona.gives if g.id == stance.gave), None)
    given: set[GiftKind] = {gift.kind} if gift else set()
    could = {g.kind for g in persona.gives}
    of = {"problem": subject.noun, "ask": subject.ask} if subject else {}
    return Decision(
        words=words,
        conditions=tuple(
            StatedCondition(c.id, fill(c.says, of), c.id in stance.conditions_taken) for c in persona.conditions if c.id in stated
        ),
        gives=(Given(gift.kind, gift.says),) if gift else (),
        refuses=tuple(filter(None, (_open(o) for o in ledger))),
        missing=tuple(k for k in GIFT_KINDS if k in could and k not in given),
    )


def _open(objection: Objection) -> str:
    said = {
        "open": "“{}” is still open.",
        "dodged": "“{}” was asked about and passed over.",
        "half_answered": "“{}” is only half answered.",
    }.get(objection.status)
    return said.format(objection.label) if said else ""


def headline(
    persona: Persona, ladder: Ladder, forced: bool = False, mode: Mode = "selling", decision: Decision | None = None,
    came_for: Mode | None = None,
) -> tuple[str, str]:  # fmt: skip
    """The one sentence over the review and the one under it: ("She agrees. She has not bought in.", "She accepts ...").

    `mode` is what moves them here; `came_for` what you came for, where that may be something else.
    """
    first, second = _headline(persona, ladder, forced, mode, decision)
    return first, second + (f" {OUT_OF_PLACE}" if came_for == "selling" and mode == "influencing" else "")


def _headline(persona: Persona, ladder: Ladder, forced: bool, mode: Mode, decision: Decision | None) -> tuple[str, str]:
    she, her = persona.subject_pronoun, persona.object_pronoun
    has = persona.verb("has", "have")
    if forced:
        return (
            f"{she} {persona.verb('complies', 'comply')} because {persona.pronouns} {persona.verb('was', 'were')} told to.",
            f"That lasts as long as somebody looks. Nothing here has won {her} over.",
        )
    if ladder == "buys_in":
        gift = f" “{decision.gives[0].words}”" if decision and decision.gives else ""
        return f"{she} {has} bought in.", f"{she} {persona.verb('puts', 'put')} in something of {persona.possessive} own.{gift}"
    if ladder == "agrees":
        return (
            f"{she} {persona.verb('agrees', 'agree')}. {she} {has} not bought in.",
            f"{she} {persona.verb('accepts', 'accept')} the logic and {persona.verb('puts', 'put')} in nothing of "
            f"{persona.possessive} own{_missing(decision, persona)}.",
        )
    if ladder == "complies":
        return (
            f"{she} {persona.verb('goes', 'go')} along with it. {she} {persona.verb('does', 'do')} not agree yet.",
            f"{she} {persona.verb('is', 'are')} weighing it.{_still(decision)}",
        )
    if mode == "influencing":
        return f"{she} {has} not moved yet.", f"{she} heard you out.{_still(decision)}"
    return f"{she} {persona.verb('resists', 'resist')}.", f"Nothing has moved {her} yet.{_still(decision)}"


def _missing(decision: Decision | None, persona: Persona) -> str:
    kinds = [_NOTHING_OF[k].replace("their", persona.possessive) for k in (decision.missing if decision else ())]
    return ": " + ", ".join(kinds) if kinds else ""


def _still(decision: Decision | None) -> str:
    return f" {decision.refuses[0]}" if decision and decision.refuses else ""


def reasons(take: Sequence[Turn], persona: Persona | None) -> tuple[ReasonLine, ...]:
    """Why they moved: one line for each turn of yours after which the step or the stage was another."""
    out = []
    before: Stance | None = None
    yours: Turn | None = None
    for turn in take:
        yours = turn if turn.speaker == "you" else yours
        now = turn.stance
        if now is None:
            continue
        came_from: Ladder = before.ladder if before else "resists"
        stage_before = before.stage if before else "guarded"
        if (now.ladder, now.stage) != (came_from, stage_before):
            out.append(_reason((yours or turn).id, now, came_from, _up(before, now), persona))
        before = now
    return tuple(out)


_RAN_OUT = "patience ran out"  # as the stance says it
_ORDER = ("disengaged", "guarded", "probing", "weighing", "conditional", "committed")


def _up(before: Stance | None, now: Stance) -> bool:
    was = (LADDER.index(before.ladder), _ORDER.index(before.stage)) if before else (0, 1)
    return (LADDER.index(now.ladder), _ORDER.index(now.stage)) > was


def went_back(came_from: Ladder, to: Ladder, words: str) -> bool:
    """Whether a reason tells of somebody who drew back, within one step of the ladder as well."""
    return LADDER.index(to) < LADDER.index(came_from) or "drew back" in words or _RAN_OUT in words


def _reason(turn: str, now: Stance, came_from: Ladder, up: bool, persona: Persona | None) -> ReasonLine:
    who = persona.subject_pronoun if persona else "They"
    moved = "moved" if up else "drew back"
    why = _best(now) if up else _worst(now)
    if why is None:
        words = f"{who} {moved}."
        if up and now.ladder == "buys_in":
            words = f"{who} put in something of {persona.possessive if persona else 'their'} own."
        return ReasonLine(turn, words, now.ladder, came_from)
    because = why[0].strip().rstrip(".")
    because = persona.told(because) if persona else because
    if because == BY_ALL:
        words = f"{who} {moved}: the talk as a whole did it, no single line."
    elif because == _RAN_OUT:
        words = f"{persona.possessive.capitalize() if persona else 'Their'} {_RAN_OUT}."
    elif because.startswith("you "):
        words = f"{who} {moved} when {because}."
    elif because.startswith(("of ", "because ")):
        words = f"{who} {moved} because {because.removeprefix('because ')}."
    else:
        words = f"{who} {moved}: {because[:1].lower()}{because[1:]}."
    return ReasonLine(turn, words, now.ladder, came_from, why[1])


def _worst(now: Stance) -> tuple[str, str | None] | None:
    """The entry of `why` on the step or the stage, for who drew back; None where all that it names is what the turn settled, as
    in meetings that were kept before the stance told these apart."""
    settled = {entry.because for entry in now.why if entry.what.startswith("concern:") and not entry.what.endswith(":raised")}
    for prefix in ("ladder:", "stage:"):
        for entry in now.why:
            if entry.what.startswith(prefix) and entry.because and entry.because not in settled:
                return entry.because, entry.quote
    return None


def _best(now: Stance) -> tuple[str, str | None] | None:
    """The entry of `why` that says most: on the step, else on the stage, else on a concern, else the first."""
    for prefix in ("ladder:", "stage:", "concern:", ""):
        for entry in now.why:
            if entry.what.startswith(prefix) and entry.because:
                return entry.because, entry.quote
    return None
