"""What mentors wrote on words, and on a whole submission: a row for each, so that it can be found. The caller holds the transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from rehearse.library.text import storable

_Row = tuple[str, str, str, int, int, str, str]


def put(connection: sqlite3.Connection, digest: str, data: Mapping[str, Any]) -> None:
    """Keep the comments of a feedback, and its word on the whole as one without a place."""
    connection.executemany(
        "INSERT OR IGNORE INTO comments (digest, comment, rehearsal, turn, begins, ends, quote, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(digest, *row) for row in _rows(data)],
    )


def fill(connection: sqlite3.Connection) -> None:
    """Keep those of all feedback that is in the library. What cannot be read any more is left out."""
    for digest, body in connection.execute(
        "SELECT b.digest, x.body FROM bundles b JOIN bundle_bodies x ON x.digest = b.digest WHERE b.kind = 'feedback' ORDER BY b.seq"
    ).fetchall():
        try:
            data = json.loads(zlib.decompress(body))
        except (zlib.error, ValueError):
            continue
        if isinstance(data, dict):
            put(connection, digest, data)


def _rows(data: Mapping[str, Any]) -> Iterator[_Row]:
    given = data.get("comments")
    for comment in given if isinstance(given, list) else ():
        if not isinstance(comment, Mapping):
            continue
        id, text = _text(comment, "id"), _text(comment, "text")
        if id and text.strip():
            begins, ends = (n if isinstance(n := comment.get(name), int) else 0 for name in ("start", "end"))
            yield id, _text(comment, "rehearsal"), _text(comment, "turn"), begins, ends, _text(comment, "quote"), text
    note = _text(data, "note")
    if note.strip():
        yield "", "", "", 0, 0, "", note


def _text(of: Mapping[str, Any], name: str) -> str:
    value = of.get(name)
    return storable(value) if isinstance(value, str) else ""
