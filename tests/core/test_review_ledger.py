"""The ledger of objections and the criterion that is filled from it, with stances and without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rehearse.conversation import (
    Appraisal,
    ConcernState,
    ConcernVerdict,
    Move,
    MoveKind,
    ObjectionStatus,
    Parked,
    Stance,
    Status,
    Turn,
    TurnId,
    Verdict,
)
from rehearse.review import ledger
from rehearse.review.types import Mark
from tests.core.test_review_material import GOOD, MIDDLING, MORGAN, WEAK, buy_in, take_of


def stance(**states: ConcernState) -> Stance:
    return Stance("probing", 2.5, 5, "resists", {c.id: states.get(c.id, ConcernState()) for c in MORGAN.concerns})


def you(
    number: int, text: str, *moves: tuple[MoveKind, str | None], verdict: Verdict = "engaged", at: Stance | None = None
) -> Turn:
    """Your turn: each move quotes the whole text; every concern gets the same verdict."""
    return Turn(
        TurnId(f"y{number}"),
        None,
        "you",
        text,
        appraisal=Appraisal(
            moves=tuple(Move(kind, 0, len(text), text, concern) for kind, concern in moves),
            concerns=tuple(ConcernVerdict(c.id, verdict) for c in MORGAN.concerns),
        ),
        stance=at,
    )


def them(number: int, concern: str | None = None, act: str | None = "raise", text: str = "What does it cost?") -> Turn:
    return Turn(TurnId(f"s{number}"), None, "stakeholder", text, act=act, concern=concern)  # type: ignore[arg-type]


def marks(take: tuple[Turn, ...]) -> dict[str, Mark]:
    made = ledger.marks(take, ledger.objections(take, MORGAN), buy_in(), MORGAN)
    return {check: mark for (_, check), mark in made.items()}


@pytest.mark.parametrize(
    ("status", "last", "shown"),
    [
        ("raised", None, "open"),
        ("raised", "ignored", "dodged"),
        ("raised", "deflected", "dodged"),
        ("acknowledged", "asserted", "open"),
        ("explored", "deflected", "dodged"),
        ("partly_met", "deflected", "half_answered"),
        ("met", "evidenced", "answered"),
        ("parked", "engaged", "parked"),
    ],
)
def test_the_status_follows_the_stance(status: Status, last: str | None, shown: ObjectionStatus) -> None:
    state = ConcernState(status=status, voiced=1, last=last, parked=Parked("Dana", "Friday") if status == "parked" else None)
    take = (them(0, "payback"), you(0, "It pays.", at=stance(payback=state)))
    (found,) = ledger.objections(take, MORGAN)
    assert (found.id, found.status, found.kind, found.label, found.weight) == ("o_payback", shown, "return", "Payback", 3)
    assert (found.parked is not None) == (status == "parked")


def test_one_objection_for_a_concern_with_every_voicing() -> None:
    take = (
        them(0, None, "open", "Go on."),
        you(0, "It is down."),
        them(1, "payback", "raise", "What does it cost us?"),
        you(1, "A bit."),
        them(2, "payback", "press", "How much?"),
        you(2, "I will say."),
        them(3, "payback", "accept_point", "Fine."),
        them(4, "launch", "doubt", "And the launch?"),
        them(5, "nobody-knows", "raise"),
    )
    found = ledger.objections(take, MORGAN)
    assert [(o.concern, o.turns, o.words) for o in found] == [
        ("payback", ("s1", "s2"), "What does it cost us?"),
        ("launch", ("s4",), "And the launch?"),
    ]


def test_a_foreign_transcript_gets_its_ledger_from_the_appraisals() -> None:
    assert [(o.concern, o.status) for o in ledger.objections(take_of(*GOOD), MORGAN)] == [
        ("launch", "answered"),
        ("payback", "answered"),
        ("again", "answered"),
    ]
    assert {o.concern: o.status for o in ledger.objections(take_of(*WEAK), MORGAN)} == {"payback": "dodged", "launch": "dodged"}
    middling = {o.concern: o.status for o in ledger.objections(take_of(*MIDDLING), MORGAN)}
    assert middling["payback"] == "half_answered"


@pytest.mark.parametrize(
    ("reply", "verdict", "then", "status"),
    [
        ("It is $12k, from the ledger, by Friday.", "asserted", "That is clear, thank you. And the launch?", "answered"),
        ("It is $12k, from the ledger, by Friday.", "asserted", "All right, but that is not enough.", "open"),
        ("It is $12k, from the ledger, by Friday.", "deflected", "That is clear, thank you.", "dodged"),
        ("We are good people.", "asserted", "Fine. And the launch?", "open"),
    ],
)
def test_in_a_meeting_held_elsewhere_their_own_word_says_that_a_reply_was_good(
    reply: str, verdict: Verdict, then: str, status: ObjectionStatus
) -> None:
    take = (them(0, "payback"), you(0, reply, verdict=verdict), them(1, None, None, then))
    (found,) = ledger.objections(take, MORGAN)
    assert found.status == status


def test_what_answered_it_is_quoted_with_its_span() -> None:
    take = take_of(*GOOD)
    texts = {t.id: t.text for t in take}
    places = [p for o in ledger.objections(take, MORGAN) for p in o.answered]
    assert len(places) >= 4
    assert all(texts[TurnId(p.turn)][p.start : p.end] == p.quote for p in places)


def test_no_persona_and_no_objections_do_not_apply() -> None:
    take = take_of(*GOOD, persona=None)
    assert ledger.objections(take, None) == ()
    made = ledger.marks(take, (), buy_in(), None)
    assert {(m.verdict, m.why) for m in made.values()} == {("na", "does_not_apply")}


ANSWER = (
    "Nothing of it falls into campaign week: we start on 14 June, Pia takes it, and the old page stays as it is until you say "
    "otherwise. If it is not down by half on the 30th we stop, and you have spent nine thousand."
)
FAIR = "That is a fair worry, and you would be the one who has to stand there and explain it."
ASKS: MoveKind = "asks_open"


def test_at_least_half_must_be_acknowledged() -> None:
    asked = [them(1, "payback"), them(2, "launch"), them(3, "again")]
    argues = "It runs in containers now and the tests are green."
    once = (asked[0], you(1, FAIR), asked[1], you(2, argues), asked[2], you(3, argues))
    twice = (
        asked[0],
        you(1, FAIR),
        asked[1],
        you(2, "You are right to ask, I would worry about that too."),
        asked[2],
        you(3, argues),
    )
    assert marks(once)["acknowledged"].verdict == "no"
    assert marks(twice)["acknowledged"].verdict == "yes"
    place = marks(twice)["acknowledged"].place
    assert place is not None
    assert place.quote in {t.text for t in twice} | {FAIR[:-1], "You are right to ask, I would worry about that too"}
    assert {m.why for m in marks(twice).values()} == {"from_ledger"}


def test_at_least_half_must_be_explored() -> None:
    three = (them(1, "payback"), them(2, "launch"), them(3, "again"))
    one = (*three, you(1, "That is fair.", (ASKS, "launch")))
    two = (*one, you(2, "You are right there.", (ASKS, "again")))
    closed = (*one, you(2, "Is it?", ("follows_up", "again")))
    assert marks(one)["explored"].verdict == "no"
    assert marks(two)["explored"].verdict == "yes"
    assert marks(closed)["explored"].verdict == "no"


def test_what_was_said_before_the_objection_does_not_count() -> None:
    take = (you(1, FAIR, (ASKS, "payback")), them(1, "payback"), you(2, "Right."))
    assert marks(take)["acknowledged"].verdict == "no"
    assert marks(take)["explored"].verdict == "no"


def test_where_a_stance_says_what_became_of_an_objection_the_eye_does_not_say_otherwise() -> None:
    open_still = stance(payback=ConcernState(status="raised", voiced=1, last="asserted"))
    answer = "It pays back in five months: $62k of orders a month from the refund ledger, against $48k once."
    take = (them(1, "payback"), you(1, answer, at=open_still))
    assert [o.status for o in ledger.objections(take, MORGAN)] == ["open"]


def test_in_a_meeting_held_elsewhere_the_eye_sees_answers_that_no_test_names() -> None:
    answer = ANSWER
    take = (them(1, "payback"), you(1, answer, verdict="asserted"))
    (found,) = ledger.objections(take, MORGAN)
    (by_rule,) = ledger.ruled(take, MORGAN)
    assert (by_rule.status, found.status) == ("open", "answered")
    assert found.answered[0].quote in ANSWER


def test_what_they_came_back_to_and_got_nothing_on_is_not_answered() -> None:
    answer = ANSWER
    take = (
        them(1, "payback"),
        you(1, answer, verdict="asserted"),
        them(2, "payback", "press"),
        you(2, "Hm.", verdict="asserted"),
    )
    (found,) = ledger.objections(take, MORGAN)
    assert found.status == "open"


def test_a_reply_that_speaks_to_it_is_about_it() -> None:
    asked = you(1, "What happened last time?", ("asks_open", "again"))
    assert marks((them(1, "payback"), asked))["explored"].verdict == "yes"
    passed_over = replace(you(1, "And the weather?", ("asks_open", "again"), verdict="ignored"))
    assert marks((them(1, "payback"), passed_over))["explored"].verdict == "no"


def test_heavy_is_about_weight_three_only() -> None:
    met, raised = ConcernState(status="met", voiced=1), ConcernState(status="raised", voiced=1)
    light_only = (them(1, "again"), you(1, "So.", at=stance(again=raised)))
    assert marks(light_only)["heavy"].verdict == "na"
    both = (them(1, "again"), them(2, "payback"), you(1, "So.", at=stance(again=raised, payback=met)))
    assert (marks(both)["heavy"].verdict, marks(both)["root"].verdict) == ("yes", "yes")
    left = (them(1, "launch"), them(2, "payback"), you(1, "So.", at=stance(launch=raised, payback=met)))
    assert (marks(left)["heavy"].verdict, marks(left)["root"].verdict) == ("no", "yes")


@pytest.mark.parametrize(
    ("text", "confirmed"),
    [
        ("Does that answer it?", True),
        ("Would that settle it for you, or what is still missing?", True),
        ("Is that enough for the board?", True),
        ("What's still missing?", True),
        ("So that is answered.", False),
        ("Did you understand?", False),
        ("That settles it. Next point.", False),
    ],
)
def test_asked_once_whether_that_answers_it(text: str, confirmed: bool) -> None:
    answer = "It saves $62k of orders a month, from the refund ledger. "
    take = take_of(
        ("them", "Go on.", "open", None), ("them", "What does this cost us?", "raise", "payback"), ("you", answer + text)
    )
    mark = marks(take)["confirmed"]
    assert (mark.verdict == "yes") is confirmed
    if mark.place is not None:
        assert mark.place.quote in text


def test_a_check_without_a_rule_is_unsure() -> None:
    rubric = buy_in()
    criteria = tuple(
        replace(c, checks=(*c.checks, replace(c.checks[0], id="own", question="?"))) if c.source == "ledger" else c
        for c in rubric.criteria
    )
    take = take_of(*GOOD)
    made = ledger.marks(take, ledger.objections(take, MORGAN), replace(rubric, criteria=criteria), MORGAN)
    assert (made[("objections", "own")].verdict, made[("objections", "own")].why) == ("unsure", "nothing_found")


def test_answering_without_asking_is_counted() -> None:
    take = take_of(*GOOD)
    assert ledger.asked_before_answering(take, ledger.objections(take, MORGAN)) == (2, 3)
