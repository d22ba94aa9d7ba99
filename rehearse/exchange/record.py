"""A meeting as one JSON object, `rehearse/rehearsal@1`: what `talk --json` prints and what an export in JSON holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rehearse.conversation import Appraisal, Stance, Tree, Turn, TurnId
from rehearse.errors import InputProblem, StoreProblem
from rehearse.library import codec
from rehearse.library.records import Rehearsal, RehearsalRecord
from rehearse.meeting import ENDING_ACTS, stance_at
from rehearse.preparation import setting_of
from rehearse.review.decision import decide
from rehearse.review.ledger import last_stance, objections
from rehearse.review.mentor import as_sent, signed_as
from rehearse.stakeholder.setting import Setting

FORMAT = "rehearse/rehearsal@1"
Json = dict[str, Any]


def whole(kept: Rehearsal, ended: str | None = None) -> Json:
    """The object of a meeting of the library, for the take that it stands at, with every review.

    `review` is the latest one of that take. `ended` is said in the place of what the library knows, as when a service broke
    the meeting off and it can go on. Raises InputProblem where it has no lines, StoreProblem where it cannot be read.
    """
    record, leaf = kept.record, kept.record.leaf
    if leaf is None or leaf not in kept.tree:
        raise InputProblem(f"The meeting {record.id} has no lines.")
    try:
        setting = setting_of(record)
    except ValueError:
        raise StoreProblem(
            f"The person in the meeting {record.id} cannot be read.", "`rehearse doctor` checks the library."
        ) from None
    review = next((r for r in reversed(kept.reviews) if r.get("take", {}).get("leaf") == leaf), None)
    reviews = [shared(r) for r in kept.reviews]
    return {**rehearsal(record, setting, kept.tree, leaf, shared(review) if review else None, ended), "reviews": reviews}


def signed(kept: Rehearsal, name: str) -> Rehearsal:
    """The meeting as somebody of this name sends it: what they marked without signing bears their name."""
    return replace(kept, reviews=tuple(signed_as(r, name) for r in kept.reviews)) if name.strip() else kept


def shared(review: Mapping[str, Any]) -> Json:
    """A review as others may have it: what a service said when it failed names its address, and is nobody else's business."""
    return {name: value for name, value in as_sent(review).items() if name != "problem"}


def rehearsal(
    record: RehearsalRecord,
    setting: Setting,
    tree: Tree,
    leaf: TurnId,
    review: Mapping[str, Any] | None,
    ended: str | None = None,
) -> Json:
    """The whole object for one take. `turns` holds the whole tree, `take` the path that the rest speaks of.

    In a transcript from elsewhere (`foreign`) nobody knows where they stood: its `ladder` and `decision` say nothing.
    """
    take = tree.take(leaf)
    persona = setting.persona
    stance = stance_at(setting, take)
    foreign = last_stance(take) is None
    ledger = objections(take, persona)
    decision = decide(take, persona, ledger, setting.scenario.subject if setting.scenario else None)
    over = foreign or take[-1].act in ENDING_ACTS
    out: Json = {
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
        "minutes": record.minutes,
        "seed": record.seed,
        "model": record.model,
        "unaided": record.unaided,
        "after": record.after,
        "kept": record.kept,
        "take": [t.id for t in take],
        "turns": [turn(t) for t in tree],
        "objections": review["objections"] if foreign and review is not None else [o.to_json() for o in ledger],
        "ladder": stance.ladder,
        "forced": stance.forced,
        "decision": decision.to_json()
        if decision
        else {"words": "", "conditions": [], "gives": [], "refuses": [], "missing": []},
        "ended": ended or (record.ended if over and record.ended != "open" else "wrapped_up" if over else "open"),
        "review": dict(review) if review is not None else None,
        "comments": [],
    }
    if foreign:
        out["foreign"] = True
    return out


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
        if of.by.turned_down:
            out["by"]["turned_down"] = list(of.by.turned_down)
        if of.by.name:
            out["by"]["name"] = of.by.name
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
        "concerns": [
            {"id": c.id, "verdict": c.verdict, "tests": list(c.tests), "quote": c.quote, "about": c.about} for c in of.concerns
        ],
    }


def stance_json(of: Stance) -> Json:
    """The stance after a line, whole: what the library keeps of it, and what the format asks for also where it is empty."""
    kept: Json = json.loads(codec.to_json(of))
    return kept | {
        "ladder": of.ladder,
        "forced": of.forced,
        "concerns": {id: {"status": c.status, "tests": list(c.tests)} | kept["concerns"][id] for id, c in of.concerns.items()},
        "why": [{"what": r.what, "because": r.because, "quote": r.quote} for r in of.why],
    }
