"""Turns, what was made of them, and drafts: rows in and out. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from rehearse.conversation import Appraisal, RehearsalId, Stance, State, Turn, TurnId
from rehearse.library import codec, rows
from rehearse.library.text import storable

_COLUMNS = "t.id, t.parent, t.speaker, t.text, t.at, t.until, t.by_json, t.act, t.concern"


def insert(connection: sqlite3.Connection, rehearsal: RehearsalId, turn: Turn) -> None:
    """Add a turn with what was made of it, and drop its draft. The same turn once more changes nothing.

    Raises ValueError where the parent is not in this rehearsal, or the id belongs to another turn.
    """
    _check_place(connection, rehearsal, turn)
    values = _values(rehearsal, turn) | {"state": turn.state}
    if not rows.insert(connection, "turns", values):
        there = connection.execute("SELECT rehearsal, parent, speaker, text FROM turns WHERE id = ?", (turn.id,)).fetchone()
        if there != (rehearsal, turn.parent, turn.speaker, values["text"]):
            raise ValueError(f"turn {turn.id} is there already with other words")
    if turn.appraisal is not None or turn.stance is not None:
        annotate(connection, turn.id, turn.appraisal, turn.stance)
    drop_draft(connection, turn.id)


def annotate(connection: sqlite3.Connection, turn: TurnId, appraisal: Appraisal | None, stance: Stance | None) -> None:
    """Put what was made of a turn beside it, in the place of what stood there."""
    connection.execute(
        "INSERT OR REPLACE INTO appraisals (turn, appraisal_json, stance_json) VALUES (?, ?, ?)",
        (turn, codec.to_json(appraisal) if appraisal else None, codec.to_json(stance) if stance else None),
    )


def of(connection: sqlite3.Connection, rehearsal: RehearsalId) -> Iterator[Turn]:
    """All turns of one rehearsal, in the order in which they were said."""
    found = connection.execute(
        f"SELECT {_COLUMNS}, t.state, a.appraisal_json, a.stance_json FROM turns t"
        " LEFT JOIN appraisals a ON a.turn = t.id WHERE t.rehearsal = ? ORDER BY t.seq",
        (rehearsal,),
    )
    for *columns, state, appraisal, stance in found:
        yield _turn(columns, state, codec.appraisal(appraisal), codec.stance(stance))


def save_draft(connection: sqlite3.Connection, rehearsal: RehearsalId, turn: Turn, owner: str, now: str) -> None:
    """Keep what is being spoken, in the place of what was kept of the same turn before."""
    rows.put(connection, "drafts", _values(rehearsal, turn) | {"owner": owner, "updated": now})


def drop_draft(connection: sqlite3.Connection, turn: TurnId) -> None:
    connection.execute("DELETE FROM drafts WHERE id = ?", (turn,))


def drafts_of(connection: sqlite3.Connection, owner: str) -> list[tuple[RehearsalId, Turn]]:
    """What this writer was writing, oldest first, as turns that were cut."""
    found = connection.execute(
        f"SELECT t.rehearsal, {_COLUMNS} FROM drafts t WHERE t.owner = ? ORDER BY t.id", (owner,)
    ).fetchall()
    return [(rehearsal, _turn(columns, "cut")) for rehearsal, *columns in found]


def _values(rehearsal: RehearsalId, turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.id,
        "rehearsal": rehearsal,
        "parent": turn.parent,
        "speaker": turn.speaker,
        "text": storable(turn.text),
        "at": turn.at,
        "until": turn.until,
        "by_json": codec.to_json(turn.by) if turn.by else None,
        "act": turn.act,
        "concern": turn.concern,
    }


def _turn(columns: list[Any], state: State, appraisal: Appraisal | None = None, stance: Stance | None = None) -> Turn:
    id, parent, speaker, text, at, until, by, act, concern = columns
    return Turn(id, parent, speaker, text, at, until, state, codec.source(by), act, concern, appraisal, stance)


def _check_place(connection: sqlite3.Connection, rehearsal: RehearsalId, turn: Turn) -> None:
    if turn.parent is None:
        return
    row = connection.execute("SELECT rehearsal FROM turns WHERE id = ?", (turn.parent,)).fetchone()
    if row is None or row[0] != rehearsal:
        raise ValueError(f"turn {turn.id} has no parent {turn.parent} in {rehearsal}")
