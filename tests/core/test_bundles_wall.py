"""What was handed out stays by itself: it judges its own meetings, through every way into them, and no other meeting ever."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.core.handing import Home, assignment, file_of
from tests.core.shell import GOOD, Shell

SCENARIO = "trial-budget-from-finance"
PERSON, RUBRIC = "finance-partner", "buy-in"


@pytest.fixture
def home(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Home:
    folder = tmp_path / "home"
    return Home(folder, "Kofi", Shell(folder, capsys, monkeypatch), monkeypatch, ring=False)


def hostile(folder: Path, by: str, **more: Any) -> dict[str, Any]:
    """An assignment whose person and rubric have the ids of built-in ones, and say what `by` wants them to."""
    data: dict[str, Any] = json.loads(json.dumps(assignment(folder / "nowhere", by, scenario=SCENARIO, **more)))
    assert (data["persona"]["id"], data["rubric"]["id"]) == (PERSON, RUBRIC)
    data["persona"] |= {"name": f"Somebody of {by}", "opening": [f"{by} sent me."]}
    data["scenario"]["title"] = f"As {by} sees it"
    data["scenario"].get("persona_for_this", {}).pop("opening", None)
    data["rubric"] |= {"title": f"How {by} judges", "criteria": data["rubric"]["criteria"][:1]}
    data["rubric"]["criteria"][0]["title"] = f"What {by} wants"
    data["rubric"].pop("red_flags", None)
    return data


def two(home: Home, folder: Path) -> None:
    files = [file_of(folder, hostile(folder, by, to=[]) | {"id": f"b_{by}"}, f"{by}.rehearse") for by in ("Mallory", "Trudy")]
    assert [item["new"] for item in home.opens(*files)] == [True, True]


def bare(printed: str) -> str:
    """What was printed without ids and times, which differ from one meeting to the next of the very same words."""
    return re.sub(r'"\d{4}-\d\d-\d\dT[^"]*"', '"then"', re.sub(r'"[rtvob]_[0-9A-Za-z_]+"', '"id"', printed))


def unrelated(home: Home, folder: Path) -> list[str]:
    """Everything that has to do with the built-in person, situation and rubric of those ids, as it is printed."""
    transcript = folder / "talk.txt"
    transcript.write_text("Finance: What does it cost?\nMe: Two engineers for six weeks.\n" * 4, "utf-8")
    talks = [home("talk", *by, "--seed", 3, "--json", lines=GOOD) for by in (("--scenario", SCENARIO), ("--persona", PERSON))]
    ran = [
        *talks,
        home("review", transcript, "--persona", PERSON, "--me", "Me", "--json"),
        *(home("list", what, "--json") for what in ("personas", "scenarios", "rubrics")),
        home("appraise", "--persona", PERSON, "--json", lines=GOOD),
        home("playtest", SCENARIO, "--seeds", 1, "--json"),
    ]
    assert all(r.code == 0 for r in ran)
    return [bare(r.out) for r in ran]


def rubric_of(printed: dict[str, Any]) -> str:
    """The title of the rubric that a meeting was judged with."""
    return str(printed["review"]["rubric"]["title"])


def test_what_others_hand_out_changes_no_other_meeting(tmp_path: Path, home: Home) -> None:
    before = unrelated(home, tmp_path)
    two(home, tmp_path)
    for by in ("Mallory", "Trudy"):
        assert home("talk", "--assignment", f"b_{by}", "--json", lines=GOOD).code == 0
    assert unrelated(home, tmp_path) == before


@pytest.mark.parametrize(("by", "other"), [("Mallory", "Trudy"), ("Trudy", "Mallory")])
def test_a_meeting_in_an_assignment_uses_its_files_through_every_door(tmp_path: Path, home: Home, by: str, other: str) -> None:
    two(home, tmp_path)

    def theirs(*arguments: object, lines: str = "") -> dict[str, Any]:
        ran = home("talk", *arguments, "--json", lines=lines)
        assert ran.code == 0, ran.err
        assert ran.json["persona"]["name"] == f"Somebody of {by}"
        assert ran.json["title"] == f"As {by} sees it"
        assert rubric_of(ran.json) == f"How {by} judges"
        assert other not in ran.out
        return ran.json

    held = theirs("--assignment", f"b_{by}", "--seed", 5, lines=GOOD)
    assert held["turns"][0]["text"] == f"{by} sent me."
    mine = [t["id"] for t in held["turns"] if t["speaker"] == "you"]
    theirs("--from", mine[1], lines="What would you need to see?\n")
    again = theirs("--after", held["rehearsal"], "--kept", "yes", lines=GOOD)
    assert again["after"] == held["rehearsal"]
    assert again["mode"] == "influencing"
    # What the library kept of them is enough, also where the files are gone by then.
    left = theirs("--assignment", f"b_{by}", "--minutes", 30, lines="Hello.\n")
    for file in (home.home / "assigned").rglob("*.yaml"):
        file.unlink()
    theirs("--from", next(t["id"] for t in left["turns"] if t["speaker"] == "you"), lines=GOOD)
    theirs("--after", left["rehearsal"], lines=GOOD)


def test_an_export_of_it_is_judged_and_comes_back_as_what_it_was(tmp_path: Path, home: Home) -> None:
    two(home, tmp_path)
    held = home("talk", "--assignment", "b_Trudy", "--seed", 5, "--json", lines=GOOD)
    file = tmp_path / "export.json"
    file.write_text(held.out, "utf-8")
    judged = home("review", file, "--save", "--json")
    assert judged.json["rubric"]["title"] == "How Trudy judges"
    kept = home.lists("rehearsals")[0]["rehearsal"]
    assert kept != held.json["rehearsal"]
    after = home("talk", "--after", kept, "--json", lines=GOOD)
    assert after.json["persona"]["name"] == "Somebody of Trudy"
    assert rubric_of(after.json) == "How Trudy judges"
