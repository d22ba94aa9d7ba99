"""What opens a gate and what does not: passing over a worry, a price for a gain, a yes that nobody asked for, their own voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rehearse.conversation import STAGES, Turn
from rehearse.signals import find
from rehearse.signals.needs import met
from rehearse.stakeholder.stance import gates
from rehearse.stakeholder.stock import ASK_FOR_ASK
from tests.core.play import catalog, play, play_script, setting

PEOPLE = tuple(e.id for e in catalog().people())
STRONG = (
    "We lose £36k a month in refunds, according to the refund ledger, give or take 10 %; I do not know yet how much comes back.",
    "You are right. We begin with one department for two weeks, and we stop on 30 June if refunds are not down by half.",
    "After that it is £300 a month for the licence, on my own budget, and I own it.",
    "Compared with the other requests it costs half. Logistics did the same last year and went from 9 refunds a week to 3.",
    "What else would you need to see?",
    "I understand. The trade-off is that the saved hours never become cash.",
)


def yours(take: tuple[Turn, ...]) -> list[Turn]:
    return [t for t in take if t.speaker == "you"]


@pytest.mark.parametrize("person", PEOPLE)
def test_a_turn_that_passes_over_the_worry_lifts_no_stage(person: str) -> None:
    lines = (STRONG[0], "The office plants need water.", STRONG[1], "It was a lovely match on Sunday.", *STRONG[2:])
    for seed in range(4):
        before = None
        pressed = None
        for turn in play(setting(person, seed=seed), lines).take:
            assert turn.stance is not None
            if turn.speaker == "you" and pressed and before is not None:
                assert turn.appraisal is not None
                verdict = turn.appraisal.of(pressed)
                if verdict is not None and verdict.verdict in ("ignored", "deflected") and turn.stance.stage in STAGES[:5]:
                    assert STAGES.index(turn.stance.stage) <= STAGES.index(before.stage), turn.text
            before, pressed = turn.stance, turn.stance.pressed


def test_nobody_says_yes_if_to_nothing() -> None:
    """Selling, with no ask in the situation, none typed and none said: the most there is, is weighing."""
    for seed in range(6):
        meeting = play(setting("finance-partner", seed=seed), STRONG)
        assert not any(t.appraisal is not None and t.appraisal.has("asks_commitment") for t in yours(meeting.take))
        assert meeting.stance.stage in ("guarded", "probing", "weighing")
        here = meeting.setting
        assert not gates(here, meeting.stance, pushed_now=False)["conditional"]


def test_each_register_asks_for_the_ask_in_its_own_voice() -> None:
    every = [line for lines in ASK_FOR_ASK.values() for line in lines]
    assert len(every) == len(set(every))
    assert all(len(lines) >= 6 for lines in ASK_FOR_ASK.values())
    contractions = ("n't", "'m", "'re", "'ve", "'d ", "What's")
    assert not any(c in line for line in ASK_FOR_ASK["formal"] for c in contractions)


@pytest.mark.parametrize(
    "text",
    [
        "I need £18k for a trial this quarter.",
        "The pilot costs $20k a month.",
        "Can I have £5k a month for it, please approve £5k a month.",
    ],
)
def test_a_price_is_no_gain(text: str) -> None:
    assert met((("figure",), ("period", "date")), text, find(text), answers=True) is None


def test_a_price_is_one_where_money_is_asked_for() -> None:
    text = "After the trial the licence costs £1k a month."
    assert met((("figure.money",), ("period",)), text, find(text), answers=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "All the leading companies have done it already.", "Everyone does this.", "Google does it.", "Netflix uses it.",
        "Most companies did the same.", "Other teams already use it.", "Our competitors did the same.",
    ],
)  # fmt: skip
def test_an_example_that_names_nobody_is_an_opinion(text: str) -> None:
    assert "precedent" not in {s.kind for s in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Lisbon office did the same last autumn.", "Logistics did the same last year.", "Team Search already did it.",
        "All three other teams did the same and went from 9 incidents to 2.",
    ],
)  # fmt: skip
def test_somebody_who_can_be_asked_is_a_precedent(text: str) -> None:
    assert "precedent" in {s.kind for s in find(text)}


def test_a_bare_why_is_answered_with_what_is_behind_it() -> None:
    for person in PEOPLE:
        meeting = play(setting(person, seed=2), ["We would like to replace the reporting system.", "Why is that?"], wrap_up=False)
        pressed = meeting.take[2].concern
        assert pressed is not None
        concern = meeting.setting.persona.concern(pressed)
        assert concern is not None
        assert any(root in meeting.take[-1].text for root in concern.root), meeting.take[-1].text


def test_what_would_convince_you_is_not_answered_with_not_yet() -> None:
    for person in PEOPLE:
        last = play(setting(person, seed=3), ["It is slow.", "What would convince you?"], wrap_up=False).take[-1].text
        assert not last.startswith(("Not yet.", "Not all of it.", "In part.", "Half of it", "It helps. It does not"))


def test_that_is_fair_is_said_to_their_line() -> None:
    meeting = play(setting("finance-partner", seed=1), ["We have a problem with returns.", "That is fair."], wrap_up=False)
    turn = yours(meeting.take)[-1]
    assert turn.appraisal is not None
    found = turn.appraisal.first("acknowledges")
    assert found is not None
    assert found.concern == meeting.take[2].concern


def test_where_only_influencing_works_an_ask_gets_no_yes_and_a_seed_gets_further() -> None:
    """`suits: influencing` under `mode: selling`: the stance follows what the situation answers to."""
    there = setting(scenario="monolith-to-services-together")
    assert there.scenario is not None
    here = replace(there, mode="selling", scenario=replace(there.scenario, mode="selling", suits="influencing"))
    assert here.moved_by == "influencing"
    sold = play(here, ["I need your yes today: your team takes over the payments service by 15 March. Do we have a deal?"])
    assert sold.stance.ladder == "resists"
    strong = play_script(here, [dict(line) for line in there.scenario.playtest["strong"][0]])  # type: ignore[call-overload]
    assert (strong.stance.ladder, strong.stance.stage) == ("complies", "committed")
