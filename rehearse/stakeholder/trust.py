"""What a turn does to trust, 1.0 to 4.0 (rules of the stakeholder, 5).

Why evidence counts: without it a strong six-line script ends at conditional against receptivity 1 and 2, so the
skeptical executive could never buy in (played by hand).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rehearse.conversation import Appraisal, ConcernState, Move, Reason, Stance
from rehearse.personas import Persona
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.facts import Contradiction
from rehearse.stakeholder.status import reflects_root

LOW, HIGH = 1.0, 4.0
ROOT, EVIDENCE, ACKNOWLEDGED, TAKEN_UP = 0.5, 0.25, 0.25, 0.25
IGNORED, PRESSURE = -0.25, -0.5
MOST_CREDITS = 2  # acknowledging or conceding earns trust at most twice a concern
UNUSED_AFTER = 3  # turns after which a view that was asked for and not used costs trust


@dataclass(frozen=True, slots=True)
class TrustMove:
    """One change of trust and why."""

    by: float
    reason: Reason


def start(receptivity: int, difficulty: float) -> float:
    """Trust at the start of a meeting."""
    return clamp(2.5 - 0.25 * (3 - receptivity) + difficulty)


def clamp(trust: float) -> float:
    return max(LOW, min(HIGH, round(trust, 4)))


def moves(
    persona: Persona, before: Stance, states: dict[str, ConcernState], appraisal: Appraisal, reading: Reading,
    against: tuple[Contradiction, ...], taken: Iterable[Move],
) -> tuple[tuple[TrustMove, ...], dict[str, ConcernState]]:  # fmt: skip
    """Every change of trust by this turn, and the concern states with their credits spent."""
    found: list[TrustMove] = []
    after = dict(states)
    pressed_words = appraisal.first("pressures", "pulls_rank", "threatens", "dismisses")
    for concern in persona.concerns:
        state = after[concern.id]
        label = concern.label.lower()
        if reflects_root(concern, state, reading.text):
            found.append(TrustMove(ROOT, Reason("trust", f"you said back what is behind {label}")))
            state = replace(state, root_reflected=True)
        verdict = appraisal.of(concern.id)
        if verdict and verdict.tests and not state.evidence_credit:
            found.append(TrustMove(EVIDENCE, Reason("trust", f"you gave evidence on {label}", verdict.quote)))
            state = replace(state, evidence_credit=True)
        credit = appraisal.first("acknowledges", "concedes", concern=concern.id)
        if credit and state.credits < MOST_CREDITS and pressed_words is None and state.voiced:
            verb = "conceded a point on" if credit.kind == "concedes" else "acknowledged"
            found.append(TrustMove(ACKNOWLEDGED, Reason("trust", f"you {verb} {label}", credit.quote)))
            state = replace(state, credits=state.credits + 1)
        after[concern.id] = state
    found += [TrustMove(TAKEN_UP, Reason("trust", "you took up what they asked for", m.quote)) for m in taken]
    found += _losses(persona, before, appraisal, reading, against, pressed_words)
    return tuple(found), after


def _losses(
    persona: Persona, before: Stance, appraisal: Appraisal, reading: Reading, against: tuple[Contradiction, ...],
    pressed: Move | None,
) -> list[TrustMove]:  # fmt: skip
    lost = []
    on_table = persona.concern(reading.voiced) if reading.voiced else None
    verdict = appraisal.of(on_table.id) if on_table else None
    if on_table and verdict and verdict.verdict == "ignored" and not appraisal.has("asks_open", "follows_up"):
        lost.append(TrustMove(IGNORED, Reason("trust", f"you passed over {on_table.label.lower()}")))
    if repeated := appraisal.first("repeats"):
        lost.append(TrustMove(IGNORED, Reason("trust", "you said the same again", repeated.quote)))
    if appraisal.has("monologue"):
        lost.append(TrustMove(IGNORED, Reason("trust", "you spoke for over 180 words")))
    if before.view_asked_at is not None and before.turn + 1 - before.view_asked_at >= UNUSED_AFTER:
        lost.append(TrustMove(IGNORED, Reason("trust", "you asked for their view and did not use it")))
    if pressed is not None:
        words = {
            "pressures": "you pushed for a yes",
            "pulls_rank": "you leaned on somebody's rank",
            "threatens": "you threatened",
            "dismisses": "you waved a worry away",
        }
        lost.append(TrustMove(PRESSURE, Reason("trust", words[pressed.kind], pressed.quote)))
    for wrong in against[:1]:
        quote = reading.text[wrong.start : wrong.end]
        lost.append(TrustMove(PRESSURE, Reason("trust", "a figure of yours is not what the facts say", quote)))
    return lost
