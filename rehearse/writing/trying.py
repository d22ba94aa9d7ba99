"""Trying out what is being written, kept nowhere: a minute with a person or in a situation, and a situation's own scripts played.

All of it takes a document as it is now (hand over `Document.copy()` from another thread) and `around`, who knows what else there is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import randbelow
from typing import Any

from rehearse import playtest as playing
from rehearse.catalog.report import field_name
from rehearse.errors import Fault, InputProblem
from rehearse.making.trial import Trial
from rehearse.making.words import OPENINGS
from rehearse.personas import Line, Persona
from rehearse.playtest import Played, Report
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.setting import Setting
from rehearse.writing.document import Around, Document
from rehearse.writing.looking import value_of

SEEDS = 12
"""Meetings of each script in a playtest from the desk: enough to see a verdict turn; `rehearse playtest --seeds` plays more."""


def minute(document: Document, around: Around, seed: int | None = None) -> Trial:
    """A meeting of at most four lines of yours with this person, or in this situation; `await trial.say(...)`.

    Raises InputProblem where the file has a fault, or names somebody who is not there: what is missing first.
    """
    setting = setting_of(document, around, randbelow(2**31) if seed is None else seed)
    return Trial(setting.persona, setting.register, setting.seed, setting)


def setting_of(document: Document, around: Around, seed: int = 0) -> Setting:
    """What a meeting with this draft is held with. Raises InputProblem as `minute`."""
    value = checked(document, around)
    if isinstance(value, Persona):
        person = _opened(value)
        return Setting(person, seed=seed, minutes=person.temperament.minutes, register=_register(around, person))
    if not isinstance(value, Scenario):
        raise InputProblem("A rubric is tried on meetings.", "Choose a situation with scripts, or a meeting of yours.")
    them = around.known().persona(value.persona)
    if them is None:
        raise InputProblem(f'There is no person "{value.persona}" who can be met.', "Choose another, or mend their file.")
    person = _opened(in_situation(them, value))
    return Setting(
        person, value, value.mode, value.difficulty, seed, value.minutes or person.temperament.minutes,
        register=_register(around, person),
    )  # fmt: skip


def checked(document: Document, around: Around) -> Any:
    """The person, situation or rubric that a document describes. Raises InputProblem, with every fault, where it has one."""
    value, remarks = value_of(document, around)
    if value is None:
        faults = tuple(Fault(document.name, r.line, field_name(r.path), r.message) for r in remarks if not r.warning)
        first = faults[0]
        raise InputProblem("It cannot be tried yet.", f"{first.field}: {first.message}" if first.field else first.message, faults)
    return value


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a playtest is: meetings played, of how many, and the last one."""

    played: int
    of: int
    last: Played


def playtest(
    document: Document,
    around: Around,
    seeds: int = SEEDS,
    told: Callable[[Progress], None] = lambda progress: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Report | None:
    """Play the scripts of a situation; `report.verdict` says in a sentence what was found. None where it was stopped.

    For a thread of its own: a script takes a tenth of a second or so for each seed. `told` is told after every meeting, and
    `stopped` asked, both in that thread. Raises InputProblem where the file has a fault, or no scripts of two levels.
    """
    setting = setting_of(document, around)
    whole = seeds * sum(len(scripts) for scripts in playing.comparable(setting.scenario).values())
    played: list[Played] = []
    for one in playing.meetings(setting, seeds):
        played.append(one)
        told(Progress(len(played), whole, one))
        if stopped():
            return None
    return Report(setting, seeds, tuple(played))


def _opened(person: Persona) -> Persona:
    return person if person.opening else replace(person, opening=OPENINGS[person.register])


def _register(around: Around, person: Persona) -> dict[str, tuple[Line, ...]]:
    common = around.known().register(person.register) or {}
    return {act: tuple(lines) for act, lines in common.items()}
