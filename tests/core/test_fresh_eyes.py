"""What a first reader stumbled over: everyday verbs, leave to ask, sources with a tail, greetings, requests with an end."""

from __future__ import annotations

import pytest

from rehearse.conversation import Turn, TurnId
from rehearse.review.next_thing import imperative
from rehearse.signals import find
from rehearse.signals.needs import met
from rehearse.signals.text import sentences
from rehearse.stakeholder.slots import fill, fits, gather


def kinds(text: str) -> set[str]:
    return {s.kind for s in find(text)}


def said(text: str) -> Turn:
    return Turn(id=TurnId("t1"), parent=None, speaker="you", text=text)


@pytest.mark.parametrize(
    "text",
    [
        "We refund 42k a month by mistake.",
        "Right now we currently mail 900 letters a week.",
        "They patch it every week.",
        "Support burns 60 hours a month on this.",
        "Each outage eats three days.",
        "Customers abandon 300 carts a week.",
        "We bleed 40k a month.",
    ],
)
def test_an_everyday_verb_makes_a_sentence(text: str) -> None:
    assert sentences(text)[0].has_verb


@pytest.mark.parametrize(
    "text", ["refund ledger 42k a month", "The refund ledger, 42k a month.", "our patch, 300 tickets a week"]
)
def test_a_noun_of_the_same_form_makes_none(text: str) -> None:
    assert not sentences(text)[0].has_verb


def test_a_list_of_words_stays_a_heap() -> None:
    assert sentences("revenue orders 48k month ledger refund rollback pilot")[0].heap


def test_a_figure_given_in_advance_counts_with_an_unlisted_verb() -> None:
    text = "Because right now we refund about 42k a month by mistake."
    assert met((("figure",), ("period",)), text, find(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Could I ask what matters most to you this quarter?",
        "May I ask how you decide things like this?",
        "Mind if I ask what happened last time?",
        "Is it okay if I ask why the last project ran over?",
    ],
)
def test_asking_leave_to_ask_is_an_open_question(text: str) -> None:
    assert "question.open" in kinds(text)


@pytest.mark.parametrize("text", ["Could I have your yes?", "Can I ask for two people for a sprint?"])
def test_asking_for_something_is_no_open_question(text: str) -> None:
    assert "question.open" not in kinds(text)


def test_a_request_can_hold_its_own_end() -> None:
    text = "Can we agree to try it for one sprint, and drop it if the count does not go down?"
    assert met((("stop_rule",), ("small_step",)), text, find(text)) is not None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We lose 42k a month, according to the refund ledger that Finance keeps.", "the refund ledger"),
        ("We lose 42k a month. It comes from my incident log.", "your incident log"),
        ("We lose 42k a month. It comes from our incident log.", "our incident log"),
    ],
)
def test_a_source_is_named_as_the_other_side_would(text: str, source: str) -> None:
    assert gather((said(text),), {}).values["source"] == source


def test_advice_keeps_its_second_verb_in_step() -> None:
    assert imperative("Gives a figure and says where it comes from") == "give a figure and say where it comes from"
    assert imperative("Says what waiting costs, or what changes by a date") == "say what waiting costs, or what changes by a date"
    assert imperative("Changes something, leaves part of it, or says what is open") == (
        "change something, leave part of it, or say what is open"
    )


@pytest.mark.parametrize(
    "text", ["I want to hear first how full your week is.", "I'd rather first hear what your team has on its plate until summer."]
)
def test_wanting_to_hear_is_asking(text: str) -> None:
    assert "question.open" in kinds(text)


def test_hoping_they_are_on_board_is_not_listening() -> None:
    assert "reflection" not in kinds("So you are on board?")
    assert "reflection" in kinds("So you are in a tight spot until June.")


def test_who_wrote_it_down_is_a_source() -> None:
    assert "source" in kinds("Controlling booked it on account 6410.")
    assert "source" in kinds("140 people could not log in; support wrote down every call.")


def test_a_source_stays_with_its_own_figure() -> None:
    cost = said("We lose $50k a month; that is from the refund ledger."), said("Two engineers for six weeks, about $70k.")
    line = "[[figure]], from [[source]]. I can say that aloud."
    words = gather(cost, {})
    assert fits(line, words.values, (), words.said)
    assert fill(line, words.values) == "$50k, from the refund ledger. I can say that aloud."
    assert fill("[[figure]]. Is that all?", words.values) == "$70k. Is that all?"
    asked = said("We lose $50k a month."), said("That is from the refund ledger.")
    assert fill(line, gather(asked, {}).values) == "$50k, from the refund ledger. I can say that aloud."
    before = said("That is from the refund ledger."), said("About $70k.")
    assert not fits(line, gather(before, {}).values, (), words.said)
