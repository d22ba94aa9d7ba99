"""What mentor and mentee handed each other: rows in and out. Added, never changed. The caller holds the transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rehearse.errors import InputProblem
from rehearse.library import codec, comments
from rehearse.library.stamps import now_utc
from rehearse.library.text import storable

Handed = Literal["assignment", "submission", "feedback"]
State = Literal["none", "good", "altered"]
Standing = Literal["unsigned", "altered", "known", "changed", "stripped"]
"""Who it is from: not signed; signed and changed since; by the key that is trusted under this name; by another one; not signed,
though others under this name are."""

_COLUMNS = (
    "seq", "digest", "kind", "id", "about", "title", "author", "folded", "key", "state", "sealed", "own", "made", "received",
)  # fmt: skip
_FROM = (
    f"SELECT {', '.join('b.' + name for name in _COLUMNS)},"
    " coalesce((SELECT a.trusted FROM authors a WHERE a.folded = b.folded AND a.key = b.key), 0),"
    " EXISTS (SELECT 1 FROM authors a WHERE a.folded = b.folded AND a.trusted = 1) FROM bundles b"
)


@dataclass(frozen=True, slots=True)
class Given:
    """A bundle on its way in. `meetings` are the ids of the meetings that it speaks of; `own` = made here."""

    digest: str
    kind: Handed
    id: str
    author: str
    folded: str
    made: str
    data: Mapping[str, Any]
    about: str = ""
    title: str = ""
    key: str = ""
    state: State = "none"
    sealed: bool = False
    own: bool = False
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedRow:
    """One bundle of the library, without what is in it. `seq` is the order in which they came."""

    seq: int
    digest: str
    kind: Handed
    id: str
    about: str
    title: str
    author: str
    folded: str
    key: str
    state: State
    sealed: bool
    own: bool
    made: str
    received: str
    standing: Standing


def put(connection: sqlite3.Connection, given: Given) -> bool:
    """Add a bundle. False, and nothing changed, where this very one is there already."""
    values = {
        "digest": given.digest, "kind": given.kind, "id": storable(given.id), "about": storable(given.about),
        "title": storable(given.title), "author": storable(given.author), "folded": storable(given.folded), "key": given.key,
        "state": given.state, "sealed": given.sealed, "own": given.own, "made": storable(given.made), "received": now_utc(),
    }  # fmt: skip
    added = connection.execute(
        f"INSERT INTO bundles ({', '.join(values)}) VALUES ({', '.join('?' * len(values))}) ON CONFLICT (digest) DO NOTHING",
        tuple(values.values()),
    ).rowcount
    if not added:
        return False
    body = zlib.compress(codec.to_json(given.data).encode("utf-8"), 6)
    connection.execute("INSERT INTO bundle_bodies (digest, body) VALUES (?, ?)", (given.digest, body))
    if given.kind == "feedback":
        comments.put(connection, given.digest, given.data)
    connection.executemany(
        "INSERT OR IGNORE INTO bundle_meetings (rehearsal, digest) VALUES (?, ?)",
        [(storable(m), given.digest) for m in given.meetings],
    )
    if given.state == "good":
        meet(connection, given.folded, given.key, trusted=given.own)
    return True


def meet(connection: sqlite3.Connection, folded: str, key: str, trusted: bool = False) -> None:
    """Remember that this name signed with this key. The first key of a name is trusted; `trusted` trusts it in any case."""
    (others,) = connection.execute("SELECT count(*) FROM authors WHERE folded = ?", (storable(folded),)).fetchone()
    connection.execute(
        "INSERT INTO authors (folded, key, trusted, seen) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (folded, key) DO UPDATE SET trusted = max(trusted, ?)",
        (storable(folded), key, trusted or not others, now_utc(), trusted),
    )


def rows(
    connection: sqlite3.Connection, kind: Handed | None = None, *, about: str | None = None, id: str | None = None,
    rehearsal: str | None = None,
) -> tuple[HandedRow, ...]:  # fmt: skip
    """The bundles like this, in the order of their making, then of their digests: the same whatever the order they came in."""
    terms, values = ["1"], list[object]()
    for term, value in (("b.kind = ?", kind), ("b.about = ?", about), ("b.id = ?", id)):
        if value is not None:
            terms.append(term)
            values.append(value)
    if rehearsal is not None:
        terms.append("b.digest IN (SELECT digest FROM bundle_meetings WHERE rehearsal = ?)")
        values.append(rehearsal)
    found = connection.execute(f"{_FROM} WHERE {' AND '.join(terms)} ORDER BY b.made, b.digest", values)
    return tuple(_row(row) for row in found)


def one(connection: sqlite3.Connection, named: str) -> HandedRow:
    """The bundle with this id, or whose digest begins so. Of several under one id, the first that came and was not altered.

    Raises InputProblem where there is none, or where a beginning fits more than one.
    """
    found = rows(connection, id=named)
    if not found and len(named) >= 4:
        found = tuple(
            _row(r) for r in connection.execute(f"{_FROM} WHERE substr(b.digest, 1, ?) = ?", (len(named), named.lower()))
        )
        if len(found) > 1:
            raise InputProblem(f'"{named}" fits {len(found)} bundles.', "Give more of it.")
    if not found:
        raise InputProblem(f'There is no bundle "{storable(named)[:60]}" in the library.', "Open its file first.")
    return min(found, key=lambda r: (r.state == "altered", r.standing == "changed", r.seq))


def data(connection: sqlite3.Connection, digest: str) -> dict[str, Any]:
    """The whole object of a bundle, as it came. Raises InputProblem where it is not there."""
    row = connection.execute("SELECT body FROM bundle_bodies WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise InputProblem("This bundle is not in the library.", "Open its file again.")
    try:
        whole = json.loads(zlib.decompress(row[0]))
    except (zlib.error, ValueError):
        raise InputProblem("This bundle cannot be read any more.", "Open its file again.") from None
    return dict(whole)


def first_sight(connection: sqlite3.Connection, folded: str) -> bool:
    """Whether nobody of this name has signed anything here yet: the key of the first thing that they sign is trusted."""
    return connection.execute("SELECT 1 FROM authors WHERE folded = ? LIMIT 1", (storable(folded),)).fetchone() is None


def standing_of(connection: sqlite3.Connection, given: Given) -> Standing:
    """How a bundle would stand, were it taken in now. Nothing is kept."""
    found = connection.execute("SELECT key, trusted FROM authors WHERE folded = ?", (storable(given.folded),)).fetchall()
    trusted = {key for key, on in found if on}
    if given.state == "none":
        return "stripped" if trusted else "unsigned"
    if given.state != "good":
        return "altered"
    return "known" if given.key in trusted or not found else "changed"


def remove(connection: sqlite3.Connection, digest: str) -> bool:
    """Take a bundle out, with what was noted about it. Whether it was there."""
    for table in ("bundle_bodies", "bundle_meetings", "resolved", "comments"):
        connection.execute(f"DELETE FROM {table} WHERE digest = ?", (digest,))
    return connection.execute("DELETE FROM bundles WHERE digest = ?", (digest,)).rowcount > 0


def resolve(connection: sqlite3.Connection, digest: str, comment: str, on: bool) -> None:
    """Say that a comment was dealt with, or take that back."""
    if on:
        connection.execute(
            "INSERT OR IGNORE INTO resolved (digest, comment, made) VALUES (?, ?, ?)", (digest, storable(comment), now_utc())
        )
    else:
        connection.execute("DELETE FROM resolved WHERE digest = ? AND comment = ?", (digest, comment))


def resolved(connection: sqlite3.Connection, digest: str) -> frozenset[str]:
    """The comments of a bundle that were dealt with."""
    return frozenset(c for (c,) in connection.execute("SELECT comment FROM resolved WHERE digest = ?", (digest,)))


def is_there(connection: sqlite3.Connection, digest: str) -> bool:
    """Whether a bundle is in the library."""
    return connection.execute("SELECT 1 FROM bundles WHERE digest = ?", (digest,)).fetchone() is not None


def signed_with(connection: sqlite3.Connection, folded: str, key: str) -> frozenset[str]:
    """The digests of what was signed with this key under this name."""
    found = connection.execute(
        "SELECT digest FROM bundles WHERE folded = ? AND key = ? AND state = 'good'", (storable(folded), key)
    )
    return frozenset(digest for (digest,) in found)


def submissions(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of all submissions that are here and were not altered."""
    found = connection.execute("SELECT id FROM bundles WHERE kind = 'submission' AND state != 'altered'")
    return frozenset(id for (id,) in found)


