"""A review as values: what became of each check, the objections, the decision, and the whole as `rehearse/review@1`.

Nothing here touches disk, network or clock. Spans count Unicode code points into the turn's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rehearse.conversation import Ladder, Mode, ObjectionStatus
from rehearse.personas import GiftKind
from rehearse.rubrics import Rubric
from rehearse.snapshots import to_plain

FORMAT = "rehearse/review@1"
Verdict = Literal["yes", "no", "na", "unsure"]
Said = Literal["yes", "no", "na"]
Why = Literal[
    "quoted", "nothing_found", "quote_not_found", "opposite_shown", "does_not_apply", "runs_differ", "from_ledger"
]  # fmt: skip
WhyNot = Literal["too_short", "no_reply", "not_usable", "stopped"]
OTHER_LANGUAGE = "other_language"  # kind of the problem of a judge that cannot read the lines
JudgeKind = Literal["offline", "model", "mentor"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JudgedBy:
    kind: JudgeKind
    model: str | None = None
    runs: int = 1
    instructions: str | None = None

    def to_json(self) -> Json:
        return {"kind": self.kind, "model": self.model, "runs": self.runs, "instructions": self.instructions}


@dataclass(frozen=True, slots=True)
class Place:
    """Words in one turn of yours, found: `quote == text[start:end]`."""

    turn: str
    start: int
    end: int
    quote: str

    def to_json(self) -> Json:
        return {"turn": self.turn, "start": self.start, "end": self.end, "quote": self.quote}


_WHEN_NOT = re.compile(r"\s*\((?:not applicable|does not apply)[^()]*\)\s*$", re.IGNORECASE)


def asked(question: str, verdict: str) -> str:
    """A check's question for whoever reads what became of it: when it does not apply, which rubrics say in brackets behind it, is
    said where it does not apply."""
    return question if verdict == "na" else _WHEN_NOT.sub("", question)


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one check. `runs` holds the verdict of each run where there were several; `mentor` a mentor's word on it."""

    criterion: str
    check: str
    question: str
    verdict: Verdict
    why: Why
    place: Place | None = None
    answers_turn: str | None = None
    nearest: Place | None = None
    runs: tuple[Said, ...] = ()
    mentor: Mapping[str, str] | None = None

    @property
    def applies(self) -> bool:
        return self.verdict != "na"

    @property
    def passed(self) -> bool:
        return self.verdict == "yes"

    @property
    def asked(self) -> str:
        return asked(self.question, self.verdict)

    def to_json(self) -> Json:
        at = self.place
        return {
            "criterion": self.criterion,
            "check": self.check,
            "question": self.question,
            "verdict": self.verdict,
            "why": self.why,
            "quote": at.quote if at else None,
            "turn": at.turn if at else None,
            "start": at.start if at else None,
            "end": at.end if at else None,
            "answers_turn": self.answers_turn,
            "nearest": self.nearest.to_json() if self.nearest else None,
            "runs": list(self.runs),
            "mentor": dict(self.mentor) if self.mentor else None,
        }


@dataclass(frozen=True, slots=True)
class CriterionScore:
    id: str
    title: str
    weight: float
    passed: int
    applicable: int

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "title": self.title,
            "weight": self.weight,
            "passed": self.passed,
            "applicable": self.applicable,
        }


@dataclass(frozen=True, slots=True)
class RedFlag:
    """`points` is below zero: what the flag takes off the total before the cap."""

    kind: str
    points: int
    place: Place

    def to_json(self) -> Json:
        return {"kind": self.kind, "points": self.points, **self.place.to_json()}


@dataclass(frozen=True, slots=True)
class ParkedUntil:
    owner: str
    date: str


@dataclass(frozen=True, slots=True)
class Objection:
    """A concern voiced in the meeting: one for each concern, `turns` lists every voicing, `words` is the first."""

    concern: str | None
    label: str
    kind: str
    weight: int | None
    words: str
    status: ObjectionStatus
    turns: tuple[str, ...]
    answered: tuple[Place, ...] = ()
    parked: ParkedUntil | None = None
    met: tuple[str, ...] = ()  # ids of the tests that are met: for the next thing, not in the file
    sure: bool = False  # parked with owner and date, or good by their own word: nothing to weigh; not in the file

    @property
    def id(self) -> str:
        return f"o_{self.concern}"

    @property
    def settled(self) -> bool:
        return self.status in ("answered", "parked")

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "concern": self.concern,
            "label": self.label,
            "kind": self.kind,
            "weight": self.weight,
            "words": self.words,
            "status": self.status,
            "turns": list(self.turns),
            "answered": [p.to_json() for p in self.answered],
            "parked": {"owner": self.parked.owner, "date": self.parked.date} if self.parked else None,
        }


@dataclass(frozen=True, slots=True)
class StatedCondition:
    id: str
    words: str
    taken_up: bool


