"""A file that is chosen becomes a value of the core, with all that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehearse.catalog import yaml
from rehearse.catalog.loading import load
from rehearse.errors import InputProblem
from rehearse.personas import Line, NotEnough
from tests.core.test_catalog_samples import PERSONA, catalog, put


def test_a_persona_has_what_its_file_says(tmp_path: Path) -> None:
    person = catalog(tmp_path).persona("harbour-master")
    assert (person.name, person.pronouns, person.register, person.emblem) == ("Ines Okoro", "she", "terse", "anchor")
    assert person.temperament.patience == 8
    assert person.vocabulary.instead == {"latency": "waiting ships"}
    payback = person.concern("payback")
    assert payback is not None
    assert payback.resolved_by[0].needs == (("figure.money", "customer"), ("period",))
    assert payback.resolved_by[1].of == "figure"
    assert payback.resolved_by[1].asked_by == 2
    assert payback.not_enough == (NotEnough("Quality pays off."), NotEnough("Later.", "deflected"))
    assert payback.objections == (Line("What does it cost?"), Line("[[figure]]? From where?", ("figure",)))
    assert [c.reveal for c in person.concerns] == ["start", "trust >= 2.75", "met: payback"]
    assert person.conditions[0].taken_up_by == (("stop_rule", "concession"),)
    assert person.deal_breakers == ("rank", "threat", "figure_against_facts")
    assert person.lines["press"][0] == Line("One.")
    assert set(person.endings) == {"resists", "complies", "agrees", "buys_in"}


def test_a_scenario_has_what_its_file_says(tmp_path: Path) -> None:
    situation = catalog(tmp_path).scenario("new-crane")
    assert (situation.persona, situation.mode, situation.minutes, situation.rubric) == ("harbour-master", "selling", 8, "short")
    assert (situation.timing.load, situation.subject.noun) == ("crunch", "broken crane")
    assert (situation.facts[0].value, situation.facts[0].shared) == (2.0, True)
    assert situation.persona_for_this.concerns[0].id == "storm"
    assert situation.playtest["strong"] == (
        ({"say": "It broke twice.", "for": None}, {"say": "By 4 May it stands.", "for": "storm"}),
    )


def test_a_rubric_takes_checks_as_questions_and_in_full(tmp_path: Path) -> None:
    rubric = catalog(tmp_path).rubric("short")
    figure, source = rubric.criteria[0].checks
    assert (figure.id, figure.question) == ("figure", "Is there a figure?")
    assert (source.counts, source.needs) == ("A name.", (("source",),))
    assert rubric.criteria[0].weights == {"selling": 15.0, "influencing": 10.0}
    assert rubric.criteria[1].source == "ledger"
    assert rubric.red_flags == {"pressure": -5, "ignored_question": -5}


def test_common_lines_of_a_register(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    assert cat.register("terse")["doubt"] == (Line("Really?"), Line("[[period]]?"))
    with pytest.raises(InputProblem):
        cat.register("../terse")


def test_the_hash_is_of_the_content_not_of_the_layout(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    first = cat.persona("harbour-master").hash
    moved = PERSONA.replace("# who she is\n", "\n\n# another comment\n").replace("weight: 3", "weight:   3")
    other = PERSONA.replace("weight: 3", "weight: 2")
    assert len(first) == 64
    assert cat.persona(str(put(tmp_path, "a.yaml", moved))).hash == first
    assert cat.persona(str(put(tmp_path, "b.yaml", other))).hash != first


def test_unknown_keys_are_kept_and_reported_with_the_nearest(tmp_path: Path) -> None:
    text = PERSONA.replace("summary:", "hobby: sailing\nsumary:")
    loaded = load(put(tmp_path, "p.yaml", text))
    assert loaded.value is not None
    assert loaded.extra == {"hobby": "sailing", "sumary": "Keeps the port running."}
    said = [str(f) for f in loaded.faults]
    assert any("p.yaml:9: warning: hobby: is not known" in s for s in said)
    assert any("sumary: is not known and does nothing. Did you mean summary?" in s for s in said)


def test_comments_are_there_for_editing(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, "p.yaml", PERSONA))
    document = yaml.load_document(loaded.text)
    assert document["id"] == "harbour-master"
    assert "who she is" in str(document.ca.comment)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("no", "no"), ("12:30", "12:30"), ("2026-05-04", "2026-05-04"), ("4711", "4711"), ("1.50", "1.50"), ("0x10", "0x10")],
)
def test_a_text_stays_as_it_was_written(tmp_path: Path, written: str, meant: str) -> None:
    text = PERSONA.replace("[ships on time]", f"[{written}]")
    person = catalog(tmp_path).persona(str(put(tmp_path, "p.yaml", text)))
    assert person.cares_about == (meant,)


@pytest.mark.parametrize(
    ("block", "meant"),
    [
        (">\n  Keeps the port\n  running, # always.\n", "Keeps the port running, # always."),
        ("|\n  Keeps the port\n  running.\n", "Keeps the port\nrunning."),
        (">-\n  One.\n\n  Two.\n", "One.\nTwo."),
        ("Keeps the\n  port running.\n", "Keeps the port running."),
    ],
)
def test_long_texts_may_be_written_over_several_lines(tmp_path: Path, block: str, meant: str) -> None:
    text = PERSONA.replace("Keeps the port running.\n", block)
    assert catalog(tmp_path).persona(str(put(tmp_path, "p.yaml", text))).summary == meant


def test_an_argument_with_a_slash_or_a_suffix_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cat = catalog(tmp_path)
    put(tmp_path, "here.yaml", PERSONA.replace("Ines Okoro", "Another Name"))
    monkeypatch.chdir(tmp_path)
    assert cat.persona("here.yaml").name == "Another Name"
    assert cat.persona("./here.yaml").name == "Another Name"
    assert cat.persona("harbour-master").name == "Ines Okoro"


def test_an_unknown_id_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        catalog(tmp_path).persona("harbor-master")
    assert caught.value.sentence == 'There is no persona "harbor-master".'
    assert "Did you mean harbour-master?" in caught.value.hint


def test_a_file_of_another_kind_is_said_to_be_one(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    with pytest.raises(InputProblem, match="this is a rubric file; a persona is wanted here"):
        cat.persona(str(tmp_path / "built-in/rubrics/short.yaml"))


def test_the_problem_begins_with_file_line_and_field_and_holds_every_fault(tmp_path: Path) -> None:
    path = put(tmp_path, "p.yaml", PERSONA.replace("weight: 3", "weight: 5").replace("emblem: anchor", "emblem: ancor"))
    with pytest.raises(InputProblem) as caught:
        catalog(tmp_path).persona(str(path))
    assert caught.value.sentence.startswith(f"{path}:8: emblem: must be one of ")
    assert [(f.line, f.field) for f in caught.value.faults if not f.warning] == [(8, "emblem"), (21, "concerns[0].weight")]
