"""The library of worries: each is whole, can be settled in everyday words, and fits any person."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from rehearse.catalog import Catalog
from rehearse.conversation import Stance
from rehearse.making.answers import Answers, Give, Term, Worry
from rehearse.making.origin import NEW
from rehearse.meeting import Meeting
from rehearse.paths import Paths, built_in
from rehearse.personas import Concern, Persona
from rehearse.preparation import Choice, prepare
from rehearse.signals.text import words
from rehearse.stakeholder import appraisal as rules
from tests.core.play import catalog, meet, play, said
from tests.core.test_catalog_samples import put
from tests.core.test_making import maker

LIBRARY = catalog().concerns()
KINDS = {
    "return", "risk", "capacity", "timing", "precedent", "ownership", "evidence", "integration", "autonomy", "trust", "growth",
    "alignment", "customers",
}  # fmt: skip
PUSHING = (
    "It is important and we have to do it.",
    "Trust me, it is the right thing to do.",
    "Everybody agrees with me on this one.",
    "You really must see how much better it is.",
    "Please, can you not just say yes?",
    "It is best practice in the whole industry.",
)


def test_there_is_enough_to_choose_from() -> None:
    assert 18 <= len(LIBRARY) <= 30
    assert {c.kind for c in LIBRARY} == KINDS
    assert len({c.id for c in LIBRARY}) == len({c.label for c in LIBRARY}) == len(LIBRARY)
    assert sum(c.weight == 3 for c in LIBRARY) >= 3


def test_the_files_are_checked_like_any_other(tmp_path: Path) -> None:
    assert Catalog(Paths(tmp_path), built_in()).check([built_in() / "concerns"]) == ()
    file = put(
        tmp_path, "mine/concerns.yaml", (built_in() / "concerns/people.yaml").read_text("utf-8").replace("weight: 3", "weight: 4")
    )
    faults = Catalog(Paths(tmp_path), built_in()).check([file])
    line = next(n for n, text in enumerate(file.read_text("utf-8").splitlines(), 1) if "weight: 4" in text)
    assert [(f.line, f.field) for f in faults] == [(line, "concerns[0].weight")]
    text = (built_in() / "concerns/trust.yaml").read_text("utf-8")
    waits = text.replace("reveal: asked", 'reveal: "met: payback"', 1)
    (fault,) = Catalog(Paths(tmp_path), built_in()).check([put(tmp_path, "waits.yaml", waits)])
    assert "unknown concern" in fault.message
    twice = text.replace("- id: kept-promises", "- id: told-late")
    assert "stands here twice" in str(Catalog(Paths(tmp_path), built_in()).check([put(tmp_path, "twice.yaml", twice)])[0])


def test_worries_are_nobody_in_lists_of_people(tmp_path: Path) -> None:
    listed = Catalog(Paths(tmp_path), built_in())
    assert not [e.id for e in (*listed.people(), *listed.scenarios(), *listed.rubrics()) if "concerns" in str(e.file)]


def test_worries_of_your_own_can_be_chosen_too(tmp_path: Path) -> None:
    mine = (
        (built_in() / "concerns/people.yaml")
        .read_text("utf-8")
        .replace("id: people", "id: mine")
        .replace("- id: nobody-free", "- id: holidays")
    )
    put(tmp_path, "personas/mine.yaml", mine)
    put(tmp_path, "personas/broken.yaml", "format: rehearse/concerns@1\nid: broken\nconcerns: 7\n")
    here = Catalog(Paths(tmp_path), built_in())
    assert {c.id for c in here.concerns()} == {c.id for c in LIBRARY} | {"holidays"}
    assert not [e.id for e in here.people() if e.origin == "yours"]


@pytest.mark.parametrize("concern", LIBRARY, ids=[c.id for c in LIBRARY])
def test_each_is_whole(concern: Concern) -> None:
    assert concern.worry
    assert len(concern.root) >= 2
    assert len(concern.objections) >= 6
    assert any("[[" in o.says for o in concern.objections) or concern.kind in (
        "trust",
        "growth",
        "risk",
        "ownership",
        "alignment",
    )
    assert len(concern.accepts) >= 3
    assert len(concern.not_enough) >= 3
    assert len(concern.about) >= 8
    assert concern.required
    assert all(t.needs and t.sounds_like and t.asked_by for t in concern.resolved_by)


@pytest.mark.parametrize("concern", LIBRARY, ids=[c.id for c in LIBRARY])
def test_each_fits_anybody(concern: Concern) -> None:
    """No pronoun of the person, no trade, no picture: the same worry is a director's or an apprentice's."""
    said = " ".join(
        [
            concern.worry,
            *concern.root,
            *(o.says for o in concern.objections),
            *concern.accepts,
            *(t.test for t in concern.resolved_by),
        ]
    )
    assert not re.search(r"\b(?:her|hers|she|himself|herself)\b", said)
    assert "!" not in said
    assert max(len(words(o.says)) for o in concern.objections) <= 26


def one(concern: Concern) -> Persona:
    return Persona("x", "X", "they", "r", "", "circles", "", concerns=(concern,))


def verdict(concern: Concern, text: str, asked: bool, stance: Stance | None = None):  # type: ignore[no-untyped-def]
    reading = rules.read(text, one(concern))
    if asked:
        reading = replace(reading, voiced=concern.id, previous=concern.objections[0].says)
    return rules.appraise(reading, one(concern), stance).concerns[0]


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("concern", LIBRARY, ids=[c.id for c in LIBRARY])
def test_an_everyday_sentence_settles_it(concern: Concern, asked: bool) -> None:
    for test in concern.resolved_by:
        first = concern.test(test.of) if test.of else None
        for line in test.sounds_like:
            whole = f"{first.sounds_like[0]} {line}" if first else line
            assert test.id in verdict(concern, whole, asked).tests, whole


@pytest.mark.parametrize("concern", LIBRARY, ids=[c.id for c in LIBRARY])
def test_what_is_not_enough_settles_nothing(concern: Concern) -> None:
    for hollow in concern.not_enough:
        found = verdict(concern, hollow.says, asked=True)
        assert (found.verdict, found.tests) == (hollow.seen_as, ()), hollow.says
    for empty in PUSHING:
        assert verdict(concern, empty, asked=True).tests == (), empty


def chosen(of: tuple[Concern, ...]) -> Answers:
    heavy = not any(c.weight == 3 for c in of)
    return Answers(
        name="Kim Lund",
        role="Colleague",
        measured=("things that work",),
        worries=tuple(Worry(c.id, c.label, 3 if heavy and n == 0 else c.weight, c.root) for n, c in enumerate(of)),
        gives=(Give("time", "I can spare you an hour on Fridays."),),
        terms=(Term("We look at it together after two weeks."),),
    )


@pytest.mark.parametrize("start", range(0, len(LIBRARY), 3))
def test_a_person_of_any_of_them_is_without_warning_and_is_not_talked_round(start: int, tmp_path: Path) -> None:
    made = maker(tmp_path)
    of = (LIBRARY * 2)[start : start + 4]
    base = made.open(NEW).base
    assert made.look(base, chosen(of)) == ()
    saved = made.save(base, chosen(of))
    here = Catalog(Paths(tmp_path), built_in())
    assert here.check([saved.file]) == ()
    for seed in (1, 2):
        setting = prepare(here, Choice(persona=saved.id, seed=seed))
        meeting = play(setting, PUSHING)
        assert meeting.stance.ladder in ("resists", "complies")
        assert meeting.stance.stage not in ("conditional", "committed")
        theirs = [t.text for t in meeting.take if t.speaker == "stakeholder"]
        assert max(Counter(theirs).values()) == 1


@pytest.mark.parametrize("start", range(0, len(LIBRARY), 3))
def test_a_person_of_any_of_them_can_be_won(start: int, tmp_path: Path) -> None:
    """Who answers what is asked with what settles it, takes up the condition and then asks, gets a yes."""
    made = maker(tmp_path)
    of = (LIBRARY * 2)[start : start + 3]
    saved = made.save(made.open(NEW).base, chosen(of))
    meeting = meet(prepare(Catalog(Paths(tmp_path), built_in()), Choice(persona=saved.id, seed=5)))
    asyncio.run(win(meeting))
    assert meeting.stance.ladder == "buys_in", [t.text for t in meeting.take]


async def win(meeting: Meeting) -> None:
    persona, told = meeting.setting.persona, set[str]()
    await said(meeting, ["What worries you most about it?"], wrap_up=False)
    for _ in range(12):
        if meeting.ended is not None:
            return
        state = meeting.stance.concerns
        open_ = [c for c in persona.concerns if state[c.id].status != "met" and c.id not in told]
        pressed = persona.concern(meeting.stance.pressed or "")
        concern = pressed if pressed in open_ else next(iter(open_), None)
        if concern is not None:
            told.add(concern.id)
            line = "That is a fair point. " + " ".join(t.sounds_like[0] for t in concern.resolved_by)
        elif meeting.stance.conditions_stated and not meeting.stance.conditions_taken:
            line = "Yes, we look at it together after two weeks, on 4 May. I put that in the calendar myself."
        else:
            line = "The ask is two engineers until 4 May, and I own it. Can you say yes to that by Friday?"
        await said(meeting, [line], wrap_up=False)