@dataclass(frozen=True, slots=True)
class Given:
    kind: GiftKind
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What they will and will not do, in words. `missing`: kinds of gift they could have put in and did not."""

    words: str
    conditions: tuple[StatedCondition, ...] = ()
    gives: tuple[Given, ...] = ()
    refuses: tuple[str, ...] = ()
    missing: tuple[GiftKind, ...] = ()

    def to_json(self) -> Json:
        return {
            "words": self.words,
            "conditions": [{"id": c.id, "words": c.words, "taken_up": c.taken_up} for c in self.conditions],
            "gives": [{"kind": g.kind, "words": g.words} for g in self.gives],
            "refuses": list(self.refuses),
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why they moved, in one sentence, and the words of yours that did it."""

    turn: str
    words: str
    to: Ladder
    came_from: Ladder
    quote: str | None = None

    def to_json(self) -> Json:
        return {"turn": self.turn, "words": self.words, "quote": self.quote, "from": self.came_from, "to": self.to}


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """`level` 0 (resists) to 3 (buys in); `at` seconds on the meeting's clock."""

    turn: str
    level: float
    at: float | None = None

    def to_json(self) -> Json:
        return {"turn": self.turn, "at": self.at, "level": self.level}


@dataclass(frozen=True, slots=True)
class Delivery:
    """Counts that are shown beside the checks and never enter the total. `talk_share` is 0 to 1."""

    your_turns: int = 0
    your_words: int = 0
    their_words: int = 0
    talk_share: float | None = None
    longest_turn: str | None = None
    longest_words: int = 0
    open: int = 0
    closed: int = 0
    follow_up: int = 0
    minutes: float | None = None

    def to_json(self) -> Json:
        return {
            "your_turns": self.your_turns,
            "your_words": self.your_words,
            "their_words": self.their_words,
            "talk_share": self.talk_share,
            "longest": {"turn": self.longest_turn, "words": self.longest_words} if self.longest_turn else None,
            "questions": {"open": self.open, "closed": self.closed, "follow_up": self.follow_up},
            "minutes": self.minutes,
        }


@dataclass(frozen=True, slots=True)
class OneThing:
    """The one change for next time. `line` is a line one could have said; it is shown after one's own try."""

    words: str
    turn: str
    why: str = ""
    criterion: str | None = None
    check: str | None = None
    objection: str | None = None
    line: str | None = None

    def to_json(self) -> Json:
        return {
            "words": self.words,
            "why": self.why,
            "criterion": self.criterion,
            "check": self.check,
            "objection": self.objection,
            "turn": self.turn,
            "line": self.line,
        }


@dataclass(frozen=True, slots=True)
class Review:
    """One judging of one take against one frozen rubric. `created` is ISO 8601 text, handed in. Unknown keys stay in `extra`.

    `rubric` is the rubric as it was when this was judged, whatever has become of its file; None in a review of which only its
    id and hash are known.
    """

    id: str
    leaf: str
    judge: JudgedBy
    rubric_id: str
    rubric_hash: str
    mode: Mode | None = None
    rehearsal: str | None = None
    created: str = ""
    judged: bool = True
    why_not: WhyNot | None = None
    persona_hash: str | None = None
    scenario_hash: str | None = None
    checks: tuple[Mark, ...] = ()
    criteria: tuple[CriterionScore, ...] = ()
    passed: int | None = None
    applicable: int | None = None
    total: int | None = None
    red_flags: tuple[RedFlag, ...] = ()
    ladder: Ladder | None = None
    decision: Decision | None = None
    reasons: tuple[ReasonLine, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    objections: tuple[Objection, ...] = ()
    delivery: Delivery = Delivery()
    one_thing: OneThing | None = None
    rubric: Rubric | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def mark(self, criterion: str, check: str) -> Mark | None:
        return next((m for m in self.checks if m.criterion == criterion and m.check == check), None)

    def to_json(self) -> Json:
        """The review as `rehearse/review@1` (review.schema.json): plain dicts, lists, text, numbers."""
        rubric: Json = {"id": self.rubric_id, "hash": self.rubric_hash}
        if self.mode is not None:
            rubric["mode"] = self.mode
        if self.rubric is not None:
            rubric = to_plain(self.rubric) | rubric
        return {
            **self.extra,
            "format": FORMAT,
            "id": self.id,
            "rehearsal": self.rehearsal,
            "take": {"leaf": self.leaf},
            "created": self.created,
            "judged": self.judged,
            "why_not": self.why_not,
            "judge": self.judge.to_json(),
            "rubric": rubric,
            "persona_hash": self.persona_hash,
            "scenario_hash": self.scenario_hash,
            "checks": [m.to_json() for m in self.checks],
            "criteria": [c.to_json() for c in self.criteria],
            "passed": self.passed,
            "applicable": self.applicable,
            "total": self.total,
            "red_flags": [f.to_json() for f in self.red_flags],
            "ladder": self.ladder,
            "decision": self.decision.to_json() if self.decision else None,
            "reasons": [r.to_json() for r in self.reasons],
            "curve": [p.to_json() for p in self.curve],
            "objections": [o.to_json() for o in self.objections],
            "delivery": self.delivery.to_json(),
            "one_thing": self.one_thing.to_json() if self.one_thing else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Review:
        """Read `rehearse/review@1`. Raises `InputProblem` where it is not one; keys this version does not know are kept."""
        from rehearse.review.reading import read

        return read(data)
