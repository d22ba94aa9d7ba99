"""Two takes of one meeting side by side: where they part, and what changed. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rehearse.conversation import LADDER, Ladder, ObjectionStatus, Stance, Tree, Turn, TurnId
from rehearse.personas import Persona
from rehearse.review.ledger import last_stance, objections
from rehearse.review.types import Mark, Review
from rehearse.stakeholder.slots import fill

_BETTER: tuple[ObjectionStatus | None, ...] = ("dodged", "open", "half_answered", "parked", "answered")


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of one worry in each take. None: it was not voiced there."""

    concern: str
    label: str
    left: ObjectionStatus | None
    right: ObjectionStatus | None

    @property
    def better(self) -> bool | None:
        """Whether the right take did better by it; None where that cannot be said."""
        if self.left is None or self.right is None or self.left == self.right:
            return None
        return _BETTER.index(self.right) > _BETTER.index(self.left)


@dataclass(frozen=True, slots=True)
class Changed:
    """One check that was shown in one of the takes only."""

    criterion: str
    title: str
    check: str
    question: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two takes from where they part. `common` is how many lines they share; `left` and `right` what follows there.

    `words` says in sentences what is new in the right take and what is not in it any more. `gained` and `lost` are the checks of
    the right take against the left; both are None where one of them was not judged, or by another rubric. `patience` is what was
    left at each end.
    """

    common: int
    left: tuple[Turn, ...]
    right: tuple[Turn, ...]
    words: tuple[str, ...]
    objections: tuple[Moved, ...]
    gained: tuple[Changed, ...] | None
    lost: tuple[Changed, ...] | None
    ladder: tuple[Ladder | None, Ladder | None]
    patience: tuple[int | None, int | None]
    checks: tuple[str, str]

    @property
    def climbed(self) -> int:
        """Steps of the ladder that the right take ends higher; below zero where it ends lower."""
        left, right = self.ladder
        return LADDER.index(right) - LADDER.index(left) if left is not None and right is not None else 0


def compare(
    left: Sequence[Turn],
    right: Sequence[Turn],
    persona: Persona | None,
    was: Review | None = None,
    now: Review | None = None,
    slots: Mapping[str, str] | None = None,
) -> Difference:
    """What changed from the left take to the right one. `was` and `now` are their reviews, where they have one; `slots` what
    fills the slots of a condition."""
    common = shared(left, right)
    before, after = last_stance(left), last_stance(right)
    gained, lost = _checks(was, now)
    return Difference(
        common,
        tuple(left[common:]),
        tuple(right[common:]),
        _told(before, after, persona, dict(slots or {})),
        _moved(left, right, persona),
        gained,
        lost,
        (before.ladder if before else None, after.ladder if after else None),
        (before.patience if before else None, after.patience if after else None),
        (_count(was), _count(now)),
    )


def shared(left: Sequence[Turn], right: Sequence[Turn]) -> int:
    """How many lines two takes begin with together."""
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a.id != b.id:
            return at
    return min(len(left), len(right))


def comparable(tree: Tree, leaf: TurnId) -> tuple[Turn, ...]:
    """The last lines of the other takes that share a line with this one and go on otherwise, the nearest first: those that part
    latest, and of these the one said last."""
    if leaf not in tree:
        return ()
    take = tree.take(leaf)
    found = []
    for order, other in enumerate(tree.leaves()):
        theirs = tree.take(other.id)
        common = shared(take, theirs)
        if other.id != leaf and 0 < common < min(len(take), len(theirs)):
            found.append((common, order, other))
    return tuple(other for _, _, other in sorted(found, key=lambda f: (-f[0], -f[1])))


def _count(review: Review | None) -> str:
    return f"{review.passed} of {review.applicable}" if review is not None and review.judged else ""


def _moved(left: Sequence[Turn], right: Sequence[Turn], persona: Persona | None) -> tuple[Moved, ...]:
    """Every worry that was voiced in either take and did not end alike, the heaviest first."""
    was = {o.concern: o for o in objections(left, persona)}
    now = {o.concern: o for o in objections(right, persona)}
    order = {c.id: (-c.weight, at) for at, c in enumerate(persona.concerns)} if persona else {}
    found = []
    for concern in sorted({*was, *now} - {None}, key=lambda c: order.get(c or "", (0, 0))):
        a, b = was.get(concern), now.get(concern)
        if (a.status if a else None) != (b.status if b else None):
            label = (a or b).label if a or b else ""  # type: ignore[union-attr]
            found.append(Moved(concern or "", label, a.status if a else None, b.status if b else None))
    return tuple(found)


def _checks(was: Review | None, now: Review | None) -> tuple[tuple[Changed, ...] | None, tuple[Changed, ...] | None]:
    if was is None or now is None or not (was.judged and now.judged) or was.rubric_hash != now.rubric_hash:
        return None, None
    titles = {c.id: c.title for c in (*was.criteria, *now.criteria)}

    def changed(mark: Mark) -> Changed:
        return Changed(mark.criterion, titles.get(mark.criterion, ""), mark.check, mark.asked)

    before = {(m.criterion, m.check): m.passed for m in was.checks}
    after = {(m.criterion, m.check): m.passed for m in now.checks}
    gained = tuple(changed(m) for m in now.checks if m.passed and not before.get((m.criterion, m.check), False))
    lost = tuple(changed(m) for m in was.checks if m.passed and not after.get((m.criterion, m.check), False))
    return gained, lost


# --- in words


def _told(before: Stance | None, after: Stance | None, persona: Persona | None, slots: dict[str, str]) -> tuple[str, ...]:
    """What they did in one take only, as sentences: first what is new, then what is gone."""
    if persona is None:
        return ()
    was, now = _did(before, persona, slots), _did(after, persona, slots)
    new = [f"This time {words}." for key, words in now.items() if key not in was]
    gone = [f"Not this time: {words}." for key, words in was.items() if key not in now]
    return (*new, *gone)


def _did(stance: Stance | None, persona: Persona, slots: dict[str, str]) -> dict[tuple[str, str], str]:
    """What stands in a stance that is worth a sentence, each by a key."""
    if stance is None:
        return {}
    she, own = persona.pronouns, persona.possessive
    labels = {c.id: c.label for c in persona.concerns}
    found: dict[tuple[str, str], str] = {}
    for concern, state in stance.concerns.items():
        if state.root_told and concern in labels:
            found["root", concern] = f"{she} told you what is behind “{labels[concern]}”"
    for fact in stance.facts_told:
        found["fact", fact] = f"{she} told you something that {she} had kept to {_self(persona)}"
    for condition in persona.conditions:
        says = fill(condition.says, slots).strip().rstrip(".")
        if condition.id in stance.conditions_stated:
            found["condition", condition.id] = f"{she} named {own} condition: “{says}”"
        if condition.id in stance.conditions_taken:
            found["taken", condition.id] = f"you took up {own} condition: “{says}”"
    gift = next((g for g in persona.gives if g.id == stance.gave), None)
    if gift is not None:
        found["gift", gift.id] = f"{she} put in something of {own} own: “{fill(gift.says, slots).strip().rstrip('.')}”"
    if stance.stage == "disengaged":
        found["gone", ""] = f"{she} broke it off"
    return found


def _self(persona: Persona) -> str:
    return {"she": "herself", "he": "himself", "they": "themselves"}[persona.pronouns]
