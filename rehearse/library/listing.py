"""The list of meetings, a page at a time, and finding one by the beginning of its id."""

from __future__ import annotations

import sqlite3

from rehearse.conversation import Ladder, RehearsalId
from rehearse.errors import InputProblem
from rehearse.library.meetings import absent
from rehearse.library.records import Page, RehearsalRow
from rehearse.library.text import storable

LONGEST_SERIES = 50  # meetings that are counted back

_BEST = "FROM reviews WHERE rehearsal = r.id AND applicable > 0 ORDER BY 1.0 * passed / applicable DESC, seq DESC LIMIT 1"
_ROW = (
    "SELECT r.seq, r.id, r.title, r.started, r.persona_id, r.persona_name, r.scenario_id, r.mode, r.difficulty, r.ladder,"
    " r.forced, r.ended, (SELECT count(*) FROM turns t WHERE t.rehearsal = r.id AND t.speaker = 'you'), r.clock,"
    " v.passed, v.applicable, r.open_objections, r.interrupted,"
    # Back over the meetings before it, as `rehearse.series` does; what somebody else wrote may go round in a circle.
    " (WITH RECURSIVE before(id, n) AS (SELECT r.after, 1 WHERE r.after IS NOT NULL"
    " UNION ALL SELECT b.after, n + 1 FROM before JOIN rehearsals b ON b.id = before.id"
    f" WHERE b.deleted_at IS NULL AND b.id != r.id AND n < {LONGEST_SERIES})"
    " SELECT coalesce(max(n), 1) FROM before), (SELECT count(DISTINCT leaf) FROM reviews WHERE rehearsal = r.id),"
    f" (SELECT passed {_BEST}), (SELECT applicable {_BEST}) FROM rehearsals r"
    " LEFT JOIN reviews v ON v.seq = (SELECT max(seq) FROM reviews WHERE rehearsal = r.id) WHERE r.deleted_at IS NULL"
)


def page(
    connection: sqlite3.Connection,
    limit: int,
    before: int | None,
    persona: str | None,
    ladder: Ladder | None,
    open_only: bool,
    with_open_objections: bool,
) -> Page:
    """The newest rows before the key, those that pass all filters."""
    terms, values = [""], list[object]()
    for term, value in (("r.seq < ?", before), ("r.persona_id = ?", persona), ("r.ladder = ?", ladder)):
        if value is not None:
            terms.append(term)
            values.append(value)
    if open_only:
        terms.append("r.ended = 'open'")
    if with_open_objections:
        terms.append("r.open_objections > 0")
    found = connection.execute(f"{_ROW}{' AND '.join(terms)} ORDER BY r.seq DESC LIMIT ?", (*values, limit + 1)).fetchall()
    rows = tuple(_row(r) for r in found[:limit])
    return Page(rows, rows[-1].key if len(found) > limit and rows else None)


def latest_open(connection: sqlite3.Connection) -> RehearsalRow | None:
    """The meeting that was begun last among those not ended."""
    row = connection.execute(f"{_ROW} AND r.ended = 'open' ORDER BY r.seq DESC LIMIT 1").fetchone()
    return _row(row) if row else None


def resolve(connection: sqlite3.Connection, given: str) -> RehearsalId:
    """The one meeting whose id begins so (case does not matter, `r_` may be left out).

    Raises InputProblem where there is none or more than one.
    """
    letters = storable(given).strip().upper().removeprefix("R_")
    start = f"r_{letters}"
    found = connection.execute(
        "SELECT id FROM rehearsals WHERE (id = ?1 OR id = ?2 OR substr(id, 1, length(?2)) = ?2) AND deleted_at IS NULL LIMIT 2",
        (given.strip() if given.isascii() else start, start),
    ).fetchall()
    if not letters or not found:
        raise absent(given)
    if len(found) > 1:
        raise InputProblem(f"More than one meeting begins with {storable(given)}.", "Give more of its letters.")
    return RehearsalId(found[0][0])


def _row(row: tuple[object, ...]) -> RehearsalRow:
    values = list(row)
    values[10], values[17] = bool(values[10]), bool(values[17])
    return RehearsalRow(*values)  # type: ignore[arg-type]
