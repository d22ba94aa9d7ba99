"""A meeting as one JSON object, `rehearse/rehearsal@1`: what `talk --json` prints and what an export in JSON holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rehearse.conversation import Appraisal, Stance, Tree, Turn, TurnId
from rehearse.library.records import RehearsalRecord
from rehearse.meeting import ENDING_ACTS, stance_at
from rehearse.review.decision import decide
from rehearse.review.ledger import objections
from rehearse.stakeholder.setting import Setting

FORMAT = "rehearse/rehearsal@1"
Json = dict[str, Any]


def rehearsal(
    record: RehearsalRecord,
    setting: Setting,
    tree: Tree,
    leaf: TurnId,
    review: Mapping[str, Any] | None,
    ended: str | None = None,
) -> Json:
    """The whole object for one take. `turns` holds the whole tree, `take` the path that the rest speaks of."""
    take = tree.take(leaf)
    persona = setting.persona
    stance = stance_at(setting, take)
    ledger = objections(take, persona)
    decision = decide(take, persona, ledger)
    over = take[-1].act in ENDING_ACTS
    return {
        "format": FORMAT,
        "rehearsal": record.id,
        "title": record.title,
        "started": record.started,
        "persona": {
            "id": record.persona_id,
            "name": persona.name,
            "pronouns": persona.pronouns,
            "role": persona.role,
            "hash": record.persona_hash,
        },
        "scenario": {"id": record.scenario_id, "hash": record.scenario_hash or ""} if record.scenario_id else None,
        "mode": record.mode,
        "ask": record.ask or (setting.scenario.ask if setting.scenario else None) or None,
        "difficulty": record.difficulty,
        "seed": record.seed,
        "unaided": record.unaided,
        "after": record.after,
        "take": [t.id for t in take],
        "turns": [turn(t) for t in tree],
        "objections": [o.to_json() for o in ledger],
        "ladder": stance.ladder,
        "forced": stance.forced,
        "decision": decision.to_json()
        if decision
        else {"words": "", "conditions": [], "gives": [], "refuses": [], "missing": []},
        "ended": ended or (record.ended if over and record.ended != "open" else "wrapped_up" if over else "open"),
        "review": dict(review) if review is not None else None,
        "comments": [],
    }


def turn(of: Turn) -> Json:
    """One line. Keys that say nothing about it are left out."""
    out: Json = {
        "id": of.id,
        "parent": of.parent,
        "speaker": of.speaker,
        "text": of.text,
        "at": of.at,
        "until": of.until,
        "state": of.state,
    }
    if of.by is not None:
        out["by"] = {"kind": of.by.kind, "model": of.by.model, "instructions": of.by.instructions}
    if of.act is not None:
        out["act"] = of.act
        out["concern"] = of.concern
    if of.appraisal is not None:
        out |= appraisal(of.appraisal)
        out["appraised_by"] = of.appraisal.by
    if of.stance is not None:
        out["stance"] = stance_json(of.stance)
    return out


def appraisal(of: Appraisal) -> Json:
    """Moves and verdicts, as in a turn and in `rehearse/appraisal@1`."""
    return {
        "moves": [
            {"kind": m.kind, "start": m.start, "end": m.end, "quote": m.quote, "concern": m.concern, "test": m.test}
            for m in of.moves
        ],
        "concerns": [{"id": c.id, "verdict": c.verdict, "tests": list(c.tests), "quote": c.quote} for c in of.concerns],
    }


def stance_json(of: Stance) -> Json:
    """The stance after a line."""
    return {
        "stage": of.stage,
        "trust": of.trust,
        "patience": of.patience,
        "ladder": of.ladder,
        "forced": of.forced,
        "concerns": {
            id: {"status": c.status, "tests": list(c.tests), "aggravated": c.aggravated} for id, c in of.concerns.items()
        },
        "why": [{"what": r.what, "because": r.because, "quote": r.quote} for r in of.why],
    }
