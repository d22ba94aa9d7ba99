"""What comes into the library from a file: a meeting of ours as it was, or somebody's transcript with what was made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from rehearse.catalog.catalog import Catalog
from rehearse.conversation import Mode, RehearsalId, Turn, TurnId
from rehearse.errors import InputProblem
from rehearse.exchange.transcript import Transcript
from rehearse.library.records import Rehearsal, RehearsalRecord
from rehearse.personas import Persona
from rehearse.preparation import record_of
from rehearse.review.types import Review
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.foreign import anybody, appraised
from rehearse.stakeholder.setting import Setting

MOST_TITLE = 120
_NAMED = 2  # others whose names stand in a title
_TURNS = frozenset({"turn", "turns", "leaf", "answers_turn"})  # keys under which a review names turns


class Shelf(Protocol):
    """What taking in needs of the library."""

    async def load(self, rehearsal: RehearsalId) -> Rehearsal: ...
    async def find_turn(self, turn: TurnId) -> RehearsalId | None: ...
    async def add_rehearsal(
        self, record: RehearsalRecord, said: Sequence[Turn], reviews: Sequence[Mapping[str, Any]] = ()
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Arrival:
    """A meeting that is not in the library yet. Parents stand before their children in `turns`, the oldest review first."""

    record: RehearsalRecord
    turns: tuple[Turn, ...]
    reviews: tuple[Mapping[str, Any], ...] = ()


def other_side(names: Sequence[str]) -> str:
    """Who the other side is, in a few words: `Dana Ruiz`, `Dana Ruiz and Kofi`, `Dana Ruiz and 3 others`."""
    if len(names) <= _NAMED:
        return " and ".join(names) or "The other side"
    return f"{names[0]} and {len(names) - 1} others"


def of_transcript(
    transcript: Transcript, like: Persona | None, scenario: Scenario | None, catalog: Catalog, id: RehearsalId,
    new_turn: Callable[[], TurnId], mode: Mode = "selling",
) -> tuple[Arrival, Setting]:  # fmt: skip
    """Somebody's transcript as a meeting. `like` is whose worries are looked for in what the other side said; with None those that
    are heard in their own words.

    The other side keeps the names that they have there: nobody of ours said these lines.
    """
    said = with_new_ids(transcript.turns, new_turn)
    here = in_situation(like or anybody(said), scenario)
    who = replace(here, name=other_side(transcript.others), pronouns="they", emblem="")
    register = catalog.register(here.register) if like else {}
    setting = Setting(who, scenario, mode, transcript.difficulty, ask=transcript.ask, register=register)
    turns = appraised(said, here)
    record = replace(
        record_of(setting, id), title=transcript.title[:MOST_TITLE] or who.name, ended="wrapped_up", leaf=turns[-1].id,
        minutes=None, clock=max((t.until or t.at or 0.0 for t in turns), default=0.0),
    )  # fmt: skip
    return Arrival(record, turns), setting


def with_new_ids(take: Sequence[Turn], new_turn: Callable[[], TurnId]) -> tuple[Turn, ...]:
    """A take under ids of its own: line numbers of a file are not unique in a library."""
    done: list[Turn] = []
    for turn in take:
        done.append(replace(turn, id=new_turn(), parent=done[-1].id if done else None))
    return tuple(done)


def reviewed(arrival: Arrival, made: Review) -> Arrival:
    """With a review that was just made of it, beside those it came with; where the list shows what came of it, that too."""
    left = sum(o.status in ("open", "dodged") for o in made.objections)
    record = replace(arrival.record, open_objections=left)
    return replace(arrival, record=record, reviews=(*arrival.reviews, made.to_json()))


async def is_there(arrival: Arrival, library: Shelf) -> bool:
    """Whether the library has this very meeting already, as when one's own export comes back."""
    try:
        kept = await library.load(arrival.record.id)
    except InputProblem:
        return False
    return all(t.id in kept.tree and kept.tree[t.id].text == t.text for t in arrival.turns)


async def take_in(arrival: Arrival, library: Shelf, new_id: Callable[[str], str]) -> RehearsalId:
    """Put it into the library, whole or not at all, and give its id there.

    It keeps its ids where they are free, so that going out and coming in changes nothing; else all are new. Raises StoreProblem.
    """
    if await _taken(arrival, library):
        arrival = renamed(arrival, new_id)
    try:
        await library.add_rehearsal(arrival.record, arrival.turns, arrival.reviews)
    except ValueError:  # the id of a review, or of a meeting that was deleted
        arrival = renamed(arrival, new_id)
        await library.add_rehearsal(arrival.record, arrival.turns, arrival.reviews)
    return arrival.record.id


async def _taken(arrival: Arrival, library: Shelf) -> bool:
    try:
        await library.load(arrival.record.id)
    except InputProblem:
        return await library.find_turn(arrival.turns[0].id) is not None
    return True


def renamed(arrival: Arrival, new_id: Callable[[str], str]) -> Arrival:
    """The same under new ids: the meeting's, every turn's, every review's, wherever they are named."""
    id = RehearsalId(new_id("r"))
    ids = {str(t.id): TurnId(new_id("t")) for t in arrival.turns}

    def named(value: Any, key: str = "") -> Any:
        if isinstance(value, Mapping):
            return {k: named(v, k) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [named(v, key) for v in value]
        return ids.get(value, value) if key in _TURNS and isinstance(value, str) else value

    turns = tuple(replace(t, id=ids[str(t.id)], parent=ids[str(t.parent)] if t.parent else None) for t in arrival.turns)
    leaf = ids.get(str(arrival.record.leaf))
    reviews = tuple({**named(r), "id": new_id("v"), "rehearsal": id} for r in arrival.reviews)
    return Arrival(replace(arrival.record, id=id, leaf=leaf), turns, reviews)
