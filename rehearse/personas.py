"""A persona: what is true of a stakeholder in any situation. Types and their rules; files are read by `rehearse.catalog`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar, get_args

Pronouns = Literal["she", "he", "they"]
Register = Literal["terse", "plain", "warm", "formal"]
REGISTERS: tuple[Register, ...] = get_args(Register)
EMBLEMS = (
    "horizon", "clock", "circles", "ledger", "squares", "sprout", "rings", "shield", "lattice", "lens", "arch",
    "wave", "anchor", "seal",
)  # fmt: skip
GiftKind = Literal["name", "date", "money", "time", "idea"]
GIFT_KINDS: tuple[GiftKind, ...] = get_args(GiftKind)

Needs = tuple[tuple[str, ...], ...]
"""Signal ids: all of the outer, any of the inner. `needs: [a, [c, d]]` is `(("a",), ("c", "d"))`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One wording. `needs` = only when all of these slots or signals were said before (by you)."""

    says: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Test:
    """One thing that resolves a concern. Required unless it says otherwise; `of` = may be met in a later turn than that test."""

    id: str
    test: str
    needs: Needs = ()
    of: str | None = None
    required: bool = True
    asked_by: int | None = None  # which of the objections (from 1) asks for it
    sounds_like: tuple[str, ...] = ()

    __test__ = False  # not a pytest class


@dataclass(frozen=True, slots=True)
class NotEnough:
    """A kind of answer that does not count, and how it is seen."""

    says: str
    seen_as: Literal["asserted", "deflected"] = "asserted"


@dataclass(frozen=True, slots=True)
class Concern:
    """One worry. `worry` is for people and never spoken; `root` is what they say when asked."""

    id: str
    kind: str
    label: str
    weight: int
    worry: str = ""
    root: tuple[str, ...] = ()
    reveal: str = "start"
    about: tuple[str, ...] = ()
    resolved_by: tuple[Test, ...] = ()
    not_enough: tuple[NotEnough, ...] = ()
    objections: tuple[Line, ...] = ()
    accepts: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[Test, ...]:
        return tuple(t for t in self.resolved_by if t.required)

    def test(self, id: str) -> Test | None:
        return next((t for t in self.resolved_by if t.id == id), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What they say to a question of yours about one of these subjects."""

    about: tuple[str, ...]
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What they ask for before they agree. `taken_up_by` are signals that show that you took it up."""

    id: str
    says: str
    about: tuple[str, ...] = ()
    taken_up_by: Needs = ()


@dataclass(frozen=True, slots=True)
class Gift:
    """What they put in of their own when they buy in."""

    id: str
    kind: GiftKind
    says: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fact that comes out only when it was earned. `reveal` has the grammar of a concern's."""

    id: str
    about: tuple[str, ...]
    says: tuple[str, ...]
    reveal: str = "asked"


@dataclass(frozen=True, slots=True)
class Temperament:
    """Receptivity 1-5 (3 = even), patience in turns (6-14), minutes they give, signals they yield to."""

    receptivity: int = 3
    patience: int = 9
    minutes: int = 10
    yields_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    likes: tuple[str, ...] = ()
    costs_patience: tuple[str, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Persona:
    """The whole person. `lines` maps an act to its wordings; `endings` maps a ladder step to closing lines."""

    id: str
    name: str
    pronouns: Pronouns
    role: str
    audience: str
    emblem: str
    summary: str
    voice: str = ""
    register: Register = "plain"
    language: str = "en"
    cares_about: tuple[str, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    temperament: Temperament = Temperament()
    opening: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    concerns: tuple[Concern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    gives: tuple[Gift, ...] = ()
    deal_breakers: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hash: str = ""

    def concern(self, id: str) -> Concern | None:
        return next((c for c in self.concerns if c.id == id), None)

    def told(self, because: str) -> str:
        """A reason why they moved, as one says it of them: worries by their names in quotes ("it never ends is answered" is no
        sentence), and "their view" as hers or his."""
        because = because.replace("they asked", f"{self.pronouns} asked").replace("their view", f"{self.possessive} view")
        for label in sorted((c.label for c in self.concerns if c.label), key=len, reverse=True):
            at = re.search(rf"(?<!\w){re.escape(label)}(?!\w)", because, re.IGNORECASE)
            if at is not None:
                return f"{because[: at.start()]}“{label}”{because[at.end() :]}"
        return because

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def subject_pronoun(self) -> str:
        """`She`, `He` or `They`, for the beginning of a sentence."""
        return self.pronouns.capitalize()

    @property
    def object_pronoun(self) -> str:
        return {"she": "her", "he": "him", "they": "them"}[self.pronouns]

    @property
    def possessive(self) -> str:
        return {"she": "her", "he": "his", "they": "their"}[self.pronouns]

    def verb(self, singular: str, plural: str) -> str:
        """The verb form that goes with the pronoun: `p.verb("agrees", "agree")`."""
        return plural if self.pronouns == "they" else singular


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Named = TypeVar("_Named", bound=_HasId)


def merge_by_id(base: tuple[_Named, ...], over: tuple[_Named, ...]) -> tuple[_Named, ...]:
    """`over` replaces what has the same id in `base` and adds the rest."""
    ids = {o.id: o for o in over}
    kept = tuple(ids.pop(b.id, b) for b in base)
    return kept + tuple(ids.values())
