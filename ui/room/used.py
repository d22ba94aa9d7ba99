"""Which facts were used: a simple rule over your words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rehearse.scenarios import Fact
from rehearse.signals.stems import content_stems
from rehearse.stakeholder.facts import numbers_in

FEW, MANY = 2, 4  # content words of the fact in one line of yours: half of those it has, within these
TELLING = 10.0  # a number from here on speaks for itself; a smaller one must be its value, beside a word of it
_DIGIT = re.compile(r"\d")


class _Known:
    """What of a fact would be heard in a line."""

    def __init__(self, fact: Fact) -> None:
        self.id, self.value = fact.id, fact.value
        self.stems = frozenset(s for s in content_stems(f"{fact.says} {fact.unit}") if not _DIGIT.search(s))
        self.enough = min(MANY, max(FEW, (len(self.stems) + 1) // 2))
        self.numbers = frozenset(numbers_in(fact.says)) | ({fact.value} if fact.value is not None else frozenset())

    def in_(self, stems: frozenset[str], numbers: frozenset[float]) -> bool:
        shared = self.stems & stems
        if len(shared) >= self.enough:
            return True
        return any(n >= TELLING or (n == self.value and bool(shared)) for n in self.numbers & numbers)


def used(fact: Fact, line: str) -> bool:
    """Whether this line uses the fact: it holds a number of it, or half of its content words."""
    return bool(used_in((fact,), (line,)))


def used_in(facts: Iterable[Fact], lines: Iterable[str]) -> frozenset[str]:
    """The ids of the facts that these lines of yours use. Each line is read once, and no further than is needed."""
    left = [_Known(fact) for fact in facts]
    found: set[str] = set()
    for line in lines:
        if not left:
            break
        stems, numbers = frozenset(content_stems(line)), frozenset(numbers_in(line))
        found |= {known.id for known in left if known.in_(stems, numbers)}
        left = [known for known in left if known.id not in found]
    return frozenset(found)
