"""The one thing for next time, the counts of delivery, and a review as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest

from rehearse.errors import InputProblem
from rehearse.review import advice, delivery, marks, next_thing
from rehearse.review.types import CriterionScore, Mark, Objection, OneThing, Review
from tests.core.test_review_material import GOOD, MIDDLING, MORGAN, WEAK, buy_in, judged, take_of

TAKE = take_of(*MIDDLING)


def objection(concern: str, status: str = "open", met: tuple[str, ...] = (), turns: tuple[str, ...] = ("t_2",)) -> Objection:
    found = MORGAN.concern(concern)
    assert found is not None
    return Objection(concern, found.label, found.kind, found.weight, "?", status, turns, met=met)  # type: ignore[arg-type]


def chosen(*ledger: Objection, lost: tuple[str, ...] = ()) -> OneThing | None:
    """The one thing where exactly these checks were not shown."""
    rubric = buy_in()
    sheet = tuple(
        Mark(c.id, k.id, k.question, "no" if f"{c.id}.{k.id}" in lost else "yes", "nothing_found")
        for c in rubric.applying("selling")
        for k in c.checks
    )
    return next_thing.choose(TAKE, rubric, "selling", sheet, marks.by_criterion(rubric, "selling", sheet), ledger, MORGAN)


def test_nothing_left_to_better() -> None:
    assert chosen(objection("payback", "answered")) is None


def test_the_heaviest_objection_and_its_first_unmet_test() -> None:
    made = chosen(objection("again"), objection("payback", "half_answered", ("figure",)), objection("launch", turns=("t_6",)))
    assert made is not None
    assert made.objection == "o_launch"
    assert made.words == "Answer “The launch”: say that the launch keeps its day, or what gives way."
    assert made.turn == "t_7"
    assert made.line == "The launch keeps 4 June. What slips by two weeks is the returns page."


def test_half_answered_names_what_is_missing() -> None:
    made = chosen(objection("payback", "half_answered", ("figure",), ("t_2", "t_4")))
    assert made is not None
    assert made.words == "Answer “Payback”: say where the figure comes from."
    assert made.why == "It came up twice; you gave 1 of the 2 things that settle it."
    doubted = chosen(objection("payback", "half_answered", ("figure", "source"), ("t_2", "t_4")))
    assert doubted is not None
    assert doubted.why == "It came up twice and was only half answered."
    assert made.turn == "t_5"


def test_a_lost_criterion_that_weighs_more_wins() -> None:
    listening = tuple(f"listening.{c}" for c in ("open", "follows", "says_back", "asks_first"))
    made = chosen(objection("again"), lost=listening)
    assert made is not None
    assert (made.criterion, made.check, made.objection) == ("listening", "asks_first", None)
    assert made.words == "Ask what she would need to see before you answer."
    assert made.line == "Before I answer: which date would slip first for you?"


def test_the_count_of_answers_without_a_question() -> None:
    rubric = buy_in()
    take = take_of(*GOOD)
    mark = Mark("listening", "asks_first", "?", "no", "nothing_found")
    found = judged(take).objections
    made = next_thing.choose(
        take, rubric, "selling", (mark,), (CriterionScore("listening", "Listening", 15, 3, 4),), found, MORGAN
    )
    assert made is not None
    answered = sum(o.status in ("answered", "half_answered") for o in found)
    assert made.why.endswith(f" of {answered} objections without asking anything first.")


def test_every_check_has_advice_and_a_turn_of_yours() -> None:
    yours = {t.id for t in TAKE if t.speaker == "you"}
    for criterion, mode in product(buy_in().criteria, ("selling", "influencing")):
        if not criterion.applies(mode):  # type: ignore[arg-type]
            continue
        for check in criterion.checks:
            assert (criterion.id, check.id) in advice.ADVICE
            mark = Mark(criterion.id, check.id, check.question, "no", "nothing_found")
            score = CriterionScore(criterion.id, criterion.title, 10, 0, 1)
            for person in (MORGAN, replace(MORGAN, pronouns="they"), None):
                made = next_thing.choose(TAKE, buy_in(), mode, (mark,), (score,), (), person)  # type: ignore[arg-type]
                assert made is not None
                assert made.turn in yours
                assert made.words.endswith(".")
                assert "{" not in made.words


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("Gives a figure", "give a figure"),
        ("Says where it comes from.", "say where it comes from"),
        ("Carries it over", "carry it over"),
        ("Teaches one team", "teach one team"),
        ("Does it first", "do it first"),
        ("Names an owner", "name an owner"),
        ("Shows it", "show it"),
        ("Misses nothing", "miss nothing"),
        ("Pass it on", "pass it on"),
    ],
)
def test_a_test_as_something_to_do(test: str, said: str) -> None:
    assert next_thing.imperative(test) == said


def test_delivery_counts() -> None:
    made = delivery.measure(take_of(*MIDDLING))
    assert made.your_turns == 5
    assert made.your_words == sum(len(s[1].split()) for s in MIDDLING if s[0] == "you")
    assert made.talk_share is not None
    assert 0 < made.talk_share < 1
    assert made.longest_turn == "t_1"
    assert made.minutes == round(100 / 60, 2)
    none = delivery.measure(())
    assert (none.talk_share, none.longest_turn, none.minutes) == (None, None, None)
    good = delivery.measure(take_of(*GOOD))
    assert good.open >= 2


@pytest.mark.parametrize("said", [GOOD, MIDDLING, WEAK, GOOD[:5]])
def test_a_review_as_json_and_back(said: tuple[object, ...]) -> None:
    made = judged(said)  # type: ignore[arg-type]
    text = json.dumps(made.to_json())
    again = Review.from_json(json.loads(text))
    assert json.loads(json.dumps(again.to_json())) == json.loads(text)


def test_keys_that_are_not_known_are_kept() -> None:
    data = {**judged(WEAK).to_json(), "colour": "green", "nested": {"a": [1]}}
    read = Review.from_json(data)
    assert read.extra["nested"] == {"a": [1]}
    assert read.to_json()["colour"] == "green"


@pytest.mark.parametrize("gone", ["format", "id", "take", "judge", "rubric", "judged"])
def test_what_is_missing_is_said(gone: str) -> None:
    data = judged(WEAK).to_json()
    del data[gone]
    with pytest.raises(InputProblem):
        Review.from_json(data)


@pytest.mark.parametrize(
    ("key", "value"), [("ladder", "loves it"), ("why_not", "tired"), ("checks", [{"check": "x"}]), ("judge", 3)]
)
def test_what_is_not_understood_is_said(key: str, value: object) -> None:
    with pytest.raises(InputProblem):
        Review.from_json({**judged(WEAK).to_json(), key: value})


# ---- a note that was not useful


def test_an_objection_whose_note_was_not_useful_is_no_reason_any_more() -> None:
    made = judged(MIDDLING)
    take = take_of(*MIDDLING)
    assert made.one_thing is not None
    assert next_thing.without(made, take, MORGAN, ()) == made.one_thing
    assert next_thing.without(made, take, MORGAN, {"o_other"}) == made.one_thing
    left = {o.id for o in made.objections}
    seen: list[OneThing] = []
    thing: OneThing | None = made.one_thing
    put_by: set[str] = set()
    while thing is not None and thing.objection is not None:
        assert thing.objection in left - put_by
        put_by.add(thing.objection)
        seen.append(thing)
        thing = next_thing.without(made, take, MORGAN, put_by)
    assert seen
    assert thing is None or thing.criterion not in (None, "objections")
    again = Review.from_json(made.to_json())
    assert next_thing.without(again, take, MORGAN, put_by) == thing


def test_without_its_rubric_nothing_else_is_chosen() -> None:
    made = replace(judged(MIDDLING), rubric=None, one_thing=OneThing("Answer it.", "t_3", objection="o_payback"))
    assert next_thing.without(made, take_of(*MIDDLING), MORGAN, {"o_payback"}) is None
