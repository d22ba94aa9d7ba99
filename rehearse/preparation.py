"""Makes a meeting out of what was chosen: a person or a scenario, how hard, how long; or out of one in the library."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from rehearse.catalog.catalog import Catalog
from rehearse.choice import Choice as Choice
from rehearse.clock import Clock
from rehearse.conversation import RehearsalId, Tree, Turn, TurnId
from rehearse.errors import InputProblem
from rehearse.library.records import Rehearsal, RehearsalRecord
from rehearse.meeting import Journal, Meeting, opening
from rehearse.personas import Line, Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario, in_situation
from rehearse.snapshots import from_plain, to_plain
from rehearse.stakeholder.setting import Series, Setting

MOST_SEED = 2**31
MINUTES = (1, 120)
MOST_ASK = 300  # characters
_RUBRIC = "judged_with"
"""Under this key the library keeps, beside a situation that was handed out, the rubric it was handed out with."""


def prepare(catalog: Catalog, choice: Choice, series: Series | None = None) -> Setting:
    """The setting of a new meeting. Raises InputProblem where a file is at fault or a number is out of range."""
    scenario = catalog.scenario(choice.scenario) if choice.scenario else None
    named = choice.persona or (catalog.persona_in(choice.scenario) if choice.scenario else None)
    if named is None:
        raise InputProblem("Nobody was chosen.", "Name a person or a scenario; `rehearse list personas` shows them.")
    persona = catalog.persona(named)
    minutes = choice.minutes or (scenario.minutes if scenario else None) or persona.temperament.minutes
    if not MINUTES[0] <= minutes <= MINUTES[1]:
        raise InputProblem(f"A meeting takes {MINUTES[0]} to {MINUTES[1]} minutes, not {minutes}.")
    seed = choice.seed if choice.seed is not None else secrets.randbelow(MOST_SEED)
    return Setting(
        persona=in_situation(persona, scenario),
        scenario=scenario,
        mode=choice.mode or (scenario.mode if scenario else "selling"),
        difficulty=choice.difficulty or (scenario.difficulty if scenario else "normal"),
        seed=seed,
        minutes=minutes,
        ask=_ask(choice),
        register=catalog.register(persona.register),
        series=series,
        rubric=_rubric_given(catalog, choice.scenario),
    )


def _rubric_given(catalog: Catalog, scenario: str | None) -> Rubric | None:
    """What a situation was handed out with; None for one of the catalog, whose rubric is looked up when it is needed."""
    if scenario is None or not catalog.handed_out(scenario):
        return None
    return catalog.rubric(catalog.rubric_in(scenario))


def anew(catalog: Catalog, was: RehearsalRecord, choice: Choice, series: Series | None = None) -> Setting:
    """The setting of a new meeting like one in the library: with the same person in the same situation, as the files are now.
    What `choice` names besides counts: how hard, how long.

    Where the situation was handed out they are as they were, since that is what was handed out, and ids lead to other files.
    Raises InputProblem where a file is gone or at fault.
    """
    if was_handed_out(was):
        return as_it_was(was, choice, series)
    return prepare(catalog, replace(choice, persona=was.persona_id, scenario=was.scenario_id), series)


def as_it_was(was: RehearsalRecord, choice: Choice, series: Series | None = None) -> Setting:
    """The setting of a new meeting with everything as the library kept it."""
    kept = setting_of(was, series)
    return replace(
        kept,
        mode=choice.mode or kept.mode,
        difficulty=choice.difficulty or kept.difficulty,
        seed=choice.seed if choice.seed is not None else secrets.randbelow(MOST_SEED),
        minutes=choice.minutes or kept.minutes,
        ask=_ask(choice) or kept.ask,
    )


def was_handed_out(record: RehearsalRecord) -> bool:
    """Whether a meeting was held in the situation of an assignment."""
    return bool(record.scenario and record.scenario.get(_RUBRIC))


def rubric_of(catalog: Catalog, setting: Setting) -> Rubric:
    """How a meeting is judged: as was handed out with its situation, else with the rubric that this names, as it is now. Raises
    InputProblem where that is gone or at fault."""
    return setting.rubric or catalog.rubric(setting.scenario.rubric if setting.scenario else "buy-in")


def title_of(setting: Setting) -> str:
    """What a meeting is called in lists: the scenario's title, the ask, or who it was with."""
    if setting.scenario and not setting.ask:
        return setting.scenario.title
    if setting.ask:
        return setting.ask[:1].upper() + setting.ask[1:]
    return f"A talk with {setting.persona.first_name}"


