"""The promises of the stakeholder's rules, held on whole meetings: code decides, and nothing talks it round."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.conversation import LADDER, STAGES, Turn
from rehearse.meeting import Meeting
from rehearse.stakeholder import ladder, stance
from rehearse.stakeholder.setting import DIFFICULTY
from tests.core.play import catalog, play, play_script, setting

PEOPLE = tuple(e.id for e in catalog().people())
SCENARIOS = tuple(e.id for e in catalog().scenarios())
# Pieces that meetings are made of: strong, empty, pushing, questions, keywords.
LINES = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger.",
    "Finance counted it, give or take 15 %.",
    "Where do you feel it most?",
    "Fair point. You carried the last one alone, so I take over the reviews myself until June.",
    "What would you change about the plan?",
    "One region for two weeks behind a flag; if incidents do not fall by a third, we stop.",
    "A yes to the two-week trial by Friday; I own it and send you the count each week.",
    "The launch keeps its date. What slips by two weeks is the admin screen.",
    "Trust me, it is just cleaner.",
    "The CTO wants this, so you have to say yes.",
    "You are the smartest person here.",
    "That is not my problem.",
    "revenue ROI pilot rollback owner Friday",
    "We will figure that out later.",
    "Does that answer it, or what is missing?",
    "ok",
    "I do not know yet how many come back by themselves.",
    "Everyone does it, come on.",
)
SOME = settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
meetings = st.tuples(
    st.sampled_from(PEOPLE), st.lists(st.sampled_from(LINES), min_size=1, max_size=9), st.integers(0, 50), st.sampled_from(sorted(DIFFICULTY))
)  # fmt: skip


def mine(meeting: Meeting) -> list[Turn]:
    return [t for t in meeting.take if t.speaker == "you"]


@SOME
@given(meetings)
def test_every_meeting_keeps_the_promises(drawn: tuple[str, list[str], int, str]) -> None:
    person, lines, seed, difficulty = drawn
    here = replace(setting(person, seed=seed), difficulty=difficulty)
    meeting = play(here, lines)
    before = stance.begin(here)
    heavy = [c.id for c in here.persona.concerns if c.weight == 3]
    for turn in meeting.take:
        now = turn.stance
        assert now is not None
        if turn.speaker == "you":
            assert turn.appraisal is not None
            assert ladder.rank(now.stage) <= ladder.rank(before.stage) + 1, "one step up a turn at most"
            pushes = turn.appraisal.has("pressures", "pulls_rank", "threatens", "dismisses")
            if pushes:
                gained = [r for r in now.why if r.what == "trust"]
                assert now.trust <= before.trust + 0.5 or gained, "pressure never raises trust by itself"
                assert ladder.rank(now.stage) <= ladder.rank(before.stage), "nothing moves up in a turn that pushes"
            for move in turn.appraisal.moves:
                assert turn.text[move.start : move.end] == move.quote, "every move has its words"
        if now.stage == "committed":
            assert all(now.concerns[c].status in ("met", "parked") for c in heavy), "no commitment over an open worry"
        assert 1.0 <= now.trust <= 4.0
        assert now.patience >= 0
        if now.ladder == "buys_in":
            assert now.gave is not None
        before = now
    spoken = [t.text for t in meeting.take if t.speaker == "stakeholder"]
    assert len(set(spoken)) == len(spoken), "no line twice"
    assert all(spoken), "nobody says nothing"
    assert meeting.take[-1].act in ("close", "leave", "commit", "give")


@SOME
@given(meetings)
def test_same_seed_and_same_words_are_the_same_meeting(drawn: tuple[str, list[str], int, str]) -> None:
    person, lines, seed, difficulty = drawn
    here = replace(setting(person, seed=seed), difficulty=difficulty)
    assert play(here, lines).take == play(here, lines).take


def test_trying_again_with_the_same_words_gives_the_same_reply_and_other_words_another() -> None:
    here = setting("skeptical-executive", seed=3)
    first = play(here, LINES[:3], wrap_up=False)
    again = play(here, LINES[:3], wrap_up=False)
    other = play(here, [*LINES[:2], "What matters most to you this quarter?"], wrap_up=False)
    assert first.take[-1].text == again.take[-1].text
    assert first.take[-1].text != other.take[-1].text


@pytest.mark.parametrize("person", PEOPLE)
def test_content_free_pressure_moves_nobody(person: str) -> None:
    """Twenty orders of eight lines without content: nobody gets past the first step but a report who was ordered to."""
    hollow = [LINES[i] for i in (8, 9, 10, 11, 12, 13, 15, 17)]
    for seed, order in enumerate(itertools.islice(itertools.permutations(hollow), 0, 20_000, 1_000)):
        end = play(setting(person, seed=seed), order).stance
        assert end.stage not in ("conditional", "committed")
        assert end.ladder in ("resists", "complies")
        assert end.ladder == "resists" or end.forced
        assert end.trust <= stance.begin(setting(person)).trust


@pytest.mark.parametrize("person", PEOPLE)
def test_a_heap_of_keywords_moves_nothing(person: str) -> None:
    meeting = play(setting(person), ["revenue ROI pilot rollback owner Friday source figure customers"] * 3, wrap_up=False)
    for turn in mine(meeting):
        assert turn.appraisal is not None
        assert all(c.verdict == "ignored" for c in turn.appraisal.concerns)
    assert meeting.stance.ladder == "resists"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_strong_beats_middling_beats_weak(scenario: str) -> None:
    here = setting(scenario=scenario)
    assert here.scenario is not None
    reached: dict[str, list[tuple[int, int]]] = {}
    for level, scripts in here.scenario.playtest.items():
        for script in scripts:
            for seed in range(3):
                end = play_script(replace(here, seed=seed), script).stance  # type: ignore[arg-type]
                reached.setdefault(level, []).append((LADDER.index(end.ladder), ladder.rank(end.stage)))
    assert min(reached["strong"]) > max(reached["middling"]), reached
    assert sum(map(sum, reached["middling"])) > sum(map(sum, reached["weak"])), reached


def test_a_report_who_is_ordered_complies_and_stays_there() -> None:
    end = play(
        setting("direct-report"),
        ["The CTO wants this, so I need you to agree to the migration by Friday.", *LINES[:7]],
    ).stance
    assert end.forced
    assert end.ladder == "complies"


def test_an_executive_does_not_yield_to_rank() -> None:
    end = play(setting("skeptical-executive"), ["The CEO already approved this, so I need your yes by Friday."]).stance
    assert end.ladder == "resists"
    assert end.stage == "disengaged"


def test_asking_is_never_talking_to_a_wall() -> None:
    """A question is answered in the same line, and an open one about the worry brings out what is behind it."""
    for person in PEOPLE:
        meeting = play(
            setting(person, seed=1),
            ["I would like to talk about the pipeline.", "What is behind that worry for you?"],
            wrap_up=False,
        )
        last = meeting.take[-1]
        assert last.act in ("tell_root", "tell_fact", "answer", "press", "probe", "doubt", "raise"), person
        roots = [r for c in meeting.setting.persona.concerns for r in c.root]
        answers = [s for a in meeting.setting.persona.answers for s in a.say]
        facts = [s for w in meeting.setting.persona.withheld for s in w.says]
        cares = [c.lower() for c in meeting.setting.persona.cares_about]
        assert any(x in last.text for x in roots + answers + facts) or any(c in last.text.lower() for c in cares), last.text


def test_withheld_facts_and_roots_are_not_said_unasked() -> None:
    for scenario in SCENARIOS:
        here = setting(scenario=scenario)
        meeting = play(here, ["We want this.", "It would be good.", "It is cleaner.", "Please think about it."], wrap_up=False)
        said = " ".join(t.text for t in meeting.take)
        for secret in [s for w in here.persona.withheld for s in w.says] + [r for c in here.persona.concerns for r in c.root]:
            assert secret not in said


def test_gates_follow_the_difficulty() -> None:
    numbers = {d: (n.weighing, n.committed, n.patience) for d, n in DIFFICULTY.items()}
    assert numbers == {"gentle": (2.25, 2.75, 4), "normal": (2.5, 3.0, 0), "hard": (2.75, 3.25, -2)}
    assert STAGES[:5] == ("guarded", "probing", "weighing", "conditional", "committed")


@pytest.mark.parametrize(
    ("meetings", "last", "kept", "highest"),
    [
        (0, "resists", None, "complies"), (1, "resists", None, "complies"), (1, "complies", True, "agrees"),
        (2, "agrees", True, "buys_in"), (2, "agrees", False, "agrees"), (2, "agrees", None, "agrees"), (1, "agrees", True, "agrees"),
    ],
)  # fmt: skip
def test_influencing_climbs_one_step_a_meeting(meetings: int, last: str, kept: bool | None, highest: str) -> None:
    assert ladder.cap_for(meetings, last, kept) == highest  # type: ignore[arg-type]
