"""The objections of all meetings: what was objected, by whom, of which kind, and what became of it. Pure.

Of each take its newest review counts; of a take that went on and was reviewed again, the review of the longer one. Two takes of
one meeting are two tries, and both count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from rehearse.conversation import ObjectionStatus
from rehearse.review.types import Objection

STATUSES: Final[tuple[ObjectionStatus, ...]] = ("open", "dodged", "half_answered", "parked", "answered")
"""What became of an objection, the least settled first."""
By = Literal["person", "kind"]
_MISSED: Final[Mapping[ObjectionStatus, float]] = {"open": 1.0, "dodged": 1.0, "half_answered": 0.5}
_OFTEN = 2  # times that something is missed before it is called a habit


@dataclass(frozen=True, slots=True)
class Voiced:
    """One objection of one take, and where it stands. `key` orders: the newest review first, within it as they came up.

    `turn` is the line that voiced it first; `started` is ISO 8601 text.
    """

    key: int
    rehearsal: str
    title: str
    started: str
    persona_id: str
    persona_name: str
    review: str
    leaf: str
    objection: Objection

    @property
    def turn(self) -> str:
        return self.objection.turns[0] if self.objection.turns else ""

    def to_json(self) -> dict[str, Any]:
        return {
            "rehearsal": self.rehearsal,
            "title": self.title,
            "started": self.started,
            "persona": {"id": self.persona_id, "name": self.persona_name},
            "review": self.review,
            "take": {"leaf": self.leaf},
            **self.objection.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many objections of one person (`persona_id` may be empty), one kind and one status there are."""

    persona_id: str
    persona_name: str
    kind: str
    status: ObjectionStatus
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """All objections of one person or of one kind. `key` is the person's id, or the name of who has none; or the kind."""

    by: By
    key: str
    name: str
    counts: Mapping[ObjectionStatus, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def unanswered(self) -> int:
        """Those left open, dodged or half answered. One that is parked with an owner is settled."""
        return sum(self.counts.get(s, 0) for s in _MISSED)

    @property
    def missed(self) -> float:
        """The same, a half answer counted half."""
        return sum(self.counts.get(s, 0) * weight for s, weight in _MISSED.items())


def groups(counts: Iterable[Count], by: By) -> tuple[Group, ...]:
    """The groups with what was missed most first. A person is called as in the last count of theirs."""
    sums: dict[str, dict[ObjectionStatus, int]] = {}
    names: dict[str, str] = {}
    for c in counts:
        key = c.kind if by == "kind" else c.persona_id or c.persona_name
        names[key] = c.kind if by == "kind" else c.persona_name
        of = sums.setdefault(key, {})
        of[c.status] = of.get(c.status, 0) + c.count
    found = [Group(by, key, names[key], {s: of[s] for s in STATUSES if of.get(s)}) for key, of in sums.items()]
    return tuple(sorted(found, key=lambda g: (-g.missed, -g.total, g.name.casefold(), g.key)))


def habit(found: Sequence[Group]) -> Group | None:
    """The group that is missed again and again, more often than not: what one keeps failing to answer. None where there is none.

    Never the worries heard in transcripts, of which nobody knows the kind: they have nothing in common but that.
    """
    often = [g for g in found if g.missed >= _OFTEN and 2 * g.missed > g.total and (g.by, g.key) != ("kind", "other")]
    return max(often, key=lambda g: g.missed, default=None)


def counting(reviews: Sequence[Mapping[str, Any]], parents: Mapping[str, str | None]) -> tuple[Mapping[str, Any], ...]:
    """Those of one meeting's reviews (oldest first) that count. `parents` is the tree: each turn's id with its parent's."""
    newest: dict[str | None, Mapping[str, Any]] = {}
    for review in reviews:
        newest[(review.get("take") or {}).get("leaf")] = review
    passed: set[str | None] = set()
    for leaf in newest:
        above = parents.get(leaf) if leaf is not None else None
        while above is not None and above not in passed:
            passed.add(above)
            above = parents.get(above)
    return tuple(review for leaf, review in newest.items() if leaf is None or leaf not in passed)
