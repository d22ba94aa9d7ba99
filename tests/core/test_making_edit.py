"""Editing people: only what was answered anew changes in the file, and what the form does not know stays."""

from __future__ import annotations

import difflib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from rehearse.catalog import Catalog
from rehearse.errors import InputProblem
from rehearse.making.answers import Give, Term, Worry
from rehearse.making.origin import NEW, Origin
from rehearse.paths import Paths, built_in
from tests.core.test_making import dana, maker, worry

BY_HAND = """\
# Pia, as I know her
format: rehearse/persona@1
id: pia
name: Pia Lindqvist   # two of them work here
pronouns: she
role: Head of delivery
audience: logistics
coffee: black          # the form knows nothing of this
voice: 'Quiet. Waits.'
register: plain
cares_about:
- parcels on time
vocabulary: {costs_patience: [CQRS], instead: {latency: late parcels}}
temperament:
    minutes: 12     # never more
opening: What is it?
answers:
- about: [budget]
  say: Ask my boss.
- {about: [measure, goal], say: [Parcels., And people.]}
concerns:
# the one that matters
- id: late
  kind: timing
  label: Late again
  weight: 3
  mood: cross
  about: [late, time]
  root: It was late once.
  resolved_by:
  - {id: when, test: Says when, needs: [date], asked_by: 2}
  objections:
  - When?
  - And if not?
  - I'd ask: why now?
- id: hands
  kind: capacity
  weight: 2
  about: [people]
  root: [Two left.]
  reveal: 'met: late'
  resolved_by: [{id: who, test: Says who, needs: [owner]}]
  objections: [Who does it?, {says: "[[period]]?", needs: [period]}]
- {id: calm, kind: risk, weight: 1, about: [quiet], root: [Loud.], reveal: {met: hands},
   resolved_by: [{id: back, test: A way back, needs: [rollback]}], objections: [What if?, And then?]}
conditions:
- {id: half, says: Half of it or we stop., about: [half], taken_up_by: [stop_rule]}
gives:
- id: ben
  kind: name
  says: Take Ben.   # he knows
deal_breakers: rank
withheld:
- {id: strike, about: [strike], says: There may be one., reveal: "met: late"}
lines:
  press: [One., Two., Three., Four.]
endings: {resists: [No., Never.], complies: [So be it., Well.], agrees: [Yes., Right.], buys_in: [Gladly., Oh yes.]}
"""