def record_of(
    setting: Setting, id: RehearsalId, *, model: str | None = None, after: RehearsalId | None = None, kept: bool | None = None,
    started: str | None = None,
) -> RehearsalRecord:  # fmt: skip
    """The library's record of a meeting that begins now."""
    persona, scenario = setting.persona, setting.scenario
    judged_with = {_RUBRIC: to_plain(setting.rubric)} if setting.rubric else {}
    return RehearsalRecord(
        id=id,
        title=title_of(setting),
        started=started or datetime.now(UTC).isoformat(timespec="milliseconds"),
        persona_id=persona.id,
        persona_name=persona.name,
        persona={**to_plain(persona), "common_lines": {k: [to_plain(x) for x in v] for k, v in setting.register.items()}},
        persona_hash=persona.hash,
        scenario_id=scenario.id if scenario else None,
        scenario={**to_plain(scenario), **judged_with} if scenario else None,
        scenario_hash=scenario.hash if scenario else None,
        mode=setting.mode,
        ask=setting.ask or None,
        difficulty=setting.difficulty,
        minutes=setting.minutes,
        seed=setting.seed,
        model=model,
        after=after,
        kept=kept,
    )


def setting_of(record: RehearsalRecord, series: Series | None = None) -> Setting:
    """The setting of a meeting in the library, with the people as they were. Raises ValueError for a damaged record."""
    persona = from_plain(Persona, record.persona)
    register = {str(k): tuple(from_plain(Line, x) for x in v) for k, v in dict(record.persona.get("common_lines") or {}).items()}
    sheet = record.scenario.get(_RUBRIC) if record.scenario else None
    return Setting(
        persona=persona,
        scenario=from_plain(Scenario, record.scenario) if record.scenario else None,
        mode=record.mode,
        difficulty=record.difficulty,
        seed=record.seed,
        minutes=round(record.minutes or persona.temperament.minutes),
        ask=record.ask or "",
        register=register,
        series=series,
        rubric=from_plain(Rubric, sheet) if sheet else None,
    )


def _ask(choice: Choice) -> str:
    return " ".join(choice.ask.split())[:MOST_ASK]


async def begin(
    setting: Setting, record: RehearsalRecord, library: LibraryFront, clock: Clock, new_turn: Callable[[], TurnId]
) -> Meeting:
    """A new meeting, with its record and opening line on disk."""
    root = opening(setting, new_turn)
    await library.create_rehearsal(replace(record, leaf=root.id), root)
    return Meeting(record.id, setting, Tree([root]), root.id, library, clock, new_turn)


def resume(
    kept: Rehearsal, library: Journal, clock: Clock, new_turn: Callable[[], TurnId], series: Series | None = None
) -> Meeting:
    """A meeting of the library, at the line where it stood. Raises InputProblem for one without lines."""
    leaf = kept.record.leaf or (last.id if (last := kept.tree.latest_leaf()) else None)
    if leaf is None or leaf not in kept.tree:
        raise InputProblem("This meeting has no lines to go on from.")
    return Meeting(kept.record.id, setting_of(kept.record, series), kept.tree, leaf, library, clock, new_turn)


class LibraryFront(Journal, Protocol):
    """What beginning a meeting needs of the library beside keeping its lines."""

    async def create_rehearsal(self, record: RehearsalRecord, root: Turn | None = None) -> None: ...
