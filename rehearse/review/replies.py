"""Your replies to each objection, as the eye sees them: whether they grant the worry, and whether they answer it. Pure.

The moves of an appraisal know wordings, and the tests of a concern name what would answer it; the eye knows what readers took for
a reply to a worry, whoever's it was. The ledger asks it where nobody's own stance says what a reply did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import exp

from rehearse.conversation import Turn
from rehearse.eye import LEAST, NOTHING, SCALE, eye, weight
from rehearse.personas import Persona
from rehearse.review import evidence
from rehearse.review.case import Case, lines_of
from rehearse.review.checks import RULES, Talk
from rehearse.review.checks.seen import Scored, Seen
from rehearse.review.types import Objection, Place
from rehearse.stakeholder.anybody import NOBODY

# Acts that put a concern on the table. The others speak of one (accept_point, tell_root ...) without voicing it.
VOICING = frozenset({"open", "raise", "press", "doubt", "probe", "reopen"})
GRANTS = "objections.acknowledged"  # as the eye names them
ANSWERS = "objections.root"
HEARD = f"{ANSWERS} (heard)"  # the level for somebody whose worries were heard, and nobody wrote
_CERTAIN = 1000
_NAMED = SCALE  # a sentence of which the eye is that sure, 32nds of a logit, is named as an answer beside the best


class Replies:
    """What you said to each objection of a take (root first). `persona` is the one with the scenario merged in."""

    def __init__(self, take: Sequence[Turn], persona: Persona) -> None:
        self._take, self._persona = take, persona

    @cached_property
    def _sentences(self) -> dict[str, list[Scored]]:
        """By turn."""
        person = self._persona
        case = Case(lines_of(self._take), "selling", goals=person.cares_about, costly=person.vocabulary.costs_patience)
        found: dict[str, list[Scored]] = {}
        for one in Seen(Talk(case), RULES).scores():
            found.setdefault(one.turn.line.turn, []).append(one)
        return found

    def grant(self, found: Sequence[Objection]) -> tuple[bool, Place | None]:
        """Whether at least half of the objections were granted, taken together, and the words that show it best.

        A doubtful reply counts by the chance that it does; none counts for more than makes half of them enough.
        """
        rows = [self._said(about(self._take, o.concern)) for o in found]
        level = eye().level(GRANTS)
        most = max((s for r in rows for s in r), key=lambda s: s.scores[GRANTS], default=None)
        if most is None or sum(min(2 * level, chance(weight(_once(r, GRANTS)))) for r in rows) < level * len(rows):
            return False, None
        return True, place(most)

    def answer(self, objection: Objection) -> tuple[Place, ...]:
        """The words that answer an objection, the best first; none where the eye sees no answer.

        What the ledger takes for settled by itself needs less to be believed; what they came back to, and got nothing on, is not.
        """
        rows = self._said(about(self._take, objection.concern))
        last = self._said(about(self._take, objection.concern, after=objection.turns[-1]))
        scores = _once(rows, ANSWERS)
        heard = HEARD if self._persona.id == NOBODY else ANSWERS
        if weight(scores) < eye().level(heard, ruled=objection.settled):
            return ()
        if not objection.settled and (max(scores, default=NOTHING) < LEAST or _empty(last)):
            return ()
        order = sorted(rows, key=lambda s: -s.scores[ANSWERS])
        return tuple(place(s) for n, s in enumerate(order[:3]) if n == 0 or s.scores[ANSWERS] >= _NAMED)

    def _said(self, turns: Iterable[str]) -> list[Scored]:
        return [s for turn in turns for s in self._sentences.get(turn, ())]


def about(take: Sequence[Turn], concern: str | None, after: str | None = None) -> tuple[str, ...]:
    """Your turns right after a line that voices this concern, and those after its first voicing that are about it; with `after`
    only those after this turn."""
    found, voiced, seen, counts = [], False, False, after is None
    for turn in take:
        counts = counts or turn.id == after
        if turn.speaker == "stakeholder":
            voiced = turn.concern == concern and (turn.act is None or turn.act in VOICING)
            seen = seen or voiced
            continue
        verdict = turn.appraisal.of(concern or "") if turn.appraisal else None
        if counts and (voiced or (seen and verdict is not None and verdict.about)):
            found.append(str(turn.id))
    return tuple(found)


def chance(weight: int) -> int:
    """That at least one of some sentences shows it, in thousandths, by what they hold together (`eye.weight`)."""
    return round(_CERTAIN * (1 - exp(-weight / _CERTAIN)))


def place(one: Scored) -> Place:
    """A sentence, or the best forty words of it, as a place in its turn."""
    turn, sentence = one.turn, one.sentence
    quote = turn.words(sentence.start, sentence.end).quote
    start, end = evidence.find(turn.text, quote) or (sentence.start, sentence.end)
    return Place(turn.line.turn, start, end, turn.text[start:end])


def _empty(rows: Sequence[Scored]) -> bool:
    return bool(rows) and max(s.scores[ANSWERS] for s in rows) < NOTHING


def _once(rows: Iterable[Scored], check: str) -> list[int]:
    """The scores for one check; what is said again weighs no more."""
    return list({s.sentence.text: s.scores[check] for s in rows}.values())
