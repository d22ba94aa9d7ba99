"""Reads `rehearse/review@1` back into values: tolerant to keys it does not know, strict about what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from rehearse.conversation import LADDER, Ladder, Mode, ObjectionStatus
from rehearse.errors import InputProblem
from rehearse.personas import GIFT_KINDS
from rehearse.review.types import (
    FORMAT,
    CriterionScore,
    CurvePoint,
    Decision,
    Delivery,
    Given,
    JudgedBy,
    JudgeKind,
    Mark,
    Objection,
    OneThing,
    ParkedUntil,
    Place,
    ReasonLine,
    RedFlag,
    Review,
    Said,
    StatedCondition,
    Verdict,
    Why,
    WhyNot,
)
from rehearse.rubrics import Rubric
from rehearse.snapshots import from_plain

_Map = Mapping[str, Any]
_KNOWN = frozenset(
    "format id rehearsal take created judged why_not judge rubric persona_hash scenario_hash checks criteria passed "
    "applicable total red_flags ladder decision reasons curve objections delivery one_thing".split()
)


def _one_of(value: object, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        raise InputProblem("This review cannot be read.", f"{what} is {value!r}; it can be {', '.join(map(str, allowed))}.")
    return value


def _place(data: _Map | None) -> Place | None:
    if not data or data.get("turn") is None or data.get("quote") is None:
        return None
    start = int(data.get("start") or 0)
    return Place(str(data["turn"]), start, int(data.get("end") or start + len(data["quote"])), str(data["quote"]))


def _mark(data: _Map) -> Mark:
    return Mark(
        criterion=str(data["criterion"]),
        check=str(data["check"]),
        question=str(data.get("question", "")),
        verdict=cast(Verdict, _one_of(data["verdict"], get_args(Verdict), "verdict")),
        why=cast(Why, _one_of(data["why"], get_args(Why), "why")),
        place=_place(data),
        answers_turn=data.get("answers_turn"),
        nearest=_place(data.get("nearest")),
        runs=tuple(cast(Said, _one_of(r, get_args(Said), "runs")) for r in data.get("runs") or ()),
        mentor=dict(data["mentor"]) if data.get("mentor") else None,
    )


def objection(data: _Map) -> Objection:
    """One objection from its JSON. Raises InputProblem, KeyError, TypeError or AttributeError where it is none."""
    parked = data.get("parked")
    return Objection(
        concern=data.get("concern"),
        label=str(data.get("label", "")),
        kind=str(data.get("kind", "")),
        weight=data.get("weight"),
        words=str(data.get("words", "")),
        status=cast(ObjectionStatus, _one_of(data["status"], get_args(ObjectionStatus), "status")),
        turns=tuple(t for t in data.get("turns") or () if isinstance(t, str)),
        answered=tuple(p for p in map(_place, data.get("answered") or ()) if p),
        parked=ParkedUntil(str(parked["owner"]), str(parked["date"])) if parked else None,
    )


def _decision(data: _Map | None) -> Decision | None:
    if data is None:
        return None
    return Decision(
        words=str(data["words"]),
        conditions=tuple(
            StatedCondition(str(c["id"]), str(c["words"]), bool(c["taken_up"])) for c in data.get("conditions") or ()
        ),
        gives=tuple(Given(_one_of(g["kind"], GIFT_KINDS, "kind"), str(g["words"])) for g in data.get("gives") or ()),
        refuses=tuple(map(str, data.get("refuses") or ())),
        missing=tuple(_one_of(m, GIFT_KINDS, "missing") for m in data.get("missing") or ()),
    )


def _reason(data: _Map) -> ReasonLine:
    to = cast(Ladder, _one_of(data["to"], LADDER, "to"))
    return ReasonLine(
        turn=str(data["turn"]),
        words=str(data["words"]),
        to=to,
        came_from=cast(Ladder, _one_of(data.get("from", to), LADDER, "from")),
        quote=data["quote"] if isinstance(data.get("quote"), str) else None,
    )


def _delivery(data: _Map) -> Delivery:
    longest = data.get("longest") or {}
    questions = data.get("questions") or {}
    return Delivery(
        your_turns=int(data.get("your_turns", 0)),
        your_words=int(data.get("your_words", 0)),
        their_words=int(data.get("their_words", 0)),
        talk_share=data.get("talk_share"),
        longest_turn=longest.get("turn"),
        longest_words=int(longest.get("words", 0)),
        open=int(questions.get("open", 0)),
        closed=int(questions.get("closed", 0)),
        follow_up=int(questions.get("follow_up", 0)),
        minutes=data.get("minutes"),
    )


def _one_thing(data: _Map | None) -> OneThing | None:
    if data is None:
        return None
    return OneThing(
        words=str(data["words"]),
        turn=str(data["turn"]),
        why=str(data.get("why") or ""),
        criterion=data.get("criterion"),
        check=data.get("check"),
        objection=data.get("objection"),
        line=data.get("line"),
    )


def _flag(data: _Map) -> RedFlag | None:
    place = _place(data)
    return RedFlag(str(data["kind"]), int(data["points"]), place) if place else None


def read(data: _Map) -> Review:
    """One review from its JSON. Raises `InputProblem` with what is missing or not understood."""
    if data.get("format") != FORMAT:
        raise InputProblem("This is not a review that can be read here.", f"format is {data.get('format')!r}, not {FORMAT!r}.")
    try:
        judge, rubric = data["judge"], data["rubric"]
        return Review(
            id=str(data["id"]),
            leaf=str(data["take"]["leaf"]),
            judge=JudgedBy(
                kind=cast(JudgeKind, _one_of(judge["kind"], get_args(JudgeKind), "judge")),
                model=judge.get("model"),
                runs=int(judge.get("runs", 1)),
                instructions=judge.get("instructions"),
            ),
            rubric_id=str(rubric["id"]),
            rubric_hash=str(rubric["hash"]),
            mode=cast("Mode | None", rubric.get("mode")),
            rehearsal=data.get("rehearsal"),
            created=str(data.get("created", "")),
            judged=bool(data["judged"]),
            why_not=cast("WhyNot | None", _one_of(data.get("why_not"), (None, *get_args(WhyNot)), "why_not")),
            persona_hash=data.get("persona_hash"),
            scenario_hash=data.get("scenario_hash"),
            checks=tuple(_mark(m) for m in data.get("checks") or ()),
            criteria=tuple(
                CriterionScore(str(c["id"]), str(c["title"]), float(c["weight"]), int(c["passed"]), int(c["applicable"]))
                for c in data.get("criteria") or ()
            ),
            passed=data.get("passed"),
            applicable=data.get("applicable"),
            total=data.get("total"),
            red_flags=tuple(f for f in map(_flag, data.get("red_flags") or ()) if f),
            ladder=cast("Ladder | None", _one_of(data.get("ladder"), (None, *LADDER), "ladder")),
            decision=_decision(data.get("decision")),
            reasons=tuple(_reason(r) for r in data.get("reasons") or ()),
            curve=tuple(CurvePoint(str(p["turn"]), float(p["level"]), p.get("at")) for p in data.get("curve") or ()),
            objections=tuple(objection(o) for o in data.get("objections") or ()),
            delivery=_delivery(data.get("delivery") or {}),
            one_thing=_one_thing(data.get("one_thing")),
            rubric=from_plain(Rubric, rubric) if "criteria" in rubric else None,
            extra={k: v for k, v in data.items() if k not in _KNOWN},
        )
    except (KeyError, TypeError, AttributeError, ValueError) as gap:
        raise InputProblem("This review cannot be read.", f"Something is missing or of another kind: {gap}.") from gap
