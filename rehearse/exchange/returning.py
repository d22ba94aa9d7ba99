"""A meeting of ours that comes back: the record, the lines and the reviews that its object was made from.

The object does not hold the whole person. Where the same file is here still (the same hash), that is the person again; else one
is made of what the object knows of them, which is enough to read the meeting and not enough to go on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

from rehearse.catalog.catalog import Catalog
from rehearse.conversation import DIFFICULTIES, LADDER, Ladder, RehearsalId, TurnId
from rehearse.errors import InputProblem
from rehearse.events import EndReason
from rehearse.exchange.arrival import MOST_TITLE, Arrival
from rehearse.exchange.ours import LONGEST_ID, Misfit, short, tree_of
from rehearse.personas import GIFT_KINDS, Concern, Condition, Gift, Persona
from rehearse.preparation import MOST_SEED, record_of
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario, in_situation
from rehearse.stakeholder.setting import Setting

MOST_REVIEWS = 200
_MOST = 10_000  # checks of a review
_ENDED = (*get_args(EndReason),)
_Map = Mapping[str, Any]


def of_ours(name: str, data: dict[str, Any], catalog: Catalog, now: str) -> Arrival:
    """The meeting that an object speaks of, which `from_json` has read already. `now` stands where it has no time of its own.

    Raises InputProblem, with `name` in the message.
    """
    try:
        turns = tree_of(data)
    except Misfit as misfit:
        raise InputProblem(f"{name}: {misfit}.", "Export the meeting again, or mend it there.") from None
    ids = {str(t.id) for t in turns}
    leaf = next((str(t) for t in reversed(data["take"])), "")
    id = RehearsalId(_id(data.get("rehearsal")) or f"r_{leaf}"[:LONGEST_ID])
    reviews = tuple(_reviews(data, ids, id))
    setting, persona_hash = _setting(data, reviews, catalog)
    persona, scenario = _map(data.get("persona")), _map(data.get("scenario"))
    foreign = all(t.stance is None for t in turns)
    ended: EndReason = data["ended"] if data.get("ended") in _ENDED else "open"
    ladder: Ladder | None = data["ladder"] if ended != "open" and not foreign and data.get("ladder") in LADDER else None
    at = next(t for t in turns if str(t.id) == leaf)
    objections = (
        [o for o in data.get("objections") or () if isinstance(o, Mapping)] if isinstance(data.get("objections"), list) else []
    )
    record = replace(
        record_of(setting, id, started=_moment(data.get("started")) or now),
        title=short(data.get("title"), 2 * MOST_TITLE) or setting.persona.name,
        persona_id=_id(persona.get("id")) or "",
        persona_hash=persona_hash,
        scenario_id=_id(scenario.get("id")) or None,
        scenario_hash=short(scenario.get("hash")) or None,
        minutes=_number(data.get("minutes"), 600),
        model=short(data.get("model"), 120) or None,
        unaided=data.get("unaided") is True,
        after=RehearsalId(after) if (after := _id(data.get("after"))) else None,
        kept=data["kept"] if isinstance(data.get("kept"), bool) else None,
        ended=ended,
        ladder=ladder,
        forced=at.stance.forced if at.stance else False,
        decision=data["decision"] if ladder and isinstance(data.get("decision"), Mapping) else None,
        open_objections=sum(o.get("status") in ("open", "dodged") for o in objections) if ended != "open" else None,
        clock=at.until if at.until is not None else at.at or 0.0,
        leaf=TurnId(leaf),
    )  # fmt: skip
    return Arrival(record, turns, reviews)


def _setting(data: dict[str, Any], reviews: tuple[_Map, ...], catalog: Catalog) -> tuple[Setting, str]:
    given, there = _map(data.get("persona")), _map(data.get("scenario"))
    digest = short(given.get("hash"))
    person, (scenario, sheet) = _persona(given, digest, catalog), _scenario(there, catalog)
    register = {}
    if person is not None and (scenario is not None or not there):
        who = in_situation(person, scenario)
        register = catalog.register(person.register)
    else:
        who, scenario, sheet = rebuilt(data, reviews), None, None
    pronouns = given.get("pronouns")
    who = replace(
        who, name=short(given.get("name"), MOST_TITLE) or who.name, role=short(given.get("role")) or who.role,
        pronouns=pronouns if pronouns in ("she", "he", "they") else "they",
    )  # fmt: skip
    ask = short(data.get("ask"))
    seed = data.get("seed")
    difficulty = data.get("difficulty")
    setting = Setting(
        who,
        scenario,
        "influencing" if data.get("mode") == "influencing" else "selling",
        difficulty if difficulty in DIFFICULTIES else "normal",
        seed if isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed < 2**63 else len(ask) % MOST_SEED,
        ask="" if scenario is not None and scenario.ask == ask else ask,
        register=register,
        rubric=sheet,
    )
    return setting, digest


def _persona(given: _Map, digest: str, catalog: Catalog) -> Persona | None:
    id = _id(given.get("id"))
    name = catalog.as_held("persona", id, digest) if id and digest else ""
    return catalog.persona(name) if name else None


def _scenario(given: _Map, catalog: Catalog) -> tuple[Scenario | None, Rubric | None]:
    """The situation, and the rubric that it was handed out with."""
    id, digest = _id(given.get("id")), short(given.get("hash"))
    name = catalog.as_held("scenario", id, digest) if id and digest else ""
    if not name:
        return None, None
    return catalog.scenario(name), catalog.rubric(catalog.rubric_in(name)) if catalog.handed_out(name) else None


def rebuilt(data: _Map, reviews: tuple[_Map, ...]) -> Persona:
    """A person made of what an object knows of them: the worries they voiced, what they asked for, what they put in."""
    given = _map(data.get("persona"))
    concerns: dict[str, Concern] = {}
    for held in (data, *reviews):
        for o in _listed(held.get("objections")):
            id, weight = short(o.get("concern")), o.get("weight")
            if id:
                heavy = weight if isinstance(weight, int) and not isinstance(weight, bool) else 1
                concerns.setdefault(id, Concern(id, short(o.get("kind")), short(o.get("label")) or id, heavy))
    decision = _map(data.get("decision"))
    conditions = tuple(Condition(short(c.get("id")), _whole(c.get("words"))) for c in _listed(decision.get("conditions")))
    gave = next((_map(t.get("stance")).get("gave") for t in reversed(_listed(data.get("turns")))), None)
    gives = tuple(
        Gift(short(gave), g["kind"], _whole(g.get("words")))
        for g in _listed(decision.get("gives"))
        if g.get("kind") in GIFT_KINDS
    )
    missing = decision.get("missing")
    left = [k for k in missing if k in GIFT_KINDS] if isinstance(missing, list) else []
    could = tuple(Gift(f"not-given-{k}", k, "") for k in left)
    return Persona(
        _id(given.get("id")) or "", "", "they", "", "", "", "", concerns=tuple(concerns.values()), conditions=conditions,
        gives=gives + could,
    )  # fmt: skip


def _reviews(data: dict[str, Any], turns: set[str], id: RehearsalId) -> Iterator[_Map]:
    """Those that can be read and are of a take that is here; of one that stands twice, the first."""
    seen: set[str] = set()
    listed = _listed(data.get("reviews")) or [r for r in (data.get("review"),) if isinstance(r, Mapping)]
    for given in listed[:MOST_REVIEWS]:
        try:
            read = Review.from_json(given)
        except InputProblem:
            continue
        counts = (read.passed, read.applicable, read.total)
        if not all(n is None or (isinstance(n, int) and abs(n) < _MOST) for n in counts):
            continue
        if read.leaf in turns and read.id and len(read.id) <= LONGEST_ID and read.id not in seen:
            seen.add(read.id)
            yield {**given, "rehearsal": id, "created": _moment(given.get("created"))}


def _map(value: object) -> _Map:
    return value if isinstance(value, Mapping) else {}


def _listed(value: object) -> list[_Map]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _whole(value: object) -> str:
    return value if isinstance(value, str) else ""


def _id(value: object) -> str:
    """An id as it is; empty for what is none. An id is data: no file is ever opened or named by it."""
    return (
        value
        if isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable() and not set(value) & set("/\\.")
        else ""
    )


def _number(value: object, most: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= most:
        return None
    return value


def _moment(value: object) -> str:
    """A time in ISO 8601 as it is, empty for what is none."""
    if not isinstance(value, str) or len(value) > 40:
        return ""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return ""
    return value
