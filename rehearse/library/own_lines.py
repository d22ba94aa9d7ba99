"""What somebody would say now at a moment of a meeting, in their words as they were typed: rows in and out. The caller holds the
transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from rehearse.errors import InputProblem
from rehearse.library.stamps import now_utc
from rehearse.library.text import storable

KEY = "own_line"
"""The key of a review's JSON that holds the line for its one thing; `rehearse/review@1` keeps keys that it does not know."""
LONGEST = 20_000  # characters, as of a line in the room


def keep(connection: sqlite3.Connection, turn: str, text: str) -> None:
    """Keep a line in the place of the one before; an empty one takes it away. Raises InputProblem for a line not there."""
    found = connection.execute("SELECT rehearsal FROM turns WHERE id = ?", (turn,)).fetchone()
    if found is None:
        raise InputProblem("This line is not in the library.")
    if text:
        connection.execute(
            "INSERT OR REPLACE INTO own_lines (turn, rehearsal, text, made) VALUES (?, ?, ?, ?)",
            (turn, found[0], storable(text[:LONGEST]), now_utc()),
        )
    else:
        connection.execute("DELETE FROM own_lines WHERE turn = ?", (turn,))


def of_rehearsal(connection: sqlite3.Connection, rehearsal: str) -> dict[str, str]:
    """The lines of a meeting, by the turn that each would stand for."""
    return dict(connection.execute("SELECT turn, text FROM own_lines WHERE rehearsal = ?", (rehearsal,)))


def turn_of(review: Mapping[str, Any]) -> str | None:
    """The turn that a review's one thing is about."""
    thing = review.get("one_thing")
    turn = thing.get("turn") if isinstance(thing, Mapping) else None
    return turn if isinstance(turn, str) else None


def put(connection: sqlite3.Connection, review: Mapping[str, Any]) -> None:
    """Keep the line that a review brings along; one that stands there already is the newer one."""
    text, turn = review.get(KEY), turn_of(review)
    if not isinstance(text, str) or not text.strip() or turn is None:
        return
    known = connection.execute(
        "SELECT 1 FROM turns t WHERE t.id = ? AND NOT EXISTS (SELECT 1 FROM own_lines o WHERE o.turn = t.id)", (turn,)
    ).fetchone()
    if known:
        keep(connection, turn, text)
