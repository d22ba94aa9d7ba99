"""Records and formats: nothing is lost on a round trip, and what we write satisfies the schemas that we publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse import kept, pitches
from rehearse.bundles import making, parts, shape
from rehearse.bundles.records import TYPES, Assignment, Comment, Due, Feedback, Focus, GivenMark, Person, Submission, folded
from rehearse.catalog.loading import load
from rehearse.errors import InputProblem
from rehearse.paths import built_in
from tests.core.handing import assignment, catalog, new_key, read
from tests.core.shell import SCHEMAS, Shell
from tests.faults.hostile_set import CASES, comment, feedback, submission


def valid(name: str, data: Any) -> None:
    """Against a real validator, and against ours."""
    jsonschema.Draft202012Validator(shape.schema(name)).validate(data)
    assert shape.misfit(name, data) is None


def test_every_schema_is_a_schema_and_stands_by_itself() -> None:
    for name in shape.NAMES:
        found = shape.schema(name)
        jsonschema.Draft202012Validator.check_schema(found)
        assert ".schema.json" not in json.dumps(found)
        assert found["title"] == f"rehearse {name}"
    with pytest.raises(InputProblem, match="no schema"):
        shape.schema("../../settings")


@pytest.mark.parametrize("name", ["rehearsal", "review"])
def test_what_the_command_line_prints_has_the_schema_that_is_published(name: str) -> None:
    assert shape.schema(name) == json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["persona", "scenario", "rubric"])
def test_the_built_in_files_satisfy_their_schemas_and_come_through_as_the_same(kind: str) -> None:
    folder = {"persona": built_in(), "scenario": built_in() / "scenarios", "rubric": built_in() / "rubrics"}[kind]
    files = [f for f in sorted(folder.glob("*.yaml")) if f.is_file()]
    assert files
    for file in files:
        loaded = load(file, kind=kind)
        data = json.loads(json.dumps(loaded.data))
        valid(kind, data)
        again = parts.value(data, kind, file.name)
        assert again.hash == loaded.value.hash  # type: ignore[union-attr]


def test_an_assignment_satisfies_its_schema_signed_or_not(tmp_path: Path) -> None:
    for key in (None, new_key()):
        data = assignment(
            tmp_path, key=key, due=Due("2026-12-01", "Europe/Berlin"), attempts=3, note="Größe",
            focus=[Focus("evidence", "source")], shows=["takes"],
        )  # fmt: skip
        valid("assignment", data)
        opened = read(data)
        assert isinstance(opened.bundle, Assignment)
        assert opened.notes == ()
        assert (opened.bundle.attempts, opened.bundle.shows, opened.bundle.to) == (3, ("takes",), (Person("Kofi Mensah"),))


def test_submission_and_feedback_satisfy_theirs() -> None:
    sent = read(submission(brief={"problem": "Refunds", "evidence": [{"says": "31 tickets"}]}, reflection="Well.")).bundle
    assert isinstance(sent, Submission)
    valid("submission", submission())
    made = making.finished(
        making.feedback(sent, "Dana", comments=[Comment("c_1", "r_1", "t_1a", 0, 2, "We", "Who?")], next="done"), None
    )
    valid("feedback", made.data)
    assert isinstance(made.bundle, Feedback)
    with pytest.raises(InputProblem, match="do not stand"):
        making.feedback(sent, "Dana", comments=[Comment("c_1", "r_1", "t_1a", 1, 3, "We", "Who?")])
    with pytest.raises(InputProblem, match="no check"):
        making.feedback(sent, "Dana", marks=[GivenMark("v_1", "evidence", "source", "no")])
    with pytest.raises(InputProblem, match="no line"):
        making.feedback(sent, "Dana", next="redo", next_turn="t_99")


def test_keys_that_are_not_known_come_through_at_every_level() -> None:
    data = feedback(mood="calm", comments=[comment(colour="red")], author={"name": "Dana", "team": {"x": [1]}})
    opened = read(data)
    assert opened.notes == ("Not known, kept as it is: author.team, comments[0].colour, mood.",)
    assert opened.bundle is not None
    again = {"format": data["format"], **kept.write(opened.bundle)}
    assert again == data
    assert dict(opened.data) == data


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["note", "later", "extra", "zeta"]), st.text(max_size=20) | st.integers(0, 9), max_size=4))
def test_any_extra_key_is_written_again(more: dict[str, Any]) -> None:
    if not isinstance(more.get("note", ""), str):
        return
    record = kept.read(TYPES["feedback"], {"id": "b", "made": "2026", "author": {"name": "D"}, "submission": "s", **more})
    written = kept.write(record)
    assert {k: v for k, v in more.items() if v != "" or k != "note"} == {k: v for k, v in written.items() if k in more}


def test_our_reading_of_a_schema_agrees_with_a_real_validator(tmp_path: Path) -> None:
    seen = 0
    for case in CASES:
        path = case.make(tmp_path) if not case.name.startswith(("B4", "B24", "B25")) else None
        try:
            data = json.loads(path.read_bytes()) if path else None
        except (ValueError, RecursionError):
            continue
        name = str(data.get("format", ""))[9:-2] if isinstance(data, dict) else ""
        if name in ("assignment", "submission", "feedback", "sealed"):
            errors = list(jsonschema.Draft202012Validator(shape.schema(name)).iter_errors(data))
            assert (shape.misfit(name, data) is None) == (not errors), (case.name, errors[:1])
            seen += 1
    assert seen > 40


def test_a_due_date_is_a_moment_where_the_zone_is_known() -> None:
    assert str(Due("2026-12-01T17:00", "Europe/Berlin").moment) == "2026-12-01 17:00:00+01:00"
    assert str(Due("2026-12-01").moment) == "2026-12-01 23:59:59+00:00"
    for due in (Due("2026-12-01", "Mars/Olympus"), Due("2026-12-01", "Europe"), Due("soon"), Due("2026-12-01", "")):
        assert due.moment is None


def test_names_are_one_where_only_case_spaces_or_composition_differ() -> None:
    assert folded("Zoë  Ruiz") == folded("ZOE\u0308 ruiz ")
    assert folded("Zoe Ruiz") != folded("Zoë Ruiz")


def test_a_brief_has_a_plain_form_that_comes_back() -> None:
    brief = pitches.Brief(
        problem="Checkout stalls\nat peak.", outcome="No refunds in June.", step="One region, two weeks.", ask="A yes by Friday.",
        evidence=(pitches.Evidence("$50k a month", "refund ledger"), pitches.Evidence("31 tickets")),
    )  # fmt: skip
    text = pitches.plain_form(brief)
    assert "Evidence:\n- $50k a month (source: refund ledger)\n- 31 tickets" in text
    assert pitches.from_plain_form(text) == brief
    assert pitches.from_plain_form("Just words") == pitches.Brief(problem="Just words")
    assert pitches.Brief().empty
    valid("brief", pitches.to_json(brief))
    assert pitches.brief(pitches.to_json(brief)) == brief
    with pytest.raises(ValueError, match="at most"):
        pitches.from_plain_form("Evidence:\n" + "- x\n" * 41)


def test_a_pitch_keeps_what_it_does_not_know() -> None:
    data = {"format": "rehearse/pitch@1", "id": "p_1", "title": "Checkout", "people": [{"name": "Amara", "mood": 1}], "x": [1]}
    valid("pitch", data)
    assert pitches.to_json(pitches.pitch(data)) == data
    with pytest.raises(ValueError, match="format"):
        pitches.pitch({**data, "format": "rehearse/brief@1"})


def test_the_command_prints_schemas(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell(tmp_path / "home", capsys, monkeypatch)
    assert shell("schema").out.split() == list(shape.NAMES)
    assert shell("schema", "--json").json["items"] == list(shape.NAMES)
    assert shell("schema", "submission").json == shape.schema("submission")
    ran = shell("schema", "library")
    assert ran.code == 1
    assert "There are:" in ran.complaint


def test_what_its_author_noted_for_mentors_stays_home(tmp_path: Path) -> None:
    data = assignment(tmp_path, scenario="two-week-spike")
    assert catalog(tmp_path).scenario("two-week-spike").mentor_notes
    assert "mentor_notes" not in data["scenario"]
