"""How far a person and the judge agree: kappas worked by hand, and what holds for any marks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.review.agreement import ENOUGH, Pair, agreements, compared, kappa
from rehearse.review.mentor import SAID, OwnMark
from rehearse.review.types import JudgedBy, Mark, Review, Verdict


def table(both_yes: int, only_judge: int, only_person: int, both_no: int) -> list[Pair]:
    return [("yes", "yes")] * both_yes + [("yes", "no")] * only_judge + [("no", "yes")] * only_person + [("no", "no")] * both_no


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        # Agree 35/50; by chance 25/50 x 30/50 + 25/50 x 20/50 = 0.5: (0.7 - 0.5) / 0.5
        ((20, 5, 10, 15), 0.4),
        # Agree 60/100; by chance 0.6 x 0.7 + 0.4 x 0.3 = 0.54: 0.06 / 0.46
        ((45, 15, 25, 15), 6 / 46),
        # The same share of agreement, other shares of yes: by chance 0.6 x 0.3 + 0.4 x 0.7 = 0.46: 0.14 / 0.54
        ((25, 35, 5, 35), 14 / 54),
        ((10, 0, 0, 10), 1.0),
        # Never the same, both half yes: by chance 0.5: -0.5 / 0.5
        ((0, 10, 10, 0), -1.0),
        # One says yes always, the other half the time: exactly what guessing gives
        ((10, 10, 0, 0), 0.0),
    ],
)
def test_kappa_is_as_worked_by_hand(counts: tuple[int, int, int, int], wanted: float) -> None:
    assert kappa(table(*counts)) == pytest.approx(wanted)


def test_kappa_with_three_verdicts() -> None:
    """Agree 6 of 9 = 2/3; each side says each verdict 3 times: by chance 3 x 1/9 = 1/3; (2/3 - 1/3) / (2/3) = 1/2."""
    pairs: list[Pair] = [("yes", "yes"), ("no", "no"), ("na", "na")] * 2 + [("yes", "no"), ("no", "na"), ("na", "yes")]
    assert kappa(pairs) == pytest.approx(0.5)


@pytest.mark.parametrize("said", SAID)
def test_kappa_is_not_defined_where_all_is_the_same(said: str) -> None:
    assert kappa([(said, said)] * 30) is None  # type: ignore[list-item]
    assert kappa([]) is None


verdicts = st.sampled_from(SAID)
some_pairs = st.lists(st.tuples(verdicts, verdicts), max_size=60)


@given(some_pairs)
def test_kappa_lies_between_its_ends_and_does_not_mind_order_or_sides(pairs: list[Pair]) -> None:
    found = kappa(pairs)
    assert found is None or -1 <= found <= 1
    assert kappa(pairs[::-1]) == found
    assert kappa([(b, a) for a, b in pairs]) == pytest.approx(found)
    told = compared(pairs)
    assert (told.same == told.n) == all(a == b for a, b in pairs)
    if found is not None:
        assert (found == 1) == (told.same == told.n)
        assert found <= told.share
    else:
        assert len({v for pair in pairs for v in pair}) <= 1


@given(some_pairs, st.integers(2, 5))
def test_the_same_shares_give_the_same_kappa(pairs: list[Pair], times: int) -> None:
    assert kappa(pairs * times) == pytest.approx(kappa(pairs))


# ---- over reviews

CHECKS = (("problem", "first"), ("problem", "theirs"), ("problem", "inaction"), ("ask", "what"))


def judged(said: Sequence[Verdict], model: str | None = None) -> Review:
    by = JudgedBy("model", model) if model else JudgedBy("offline")
    checks = tuple(Mark(*about, f"{about[1]}?", v, "quoted") for about, v in zip(CHECKS, said, strict=True))
    return Review("v_1", "t_1", by, "buy-in", "h", checks=checks)


def own(**said: str) -> tuple[OwnMark, ...]:
    return tuple(OwnMark(criterion, check, said[check]) for criterion, check in CHECKS if check in said)  # type: ignore[arg-type]


ALL = {"first": "yes", "theirs": "yes", "inaction": "yes", "what": "no"}


def test_below_ten_reviews_there_is_no_number() -> None:
    nine = agreements([(judged(("yes", "no", "no", "no")), own(**ALL))] * (ENOUGH - 1))
    assert [(a.reviews, a.enough, a.whole.n, a.checks, a.sums) for a in nine] == [(9, False, 0, (), 0)]


def test_ten_reviews_are_counted_by_check_and_by_criterion() -> None:
    reviews = [(judged(("yes", "no", "no", "no")), own(**ALL))] * 6 + [
        (judged(("yes", "unsure", "yes", "no")), own(theirs="no"))
    ] * 4
    (found,) = agreements(reviews)
    assert (found.judge, found.reviews, found.enough) == ("offline", 10, True)
    by = {c.check: c.told for c in found.checks}
    assert (by["first"].n, by["first"].same, by["first"].kappa) == (6, 6, None)
    assert (by["theirs"].n, by["theirs"].same) == (10, 4)  # unsure is not passed
    assert (found.whole.n, found.whole.same) == (28, 6 + 4 + 6)
    # Whole criteria were marked in six reviews only: problem 1 against 3, the ask 0 against 0.
    assert (found.sums, found.within_one) == (12, 6)


def test_each_judge_stands_for_itself_and_marks_on_other_checks_count_for_nothing() -> None:
    reviews = [
        *[(judged(("yes", "yes", "yes", "yes")), own(**ALL))] * 3,
        *[(judged(("yes", "yes", "yes", "yes"), "llama"), own(what="yes"))] * 5,
        (judged(("yes", "yes", "yes", "yes")), (OwnMark("other", "check", "yes"),)),
        (judged(("yes", "yes", "yes", "yes")), ()),
    ]
    assert [(a.judge, a.reviews) for a in agreements(reviews)] == [("llama", 5), ("offline", 3)]


@given(
    st.lists(
        st.tuples(st.tuples(*[st.sampled_from((*SAID, "unsure"))] * 4), st.dictionaries(st.sampled_from(list(ALL)), verdicts)),
        max_size=25,
    )
)
def test_nothing_is_counted_twice(given_: list[tuple[tuple[Verdict, ...], dict[str, str]]]) -> None:
    marked = [(judged(said), own(**mine)) for said, mine in given_]
    found = agreements(marked)
    with_marks = [mine for _, mine in given_ if mine]
    assert sum(a.reviews for a in found) == len(with_marks)
    for a in found:
        if a.enough:
            assert a.whole.n == sum(c.told.n for c in a.checks) == sum(map(len, with_marks))
            assert a.whole.same == sum(c.told.same for c in a.checks)
            assert 0 <= a.within_one <= a.sums <= 2 * a.reviews
