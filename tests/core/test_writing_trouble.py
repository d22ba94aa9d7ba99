"""Publishing where something gets in its way: two programs, files of others, a program that is ended, names that are none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rehearse.errors import InputProblem, StoreProblem
from rehearse.paths import built_in
from rehearse.writing.drafts import ChangedElsewhere
from tests.core.shell import Shell
from tests.core.test_writing_shelf import ID, Desk, desk, shell

__all__ = ["desk", "shell"]


# --- two programs, other people's files, and names


def test_a_file_that_is_another_s_is_never_taken_for_the_place_of_a_new_one(desk: Desk) -> None:
    """A file may be called as somebody else's id."""
    desk.paths.personas.mkdir(parents=True)
    other = desk.paths.personas / "ann-lee.yaml"
    text = desk.shelf.new("persona", "Bo Berg").document.text().replace("role:", "role: Head of buying")
    other.write_text(text, "utf-8")
    draft = desk.person()
    draft.document.put(("id",), "ann-lee")
    draft.keep()
    draft.file.rename(draft.file.with_name("ann-lee.yaml"))
    done = desk.shelf.publish(desk.shelf.draft("persona", "ann-lee"))
    assert other.read_text("utf-8") == text
    assert done.file != other
    assert {e.id for e in desk.catalog.people() if e.origin == "yours"} == {"ann-lee", "bo-berg"}


def test_an_id_is_taken_by_a_draft_that_has_it_whatever_its_file_is_called(desk: Desk) -> None:
    first = desk.person("Ann Lee")
    first.document.put(("id",), "bo-berg")
    first.keep()
    assert desk.shelf.new("persona", "Bo Berg").id == "bo-berg-2"
    (desk.paths.personas).mkdir(parents=True)
    (desk.paths.personas / "Cy-Dent.yaml").write_text("format: rehearse/persona@1\n", "utf-8")
    assert desk.shelf.new("persona", "Cy Dent").id == "cy-dent-2"  # many disks take the two names for one


def test_a_file_from_elsewhere_does_not_take_the_id_of_a_draft(desk: Desk, tmp_path: Path) -> None:
    draft = desk.shelf.duplicate("persona", "finance-partner")
    file = tmp_path / draft.file.name
    file.write_bytes(draft.file.read_bytes())
    with pytest.raises(InputProblem, match="in use already"):
        desk.shelf.publish_file(file)
    assert desk.shelf.publish_file(draft.file).version.number == 1


def test_remarks_written_by_hand_are_kept_as_a_version_too(desk: Desk) -> None:
    file = desk.shelf.publish(desk.person()).file
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Ann Leigh")
    by_hand = file.read_text("utf-8") + "# written by hand\n"
    file.write_text(by_hand, "utf-8")
    assert desk.shelf.publish(draft).version.number == 3
    assert desk.shelf.version("persona", "ann-lee", 2).text() == by_hand


def test_a_draft_that_is_broken_is_not_begun_anew(desk: Desk) -> None:
    desk.shelf.publish(desk.person())
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.file.write_text("name: [", "utf-8")
    for ask in (desk.shelf.edit, desk.shelf.document, desk.shelf.duplicate):
        with pytest.raises(InputProblem, match=r"ann-lee\.yaml:1"):
            ask("persona", "ann-lee")
    assert [row.key for row in desk.shelf.drafts()] == ["ann-lee"]


def test_what_grew_too_large_to_publish_is_opened_again_and_shortened(desk: Desk) -> None:
    draft = desk.person()
    draft.document.put(("summary",), "Long. " * 50_000)
    draft.keep()
    with pytest.raises(InputProblem, match="larger than 256 KiB"):
        desk.shelf.publish(draft)
    again = desk.shelf.draft("persona", draft.key)
    assert [row.fault for row in desk.shelf.drafts()] == [""]
    again.document.put(("summary",), "Short.")
    again.keep()
    assert desk.shelf.publish(again).version.number == 1

    huge = desk.person()
    kept = huge.file.read_bytes()
    huge.document.put(("summary",), "Longer. " * 150_000)
    with pytest.raises(StoreProblem, match="cannot be kept"):
        huge.keep()
    assert huge.file.read_bytes() == kept


def test_a_byte_order_mark_stays(desk: Desk) -> None:
    draft = desk.person()
    draft.file.write_bytes(b"\xef\xbb\xbf" + draft.file.read_bytes().replace(b"\n", b"\r\n"))
    before = draft.file.read_bytes()
    again = desk.shelf.draft("persona", draft.key)
    assert not again.changed_elsewhere
    again.document.put(("name",), "Ann Leigh")
    again.keep()
    assert draft.file.read_bytes() == before.replace(b"Ann Lee", b"Ann Leigh")
    again.document.undo()
    again.keep()
    assert draft.file.read_bytes() == before


