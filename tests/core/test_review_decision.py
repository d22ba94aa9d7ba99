"""The decision, the headline, the reasons and the curve: from the stance alone, beside the checks and never mixed in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from rehearse.conversation import LADDER, ConcernState, Ladder, Mode, Reason, Stage, Stance, Turn, TurnId
from rehearse.review import curve, decision, ledger
from rehearse.review.types import Decision, StatedCondition
from rehearse.scenarios import Subject
from tests.core.play import catalog, play_script, setting
from tests.core.test_review_material import GOOD, MORGAN, SCENARIO, judged, take_of

START = Stance("guarded", 2.25, 8, "resists", {c.id: ConcernState() for c in MORGAN.concerns})


def turn(number: int, at: Stance | None = None, text: str = "It costs forty thousand.", who: str = "you", **more: object) -> Turn:
    return Turn(TurnId(f"t{number}"), None, who, text, at=10.0 * number, stance=at, **more)  # type: ignore[arg-type]


def test_no_stance_no_decision_no_step_no_curve() -> None:
    made = judged(GOOD)
    assert (made.ladder, made.decision, made.curve, made.reasons) == (None, None, (), ())
    assert made.total is not None


def test_the_decision_in_words() -> None:
    committed = replace(
        START,
        stage="committed",
        ladder="buys_in",
        gave="dana",
        conditions_stated=("half",),
        conditions_taken=("half",),
        concerns={
            "payback": ConcernState(status="met", voiced=1),
            "launch": ConcernState(status="partly_met", voiced=1),
            "again": ConcernState(status="raised", voiced=1, last="deflected"),
        },
    )
    take = (
        turn(0, who="stakeholder", act="raise", concern="launch"),
        turn(1, who="stakeholder", act="raise", concern="again"),
        turn(2, committed),
        turn(3, committed, "Then do it. Take Dana from finance.", "stakeholder", act="give"),
    )
    made = decision.decide(take, MORGAN, ledger.objections(take, MORGAN))
    assert made is not None
    assert made.words == "Then do it. Take Dana from finance."
    assert made.conditions == (StatedCondition("half", "Half the outages after the trial, or we stop.", True),)
    assert [(g.kind, g.words) for g in made.gives] == [("name", "Take Dana from finance.")]
    assert made.missing == ("time",)
    assert made.refuses == ("“The launch” is only half answered.", "“The last time” was asked about and passed over.")


def test_a_condition_speaks_of_what_the_situation_is_about() -> None:
    (half, *rest) = MORGAN.conditions
    person = replace(MORGAN, conditions=(replace(half, says="Half the [[problem]] after the trial, or we stop."), *rest))
    take = (turn(0, replace(START, conditions_stated=("half",))), turn(1, who="stakeholder", text="No."))
    made = decision.decide(take, person, (), Subject(noun="slow payments", ask="two people"))
    assert made is not None
    assert [c.words for c in made.conditions] == ["Half the slow payments after the trial, or we stop."]


def test_a_condition_that_was_stated_and_not_taken_up() -> None:
    take = (turn(0, replace(START, conditions_stated=("half",))), turn(1, who="stakeholder", text="No."))
    made = decision.decide(take, MORGAN, ())
    assert made is not None
    assert [c.taken_up for c in made.conditions] == [False]
    assert (made.gives, made.missing) == ((), ("name", "time"))


@pytest.mark.parametrize("pronouns", ["she", "he", "they"])
@pytest.mark.parametrize("mode", ["selling", "influencing"])
@pytest.mark.parametrize("forced", [False, True])
def test_every_step_has_its_sentence(pronouns: str, mode: Mode, forced: bool) -> None:
    person = replace(MORGAN, pronouns=pronouns)  # type: ignore[arg-type]
    said = Decision("x", missing=("name", "money"), refuses=("Payback is still open.",))
    heads = [decision.headline(person, step, forced, mode, said) for step in LADDER]
    assert len({h for h, _ in heads}) == (1 if forced else 4)
    for head, lead in heads:
        assert head[0].isupper()
        assert head.endswith(".")
        assert lead.endswith(".")
        assert pronouns in head.lower().split()[0]
        if pronouns == "they":
            assert not any(
                f"they {wrong}" in f"{head} {lead}".lower() for wrong in ("has", "does", "is ", "was", "agrees", "goes")
            )


def test_the_sentence_of_the_design() -> None:
    made = Decision("All right.", missing=("name", "date", "money"))
    assert decision.headline(MORGAN, "agrees", decision=made) == (
        "She agrees. She has not bought in.",
        "She accepts the logic and puts in nothing of her own: no name, no date, no budget.",
    )
    assert decision.headline(MORGAN, "buys_in")[0] == "She has bought in."


def test_why_they_moved() -> None:
    probing = replace(
        START, stage="probing", why=(Reason("trust", "x"), Reason("stage:probing", "you asked about their view", "Where?"))
    )
    weighing = replace(
        probing, stage="weighing", ladder="complies", why=(Reason("ladder:complies", "Payback is half answered", "$48k"),)
    )
    gone = replace(weighing, stage="disengaged", ladder="resists", why=(Reason("ladder:resists", "you pushed", "say yes now"),))
    take = (turn(1, START), turn(2, probing), turn(3, weighing), turn(4, weighing), turn(5, gone))
    found = decision.reasons(take, MORGAN)
    assert [(r.turn, r.words, r.came_from, r.to, r.quote) for r in found] == [
        ("t2", "She moved when you asked about her view.", "resists", "resists", "Where?"),
        ("t3", "She moved: “Payback” is half answered.", "resists", "complies", "$48k"),
        ("t5", "She drew back when you pushed.", "complies", "resists", "say yes now"),
    ]


def test_nobody_draws_back_because_a_worry_was_answered() -> None:
    """A turn may answer one thing and lose them by another; meetings kept from before named the answer as the reason."""
    weighing = replace(START, stage="weighing", ladder="complies")
    settled = (Reason("concern:payback:met", "Payback is answered", "$48k"),)
    kept = (
        *settled,
        Reason("stage:probing", "Payback is answered", "$48k"),
        Reason("ladder:resists", "Payback is answered", "$48k"),
    )
    told = (*settled, Reason("stage:probing", "you said the same again", "again"))
    ran_out = (*settled, Reason("stage:disengaged", "patience ran out"))
    for why, words in (
        (kept, "She drew back."),
        (told, "She drew back when you said the same again."),
        (ran_out, "Her patience ran out."),
    ):
        fell = replace(weighing, stage="probing", ladder="resists", why=why)
        (found,) = decision.reasons((turn(1, weighing), turn(2, fell)), MORGAN)[1:]
        assert found.words == words


@pytest.mark.parametrize("scenario", sorted(e.id for e in catalog().scenarios())[::4])
def test_no_scripted_meeting_tells_a_reason_that_contradicts_itself(scenario: str) -> None:
    for scripts in setting(scenario=scenario).scenario.playtest.values():  # type: ignore[union-attr]
        for script in scripts[:1]:
            made = play_script(setting(scenario=scenario, seed=1), [dict(line) for line in script])  # type: ignore[call-overload]
            for reason in decision.reasons(made.take, made.setting.persona):
                down = "drew back" in reason.words
                assert not (
                    down and any(w in reason.words for w in ("answered", "acknowledged", "gave", "took up", "asked about"))
                )


def test_a_gift_that_was_spoken_is_a_reason_of_the_turn_before() -> None:
    committed = replace(START, stage="committed", ladder="agrees")
    take = (turn(1, committed), turn(2, replace(committed, ladder="buys_in", gave="dana"), "Take Dana.", "stakeholder"))
    assert [(r.turn, r.to) for r in decision.reasons(take, MORGAN)] == [("t1", "agrees"), ("t1", "buys_in")]
    assert [p.level for p in curve.levels(take, MORGAN)] == [3.0]


_STEPS: list[tuple[Stage, Ladder]] = [
    ("guarded", "resists"),
    ("probing", "resists"),
    ("weighing", "complies"),
    ("conditional", "agrees"),
    ("committed", "agrees"),
    ("committed", "buys_in"),
]


@pytest.mark.parametrize(("stage", "ladder"), [*_STEPS, ("disengaged", "resists"), ("conditional", "complies")])
@pytest.mark.parametrize("trust", [1.0, 2.5, 4.0])
@pytest.mark.parametrize("tests", [(), ("figure",), ("figure", "source")])
def test_the_curve_never_says_more_than_the_step(stage: Stage, ladder: Ladder, trust: float, tests: tuple[str, ...]) -> None:
    states = {c.id: ConcernState(tests=tests) for c in MORGAN.concerns}
    at = replace(START, stage=stage, ladder=ladder, trust=trust, concerns=states)
    level = curve.level(at, MORGAN)
    assert LADDER.index(ladder) <= level <= LADDER.index(ladder) + 0.5  # rounded, it is the step
    assert 0 <= level <= 3


def test_the_curve_rises_with_the_stage_and_with_the_tests() -> None:
    levels = [curve.level(replace(START, stage=s, ladder=step), MORGAN) for s, step in _STEPS]
    assert all(a < b for a, b in pairwise(levels))
    probing = replace(START, stage="probing")
    answered = replace(probing, concerns=probing.concerns | {"payback": ConcernState(tests=("figure",))})
    assert curve.level(answered, MORGAN) > curve.level(probing, MORGAN)


def test_the_step_stands_beside_the_checks() -> None:
    """The same words with another outcome give the same checks and total; the step is the stance's."""
    take = take_of(*GOOD)
    low = tuple(replace(t, stance=START) if t.speaker == "you" else t for t in take)
    won = replace(START, stage="committed", ladder="buys_in", gave="dana")
    high = tuple(replace(t, stance=won) if t.speaker == "you" else t for t in take)
    one, other = judged(low, scenario=SCENARIO), judged(high, scenario=SCENARIO)
    assert (one.ladder, other.ladder) == ("resists", "buys_in")
    assert [m for m in one.checks if m.criterion != "objections"] == [m for m in other.checks if m.criterion != "objections"]


def test_who_sold_where_only_influencing_works_is_told_so() -> None:
    sold = decision.headline(MORGAN, "complies", mode="influencing", came_for="selling")
    influenced = decision.headline(MORGAN, "complies", mode="influencing", came_for="influencing")
    assert sold[0] == influenced[0]
    assert sold[1] == f"{influenced[1]} {decision.OUT_OF_PLACE}"
    assert decision.OUT_OF_PLACE not in decision.headline(MORGAN, "complies", came_for="selling")[1]
