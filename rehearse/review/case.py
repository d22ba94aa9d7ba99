"""What a judge sees and says: the take without secrets, outcome or names; and the sheet that comes back, not checked yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rehearse.conversation import Mode, Turn
from rehearse.review.types import JudgedBy, Verdict
from rehearse.rubrics import Rubric
from rehearse.scenarios import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a judge sees it: its turn id, whether it is yours, and the words. No act, stance, appraisal or name."""

    turn: str
    you: bool
    text: str


def lines_of(take: Iterable[Turn]) -> tuple[Line, ...]:
    """The lines of a take (root first). Empty ones, stopped before their first word, are left out."""
    return tuple(Line(str(t.id), t.speaker == "you", t.text) for t in take if t.text.strip())


@dataclass(frozen=True, slots=True)
class Case:
    """All that a judge may see: the take, the mode, facts you may use, goals the person is known for, words that need explaining.

    `names` maps a name that occurs in the lines to the label that stands for it where the lines leave this computer.
    Secrets, outcome, earlier reviews and mentor notes are not in here (DESIGN 7.1).
    """

    lines: tuple[Line, ...]
    mode: Mode
    facts: tuple[Fact, ...] = ()
    goals: tuple[str, ...] = ()
    costly: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def yours(self) -> tuple[Line, ...]:
        return tuple(x for x in self.lines if x.you)


@dataclass(frozen=True, slots=True)
class Words:
    """A place in one of your turns, as a judge points at it: not checked yet."""

    turn: str
    quote: str
    answers_turn: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a judge says about one check. For yes: the words that show it, `others` further places that show it as well.

    For no, `quote` may name the nearest words; `opposite` says that they show the contrary. `unsure` is said offline of a
    check that it has no rule for: it counts as applicable and not passed, and never as a claim about your words.
    """

    criterion: str
    check: str
    verdict: Verdict
    quote: str | None = None
    turn: str | None = None
    answers_turn: str | None = None
    others: tuple[Words, ...] = ()
    opposite: bool = False


@dataclass(frozen=True, slots=True)
class FlagClaim:
    """A red flag as a judge claims it; it counts only when the quote is found in a turn of yours."""

    kind: str
    quote: str
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled check sheet a run. `runs` holds one tuple of claims for each run (one run offline)."""

    runs: tuple[tuple[Claim, ...], ...]
    flags: tuple[FlagClaim, ...] = ()


class Judge(Protocol):
    """Fills a check sheet. Raises `rehearse.errors.ServiceProblem` where a service gave no usable answer."""

    @property
    def by(self) -> JudgedBy: ...

    async def judge(self, case: Case, rubric: Rubric) -> Sheet: ...
