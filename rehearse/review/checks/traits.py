"""What the eye looks at in a sentence of yours: its words, its signals, and where it stands in the talk.

A trait that begins with @ is of the place: what they had just said, what you had said before. Nothing else counts the place of
a sentence, so that padding and another order of what does not belong together change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rehearse.hearing import features
from rehearse.review.checks import words
from rehearse.review.checks.talk import Spoken, Talk
from rehearse.signals.text import Sentence

_ARGUES = ("figure", "source", "outcome", "precedent", "comparison", "mitigation", "small_step", "ask", "demo", "story")
_SHORT, _LONG = 6, 22  # words of a sentence

Hits = Mapping[tuple[str, int], list[str]]  # (turn, start of a sentence): the checks whose rules point there


def of(talk: Talk, turn: Spoken, at: int, hits: Hits) -> frozenset[str]:
    """The traits of sentence `at` of a turn."""
    sentence = turn.sentences[at]
    kinds = _kinds(turn, sentence)
    found = set(features(sentence.text, kinds))
    found.update(f"@hit {check}" for check in hits.get((turn.line.turn, sentence.start), ()))
    if at + 1 < len(turn.sentences):
        found.update(f"@then {kind}" for kind in _kinds(turn, turn.sentences[at + 1]))
    if at:
        found.update(f"@after {kind}" for kind in _kinds(turn, turn.sentences[at - 1]))
    found.update(_of_place(talk, turn, at))
    return frozenset(found)


def _kinds(turn: Spoken, sentence: Sentence) -> frozenset[str]:
    return frozenset(s.kind for s in turn.signals if sentence.start <= s.start < sentence.end)


def _of_place(talk: Talk, turn: Spoken, at: int) -> Iterator[str]:
    sentence = turn.sentences[at]
    length = len(sentence.text.split())
    if length < _SHORT:
        yield "@short"
    elif length > _LONG:
        yield "@long"
    mine = talk.stems(sentence.text)
    if talk.case.goals and any(mine & talk.stems(goal) for goal in talk.case.goals):
        yield "@goal"
    if talk.solved_before(turn.at):
        yield "@late"
    if any(s.start < sentence.start for s in turn.stated(*_ARGUES)):
        yield "@argued"
    if turn.previous is None:
        return
    if at == 0:
        yield "@reply"
    yield from _of_theirs(turn.previous.text)
    shared = len(mine & talk.stems(turn.previous.text))
    if shared:
        yield "@shares" if shared == 1 else "@shares more"
    if any(len(mine & talk.stems(x.text)) > 1 and _on_condition(x.text) for x in talk.theirs_before(turn.at, 4)):
        yield "@condition"


@lru_cache(maxsize=64)
def _of_theirs(theirs: str) -> tuple[str, ...]:
    """What each sentence of a reply has of the line that it answers."""
    found = []
    if "?" in theirs.rstrip()[-3:]:
        found.append("@asked")
    if words.OBJECTS.search(theirs):
        found.append("@objected")
    if words.WANTS_THE_ASK.search(theirs) or words.WANTS_THE_PLAN.search(theirs):
        found.append("@wanted")
    return tuple(found)


@lru_cache(maxsize=64)
def _on_condition(theirs: str) -> bool:
    return words.CONDITION.search(theirs) is not None
