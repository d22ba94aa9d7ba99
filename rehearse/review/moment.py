"""The moment that advice belongs to: the line of yours that could have been another. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rehearse.conversation import Turn
from rehearse.personas import Persona
from rehearse.review.advice import END, START
from rehearse.review.types import Mark, Objection
from rehearse.signals import Context, find

Key = tuple[str, str]

# What in a line of yours does already what the advice on a check says. A check that is not here has no such sign.
DOES: dict[Key, tuple[str, ...]] = {
    ("problem", "first"): ("story", "customer"),
    ("evidence", "figure"): ("figure.money", "figure.percent", "figure.count"),
    ("evidence", "source"): ("source",),
    ("evidence", "limits"): ("error_range",),
    ("evidence", "shown"): ("story", "demo"),
    ("listening", "open"): ("question.open", "question.follow_up"),
    ("listening", "follows"): ("question.open", "question.follow_up"),
    ("listening", "says_back"): ("reflection",),
    ("listening", "asks_first"): ("question.open", "question.follow_up"),
    ("objections", "acknowledged"): ("acknowledgement", "reflection", "concession"),
    ("objections", "explored"): ("question.open", "question.follow_up"),
    ("step", "size"): ("small_step",),
    ("step", "success"): ("success_measure",),
    ("step", "stop"): ("stop_rule",),
    ("step", "back"): ("rollback",),
    ("honesty", "trade_off"): ("trade_off",),
    ("honesty", "unknown"): ("unknown",),
    ("honesty", "concedes"): ("concession",),
    ("ask", "owner"): ("owner",),
    ("ask", "date"): ("date",),
    ("seed", "view"): ("question.open", "invitation"),
    ("seed", "gives"): ("own_time", "credit"),
    ("seed", "next"): ("date",),
}
_AT_THE_START = frozenset({("problem", "first"), ("listening", "open"), ("seed", "view")})  # wherever near words stand
_FIGURES = DOES["evidence", "figure"]


@dataclass(frozen=True, slots=True)
class Room:
    """A take with the person and what became of the objections."""

    take: Sequence[Turn]
    persona: Persona | None
    ledger: Sequence[Objection]

    @property
    def yours(self) -> list[Turn]:
        return [t for t in self.take if t.speaker == "you" and t.text.strip()]

    def line(self, turn: str) -> Turn | None:
        return next((t for t in self.take if t.id == turn), None)

    def reply_to(self, turn: str) -> Turn | None:
        """Your line after this one of theirs, else your last one."""
        at = next((i for i, t in enumerate(self.take) if t.id == turn), len(self.take))
        after = (t for t in self.take[at + 1 :] if t.speaker == "you" and t.text.strip())
        return next(after, self.yours[-1] if self.yours else None)

    def kinds(self, line: Turn) -> set[str]:
        """The signals of a line of yours, in the light of the line before it."""
        at = next((i for i, t in enumerate(self.take) if t.id == line.id), 0)
        before = self.take[at - 1].text if at else ""
        goals = self.persona.cares_about if self.persona else ()
        costly = self.persona.vocabulary.costs_patience if self.persona else ()
        return {s.kind for s in find(line.text, Context(before, goals, costly))}


def of_objection(room: Room, objection: Objection) -> str:
    """Your reply to its first voicing since something of yours last settled a part of it: from there on it was open, and there
    is the most of the meeting left to say it in. An opening line counts only where it was not voiced again."""
    met_last = -1
    for at, turn in enumerate(room.take):
        verdict = turn.appraisal.of(objection.concern or "") if turn.speaker == "you" and turn.appraisal else None
        if verdict is not None and set(verdict.tests) & set(objection.met):
            met_last = at
    order = {str(t.id): at for at, t in enumerate(room.take)}
    voiced = [t for t in objection.turns if t in order]
    later = [t for t in voiced if order[t] > met_last and order[t] > 0] or voiced[-1:]
    reply = room.reply_to(later[0]) if later else None
    return str(reply.id) if reply is not None else objection.turns[-1]


def of_check(room: Room, key: Key, mark: Mark, marks: Sequence[Mark], where: str, anyhow: bool = False) -> str | None:
    """The line of yours that a lost check belongs to; None where every such line does it already, unless one is wanted anyhow."""
    done = () if anyhow else DOES.get(key, ())
    for line in _lines(room, key, mark, marks, where):
        if not done or room.kinds(line).isdisjoint(done):
            return str(line.id)
    return None


def _lines(room: Room, key: Key, mark: Mark, marks: Sequence[Mark], where: str) -> Iterator[Turn]:
    yours = room.yours
    near = room.line(mark.nearest.turn) if mark.nearest is not None and key not in _AT_THE_START else None
    if near is not None and near.speaker == "you":
        yield near
        return
    if key in (("evidence", "source"), ("evidence", "limits")):
        yield from _with_a_figure(room, marks)
    if key == ("objections", "confirmed"):
        yield from _answers(room)
    if key == ("outcome", "goal"):
        yield from (t for t in yours if not room.kinds(t).isdisjoint(("outcome", "ask")))
    if where == START:
        yield yours[0]
    elif where == END:
        yield next((t for t in reversed(yours) if "ask" in room.kinds(t)), yours[-1])
    else:
        yield from _replies(room)
        if not room.ledger:
            yield yours[min(1, len(yours) - 1)]


def _with_a_figure(room: Room, marks: Sequence[Mark]) -> Iterator[Turn]:
    figure = next((m for m in marks if (m.criterion, m.check) == ("evidence", "figure") and m.place is not None), None)
    line = room.line(figure.place.turn) if figure is not None and figure.place is not None else None
    if line is not None:
        yield line
    yield from (t for t in room.yours if t is not line and not room.kinds(t).isdisjoint(_FIGURES))


def _answers(room: Room) -> Iterator[Turn]:
    """Lines of yours that answered something, the last one first."""
    answered = {p.turn for o in room.ledger for p in o.answered}
    yield from (t for t in reversed(room.yours) if t.id in answered)


def _replies(room: Room) -> Iterator[Turn]:
    """Your replies to what they objected: what is unsettled first, then what weighs most, each at its first voicing."""
    seen: set[str] = set()
    for objection in sorted(room.ledger, key=lambda o: (o.settled, -(o.weight or 1))):
        first = next((t for t in objection.turns if room.take and t != room.take[0].id), objection.turns[0])
        line = room.reply_to(first)
        if line is not None and str(line.id) not in seen:
            seen.add(str(line.id))
            yield line