def by_hand(home: Path, text: str = BY_HAND) -> Path:
    file = home / "personas/pia.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def changed(before: str, after: str) -> list[str]:
    """The lines that differ, those that are gone with a minus."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [" ".join(line.split()) for line in found if not line.startswith(("---", "+++", "@@"))]


def test_nothing_changed_is_nothing_written_anew(tmp_path: Path) -> None:
    file = by_hand(tmp_path)
    made = maker(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    assert (answers.name, answers.audience, answers.minutes, answers.patience) == ("Pia Lindqvist", "logistics", 12, 9)
    assert (answers.measured, answers.measured_says) == (("parcels on time",), ("Parcels.", "And people."))
    assert answers.worry("late") == Worry(
        "late", "Late again", 3, ("It was late once.",), ("When?", "And if not?", "I'd ask: why now?")
    )
    again = made.text(base, answers)
    # White space is the only thing that may differ where a file is written anew; it is not, where nothing was changed.
    assert again.split() == BY_HAND.split()
    assert made.save(base, answers).file == file
    assert file.read_text("utf-8") == BY_HAND
    assert Catalog(Paths(tmp_path), built_in()).persona("pia").name == "Pia Lindqvist"


def test_only_what_was_answered_anew_changes(tmp_path: Path) -> None:
    file = by_hand(tmp_path)
    made = maker(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    as_read = made.text(base, answers)
    made.save(
        base,
        replace(
            answers,
            role="Head of everything",
            minutes=9,
            pace="slow",
            gives=(*answers.gives, Give("idea", "Ask the drivers first.")),
            terms=(replace(answers.terms[0], says="A third of it or we stop."),),
        ),
    )
    assert changed(as_read, file.read_text("utf-8")) == [
        "-role: Head of delivery",
        "+role: Head of everything",
        "-voice: 'Quiet. Waits.'",
        "+voice: 'Talks slowly. Quiet. Waits.'",
        "- minutes: 12 # never more",
        "+ minutes: 9 # never more",
        "-- {id: half, says: Half of it or we stop., about: [half], taken_up_by: [stop_rule]}",
        '+- {id: half, says: "A third of it or we stop.", about: [half], taken_up_by: [stop_rule]}',
        '+- {id: ask-the-drivers, kind: idea, says: "Ask the drivers first."}',
    ]
    assert not any(not f.warning for f in Catalog(Paths(tmp_path), built_in()).check([file]))


def test_worries_that_are_changed_added_and_gone(tmp_path: Path) -> None:
    file = by_hand(tmp_path)
    made = maker(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    late, hands, calm = answers.worries
    now = (
        replace(late, label="Late", asks=("Which day?", *late.asks)),
        replace(calm, weight=2),
        worry("payback", asks=("What is it worth to a driver?",)),
    )
    assert hands.label == "Hands"
    made.save(base, replace(answers, worries=now))
    text = file.read_text("utf-8")
    for kept in ("# the one that matters", "mood: cross", "coffee: black", "# two of them work here", "- And if not?"):
        assert kept in text
    person = Catalog(Paths(tmp_path), built_in()).persona("pia")
    assert [(c.id, c.label, c.weight) for c in person.concerns] == [
        ("late", "Late", 3),
        ("calm", "Calm", 2),
        ("payback", "Payback", 3),
    ]
    assert [o.says for o in person.concerns[0].objections] == ["Which day?", "When?", "And if not?", "I'd ask: why now?"]
    assert person.concerns[0].resolved_by[0].asked_by == 1
    assert person.concerns[1].reveal == "asked"  # it waited for the one that is gone
    assert person.withheld[0].reveal == "met: late"


def test_indent_and_line_ends_stay(tmp_path: Path) -> None:
    file = by_hand(tmp_path, BY_HAND.replace("\n", "\r\n"))
    made = maker(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    made.save(base, replace(answers, name="Pia L."))
    raw = file.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") > 40
    assert b"\r\n- id: late\r\n" in raw


def test_a_register_takes_its_words_along_and_leaves_those_of_others(tmp_path: Path) -> None:
    made = maker(tmp_path)
    saved = made.save(made.open(NEW).base, dana(opening=()))
    base, answers, *_ = made.open(Origin("edit", saved.id))
    made.save(base, replace(answers, register="formal", measured=("order",)))
    person = Catalog(Paths(tmp_path), built_in()).persona(saved.id)
    assert person.opening[0].startswith("Good morning.")
    assert person.endings["agrees"][0].startswith("I agree to it")
    assert [a.say[0] for a in person.answers][:3] == [
        "Order. That is what I am judged by.",
        "The last request that I declined was the new import. They promised me a saving, and nobody ever counted it.",
        "I put the same question to everybody: And what does that do for renewals?",
    ]
    by_hand(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    made.save(base, replace(answers, register="formal"))
    pia = Catalog(Paths(tmp_path), built_in()).persona("pia")
    assert (pia.opening, pia.endings["agrees"], pia.answers[1].say) == (
        ("What is it?",),
        ("Yes.", "Right."),
        ("Parcels.", "And people."),
    )


def kept(text: str) -> list[str]:
    """The words of a file without its first remark, and without what is another person's."""
    lines = text[text.index("format:") :].splitlines()
    return " ".join(line for line in lines if not line.startswith(("id:", "name:", "summary:"))).split()


