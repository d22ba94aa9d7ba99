"""What one place of a file says about another: ids that must exist, and exist once. Works on what was read, faults or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rehearse.catalog.report import Report, did_you_mean
from rehearse.catalog.yaml import Map


def in_persona(data: Map, report: Report) -> None:
    """Ids of concerns, tests, conditions, gives and withheld facts; what `of`, `asked_by` and `reveal` point at."""
    concerns = concern_ids(data)
    _once(data, report, "concerns", "conditions", "gives", "withheld")
    _in_concerns(data, report, concerns)
    _reveals(data, report, concerns)


def in_scenario(data: Map, report: Report, theirs: Collection[str] | None) -> None:
    """The same for a scenario. `theirs` are the concerns of its persona, None where the persona is not known."""
    _once(data, report, "facts", "withheld")
    here = data.get("persona_for_this")
    own = concern_ids(here) if isinstance(here, Map) else []
    known = None if theirs is None else [*theirs, *own]
    if isinstance(here, Map):
        _once(here, report, "concerns", "conditions", "gives")
        _in_concerns(here, report, known)
    _reveals(data, report, known)
    playtest = data.get("playtest")
    if known is not None and isinstance(playtest, Map):
        for script in (script for scripts in playtest.values() for script in _list(scripts)):
            for said in script if isinstance(script, list) else []:
                if isinstance(said, Map) and isinstance(said.get("for"), str) and said["for"] not in known:
                    _unknown_concern(said, "for", str(said["for"]), known, report)


def in_rubric(data: Map, report: Report) -> None:
    """Criteria stand once each."""
    _once(data, report, "criteria")


def in_concerns(data: Map, report: Report) -> None:
    """A library of concerns: each stands once, and waits for none that its person may not have."""
    _once(data, report, "concerns")
    _in_concerns(data, report, ())


def concern_ids(data: Map) -> list[str]:
    """The ids of the concerns in this group, as far as they are texts."""
    return [str(concern["id"]) for concern in _groups(data, "concerns") if isinstance(concern.get("id"), str)]


def _in_concerns(data: Map, report: Report, concerns: Collection[str] | None) -> None:
    for concern in _groups(data, "concerns"):
        _once(concern, report, "resolved_by")
        if concerns is not None:
            _reveal(concern, concerns, report)
        tests = [str(test.get("id")) for test in _groups(concern, "resolved_by")]
        for test in _groups(concern, "resolved_by"):
            of = test.get("of")
            if isinstance(of, str) and (of not in tests or of == test.get("id")):
                others = [id for id in tests if id != test.get("id")]
                message = f'"{of}" is no other test of this concern.{did_you_mean(of, others)}'
                report.add(test.lines["of"], (*test.where, "of"), message)
            asked = test.get("asked_by")
            there = len(_list(concern.get("objections")))
            if isinstance(asked, int) and not isinstance(asked, bool) and asked > there:
                message = f"there is no objection {asked}; this concern has {there}."
                report.add(test.lines["asked_by"], (*test.where, "asked_by"), message)


def _reveals(data: Map, report: Report, concerns: Collection[str] | None) -> None:
    if concerns is not None:
        for fact in _groups(data, "withheld"):
            _reveal(fact, concerns, report)


def _reveal(group: Map, concerns: Collection[str], report: Report) -> None:
    reveal = group.get("reveal")
    named: object = None
    if isinstance(reveal, str) and reveal.startswith("met:"):
        named = reveal[4:].strip()
    elif isinstance(reveal, Map):
        named = reveal.get("met")
    if not isinstance(named, str) or not named:
        return
    if named not in concerns:
        _unknown_concern(group, "reveal", named, concerns, report)
    elif named == group.get("id") and "weight" in group:
        report.add(group.lines["reveal"], (*group.where, "reveal"), "waits for itself. Name another concern, or write start.")


def _unknown_concern(group: Map, key: str, named: str, known: Collection[str], report: Report) -> None:
    message = f'names an unknown concern, "{named}".{did_you_mean(named, known)}'
    report.add(group.lines[key], (*group.where, key), message)


def _once(data: Map, report: Report, *names: str) -> None:
    for name in names:
        seen: dict[str, int] = {}
        for group in _groups(data, name):
            id = group.get("id")
            if not isinstance(id, str):
                continue
            if id in seen:
                message = f'"{id}" stands here twice; the first is in line {seen[id]}. Give one another id.'
                report.add(group.lines["id"], (*group.where, "id"), message)
            seen.setdefault(id, group.lines["id"])


def _groups(data: Map, name: str) -> Iterator[Map]:
    return (item for item in _list(data.get(name)) if isinstance(item, Map))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
