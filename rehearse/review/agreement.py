"""How far a person's own marks agree with the judge's: counts, Cohen's kappa, sums by criterion. Pure.

Only checks that the person marked are compared. The judge's "unsure" is taken as the count takes it: applicable, not passed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rehearse.review.mentor import OwnMark
from rehearse.review.types import Review, Said

ENOUGH = 10
"""Reviews with own marks that there must be before anything is said in numbers."""

Pair = tuple[Said, Said]  # the judge's verdict, then the person's


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa: how much more often both say the same than two who guess with the same shares. From -1 to 1.

    None where it is not defined: nothing was compared, or both said one and the same every time, so that a guesser would
    have agreed every time too.

    Worked by hand. Of 50: both yes 20, judge yes and person no 5, judge no and person yes 10, both no 15. They agree in
    35 of 50 = 0.7. The judge says yes 25 times and the person 30 times: guessing agrees in 25/50 x 30/50 + 25/50 x 20/50 =
    0.3 + 0.2 = 0.5. Kappa = (0.7 - 0.5) / (1 - 0.5) = 0.4.
    """
    count = len(pairs)
    same = sum(a == b for a, b in pairs)
    judge, person = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(judge[v] * person[v] for v in judge)  # times count squared: whole numbers, so that 1 is 1
    if count * count == by_chance:
        return None
    return (same * count - by_chance) / (count * count - by_chance)


@dataclass(frozen=True, slots=True)
class Compared:
    """`n` comparisons, in `same` of which both said the same; `kappa` where it is defined."""

    n: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """0 to 1; 0 where nothing was compared."""
        return self.same / self.n if self.n else 0.0


def compared(pairs: Sequence[Pair]) -> Compared:
    return Compared(len(pairs), sum(a == b for a, b in pairs), kappa(pairs))


@dataclass(frozen=True, slots=True)
class CheckAgreement:
    criterion: str
    check: str
    question: str
    told: Compared


@dataclass(frozen=True, slots=True)
class Agreement:
    """One judge beside one person, over `reviews` reviews. The rest is empty while these are not enough.

    `sums` counts criteria of which the person marked every check; in `within_one` of them the two counts of passed checks
    are at most one apart.
    """

    judge: str
    reviews: int
    whole: Compared = Compared(0, 0, None)
    checks: tuple[CheckAgreement, ...] = ()
    sums: int = 0
    within_one: int = 0

    @property
    def enough(self) -> bool:
        return self.reviews >= ENOUGH


def judge_name(review: Review) -> str:
    """The name that a judge's reviews are gathered under: the model's, or `offline`."""
    by = review.judge
    return by.model if by.kind == "model" and by.model else by.kind


def agreements(marked: Iterable[tuple[Review, Sequence[OwnMark]]]) -> tuple[Agreement, ...]:
    """One for each judge, the one with the most reviews first. `marked` are reviews with one person's marks on them.

    A review without a mark on one of its own checks counts for nothing. Of several marks on a check the last one counts.
    """
    by_judge: dict[str, list[tuple[Review, dict[tuple[str, str], Said]]]] = defaultdict(list)
    for review, marks in marked:
        own = {(m.criterion, m.check) for m in review.checks}
        said = {m.about: m.verdict for m in marks if m.about in own}
        if said:
            by_judge[judge_name(review)].append((review, said))
    found = [_agreement(judge, reviews) for judge, reviews in by_judge.items()]
    return tuple(sorted(found, key=lambda a: (-a.reviews, a.judge)))


def _agreement(judge: str, reviews: Sequence[tuple[Review, dict[tuple[str, str], Said]]]) -> Agreement:
    if len(reviews) < ENOUGH:
        return Agreement(judge, len(reviews))
    pairs: dict[tuple[str, str], list[Pair]] = {}
    questions: dict[tuple[str, str], str] = {}
    sums = within = 0
    for review, said in reviews:
        by_criterion: dict[str, list[Pair | None]] = {}
        for mark in review.checks:
            about = mark.criterion, mark.check
            pair: Pair | None = None
            if about in said:
                pair = "no" if mark.verdict == "unsure" else mark.verdict, said[about]
                pairs.setdefault(about, []).append(pair)
                questions[about] = mark.asked
            by_criterion.setdefault(mark.criterion, []).append(pair)
        for of in by_criterion.values():
            whole = [p for p in of if p is not None]
            if len(whole) == len(of):
                sums += 1
                within += abs(sum(a == "yes" for a, _ in whole) - sum(b == "yes" for _, b in whole)) <= 1
    checks = tuple(CheckAgreement(*about, questions[about], compared(of)) for about, of in pairs.items())
    return Agreement(judge, len(reviews), compared([p for of in pairs.values() for p in of]), checks, sums, within)
