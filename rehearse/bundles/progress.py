"""Where each assignment stands, from the bundles and meetings of one library: given, rehearsed, sent, answered.

Answered is what the newest that was sent is: who sends something after an answer has sent again. Which is the newest is told by
the sender's clock alone, and what is answered by the ids, so that two clocks are never held against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rehearse.bundles.reading import MOST_NAME
from rehearse.bundles.records import folded
from rehearse.library.bundles import Bundles
from rehearse.library.handed import HandedRow

Step = Literal["given", "rehearsed", "sent", "answered"]


@dataclass(frozen=True, slots=True)
class ForPerson:
    """How far one person is with one assignment. `sent` are the submissions, `answered` the feedback on them."""

    name: str
    sent: tuple[HandedRow, ...] = ()
    answered: tuple[HandedRow, ...] = ()
    attempts: tuple[str, ...] = ()

    @property
    def step(self) -> Step:
        return step_of(self.sent, self.answered, bool(self.attempts))


def step_of(sent: Sequence[HandedRow], answered: Sequence[HandedRow], rehearsed: bool) -> Step:
    """How far somebody is, from what they sent and the feedback on it."""
    if not sent:
        return "rehearsed" if rehearsed else "given"
    newest = max(sent, key=lambda row: (row.made, row.digest))
    return "answered" if any(f.about == newest.id for f in answered) else "sent"


@dataclass(frozen=True, slots=True)
class State:
    """One assignment and everybody in it: those it names, and those who sent something for it. `attempts` are meetings held here."""

    assignment: HandedRow
    people: tuple[ForPerson, ...]
    attempts: tuple[str, ...] = ()

    @property
    def step(self) -> Step:
        """The furthest that anybody is."""
        steps = [p.step for p in self.people]
        order: tuple[Step, ...] = ("answered", "sent", "rehearsed", "given")
        return next((s for s in order if s in steps), "rehearsed" if self.attempts else "given")


def states(bundles: Bundles, submissions: Sequence[HandedRow] | None = None) -> tuple[State, ...]:
    """Every assignment of the library, oldest first. Reads the whole of the assignments, and rows of the rest; `submissions` are
    the rows of all that there are, where they were read already."""
    sent, answers = defaultdict(list), defaultdict(list)
    for row in bundles.rows("submission") if submissions is None else submissions:
        sent[row.about].append(row)
    for row in bundles.rows("feedback"):
        answers[row.about].append(row)
    out = []
    for row in bundles.rows("assignment"):
        data = bundles.data(row.digest)
        attempts = () if row.own else bundles.attempts(_hash(data))
        names = {folded(n): n for p in data.get("to", ()) if (n := str(p["name"])[:MOST_NAME])}
        by = defaultdict(list)
        for one in sent[row.id]:
            by[one.folded].append(one)
            names.setdefault(one.folded, one.author)
        people = []
        for key, name in names.items():
            theirs = tuple(by[key])
            got = tuple(f for id in dict.fromkeys(s.id for s in theirs) for f in answers[id])
            here = (bool(theirs) and any(s.own for s in theirs)) or len(names) == 1
            people.append(ForPerson(name, theirs, got, attempts if here else ()))
        out.append(State(row, tuple(people), attempts))
    return tuple(out)


def _hash(data: dict[str, Any]) -> str:
    from rehearse.catalog.loading import content_hash

    return content_hash(data["scenario"])