def test_what_stands_there_and_cannot_be_read_is_not_written_over(desk: Desk, tmp_path: Path) -> None:
    draft = desk.person()
    theirs = tmp_path / "theirs.yaml"
    theirs.write_text("theirs", "utf-8")
    draft.file.unlink()
    draft.file.symlink_to(theirs)
    draft.document.put(("name",), "Ann Leigh")
    with pytest.raises(ChangedElsewhere):
        draft.keep()
    assert (draft.file.is_symlink(), theirs.read_text("utf-8")) == (True, "theirs")
    draft.file.unlink()
    os.mkfifo(draft.file)
    with pytest.raises(ChangedElsewhere):
        draft.keep()


def test_what_another_program_wrote_is_not_discarded(desk: Desk) -> None:
    draft = desk.person()
    draft.file.write_text(draft.file.read_text("utf-8") + "# theirs\n", "utf-8")
    with pytest.raises(ChangedElsewhere):
        desk.shelf.discard(draft)
    assert draft.file.exists()


def test_the_draft_of_a_person_is_published_as_nothing_else(desk: Desk) -> None:
    draft = desk.person()
    draft.document.become(desk.shelf.new("rubric", "Ours").document.text())
    draft.keep()
    with pytest.raises(InputProblem, match="draft of a person"):
        desk.shelf.publish(draft)
    assert not desk.paths.personas.exists()


@pytest.mark.parametrize("id", ["con", "nul", "com1", "lpt9"])
def test_an_id_that_some_computers_let_no_file_have_is_refused(desk: Desk, shell: Shell, tmp_path: Path, id: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"format: rehearse/persona@1\nid: {id}\nname: A\nrole: B\n", "utf-8")
    ran = shell("publish", str(file))
    assert (ran.code, "cannot be the name of a file" in ran.complaint) == (1, True)
    assert not desk.paths.published.exists()


def test_two_programs_that_publish_at_one_moment_get_numbers_of_their_own(desk: Desk) -> None:
    """Both have seen the same versions, and the later one's moment is the earlier."""
    from rehearse.writing import versions

    folder = desk.paths.published / "personas" / "ann-lee"
    texts = ["id: ann-lee\nname: A\n", "id: ann-lee\nname: B\n", "id: ann-lee\nname: C\n"]
    moment = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
    made = list[versions.Version]()

    def slow() -> datetime:
        """Others publish while the one waits for its moment."""
        made.append(versions.write(folder, texts[1], lambda: moment - timedelta(hours=1)))
        made.append(versions.write(folder, texts[2], lambda: moment + timedelta(hours=1)))
        return moment

    made.append(versions.write(folder, texts[0], slow))
    assert len({version.number for version in made}) == 3
    assert {version.number: version.text() for version in made} == {v.number: v.text() for v in versions.versions(folder)}
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    (folder / ".0004.taken").touch()  # left behind by a program that was ended there
    assert versions.write(folder, texts[0], lambda: moment).number == 5


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow beyond some bytes, as on a disk that is full."""
    import resource  # not everywhere

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_what_was_there_stays(desk: Desk) -> None:
    first = desk.shelf.publish(desk.person()).file
    draft = desk.shelf.edit("persona", "ann-lee")
    draft.document.put(("name",), "Ann Leigh")
    before = {path: path.read_bytes() for path in desk.home.rglob("*") if path.is_file()}
    with full_disk():
        with pytest.raises(StoreProblem):
            draft.keep()
        with pytest.raises(StoreProblem):
            desk.shelf.publish(draft)
        with pytest.raises(StoreProblem):
            desk.shelf.copy(draft.document, "Another")
    assert {path: path.read_bytes() for path in desk.home.rglob("*") if path.is_file() and path in before} == before
    assert {path.name for path in desk.home.rglob("*") if path.is_file() and path not in before} <= {"index.json"}
    assert draft.document.changed
    draft.keep()
    assert desk.shelf.publish(draft).version.number == 2
    assert "Ann Leigh" in first.read_text("utf-8")


KILLED = """
import os, shutil, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from rehearse.catalog import Catalog
from rehearse.paths import Paths, built_in
from rehearse.writing.shelf import Shelf

base = Path(sys.argv[1])

def shelf(home):
    paths = Paths(home)
    return Shelf(paths, Catalog(paths, built_in()), lambda: datetime(2026, 5, 4, tzinfo=UTC))

