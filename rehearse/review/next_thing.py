"""The one thing for next time: the single change that would have moved the most. Chosen by code, the same each time. Pure.

Candidates are the objections left unsettled and the criteria with lost weight, on one scale: points of the total. An open
objection of weight 3 stands for as much as most criteria, so that a lost criterion wins only where it weighs more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rehearse.conversation import Mode, Turn
from rehearse.personas import Concern, Persona, Test
from rehearse.review.advice import ADVICE, END, FIRST_OF, START
from rehearse.review.ledger import asked_before_answering
from rehearse.review.types import CriterionScore, Mark, Objection, OneThing
from rehearse.rubrics import Check, Rubric

_WORTH = 4.0  # points of the total that one weight of an unsettled objection stands for
_UNSETTLED = {"dodged": 1.0, "open": 1.0, "half_answered": 0.5}
_TIMES = ("", "once", "twice")


@dataclass(frozen=True, slots=True)
class _Room:
    take: Sequence[Turn]
    persona: Persona | None
    ledger: Sequence[Objection]

    @property
    def yours(self) -> list[Turn]:
        return [t for t in self.take if t.speaker == "you"]

    def reply_to(self, turn: str) -> str | None:
        """Your turn after this line of theirs, else your last one."""
        seen = False
        for t in self.take:
            seen = seen or t.id == turn
            if seen and t.speaker == "you":
                return t.id
        return self.yours[-1].id if self.yours else None


def choose(
    take: Sequence[Turn],
    rubric: Rubric,
    mode: Mode,
    marks: Sequence[Mark],
    criteria: Sequence[CriterionScore],
    ledger: Sequence[Objection],
    persona: Persona | None,
) -> OneThing | None:
    """None where nothing of yours was said, or nothing is left to better."""
    room = _Room(take, persona, ledger)
    if not room.yours:
        return None
    objection, gain = _heaviest(ledger)
    criterion, lost = _most_lost(criteria)
    from_ledger = criterion is not None and any(c.id == criterion.id and c.source == "ledger" for c in rubric.criteria)
    if objection is not None and (gain >= lost or from_ledger):
        return _about_objection(room, objection)
    if criterion is not None:
        return _about_criterion(room, rubric, criterion, marks)
    return None


def _heaviest(ledger: Sequence[Objection]) -> tuple[Objection | None, float]:
    worth = [(o, _WORTH * (o.weight or 1) * _UNSETTLED[o.status]) for o in ledger if o.status in _UNSETTLED]
    return max(worth, key=lambda pair: (pair[1], pair[0].status == "dodged"), default=(None, 0.0))


def _most_lost(criteria: Sequence[CriterionScore]) -> tuple[CriterionScore | None, float]:
    weights = sum(c.weight for c in criteria if c.applicable)
    lost = [
        (c, 100 * c.weight * (c.applicable - c.passed) / c.applicable / weights)
        for c in criteria
        if c.applicable and c.passed < c.applicable
    ]
    return max(lost, key=lambda pair: pair[1], default=(None, 0.0))


# --- an objection -----------------------------------------------------------------------------------------------------


def _about_objection(room: _Room, objection: Objection) -> OneThing:
    concern = room.persona.concern(objection.concern) if room.persona and objection.concern else None
    test = _first_unmet(concern, objection) if concern else None
    label = f"“{objection.label}”"
    if test is not None:
        words = f"Answer {label}: {imperative(test.test)}."
    else:
        words = f"Stay with {label} until it is answered, or park it with an owner and a date."
    return OneThing(
        words=words,
        why=_why_unsettled(concern, objection),
        objection=objection.id,
        turn=room.reply_to(objection.turns[-1]) or objection.turns[-1],
        line=test.sounds_like[0] if test and test.sounds_like else None,
    )


def _first_unmet(concern: Concern, objection: Objection) -> Test | None:
    return next((t for t in concern.required if t.id not in objection.met), None)


def _why_unsettled(concern: Concern | None, objection: Objection) -> str:
    times = len(objection.turns)
    came = f"It came up {_TIMES[times] if times < len(_TIMES) else f'{times} times'}"
    if objection.status == "half_answered" and concern is not None:
        needed = {t.id for t in concern.required}
        if needed <= set(objection.met):  # such as where a promise of yours came into doubt afterwards
            return f"{came} and was only half answered."
        return f"{came}; you gave {len(needed & set(objection.met))} of the {len(needed)} things that settle it."
    if objection.status == "dodged":
        return f"{came}, and your last words on it passed it over."
    return f"{came} and stayed open."


# What a test may go on with: "Gives a figure and says where it comes from", "Changes something, or leaves it to her".
_THEN = re.compile(
    r"(?:(?<=\band )|(?<=\bor )|(?<=, ))(says|gives|names|offers|tells|shows|puts|takes|leaves|changes|asks|admits|splits|brings|keeps|"
    r"counts|makes|commits|promises|explains|agrees|sets|proposes|describes)(?= )"
)


def imperative(sentence: str) -> str:
    """`Gives a figure and says whose` as `give a figure and say whose`: tests are written in the third person."""
    first, _, rest = sentence.strip().rstrip(".").partition(" ")
    return f"{_bare(first.lower())} {_THEN.sub(lambda m: _bare(m[1]), rest)}".strip()


def _bare(verb: str) -> str:
    """`says` as `say`."""
    if verb.endswith("ies") and len(verb) > 4:
        verb = verb[:-3] + "y"
    elif verb.endswith(("shes", "ches", "sses", "xes", "zes", "oes")):
        verb = verb[:-2]
    elif verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-1]
    return verb


# --- a criterion ------------------------------------------------------------------------------------------------------


def _about_criterion(room: _Room, rubric: Rubric, score: CriterionScore, marks: Sequence[Mark]) -> OneThing | None:
    lost = {m.check: m for m in marks if m.criterion == score.id and m.applies and not m.passed}
    order = [*FIRST_OF.get(score.id, ()), *lost]
    mark = next((lost[c] for c in order if c in lost), None)
    criterion = next((c for c in rubric.criteria if c.id == score.id), None)
    if mark is None or criterion is None:
        return None
    check = next((c for c in criterion.checks if c.id == mark.check), None)
    words, where = ADVICE.get((score.id, mark.check), ("", END))
    return OneThing(
        words=_pronouns(words, room.persona) if words else f"Next time, work on this: {mark.question}",
        why=_why_lost(room, score, mark),
        criterion=score.id,
        check=mark.check,
        turn=_moment(room, mark, where),
        line=_example(check),
    )


def _why_lost(room: _Room, score: CriterionScore, mark: Mark) -> str:
    if (score.id, mark.check) == ("listening", "asks_first"):
        unasked, answered = asked_before_answering(room.take, room.ledger)
        if unasked:
            objections = "objection" if answered == 1 else "objections"
            return f"You answered {unasked} of {answered} {objections} without asking anything first."
    return f"{score.title}: {score.passed} of {score.applicable} checks were shown."


def _moment(room: _Room, mark: Mark, where: str) -> str:
    """The turn of yours that it belongs to: where the nearest words stand, else where such words would have stood."""
    if mark.nearest is not None:
        return mark.nearest.turn
    yours = room.yours
    if where == START:
        return yours[0].id
    if where == END:
        return yours[-1].id
    unsettled = [o for o in room.ledger if not o.settled] or list(room.ledger)
    if unsettled:
        return room.reply_to(unsettled[0].turns[0]) or yours[-1].id
    return yours[min(1, len(yours) - 1)].id


def _example(check: Check | None) -> str | None:
    return check.example or None if check else None


def _pronouns(words: str, persona: Persona | None) -> str:
    they = persona is None or persona.pronouns == "they"
    return words.format(
        she=persona.pronouns if persona else "they",
        her=persona.object_pronoun if persona else "them",
        possessive=persona.possessive if persona else "their",
        is_="are" if they else "is",
        sees="see" if they else "sees",
    )
