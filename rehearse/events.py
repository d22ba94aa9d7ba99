"""What happens in a meeting, as values. The core yields them; the room and the terminal show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EndReason = Literal["wrapped_up", "time", "patience", "committed", "deal_breaker", "input_ended", "service", "open"]


@dataclass(frozen=True, slots=True)
class Said:
    """Your turn is on disk."""

    turn: str


@dataclass(frozen=True, slots=True)
class Appraised:
    """Your turn was appraised and the stance moved; both stand beside the turn in the tree."""

    turn: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """The stakeholder is about to speak, under this turn id."""

    turn: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """A piece of the stakeholder's line."""

    turn: str
    chunk: str


@dataclass(frozen=True, slots=True)
class Retold:
    """The line so far is replaced: a draft did not pass the guard. What follows starts the line anew."""

    turn: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The stakeholder's line is whole, stopped or cut, and on disk."""

    turn: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing was heard from the model for `seconds`. Goes on by itself; the clock stands still meanwhile."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Retrying:
    """The service asked to come back in `seconds`; counted down in sight and cancellable."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Troubled:
    """The stakeholder cannot answer now. Your turn is kept; `ways` lead on."""

    sentence: str
    hint: str
    ways: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A quiet remark beside a line, as `The line may be incomplete`."""

    turn: str
    words: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The meeting has ended, for this reason. The last line is spoken and stored."""

    reason: EndReason


@dataclass(frozen=True, slots=True)
class Judged:
    """A review was made and stored. An event of the caller, never of the meeting."""

    review: str


Event = Said | Appraised | Speaking | Spoke | Retold | Ended | Waiting | Retrying | Troubled | Noted | Closing | Judged