made = shelf(base / "start").new("rubric", "Ours")
shelf(base / "start").publish(made)
draft = shelf(base / "start").edit("rubric", "ours")
draft.document.put(("criteria", 0, "title"), "Second")
draft.keep()
for step in range(100):
    home = base / f"home-{step:02}"
    shutil.copytree(base / "start", home)
    child = os.fork()
    if not child:
        ours = shelf(home)
        draft = ours.draft("rubric", "ours")
        left = [step]
        def counted(name):
            real = getattr(os, name)
            def call(*given, **more):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                return real(*given, **more)
            setattr(os, name, call)
        for name in ("link", "replace", "unlink", "open", "chmod", "fsync"):
            counted(name)
        ours.publish(draft)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def test_publishing_that_is_cut_short_anywhere_loses_nothing_and_can_be_ended(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0
    start = Desk(tmp_path / "start")
    draft = start.shelf.draft("rubric", "ours").document.text()
    first = start.shelf.version("rubric", "ours", 1).text()
    homes = sorted(tmp_path.glob("home-*"))
    assert len(homes) > 10
    for home in homes:
        desk = Desk(home)
        if desk.shelf.drafts():
            assert desk.shelf.draft("rubric", "ours").document.text() == draft
            desk.shelf.publish(desk.shelf.draft("rubric", "ours"))
        assert desk.shelf.drafts() == ()
        assert [v.text() for v in desk.shelf.versions("rubric", "ours")] == [first, draft]
        assert desk.catalog.rubric("ours").criteria[0].title == "Second"
        assert len(list(desk.paths.rubrics.iterdir())) - len(list(desk.paths.rubrics.glob(".*.new"))) == 1


# --- from the draft to what was handed out


def test_the_newest_version_is_in_use_and_what_was_assigned_stays_as_it_was(desk: Desk, shell: Shell, tmp_path: Path) -> None:
    file, first, second = tmp_path / "mine.yaml", tmp_path / "first.rehearse", tmp_path / "second.rehearse"
    file.write_bytes((built_in() / "scenarios" / f"{ID}.yaml").read_bytes().replace(ID.encode(), b"mine", 1))
    assert shell("publish", file).code == 0
    assert shell("assign", "mine", "--name", "Dana", "--out", first).code == 0
    title = desk.shelf.document("scenario", "mine").get(("title",))
    draft = desk.shelf.edit("scenario", "mine")
    draft.document.put(("title",), "Another title")
    draft.keep()

    def listed() -> tuple[str, int]:
        ours = [item for item in shell("list", "scenarios", "--json").json["items"] if item["id"] == "mine"]
        assert len(ours) == 1
        return ours[0]["name"], ours[0]["version"]

    assert listed() == (title, 1)
    assert shell("assign", draft.file, "--name", "Dana", "--out", second).code == 1
    assert shell("assign", "mine", "--name", "Dana", "--out", second).code == 0  # what is in use, not the draft
    assert "Another title" not in second.read_text("utf-8")
    assert shell("open", first, "--name", "Bo").code == 0
    assert shell("publish", draft.file).out.startswith("Version 2 of mine is published")
    assert listed() == ("Another title", 2)
    assert shell("list", "scenarios", "--json").json["drafts"] == []
    rows = shell("list", "assignments", "--json").json["items"]
    assert {row["title"] for row in rows} == {title}
    taken = rows[0]["id"]
    held = shell("talk", "--assignment", taken, "--seed", "1", "--json", lines="Good morning.\n").json
    assert held["title"] == title
    assert desk.shelf.version("scenario", "mine", 1).text() == file.read_text("utf-8")


@pytest.mark.parametrize("named", ["~nobody-of-this-name/x.yaml", "~nobody-of-this-name", "../x", "..", "", "a/b", "x" * 300])
def test_what_is_no_situation_is_refused_in_one_line(shell: Shell, named: str) -> None:
    ran = shell("assign", named, "--name", "Dana", "--out", "x.rehearse")
    assert ran.code == 1
    assert "should not" not in ran.complaint


def test_what_is_published_with_warnings_says_each_in_a_line_as_check_does(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "format: rehearse/persona@1\nid: mine\nname: A\nrole: B\nconcerns:\n  - {id: a, weight: 3, labl: x}\n", "utf-8"
    )
    ran = shell("publish", file)
    assert (ran.code, ran.out.splitlines()[-1].endswith(f"{len(ran.err.splitlines())} warnings.")) == (0, True)
    assert (
        f"rehearse: {file}:6: warning: concerns[0].labl: is not known and does nothing. Did you mean label?"
        in ran.err.splitlines()
    )
    file.write_text(file.read_text("utf-8").replace("weight: 3", "weight: 9").replace("name: A", "name: []"), "utf-8")
    ran = shell("publish", file)
    assert ran.code == 1
    assert ran.complaint.startswith(f"rehearse: {file}:3: name: ")
    assert ran.complaint.endswith(f"1 more: `rehearse check {file}` shows all.")


def test_a_file_is_refused_in_one_line_whatever_it_is(shell: Shell, tmp_path: Path) -> None:
    for name, raw in {
        "empty": b"", "text": b"words", "binary": bytes(range(256)), "list": b"- a\n", "no-format": b"id: x\n",
        "format": b"format: [rehearse]\nid: x\n", "lines": b"format: rehearse/lines@1\n", "deep": b"x: " + b"[" * 30 + b"]" * 30,
        "large": b"#" * 300_000, "missing": b"format: rehearse/persona@1\n", "newer": b"format: rehearse/persona@9\nid: x\n",
        "up": b"format: rehearse/persona@1\nid: ../x\nname: A\nrole: B\n",
    }.items():  # fmt: skip
        (tmp_path / f"{name}.yaml").write_bytes(raw)
        ran = shell("publish", tmp_path / f"{name}.yaml")
        assert ran.code == 1
        assert "should not" not in ran.complaint
        assert "Line 0" not in ran.complaint
    for path in (tmp_path, tmp_path / "nothing.yaml", "/dev/null", ""):
        assert shell("publish", path).code == 1
    assert not (tmp_path / "home" / "published").exists()
