"""A person's own marks on checks, and notes found not useful: rows in and out. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rehearse.errors import InputProblem
from rehearse.library.stamps import as_text, now_utc
from rehearse.library.text import storable
from rehearse.review.mentor import LONGEST_NAME, LONGEST_WHY, OwnMark, brought_by, not_useful_of, one_line

if TYPE_CHECKING:
    from rehearse.review.types import Said

_NOBODY = " somebody "
"""What stands for the name of a mark that came in without one, with its number: no name that is given begins with a space."""


def put(connection: sqlite3.Connection, review: str, mark: OwnMark) -> OwnMark:
    """Keep a mark in the place of the same person's mark on the same check. Raises InputProblem for a review not there."""
    _check_review(connection, review)
    kept = OwnMark(
        *mark.about,
        mark.verdict,
        storable(one_line(mark.why, LONGEST_WHY)),
        storable(one_line(mark.who, LONGEST_NAME)),
        mark.when or _next(connection, review),
        mark.unnamed,
    )
    connection.execute(
        "INSERT OR REPLACE INTO marks (review, criterion, check_id, who, verdict, why, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (review, storable(kept.criterion), storable(kept.check), _name(kept), kept.verdict, kept.why, kept.when),
    )
    return kept


def _name(mark: OwnMark) -> str:
    return f"{_NOBODY}{mark.unnamed:04}" if mark.unnamed else mark.who


def _mark(criterion: str, check: str, verdict: Said, why: str, who: str, made: str) -> OwnMark:
    """A mark from its row."""
    if not who.startswith(_NOBODY):
        return OwnMark(criterion, check, verdict, why, who, made)
    return OwnMark(criterion, check, verdict, why, "", made, int(who.removeprefix(_NOBODY)))


def _next(connection: sqlite3.Connection, review: str) -> str:
    """Now, and in any case after the newest mark of this review: of two marks on one check the newer one shows."""
    now = now_utc()
    (last,) = connection.execute("SELECT max(made) FROM marks WHERE review = ?", (review,)).fetchone()
    if last is None or last < now:
        return now
    try:
        return as_text(datetime.fromisoformat(last) + timedelta(milliseconds=1))
    except (ValueError, OverflowError):  # as another program may have written it
        return now


def take_back(connection: sqlite3.Connection, review: str, criterion: str, check: str, who: str) -> None:
    """Drop a mark; where there is none, nothing changes."""
    connection.execute(
        "DELETE FROM marks WHERE review = ? AND criterion = ? AND check_id = ? AND who = ?", (review, criterion, check, who)
    )


def say_not_useful(connection: sqlite3.Connection, review: str, note: str, on: bool) -> None:
    """Say that a note is not useful, or take that back. Raises InputProblem for a review that is not there."""
    _check_review(connection, review)
    if on:
        connection.execute("INSERT OR IGNORE INTO not_useful (review, note, made) VALUES (?, ?, ?)", (review, note, now_utc()))
    else:
        connection.execute("DELETE FROM not_useful WHERE review = ? AND note = ?", (review, note))


def put_all(connection: sqlite3.Connection, review: str, given: Mapping[str, Any]) -> None:
    """Keep what a review brings along in its JSON. A mark without a name counts as somebody else's from here on."""
    for mark in brought_by(given):
        put(connection, review, mark)
    for note in not_useful_of(given):
        say_not_useful(connection, review, storable(note), True)


def of_rehearsal(connection: sqlite3.Connection, rehearsal: str) -> tuple[dict[str, list[OwnMark]], dict[str, list[str]]]:
    """The marks, and the notes found not useful, of all reviews of a meeting, by the id of the review."""
    of = " JOIN reviews v ON v.id = x.review WHERE v.rehearsal = ?"
    marks: dict[str, list[OwnMark]] = defaultdict(list)
    for review, *values in connection.execute(
        f"SELECT x.review, x.criterion, x.check_id, x.verdict, x.why, x.who, x.made FROM marks x{of} ORDER BY x.made, x.criterion, x.check_id, x.who",
        (rehearsal,),
    ):
        marks[review].append(_mark(*values))
    notes: dict[str, list[str]] = defaultdict(list)
    for review, note in connection.execute(
        f"SELECT x.review, x.note FROM not_useful x{of} ORDER BY x.made, x.note", (rehearsal,)
    ):
        notes[review].append(note)
    return marks, notes


def marked_by(connection: sqlite3.Connection, names: Sequence[str]) -> list[tuple[str, list[OwnMark]]]:
    """The JSON text of every review that somebody of these names marked, oldest first, with their marks, the oldest first too."""
    by: dict[str, list[OwnMark]] = defaultdict(list)
    for review, *values in connection.execute(
        "SELECT m.review, m.criterion, m.check_id, m.verdict, m.why, m.who, m.made FROM marks m"
        " JOIN reviews v ON v.id = m.review JOIN rehearsals r ON r.id = v.rehearsal"
        f" WHERE m.who IN ({', '.join('?' * len(names))}) AND r.deleted_at IS NULL ORDER BY v.seq, m.made, m.criterion, m.check_id, m.who",
        tuple(names),
    ):
        by[review].append(_mark(*values))
    found = []
    for review, own in by.items():
        found.append((connection.execute("SELECT json FROM reviews WHERE id = ?", (review,)).fetchone()[0], own))
    return found


def _check_review(connection: sqlite3.Connection, review: str) -> None:
    if not connection.execute("SELECT 1 FROM reviews WHERE id = ?", (review,)).fetchone():
        raise InputProblem("This review is not in the library.", "Judge the meeting again to mark its checks.")
