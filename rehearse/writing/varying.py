"""Variations of a situation: harder or gentler, shorter, with somebody else, without one of the facts. Each becomes a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rehearse.catalog import Catalog
from rehearse.conversation import DIFFICULTIES
from rehearse.errors import InputProblem
from rehearse.personas import Persona
from rehearse.scenarios import Scenario, in_situation
from rehearse.writing.document import Document, Path
from rehearse.writing.drafts import Draft, title_of
from rehearse.writing.shelf import Shelf
from rehearse.writing.trying import checked

What = Literal["difficulty", "persona", "minutes", "without"]
PEOPLE = 3
FACTS = 4
FEWEST_MINUTES = 5
MOST_CONCERNS = 7
_LONGEST = 40  # characters of a fact in a title


@dataclass(frozen=True, slots=True)
class Variation:
    """One way in which a situation can be varied. `value` is a difficulty, a person's id, minutes, or a fact's id; `title` is that of
    the situation varied so, `says` a line for whoever chooses."""

    what: What
    value: str | int
    title: str
    says: str
    unbound: tuple[Path, ...] = ()


def variations(shelf: Shelf, catalog: Catalog, scenario: Document) -> tuple[Variation, ...]:
    """The variations that make sense for a situation as it is now, those first that change least. Raises InputProblem where it has
    a fault.

    Somebody else is offered where what they worry about and what is on the table fit into one meeting; those first who worry about
    most of the same things. Facts that they know as well stay. For a thread: everybody in the catalog is read, a second at first.
    """
    value = checked(scenario, shelf)
    if not isinstance(value, Scenario):
        raise InputProblem("Only a situation can be varied.")
    return tuple(_variations(shelf, catalog, scenario, value))


def vary(shelf: Shelf, scenario: Document, chosen: Sequence[Variation]) -> tuple[Draft, ...]:
    """A draft for each variation that was chosen. Raises StoreProblem."""
    return tuple(shelf.copy(varied(scenario, one), one.title) for one in chosen)


def varied(scenario: Document, by: Variation) -> Document:
    """The situation with this one thing changed. With somebody else, lines of the scripts that waited for a worry of the one before
    are said in their order."""
    made = scenario.copy()
    if by.what == "without":
        facts = made.get(("facts",)) or []
        made.remove(("facts", next(n for n, fact in enumerate(facts) if fact.get("id") == by.value)))
    else:
        made.put((by.what,), by.value)
    for path in by.unbound:
        made.remove(path)
    return made


def _variations(shelf: Shelf, catalog: Catalog, scenario: Document, value: Scenario) -> Iterator[Variation]:
    title = title_of(scenario)
    for difficulty in DIFFICULTIES:
        if difficulty != value.difficulty:
            yield Variation("difficulty", difficulty, f"{title} ({difficulty})", f"The same, {difficulty}.")
    them = shelf.known().persona(value.persona)
    minutes = value.minutes or (them.temperament.minutes if them else 10)
    if (fewer := max(FEWEST_MINUTES, minutes // 2)) < minutes:
        yield Variation("minutes", fewer, f"{title} (in {fewer} minutes)", f"The same in {fewer} minutes, not {minutes}.")
    for person in _others(shelf, catalog, value, them):
        unbound = _unbound(scenario, in_situation(person, value))
        yield Variation(
            "persona", person.id, f"{title} (with {person.name})", f"The same with {person.name}, {person.role}.", unbound
        )
    for fact in [fact for fact in value.facts if not fact.shared][:FACTS]:
        short = fact.says if len(fact.says) <= _LONGEST else f"{fact.says[: _LONGEST - 1].rstrip()}…"
        yield Variation("without", fact.id, f"{title} (without: {fact.id})", f"Without the fact: {short}")


def _others(shelf: Shelf, catalog: Catalog, value: Scenario, them: Persona | None) -> Iterator[Persona]:
    known = shelf.known()
    kinds = {concern.kind for concern in in_situation(them, value).concerns} if them else set()
    found: list[tuple[int, str, Persona]] = []
    for entry in catalog.people():
        if entry.id == value.persona or entry.broken or entry.shadowed_by is not None:
            continue
        person = known.persona(entry.id)
        if person is not None and _fits(value, person):
            same = len(kinds & {concern.kind for concern in person.concerns})
            found.append((-same - 2 * (them is not None and person.audience == them.audience), person.id, person))
    for _, _, person in sorted(found, key=lambda row: row[:2])[:PEOPLE]:
        yield person


def _fits(value: Scenario, person: Persona) -> bool:
    """Whether they and what is on the table fit into one meeting, and nothing waits for a worry that they do not have."""
    concerns = in_situation(person, value).concerns
    waits = [withheld.reveal for withheld in value.withheld] + [c.reveal for c in value.persona_for_this.concerns]
    named = {reveal.removeprefix("met: ") for reveal in waits if reveal.startswith("met:")}
    return len(concerns) <= MOST_CONCERNS and named <= {concern.id for concern in concerns}


def _unbound(scenario: Document, person: Persona) -> tuple[Path, ...]:
    """The places in the scripts that wait for a worry that this person does not have."""
    there = {concern.id for concern in person.concerns}
    return tuple(
        ("playtest", level, n, m, "for")
        for level, scripts in (scenario.get(("playtest",)) or {}).items()
        for n, script in enumerate(scripts or ())
        for m, line in enumerate(script if isinstance(script, list) else ())
        if isinstance(line, dict) and line.get("for") and line["for"] not in there
    )
