"""The one thing for next time: the single change that would have moved the most. Chosen by code, the same each time. Pure.

Candidates are the objections left unsettled and the criteria with lost weight, on one scale: points of the total. An open
objection of weight 3 stands for as much as most criteria, so that a lost criterion wins only where it weighs more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from rehearse.conversation import Mode, Turn
from rehearse.personas import Concern, Persona, Test
from rehearse.review import moment
from rehearse.review.advice import ADVICE, END, FIRST_OF
from rehearse.review.ledger import asked_about, asked_before_answering, objections
from rehearse.review.moment import Room
from rehearse.review.types import CriterionScore, Mark, Objection, OneThing, Review
from rehearse.rubrics import Check, Rubric

_WORTH = 4.0  # points of the total that one weight of an unsettled objection stands for
_UNSETTLED = {"dodged": 1.0, "open": 1.0, "half_answered": 0.5}
_TIMES = ("", "once", "twice")


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
    room = Room(take, persona, ledger)
    if not room.yours:
        return None
    objection, gain = _heaviest(ledger)
    from_ledger = {c.id for c in rubric.criteria if c.source == "ledger"}
    for criterion, lost in _most_lost(criteria):
        if objection is not None and (gain >= lost or criterion.id in from_ledger):
            break
        made = _about_criterion(room, rubric, criterion, marks)
        if made is not None:  # else every line that it could be about does it already
            return made
    if objection is not None:
        return _about_objection(room, objection)
    return next((m for c, _ in _most_lost(criteria) if (m := _about_criterion(room, rubric, c, marks, anyhow=True))), None)


def without(review: Review, take: Sequence[Turn], persona: Persona | None, not_useful: Collection[str]) -> OneThing | None:
    """The one thing of a review, chosen again where it rests on an objection (an id) whose note somebody found not useful.

    What is left is weighed as at first; the criterion that counts objections is left out, since it would say the same again.
    None where nothing is left, or where the review has no rubric to choose by.
    """
    thing = review.one_thing
    if thing is None or thing.objection is None or thing.objection not in not_useful:
        return thing
    if review.rubric is None or review.mode is None:
        return None
    counted = {c.id for c in review.rubric.criteria if c.source == "ledger"}
    criteria = [replace(c, passed=c.applicable) if c.id in counted else c for c in review.criteria]
    found = objections(take, persona) or review.objections  # found anew: a stored review does not say which tests are met
    left = [o for o in found if o.id not in not_useful]
    return choose(take, review.rubric, review.mode, review.checks, criteria, left, persona)


def _heaviest(ledger: Sequence[Objection]) -> tuple[Objection | None, float]:
    worth = [(o, _WORTH * (o.weight or 1) * _UNSETTLED[o.status]) for o in ledger if o.status in _UNSETTLED]
    return max(worth, key=lambda pair: (pair[1], pair[0].status == "dodged"), default=(None, 0.0))


def _most_lost(criteria: Sequence[CriterionScore]) -> list[tuple[CriterionScore, float]]:
    """The criteria with lost weight and the points that each lost, the most first."""
    weights = sum(c.weight for c in criteria if c.applicable)
    lost = [
        (c, 100 * c.weight * (c.applicable - c.passed) / c.applicable / weights)
        for c in criteria
        if c.applicable and c.passed < c.applicable
    ]
    return sorted(lost, key=lambda pair: -pair[1])


# --- an objection -----------------------------------------------------------------------------------------------------


def _about_objection(room: Room, objection: Objection) -> OneThing:
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
        turn=moment.of_objection(room, objection),
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
    r"(?:(?<=\band )|(?<=\bor )|(?<=, )|(?<=: ))(says|gives|names|offers|tells|shows|puts|takes|leaves|changes|asks|admits|splits|brings|keeps|"
    r"counts|makes|commits|promises|explains|agrees|sets|proposes|describes|waits|cuts|stands|drops|sits|joins|does|goes)(?= )"
)


def imperative(sentence: str) -> str:
    """`Gives a figure and says whose` as `give a figure and say whose`: tests are written in the third person."""
    first, _, rest = sentence.strip().rstrip(".").replace(" - ", ": ").partition(" ")
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


def _about_criterion(
    room: Room, rubric: Rubric, score: CriterionScore, marks: Sequence[Mark], anyhow: bool = False
) -> OneThing | None:
    """The first lost check of a criterion that some line of yours does not do already (`anyhow`: the first one, where each does);
    None where there is none."""
    lost = {m.check: m for m in marks if m.criterion == score.id and m.applies and not m.passed}
    criterion = next((c for c in rubric.criteria if c.id == score.id), None)
    if criterion is None:
        return None
    order = [c for c in FIRST_OF.get(score.id, ()) if c in lost]
    for name in dict.fromkeys([*order, *lost]):
        mark = lost[name]
        words, where = ADVICE.get((score.id, name), ("", END))
        turn = moment.of_check(room, (score.id, name), mark, marks, where, anyhow)
        if turn is None:
            continue
        check = next((c for c in criterion.checks if c.id == name), None)
        return OneThing(
            words=_filled(words, room.persona) if words else f"Next time, work on this: {mark.asked}",
            why=_why_lost(room, score, mark),
            criterion=score.id,
            check=name,
            turn=turn,
            line=_example(check),
        )
    return None


def _why_lost(room: Room, score: CriterionScore, mark: Mark) -> str:
    key = (score.id, mark.check)
    if key == ("listening", "asks_first"):
        unasked, answered = asked_before_answering(room.take, room.ledger)
        if unasked:
            objections = "objection" if answered == 1 else "objections"
            return f"You answered {unasked} of {answered} {objections} without asking anything first."
    if key == ("objections", "explored") and room.ledger:
        asked, count = asked_about(room.take, room.ledger), len(room.ledger)
        worries = "worry" if count == 1 else "worries"
        return f"{room.persona.subject_pronoun if room.persona else 'They'} voiced {count} {worries}; you asked about {asked or 'none'}."
    if key == ("outcome", "goal") and room.persona is not None and room.persona.cares_about:
        cares = room.persona.verb("cares", "care")
        return (
            f"{room.persona.subject_pronoun} {cares} about {_listed(room.persona.cares_about[:2])}, and no line of yours says so."
        )
    return f"{score.title}: {score.passed} of {score.applicable} checks were shown."


def _listed(words: Sequence[str]) -> str:
    return " and ".join(f"“{w.strip().rstrip('.')}”" for w in words)


def _example(check: Check | None) -> str | None:
    return check.example or None if check else None


def _filled(words: str, persona: Persona | None) -> str:
    they = persona is None or persona.pronouns == "they"
    return words.format(
        she=persona.pronouns if persona else "they",
        her=persona.object_pronoun if persona else "them",
        possessive=persona.possessive if persona else "their",
        is_="are" if they else "is",
        sees="see" if they else "sees",
    )
