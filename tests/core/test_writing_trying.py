"""Trying out drafts, kept nowhere: a minute, the scripts of a situation, a rubric on meetings, and variations."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from rehearse import playtest
from rehearse.conversation import RehearsalId, Tree
from rehearse.errors import InputProblem
from rehearse.library.records import Rehearsal
from rehearse.preparation import record_of
from rehearse.writing import judging, trying, varying
from tests.core.test_writing_shelf import ID, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def test_a_minute_with_a_draft_is_kept_nowhere(desk: Desk) -> None:
    draft = desk.person()
    draft.document.put(("opening",), ["Well?"])
    trial = trying.minute(draft.document.copy(), desk.shelf, 1)
    assert trial.opening.text == "Well?"
    heard = asyncio.run(trial.say("It costs 70,000 and saves 4,000 a month from June."))
    assert heard[0].text
    assert trial.left == 3
    assert not desk.paths.library.exists()
    draft.document.remove(("opening",))
    assert trying.minute(draft.document, desk.shelf, 1).opening.text


def test_a_minute_in_a_situation_is_with_what_is_on_the_table_there(desk: Desk) -> None:
    draft = desk.shelf.duplicate("scenario", ID)
    draft.document.put(("persona_for_this", "opening"), ["You again, about checkout?"])
    trial = trying.minute(draft.document, desk.shelf, 1)
    assert trial.opening.text == "You again, about checkout?"
    assert len(trial.persona.concerns) > len(desk.catalog.persona("skeptical-executive").concerns)


def test_a_situation_is_tried_with_a_person_who_is_a_draft(desk: Desk) -> None:
    person = desk.shelf.copy(desk.shelf.document("persona", "skeptical-executive"), "Ann Lee")
    draft = desk.shelf.duplicate("scenario", ID)
    draft.document.put(("persona",), person.id)
    assert trying.minute(draft.document, desk.shelf, 1).persona.name == "Ann Lee"


def test_what_has_a_fault_says_which_first(desk: Desk) -> None:
    draft = desk.shelf.new("persona")
    with pytest.raises(InputProblem, match="name: is empty"):
        trying.minute(draft.document, desk.shelf)
    rubric = desk.shelf.new("rubric", "Ours")
    with pytest.raises(InputProblem, match="tried on meetings"):
        trying.minute(rubric.document, desk.shelf)


def test_a_playtest_tells_how_far_it_is_and_says_what_it_found(desk: Desk) -> None:
    draft = desk.shelf.duplicate("scenario", ID)
    told: list[trying.Progress] = []
    report = trying.playtest(draft.document.copy(), desk.shelf, 1, told.append)
    assert report is not None
    assert report.verdict == "It tells strong from middling from weak."
    assert [p.played for p in told] == list(range(1, told[-1].of + 1))
    assert len(report.played) == told[-1].of == 6

    strong, weak = draft.document.get(("playtest", "strong")), draft.document.get(("playtest", "weak"))
    draft.document.put(("playtest", "strong"), weak)
    draft.document.put(("playtest", "weak"), strong)
    report = trying.playtest(draft.document, desk.shelf, 1)
    assert report is not None
    assert report.verdict.startswith("It does not tell strong from weak")


def test_a_playtest_can_be_stopped_and_needs_scripts_of_two_levels(desk: Desk) -> None:
    draft = desk.shelf.duplicate("scenario", ID)
    told: list[trying.Progress] = []
    assert trying.playtest(draft.document, desk.shelf, 5, told.append, lambda: len(told) == 2) is None
    assert len(told) == 2
    draft.document.put(("playtest",), {"strong": draft.document.get(("playtest", "strong"))})
    with pytest.raises(InputProblem, match="no scripts of two levels"):
        trying.playtest(draft.document, desk.shelf)


def test_a_rubric_says_what_each_check_finds_and_which_only_a_model_can_judge(desk: Desk) -> None:
    rubric = desk.shelf.new("rubric", "Ours")
    rubric.document.put(("criteria", 0, "checks", "tone"), {"question": "Did it sound kind?"})
    rubric.document.put(("criteria", 2, "checks", "smiled"), {"question": "Did they smile?"})
    talks = judging.scripts_of(desk.shelf.document("scenario", ID), desk.shelf)
    found = judging.judge(rubric.document.copy(), desk.shelf, talks)
    assert found is not None
    by = {(f.criterion, f.check): f for f in found.checks}
    assert by["proof", "number"].by == "signals"
    assert by["proof", "number"].tells_apart is True
    assert {seen.verdict for seen in by["proof", "number"].seen if seen.level == "weak"} == {"no"}
    assert any(seen.quote for seen in by["proof", "number"].seen if seen.level == "strong")
    assert by["proof", "tone"].by == "model"
    assert {seen.verdict for seen in by["proof", "tone"].seen} == {"unsure"}
    assert by["proof", "tone"].tells_apart is None
    assert by["objections", "root"].by == "ledger"
    assert by["objections", "smiled"].by == "nobody"
    assert found.says.startswith("4 of 6 checks are judged offline")
    assert found.says.endswith("Only a model can judge proof/tone.")


def test_the_rules_of_the_program_judge_checks_of_their_name(desk: Desk) -> None:
    copy = desk.shelf.duplicate("rubric", "buy-in")
    talks = judging.scripts_of(desk.shelf.document("scenario", ID), desk.shelf)[:1]
    found = judging.judge(copy.document, desk.shelf, talks)
    assert found is not None
    assert {f.by for f in found.checks} == {"rule", "ledger"}
    assert judging.judge(copy.document, desk.shelf, talks, lambda: True) is None


def test_a_rubric_is_tried_on_a_meeting_of_ones_own(desk: Desk) -> None:
    setting = trying.setting_of(desk.shelf.document("scenario", ID), desk.shelf)
    assert setting.scenario is not None
    take = playtest.held(setting, setting.scenario.playtest["strong"][0]).take  # type: ignore[arg-type]
    record = replace(record_of(setting, RehearsalId("r_1")), leaf=take[-1].id)
    talk = judging.talk_of(Rehearsal(record, Tree(take), ()))
    found = judging.judge(desk.shelf.new("rubric", "Ours").document, desk.shelf, (talk,))
    assert found is not None
    assert [seen.verdict for seen in found.checks[0].seen] == ["yes"]
    assert found.checks[0].tells_apart is None
    assert found.checks[0].says.endswith("Yes in 1 of 1.")
    with pytest.raises(InputProblem, match="no lines"):
        judging.talk_of(Rehearsal(replace(record, leaf=None), Tree(), ()))


def test_variations_are_drafts_without_fault(desk: Desk) -> None:
    document = desk.shelf.document("scenario", ID)
    found = varying.variations(desk.shelf, desk.catalog, document)
    assert {v.what for v in found} == {"difficulty", "minutes", "persona", "without"}
    assert [v.value for v in found if v.what == "difficulty"] == ["gentle", "hard"]
    before = document.text()
    drafts = varying.vary(desk.shelf, document, found)
    assert document.text() == before
    assert len({draft.key for draft in drafts}) == len(found) == len(desk.shelf.drafts("scenario"))
    for draft, by in zip(drafts, found, strict=True):
        assert not [r for r in draft.document.look(desk.shelf) if not r.warning], by
        if by.what == "without":
            assert by.value not in [fact["id"] for fact in draft.document.get(("facts",))]
        else:
            assert draft.document.get((by.what,)) == by.value
