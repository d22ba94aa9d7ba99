"""The objections of all meetings: counted, and a page at a time. The caller holds the transaction where rows are written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rehearse.errors import InputProblem
from rehearse.library.schema import OBJECTIONS

if TYPE_CHECKING:
    from rehearse.conversation import ObjectionStatus
    from rehearse.review.across import Count, Voiced

_COUNTS = (
    # max(): of a person who was renamed, the name of the newest meeting stands in the row.
    "SELECT r.persona_id, r.persona_name, o.kind, o.status, count(*), max(r.seq) AS newest FROM rehearsals r"
    " JOIN objections o ON o.rehearsal = r.id WHERE r.deleted_at IS NULL"
    " GROUP BY r.persona_id, CASE r.persona_id WHEN '' THEN r.persona_name END, o.kind, o.status ORDER BY newest"
)
_PAGE = (
    "SELECT o.key, r.id, r.title, r.started, r.persona_id, r.persona_name, v.id, coalesce(v.leaf, ''), o.json FROM objections o"
    " CROSS JOIN rehearsals r ON r.id = o.rehearsal CROSS JOIN reviews v ON v.id = o.review WHERE r.deleted_at IS NULL"
)


def refill(connection: sqlite3.Connection, rehearsal: str) -> None:
    """Gather the objections of one meeting anew, from its reviews."""
    connection.execute("DELETE FROM objections WHERE rehearsal = ?1", (rehearsal,))
    connection.execute(OBJECTIONS.format(of="WHERE rehearsal = ?1"), (rehearsal,))


def counts(connection: sqlite3.Connection) -> tuple[Count, ...]:
    """How many there are, by person, kind and status; who was met last stands last."""
    from rehearse.review.across import Count

    return tuple(Count(*row[:5]) for row in connection.execute(_COUNTS))


def page(
    connection: sqlite3.Connection,
    limit: int | None,
    before: int | None,
    persona: str | None,
    kind: str | None,
    statuses: Sequence[ObjectionStatus],
) -> tuple[Voiced, ...]:
    """The newest before the key. `persona` is an id, or the name of somebody who has none."""
    terms, values = [""], list[object]()
    if before is not None:
        terms.append("o.key < ?")
        values.append(before)
    if persona is not None:
        terms.append("? IN (r.persona_id, CASE r.persona_id WHEN '' THEN r.persona_name END)")
        values.append(persona)
    if kind is not None:
        terms.append("o.kind = ?")
        values.append(kind)
    if statuses:
        terms.append(f"o.status IN ({', '.join('?' * len(statuses))})")
        values += statuses
    most = -1 if limit is None else limit
    found = connection.execute(f"{_PAGE}{' AND '.join(terms)} ORDER BY o.key DESC LIMIT ?", (*values, most))
    return tuple(v for v in map(_voiced, found) if v is not None)


def _voiced(row: Sequence[Any]) -> Voiced | None:
    """One row; None where its JSON lacks what an objection needs."""
    from rehearse.review.across import Voiced
    from rehearse.review.reading import objection

    key, rehearsal, title, started, persona_id, persona_name, review, leaf, text = row
    try:
        made = objection(json.loads(text))
    except (InputProblem, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Voiced(key, rehearsal, title, started, persona_id, persona_name, review, leaf, made)
