"""The briefs of the library: what you prepared, for whom, for which initiative. Knows no widget; coroutines run in the engine's loop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rehearse import pitches
from rehearse.pitches import Brief, Pitch

if TYPE_CHECKING:
    from rehearse.catalog import Entry
    from rehearse.library.bundles import Bundles
    from ui.desk import Desk

MOST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Prepared:
    """A brief with the name of its initiative and of the person it is for; both may be empty."""

    brief: Brief
    initiative: str = ""
    person: str = ""

    @property
    def title(self) -> str:
        """What it is called in lists: the initiative, else the beginning of what is written."""
        brief = self.brief
        said = next((t for t in (self.initiative, brief.ask, brief.problem, brief.outcome, brief.step) if t.strip()), "")
        return " ".join(said.split())[:MOST_TITLE] or "Nothing written yet"

    @property
    def unsourced(self) -> int:
        """How many facts say nothing of where they come from."""
        return sum(bool(e.says.strip()) and not e.source.strip() for e in self.brief.evidence)


class Shelf:
    """One a page. Raises StoreProblem as the library does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def all(self) -> tuple[Prepared, ...]:
        """Every brief, the one that was changed last first. What cannot be read is left out."""
        people = {entry.id: entry.name for entry in (await self.desk.listed()).people}
        return await (await self.desk.library()).ask_bundles(lambda bundles: _all(bundles, people))

    async def people(self) -> tuple[Entry, ...]:
        """Whom a brief can be for."""
        listed = await self.desk.listed()
        return tuple(e for e in listed.people if e.shadowed_by is None and not e.broken)

    async def keep(self, prepared: Prepared) -> Prepared:
        """Keep a brief as it is now, and its initiative under one record for all briefs that name it. Gives it as it is kept."""
        return await (await self.desk.library()).change_bundles(lambda bundles: _keep(bundles, prepared))

    async def drop(self, id: str) -> None:
        """Take a brief away."""
        await (await self.desk.library()).change_bundles(lambda bundles: bundles.drop_note("briefs", id))


def _all(bundles: Bundles, people: Mapping[str, str]) -> tuple[Prepared, ...]:
    named = {id: p.title for id, p in _pitches(bundles).items()}
    found = []
    for id, data in bundles.notes("briefs").items():
        try:
            brief = replace(pitches.brief(data), id=id)
        except ValueError:
            continue
        found.append(Prepared(brief, named.get(brief.pitch, ""), people.get(brief.persona, "")))
    return tuple(reversed(found))


def _keep(bundles: Bundles, prepared: Prepared) -> Prepared:
    from rehearse.library.ids import new_id

    title = " ".join(prepared.initiative.split())[:MOST_TITLE]
    pitch = next((p for p in _pitches(bundles).values() if p.title.casefold() == title.casefold()), None) if title else None
    if title and pitch is None:
        pitch = Pitch(new_id("p"), title)
        bundles.put_note("pitches", pitch.id, pitches.to_json(pitch))
    brief = replace(prepared.brief, id=prepared.brief.id or new_id("w"), pitch=pitch.id if pitch else "")
    bundles.put_note("briefs", brief.id, pitches.to_json(brief))
    return replace(prepared, brief=brief, initiative=title)


def _pitches(bundles: Bundles) -> dict[str, Pitch]:
    found: dict[str, Pitch] = {}
    for id, data in bundles.notes("pitches").items():
        made = _pitch(data)
        if made is not None:
            found[id] = replace(made, id=id)
    return found


def _pitch(data: Mapping[str, Any]) -> Pitch | None:
    try:
        return pitches.pitch(data)
    except ValueError:
        return None
