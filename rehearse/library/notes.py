"""Pitches, briefs and feedback that is being written: plain objects by id. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Literal

from rehearse.library import codec
from rehearse.library.stamps import now_utc
from rehearse.library.text import storable

Shelf = Literal["pitches", "briefs", "feedback_drafts"]
_KEY: dict[Shelf, str] = {"pitches": "id", "briefs": "id", "feedback_drafts": "about"}


def put(connection: sqlite3.Connection, shelf: Shelf, id: str, value: Mapping[str, Any]) -> None:
    """Keep an object in the place of the one with this id."""
    columns: dict[str, Any] = {_KEY[shelf]: storable(id), "json": codec.to_json(value), "updated": now_utc()}
    if shelf == "briefs":
        columns |= {name: storable(str(value.get(name, ""))) for name in ("pitch", "persona")}
    connection.execute(
        f"INSERT OR REPLACE INTO {shelf} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        tuple(columns.values()),
    )


def drop(connection: sqlite3.Connection, shelf: Shelf, id: str) -> None:
    """Take an object away; where there is none, nothing changes."""
    connection.execute(f"DELETE FROM {shelf} WHERE {_KEY[shelf]} = ?", (id,))


def of(connection: sqlite3.Connection, shelf: Shelf, id: str | None = None) -> dict[str, dict[str, Any]]:
    """The objects by id, those changed last at the end; with `id` that one alone."""
    which, values = ("", ()) if id is None else (f" WHERE {_KEY[shelf]} = ?", (id,))
    found = connection.execute(f"SELECT {_KEY[shelf]}, json FROM {shelf}{which} ORDER BY updated, {_KEY[shelf]}", values)
    return {key: value for key, text in found if (value := codec.json_object(text)) is not None}
