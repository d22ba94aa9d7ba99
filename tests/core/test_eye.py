"""The eye: which sentences show which check, learned from what people marked; and what it must not take for one."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rehearse.eye import LEAST, NOTHING, eye, weight
from rehearse.review.case import Case, Line
from rehearse.review.checks import RULES
from rehearse.review.checks.seen import Seen, apart
from rehearse.review.checks.talk import Talk
from rehearse.review.replies import ANSWERS, GRANTS
from tests.core.test_review_material import buy_in
from tests.eye.marked import lines, made_from

CHECKS = {f"{c.id}.{k.id}" for c in buy_in().criteria for k in c.checks}
SEEN = sorted(k for k in CHECKS if eye().knows(k) and k not in (GRANTS, ANSWERS))  # those two the ledger asks for


def seen(*said: str, theirs: str = "And what do you want from me?") -> Seen:
    talk = [Line(f"t{n}", bool(n % 2), text) for n, text in enumerate(x for mine in said for x in (theirs, mine))]
    return Seen(Talk(Case(tuple(talk), "selling")), RULES)


def test_the_weights_are_those_of_what_was_marked_in_the_tree() -> None:
    """Who changes the sentences (those of the ear as well) or the meetings trains again: `python -m tests.eye.train`."""
    kept = json.loads((files("rehearse.eye") / "eye.json").read_text("utf-8"))
    assert kept["made_from"] == made_from()


def test_it_knows_checks_of_the_rubric_only_and_the_sentences_name_no_other() -> None:
    assert set(eye().weights.kinds) <= {f"{criterion}.{check}" for criterion, check in RULES} | {GRANTS, ANSWERS}
    labelled = [labels for labels, _, _ in lines()]
    assert len(labelled) > 3000
    assert {check for labels in labelled for check in labels} <= CHECKS


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("step.stop", "If the queue isn't shorter after the two weeks, we drop it and I write down why."),
        ("ask.owner", "Ruben from the claims team runs it and answers for it."),
        ("honesty.unknown", "How many of those callers would have come back on their own, that I couldn't tell you."),
        ("evidence.source", "I took the forty from the support desk's own ticket list."),
        ("ask.date", "Could you let me know by Thursday the 14th?"),
    ],
)
def test_what_is_said_in_plain_words_is_seen_and_quoted(check: str, text: str) -> None:
    found = seen("We had 40 calls about it in March.", text).look(*apart(check))
    assert found.verdict == "yes"
    assert any(place.quote in text for place in found.places)


def test_of_a_long_sentence_the_part_is_quoted_that_shows_it() -> None:
    text = "If double bookings are not down by half by 17 July, we stop, and you get the old code and both engineers back the same day."
    quoted = {k: seen(text).look("step", k).places[0].quote for k in ("success", "stop", "back")}
    assert "17 July" in quoted["success"]
    assert "same day" not in quoted["success"]
    assert "we stop" in quoted["stop"]
    assert quoted["back"].startswith("and you get the old code")


@pytest.mark.parametrize(
    "text", ["Thanks.", "Good morning to you.", "The weather is nice today, and the coffee was good.", "Okay, right."]
)
def test_small_talk_shows_nothing(text: str) -> None:
    look = seen(text, text, text, text, theirs="Hello.")
    assert [k for k in SEEN if look.look(*apart(k)).verdict == "yes"] == []


def test_the_same_sentence_again_and_again_weighs_as_much_as_once() -> None:
    said = "That might be something that one could look at by and by."
    once, often = seen(said), seen(*[said] * 40)
    assert [k for k in SEEN if once.look(*apart(k)).verdict != often.look(*apart(k)).verdict] == []


def test_many_sentences_that_show_nothing_are_no_more_than_none() -> None:
    assert weight([NOTHING - 1] * 1000) == 0
    assert weight([LEAST, LEAST]) > weight([LEAST]) > 0
