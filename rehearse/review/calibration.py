"""How far people agree with each other on the checks of what they both read, and which checks they keep reading differently. Pure.

Nobody of two mentors is the measure of the other: each comparison counts in both orders, so that it does not matter who is named
first. Kappa is then chance-corrected agreement with one share of verdicts for both (Scott's pi); where both say yes, no and "does
not apply" equally often it is Cohen's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rehearse.review.agreement import ENOUGH, Compared, Pair, kappa
from rehearse.review.types import Said, Verdict

TWICE = 2
"""Times that two people say different things before a check is called one to rewrite: once may be a slip."""
_OFTEN = 3
"""One time in so many at least. With a third apart, and as many yes as no, kappa is a third: little more than chance."""

About = tuple[str, str]  # criterion and check


@dataclass(frozen=True, slots=True)
class Word:
    """What one person says of a check: `who` tells people apart, `name` is how they sign. `made` is ISO 8601 text."""

    who: str
    name: str
    verdict: Said
    why: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class CheckRead:
    """A check of one review, and what people say of it, in the order of `who`. `judge` is None where nobody judged it before."""

    criterion: str
    check: str
    question: str
    judge: Verdict | None
    words: tuple[Word, ...]

    @property
    def about(self) -> About:
        return self.criterion, self.check

    @property
    def differ(self) -> bool:
        """Whether somebody says another thing than somebody else."""
        return len({w.verdict for w in self.words}) > 1


@dataclass(frozen=True, slots=True)
class ReviewRead:
    """One review that several people marked. `digest` is the submission it came in, `sizes` how many checks each criterion has."""

    review: str
    digest: str
    rubric: str
    checks: tuple[CheckRead, ...]
    sizes: Mapping[str, int]

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Those who marked a check of it, by `who` and name."""
        return tuple(sorted({w.who: w.name for c in self.checks for w in c.words}.items()))

    def both(self, one: str, other: str) -> tuple[tuple[CheckRead, Word, Word], ...]:
        """The checks that both marked, with what each says."""
        out = []
        for check in self.checks:
            by = {w.who: w for w in check.words}
            if one in by and other in by:
                out.append((check, by[one], by[other]))
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Instance:
    """One time that people differ on a check, in the submission `digest`."""

    digest: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class CheckBetween:
    """A check over everything that was read: `told.n` comparisons of two people, and the times that they differ, newest last."""

    rubric: str
    criterion: str
    check: str
    question: str
    told: Compared
    apart: tuple[Instance, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are so many comparisons that kappa says something."""
        return self.told.n >= ENOUGH

    @property
    def rewrite(self) -> bool:
        """Whether people keep reading it differently: in two submissions at least, and one time in three at least."""
        times = self.told.n - self.told.same
        return len({i.digest for i in self.apart}) >= TWICE and times * _OFTEN >= self.told.n


@dataclass(frozen=True, slots=True)
class Between:
    """All comparisons. `sums` counts criteria of which two people marked every check; in `within_one` their counts of passed checks
    are at most one apart. `checks` has what is to be rewritten first, then what differs most."""

    told: Compared
    checks: tuple[CheckBetween, ...] = ()
    sums: int = 0
    within_one: int = 0

    @property
    def enough(self) -> bool:
        return self.told.n >= ENOUGH

    @property
    def rewrite(self) -> tuple[CheckBetween, ...]:
        return tuple(c for c in self.checks if c.rewrite)


def between(read: Iterable[ReviewRead]) -> Between:
    """Compare everybody with everybody, on each check that both marked. The order of `read` matters only for `apart`."""
    pairs: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    questions: dict[tuple[str, str, str], str] = {}
    apart: dict[tuple[str, str, str], list[Instance]] = defaultdict(list)
    sums = within = 0
    for review in read:
        for check in review.checks:
            key = (review.rubric, *check.about)
            two = list(combinations(check.words, 2))
            if not two:
                continue
            questions[key] = check.question
            pairs[key] += [(a.verdict, b.verdict) for a, b in two]
            if check.differ:
                apart[key].append(Instance(review.digest, check.words))
        counted, near = _criteria(review)
        sums, within = sums + counted, within + near
    checks = [CheckBetween(*key, questions[key], _told(of), tuple(apart[key])) for key, of in pairs.items()]
    checks.sort(key=lambda c: (not c.rewrite, c.told.share, -c.told.n, c.rubric, c.criterion, c.check))
    return Between(_told([p for of in pairs.values() for p in of]), tuple(checks), sums, within)


def _told(pairs: Sequence[Pair]) -> Compared:
    return Compared(len(pairs), sum(a == b for a, b in pairs), kappa([*pairs, *((b, a) for a, b in pairs)]))


def _criteria(review: ReviewRead) -> tuple[int, int]:
    """Criteria that two people marked whole, and those of them in which their counts are at most one apart."""
    counted = near = 0
    for (one, _), (other, _) in combinations(review.people, 2):
        by: dict[str, list[tuple[Said, Said]]] = defaultdict(list)
        for check, a, b in review.both(one, other):
            by[check.criterion].append((a.verdict, b.verdict))
        for criterion, said in by.items():
            if len(said) == review.sizes.get(criterion, 0):
                counted += 1
                near += abs(sum(a == "yes" for a, _ in said) - sum(b == "yes" for _, b in said)) <= 1
    return counted, near
