"""Listing: from the index, broken files among the rest, yours before built in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rehearse.catalog import Catalog
from rehearse.catalog.index import main
from rehearse.errors import InputProblem
from rehearse.paths import Paths
from tests.core.test_catalog_samples import PERSONA, RUBRIC, SCENARIO, catalog, put

LIST_AND_TELL = """
import sys
from pathlib import Path
from rehearse.catalog import Catalog
from rehearse.paths import Paths
catalog = Catalog(Paths(Path(sys.argv[1])), Path(sys.argv[2]))
listed = [*catalog.people(), *catalog.scenarios(), *catalog.rubrics()]
print(",".join(e.id for e in listed))
print(",".join(m for m in ("pydantic", "ruamel", "ruamel.yaml") if m in sys.modules))
"""


def list_elsewhere(tmp_path: Path) -> list[str]:
    command = [sys.executable, "-c", LIST_AND_TELL, str(tmp_path / "home"), str(tmp_path / "built-in")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_entries_have_what_home_shows(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    (person,) = cat.people()
    assert (person.id, person.name, person.role, person.emblem) == (
        "harbour-master",
        "Ines Okoro",
        "Head of operations",
        "anchor",
    )
    assert (person.opening, person.receptivity, person.minutes) == ("You have [[minutes]] minutes.", 2, 10)
    assert (person.origin, person.broken, person.summary) == ("built in", False, "Keeps the port running.")
    (situation,) = cat.scenarios()
    assert (situation.title, situation.persona, situation.minutes, situation.mode) == (
        "A new crane",
        "harbour-master",
        8,
        "selling",
    )
    (rubric,) = cat.rubrics()
    assert (rubric.id, rubric.title) == ("short", "Short")
    assert person.hash == cat.persona(person.id).hash


def test_listing_imports_no_parser_when_nothing_changed(tmp_path: Path) -> None:
    names = "harbour-master,new-crane,short"
    catalog(tmp_path)
    first, loaded = list_elsewhere(tmp_path)
    assert (first, bool(loaded)) == (names, True)
    assert (tmp_path / "home/index.json").is_file()
    assert list_elsewhere(tmp_path) == [names, ""]


def test_the_shipped_index_spares_the_parser_on_the_first_start(tmp_path: Path) -> None:
    catalog(tmp_path)
    assert main(["build", str(tmp_path / "built-in")]) == 0
    for file in (tmp_path / "built-in").rglob("*.yaml"):
        os.utime(file, (1, 1))  # an install sets the times anew
    assert list_elsewhere(tmp_path) == ["harbour-master,new-crane,short", ""]


def test_the_index_is_built_from_the_command_line(tmp_path: Path) -> None:
    catalog(tmp_path)
    command = [sys.executable, "-W", "error", "-m", "rehearse.catalog.index", "build", str(tmp_path / "built-in")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    kept = json.loads((tmp_path / "built-in/index.json").read_text())
    assert "scenarios/new-crane.yaml" in kept["files"]
    assert main(["build", str(tmp_path / "nowhere")]) == 1
    assert main([]) == 2


def test_a_shipped_index_that_is_out_of_date_is_not_believed(tmp_path: Path) -> None:
    catalog(tmp_path)
    main(["build", str(tmp_path / "built-in")])
    put(tmp_path / "built-in", "harbour-master.yaml", PERSONA.replace("Ines Okoro", "Eins Okoro"))
    assert catalog_again(tmp_path).people()[0].name == "Eins Okoro"


def catalog_again(tmp_path: Path) -> Catalog:
    return Catalog(Paths(tmp_path / "home"), tmp_path / "built-in")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    path = put(tmp_path / "home/personas", "mine.yaml", PERSONA.replace("harbour-master", "mine"))
    assert [e.name for e in cat.people() if e.id == "mine"] == ["Ines Okoro"]
    assert cat.persona("mine").name == "Ines Okoro"
    put(tmp_path / "home/personas", "mine.yaml", PERSONA.replace("harbour-master", "mine").replace("Ines Okoro", "Another Name"))
    assert [e.name for e in cat.people() if e.id == "mine"] == ["Another Name"]
    assert cat.persona("mine").name == "Another Name"
    path.unlink()
    assert "mine" not in [e.id for e in cat.people()]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe", b'{"format":"rehearse/index@1","files":{"x":7}}']
)
def test_a_garbled_index_is_made_anew(tmp_path: Path, content: bytes) -> None:
    cat = catalog(tmp_path)
    (tmp_path / "home/index.json").write_bytes(content)
    assert [e.id for e in cat.people()] == ["harbour-master"]
    assert json.loads((tmp_path / "home/index.json").read_text())["format"] == "rehearse/index@1"


def test_garbled_rows_in_the_index_are_made_anew(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    cat.people()
    index = tmp_path / "home/index.json"
    kept = json.loads(index.read_text())
    for row in kept["files"].values():
        row["entry"] = {"kind": "persona", "id": 7, "faults": "none"}
    index.write_text(json.dumps(kept))
    assert [e.id for e in catalog_again(tmp_path).people()] == ["harbour-master"]


def test_without_a_data_folder_nothing_is_made_and_listing_works(tmp_path: Path) -> None:
    catalog(tmp_path)
    cat = Catalog(Paths(tmp_path / "nowhere"), tmp_path / "built-in")
    assert [e.id for e in cat.people()] == ["harbour-master"]
    assert not (tmp_path / "nowhere").exists()


def test_an_index_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    catalog(tmp_path)
    (tmp_path / "home/index.json").mkdir()
    cat = catalog_again(tmp_path)
    assert [e.id for e in cat.people()] == ["harbour-master"]
    assert [e.id for e in cat.people()] == ["harbour-master"]
    assert [p.name for p in (tmp_path / "home").iterdir()] == ["index.json"]


def test_a_broken_file_is_listed_and_the_rest_load(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    put(tmp_path / "home/personas", "bad.yaml", PERSONA.replace("harbour-master", "bad").replace("weight: 3", "weight: 5"))
    put(tmp_path / "home/personas", "worse.yaml", "format: [rehearse/persona@1\nid: worse\n")
    entries = {e.id: e for e in cat.people()}
    assert set(entries) == {"harbour-master", "bad", "worse"}
    assert entries["bad"].broken
    assert entries["bad"].name == "Ines Okoro"
    assert str(entries["bad"].faults[0]).endswith("bad.yaml:21: concerns[0].weight: must be 1, 2 or 3, it is 5")
    assert entries["worse"].broken
    assert not entries["harbour-master"].broken
    assert cat.persona("harbour-master").name == "Ines Okoro"
    with pytest.raises(InputProblem, match="must be 1, 2 or 3"):
        cat.persona("bad")
    with pytest.raises(InputProblem, match=r"worse\.yaml:2: a bracket that opens in line 1"):
        cat.persona("worse")
    again = {e.id: e for e in catalog_again(tmp_path).people()}  # from the index: the same faults
    assert again == entries


def test_yours_wins_and_both_are_listed_with_their_file(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    mine = put(tmp_path / "home/personas", "any-name.yaml", PERSONA.replace("Ines Okoro", "My Own"))
    assert cat.persona("harbour-master").name == "My Own"
    assert [(e.origin, e.file, e.shadowed_by) for e in cat.people()] == [
        ("built in", tmp_path / "built-in/harbour-master.yaml", mine),
        ("yours", mine, None),
    ]


def test_a_scenario_without_its_person_says_so_in_the_list(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    put(tmp_path / "home/scenarios", "lost.yaml", SCENARIO.replace("new-crane", "lost").replace("harbour-master", "nobody-here"))
    lost = next(e for e in cat.scenarios() if e.id == "lost")
    assert lost.broken
    assert str(lost.faults[0]).endswith('lost.yaml:4: persona: there is no persona "nobody-here".')
    put(tmp_path / "home/personas", "nobody.yaml", PERSONA.replace("harbour-master", "nobody-here"))
    assert not next(e for e in cat.scenarios() if e.id == "lost").broken
    assert cat.scenario("lost").persona == "nobody-here"


def test_a_scenario_is_looked_at_again_when_what_it_speaks_of_changes(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    first = cat.scenario("new-crane")
    assert cat.scenario("new-crane") is first
    mine = put(tmp_path / "home/personas", "mine.yaml", PERSONA.replace("Ines Okoro", "My Own"))
    again = cat.scenario("new-crane")
    assert again is not first
    assert again == first
    put(tmp_path / "home/personas", "mine.yaml", PERSONA.replace("Ines Okoro", "Another"))
    assert cat.scenario("new-crane") is not again
    mine.unlink()
    (tmp_path / "built-in/harbour-master.yaml").unlink()
    with pytest.raises(InputProblem, match='there is no persona "harbour-master"'):
        cat.scenario("new-crane")


def test_what_was_handed_out_is_in_no_list_and_answers_to_no_id(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    lists = cat.people(), cat.scenarios(), cat.rubrics()
    named = cat.persona("harbour-master"), cat.scenario("new-crane"), cat.rubric("short")
    folder = tmp_path / "home/assigned/week-3"
    put(folder / "scenarios", "scenario.yaml", SCENARIO)
    put(folder / "personas", "persona.yaml", PERSONA.replace("Ines Okoro", "From The Mentor"))
    put(folder / "rubrics", "rubric.yaml", RUBRIC.replace("Short", "As The Mentor Likes"))
    put(folder / "scenarios", "other.yaml", SCENARIO.replace("new-crane", "task"))
    cat = catalog(tmp_path)
    assert (cat.people(), cat.scenarios(), cat.rubrics()) == lists
    assert (cat.persona("harbour-master"), cat.scenario("new-crane"), cat.rubric("short")) == named
    with pytest.raises(InputProblem, match="There is no scenario"):
        cat.scenario("task")


def test_what_was_handed_out_speaks_of_what_is_beside_it(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    named = {}
    for week, name in (("week-3", "First Mentor"), ("week-4", "Second Mentor")):
        folder = tmp_path / "home/assigned" / week
        file = put(folder / "scenarios", "scenario.yaml", SCENARIO)
        put(folder / "personas", "persona.yaml", PERSONA.replace("Ines Okoro", name))
        put(folder / "rubrics", "rubric.yaml", RUBRIC.replace("Short", f"Of the {name}"))
        named[str(file)] = name
    for scenario, name in named.items():
        assert cat.handed_out(scenario)
        assert cat.persona(cat.persona_in(scenario)).name == name
        assert cat.rubric(cat.rubric_in(scenario)).title == f"Of the {name}"
        assert not [f for f in cat.check([Path(scenario)]) if not f.warning]
    assert not [f for f in cat.check([tmp_path / "home/assigned"]) if not f.warning or "is the id in" in f.message]
    assert not cat.handed_out("new-crane")
    assert (cat.persona_in("new-crane"), cat.rubric_in("new-crane")) == ("harbour-master", "short")


def test_what_was_handed_out_without_its_person_falls_back_on_nobody_of_that_id(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    file = put(tmp_path / "home/assigned/week-3/scenarios", "scenario.yaml", SCENARIO)
    with pytest.raises(InputProblem, match='there is no persona "harbour-master"'):
        cat.scenario(str(file))
    put(tmp_path / "home/assigned/week-3/personas", "persona.yaml", PERSONA.replace("harbour-master", "somebody-else"))
    with pytest.raises(InputProblem, match='there is no persona "harbour-master"'):
        cat.scenario(str(file))
    put(tmp_path / "home/assigned/week-3/personas", "persona.yaml", PERSONA)
    assert cat.rubric_in(str(file)) == "short"  # it brought none, and is judged as it names
