"""A connection to the library file: looked at before it is opened, opened so that a commit is on the disk."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from rehearse.library.problems import problem, told

APPLICATION_ID = 0x52485253  # "RHRS", in the header of every library
BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
_ROLLBACK = 1  # at offset 18: written with a rollback journal. Ours has a write-ahead log before it has tables
_OLDEST_SQLITE = (3, 37)  # STRICT tables
_LOG_PAGES = 4000  # a commit empties a longer log; long before, `Store.tidy` does when nobody waits
_WAL_LIMIT = 16 * 1024 * 1024


def look(path: Path, newest: int) -> bool:
    """Whether a library stands at `path`, by its first 100 bytes and without opening it. No bytes count as none.

    `newest` is the highest schema version that this program knows. Raises LibraryProblem for a folder, a file of
    another kind, a file of another program, a file that may not be read, and a newer library.
    """
    with told(path):
        if path.is_dir():
            raise problem("no_folder", path / "library.db")
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for somebody who writes into it
                raise problem("not_ours", path)
            with path.open("rb") as file:
                head = file.read(100)
        except FileNotFoundError:
            return False
    if not head:
        return False
    if len(head) < 100 or head[:16] != _MAGIC:
        raise problem("not_ours", path)
    # Offsets of the header: sqlite.org/fileformat2.html 1.3
    version, program = int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big")
    if program not in (0, APPLICATION_ID) or (program == 0 and head[18] == _ROLLBACK and _holds_tables(path)):
        raise problem("not_ours", path)
    if program == APPLICATION_ID and version > newest:
        raise problem("newer", path)
    return True


def _holds_tables(path: Path) -> bool:
    """Whether somebody made tables in it. Asked before it is opened for writing: that would change its journal mode."""
    with told(path), closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, timeout=BUSY_SECONDS)) as file:
        return bool(file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """An open connection with everything set; used from the thread that made it. Raises LibraryProblem.

    synchronous=FULL: a commit has reached the disk when it returns; fullfsync says the same to macOS.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise problem("too_old_sqlite", path)
    with told(path):
        if not readonly and path.exists() and not (_may_write(path) and _may_write(path.parent)):
            raise problem("read_only", path)
        name = path.absolute().as_uri() + ("?mode=ro" if readonly else "?mode=rwc")
        connection = sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _set_up(connection, readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def _may_write(path: Path) -> bool:
    # SQLite would open a file that may not be written for reading only, and say so at the first commit.
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _set_up(connection: sqlite3.Connection, readonly: bool) -> None:
    for pragma in (
        "foreign_keys = ON",
        "cell_size_check = ON",
        "temp_store = MEMORY",
        "synchronous = FULL",
        "fullfsync = ON",
        f"journal_size_limit = {_WAL_LIMIT}",
        f"wal_autocheckpoint = {_LOG_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if not readonly:
        _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite does not wait by itself here when two programs make the same new file, so we do."""
    until = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return  # where the file system cannot, the old journal serves as well
        except sqlite3.OperationalError as raised:
            if raised.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction: all of it is on the disk afterwards, or nothing. Raises LibraryProblem."""
    with told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise


@contextmanager
def reading(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Several questions to one state of the library."""
    with told(path):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            _roll_back(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    # A full disk ends the transaction by itself, and then there is nothing to roll back.
    if connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
