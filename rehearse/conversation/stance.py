"""The stakeholder's inner state after a turn. Types only: how it moves is in `rehearse.stakeholder.stance`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Stage = Literal["guarded", "probing", "weighing", "conditional", "committed", "disengaged"]
STAGES: tuple[Stage, ...] = get_args(Stage)
Ladder = Literal["resists", "complies", "agrees", "buys_in"]
LADDER: tuple[Ladder, ...] = get_args(Ladder)
Status = Literal["hidden", "raised", "acknowledged", "explored", "partly_met", "met", "parked"]
STATUSES: tuple[Status, ...] = get_args(Status)
ObjectionStatus = Literal["open", "dodged", "half_answered", "answered", "parked"]
Difficulty = Literal["gentle", "normal", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)
Mode = Literal["selling", "influencing"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the stance changed: `what` changed, `because` of what you did, and your words where there are any."""

    what: str
    because: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    """A concern put off with an owner and a date, in the words that were said."""

    owner: str
    date: str


@dataclass(frozen=True, slots=True)
class ConcernState:
    """Where one concern stands. Counters are for the meeting so far."""

    status: Status = "hidden"
    tests: tuple[str, ...] = ()
    aggravated: int = 0
    voiced: int = 0
    last: str | None = None  # last verdict after it was voiced
    credits: int = 0  # times that acknowledging or conceding earned trust; at most two count
    evidence_credit: bool = False
    root_told: bool = False
    root_reflected: bool = False
    asked: bool = False  # an open or follow-up question about it was asked
    doubted: bool = False  # voiced once as doubt about what was said in advance
    parked: Parked | None = None
    dropped: tuple[str, ...] = ()  # tests that a backslide named anew


@dataclass(frozen=True, slots=True)
class Stance:
    """The whole state after one turn. A value: each turn makes a new one."""

    stage: Stage
    trust: float
    patience: int
    ladder: Ladder
    concerns: dict[str, ConcernState]
    forced: bool = False
    why: tuple[Reason, ...] = ()
    turn: int = 0  # how many turns of yours so far
    pressed: str | None = None  # the concern that the last stakeholder line voiced
    conditions_stated: tuple[str, ...] = ()
    conditions_taken: tuple[str, ...] = ()
    invited: bool = False  # asked to shape the plan
    view_asked_at: int | None = None  # turn in which their view was asked for and not yet used
    used_answer: bool = False  # the answer to an invitation was used
    facts_told: tuple[str, ...] = ()
    gave: str | None = None  # id of the gift that was spoken
    floor_hits: int = 0  # turns that ended at trust 1.0
    asked_view: bool = False
    gave_own: bool = False  # you gave something: own time, help, a look
    next_contact: bool = False  # you named a next contact with a date
    pushed: bool = False  # pressure at any time in this meeting
    promises: tuple[str, ...] = ()  # what you promised to do, in your words
    ask_at: int | None = None  # turn of yours in which you last asked for a decision
    owner_at: int | None = None  # ... named an owner
    date_at: int | None = None  # ... named a date
    cap: Ladder | None = None  # the highest step that this meeting allows (influencing)
    ended_by: str | None = None  # deal breaker that ended it, as a signal id
