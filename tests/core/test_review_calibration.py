"""How far people agree with each other: worked by hand, and what does not depend on who is named first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.review.calibration import Between, CheckRead, ReviewRead, Word, between
from rehearse.review.mentor import SAID


def review(
    number: int, said: dict[str, dict[str, str]], sizes: dict[str, int] | None = None, rubric: str = "buy-in"
) -> ReviewRead:
    """A review whose checks are `criterion/check`, each with what people say by name."""
    checks = []
    for about, by in said.items():
        criterion, _, check = about.partition("/")
        words = tuple(Word(w, w.title(), v) for w, v in sorted(by.items()))  # type: ignore[arg-type]
        checks.append(CheckRead(criterion, check, f"Is it {about}?", "no", words))
    return ReviewRead(f"v_{number}", f"d_{number}", rubric, tuple(checks), sizes or {})


def two(number: int, one: str, other: str, about: str = "evidence/source") -> ReviewRead:
    return review(number, {about: {"dana": one, "ola": other}})


def test_kappa_is_as_worked_by_hand() -> None:
    """Agree 7 of 10. In both orders yes stands 13 times of 20, no 7: by chance 0.65 squared + 0.35 squared = 0.545;
    (0.7 - 0.545) / 0.455."""
    said = [("yes", "yes")] * 5 + [("no", "no")] * 2 + [("yes", "no")] * 2 + [("no", "yes")]
    found = between(two(n, *pair) for n, pair in enumerate(said))
    assert (found.told.n, found.told.same, found.enough) == (10, 7, True)
    assert found.told.kappa == pytest.approx((0.7 - 0.545) / 0.455)
    (check,) = found.checks
    assert check.told == found.told
    assert check.question == "Is it evidence/source?"


def test_a_check_on_which_people_keep_disagreeing_is_named_first() -> None:
    reads = [
        two(1, "yes", "no"), two(2, "no", "yes"), two(3, "yes", "yes"),
        two(4, "yes", "no", "ask/clear"), two(5, "yes", "yes", "ask/clear"),
        *(two(n, "no", "no", "plan/step") for n in range(6, 9)),
    ]  # fmt: skip
    found = between(reads)
    assert [(c.check, c.rewrite) for c in found.checks] == [("source", True), ("clear", False), ("step", False)]
    assert [i.digest for i in found.rewrite[0].apart] == ["d_1", "d_2"]
    assert not found.checks[0].enough


def test_disagreeing_now_and_then_is_no_reason_to_rewrite() -> None:
    reads = [two(n, "yes", "yes") for n in range(8)] + [two(n, "yes", "no") for n in range(8, 10)]
    assert between(reads).rewrite == ()


def test_twice_in_one_submission_is_once() -> None:
    reads = [two(1, "yes", "no"), two(1, "yes", "no")]
    assert between(reads).rewrite == ()


def test_criteria_count_where_both_marked_every_check() -> None:
    sizes = {"evidence": 3, "ask": 2}
    whole = {f"evidence/{c}": {"dana": "yes", "ola": v} for c, v in (("a", "yes"), ("b", "no"), ("c", "yes"))}
    half = {"ask/a": {"dana": "yes", "ola": "no"}, "ask/b": {"dana": "no"}}
    apart = {f"evidence/{c}": {"dana": "yes", "ola": "no"} for c in "abc"}
    found = between([review(1, whole | half, sizes), review(2, apart, sizes)])
    assert (found.sums, found.within_one) == (2, 1)


def test_three_people_are_three_pairs_and_one_alone_is_none() -> None:
    found = between([review(1, {"a/b": {"dana": "yes", "ola": "yes", "ravi": "no"}, "a/c": {"dana": "yes"}})])
    assert (found.told.n, found.told.same) == (3, 1)
    assert [c.check for c in found.checks] == ["b"]
    assert between([]) == Between(found.told.__class__(0, 0, None))


def test_the_same_check_of_another_rubric_is_another() -> None:
    found = between([two(1, "yes", "no"), review(2, {"evidence/source": {"dana": "no", "ola": "yes"}}, rubric="mine")])
    assert sorted(c.rubric for c in found.checks) == ["buy-in", "mine"]
    assert found.rewrite == ()


verdicts = st.sampled_from(SAID)


@given(st.lists(st.tuples(verdicts, verdicts), max_size=40))
def test_it_does_not_matter_who_is_named_first(pairs: list[tuple[str, str]]) -> None:
    one = between(two(n, a, b) for n, (a, b) in enumerate(pairs))
    other = between(two(n, b, a) for n, (a, b) in enumerate(pairs))
    assert one.told == other.told
    assert [(c.check, c.rewrite) for c in one.checks] == [(c.check, c.rewrite) for c in other.checks]
