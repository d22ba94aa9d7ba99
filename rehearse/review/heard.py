"""What the rules hear in a line, as if it were said at one moment of a take: which tests or check it meets, what else it does.

Pure; the same rules as in the room and in `rehearse appraise`. Nothing here goes into a review.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rehearse.conversation import Appraisal, Mode, MoveKind, Stance, Turn
from rehearse.personas import Concern, Persona
from rehearse.review.case import Case, Line
from rehearse.review.checks import Talk, look
from rehearse.review.ledger import confirms
from rehearse.review.next_thing import imperative
from rehearse.review.replies import VOICING
from rehearse.review.types import OneThing
from rehearse.rubrics import Check, Rubric
from rehearse.scenarios import Scenario
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder.facts import contradictions

_MINE = "t_line"
_ASKS: tuple[MoveKind, ...] = ("asks_open", "follows_up")
# Checks that the ledger decides: in one line they are moves.
_BY_MOVES: dict[tuple[str, str], tuple[MoveKind, ...]] = {
    ("objections", "acknowledged"): ("acknowledges", "reflects", "concedes"),
    ("objections", "explored"): _ASKS,
}
_GOOD: dict[MoveKind, str] = {
    "acknowledges": "says what is fair about the worry",
    "reflects": "says it back",
    "asks_open": "asks an open question",
    "follows_up": "asks about what was just said",
    "concedes": "changes the plan or gives a point",
    "invites": "asks for a hand in it",
    "takes_up": "takes up a condition",
    "gives_time": "gives something of your own",
    "asks_commitment": "asks for something",
}
_BAD: dict[MoveKind, str] = {
    "pressures": "presses",
    "pulls_rank": "leans on rank",
    "threatens": "threatens",
    "dismisses": "waves the worry away",
    "flatters": "flatters",
    "defers": "puts it off without an owner and a date",
    "jargon": "uses words that cost patience",
    "monologue": "goes on for long",
    "repeats": "says the same again",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that this moment asks for, as something to do, and your words that do it. `wanted`: it is the one thing."""

    words: str
    quote: str | None
    wanted: bool = False

    @property
    def met(self) -> bool:
        return self.quote is not None


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard in one line. `does` and `costs` are what else it does, in a few words each."""

    points: tuple[Point, ...]
    does: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()

    @property
    def meets(self) -> bool:
        """Whether the line does what is wanted, and nothing that costs trust."""
        return any(p.met for p in self.points if p.wanted) and not self.costs


@dataclass(frozen=True)
class Moment:
    """The place of the one thing: what was said before, the worry on the table and what it needs, or the check.

    `persona` is the one with the scenario merged in. `concern` is None where the one thing is about a check and nothing was on
    the table.
    """

    before: tuple[Turn, ...]
    persona: Persona
    scenario: Scenario | None
    mode: Mode
    concern: Concern | None = None
    test: str | None = None
    criterion: str = ""
    check: Check | None = None

    @property
    def previous(self) -> Turn | None:
        """Their line right before."""
        return self.before[-1] if self.before and self.before[-1].speaker == "stakeholder" else None

    @property
    def key(self) -> tuple[str, str] | None:
        """Criterion and check, where the one thing is about a check."""
        return (self.criterion, self.check.id) if self.check is not None else None

    @cached_property
    def stance(self) -> Stance | None:
        return next((t.stance for t in reversed(self.before) if t.stance is not None), None)

    def appraise(self, text: str) -> Appraisal:
        """What the rules take a line for, said here."""
        voiced = self.concern.id if self.concern is not None else None
        return rules.appraise(rules.read(text, self.persona, self.before, voiced), self.persona, self.stance)


def moment_of(
    thing: OneThing,
    take: Sequence[Turn],
    persona: Persona,
    scenario: Scenario | None,
    mode: Mode,
    rubric: Rubric | None,
    met: Sequence[str] = (),
) -> Moment:
    """The moment of a one thing. `met` are the tests that its objection has met in the whole take: the wanted one is the first
    that is not."""
    at = next((i for i, t in enumerate(take) if t.id == thing.turn), len(take))
    before = tuple(take[:at])
    criterion = next((c for c in rubric.criteria if c.id == thing.criterion), None) if rubric else None
    check = next((k for k in criterion.checks if k.id == thing.check), None) if criterion else None
    if thing.objection is not None:
        concern = persona.concern(thing.objection.removeprefix("o_"))
        test = next((t.id for t in concern.required if t.id not in met), None) if concern else None
        return Moment(before, persona, scenario, mode, concern, test)
    last = before[-1] if before else None
    voiced = last.concern if last is not None and (last.act is None or last.act in VOICING) else None
    concern = persona.concern(voiced) if voiced else None
    return Moment(before, persona, scenario, mode, concern, None, thing.criterion or "", check)


def hear(moment: Moment, text: str) -> Heard:
    """What the rules hear in this line."""
    if not text.strip():
        return Heard(())
    found = moment.appraise(text)
    kinds = dict.fromkeys(m.kind for m in found.moves)
    does = tuple(_GOOD[k] for k in kinds if k in _GOOD)
    costs = [_BAD[k] for k in kinds if k in _BAD]
    if moment.scenario is not None and contradictions(text, moment.scenario.facts):
        costs.append("gives a figure that the facts do not")
    points = _check(moment, text, found) if moment.check is not None else _tests(moment, found)
    return Heard(points, does, tuple(costs))


def _tests(moment: Moment, found: Appraisal) -> tuple[Point, ...]:
    concern = moment.concern
    if concern is None:
        return ()
    verdict = found.of(concern.id)
    met = verdict.tests if verdict is not None else ()
    points = []
    for test in concern.required:
        move = next((m for m in found.moves if m.kind == "answers" and (m.concern, m.test) == (concern.id, test.id)), None)
        quote = (move.quote if move is not None else "") if test.id in met else None
        points.append(Point(imperative(test.test), quote, test.id == moment.test))
    if moment.test is None:  # all its tests are met, and it came into doubt again: any of them would do
        return tuple(Point(p.words, p.quote, wanted=True) for p in points)
    return tuple(sorted(points, key=lambda p: not p.wanted))


def _check(moment: Moment, text: str, found: Appraisal) -> tuple[Point, ...]:
    assert moment.check is not None
    return (Point(moment.check.question, _shown(moment, text, found), wanted=True),)


def _shown(moment: Moment, text: str, found: Appraisal) -> str | None:
    """The words that show the check in this line alone, after the line it answers."""
    assert moment.check is not None
    key = (moment.criterion, moment.check.id)
    if key in _BY_MOVES:
        return next((m.quote for m in found.moves if m.kind in _BY_MOVES[key]), None)
    if key == ("objections", "confirmed"):
        return text if confirms(text) else None
    if moment.criterion == "objections":
        return next((m.quote for m in found.moves if m.kind in ("answers", "parks")), None)
    lines = [Line(str(t.id), t.speaker == "you", t.text) for t in moment.before[-1:]]
    case = Case(
        lines=(*lines, Line(_MINE, True, text)),
        mode=moment.mode,
        facts=moment.scenario.facts if moment.scenario else (),
        goals=moment.persona.cares_about,
        costly=moment.persona.vocabulary.costs_patience,
    )
    finding = look(Talk(case), moment.criterion, moment.check)
    if finding.verdict != "yes":
        return None
    return next((p.quote for p in finding.places if p.turn == _MINE), "")
