"""Drafts and published versions: nothing typed is lost, nothing published changes, nothing of another program is written over."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rehearse.catalog import Catalog
from rehearse.errors import InputProblem, StoreProblem
from rehearse.paths import Paths, built_in
from rehearse.writing.document import KINDS
from rehearse.writing.drafts import ChangedElsewhere, Draft
from rehearse.writing.shelf import Shelf
from rehearse.writing.skeletons import EXAMPLES
from tests.core.shell import Shell

ID = "reliability-into-the-backlog"


@dataclass
class Desk:
    """A data folder with its catalog and shelf, and a clock that goes on a minute with each look."""

    home: Path

    def __post_init__(self) -> None:
        self.paths = Paths(self.home)
        self.catalog = Catalog(self.paths, built_in())
        self.moment = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
        self.shelf = Shelf(self.paths, self.catalog, self.now)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    def person(self, name: str = "Ann Lee") -> Draft:
        draft = self.shelf.new("persona")
        draft.document.put(("name",), name)
        draft.document.put(("role",), "Head of sales")
        draft.keep()
        return draft


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


@pytest.fixture
def shell(desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(desk.home, capsys, monkeypatch)


# --- drafts


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_new_lacks_only_what_nobody_else_can_know(desk: Desk, kind: str) -> None:
    draft = desk.shelf.new(kind)
    missing = {remark.path for remark in draft.document.look(desk.shelf) if not remark.warning}
    assert missing == {"persona": {("name",), ("role",)}, "scenario": {("title",), ("persona",)}, "rubric": {("title",)}}[kind]
    for path in missing:
        draft.document.put(path, "finance-partner" if path == ("persona",) else "Something of ours")
    examples = draft.document.look(desk.shelf)
    assert {r.path for r in examples} == set(EXAMPLES[kind])
    for remark in examples:
        assert remark.warning
        assert "still the example" in remark.message
        draft.document.put(remark.path, "Something of ours")
    assert draft.document.look(desk.shelf) == ()


def test_a_draft_is_in_no_list_of_the_catalog_and_found_again(desk: Desk) -> None:
    draft = desk.person()
    assert not [e for e in desk.catalog.people() if e.origin != "built in"]
    assert [(row.kind, row.key, row.title, row.published) for row in desk.shelf.drafts()] == [
        ("persona", "new-person", "Ann Lee", 0)
    ]
    assert desk.shelf.draft("persona", draft.key).document.get(("role",)) == "Head of sales"
    assert desk.shelf.standing("persona", draft.key) == "draft"


def test_two_new_ones_do_not_meet(desk: Desk) -> None:
    one, two = desk.person("Ann Lee"), desk.person("Bo Berg")
    assert one.file != two.file
    assert {desk.shelf.publish(d).version.file.parent.name for d in (one, two)} == {"ann-lee", "bo-berg"}
    again = desk.shelf.publish(desk.person("Ann Lee"))
    assert again.version.file.parent.name == "ann-lee-2"


def test_what_was_typed_survives_a_killed_program(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from rehearse.catalog import Catalog;"
        "from rehearse.paths import Paths, built_in; from rehearse.writing.shelf import Shelf;"
        f"p = Paths(Path({str(tmp_path)!r})); d = Shelf(p, Catalog(p, built_in())).new('rubric', 'Ours');"
        "d.document.put(('criteria', 0, 'title'), 'Typed last'); d.keep(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    desk = Desk(tmp_path)
    assert desk.shelf.draft("rubric", "ours").document.get(("criteria", 0, "title")) == "Typed last"
    assert [p.name for p in (tmp_path / "drafts" / "rubrics").iterdir()] == ["ours.yaml"]


def test_what_another_program_wrote_is_never_written_over(desk: Desk) -> None:
    draft = desk.person()
    theirs = draft.file.read_text("utf-8").replace("Head of sales", "Head of buying")
    draft.file.write_text(theirs, "utf-8")
    draft.document.put(("name",), "Ann Leigh")
    assert draft.changed_elsewhere
    with pytest.raises(ChangedElsewhere):
        draft.keep()
    with pytest.raises(ChangedElsewhere):
        desk.shelf.publish(draft)
    assert draft.file.read_text("utf-8") == theirs
    draft.take_theirs()
    assert (draft.title, draft.document.get(("role",))) == ("Ann Lee", "Head of buying")
    assert not draft.changed_elsewhere
    assert draft.document.undo()
    assert draft.title == "Ann Leigh"
    draft.keep()
    draft.file.write_text("name: [", "utf-8")
    with pytest.raises(InputProblem):
        draft.take_theirs()
    draft.keep_mine()
    assert Draft(draft.file, "persona").title == "Ann Leigh"


def test_a_draft_that_was_deleted_elsewhere_is_kept_anew(desk: Desk) -> None:
    draft = desk.person()
    draft.file.unlink()
    draft.keep()
    assert draft.file.exists()


def test_a_draft_that_cannot_be_written_says_so(desk: Desk) -> None:
    draft = desk.person()
    draft.document.put(("name",), "Another")
    draft.file.unlink()
    draft.file.parent.rmdir()
    draft.file.parent.write_text("in the way", "utf-8")
    with pytest.raises(StoreProblem):
        draft.keep()
    assert draft.document.changed


def test_what_was_discarded_can_be_put_back(desk: Desk) -> None:
    draft = desk.person()
    text = desk.shelf.discard(draft)
    assert desk.shelf.drafts() == ()
    assert desk.shelf.put_back("persona", draft.key, text).title == "Ann Lee"


@pytest.mark.parametrize("key", ["../x", "a/b", "", "A", "x" * 65, "a.b", "..", "a\x00b"])
def test_a_name_is_never_a_path(desk: Desk, key: str) -> None:
    with pytest.raises(InputProblem):
        desk.shelf.draft("persona", key)
    with pytest.raises(InputProblem):
        desk.shelf.edit("persona", key)
    assert desk.shelf.versions("persona", key) == ()
    desk.shelf.assignable("persona", key)


def test_an_id_that_is_a_path_publishes_nothing(desk: Desk) -> None:
    draft = desk.person()
    for id in ("../../evil", "a/b", "con.fig", "skeptical-executive"):
        draft.document.put(("id",), id)
        draft.keep()
        with pytest.raises(InputProblem):
            desk.shelf.publish(draft)
    assert not desk.paths.published.exists()
    assert not desk.paths.personas.exists()


# --- publishing


def test_a_published_version_never_changes_and_later_edits_are_a_draft(desk: Desk) -> None:
    done = desk.shelf.publish(desk.person())
    first = done.version.file.read_bytes()
    assert (done.version.number, done.file.read_bytes()) == (1, first)
    assert not stat.S_IMODE(done.version.file.stat().st_mode) & 0o222
    assert [e.id for e in desk.catalog.people() if e.origin == "yours"] == ["ann-lee"]
    assert desk.shelf.drafts() == ()

    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("concerns", 0, "weight"), 2)
    draft.document.put(("opening",), ["Sit down."])
    draft.keep()
    assert desk.catalog.persona("ann-lee").concerns[0].weight == 3
    assert desk.shelf.standing("persona", "ann-lee") == "version 1 and a draft"
    assert [str(c) for c in desk.shelf.compare("persona", "ann-lee", 1)] == [
        "opening / 1: You have [[minutes]] minutes. What is it about? is now Sit down.",
        "opening / 2: gone: Go on. What do you need from me?",
        "concerns / payback / weight: 3 is now 2",
    ]

    again = desk.shelf.publish(draft)
    assert [w.path for w in again.warnings] == [*EXAMPLES["persona"], ("concerns",)]
    assert done.version.file.read_bytes() == first
    assert [(v.number, v.published) for v in desk.shelf.versions("persona", "ann-lee")] == [
        (1, done.version.published),
        (2, again.version.published),
    ]
    assert done.version.published < again.version.published
    assert desk.catalog.persona("ann-lee").concerns[0].weight == 2
    assert len(desk.shelf.compare("persona", "ann-lee", 1, 2)) == 3


def test_a_version_can_be_brought_back(desk: Desk) -> None:
    desk.shelf.publish(desk.person())
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Ann Leigh")
    desk.shelf.publish(draft)
    draft = desk.shelf.bring_back("persona", "ann-lee", 1)
    assert draft.title == "Ann Lee"
    assert desk.catalog.persona("ann-lee").name == "Ann Leigh"
    assert desk.shelf.publish(draft).version.number == 3
    assert desk.catalog.persona("ann-lee").name == "Ann Lee"
    with pytest.raises(InputProblem):
        desk.shelf.bring_back("persona", "ann-lee", 9)


def test_bringing_back_over_a_draft_can_be_undone(desk: Desk) -> None:
    desk.shelf.publish(desk.person())
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Not finished")
    draft.keep()
    back = desk.shelf.bring_back("persona", "ann-lee", 1)
    assert back.file == draft.file
    assert back.document.undo()
    assert back.title == "Not finished"


def test_nothing_with_a_fault_is_published(desk: Desk) -> None:
    draft = desk.person()
    draft.document.put(("concerns", 1, "weight"), 7)
    draft.document.put(("pronouns",), "it")
    with pytest.raises(InputProblem) as caught:
        desk.shelf.publish(draft)
    assert [fault.field for fault in caught.value.faults] == ["pronouns", "concerns[1].weight"]
    assert draft.file.exists()
    assert desk.shelf.versions("persona", "ann-lee") == ()


def test_a_situation_waits_for_its_person_to_be_published(desk: Desk) -> None:
    person = desk.shelf.copy(desk.shelf.document("persona", "finance-partner"), "Ann Lee")
    situation = desk.shelf.new("scenario", "Ask Ann")
    situation.document.put(("persona",), person.id)
    assert all(remark.warning for remark in situation.document.look(desk.shelf))
    with pytest.raises(InputProblem, match="is a draft"):
        desk.shelf.publish(situation)
    desk.shelf.publish(person)
    assert desk.shelf.publish(situation).version.number == 1
    assert desk.catalog.scenario("ask-ann").persona == "ann-lee"


def test_what_was_written_by_hand_is_kept_as_a_version_before_it_is_replaced(desk: Desk) -> None:
    file = desk.shelf.publish(desk.person()).file
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Typed here")
    file.write_text(file.read_text("utf-8").replace("Head of sales", "By hand"), "utf-8")
    assert desk.shelf.standing("persona", "ann-lee") == "version 1 changed by hand and a draft"
    assert desk.shelf.publish(draft).version.number == 3
    assert "By hand" in desk.shelf.version("persona", "ann-lee", 2).text()

    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Again")
    broken = file.read_text("utf-8") + "x: [\n"
    file.write_text(broken, "utf-8")
    desk.shelf.publish(draft)
    kept = [p for p in (desk.paths.published / "personas" / "ann-lee").iterdir() if p.suffix == ".txt"]
    assert [p.read_text("utf-8") for p in kept] == [broken]


def test_a_version_that_was_changed_afterwards_is_not_believed(desk: Desk) -> None:
    version = desk.shelf.publish(desk.person()).version
    os.chmod(version.file, 0o644)
    version.file.write_text(version.file.read_text("utf-8").replace("Ann Lee", "Somebody"), "utf-8")
    with pytest.raises(InputProblem, match="changed after it was published"):
        desk.shelf.version("persona", "ann-lee", 1).text()


def test_publishing_again_after_it_was_cut_short_ends_it(desk: Desk) -> None:
    """The version is there, the file in use is not: as after a loss of power between the two."""
    draft = desk.person()
    text = draft.file.read_text("utf-8").replace("new-person", "ann-lee")
    draft.document.become(text)
    draft.keep()
    done = desk.shelf.publish(draft)
    done.file.unlink()
    draft.file.write_text(text, "utf-8")
    again = desk.shelf.publish(Draft(draft.file, "persona"))
    assert again.version == done.version
    assert again.file.read_text("utf-8") == text
    assert desk.shelf.drafts() == ()


def test_what_came_with_the_program_is_duplicated_not_edited(desk: Desk) -> None:
    with pytest.raises(InputProblem, match="not one of your own"):
        desk.shelf.edit("scenario", ID)
    draft, other = desk.shelf.duplicate("scenario", ID), desk.shelf.duplicate("scenario", ID)
    assert draft.title.startswith("Copy of ")
    assert draft.id == draft.key != other.key
    assert draft.document.look(desk.shelf) == ()
    built = (built_in() / "scenarios" / f"{ID}.yaml").read_text("utf-8").splitlines()
    assert len(set(draft.document.text().splitlines()) - set(built)) == 2
    assert desk.shelf.duplicate("persona", "finance-partner").title.endswith(" (copy)")
    assert desk.shelf.duplicate("rubric", "buy-in").title == "Copy of Buy-in"


def test_a_copy_of_a_file_that_is_json_is_written_for_people(desk: Desk) -> None:
    desk.paths.rubrics.mkdir(parents=True)
    (desk.paths.rubrics / "flat.yaml").write_text(
        '{"format": "rehearse/rubric@1", "id": "flat", "title": "Flat", "criteria": [{"id": "a", "weight": 3, "checks": {"b": "Is it?"}}]}\n'
    )
    draft = desk.shelf.duplicate("rubric", "flat")
    assert "  - id: a\n" in draft.document.text()
    assert [r.message for r in draft.document.look(desk.shelf)] == []


# --- on the command line


def test_publishing_from_the_command_line(desk: Desk, shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes((built_in() / "scenarios" / f"{ID}.yaml").read_bytes().replace(ID.encode(), b"mine", 1))
    ran = shell("publish", str(file))
    assert (ran.code, ran.out.startswith("Version 1 of mine is published: ")) == (0, True)
    assert file.exists()
    file.write_text(file.read_text("utf-8").replace("mode: selling", "mode: shouting"), "utf-8")
    assert shell("publish", str(file)).code == 1
    file.write_bytes((built_in() / "scenarios" / f"{ID}.yaml").read_bytes())
    assert "in use already" in shell("publish", str(file)).err
    desk.person()
    people = shell("list", "personas", "--json").json
    assert [d["name"] for d in people["drafts"]] == ["Ann Lee"]
    listed = shell("list", "scenarios", "--json").json["items"]
    assert [i["version"] for i in listed if i["id"] == "mine"] == [1]
    assert "yours, version 1" in shell("list", "scenarios").out
    assert "draft" in shell("list", "personas").out


def test_a_draft_is_not_assigned(desk: Desk, shell: Shell) -> None:
    draft = desk.shelf.duplicate("scenario", ID)
    for named in (str(draft.file), os.path.relpath(draft.file)):
        ran = shell("assign", named, "--to", "Bo")
        assert ran.code == 1
        assert "a draft may still change" in ran.err
    with pytest.raises(InputProblem, match="Publish it"):
        desk.shelf.assignable("scenario", draft.key)
    desk.shelf.publish(draft)
    desk.shelf.assignable("scenario", draft.id)
