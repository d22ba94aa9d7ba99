"""The arithmetic: verdicts and why, counts, the total, red flags; and that claims about nothing change nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rehearse.review import marks
from rehearse.review.case import Case, Claim, FlagClaim, Line, Sheet, Words
from rehearse.review.types import CriterionScore, Mark, Place, RedFlag, Verdict
from rehearse.rubrics import Check, Criterion, Rubric

CASE = Case(
    lines=(
        Line("t0", False, "What are you asking me for?"),
        Line("t1", True, "We lose forty orders every single day. Finance counted them for us last week."),
        Line("t2", False, "And if you are off by half?"),
        Line("t3", True, "Then it still pays back by June, in my view."),
    ),
    mode="selling",
)
RUBRIC = Rubric(
    "r",
    "R",
    (
        Criterion("one", "One", {"selling": 30.0}, (Check("a", "A?"), Check("b", "B?"), Check("c", "C?"))),
        Criterion("two", "Two", {"selling": 10.0}, (Check("d", "D?"),)),
        Criterion("ledger", "L", {"selling": 10.0}, (Check("e", "E?"),), source="ledger"),
        Criterion("other", "O", {"influencing": 10.0}, (Check("f", "F?"),), applies_when="influencing"),
    ),
    red_flags={"pressure": -5, "dismissal": -5},
)


def marked(*claims: Claim, runs: int = 1, **ledger: Mark) -> dict[str, Mark]:
    found = marks.mark_sheet(CASE, RUBRIC, "selling", Sheet((claims,) * runs), {("ledger", k): m for k, m in ledger.items()})
    return {m.check: m for m in found}


def yes(check: str, quote: str | None, criterion: str = "one", **more: object) -> Claim:
    return Claim(criterion, check, "yes", quote, **more)  # type: ignore[arg-type]


def test_a_yes_with_its_words_is_quoted() -> None:
    mark = marked(yes("a", "lose forty orders", turn="t1"))["a"]
    assert (mark.verdict, mark.why) == ("yes", "quoted")
    assert mark.place == Place("t1", 3, 20, "lose forty orders")


def test_a_yes_without_words_of_yours_is_not_shown() -> None:
    for quote in ("we save money", "What are you asking me", None, "orders"):
        mark = marked(yes("a", quote))["a"]
        assert (mark.verdict, mark.why, mark.place) == ("no", "quote_not_found", None)


def test_missing_unknown_and_foreign_claims() -> None:
    found = marked(yes("zzz", "lose forty orders"), yes("a", "lose forty orders", criterion="nowhere"))
    assert list(found) == ["a", "b", "c", "d", "e"]
    assert {(m.verdict, m.why) for m in found.values()} == {("no", "nothing_found")}


def test_no_with_the_opposite_shown_and_with_the_nearest() -> None:
    found = marked(
        Claim("one", "a", "no", "lose forty orders", opposite=True),
        Claim("one", "b", "no", "lose forty orders"),
        Claim("one", "c", "na"),
    )
    assert (found["a"].why, found["b"].why, found["c"].why) == ("opposite_shown", "nothing_found", "does_not_apply")
    assert found["b"].nearest is not None
    assert found["c"].verdict == "na"


def test_a_quote_serves_two_checks_and_then_another_place_is_tried() -> None:
    quote = "lose forty orders"
    found = marked(yes("a", quote), yes("b", "forty orders every single day"), yes("c", quote), yes("d", quote, criterion="two"))
    assert [found[c].verdict for c in "abcd"] == ["yes", "yes", "no", "no"]
    assert found["c"].why == "nothing_found"
    assert found["c"].nearest is not None
    spare = yes("c", quote, others=(Words("t1", "Finance counted them for us"),))
    found = marked(yes("a", quote), yes("b", quote), spare)
    assert found["c"].place is not None
    assert found["c"].place.quote == "Finance counted them for us"


def test_who_can_do_with_other_words_makes_way_for_who_cannot() -> None:
    quote = "lose forty orders"
    other = Words("t1", "Finance counted them for us")
    found = marked(yes("a", quote), yes("b", quote, others=(other,)), yes("c", quote))
    assert [found[c].verdict for c in "abc"] == ["yes", "yes", "yes"]
    assert found["b"].place is not None
    assert found["b"].place.quote == other.quote


def test_the_best_words_are_quoted_where_they_are_free() -> None:
    quote = "lose forty orders"
    found = marked(yes("a", quote), yes("b", quote, others=(Words("t1", "Finance counted them for us"),)))
    assert found["b"].place is not None
    assert found["b"].place.quote == quote


def test_answers_turn_is_a_line_of_theirs_before_the_words() -> None:
    quote = "still pays back by June"
    for claimed, kept in (("t2", "t2"), ("t0", "t0"), ("t1", None), ("t9", None)):
        assert marked(yes("a", quote, answers_turn=claimed))["a"].answers_turn == kept
    assert marked(yes("a", "lose forty orders", answers_turn="t2"))["a"].answers_turn is None


def test_a_check_that_flips_between_runs_is_unsure() -> None:
    a, b = yes("a", "lose forty orders"), Claim("one", "a", "no")
    found = marks.mark_sheet(CASE, RUBRIC, "selling", Sheet(((a,), (b,), (a,))), {})[0]
    assert (found.verdict, found.why, found.runs) == ("unsure", "runs_differ", ("yes", "no", "yes"))
    assert found.place is None
    invented = yes("a", "not said at all")
    found = marks.mark_sheet(CASE, RUBRIC, "selling", Sheet(((a,), (invented,), (a,))), {})[0]
    assert found.runs == ("yes", "no", "yes")
    found = marks.mark_sheet(CASE, RUBRIC, "selling", Sheet(((a,), (a,), (a,))), {})[0]
    assert (found.verdict, found.runs) == ("yes", ("yes", "yes", "yes"))


def test_unsure_counts_as_applicable_and_not_passed() -> None:
    found = marks.mark_sheet(CASE, RUBRIC, "selling", Sheet(((Claim("one", "a", "unsure"),),)), {})
    score = marks.by_criterion(RUBRIC, "selling", found)[0]
    assert (found[0].why, score.passed, score.applicable) == ("nothing_found", 0, 3)


def test_the_total() -> None:
    a, b, gone = CriterionScore("a", "A", 30, 2, 3), CriterionScore("b", "B", 10, 1, 1), CriterionScore("c", "C", 60, 0, 0)
    assert marks.total([a, b, gone], []) == round(100 * (30 * 2 / 3 + 10) / 40)
    assert marks.total([gone], []) is None
    place = Place("t1", 0, 5, "x")
    flags = [RedFlag("pressure", -5, place)] * 5
    assert marks.total([a, b], flags[:2]) == 65
    assert marks.total([a, b], flags) == 60
    assert marks.total([CriterionScore("a", "A", 30, 0, 3)], flags) == 0


def test_the_total_never_falls_with_a_further_check() -> None:
    totals = [marks.total([CriterionScore("a", "A", 30, n, 4), CriterionScore("b", "B", 7, 1, 3)], []) for n in range(5)]
    assert all(x is not None and y is not None and x < y for x, y in pairwise(totals))


@pytest.mark.parametrize(
    ("kind", "quote", "counted"),
    [
        ("pressure", "still pays back by June", 1),
        ("pressure", "say yes or leave", 0),
        ("pressure", "and if you are off", 0),  # their words
        ("rudeness", "still pays back by June", 0),  # not a flag of this rubric
    ],
)
def test_a_red_flag_needs_your_words(kind: str, quote: str, counted: int) -> None:
    found = marks.flags(CASE, RUBRIC, [FlagClaim(kind, quote), FlagClaim(kind, quote)])
    assert len(found) == counted
    assert all(f.points == -5 for f in found)


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [
        ("yes", "Do all figures agree with the facts?"),
        ("no", "Do all figures agree with the facts?"),
        ("unsure", "Do all figures agree with the facts?"),
        ("na", "Do all figures agree with the facts? (not applicable without facts)"),
    ],
)
def test_when_a_check_does_not_apply_is_said_where_it_does_not(verdict: Verdict, asked: str) -> None:
    mark = Mark(
        "honesty", "figures", "Do all figures agree with the facts? (not applicable without facts)", verdict, "nothing_found"
    )
    assert mark.asked == asked
    assert mark.to_json()["question"].endswith("(not applicable without facts)")


def test_other_words_in_brackets_stay() -> None:
    assert Mark("a", "b", "Is it small (two weeks)?", "yes", "quoted").asked == "Is it small (two weeks)?"