def to_answer(connection: sqlite3.Connection) -> int:
    """How many submissions of others have no feedback of one's own."""
    (count,) = connection.execute(
        "SELECT count(*) FROM bundles s WHERE s.kind = 'submission' AND NOT s.own AND NOT EXISTS"
        " (SELECT 1 FROM bundles f WHERE f.about = s.id AND f.kind = 'feedback' AND f.own)"
    ).fetchone()
    return int(count)


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of a team folder as it was when it was looked at. `outcome` is its digest where it was taken in, else why not."""

    name: str
    size: int
    mtime_ns: int
    taken: bool
    outcome: str


def folder_files(connection: sqlite3.Connection, folder: str) -> dict[str, FolderFile]:
    """What is known of a folder's files, by name."""
    found = connection.execute(
        "SELECT name, size, mtime_ns, taken, outcome FROM folder_files WHERE folder = ?", (storable(folder),)
    )
    return {name: FolderFile(name, size, mtime, bool(taken), outcome) for name, size, mtime, taken, outcome in found}


def put_folder_files(connection: sqlite3.Connection, folder: str, files: Iterable[FolderFile]) -> None:
    """Remember how these files were found."""
    connection.executemany(
        "INSERT OR REPLACE INTO folder_files (folder, name, size, mtime_ns, taken, outcome) VALUES (?, ?, ?, ?, ?, ?)",
        [(storable(folder), storable(f.name), f.size, f.mtime_ns, f.taken, storable(f.outcome)) for f in files],
    )


def _row(row: tuple[Any, ...]) -> HandedRow:
    (seq, digest, kind, id, about, title, author, folded, key, state, sealed, own, made, received, trusted, has_trusted) = row
    standing: Standing = "altered"
    if state == "none":
        standing = "stripped" if has_trusted and not own else "unsigned"
    elif state == "good":
        standing = "known" if trusted else "changed"
    return HandedRow(
        seq, digest, kind, id, about, title, author, folded, key, state, bool(sealed), bool(own), made, received, standing
    )  # fmt: skip
