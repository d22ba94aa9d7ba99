"""A meeting as a tree of turns. Nothing said is ever changed; trying again makes a sibling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NewType, get_args

from rehearse.conversation.appraisal import Appraisal
from rehearse.conversation.stance import Stance

TurnId = NewType("TurnId", str)
RehearsalId = NewType("RehearsalId", str)

Speaker = Literal["you", "stakeholder"]
State = Literal["whole", "stopped", "cut"]
ActKind = Literal[
    "open", "raise", "press", "probe", "doubt", "brush_off", "minimal", "answer", "clarify", "acknowledge",
    "tell_root", "tell_fact", "state_condition", "accept_point", "reopen", "park", "give", "commit", "close", "leave",
]  # fmt: skip
ACTS: tuple[ActKind, ...] = get_args(ActKind)


@dataclass(frozen=True, slots=True)
class Source:
    """Who worded a turn: the offline stakeholder, a model (and under which version of the instructions), a person.

    `turned_down` says why earlier drafts of a model did not stand, the first finding of each: `("coaches", "agrees")`. `name` is
    the speaker's as a transcript from elsewhere has it.
    """

    kind: Literal["offline", "model", "person"]
    model: str | None = None
    instructions: str | None = None
    turned_down: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One line. `at` and `until` are seconds on the meeting's clock, None where there was no clock."""

    id: TurnId
    parent: TurnId | None
    speaker: Speaker
    text: str
    at: float | None = None
    until: float | None = None
    state: State = "whole"
    by: Source | None = None
    act: ActKind | None = None
    concern: str | None = None
    appraisal: Appraisal | None = None
    stance: Stance | None = None


class Tree:
    """The turns of one rehearsal. Order of insertion is kept; children stand in the order they were said."""

    def __init__(self, turns: Iterable[Turn] = ()) -> None:
        self._turns: dict[TurnId, Turn] = {}
        self._children: dict[TurnId | None, list[TurnId]] = {}
        for turn in turns:
            self.add(turn)

    def add(self, turn: Turn) -> None:
        """Add a turn. Its parent must be there (or None for a root). Raises ValueError otherwise."""
        if turn.id in self._turns:
            raise ValueError(f"turn {turn.id} is there already")
        if turn.parent is not None and turn.parent not in self._turns:
            raise ValueError(f"turn {turn.id} has no parent {turn.parent}")
        self._turns[turn.id] = turn
        self._children.setdefault(turn.parent, []).append(turn.id)

    def annotate(self, turn: TurnId, appraisal: Appraisal | None, stance: Stance | None) -> Turn:
        """Put what was made of a turn beside it. The words stay as they are."""
        self._turns[turn] = replace(self._turns[turn], appraisal=appraisal, stance=stance)
        return self._turns[turn]

    def __len__(self) -> int:
        return len(self._turns)

    def __iter__(self) -> Iterator[Turn]:
        return iter(self._turns.values())

    def __contains__(self, turn: object) -> bool:
        return turn in self._turns

    def __getitem__(self, turn: TurnId) -> Turn:
        return self._turns[turn]

    def children(self, turn: TurnId | None) -> tuple[Turn, ...]:
        return tuple(self._turns[c] for c in self._children.get(turn, ()))

    def siblings(self, turn: TurnId) -> tuple[Turn, ...]:
        """The turns said at the same moment, the given one among them, oldest first."""
        return self.children(self._turns[turn].parent)

    def take(self, leaf: TurnId) -> tuple[Turn, ...]:
        """The path from the root to this turn, root first."""
        path = []
        at: TurnId | None = leaf
        while at is not None:
            turn = self._turns[at]
            path.append(turn)
            at = turn.parent
        return tuple(reversed(path))

    def leaves(self) -> tuple[Turn, ...]:
        """The last turn of every take, in the order in which they were said."""
        return tuple(t for t in self._turns.values() if not self._children.get(t.id))

    def latest_leaf(self, under: TurnId | None = None) -> Turn | None:
        """The leaf that was said last (below `under`, where given)."""
        leaves = [t for t in self.leaves() if under is None or any(p.id == under for p in self.take(t.id))]
        return leaves[-1] if leaves else None
