"""Backups of the library, putting one back, and the doctor."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId
from rehearse.library import LibraryProblem, Store, backup, backups_in, restore
from rehearse.library.doctor import Finding, check, repair, synced_by
from tests.golden.library.samples import conversation, record, turn

R1 = RehearsalId("r_1")
DAY = datetime(2026, 5, 9, 7, 49, 26, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with closing(Store.open(path)) as store:
        store.create_rehearsal(record())
        for said in conversation():
            store.add_turn(R1, said)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def ruin(path: Path, start: int = 4096, pages: int = 12) -> bytes:
    """Overwrite pages of the file. Returns what it then holds."""
    content = bytearray(path.read_bytes())
    content[start : start + 4096 * pages] = b"\xa5" * (4096 * pages)
    path.write_bytes(content)
    return bytes(content)


def faults(found: tuple[Finding, ...]) -> list[str]:
    return [f.kind for f in found if f.fault]


def test_one_a_day_where_something_changed_and_the_last_seven_stay(path: Path, folder: Path) -> None:
    assert backup.daily(path, folder, DAY) is not None
    assert backup.daily(path, folder, DAY + timedelta(hours=5)) is None
    assert backup.daily(path, folder, DAY + timedelta(days=1)) is None  # nothing changed
    for day in range(2, 11):
        with closing(Store.open(path)) as store:
            store.rename(R1, f"Title {day}")
        made = backup.daily(path, folder, DAY + timedelta(days=day))
        assert made is not None
        assert made.before is None
    kept = backups_in(folder)
    assert [b.made for b in kept] == [DAY + timedelta(days=d) for d in range(10, 3, -1)]
    with closing(Store.open(kept[-1].path, readonly=True)) as store:
        assert store.load(R1).record.title == "Title 4"
        assert len(store.search("finance")) == 1


@pytest.mark.parametrize("change", ["turn", "review", "note", "delete", "rename"])
def test_every_change_is_worth_a_backup(path: Path, folder: Path, change: str) -> None:
    backup.daily(path, folder, DAY)
    with closing(Store.open(path)) as store:
        match change:
            case "turn":
                store.add_turn(R1, turn("t_6", "t_5"))
            case "review":
                store.add_review({"rehearsal": R1})
            case "note":
                store.annotate(conversation()[3].id, conversation()[1].appraisal, None)
            case "delete":
                store.delete(R1)
            case _:
                store.rename(R1, "Other")
    assert backup.daily(path, folder, DAY + timedelta(days=1)) is not None


def test_a_backup_of_an_open_library_holds_what_stands_only_in_the_log(path: Path, folder: Path) -> None:
    with closing(Store.open(path)) as store:
        store.add_turn(R1, turn("t_6", "t_5", "Said just now."))
        made = backup.daily(path, folder, DAY)
    assert made is not None
    with closing(sqlite3.connect(made.path)) as kept:
        assert kept.execute("SELECT count(*) FROM turns").fetchone() == (6,)
    assert [p.name for p in folder.iterdir()] == ["library-20260509T074926Z.db"]


def test_a_damaged_library_makes_no_backup_and_costs_none(path: Path, folder: Path) -> None:
    backup.daily(path, folder, DAY)
    ruin(path)
    with pytest.raises(LibraryProblem) as caught:
        backup.daily(path, folder, DAY + timedelta(days=1))
    assert caught.value.kind in ("damaged", "not_ours")
    assert str(path) in caught.value.sentence
    assert [p.name for p in folder.iterdir()] == ["library-20260509T074926Z.db"]


def test_what_a_killed_backup_left_goes_with_the_next(path: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "library-20260508T000000Z.part").write_text("half")
    (folder / "notes.txt").write_text("somebody's")
    backup.daily(path, folder, DAY)
    assert sorted(p.name for p in folder.iterdir()) == ["library-20260509T074926Z.db", "notes.txt"]


def test_putting_a_backup_back_sets_the_file_aside(path: Path, folder: Path) -> None:
    made = backup.make_backup(path, folder, now=DAY)
    ruined = ruin(path)
    moved = restore(path, made.path)
    assert [p.read_bytes() for p in moved] == [ruined]
    with closing(Store.open(path)) as store:
        assert list(store.load(R1).tree) == conversation()
    assert made.path.exists()


def test_a_backup_that_is_damaged_is_not_put_back(path: Path, folder: Path) -> None:
    made = backup.make_backup(path, folder, now=DAY)
    ruin(made.path)
    before = path.read_bytes()
    with pytest.raises(LibraryProblem):
        restore(path, made.path)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", "library.db"]


def test_a_restore_that_was_broken_off_is_ended_at_the_next_start(path: Path, folder: Path) -> None:
    made = backup.make_backup(path, folder, now=DAY)
    shutil.copy(made.path, path.with_name("library.db.restored"))
    path.rename(path.with_name("library-set-aside-20260509T000000Z.db"))
    path.with_name("library.db-wal").write_bytes(b"the log of the file that was set aside")
    with closing(Store.open(path)) as store:
        assert list(store.load(R1).tree) == conversation()


def test_a_sound_library_has_no_findings_that_need_anything(path: Path, folder: Path) -> None:
    before = path.read_bytes()
    assert faults(check(path)) == []
    backup.daily(path, folder)
    found = check(path)
    assert [f.kind for f in found] == ["library", "backups"]
    assert "1 meeting, 5 lines" in found[0].sentence
    assert path.read_bytes() == before
    assert repair(path) == check(path)


def test_no_library_is_no_fault_and_stays_none(tmp_path: Path) -> None:
    assert faults(check(tmp_path / "library.db")) == []
    assert list(tmp_path.iterdir()) == []


def test_a_search_that_is_out_of_step_is_seen_and_built_anew(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.connection.execute("INSERT INTO turns_fts (turns_fts) VALUES ('delete-all')")
        assert store.search("finance") == ()
    assert faults(check(path)) == ["search"]
    assert [f.kind for f in repair(path)] == ["search"]
    assert faults(check(path)) == []
    with closing(Store.open(path)) as store:
        assert len(store.search("finance")) == 1


def test_B42_the_newest_sound_backup_takes_the_place_of_a_damaged_file(path: Path, folder: Path) -> None:
    backup.make_backup(path, folder, now=DAY)
    with closing(Store.open(path)) as store:
        store.rename(R1, "Later")
    ruin(backup.make_backup(path, folder, now=DAY + timedelta(days=1)).path)
    ruined = ruin(path)
    assert faults(check(path))
    done = repair(path)
    assert [(f.kind, f.fault) for f in done] == [("restored", False)]
    assert "2026-05-09 07:49" in done[0].sentence
    assert [f.sentence.split(":")[0] for f in check(path) if f.fault] == ["The newest backup is damaged"]
    aside = [p for p in path.parent.iterdir() if "set-aside" in p.name and p.suffix == ".db"]
    assert [p.read_bytes() for p in aside] == [ruined]


@pytest.mark.parametrize("content", [b"not a database at all", None])
def test_B42_without_a_backup_a_bad_file_stays_where_it_is(path: Path, content: bytes | None) -> None:
    if content is None:
        content = ruin(path)
    else:
        path.write_bytes(content)
    assert [f.kind for f in repair(path)] == ["no_backup"]
    assert path.read_bytes() == content


def test_loose_ends_are_seen(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM turns WHERE id = 't_1'")
        other.commit()
    assert faults(check(path)) == ["links"]
    with closing(Store.open(path)) as store, pytest.raises(LibraryProblem) as caught:
        store.load(R1)
    assert caught.value.kind == "damaged"


def test_lines_that_were_broken_off_are_counted_and_left_for_the_next_start(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.save_draft(R1, turn("t_6", "t_5", "Well"))
        assert "drafts" not in [f.kind for f in check(path)]
    assert "drafts" in [f.kind for f in check(path)]
    with closing(Store.open(path)) as store:
        assert store.recover() == (R1,)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("OneDrive - Example", "OneDrive"), ("Mobile Documents", "iCloud"), ("Dropbox (Work)", "Dropbox"), ("Documents", None)],
)
def test_B48_a_folder_that_a_service_keeps_in_step_is_warned_of(tmp_path: Path, folder: str, name: str | None) -> None:
    path = tmp_path / folder / "Rehearse" / "library.db"
    assert synced_by(path) == name
    assert ("synced" in faults(check(path))) == (name is not None)


def test_an_old_backup_of_a_library_that_has_changed_is_told(path: Path, folder: Path) -> None:
    backup.make_backup(path, folder, now=DAY)
    assert faults(check(path)) == []
    with closing(Store.open(path)) as store:
        store.rename(R1, "Later")
    assert faults(check(path)) == ["backups"]
