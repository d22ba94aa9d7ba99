"""A scenario: a situation around a persona. Types and their rules; files are read by `rehearse.catalog`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from rehearse.conversation import Difficulty, Mode
from rehearse.personas import Concern, Condition, Gift, Persona, Withheld, merge_by_id


@dataclass(frozen=True, slots=True)
class Fact:
    """Something you may use. `value` and `unit` let code see a figure that contradicts it; `shared` = they know it too."""

    id: str
    says: str
    source: str = ""
    value: float | None = None
    unit: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    closes: str = ""
    load: Literal["quiet", "normal", "crunch", "after a reorganisation"] = "normal"


@dataclass(frozen=True, slots=True)
class Subject:
    """What the talk is about: fills [[problem]] and [[ask]]."""

    noun: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class PersonaChanges:
    """What this person has on the table here: merged by id over the persona's file."""

    cares_about: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    gives: tuple[Gift, ...] = ()
    opening: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`mode` is what you come for. `suits` is what this situation answers to, where that is something else: whoever sells
    where only influencing works gets no yes, and the review says why."""

    id: str
    title: str
    persona: str
    mode: Mode
    suits: Mode | None = None
    your_role: str = ""
    situation: str = ""
    timing: Timing = Timing()
    subject: Subject = Subject()
    ask: str = ""
    minutes: int | None = None
    difficulty: Difficulty = "normal"
    rubric: str = "buy-in"
    facts: tuple[Fact, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    persona_for_this: PersonaChanges = PersonaChanges()
    playtest: dict[str, tuple[object, ...]] = field(default_factory=dict)
    mentor_notes: str = ""
    hash: str = ""


def in_situation(persona: Persona, scenario: Scenario | None) -> Persona:
    """The persona with what the scenario puts on the table; the persona itself where there is none."""
    if scenario is None:
        return persona
    here = scenario.persona_for_this
    return replace(
        persona,
        cares_about=tuple(dict.fromkeys(here.cares_about + persona.cares_about)),
        concerns=merge_by_id(persona.concerns, here.concerns),
        conditions=merge_by_id(persona.conditions, here.conditions),
        gives=merge_by_id(persona.gives, here.gives),
        withheld=merge_by_id(persona.withheld, scenario.withheld),
        opening=here.opening or persona.opening,
    )
