"""What is missing or at fault in the answers, in plain words, each at its field. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rehearse.errors import Fault
from rehearse.making.answers import FEWEST, MOST, Answers, Worry
from rehearse.making.base import Base
from rehearse.personas import Concern
from rehearse.stakeholder.slots import SLOTS

MOST_SHORT, MOST_LINE = 80, 2_000
"""Characters of a name and of a line: what a file may hold."""
_SLOT = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Note(NamedTuple):
    """One thing to say. `field` is the question's part, as `name` or `worry:payback:asks`; `blocks` = nothing is saved with it."""

    field: str
    says: str
    blocks: bool = True


def look_over(answers: Answers, base: Base, library: Mapping[str, Concern]) -> tuple[Note, ...]:
    """Everything that there is to say, in the order of the questions."""
    return tuple(
        note
        for part in (_who(answers), _work(answers), _worries(answers, base, library), _manner(answers), _ending(answers))
        for note in part
    )


def _who(a: Answers) -> Iterator[Note]:
    if not a.name.strip():
        yield Note("name", "What are they called? A first name will do.")
    yield from _short("name", a.name, "The name")
    if not a.role.strip():
        yield Note("role", "What is their role? “Head of sales”, say.")
    yield from _short("role", a.role, "The role")
    yield from _long("summary", a.summary)


def _work(a: Answers) -> Iterator[Note]:
    if not a.measured:
        yield Note("measured", "What do they have to deliver? Asked what counts for them, they have little to say so far.", False)
    for said in a.measured:
        yield from _long("measured", said)
    for said in a.measured_says:
        yield from _spoken("measured_says", said)
    yield from _spoken("refused", a.refused)
    yield from _spoken("refused_why", a.refused_why)
    if a.refused and not a.refused_why.strip():
        yield Note("refused_why", "Why was it a no, as far as you know? Without it, asking them why leads nowhere.", False)


def _worries(a: Answers, base: Base, library: Mapping[str, Concern]) -> Iterator[Note]:
    count, was = len(a.worries), base.before.worries
    if count < FEWEST:
        there = "there is none yet" if count == 0 else f"there {'is' if count == 1 else 'are'} {count}"
        yield Note("worries", f"Choose at least three worries; {there}.", not 0 < len(was) < FEWEST)
    if count > MOST:
        yield Note("worries", f"Seven worries are the most that fit into a meeting; there are {count}.", len(was) <= MOST)
    if count and not any(w.weight == 3 for w in a.worries):
        old = bool(was) and not any(w.weight == 3 for w in was)
        yield Note("worries", "Say which worry decides: set one of them to “Decides”.", not old)
    for worry in a.worries:
        yield from _worry(worry, base, library)


def _worry(worry: Worry, base: Base, library: Mapping[str, Concern]) -> Iterator[Note]:
    place = f"worry:{worry.id}"
    if base.concern(worry.id, library) is None:
        yield Note(f"{place}:label", "This worry is in none of the files any more. Take it out, or choose another.")
        return
    if not worry.label.strip():
        yield Note(f"{place}:label", "What is it called? A word or two: it stands beside their objection.")
    yield from _short(f"{place}:label", worry.label, "What it is called")
    for said in worry.asks:
        yield from _spoken(f"{place}:asks", said)
    for said in worry.behind:
        yield from _spoken(f"{place}:behind", said)
    left = [o for o in base.ready(worry.id, library) if o.says not in worry.left_out and o.says not in worry.asks]
    if len(worry.asks) + len(left) < 2:
        yield Note(f"{place}:asks", "Leave them two ways or more to put it, so that they need not repeat themselves.")
    if not worry.behind:
        yield Note(f"{place}:behind", "What is behind it? Nothing comes yet when you ask.", False)


def _manner(a: Answers) -> Iterator[Note]:
    yield from _long("voice", a.voice)
    for said in a.opening:
        yield from _spoken("opening", said)


def _ending(a: Answers) -> Iterator[Note]:
    if not any(g.says.strip() for g in a.gives):
        yield Note("gives", "What would they put in of their own? Without it they may agree, and can never buy in.", False)
    for number, give in enumerate(a.gives):
        yield from _spoken(f"gives:{number}", give.says)
    for number, term in enumerate(a.terms):
        yield from _spoken(f"terms:{number}", term.says)


def _short(field: str, text: str, what: str) -> Iterator[Note]:
    if len(text) > MOST_SHORT:
        yield Note(field, f"{what} has {len(text)} characters; {MOST_SHORT} are the most.")


def _long(field: str, text: str) -> Iterator[Note]:
    if len(text) > MOST_LINE:
        yield Note(field, f"A line here has {len(text):,} characters; {MOST_LINE:,} are the most.")


def _spoken(field: str, text: str) -> Iterator[Note]:
    yield from _long(field, text)
    for word in _SLOT.findall(text):
        if word not in SLOTS:
            known = ", ".join(f"[[{slot}]]" for slot in SLOTS)
            yield Note(field, f"[[{word[:40]}]] is filled with nothing. There are {known}.")


_FIELDS = (
    ("name", "name"), ("role", "role"), ("summary", "summary"), ("cares_about", "measured"), ("voice", "voice"),
    ("opening", "opening"), ("vocabulary", "costs"), ("temperament", "minutes"), ("gives", "gives"), ("conditions", "terms"),
    ("concerns", "worries"),
)  # fmt: skip


def note_of(fault: Fault) -> Note:
    """What the catalog says of the file, at the field that it is about; at none where the form has no such field."""
    field = next((ours for theirs, ours in _FIELDS if fault.field.startswith(theirs)), "")
    return Note(field, f"{fault.field}: {fault.message}" if fault.field else fault.message, not fault.warning)
