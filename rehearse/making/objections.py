"""The objections of one worry: those in your words first, then the ready-made ones that suit. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rehearse.making.answers import Worry
from rehearse.personas import Concern, Line


@dataclass(frozen=True, slots=True)
class Parts:
    """Objections taken apart: in your words, ready-made ones that may be used, and which of those are not."""

    asks: tuple[str, ...]
    ready: tuple[Line, ...]
    left_out: tuple[str, ...]


def related(concern: Concern, common: Concern | None) -> bool:
    """Whether a concern of a file was made from this one of the library: the same id, and a line in common."""
    if common is None or concern.id != common.id:
        return False
    theirs = {o.says for o in common.objections} | set(common.root) | set(common.accepts)
    return not theirs.isdisjoint({o.says for o in concern.objections} | set(concern.root) | set(concern.accepts))


def take_apart(concern: Concern, common: Concern | None) -> Parts:
    """What was ready-made and what is in somebody's own words. A line with a need cannot be typed, so it is ready-made."""
    library = common.objections if common is not None and related(concern, common) else ()
    known = {o.says for o in library}
    here = {o.says for o in concern.objections}
    return Parts(
        tuple(o.says for o in concern.objections if o.says not in known and not o.needs),
        library + tuple(o for o in concern.objections if o.needs and o.says not in known),
        tuple(o.says for o in library if o.says not in here),
    )


def arranged(worry: Worry, ready: Sequence[Line]) -> tuple[Line, ...]:
    """The objections in the order of the file: the first ones are those that a worry is raised with."""
    own = tuple(Line(text) for text in worry.asks)
    said = set(worry.asks)
    return own + tuple(o for o in ready if o.says not in worry.left_out and o.says not in said)


def asked_by(number: int | None, before: Sequence[Line], now: Sequence[Line]) -> int | None:
    """Where the objection that asks for a test has gone: by its words; in the same place where its words were changed."""
    if number is None or not 0 < number <= len(before):
        return None
    text = before[number - 1].says
    for n, o in enumerate(now, 1):
        if o.says == text:
            return n
    changed = len(before) == len(now) and before[number - 1].needs == now[number - 1].needs
    return number if changed and now[number - 1].says not in {o.says for o in before} else None


def with_objections(concern: Concern, now: tuple[Line, ...]) -> Concern:
    """The concern with other objections, and its tests asked for by those that are left.

    What was added asks for the first thing that settles the worry: so it is really asked, and not only one of many.
    """
    before = concern.objections
    tests = [replace(t, asked_by=asked_by(t.asked_by, before, now)) for t in concern.resolved_by]
    known = {o.says for o in before}
    added = next((n for n, o in enumerate(now, 1) if o.says not in known), None) if len(now) > len(before) else None
    first = next((n for n, t in enumerate(tests) if t.required and t.of is None), None)
    if added is not None and first is not None:
        tests[first] = replace(tests[first], asked_by=added)
    return replace(concern, objections=now, resolved_by=tuple(tests))