@pytest.mark.parametrize("id", [e.id for e in Catalog(Paths(Path("/nowhere")), built_in()).people()])
def test_one_like_a_built_in_person(id: str, tmp_path: Path) -> None:
    made = maker(tmp_path)
    origin = Origin("like", id)
    base, answers, *_ = made.open(origin)
    assert (answers.name, answers.summary) == ("", "")
    assert [n.field for n in made.look(base, answers) if n.blocks] == ["name"]
    text = (built_in() / f"{id}.yaml").read_text("utf-8")
    saved = made.save(base, replace(answers, name="Ada Berg"))
    assert kept(saved.file.read_text("utf-8")) == kept(text)
    again = Catalog(Paths(tmp_path), built_in())
    assert not [str(f) for f in again.check([saved.file])]
    assert again.persona(id).name != "Ada Berg"
    assert made.open(origin).answers.name == ""


def test_who_is_not_yours_is_not_changed(tmp_path: Path) -> None:
    made = maker(tmp_path)
    with pytest.raises(InputProblem, match="not yours"):
        made.open(Origin("edit", "peer-lead"))
    with pytest.raises(InputProblem, match="not there"):
        made.open(Origin("like", "nobody"))
    by_hand(tmp_path, BY_HAND.replace("weight: 3", "weight: 9"))
    with pytest.raises(InputProblem, match="weight"):
        made.open(Origin("edit", "pia"))


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    file = by_hand(tmp_path)
    made = maker(tmp_path)
    base, answers, *_ = made.open(Origin("edit", "pia"))
    made.keep_draft(base, replace(answers, name="Pia X"))
    theirs = BY_HAND.replace("Head of delivery", "Head of parcels")
    file.write_text(theirs, "utf-8")
    with pytest.raises(InputProblem, match=r"pia\.yaml was changed by something else"):
        made.save(base, replace(answers, name="Pia X"))
    assert file.read_text("utf-8") == theirs
    opened = made.open(Origin("edit", "pia"))
    assert (opened.draft, opened.outdated, opened.answers.name) == (True, True, "Pia X")
    made.drop_draft(base.origin)
    assert made.open(Origin("edit", "pia")).answers.role == "Head of parcels"


def test_drafts_are_kept_until_they_are_saved(tmp_path: Path) -> None:
    made = maker(tmp_path)
    base = made.open(NEW).base
    half = dana(name="", gives=(Give("time", ""), Give("name", "x")), terms=(Term(""),))
    made.keep_draft(base, half)
    like = made.open(Origin("like", "peer-lead"))
    made.keep_draft(like.base, replace(like.answers, name="Else"))
    assert maker(tmp_path).open(NEW) == (base, half, made.library(), True, False)
    assert maker(tmp_path).open(Origin("like", "peer-lead")).answers.name == "Else"
    made.save(base, dana())
    assert maker(tmp_path).open(NEW).draft is False
    assert maker(tmp_path).open(Origin("like", "peer-lead")).draft is True
    assert [p.name for p in (tmp_path / "drafts").iterdir()] == ["like-peer-lead.json"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1]",
        b'{"format": "rehearse/draft@9"}',
        b"\xff" * 40,
        b"[" * 5000,
        b'{"format": "rehearse/draft@1", "answers": 7}',
    ],
)
def test_a_draft_that_cannot_be_read_is_no_trouble(damage: bytes, tmp_path: Path) -> None:
    made = maker(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/new.json").write_bytes(damage)
    assert made.open(NEW).draft is False
    made.keep_draft(made.open(NEW).base, dana())
    assert made.open(NEW).answers == dana()


@pytest.mark.parametrize(
    "wrong", [{"patience": 99}, {"register": "loud"}, {"emblem": "x"}, {"minutes": "soon"}, {"worries": [1]}]
)
def test_a_draft_with_what_cannot_be_is_not_taken(wrong: dict[str, object], tmp_path: Path) -> None:
    made = maker(tmp_path)
    made.keep_draft(made.open(NEW).base, dana())
    file = tmp_path / "drafts/new.json"
    whole = json.loads(file.read_text("utf-8"))
    whole["answers"].update(wrong)
    file.write_text(json.dumps(whole), "utf-8")
    assert made.open(NEW).draft is False
