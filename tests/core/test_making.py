"""Making a person: answers in, a persona file out that is without fault and can be met."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.catalog import Catalog
from rehearse.errors import InputProblem, StoreProblem
from rehearse.making.answers import NONE, Answers, Give, Term, Worry, listed
from rehearse.making.answers import lines as lines_of
from rehearse.making.asking import nearest
from rehearse.making.base import Base
from rehearse.making.looking import Note
from rehearse.making.maker import Maker
from rehearse.making.objections import take_apart
from rehearse.making.origin import NEW, Origin
from rehearse.making.slugs import slug
from rehearse.paths import Paths, built_in
from rehearse.preparation import Choice, prepare
from tests.core.play import catalog as shipped
from tests.core.play import play

WHY = "They promised me a saving, and nobody ever counted it."
ASKS = "And what does that do for renewals?"


def maker(home: Path) -> Maker:
    home.mkdir(parents=True, exist_ok=True)
    paths = Paths(home)
    return Maker(paths, Catalog(paths, built_in()))


def worry(id: str, **changes: object) -> Worry:
    """A worry of the library, as it is when it was just chosen."""
    common = next(c for c in shipped().concerns() if c.id == id)
    return replace(Worry(id, common.label, common.weight, common.root), **changes)  # type: ignore[arg-type]


def dana(**changes: object) -> Answers:
    """Every question answered."""
    whole = Answers(
        name="Dana Okafor",
        pronouns="she",
        role="Head of sales",
        audience="executive",
        emblem="horizon",
        summary="Ran a shop before she ran a sales team.",
        measured=("renewals", "fewer escalations"),
        refused="the new import",
        refused_why=WHY,
        worries=(worry("payback", asks=(ASKS,)), worry("why-now"), worry("told-late")),
        register="warm",
        pace="fast",
        voice="Laughs a lot.",
        costs=("Kubernetes", "refactor"),
        likes=("renewals",),
        opening=("Come in. What is it?", "You have [[minutes]] minutes of mine."),
        minutes=8,
        patience=7,
        receptivity=2,
        gives=(Give("name", "Take Ben from my team for a week."), Give("date", "You get ten minutes on Thursday.")),
        terms=(Term("My team sees it a week before the customers do."),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_all_seven_answers_make_a_file_without_fault_or_warning(tmp_path: Path) -> None:
    made = maker(tmp_path / "home")
    base, answers, _, draft, _ = made.open(NEW)
    assert (answers, draft) == (Answers(), False)
    assert made.look(base, dana()) == ()
    saved = made.save(base, dana())
    assert (saved.id, saved.name, saved.file) == ("dana-okafor", "Dana Okafor", tmp_path / "home/personas/dana-okafor.yaml")
    again = Catalog(Paths(tmp_path / "home"), built_in())
    assert again.check([saved.file]) == ()
    person = again.persona("dana-okafor")
    assert (person.role, person.pronouns, person.register, person.voice) == (
        "Head of sales",
        "she",
        "warm",
        "Talks fast. Laughs a lot.",
    )
    assert person.cares_about == ("renewals", "fewer escalations")
    assert (person.temperament.minutes, person.temperament.patience, person.temperament.receptivity) == (8, 7, 2)
    assert person.vocabulary.costs_patience == ("Kubernetes", "refactor")
    assert [(g.kind, g.id) for g in person.gives] == [("name", "take-ben-from"), ("date", "you-get-ten")]
    assert [e.origin for e in again.people() if e.id == person.id] == ["yours"]
    assert not list(saved.file.parent.glob(".*"))


def test_what_was_saved_opens_as_it_was_answered(tmp_path: Path) -> None:
    made = maker(tmp_path)
    saved = made.save(made.open(NEW).base, dana())
    base, answers, *_ = made.open(Origin("edit", saved.id))
    unnamed = replace(
        answers,
        gives=tuple(replace(g, id="") for g in answers.gives),
        terms=tuple(replace(t, id="") for t in answers.terms),
    )
    assert unnamed == dana(refused_worry="payback")
    assert made.text(base, answers) == saved.file.read_text("utf-8")


def test_the_least_that_makes_a_person(tmp_path: Path) -> None:
    """A name, a role and three worries: everything else has words of its register."""
    made = maker(tmp_path)
    least = Answers(name="Li", role="Buyer", worries=(worry("payback"), worry("breaks"), worry("who-owns")))
    notes = made.look(made.open(NEW).base, least)
    assert [(n.field, n.blocks) for n in notes] == [("measured", False), ("gives", False)]
    saved = made.save(made.open(NEW).base, least)
    again = Catalog(Paths(tmp_path), built_in())
    assert [f.field for f in again.check([saved.file])] == ["gives"]
    for register in ("terse", "plain", "warm", "formal"):
        text = made.text(made.open(NEW).base, replace(least, register=register))
        assert f"register: {register}" in text


@pytest.mark.parametrize(
    ("changes", "field", "blocks"),
    [
        ({"name": " "}, "name", True),
        ({"name": "x" * 81}, "name", True),
        ({"role": ""}, "role", True),
        ({"worries": ()}, "worries", True),
        ({"worries": (worry("why-now"), worry("breaks"), worry("told-late"))}, "worries", True),
        ({"worries": tuple(worry(c.id) for c in shipped().concerns()[:8])}, "worries", True),
        ({"worries": (worry("payback", label=""), worry("why-now"), worry("breaks"))}, "worry:payback:label", True),
        ({"worries": (worry("payback", asks=("Why [[whom]]?",)), worry("why-now"), worry("breaks"))}, "worry:payback:asks", True),
        ({"worries": (worry("payback", behind=()), worry("why-now"), worry("breaks"))}, "worry:payback:behind", False),
        ({"refused_why": ""}, "refused_why", False),
        ({"opening": ("[[now]]",)}, "opening", True),
        ({"gives": (Give("idea", "[[x]]"),)}, "gives:0", True),
        ({"terms": (Term("x" * 2001),)}, "terms:0", True),
        ({"measured": ()}, "measured", False),
    ],
)
def test_what_is_missing_stands_at_its_field(changes: dict[str, object], field: str, blocks: bool, tmp_path: Path) -> None:
    made = maker(tmp_path)
    base, answers = made.open(NEW).base, dana(**changes)
    found = [n for n in made.look(base, answers) if n.field == field]
    assert found, made.look(base, answers)
    assert any(n.blocks for n in found) is blocks
    assert all(n.says and "\n" not in n.says and "Error" not in n.says for n in found)
    if blocks:
        with pytest.raises(InputProblem):
            made.save(base, answers)
        assert not (tmp_path / "personas").exists()


def test_every_ready_made_objection_may_go_where_two_are_left(tmp_path: Path) -> None:
    made = maker(tmp_path)
    ready = Base(NEW).ready("payback", made.library())
    all_of_them = tuple(o.says for o in ready)
    bare = dana(worries=(worry("payback", left_out=all_of_them), worry("why-now"), worry("breaks")))
    assert [n.field for n in made.look(made.open(NEW).base, bare) if n.blocks] == ["worry:payback:asks"]
    own = replace(bare, worries=(worry("payback", left_out=all_of_them, asks=("One?", "Two?")), *bare.worries[1:]))
    person = saved_person(made, own)
    concern = person.concern("payback")
    assert concern is not None
    assert [o.says for o in concern.objections] == ["One?", "Two?"]
    assert [t.asked_by for t in concern.resolved_by] == [None, None, None]


def saved_person(made: Maker, answers: Answers):  # type: ignore[no-untyped-def]
    base = made.open(NEW).base
    saved = made.save(base, answers)
    return Catalog(Paths(saved.file.parents[1]), built_in()).persona(saved.id)


def test_what_they_always_ask_is_really_asked(tmp_path: Path) -> None:
    person = saved_person(maker(tmp_path), dana())
    concern = person.concern("payback")
    assert concern.objections[0].says == ASKS
    assert concern.resolved_by[0].asked_by == 1
    heard = 0
    for seed in range(8):
        setting = replace(prepare(Catalog(Paths(tmp_path), built_in()), Choice(persona=person.id)), seed=seed)
        meeting = play(setting, ["We should do this soon.", "It will be good for all of us.", "I am sure that it is right."])
        heard += any(ASKS in turn.text for turn in meeting.take)
    assert heard >= 7


def test_what_they_said_no_to_is_what_is_behind_it(tmp_path: Path) -> None:
    person = saved_person(maker(tmp_path), dana())
    assert person.concern("payback").root == (WHY,)
    assert person.concern("why-now").root == worry("why-now").behind
    setting = prepare(Catalog(Paths(tmp_path), built_in()), Choice(persona=person.id, seed=1))
    for lines in (
        [],
        ["It is cheap, and it will pay for itself."],
        ["We lose 40k a month, from the refund ledger.", "It is soon enough."],
    ):
        meeting = play(setting, [*lines, "What happened the last time somebody came with this?"], wrap_up=False)
        assert "the new import" in meeting.take[-1].text, [t.text for t in meeting.take]
    assert saved_person(maker(tmp_path / "b"), dana(refused_worry=NONE)).concern("payback").root == worry("payback").behind
    named = saved_person(maker(tmp_path / "c"), dana(refused_worry="why-now"))
    assert (named.concern("why-now").root, named.concern("payback").root) == ((WHY,), worry("payback").behind)


def test_asking_is_never_talking_to_a_wall(tmp_path: Path) -> None:
    person = saved_person(maker(tmp_path), dana())
    setting = prepare(Catalog(Paths(tmp_path), built_in()), Choice(persona=person.id, seed=2))
    for question, answer in (
        ("What are you measured on?", "enewals"),
        ("What would convince you?", ASKS),
        ("What do you need from me?", "a week before"),
    ):
        assert answer in play(setting, [question], wrap_up=False).take[-1].text, question


def test_their_condition_can_be_taken_up(tmp_path: Path) -> None:
    from rehearse.stakeholder import appraisal

    person = saved_person(maker(tmp_path), dana())
    reading = appraisal.read(
        "Your team sees it a week before any customer, from the 4th of May on; I set that up myself.", person
    )
    assert any(m.kind == "takes_up" for m in appraisal.appraise(reading, person).moves) or _takes(reading, person)


def _takes(reading: object, person: object) -> bool:
    from rehearse.stakeholder.conditions import taken_up

    return taken_up(reading, person.conditions[0], True) is not None  # type: ignore[arg-type, attr-defined]


def test_nobody_is_overwritten(tmp_path: Path) -> None:
    made = maker(tmp_path)
    first = made.save(made.open(NEW).base, dana())
    second = made.save(made.open(NEW).base, dana(role="Head of something else"))
    assert (first.id, second.id) == ("dana-okafor", "dana-okafor-2")
    assert "Head of sales" in first.file.read_text("utf-8")
    (tmp_path / "personas/li.yaml").write_text("not a person", "utf-8")
    assert made.save(made.open(NEW).base, dana(name="Li")).id == "li-2"
    assert (tmp_path / "personas/li.yaml").read_text("utf-8") == "not a person"
    assert made.save(made.open(NEW).base, dana(name="Skeptical Executive")).id == "skeptical-executive-2"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Zoë Łukasz-Øberg", "zoe-lukasz-oberg"),
        ("王芳", "person"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-person"),
        ("x" * 80, "x" * 48),
    ],
)
def test_names_become_ids(name: str, id: str, tmp_path: Path) -> None:
    assert slug(name, "person") == id
    saved = maker(tmp_path).save(maker(tmp_path).open(NEW).base, dana(name=name))
    assert saved.file == tmp_path / f"personas/{id}.yaml"
    assert Catalog(Paths(tmp_path), built_in()).persona(id).name == name


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    made = maker(tmp_path)
    (tmp_path / "personas").mkdir(mode=0o500)
    with pytest.raises(StoreProblem, match="cannot be saved"):
        made.save(made.open(NEW).base, dana())


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    made = maker(tmp_path)
    (tmp_path / "personas").write_text("a file", "utf-8")
    made.keep_draft(made.open(NEW).base, dana())
    with pytest.raises(StoreProblem, match="cannot be saved"):
        made.save(made.open(NEW).base, dana())
    assert made.open(NEW).answers == dana()


TEXTS = st.text(max_size=60)
LINES = st.lists(TEXTS, max_size=3).map(tuple)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=TEXTS,
    role=TEXTS,
    measured=LINES,
    why=TEXTS,
    asks=LINES,
    label=TEXTS,
    voice=TEXTS,
    opening=LINES,
    costs=LINES,
    says=LINES,
)
def test_whatever_is_typed_is_kept_or_told(
    tmp_path: Path, name: str, role: str, measured: tuple[str, ...], why: str, asks: tuple[str, ...], label: str, voice: str,
    opening: tuple[str, ...], costs: tuple[str, ...], says: tuple[str, ...],
) -> None:  # fmt: skip
    made = maker(tmp_path)
    answers = dana(
        name=name, role=role, measured=measured, refused_why=why, voice=voice, opening=opening, costs=costs,
        worries=(worry("payback", asks=asks, label=label), worry("why-now"), worry("breaks")),
        gives=tuple(Give("idea", s) for s in says), terms=tuple(Term(s) for s in says),
    )  # fmt: skip
    base = made.open(NEW).base
    made.keep_draft(base, answers)
    assert made.open(NEW).answers == answers
    notes = made.look(base, answers)
    assert all(isinstance(n, Note) and n.says for n in notes)
    if any(n.blocks for n in notes):
        with pytest.raises(InputProblem):
            made.save(base, answers)
        return
    saved = made.save(base, answers)
    again = Catalog(Paths(tmp_path), built_in())
    assert not any(not f.warning for f in again.check([saved.file]))
    assert again.persona(saved.id).concern("payback") is not None
    edited = made.open(Origin("edit", saved.id))
    assert made.text(edited.base, edited.answers) == saved.file.read_text("utf-8")


@pytest.mark.parametrize(
    ("question", "id"),
    [
        ("Who runs it afterwards?", "who-runs-it"),
        ("What does it cost in all?", "whole-cost"),
        ("How often does that happen?", "one-case"),
        ("What about security?", "rules"),
        ("Have we not tried this before?", "tried-before"),
        ("Who on my team has the time for that?", "nobody-free"),
        ("Why can't it wait until next quarter?", "why-now"),
        ("How do we get out of the contract?", "no-way-out"),
        ("Blue or green?", ""),
    ],
)
def test_a_question_finds_its_worry(question: str, id: str) -> None:
    assert nearest(question, shipped().concerns()) == id


def test_lines_and_lists() -> None:
    assert lines_of(" one \n\n two  words \n") == ("one", "two words")
    assert listed("a, b\n c ,,b") == ("a", "b", "c")


def test_a_concern_taken_apart_and_put_together(tmp_path: Path) -> None:
    library = {c.id: c for c in shipped().concerns()}
    for id, concern in library.items():
        parts = take_apart(concern, concern)
        assert (parts.asks, parts.ready, parts.left_out) == ((), concern.objections, ())
        alone = take_apart(concern, None)
        assert set(alone.asks) | {o.says for o in alone.ready} == {o.says for o in concern.objections}, id


def test_a_minute_with_them(tmp_path: Path) -> None:
    made = maker(tmp_path)
    base = made.open(NEW).base
    with pytest.raises(InputProblem, match="nothing to meet"):
        made.trial(base, Answers())
    trial = made.trial(base, Answers(worries=(worry("payback", asks=(ASKS,)),)), seed=3)
    assert trial.opening.text
    assert trial.left == 4

    async def talk() -> list[str]:
        heard = []
        while trial.left:
            heard += [
                h.text for h in await trial.say(f"We think that it is good for everybody, and number {trial.left} is best.")
            ]
        return heard

    heard = asyncio.run(talk())
    assert len(heard) == 5
    assert any(ASKS in line for line in heard)
    with pytest.raises(RuntimeError):
        asyncio.run(trial.say("One more."))
    assert sorted(p.name for p in tmp_path.iterdir()) in ([], ["index.json"])


def test_a_minute_is_the_same_with_the_same_seed(tmp_path: Path) -> None:
    made = maker(tmp_path)
    base = made.open(NEW).base
    first, second = made.trial(base, dana(), seed=9), made.trial(base, dana(), seed=9)
    said = "We lose 40k a month in orders, from the refund ledger."
    assert (first.opening, asyncio.run(first.say(said))) == (second.opening, asyncio.run(second.say(said)))
    assert first.persona.name == "Dana Okafor"
