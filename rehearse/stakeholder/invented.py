"""Figures in a line that nobody said and this person cannot know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rehearse.personas import Persona
from rehearse.signals import find
from rehearse.signals.text import fold, sentences
from rehearse.stakeholder.facts import numbers_in
from rehearse.stakeholder.setting import Setting

_FIGURES = ("figure.money", "figure.percent", "figure.count")
_SMALL = 20  # things up to so many are counted in passing ("ten minutes of my review")
_PLAIN = (0.0, 1.0, 10.0, 50.0, 90.0, 99.0, 100.0)  # percentages that are ways of speaking
_NEAR = 0.06  # "about fifty" for 48
_EXACT = 0.02
# Arithmetic that somebody does in their head: a year of it, a half, each of four.
_PARTS = (1, 2, 3, 4, 5, 6, 10, 12, 20, 26, 50, 52, 100, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 10, 1 / 12)
LEAST = 10  # no figures are reckoned from less
_SUPPOSED = re.compile(
    r"\b(?:if|suppose|say|imagine|unless|what if|off by|let us say|let's say|whether|between|would|could|might|(?<!in )may)\b"
)


def invented(line: str, setting: Setting, heard: Iterable[str]) -> str:
    """The first figure that is stated and was neither said (`heard` holds both sides' lines) nor stands in what this person
    knows or says in the file, nor follows from one by a plain sum. "" where there is none. Asked and supposed figures are free."""
    if not any(c.isdigit() for c in line):
        return ""
    figures = [s for s in find(line) if s.kind in _FIGURES and any(c.isdigit() for c in line[s.start : s.end])]
    if not figures:
        return ""
    known: tuple[tuple[float, ...], tuple[float, ...]] | None = None
    for sentence in sentences(line):
        if sentence.question or _SUPPOSED.search(fold(sentence.text)):
            continue
        for figure in figures:
            words = line[figure.start : figure.end]
            if not sentence.start <= figure.start < sentence.end or _in_passing(figure.kind, numbers_in(words)):
                continue
            if known is None:
                known = _known(setting, heard)
            if any(not _follows(value, *known) for value in numbers_in(words)):
                return words
    return ""


def _in_passing(kind: str, values: tuple[float, ...]) -> bool:
    if kind == "figure.count":
        return all(v <= _SMALL for v in values)
    return kind == "figure.percent" and all(v in _PLAIN for v in values)


def _follows(value: float, said: tuple[float, ...], known: tuple[float, ...]) -> bool:
    def near(other: float, by: float) -> bool:
        return abs(value - other) <= by * abs(value)

    if any(near(k, _NEAR) for k in (*said, *known)):
        return True
    return any(near(k * part, _EXACT) for k in said if k >= LEAST for part in _PARTS)


def _known(setting: Setting, heard: Iterable[str]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The numbers of the talk and the situation, which people reckon with; and those of the person's own file."""
    scenario = setting.scenario
    talk = [
        *heard, setting.wanted, setting.problem, str(setting.minutes), *(f.says for f in setting.facts if f.shared),
        *((scenario.situation, scenario.timing.closes) if scenario else ()),
    ]  # fmt: skip
    return tuple({n for t in talk for n in numbers_in(t)}), tuple({n for t in _texts(setting.persona) for n in numbers_in(t)})


def _texts(persona: Persona) -> Iterable[str]:
    yield from (persona.summary, persona.voice, *persona.cares_about, *persona.opening)
    yield from (say for a in persona.answers for say in a.say)
    for concern in persona.concerns:
        yield from (*concern.root, *concern.accepts, *(o.says for o in concern.objections))
    yield from (c.says for c in persona.conditions)
    yield from (g.says for g in persona.gives)
    yield from (say for w in persona.withheld for say in w.says)
    yield from (line.says for lines in persona.lines.values() for line in lines)
