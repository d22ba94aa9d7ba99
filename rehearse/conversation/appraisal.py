"""What one of your turns did: moves and verdicts, each with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

MoveKind = Literal[
    "acknowledges", "reflects", "asks_open", "asks_closed", "follows_up", "answers", "concedes", "takes_up", "invites",
    "asks_commitment", "seeds", "parks", "gives_time", "pressures", "pulls_rank", "threatens", "dismisses", "flatters",
    "defers", "repeats", "monologue", "jargon",
]  # fmt: skip
MOVES: tuple[MoveKind, ...] = get_args(MoveKind)

Verdict = Literal["ignored", "deflected", "engaged", "asserted", "evidenced"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

By = Literal["offline", "model"]


@dataclass(frozen=True, slots=True)
class Move:
    """One move. `start` and `end` count code points into the turn's text, and `quote == text[start:end]`."""

    kind: MoveKind
    start: int
    end: int
    quote: str
    concern: str | None = None
    test: str | None = None


@dataclass(frozen=True, slots=True)
class ConcernVerdict:
    """What the turn did to one concern: `tests` are the ids that this turn met, `quote` the words that decided it."""

    id: str
    verdict: Verdict
    tests: tuple[str, ...] = ()
    quote: str | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Appraisal:
    """All that one turn did, as seen by one appraiser."""

    moves: tuple[Move, ...] = ()
    concerns: tuple[ConcernVerdict, ...] = ()
    by: By = "offline"

    def of(self, concern: str) -> ConcernVerdict | None:
        """The verdict on one concern, or None where it was not looked at."""
        return next((c for c in self.concerns if c.id == concern), None)

    def has(self, *kinds: MoveKind, concern: str | None = None) -> bool:
        """Whether a move of one of these kinds was made (about `concern`, where given)."""
        return self.first(*kinds, concern=concern) is not None

    def first(self, *kinds: MoveKind, concern: str | None = None) -> Move | None:
        """The first move of one of these kinds (about `concern`, where given)."""
        return next((m for m in self.moves if m.kind in kinds and (concern is None or m.concern == concern)), None)
