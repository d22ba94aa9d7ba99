"""Meeting again: what was settled, what was promised, and whether it was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rehearse.conversation import LADDER, Stance
from rehearse.meeting import Meeting
from rehearse.stakeholder import memory, stance
from rehearse.stakeholder.setting import Series, Setting
from rehearse.stakeholder.wording import word
from tests.core.play import catalog, play_script, setting

INFLUENCING = tuple(e.id for e in catalog().scenarios() if e.mode == "influencing")


def strong(with_: Setting, series: Series | None) -> Meeting:
    assert with_.scenario is not None
    return play_script(replace(with_, series=series), with_.scenario.playtest["strong"][0])  # type: ignore[arg-type]


def after(meeting: Meeting, count: int, kept: bool | None) -> Series:
    return Series(count, meeting.stance.ladder, kept, bool(kept), meeting.stance)


@pytest.mark.parametrize("scenario", INFLUENCING)
def test_three_strong_meetings_go_from_complies_to_buying_in(scenario: str) -> None:
    with_, series = setting(scenario=scenario, seed=2), None
    steps = []
    for count in (1, 2, 3):
        meeting = strong(with_, series)
        steps.append(meeting.stance.ladder)
        series = after(meeting, count, True)
    assert steps == list(LADDER[1:])
    assert meeting.take[-1].act == "give"


@pytest.mark.parametrize("scenario", INFLUENCING)
def test_without_a_promise_kept_nobody_buys_in(scenario: str) -> None:
    with_, series = setting(scenario=scenario, seed=2), None
    for count in (1, 2, 3, 4):
        meeting = strong(with_, series)
        series = after(meeting, count, None if count % 2 else False)
    assert meeting.stance.ladder != "buys_in"


def test_what_was_settled_is_not_asked_for_again() -> None:
    with_ = setting(scenario=INFLUENCING[0], seed=1)
    first = strong(with_, None)
    begun = stance.begin(replace(with_, series=after(first, 1, True)))
    met = [c for c, state in first.stance.concerns.items() if state.status == "met"]
    assert met
    assert all(begun.concerns[c].status == "met" for c in met)
    assert begun.facts_told == first.stance.facts_told
    again = strong(with_, after(first, 1, True))
    raised = {t.concern for t in again.take if t.speaker == "stakeholder" and t.act == "raise"}
    assert raised.isdisjoint(met)


def test_selling_begins_anew_whatever_came_before() -> None:
    with_ = setting(scenario="reliability-into-the-backlog")
    assert stance.begin(replace(with_, series=Series(2, "agrees", True))) == stance.begin(with_)


def trust(last: Stance, kept: bool | None) -> float:
    return stance.begin(replace(setting(scenario=INFLUENCING[0]), series=Series(1, "complies", kept, last=last))).trust


def test_a_promise_moves_trust_by_half_a_point_and_half_of_what_was_won_is_carried_over() -> None:
    begun = stance.begin(setting(scenario=INFLUENCING[0]))
    last = replace(begun, trust=begun.trust + 1.0)
    assert trust(last, None) == pytest.approx(begun.trust + 0.5)
    assert trust(last, True) == pytest.approx(begun.trust + 1.0)
    assert trust(last, False) == pytest.approx(begun.trust)
    lowest = replace(begun, trust=1.0)
    assert trust(lowest, False) >= 1.0


@pytest.mark.parametrize("kept", [True, False, None])
def test_they_begin_with_what_became_of_the_promise(kept: bool | None) -> None:
    from rehearse.stakeholder import act
    from rehearse.stakeholder.seed import Draws

    with_ = setting(scenario=INFLUENCING[0])
    last = replace(stance.begin(with_), promises=("I send you the numbers on Friday.",))
    here = replace(with_, series=Series(1, "complies", kept, last=last))
    said = {word(here, stance.begin(here), act.opening(), (), Draws(seed, 0)) for seed in range(30)}
    assert len(said) >= 4
    quoted = [line for line in said if "“I send you the numbers on Friday”" in line]
    assert bool(quoted) is (kept is not None)
    assert not any("[[" in line for line in said)


def test_a_promise_too_long_to_be_said_is_not_quoted() -> None:
    last = replace(stance.begin(setting(scenario=INFLUENCING[0])), promises=(" ".join(["word"] * 40),))
    assert memory.promise(Series(1, "complies", True, last=last)) == ""
    assert memory.promise(Series(1, "complies", True)) == ""


def test_each_register_has_lines_of_its_own() -> None:
    for table in (memory.KEPT_LINES, memory.BROKEN_LINES, memory.AGAIN_LINES):
        every = [line for lines in table.values() for line in lines]
        assert len(every) == len(set(every))
        assert all(sum("[[promise]]" not in line for line in lines) >= 2 for lines in table.values())
    assert not any(
        c in line for line in memory.KEPT_LINES["formal"] + memory.BROKEN_LINES["formal"] for c in ("n't", "'m", "'ve")
    )


@pytest.mark.parametrize("scenario", INFLUENCING)
def test_a_first_meeting_that_did_all_it_could_ends_without_a_yes_and_without_a_grudge(scenario: str) -> None:
    meeting = strong(setting(scenario=scenario, seed=5), None)
    assert (meeting.stance.stage, meeting.stance.ladder, meeting.take[-1].act) == ("committed", "complies", "close")
    assert meeting.take[-1].text in memory.NEXT_LINES[meeting.setting.persona.register]
