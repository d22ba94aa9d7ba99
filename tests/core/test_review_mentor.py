"""A mentor's marks in the JSON of a review: they go in and come out again, and hostile ones do not come in."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rehearse.review.mentor import MARKS, MOST, OwnMark, marks_of, not_useful_of, with_marks, without_marks
from tests.golden.library.samples import review

CHECK = {"criterion": "ask", "check": "one", "question": "?", "verdict": "no", "why": "nothing_found", "mentor": None}
words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
marks = st.lists(
    st.builds(OwnMark, words, words, st.sampled_from(("yes", "no", "na")), words, words, st.just("2026-05-09")),
    max_size=8,
    unique_by=lambda m: (m.criterion, m.check, m.who),
)


@given(marks, st.lists(words, unique=True, max_size=5))
def test_what_is_put_in_comes_out_and_leaves_no_trace_when_taken_out(put: list[OwnMark], notes: list[str]) -> None:
    plain = review(checks=[CHECK, *({**CHECK, "criterion": m.criterion, "check": m.check} for m in put)])
    whole = json.loads(json.dumps(with_marks(plain, put, notes)))
    assert marks_of(whole) == tuple(put)
    assert not_useful_of(whole) == tuple(notes)
    assert [c["verdict"] for c in whole["checks"]] == [c["verdict"] for c in plain["checks"]]
    assert without_marks(whole) == plain


def test_the_newest_mark_stands_with_its_check() -> None:
    old, new = OwnMark("ask", "one", "yes", "a", "Jonas", "2026-01-01"), OwnMark("ask", "one", "no", "b", "Asha", "2026-02-01")
    (check,) = with_marks(review(checks=[CHECK]), [new, old])["checks"]
    assert check["mentor"] == {"verdict": "no", "why": "b", "who": "Asha", "when": "2026-02-01"}


def test_what_is_no_mark_is_left_out() -> None:
    good = {"criterion": "ask", "check": "one", "verdict": "na", "why": " two\nlines ", "who": 7, "when": None}
    bad: list[Any] = [
        None, 7, "yes", [], {}, good | {"verdict": "unsure"}, good | {"verdict": []}, good | {"check": None}, good | {"check": ""},
        good | {"criterion": "x" * 101}, good | {"criterion": "a\nb"},
    ]  # fmt: skip
    assert marks_of({MARKS: [*bad, good]}) == (OwnMark("ask", "one", "na", "two lines"),)
    for hostile in (None, 7, "yes", {"a": 1}):
        assert marks_of({MARKS: hostile}) == ()
        assert not_useful_of({"not_useful": hostile}) == ()
    assert len(marks_of({MARKS: [good | {"check": f"c{i}", "why": "x" * 999} for i in range(5000)]})) == MOST
    assert without_marks({MARKS: [good], "checks": 7, "not_useful": 7}) == {"checks": 7}
    assert without_marks({MARKS: [good], "checks": [7, {"check": []}]}) == {"checks": [7, {"check": []}]}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["criterion", "check", "verdict", "who"]), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([MARKS, "not_useful", "checks"]), json_values))
def test_whatever_stands_there_is_read(hostile: dict[str, Any]) -> None:
    assert all(isinstance(m.why, str) for m in marks_of(hostile))
    assert all(isinstance(n, str) for n in not_useful_of(hostile))
    without_marks(hostile)
