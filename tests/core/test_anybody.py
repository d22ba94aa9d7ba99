"""A transcript in which nobody of ours speaks: the worries in their own words, how each was met, and nothing where there are none."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId, Turn, TurnId
from rehearse.exchange.arrival import of_transcript
from rehearse.exchange.transcript import read
from rehearse.preparation import setting_of
from rehearse.review.ledger import marks
from rehearse.review.offline import OfflineJudge
from rehearse.review.review import review
from rehearse.review.types import Objection, Review
from rehearse.stakeholder.anybody import LONGEST, MOST
from rehearse.stakeholder.foreign import anybody, appraised
from tests.core.play import catalog

MEETING = (
    "Dana: Come in, what is it about?",
    "Me: The night job. It fails twice a week, and the branches open late.",
    "Dana: My operators get rung out of bed for it, and nobody pays them for that. Who is on call when your new job falls over?",
    "Me: That is a fair worry. What do the operators go through on such a night?",
    "Dana: They restart it by hand and hope. It cost us two people last year.",
    "Me: Pernille owns it from 4 May. She takes the calls herself for four weeks, and the old job stays one switch away.",
    "Dana: Good, that helps.",
    "Me: I will send you her number.",
    "Dana: And does the audit know that you restart in the middle of the interest run?",
    "Me: It will be fine, trust me.",
    "Dana: I asked whether the audit knows. A restart in the interest run is what they fined us for.",
    "Me: Let us not get lost in details.",
)
SMALL_TALK = (
    "Dana: Good morning.",
    "Me: Good morning, how was the weekend?",
    "Dana: Lovely, thank you.",
    "Me: We went to the lake.",
    "Dana: Very nice.",
    "Me: The train was on time as well.",
    "Dana: Thank you for coming.",
    "Me: See you on Thursday.",
)


def turns_of(tmp_path: Path, lines: tuple[str, ...]) -> tuple[Turn, ...]:
    file = tmp_path / "talk.txt"
    file.write_text("\n".join(lines), "utf-8")
    return read(file, None).turns


def judged(take: tuple[Turn, ...]) -> Review:
    person = anybody(take)
    done = appraised(take, person)
    return asyncio.run(review(done, catalog().rubric("buy-in"), mode="selling", judge=OfflineJudge(), id="v_1", persona=person))


def about(found: tuple[Objection, ...], word: str) -> Objection:
    return next(o for o in found if word in o.words)


def test_objections_are_found_in_their_own_words_and_how_each_was_met(tmp_path: Path) -> None:
    take = turns_of(tmp_path, MEETING)
    made = judged(take)
    said = {t.id: t.text for t in take}
    assert {o.kind for o in made.objections} == {"other"}
    for one in made.objections:
        assert said[one.turns[0]] == one.words
        assert 0 < len(one.label) <= LONGEST
        assert one.label.rstrip("…").lower() in one.words.lower()
    night, audit = about(made.objections, "on call"), about(made.objections, "audit")
    assert night.turns[0] == "l_3"
    assert audit.status in ("open", "dodged")
    assert audit.turns == ("l_9", "l_11")
    assert audit.weight == 3
    assert all(quote.quote in said[quote.turn] for one in made.objections for quote in one.answered)


def test_acknowledged_explored_and_answered_are_seen(tmp_path: Path) -> None:
    take = turns_of(tmp_path, MEETING[:8])
    person = anybody(take)
    done = appraised(take, person)
    moves = {m.kind for t in done if t.id == "l_4" and t.appraisal for m in t.appraisal.moves if m.concern}
    assert {"acknowledges", "asks_open"} <= moves
    made = judged(take)
    assert any(o.status == "answered" and o.answered for o in made.objections)
    sheet = marks(done, made.objections, catalog().rubric("buy-in"), person)
    assert sheet["objections", "acknowledged"].verdict == "yes"
    assert sheet["objections", "explored"].verdict == "yes"


def test_nothing_answers_a_worry_before_it_was_voiced(tmp_path: Path) -> None:
    early = turns_of(tmp_path, (MEETING[1], "Dana: Go on.", MEETING[5], "Dana: I see.", MEETING[7], MEETING[2], "Me: Okay."))
    found = judged(early).objections
    assert about(found, "on call").status in ("open", "dodged")
    assert about(found, "on call").answered == ()


def test_who_comes_back_to_an_answered_worry_has_it_half_answered(tmp_path: Path) -> None:
    again = "Dana: I hear you, but who is on call when your new job falls over in June, and do my operators get rung out of bed?"
    found = judged(turns_of(tmp_path, (*MEETING[1:3], MEETING[5], again, "Me: Hm."))).objections
    (one,) = found
    assert len(one.turns) == 2
    assert one.status == "half_answered"


def test_small_talk_raises_no_objection_and_the_criterion_does_not_apply(tmp_path: Path) -> None:
    made = judged(turns_of(tmp_path, SMALL_TALK))
    assert made.objections == ()
    assert {m.verdict for m in made.checks if m.criterion == "objections"} == {"na"}


def test_the_same_lines_give_the_same_review_under_any_ids(tmp_path: Path) -> None:
    take = turns_of(tmp_path, MEETING)
    assert judged(take) == judged(take)
    assert anybody(take) == anybody(tuple(replace(t, id=TurnId(f"x{n}"), parent=None) for n, t in enumerate(take)))


def test_an_import_keeps_its_person_and_judged_again_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("\n".join(MEETING), "utf-8")
    numbers = itertools.count()
    arrival, setting = of_transcript(
        read(file, None), None, None, catalog(), RehearsalId("r_1"), lambda: TurnId(f"t_{next(numbers)}")
    )
    kept = setting_of(arrival.record)
    assert kept.persona.concerns == setting.persona.concerns != ()
    assert kept.persona.name == "Dana"

    def of(person: object) -> Review:
        return asyncio.run(
            review(arrival.turns, catalog().rubric("buy-in"), mode="selling", judge=OfflineJudge(), id="v_1", persona=person)  # type: ignore[arg-type]
        )

    assert of(kept.persona) == of(setting.persona)
    assert of(kept.persona).objections


@pytest.mark.parametrize("times", [1, 60])
def test_a_long_meeting_has_at_most_seven_worries(tmp_path: Path, times: int) -> None:
    worries = [
        "Who repairs the pump when your valve sticks?", "And what happens to my nurses when the tablet freezes?",
        "How do I know that the auditors accept lost receipts?", "What will shoppers do when the basket is slow?",
        "Who replaces the two welders that quit in autumn?", "What if the landlord forbids drilling through the roof?",
        "Why should I believe your printer trial after last spring?", "Where does the figure for the scanners come from?",
        "What does the union get back for weekend shifts?", "Who tells the parents when the school bus is late?",
    ]  # fmt: skip
    lines = tuple(line for text in worries * times for line in (f"Dana: {text}", "Me: I hear that."))
    found = anybody(turns_of(tmp_path, ("Me: May I begin?", *lines))).concerns
    assert len(found) == MOST
    assert len({c.id for c in found}) == len(found)
    assert all(len(c.label) <= LONGEST for c in found)
