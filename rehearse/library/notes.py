"""Pitches, briefs, and what is being written: plain objects by id. Answers too, by the feedback. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Literal

from rehearse.library import codec
from rehearse.library.stamps import now_utc
from rehearse.library.text import storable

Shelf = Literal["pitches", "briefs", "feedback_drafts", "sending_drafts"]
"""A feedback that is written stands under the id of the submission, what is going to be sent under the digest of what asks for it."""
_KEY: dict[Shelf, str] = {"pitches": "id", "briefs": "id", "feedback_drafts": "about", "sending_drafts": "about"}


def put(connection: sqlite3.Connection, shelf: Shelf, id: str, value: Mapping[str, Any]) -> None:
    """Keep an object in the place of the one with this id."""
    key = _KEY[shelf]
    columns: dict[str, Any] = {key: storable(id), "json": codec.to_json(value), "updated": now_utc()}
    if shelf == "briefs":
        columns |= {name: storable(str(value.get(name) or "")) for name in ("pitch", "persona")} | {"words": _words(value)}
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != key)
    connection.execute(
        f"INSERT INTO {shelf} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) ON CONFLICT ({key}) DO UPDATE SET {changes}",
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


def fill(connection: sqlite3.Connection) -> None:
    """Put the words of every brief beside it."""
    for id, value in of(connection, "briefs").items():
        connection.execute("UPDATE briefs SET words = ? WHERE id = ?", (_words(value), id))


def _words(brief: Mapping[str, Any]) -> str:
    """All that is written in a brief, in the order of its form."""
    parts = [brief.get("problem"), brief.get("outcome")]
    evidence = brief.get("evidence")
    for one in evidence if isinstance(evidence, list) else ():
        if isinstance(one, Mapping):
            parts += [one.get("says"), one.get("source")]
    return storable("\n".join(p for p in (*parts, brief.get("step"), brief.get("ask")) if isinstance(p, str) and p))


# ---- answers to what a mentor wrote, until they are sent


def answers(connection: sqlite3.Connection, feedback: str) -> tuple[dict[str, Any], ...]:
    """The answers to a feedback that wait to be sent, those given last at the end."""
    found = connection.execute("SELECT json FROM answers WHERE feedback = ? ORDER BY updated, about", (storable(feedback),))
    return tuple(value for (text,) in found if (value := codec.json_object(text)) is not None)


def answer(connection: sqlite3.Connection, feedback: str, about: str, value: Mapping[str, Any] | None) -> None:
    """Keep an answer in the place of the one to the same; None takes it back."""
    if value is None:
        connection.execute("DELETE FROM answers WHERE feedback = ? AND about = ?", (storable(feedback), storable(about)))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO answers (feedback, about, json, updated) VALUES (?, ?, ?, ?)",
            (storable(feedback), storable(about), codec.to_json(value), now_utc()),
        )
