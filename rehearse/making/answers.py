"""What somebody answers about the person they will meet. Types and their rules: no disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rehearse.personas import Concern, GiftKind, Pronouns, Register

Pace = Literal["", "fast", "slow"]
BY_WORDS = ""
"""Which worry the last no was about: the one that its words speak of most."""
NONE = "-"
"""Which worry the last no was about: none of them."""

AUDIENCES: tuple[tuple[str, str], ...] = (
    ("executive", "Somebody at the top"),
    ("founder", "The founder"),
    ("engineering_manager", "An engineering manager"),
    ("product", "A product manager"),
    ("design", "A designer"),
    ("finance", "Somebody in finance"),
    ("sales", "Somebody in sales"),
    ("customer_success", "Somebody who looks after customers"),
    ("security", "Somebody in security or compliance"),
    ("peer", "Somebody who leads another team"),
    ("engineering", "A senior engineer"),
    ("report", "Somebody who reports to you"),
    ("partner", "Somebody outside the company"),
    ("other", "Somebody else"),
)
EMBLEM_OF = {
    "executive": "horizon", "founder": "anchor", "engineering_manager": "clock", "product": "circles", "design": "lens",
    "finance": "ledger", "sales": "wave", "customer_success": "arch", "security": "shield", "peer": "squares",
    "engineering": "lattice", "report": "sprout", "partner": "rings", "other": "seal",
}  # fmt: skip
PATIENCE = (6, 14)
MINUTES = (2, 60)
FEWEST, MOST = 3, 7
"""Worries of one person: fewer make no meeting, more do not fit into one."""


@dataclass(frozen=True, slots=True)
class Worry:
    """One worry, as far as the form changes it; the rest comes from the library of worries, or from the file.

    `behind` is what they say when they are asked for the reason; `asks` are objections in your words, one wording each;
    `left_out` are those of the ready-made objections that do not suit them.
    """

    id: str
    label: str = ""
    weight: int = 2
    behind: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Give:
    """What they would put in of their own. `id` is the file's, empty for a new one."""

    kind: GiftKind = "name"
    says: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A condition that they set. `id` is the file's, empty for a new one."""

    says: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The seven questions, in their order. What is empty was not answered."""

    name: str = ""
    pronouns: Pronouns = "they"
    role: str = ""
    audience: str = "executive"
    emblem: str = "horizon"
    summary: str = ""
    measured: tuple[str, ...] = ()
    measured_says: tuple[str, ...] = ()
    refused: str = ""
    refused_why: str = ""
    refused_worry: str = BY_WORDS
    worries: tuple[Worry, ...] = ()
    register: Register = "plain"
    pace: Pace = ""
    voice: str = ""
    costs: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    minutes: int = 10
    patience: int = 9
    receptivity: int = 3
    complies: bool = False
    gives: tuple[Give, ...] = ()
    terms: tuple[Term, ...] = ()

    def worry(self, id: str) -> Worry | None:
        return next((w for w in self.worries if w.id == id), None)


def chosen(concern: Concern) -> Worry:
    """A worry of the library as it is when it was just chosen."""
    return Worry(concern.id, concern.label, concern.weight, concern.root)


def lines(text: str) -> tuple[str, ...]:
    """What was typed one to a line, without empty lines and white space around."""
    return tuple(one for line in text.splitlines() if (one := " ".join(line.split())))


def listed(text: str) -> tuple[str, ...]:
    """What was typed with commas or lines between, each once."""
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
