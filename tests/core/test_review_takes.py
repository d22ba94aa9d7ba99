"""Two takes side by side, and two judgings of one take."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from rehearse.conversation import TurnId
from rehearse.meeting import Meeting
from rehearse.playtest import begin, say
from rehearse.review import judgings, takes
from rehearse.review.types import Review
from tests.core.play import setting
from tests.core.test_review_material import GOOD, MIDDLING, MORGAN, WEAK, judged, take_of

WEAK_LINES = ("We need to do this now.", "Trust me, everybody does it.", "It is really urgent.", "So are we doing it?")
FAIR = "That is a fair worry. What happened the last time somebody came to you with this?"


def two_takes() -> tuple[Meeting, TurnId, TurnId]:
    """A meeting with two takes that part at the second line of yours."""

    async def play() -> tuple[Meeting, TurnId, TurnId]:
        meeting = begin(setting(scenario="reliability-into-the-backlog"))
        await say(meeting, WEAK_LINES)
        first = meeting.leaf
        second_line = [t for t in meeting.take if t.speaker == "you"][1]
        await meeting.try_from(second_line.id)
        await say(meeting, (FAIR, "Eleven times in two quarters people could not pay. What matters most to you?"))
        return meeting, first, meeting.leaf

    return asyncio.run(play())


def test_they_part_after_what_they_share() -> None:
    meeting, first, second = two_takes()
    left, right = meeting.tree.take(first), meeting.tree.take(second)
    made = takes.compare(left, right, meeting.setting.persona)
    assert made.common == 3
    assert made.left[0].text == WEAK_LINES[1]
    assert made.right[0].text == FAIR
    assert left[:3] == right[:3]
    assert made.gained is None
    assert made.lost is None


def test_what_changed_is_said_in_words() -> None:
    meeting, first, second = two_takes()
    person = meeting.setting.persona
    made = takes.compare(meeting.tree.take(first), meeting.tree.take(second), person)
    assert any(w.startswith("This time she told you what is behind “") for w in made.words)
    assert "Not this time: she broke it off." in made.words
    back = takes.compare(meeting.tree.take(second), meeting.tree.take(first), person)
    assert "This time she broke it off." in back.words
    assert made.patience == tuple(reversed(back.patience))
    assert made.climbed == -back.climbed
    for moved in made.objections:
        assert moved.left != moved.right


def test_the_other_takes_of_a_meeting_the_nearest_first() -> None:
    meeting, first, second = two_takes()
    assert [t.id for t in takes.comparable(meeting.tree, second)] == [first]
    assert [t.id for t in takes.comparable(meeting.tree, first)] == [second]
    assert takes.comparable(meeting.tree, meeting.tree.take(first)[0].id) == ()
    assert takes.comparable(meeting.tree, TurnId("t_none")) == ()


def test_a_take_that_goes_on_is_no_other_take() -> None:
    left = take_of(*MIDDLING)
    assert takes.shared(left, left) == len(left)
    made = takes.compare(left, left, MORGAN)
    assert (made.left, made.right, made.words, made.objections) == ((), (), (), ())


def test_checks_gained_and_lost() -> None:
    weak, good = judged(WEAK), judged(GOOD)
    made = takes.compare(take_of(*WEAK), take_of(*GOOD), MORGAN, weak, good)
    assert made.gained
    passed = {(m.criterion, m.check) for m in good.checks if m.passed}
    assert {(c.criterion, c.check) for c in made.gained} <= passed
    assert made.lost is not None
    assert made.checks == (f"{weak.passed} of {weak.applicable}", f"{good.passed} of {good.applicable}")
    other = replace(good, rubric_hash="another")
    assert takes.compare(take_of(*WEAK), take_of(*GOOD), MORGAN, weak, other).gained is None


def test_objections_of_both_takes() -> None:
    made = takes.compare(take_of(*WEAK), take_of(*GOOD), MORGAN)
    assert made.objections
    for moved in made.objections:
        assert moved.label
        if moved.left in ("open", "dodged") and moved.right == "answered":
            assert moved.better


# ---- two judgings of one take


def flipped(review: Review) -> Review:
    first = next(m for m in review.checks if m.passed)
    marks = tuple(replace(m, verdict="no", why="nothing_found", place=None) if m is first else m for m in review.checks)
    return replace(review, id="v_2", checks=marks)


def test_only_what_differs_is_told() -> None:
    one = judged(GOOD)
    two = flipped(one)
    found = judgings.differences(one, two)
    assert len(found) == 1
    assert found[0].left is not None
    assert found[0].right is not None
    assert (found[0].left.verdict, found[0].right.verdict) == ("yes", "no")
    assert found[0].question
    assert judgings.differences(one, one) == ()
    assert judgings.differences(one, replace(two, judged=False)) == ()
    assert judgings.same_rules(one, two)


def test_a_check_that_one_rubric_does_not_have() -> None:
    one = judged(GOOD)
    less = replace(one, checks=one.checks[1:], rubric_hash="other")
    found = judgings.differences(less, one)
    assert [d.left for d in found] == [None]
    assert not judgings.same_rules(one, less)
