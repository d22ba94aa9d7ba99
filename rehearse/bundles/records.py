"""What a bundle holds, as values: an assignment, a submission, feedback. Texts are as they were written; keys not known are kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal

from rehearse.pitches import Brief
from rehearse.review.types import Said

Json = Mapping[str, Any]
Kind = Literal["assignment", "submission", "feedback"]
KINDS: tuple[Kind, ...] = ("assignment", "submission", "feedback")
Shown = Literal["takes", "reviews", "brief", "reflection"]
SHOWN: tuple[Shown, ...] = ("takes", "reviews", "brief", "reflection")
Next = Literal["done", "redo", "talk"]
NEXT: tuple[Next, ...] = ("done", "redo", "talk")
SUFFIX = ".rehearse"
VERSION = 1


def format_of(kind: str) -> str:
    """`assignment` as `rehearse/assignment@1`."""
    return f"rehearse/{kind}@{VERSION}"


def folded(name: str) -> str:
    """A person's name for comparing: names that differ only in case, spaces or composition are one name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", " ".join(name.split())).casefold())


@dataclass(frozen=True, slots=True)
class Person:
    """Who a bundle is from or for, by name only: there are no accounts."""

    name: str
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """`at` is local time, `2026-12-01` or `2026-12-01T17:00`; `zone` an IANA name such as `Europe/Berlin`, or `UTC`."""

    at: str
    zone: str = "UTC"
    extra: Json = field(default_factory=dict)

    @property
    def moment(self) -> datetime | None:
        """The moment at which it is due, the end of the day where no time is given; None where this computer does not know the
        zone, or `at` is no date."""
        from zoneinfo import ZoneInfo

        try:
            found = datetime.fromisoformat(self.at if "T" in self.at else f"{self.at}T23:59:59")
            return found.replace(tzinfo=ZoneInfo(self.zone))
        except (ValueError, KeyError, OSError):  # ZoneInfoNotFoundError is a KeyError
            return None


@dataclass(frozen=True, slots=True)
class Focus:
    """A check that the mentor wants to look at."""

    criterion: str
    check: str
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a mentor hands out. `scenario`, `persona`, `rubric` are the objects of their files, frozen as they were.

    `shows` is what the mentor will see of what is sent; `seal_to` the age recipient that a submission may be sealed to.
    """

    kind: ClassVar[Kind] = "assignment"
    id: str
    made: str
    author: Person
    title: str
    scenario: Json
    persona: Json
    rubric: Json | None = None
    to: tuple[Person, ...] = ()
    due: Due | None = None
    attempts: int = 1
    shows: tuple[Shown, ...] = SHOWN
    note: str = ""
    focus: tuple[Focus, ...] = ()
    seal_to: str = ""
    signature: Json | None = None
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A mentee's word on a mentor's: `to` is the id of a comment, or `criterion/check` of a mark; `contests` disagrees with it."""

    feedback: str
    to: str
    text: str
    contests: bool = False
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """What an engineer sends, on purpose. `takes` are meetings as `rehearse/rehearsal@1`, each with the one chosen take and
    its reviews; `assignment` is the id of the bundle that asked for it, empty where nobody did."""

    kind: ClassVar[Kind] = "submission"
    id: str
    made: str
    author: Person
    title: str
    takes: tuple[Json, ...]
    assignment: str = ""
    to: tuple[Person, ...] = ()
    brief: Brief | None = None
    reflection: str = ""
    answers: tuple[Answer, ...] = ()
    signature: Json | None = None
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mentor's own verdict on a check of a review, beside the judge's, with one line why. Of a take that was sent without a review
    `review` is the id of its last line."""

    review: str
    criterion: str
    check: str
    verdict: Said
    why: str = ""
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comment:
    """A mentor's words on words: `quote` is what stands at start to end (code points) of that line of that meeting."""

    id: str
    rehearsal: str
    turn: str
    start: int
    end: int
    quote: str
    text: str
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a mentor writes back on one submission. `next_turn` is the line to redo where `next` is redo."""

    kind: ClassVar[Kind] = "feedback"
    id: str
    made: str
    author: Person
    submission: str
    assignment: str = ""
    to: tuple[Person, ...] = ()
    marks: tuple[GivenMark, ...] = ()
    comments: tuple[Comment, ...] = ()
    next: Next | None = None
    next_turn: str = ""
    note: str = ""
    signature: Json | None = None
    extra: Json = field(default_factory=dict)


Bundle = Assignment | Submission | Feedback
TYPES: dict[str, type[Assignment] | type[Submission] | type[Feedback]] = {
    "assignment": Assignment, "submission": Submission, "feedback": Feedback,
}  # fmt: skip
