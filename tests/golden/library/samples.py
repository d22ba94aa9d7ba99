"""Meetings as values, for the kept files and for the tests of the library."""

from __future__ import annotations

from typing import Any

from rehearse.conversation import (
    Appraisal,
    ConcernState,
    ConcernVerdict,
    Move,
    Parked,
    Reason,
    RehearsalId,
    Source,
    Speaker,
    Stance,
    Turn,
    TurnId,
)
from rehearse.library import RehearsalRecord

PERSONA = {"id": "margaret", "name": "Margaret Okafor", "concerns": [{"id": "payback", "weight": 3}]}
SCENARIO = {"id": "two-weeks", "title": "Two weeks for reliability"}

RUBRIC = {
    "id": "buy-in",
    "hash": "sha256:cc",
    "mode": "selling",
    "title": "Buy-in",
    "criteria": [
        {"id": "ask", "title": "The ask", "weights": {"selling": 10.0}, "checks": [{"id": "one", "question": "Is there an ask?"}]}
    ],
    "red_flags": {"threat": -5},
}


def record(id: str = "r_1", **values: Any) -> RehearsalRecord:
    """A meeting with Margaret that has just begun."""
    given: dict[str, Any] = {
        "id": RehearsalId(id),
        "title": "Checkout reliability",
        "started": "2026-05-09T07:49:26.000Z",
        "persona_id": "margaret",
        "persona_name": "Margaret Okafor",
        "persona": PERSONA,
        "persona_hash": "sha256:aa",
        "mode": "selling",
        "difficulty": "normal",
        "seed": 7,
    }
    return RehearsalRecord(**(given | values))


def turn(id: str, parent: str | None = None, text: str = "Why now?", speaker: Speaker = "you", **values: Any) -> Turn:
    return Turn(TurnId(id), TurnId(parent) if parent else None, speaker, text, **values)


def appraised() -> tuple[Appraisal, Stance]:
    """What was made of `It costs $70k a quarter.`, with every kind of part filled."""
    appraisal = Appraisal(
        moves=(Move("answers", 0, 8, "It costs", "payback", "figure"), Move("asks_open", 9, 13, "$70k")),
        concerns=(ConcernVerdict("payback", "evidenced", ("figure",), "$70k", True), ConcernVerdict("timing", "ignored")),
        by="model",
    )
    stance = Stance(
        "weighing",
        2.75,
        8,
        "complies",
        {
            "payback": ConcernState("partly_met", ("figure",), 1, 2, "evidenced", 1, True, True, asked=True),
            "timing": ConcernState("parked", parked=Parked("Ana", "Friday"), dropped=("period",)),
        },
        forced=True,
        why=(Reason("trust rose", "first figure", "$70k"), Reason("stage rose", "gate")),
        turn=3,
        pressed="payback",
        conditions_stated=("pilot",),
        view_asked_at=2,
        facts_told=("q3",),
        promises=("I send the numbers on Friday",),
    )
    return appraisal, stance


def conversation() -> list[Turn]:
    """Five turns of a meeting with two takes: the second answer was tried again."""
    appraisal, stance = appraised()
    offline = Source("offline")
    return [
        turn("t_1", None, "You have eight minutes.", "stakeholder", at=0.0, until=2.5, by=offline, act="open"),
        turn("t_2", "t_1", "It costs $70k a quarter.", at=4.0, until=9.25, by=Source("person"), appraisal=appraisal,
             stance=stance),
        turn("t_3", "t_2", "Where does the seventy come from?", "stakeholder", at=10.0, until=12.0, by=offline, act="press",
             concern="payback"),
        turn("t_4", "t_3", "From a friend of mine.", at=14.0, until=16.0),
        turn("t_5", "t_3", "From the finance report of March.", at=14.0, until=17.0),
    ]  # fmt: skip


def review(rehearsal: str = "r_1", leaf: str = "t_5", **values: Any) -> dict[str, Any]:
    return {
        "format": "rehearse/review@1",
        "rehearsal": rehearsal,
        "take": {"leaf": leaf},
        "created": "2026-05-09T08:00:00.000Z",
        "judged": True,
        "judge": {"kind": "offline", "runs": 1},
        "ladder": "agrees",
        "passed": 16,
        "applicable": 27,
        "total": 59,
        "rubric": {"id": "buy-in", "hash": "sha256:cc", "mode": "selling"},
        "checks": [],
    } | values


def objection(concern: str = "payback", **values: Any) -> dict[str, Any]:
    """An objection as it stands in a review: the stakeholder's third line voiced it."""
    return {
        "id": f"o_{concern}",
        "concern": concern,
        "label": concern.capitalize(),
        "kind": "return",
        "weight": 3,
        "words": "Where does the seventy come from?",
        "status": "open",
        "turns": ["t_3"],
        "answered": [],
        "parked": None,
    } | values
