"""What a line may rest on: the facts, the situation and what was said before. Its figures and dates must stand there. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rehearse.review.heard import Moment
from rehearse.signals.text import content_stems, fold
from rehearse.stakeholder.facts import numbers_in

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTHS})\b|\b({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?\b")
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")
_ONE = 1.0  # "one question" is no figure
_ENOUGH = 2  # words in common with what was not told yet, that nothing else here has


@dataclass(frozen=True)
class Grounds:
    """Everything that may be used at a moment, as text; and what was not told yet, which may not."""

    known: str
    hidden: str = ""

    @cached_property
    def _numbers(self) -> frozenset[float]:
        return frozenset(numbers_in_all(self.known))

    @cached_property
    def _days(self) -> frozenset[tuple[str, str]]:
        return frozenset(_days(self.known))

    @cached_property
    def _secret(self) -> tuple[frozenset[str], frozenset[str], frozenset[float]]:
        """Stems, names and numbers that only what was not told yet has."""
        known = content_stems(self.known)
        low = fold(self.known)
        names = frozenset(n for n in _NAME.findall(self.hidden) if fold(n) not in low)
        return content_stems(self.hidden) - known, names, frozenset(numbers_in_all(self.hidden)) - self._numbers - {_ONE}

    def holds(self, text: str) -> bool:
        """Whether every figure, date and day of the week of a line stands in what is known."""
        low, known = fold(text), fold(self.known)
        words = set(_MONTH.findall(low)) | set(_WEEKDAY.findall(low))
        return (
            all(n == _ONE or n in self._numbers for n in numbers_in_all(text))
            and all(d in self._days for d in _days(text))
            and all(re.search(rf"\b{w}\b", known) for w in words - {"may"})
        )

    def tells(self, text: str) -> bool:
        """Whether a line tells something that they have not told yet."""
        stems, names, numbers = self._secret
        shared = content_stems(text) & stems
        return (
            len(shared) >= _ENOUGH
            or bool(names & set(re.findall(r"[A-Z][\w'’-]+", text)))
            or not numbers.isdisjoint(numbers_in_all(text))
        )


def numbers_in_all(text: str) -> tuple[float, ...]:
    """Every number of a text of any length."""
    return tuple(n for at in range(0, max(1, len(text)), 1800) for n in numbers_in(text[at : at + 2000]))


def _days(text: str) -> Iterable[tuple[str, str]]:
    """Dates as day and month: "12 March" and "March 12" are one."""
    for a, b, c, d in _DAY.findall(fold(text)):
        yield (a or d, b or c)


def of(moment: Moment) -> Grounds:
    """What may be used at this moment: the facts with their sources, what both sides know, and every line said so far. What they
    have not told yet (withheld facts, and what is behind a worry) stays out of it."""
    scenario, persona = moment.scenario, moment.persona
    known = [t.text for t in moment.before]
    known += persona.cares_about
    known += [c.label for c in persona.concerns]
    if scenario is not None:
        known += [f"{f.says} {f.source} {f.value if f.value is not None else ''}" for f in scenario.facts]
        known += [scenario.situation, scenario.ask, scenario.timing.closes, scenario.subject.noun, scenario.subject.ask]
    stance = moment.stance
    told = set(stance.facts_told) if stance is not None else set()
    hidden = [w for h in persona.withheld if h.id not in told for w in h.says]
    if scenario is not None:
        hidden += [w for h in scenario.withheld if h.id not in told for w in h.says]
    for concern in persona.concerns:
        state = stance.concerns.get(concern.id) if stance is not None else None
        if state is None or not state.root_told:
            hidden += concern.root
    return Grounds("\n".join(x for x in known if x), "\n".join(hidden))
