"""Several judgings of one take: who judged, and where two of them differ. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from rehearse.review.types import Mark, Review


@dataclass(frozen=True, slots=True)
class Differs:
    """One check on which two judgings do not agree. None: that judging does not have it."""

    criterion: str
    title: str
    check: str
    question: str
    left: Mark | None
    right: Mark | None


def differences(left: Review, right: Review) -> tuple[Differs, ...]:
    """Every check with another verdict, in the order of the right judging. Empty where one of the two was not judged."""
    if not (left.judged and right.judged):
        return ()
    titles = {c.id: c.title for c in (*left.criteria, *right.criteria)}
    before = {(m.criterion, m.check): m for m in left.checks}
    after = {(m.criterion, m.check): m for m in right.checks}
    found = []
    for key in dict.fromkeys((*after, *before)):
        a, b = before.get(key), after.get(key)
        if (a.verdict if a else None) != (b.verdict if b else None):
            question = (b or a).asked if a or b else ""  # type: ignore[union-attr]
            found.append(Differs(key[0], titles.get(key[0], ""), key[1], question, a, b))
    return tuple(found)


def same_rules(left: Review, right: Review) -> bool:
    """Whether both were judged by the same rubric, word for word."""
    return (left.rubric_id, left.rubric_hash) == (right.rubric_id, right.rubric_hash)
