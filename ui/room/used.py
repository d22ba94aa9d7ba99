"""Which facts were used: a simple rule over your words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rehearse.scenarios import Fact
from rehearse.signals.stems import content_stems
from rehearse.stakeholder.facts import numbers_in

WORDS = 2  # content words of the fact in one line of yours
TELLING = 10.0  # a number from here on speaks for itself; a smaller one must be its value, beside a word of it
_DIGIT = re.compile(r"\d")


def used(fact: Fact, line: str) -> bool:
    """Whether this line uses the fact: it holds a number of it, or two of its content words."""
    said = content_stems(line)
    shared = {stem for stem in content_stems(f"{fact.says} {fact.unit}") & said if not _DIGIT.search(stem)}
    if len(shared) >= WORDS:
        return True
    known = set(numbers_in(fact.says)) | ({fact.value} if fact.value is not None else set())
    common = known & set(numbers_in(line))
    return any(number >= TELLING or (number == fact.value and bool(shared)) for number in common)


def used_in(facts: Iterable[Fact], lines: Iterable[str]) -> frozenset[str]:
    """The ids of the facts that these lines of yours use."""
    said = tuple(lines)
    return frozenset(fact.id for fact in facts if any(used(fact, line) for line in said))
