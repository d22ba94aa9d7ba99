"""What can be wrong with the library file, each as one sentence with a way on. Mapped here and nowhere else."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from rehearse.errors import StoreProblem, Way

ProblemKind = Literal["full", "busy", "read_only", "damaged", "not_ours", "newer", "older", "no_folder", "disk", "too_old_sqlite"]


class LibraryProblem(StoreProblem):
    """A problem with the library file. `kind` is a stable id, so that a caller can offer the right way on."""

    def __init__(self, kind: ProblemKind, sentence: str, hint: str = "", ways: tuple[Way, ...] = ()) -> None:
        super().__init__(sentence, hint, ways)
        self.kind = kind


def problem(kind: ProblemKind, path: Path) -> LibraryProblem:
    """The sentence for one kind of problem with the file at `path`."""
    again = (Way.TRY_AGAIN,)
    match kind:
        case "full":
            return LibraryProblem(
                kind, "There is no room left on the disk.", "Make some room and try again. Nothing that was saved is lost.", again
            )
        case "busy":
            return LibraryProblem(
                kind, "Another program is writing to the library.", "Close other windows of Rehearse and try again.", again
            )
        case "read_only":
            return LibraryProblem(
                kind,
                f"The library cannot be written here: {path}.",
                "Allow writing to this file and its folder, then try again.",
                again,
            )
        case "damaged":
            return LibraryProblem(
                kind,
                f"The library file is damaged: {path}.",
                "It was left as it is. `rehearse doctor` checks it and can put the newest backup in its place.",
            )
        case "not_ours":
            return LibraryProblem(
                kind,
                f"This file is not a library of Rehearse: {path}.",
                "It was left as it is. Move it away, or let `rehearse doctor` put the newest backup in its place.",
            )
        case "newer":
            return LibraryProblem(
                kind,
                f"The library was made by a newer version of Rehearse: {path}.",
                "It was left as it is. Install the newest version to open it.",
            )
        case "older":
            return LibraryProblem(
                kind,
                f"The library was made by an older version of Rehearse: {path}.",
                "Open the program once to bring it up to date.",
            )
        case "no_folder":
            return LibraryProblem(
                kind,
                f"The folder of the library cannot be used: {path.parent}.",
                "Check that it is a folder, that its drive is there and that you may write to it.",
                again,
            )
        case "disk":
            return LibraryProblem(
                kind, f"The disk did not read or write the library: {path}.", "Check the drive, then try again.", again
            )
        case "too_old_sqlite":
            return LibraryProblem(
                kind,
                f"Python's SQLite {sqlite3.sqlite_version} cannot keep the library.",
                "SQLite 3.37 or newer with FTS5 is needed: use a newer Python.",
            )


_BY_SQLITE: dict[int, ProblemKind] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_AUTH: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FORMAT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_ours",
    sqlite3.SQLITE_CANTOPEN: "no_folder",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_NOLFS: "disk",
}
_BY_ERRNO: dict[int, ProblemKind] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",
    errno.EISDIR: "no_folder",
    errno.ENAMETOOLONG: "no_folder",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite or the disk raises about the file at `path` into a LibraryProblem. Bugs pass through."""
    try:
        yield
    except sqlite3.Error as raised:
        # The low byte is the kind of result, the rest says more about it. The module's own complaints have no code.
        kind = _BY_SQLITE.get(getattr(raised, "sqlite_errorcode", -1) & 0xFF)
        if kind is None:
            raise
        raise problem(kind, path) from raised
    except OSError as raised:
        raise problem(_BY_ERRNO.get(raised.errno or 0, "disk"), path) from raised
