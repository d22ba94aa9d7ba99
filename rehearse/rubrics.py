"""A rubric: criteria made of yes/no checks, with weights. Types and their rules; files are read by `rehearse.catalog`."""

from __future__ import annotations

from dataclasses import dataclass, field

from rehearse.conversation import Mode
from rehearse.personas import Needs


@dataclass(frozen=True, slots=True)
class Check:
    """One yes/no question, with what counts, what does not, and an example of each.

    `needs` lets the offline judge see a check that it has no rule for: signals, as in a persona's test.
    """

    id: str
    question: str
    counts: str = ""
    does_not: str = ""
    example: str = ""
    not_example: str = ""
    needs: Needs = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """`source` is `judge` or `ledger` (filled by code from the objections); `applies_when` a mode or None for both."""

    id: str
    title: str
    weights: dict[str, float]
    checks: tuple[Check, ...]
    source: str = "judge"
    applies_when: Mode | None = None

    def applies(self, mode: Mode) -> bool:
        return (self.applies_when is None or self.applies_when == mode) and self.weights.get(mode, 0) > 0


@dataclass(frozen=True, slots=True)
class Rubric:
    id: str
    title: str
    criteria: tuple[Criterion, ...]
    red_flags: dict[str, int] = field(default_factory=dict)
    hash: str = ""

    def applying(self, mode: Mode) -> tuple[Criterion, ...]:
        return tuple(c for c in self.criteria if c.applies(mode))
