"""Brings a library file to the version of this program: forward only, by itself, after a backup.

`PRAGMA user_version` holds the version. To change the schema, write a function named after what it does, that executes
plain SQL, and add it to STEPS; keep a file of the released version in tests/golden/library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from rehearse.library import comments, notes, schema
from rehearse.library.backup import make_backup
from rehearse.library.connection import APPLICATION_ID, writing
from rehearse.library.problems import problem, told

Step = Callable[[sqlite3.Connection], None]


def make_tables(connection: sqlite3.Connection) -> None:
    """Version 1: rehearsals, turns, appraisals, drafts, reviews, snapshots, and the search over turns."""
    for statement in schema.V1:
        connection.execute(statement)


def keep_rubrics_and_merge_at_rest(connection: sqlite3.Connection) -> None:
    """Version 2: a review keeps the rubric as it was; no commit waits for the index of words to be merged."""
    for statement in schema.V2:
        connection.execute(statement)


def gather_objections_and_keep_marks(connection: sqlite3.Connection) -> None:
    """Version 3: the objections of all meetings in one table; a person's own marks, and notes that were not useful."""
    for statement in schema.V3:
        connection.execute(statement)


def keep_own_lines(connection: sqlite3.Connection) -> None:
    """Version 4: what somebody would say now in the place of a line."""
    for statement in schema.V4:
        connection.execute(statement)


def keep_what_was_handed_over(connection: sqlite3.Connection) -> None:
    """Version 5: what mentor and mentee handed each other, whom a name belongs to, pitches and briefs."""
    for statement in schema.V5:
        connection.execute(statement)


def find_comments_and_briefs(connection: sqlite3.Connection) -> None:
    """Version 6: comments, briefs and objections are found by their words; what is being written has tables by kind."""
    for statement in schema.V6:
        connection.execute(statement)
    comments.fill(connection)
    notes.fill(connection)


STEPS: tuple[Step, ...] = (
    make_tables,
    keep_rubrics_and_merge_at_rest,
    gather_objections_and_keep_marks,
    keep_own_lines,
    keep_what_was_handed_over,
    find_comments_and_briefs,
)
"""The step at index n leads to version n + 1."""


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: sqlite3.Connection, path: Path, backups: Path, steps: Sequence[Step] = STEPS) -> tuple[str, ...]:
    """Run the steps that the file has not seen, each in one transaction. Returns their names.

    Raises LibraryProblem where the file is not ours or newer, or where the backup cannot be made; a step that does not
    go through leaves the file at the version before it. Two programs that start together run each step once.
    """
    with told(path):
        recognise(connection, path, len(steps))
        version = version_of(connection)
    if version == len(steps):
        return ()
    if version:
        make_backup(path, backups, before=len(steps))
    done = []
    # Off, so that a step can rebuild a table that others point at; each step is checked before it is committed.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number, step in enumerate(steps, start=1):
            if _run(connection, path, number, step):
                done.append(step.__name__)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return tuple(done)


def recognise(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Raises LibraryProblem unless this is a library of ours, or an empty file that may become one.

    The header was looked at before; this also sees what stands in the write-ahead log.
    """
    program = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if program != APPLICATION_ID and (program or tables):
        raise problem("not_ours", path)
    if version_of(connection) > newest:
        raise problem("newer", path)


def _run(connection: sqlite3.Connection, path: Path, number: int, step: Step) -> bool:
    with writing(connection, path):
        if version_of(connection) >= number:  # another program was quicker
            return False
        step(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise problem("damaged", path)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
    return True
