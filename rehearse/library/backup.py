"""Backups of the library: one a day where something changed, the last seven; and putting one back.

Made through SQLite's own backup: a copy of the file of an open library looks whole and is empty.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rehearse.library.problems import LibraryProblem, problem, told
from rehearse.library.stamps import file_stamp

KEEP = 7
KEEP_BEFORE = 3
_NAME = re.compile(r"library-(\d{8}T\d{6}Z)(?:-before-v(\d+))?\.db")
_SET_ASIDE = "set-aside"
_TAILS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `made` is UTC; `before` is the version that a migration led to, None for a daily one."""

    path: Path
    made: datetime
    before: int | None
    size: int


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """All backups, newest first. Empty where there is no folder."""
    found = []
    with told(folder):
        for path in folder.iterdir() if folder.is_dir() else ():
            name = _NAME.fullmatch(path.name)
            if name and path.is_file():
                made = datetime.strptime(name[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append(Backup(path, made, int(name[2]) if name[2] else None, path.stat().st_size))
    return tuple(sorted(found, key=lambda b: (b.made, b.before is None), reverse=True))


def daily(library: Path, folder: Path, now: datetime | None = None) -> Backup | None:
    """Today's backup, where there is none yet and the library is not what the newest holds; else None.

    Keeps the last seven. Raises LibraryProblem (`full`, `damaged`, ...); the backups there are then untouched.
    """
    now = now or datetime.now(UTC)
    ordinary = [b for b in backups_in(folder) if b.before is None]
    newest = ordinary[0] if ordinary else None
    if newest and (newest.made.date() == now.date() or same(library, newest.path)):
        return None
    made = make_backup(library, folder, now=now)
    for old in [b for b in backups_in(folder) if b.before is None][KEEP:]:
        _remove(old.path)
    return made


def make_backup(library: Path, folder: Path, *, before: int | None = None, now: datetime | None = None) -> Backup:
    """A backup now, checked, under its final name only when it is whole. Raises LibraryProblem."""
    tail = "" if before is None else f"-before-v{before}"
    target = folder / f"library-{file_stamp(now)}{tail}.db"
    with told(target):
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("library-*.part*"):
            _remove(left)
    part = target.with_suffix(".part")
    copy(library, part)
    with told(target):
        os.replace(part, target)
        _sync_folder(folder)
    if before is not None:
        for old in [b for b in backups_in(folder) if b.before is not None][KEEP_BEFORE:]:
            _remove(old.path)
    return next(b for b in backups_in(folder) if b.path == target)


def copy(source: Path, target: Path) -> None:
    """A checked copy in one file, on the disk when this returns. Raises LibraryProblem; nothing is left then."""
    try:
        with told(target):
            make_private(target)
        with told(source), closing(_open(source)) as here, told(target), closing(sqlite3.connect(target)) as there:
            here.backup(there)
            # One file, without a log beside it.
            there.execute("PRAGMA journal_mode = DELETE")
            if there.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise problem("damaged", source)
        with told(target):
            _sync_file(target)
    except BaseException as raised:
        for end in (*_TAILS, "-journal"):
            _remove(target.with_name(target.name + end))
        if isinstance(raised, LibraryProblem) and raised.kind in ("damaged", "not_ours"):
            raise problem(raised.kind, source) from raised  # what cannot be read is what was read from
        raise


def restore(library: Path, backup: Path) -> tuple[Path, ...]:
    """Put a backup in the library's place; what stood there is set aside, never deleted. Returns where it is now.

    The library must not be open. The backup is copied and checked before anything is moved. Raises LibraryProblem.
    """
    ready = _ready(library)
    part = ready.with_name(ready.name + ".part")
    copy(backup, part)
    with told(library):
        os.replace(part, ready)
    return _put_in_place(library)


def finish_restore(library: Path) -> None:
    """End what a restore began when it was broken off between its two moves. Called before the library is opened."""
    with told(library):
        broken_off = _ready(library).exists() and not library.exists()
    if broken_off:
        _put_in_place(library)


def set_aside(library: Path) -> tuple[Path, ...]:
    """Rename the file (with its log) so that a new one can take its place. Returns the new names, the file's first."""
    stamp = file_stamp()
    moved = []
    with told(library):
        for tail in _TAILS:
            old = library.with_name(library.name + tail)
            if old.exists():
                new = library.with_name(f"{library.stem}-{_SET_ASIDE}-{stamp}{library.suffix}{tail}")
                os.replace(old, new)
                moved.append(new)
        _sync_folder(library.parent)
    return tuple(moved)


def remove_all(library: Path, folder: Path) -> int:
    """Delete every backup and every file that was set aside. Returns how many."""
    paths = [b.path for b in backups_in(folder)]
    with told(library):
        paths += [*folder.glob("library-*.part*"), *library.parent.glob(f"{library.stem}-{_SET_ASIDE}-*")]
        for path in paths:
            path.unlink(missing_ok=True)
    return len(paths)


def fingerprint(connection: sqlite3.Connection) -> str:
    """Changes whenever something in the library changed that one would miss."""
    digest = hashlib.sha256()
    for question in (
        "SELECT max(seq), count(*) FROM turns",
        "SELECT max(seq), count(*) FROM reviews",
        "SELECT count(*) FROM appraisals",
        "SELECT * FROM marks",
        "SELECT * FROM not_useful",
        "SELECT max(seq), count(*) FROM bundles",
        "SELECT * FROM authors",
        "SELECT digest, comment FROM resolved",
        "SELECT id, json FROM pitches",
        "SELECT id, json FROM briefs",
        "SELECT about, json FROM feedback_drafts",
        "SELECT id, title, ended, leaf, updated, deleted_at FROM rehearsals ORDER BY seq",
    ):
        for row in connection.execute(question):
            digest.update(repr(row).encode("utf-8", "replace"))
    return digest.hexdigest()


def is_sound(backup: Path) -> bool:
    """Whether the backup can be read from its first page to its last."""
    try:
        with closing(_open(backup)) as kept:
            return bool(kept.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def same(library: Path, backup: Path) -> bool:
    """Whether the backup holds all that the library does; False where one of them cannot be read, or is older."""
    try:
        with closing(_open(library)) as here, closing(_open(backup)) as there:
            return fingerprint(here) == fingerprint(there)
    except (sqlite3.Error, LibraryProblem):
        return False


def _open(path: Path) -> sqlite3.Connection:
    # Not mode=ro: the last to close a library for reading only would leave its log and shared memory behind.
    return sqlite3.connect(path.absolute().as_uri() + "?mode=rw", uri=True, timeout=5.0)


def _ready(library: Path) -> Path:
    return library.with_name(library.name + ".restored")


def _put_in_place(library: Path) -> tuple[Path, ...]:
    moved = set_aside(library)
    with told(library):
        os.replace(_ready(library), library)
        _sync_folder(library.parent)
    return moved


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none: what was said is nobody else's."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows cannot, and need not
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
