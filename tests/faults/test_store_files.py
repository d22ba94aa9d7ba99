"""What stands where the library should be: each is told in a sentence and left as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rehearse.conversation import RehearsalId
from rehearse.library import LibraryProblem, Store
from rehearse.library.migrations import STEPS
from tests.golden.library.samples import conversation, record, turn


def make(path: Path) -> None:
    store = Store.open(path)
    store.create_rehearsal(record(), conversation()[0])
    store.close()


def state(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def refused(path: Path, kind: str) -> LibraryProblem:
    """Opening is refused for this reason, with a sentence, and no file is changed, made or removed."""
    before = state(path.parent) if path.parent.is_dir() else None
    for readonly in (False, True):
        with pytest.raises(LibraryProblem) as caught:
            Store.open(path, readonly=readonly)
        assert caught.value.kind == kind
        assert caught.value.sentence.endswith(".")
        assert caught.value.hint.endswith(".")
    if before is not None:
        assert state(path.parent) == before
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"Dear diary,\n" * 100,
        b"PK\x03\x04" + b"\0" * 4000,
        b"\0" * 4096,
        b"SQLite format 3\0",
        b"SQLite format 3\0" + b"\0" * 50,
    ],
    ids=["letter", "text", "zip", "zeros", "only the first word", "half a header"],
)
def test_B42_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    assert str(path) in refused(path, "not_ours").sentence


def test_B42_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 252006674")
        other.execute("CREATE TABLE bookmarks (url)")
    refused(path, "not_ours")
    path.unlink()
    for mode in ("delete", "wal"):
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE IF NOT EXISTS bookmarks (url)")
            other.execute(f"PRAGMA journal_mode = {mode}")
        if mode == "delete":
            refused(path, "not_ours")  # not a byte of it changes, its journal mode neither
        with pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert caught.value.kind == "not_ours"
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
            assert other.execute("PRAGMA journal_mode").fetchone() == (mode,)


def test_B42_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    os.mkfifo(path)
    refused(path, "not_ours")
    path.unlink()
    path.symlink_to("/dev/zero")
    refused(path, "not_ours")


def test_B42_no_bytes_are_a_new_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    make(path)
    with closing(Store.open(path, readonly=True)) as store:
        assert len(store.page().rows) == 1


def test_B41_a_newer_library_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    assert "newer version" in refused(path, "newer").sentence


def test_B41_a_newer_version_that_stands_only_in_the_log_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
        assert int.from_bytes(path.read_bytes()[60:64], "big") == len(STEPS)
        with pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert caught.value.kind == "newer"
        assert newer.execute("PRAGMA user_version").fetchone() == (99,)


def test_B42_flipped_bytes_are_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make(path)
    pages = bytearray(path.read_bytes())
    pages[4096 : 4096 * 20] = b"\xa5" * (4096 * 19)
    path.write_bytes(pages)
    with pytest.raises(LibraryProblem) as caught, closing(Store.open(path)) as store:
        store.load(RehearsalId("r_1"))
    assert caught.value.kind == "damaged"
    assert path.read_bytes()[4096 : 4096 * 20] == b"\xa5" * (4096 * 19)


def test_B40_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    refused(tmp_path / "library.db", "no_folder")


def test_B40_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    for path in (tmp_path / "data" / "library.db", tmp_path / "data" / "more" / "library.db"):
        with pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert caught.value.kind == "no_folder"
    assert state(tmp_path).keys() == {"data"}


def test_B40_reading_makes_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryProblem) as caught:
        Store.open(tmp_path / "data" / "library.db", readonly=True)
    assert caught.value.kind == "no_folder"
    assert list(tmp_path.iterdir()) == []


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere: be somebody else for a moment."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="rights are asked for in another way there")
@pytest.mark.parametrize("which", ["file", "folder"])
def test_B40_a_library_that_may_not_be_written(which: str) -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "library.db"
    try:
        make(path)
        path.chmod(0o444 if which == "file" else 0o666)
        folder.chmod(0o777 if which == "file" else 0o555)
        before = state(folder)
        with ordinary_user(), pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert (caught.value.kind, state(folder)) == ("read_only", before)
        path.chmod(0o000)
        with ordinary_user(), pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert caught.value.kind == "read_only"
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(LibraryProblem) as caught:
            Store.open(folder / "data" / "library.db")
        assert caught.value.kind == "read_only"
        folder.chmod(0o000)  # not even looked into
        with ordinary_user(), pytest.raises(LibraryProblem) as caught:
            Store.open(path)
        assert caught.value.kind == "read_only"
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_writing_through_a_reading_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make(path)
    with closing(Store.open(path, readonly=True)) as store, pytest.raises(LibraryProblem) as caught:
        store.rename(RehearsalId("r_1"), "other")
    assert caught.value.kind == "read_only"


@pytest.mark.skipif(os.name != "posix", reason="other systems keep a user's folder to the user")
def test_what_was_said_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.db"
    with closing(Store.open(path)) as store:
        store.create_rehearsal(record(), turn("t_1"))
        names = {p.name: p.stat().st_mode & 0o077 for p in path.parent.iterdir()}
        assert len(names) == 4
        assert set(names.values()) == {0}
        assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["with space & 'quotes\" #%?;", "Größe 文件 😀", "x" * 250], ids=["signs", "letters", "long"])
def test_B49_a_folder_with_any_name(name: str) -> None:
    folder = Path(tempfile.mkdtemp()) / name
    try:
        path = folder / "library.db"
        make(path)
        with closing(Store.open(path, readonly=True)) as store:
            assert store.latest_open() is not None
    finally:
        shutil.rmtree(folder.parent)
