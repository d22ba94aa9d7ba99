"""Material for the tests of the review: a person, a take builder, a good, a middling and a weak meeting; and that they differ."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rehearse.conversation import ActKind, Mode, Turn, TurnId
from rehearse.paths import built_in
from rehearse.personas import Concern, Condition, Gift, Line, NotEnough, Persona, Temperament, Test, Vocabulary
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from rehearse.scenarios import Fact, Scenario
from rehearse.stakeholder import appraisal

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "review.schema.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def buy_in() -> Rubric:
    """The rubric that comes with the program."""
    from rehearse.catalog import Catalog
    from rehearse.paths import Paths

    return Catalog(Paths(Path("/nonexistent-rehearse-home")), built_in()).rubric("buy-in")


MORGAN = Persona(
    id="morgan",
    name="Morgan Reyes",
    pronouns="she",
    role="Chief Operating Officer",
    audience="executive",
    emblem="horizon",
    summary="Has paid for three rewrites.",
    cares_about=("the spring launch", "return on investment", "risk to customers"),
    vocabulary=Vocabulary(costs_patience=("microservices", "Kubernetes")),
    temperament=Temperament(receptivity=2),
    concerns=(
        Concern(
            id="payback",
            kind="return",
            label="Payback",
            weight=3,
            root=("Twice I stood before the board with a saving that never arrived.",),
            about=("cost", "save", "revenue", "budget", "return", "money", "orders", "pay back"),
            resolved_by=(
                Test(
                    "figure",
                    "Gives a figure in money or customers over a period",
                    needs=(("figure.money", "customer"), ("period",)),
                    sounds_like=("It costs about $70k and saves $48k a month from June.",),
                ),
                Test("source", "Says where the figure comes from", needs=(("source",),), of="figure"),
            ),
            not_enough=(NotEnough("We will work out the numbers later.", "deflected"),),
            objections=(Line("What does this cost us, and when do we see it back?"),),
        ),
        Concern(
            id="launch",
            kind="capacity",
            label="The launch",
            weight=3,
            root=("I gave the board my word on 4 June.",),
            about=("launch", "spring", "slip", "4 June", "people away"),
            resolved_by=(
                Test(
                    "keeps",
                    "Says that the launch keeps its day, or what gives way",
                    needs=(("date",), ("trade_off", "concession", "mitigation")),
                    sounds_like=("The launch keeps 4 June. What slips by two weeks is the returns page.",),
                ),
            ),
            objections=(Line("And who gets the launch ready meanwhile?"),),
        ),
        Concern(
            id="again",
            kind="trust",
            label="The last time",
            weight=2,
            about=("last time", "rewrite", "platform", "promised"),
            resolved_by=(Test("stop", "Says when it ends", needs=(("stop_rule", "rollback"),)),),
            objections=(Line("The last rewrite was six weeks too. It took thirty."),),
        ),
    ),
    conditions=(
        Condition("half", "Half the outages after the trial, or we stop.", ("half", "stop", "trial"), (("stop_rule",),)),
    ),
    gives=(Gift("dana", "name", "Take Dana from finance."), Gift("slot", "time", "Take ten minutes of my next review.")),
    endings={"agrees": ("All right.",)},
    hash="persona-hash",
)

SCENARIO = Scenario(
    id="outages",
    title="Outages",
    persona="morgan",
    mode="selling",
    facts=(
        Fact("orders", "$62k of orders a month that did not come back after an outage", "finance", 62000, "$ a month"),
        Fact("outages", "11 checkout outages in two quarters", "incident log", 11, "checkout outages"),
    ),
    hash="scenario-hash",
)

Said = tuple[str, str] | tuple[str, str, ActKind | None, str | None]


def take_of(*said: Said, persona: Persona | None = MORGAN) -> tuple[Turn, ...]:
    """A take from ("you", text) and ("them", text, act, concern); your turns are appraised as the stakeholder would."""
    turns: list[Turn] = []
    for number, (who, text, *more) in enumerate(said):
        parent = turns[-1].id if turns else None
        id = TurnId(f"t_{number}")
        if who == "you":
            made = None
            if persona is not None:
                made = appraisal.appraise(appraisal.read(text, persona, tuple(turns)), persona)
            turns.append(Turn(id, parent, "you", text, at=10.0 * number, appraisal=made))
        else:
            act, concern = more or (None, None)
            turns.append(Turn(id, parent, "stakeholder", text, at=10.0 * number, act=act, concern=concern))
    return tuple(turns)


def words_of(take: Sequence[Turn]) -> list[Said]:
    """The take as it was said, to be changed and built again."""
    return [("you", t.text) if t.speaker == "you" else ("them", t.text, t.act, t.concern) for t in take]


GOOD: tuple[Said, ...] = (
    ("them", "You have ten minutes. What are you asking me for?", "open", None),
    (
        "you",
        "Eleven times in two quarters your customers could not pay us. We lose $62k of orders a month because of it. "
        "That is from the refund ledger, checked by finance, give or take 20 percent. What has to go right for you this quarter?",
    ),
    ("them", "The spring launch. I have told the board it ships on 4 June.", "answer", None),
    (
        "you",
        "So what worries you is that your name stands beside that launch. "
        "Which part of the launch would slip first if something fails?",
    ),
    ("them", "Checkout. And who gets the launch ready while your two people are away?", "raise", "launch"),
    (
        "you",
        "That is a fair worry. What happened the last time somebody borrowed people from you? "
        "I want to understand it before I answer.",
    ),
    ("them", "Three weeks late. I answered for that alone.", "tell_root", "launch"),
    (
        "you",
        "You are right about the launch, so we change the plan: the launch keeps 4 June. "
        "The trade-off is that the returns page comes two weeks later. Does that answer it, or what is still missing?",
    ),
    ("them", "All right. And what does this cost me, and when do we see it back?", "raise", "payback"),
    (
        "you",
        "It costs $55k and it saves $62k of orders a month, so it pays for itself within one month. "
        "The number comes from the refund ledger that finance checked. "
        "On 14 January a customer tried four times to pay for two tents and then rang us. "
        "I do not know yet how many of those customers stay away for good.",
    ),
    ("them", "The last rewrite was six weeks too. It took thirty.", "raise", "again"),
    (
        "you",
        "That is a fair worry, that one ran away. We start small: one engineer for two weeks, on the payment page only. "
        "It worked if outages are down by half by the end of April. If they are not down by half, we stop. "
        "The old page stays in place and one switch brings it back within a minute.",
    ),
    (
        "them",
        "Fine. You can have them if the launch keeps its day and you stop after two weeks without a result.",
        "state_condition",
        None,
    ),
    (
        "you",
        "So it is a yes if the launch keeps its day and I stop after two weeks without a result. "
        "If we leave it, checkout goes down again in launch week and we lose three times the orders. "
        "I am asking you for one engineer for two weeks. I own it, and I need a yes or a no by Thursday 11 March.",
    ),
    ("them", "Yes. Start on Monday.", "commit", None),
)

MIDDLING: tuple[Said, ...] = (
    ("them", "You have ten minutes. What are you asking me for?", "open", None),
    (
        "you",
        "I am asking you for two engineers for six weeks. "
        "Checkout went down eleven times in two quarters, customers could not pay.",
    ),
    ("them", "And what does it cost me, and when do we see it back?", "raise", "payback"),
    ("you", "We lose about $62k of orders a month. It will be worth it."),
    ("them", "Where does that number come from?", "press", "payback"),
    ("you", "I would have to look that up. It is a reasonable number."),
    ("them", "And who gets the launch ready meanwhile?", "raise", "launch"),
    ("you", "I understand that. The launch will be fine, it is only two people."),
    ("them", "The last rewrite was six weeks too. It took thirty.", "raise", "again"),
    ("you", "This one is different. We can check in every week. Can we decide by Friday?"),
    ("them", "Send me a page.", "brush_off", None),
)

WEAK: tuple[Said, ...] = (
    ("them", "You have ten minutes. What are you asking me for?", "open", None),
    ("you", "We really need to refactor to microservices on Kubernetes. Everybody does it and it is best practice."),
    ("them", "What does this cost us, and when do we see it back?", "raise", "payback"),
    ("you", "Quality always pays off. Trust me, it will be great."),
    ("them", "You have not said what it costs. What is the number?", "press", "payback"),
    ("you", "We can work out the numbers later. The architecture is just really bad."),
    ("them", "And who gets the launch ready meanwhile?", "raise", "launch"),
    ("you", "That is not a real problem, you are overthinking it. You have to say yes now or everything will collapse."),
    ("them", "No.", "leave", None),
)


def judged(
    said: Sequence[Said] | Sequence[Turn],
    mode: Mode = "selling",
    persona: Persona | None = MORGAN,
    scenario: Scenario | None = SCENARIO,
    **more: Any,
) -> Review:
    """The offline review of a take."""
    take = said if said and isinstance(said[0], Turn) else take_of(*said)  # type: ignore[arg-type]
    made = asyncio.run(
        review(
            take,  # type: ignore[arg-type]
            buy_in(),
            mode=mode,
            judge=OfflineJudge(),
            id="v_1",
            created="2026-03-01T10:00:00Z",
            persona=persona,
            scenario=scenario,
            **more,
        )
    )
    jsonschema.validate(made.to_json(), SCHEMA, cls=jsonschema.Draft202012Validator)
    return made


def verdicts(made: Review) -> dict[str, str]:
    return {f"{m.criterion}.{m.check}": m.verdict for m in made.checks}


def test_good_middling_and_weak_stand_clearly_apart() -> None:
    good, middling, weak = (judged(m) for m in (GOOD, MIDDLING, WEAK))
    assert good.total is not None
    assert middling.total is not None
    assert weak.total is not None
    print(good.total, middling.total, weak.total)
    assert good.total >= 75
    assert good.total - middling.total >= 30
    assert middling.total - weak.total >= 10
    assert weak.total <= 10
    assert {f.kind for f in weak.red_flags} >= {"pressure", "dismissal"}
    assert not good.red_flags


@pytest.mark.parametrize("mode", ["selling", "influencing"])
def test_every_check_of_the_rubric_gets_a_mark(mode: Mode) -> None:
    made = judged(GOOD, mode=mode)
    expected = [(c.id, k.id) for c in buy_in().applying(mode) for k in c.checks]
    assert [(m.criterion, m.check) for m in made.checks] == expected
    assert {c.id for c in made.criteria} == {c.id for c in buy_in().applying(mode)}
    assert made.passed == sum(m.verdict == "yes" for m in made.checks)


def test_a_good_influencing_talk_shows_its_seed() -> None:
    seeds: tuple[Said, ...] = (
        ("them", "Go on. What is it?", "open", None),
        (
            "you",
            "Your support desk takes 340 calls a month because checkout fails. How do you see it, from where your team sits?",
        ),
        ("them", "We hear it first. The clubs may leave in June.", "answer", None),
        ("you", "So for you it is less about money than about the clubs. What would you look at first?"),
        ("them", "The January week.", "answer", None),
        ("you", "I will sit with your team on Tuesday and go through the January week with you."),
        ("them", "Good.", "acknowledge", None),
        ("you", "There is nothing to decide today. Shall we look at it together on Wednesday 17 March?"),
        ("them", "Yes.", "close", None),
    )
    made = verdicts(judged(seeds, mode="influencing", scenario=replace(SCENARIO, mode="influencing")))
    assert {k: v for k, v in made.items() if k.startswith("seed.")} == dict.fromkeys(
        ("seed.view", "seed.gives", "seed.next", "seed.no_push"), "yes"
    )
