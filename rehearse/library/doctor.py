"""Checks the library file, and repairs it when asked: the search is built anew, a damaged file set aside for a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rehearse.errors import StoreProblem
from rehearse.library import backup, schema
from rehearse.library.connection import connect, look, writing
from rehearse.library.migrations import STEPS, recognise, version_of
from rehearse.library.owner import is_gone
from rehearse.library.problems import LibraryProblem, told

_SYNCED = {
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
}
_BACKUP_OLD_DAYS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `fault` = something to do; `kind` is a short stable id."""

    kind: str
    fault: bool
    sentence: str
    hint: str = ""


def check(path: Path, backups: Path | None = None) -> tuple[Finding, ...]:
    """Look at everything; change nothing. Seconds for a large library. Never raises for what is wrong with the file."""
    backups = backups or path.parent / "backups"
    found = [*_check_file(path), *_check_backups(path, backups)]
    cloud = synced_by(path)
    if cloud:
        found.append(
            Finding(
                "synced",
                True,
                f"The library lies in a folder that {cloud} keeps in step: {path.parent}.",
                "Such programs can damage an open library. Put it elsewhere with REHEARSE_HOME, and sync exports instead.",
            )
        )
    return tuple(found)


def repair(path: Path, backups: Path | None = None) -> tuple[Finding, ...]:
    """Mend what `check` found: build the search anew; set a damaged file aside and put the newest sound backup there.

    Nothing is deleted: what was set aside stays beside the library. Without a sound backup a damaged file stays where
    it is. The library must not be open. Returns what was done, or `check` where there was nothing to do.
    """
    backups = backups or path.parent / "backups"
    kinds = {f.kind for f in _check_file(path) if f.fault}
    if kinds & {"damaged", "not_ours", "pages", "links"}:
        return (_restore_newest(path, backups),)
    if "search" in kinds:
        with closing(connect(path)) as connection, writing(connection, path):
            for index in schema.SEARCHED:
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        return (Finding("search", False, "The search was built anew."),)
    return check(path, backups)


def synced_by(path: Path) -> str | None:
    """The name of the service whose folder the path lies in, None where there is none that we know."""
    for part in path.absolute().parts[:-1]:
        for sign, name in _SYNCED.items():
            if part.casefold().startswith(sign):
                return name
    return None


def _check_file(path: Path) -> list[Finding]:
    try:
        if not look(path, len(STEPS)):
            return [Finding("absent", False, f"There is no library yet: {path}.")]
        with closing(connect(path)) as connection, told(path):
            recognise(connection, path, len(STEPS))
            return _check_inside(connection, path)
    except LibraryProblem as raised:
        return [Finding(raised.kind, True, raised.sentence, raised.hint)]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _check_inside(connection: sqlite3.Connection, path: Path) -> list[Finding]:
    if version_of(connection) < len(STEPS):
        return [Finding("older", False, "The library is of an older version.", "Opening the program brings it up to date.")]
    restore = "A repair sets it aside and puts the newest sound backup in its place."
    pages = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    if pages != ["ok"]:
        said = [line for line in "\n".join(pages).splitlines() if line and not line.startswith("***")]
        return [Finding("pages", True, f"The library file is damaged: {said[0] if said else 'a page'}.", restore)]
    astray = connection.execute(
        "SELECT (SELECT count(*) FROM pragma_foreign_key_check) + (SELECT count(*) FROM turns t JOIN turns p ON p.id = t.parent"
        " WHERE p.rehearsal <> t.rehearsal)"
    ).fetchone()[0]
    if astray:
        return [Finding("links", True, f"{astray} things in the library point at something that is gone.", restore)]
    meetings, lines = connection.execute("SELECT (SELECT count(*) FROM rehearsals), (SELECT count(*) FROM turns)").fetchone()
    found = [Finding("library", False, f"The library is sound: {_count(meetings, 'meeting')}, {_count(lines, 'line')}.")]
    try:
        # With rank 1 an index is compared with what it is of: bit flips that nothing else sees.
        with writing(connection, path):
            for index in schema.SEARCHED:
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except LibraryProblem as raised:
        if raised.kind != "damaged":
            raise
        found.append(Finding("search", True, "The search is out of step.", "A repair builds it anew."))
    owners = connection.execute("SELECT owner, count(*) FROM drafts GROUP BY owner").fetchall()
    left = sum(count for owner, count in owners if is_gone(path, owner))
    if left:
        found.append(Finding("drafts", False, f"{left} lines were broken off.", "The next start puts them into their meetings."))
    return found


def _check_backups(path: Path, folder: Path) -> list[Finding]:
    try:
        there = backup.backups_in(folder)
    except StoreProblem as raised:
        return [Finding("backups", True, raised.sentence, raised.hint)]
    if not there:
        return [Finding("backups", False, "There is no backup yet.", "One is made each day on which something changed.")]
    if not backup.is_sound(there[0].path):
        hint = "The next one takes its place. Older ones are tried by themselves when one is needed."
        return [Finding("backups", True, f"The newest backup is damaged: {there[0].path}.", hint)]
    days = (datetime.now(UTC) - there[0].made).days
    newest = f"{len(there)} backups, the newest of {there[0].made:%Y-%m-%d %H:%M} UTC."
    if days >= _BACKUP_OLD_DAYS and path.exists() and not backup.same(path, there[0].path):
        return [Finding("backups", True, newest, f"It is {days} days old. Open the program to make a new one.")]
    return [Finding("backups", False, newest)]


def _restore_newest(path: Path, folder: Path) -> Finding:
    for candidate in backup.backups_in(folder):
        try:
            moved = backup.restore(path, candidate.path)
        except LibraryProblem as raised:
            if raised.kind in ("damaged", "not_ours"):
                continue  # this backup is damaged too: the one before it
            raise
        aside = f" The damaged file is now {moved[0].name}." if moved else ""
        return Finding("restored", False, f"The backup of {candidate.made:%Y-%m-%d %H:%M} UTC is in place.{aside}")
    return Finding(
        "no_backup", True, "There is no sound backup.", f"{path} was left as it is. Move it away to begin a new library."
    )
