"""Rehearsals, their snapshots and reviews: rows in and out. The caller holds the transaction."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from typing import Any

from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem
from rehearse.library import codec, marks, objections, own_lines, rows
from rehearse.library.ids import new_id
from rehearse.library.records import JsonObject, RehearsalRecord
from rehearse.library.stamps import now_utc
from rehearse.library.text import storable
from rehearse.review.mentor import with_marks, without_marks

_COLUMNS = (
    "id", "title", "started", "persona_id", "persona_name", "persona_hash", "scenario_id", "scenario_hash", "mode", "ask",
    "difficulty", "minutes", "seed", "model", "unaided", "after", "kept", "ended", "ladder", "forced", "open_objections",
    "clock", "leaf", "interrupted", "updated", "deleted_at",
)  # fmt: skip
_FLAGS = ("unaided", "forced", "interrupted")


def insert(connection: sqlite3.Connection, record: RehearsalRecord, owner: str | None, now: str) -> None:
    """Add a rehearsal. Raises ValueError where the id is taken."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _COLUMNS}
    values |= {
        "title": storable(record.title),
        "persona_name": storable(record.persona_name),
        "ask": None if record.ask is None else storable(record.ask),
        "seed": str(record.seed),
        "updated": now,
        "owner": owner,
        "persona_snapshot": _keep_snapshot(connection, record.persona),
        "scenario_snapshot": None if record.scenario is None else _keep_snapshot(connection, record.scenario),
        "decision_json": None if record.decision is None else codec.to_json(record.decision),
    }
    if not rows.insert(connection, "rehearsals", values):
        raise ValueError(f"rehearsal {record.id} is there already")


def record(connection: sqlite3.Connection, rehearsal: RehearsalId) -> RehearsalRecord | None:
    """One rehearsal's record, deleted or not; None where there is none."""
    row = connection.execute(
        f"SELECT {', '.join('r.' + name for name in _COLUMNS)}, p.json, s.json, r.decision_json FROM rehearsals r"
        " JOIN snapshots p ON p.hash = r.persona_snapshot LEFT JOIN snapshots s ON s.hash = r.scenario_snapshot"
        " WHERE r.id = ?",
        (rehearsal,),
    ).fetchone()
    if row is None:
        return None
    values = dict(zip(_COLUMNS, row, strict=False))
    for name in _FLAGS:
        values[name] = bool(values[name])
    minutes, kept = values["minutes"], values["kept"]
    values |= {
        "seed": int(values["seed"]),
        "minutes": int(minutes) if minutes is not None and minutes.is_integer() else minutes,
        "kept": None if kept is None else bool(kept),
        "persona": codec.json_object(row[-3]) or {},
        "scenario": codec.json_object(row[-2]),
        "decision": codec.json_object(row[-1]),
    }
    return RehearsalRecord(**values)


def change(connection: sqlite3.Connection, rehearsal: RehearsalId, **values: Any) -> None:
    """Set columns of one rehearsal. Raises InputProblem where there is none."""
    values["updated"] = now_utc()
    changed = connection.execute(
        f"UPDATE rehearsals SET {', '.join(name + ' = ?' for name in values)} WHERE id = ?", (*values.values(), rehearsal)
    ).rowcount
    if not changed:
        raise absent(rehearsal)


def absent(rehearsal: str) -> InputProblem:
    return InputProblem(f"There is no meeting {storable(rehearsal)} in the library.", "`rehearse list rehearsals` shows all.")


def insert_review(connection: sqlite3.Connection, review: Mapping[str, Any]) -> str:
    """Add a review beside those that are there, and the marks that it brings. Returns its id, a new one where it had none.

    Raises ValueError where it names no rehearsal or its id is taken.
    """
    rehearsal = review.get("rehearsal")
    if not rehearsal:
        raise ValueError("a review in the library belongs to a rehearsal")
    id = str(review.get("id") or new_id("v"))
    whole = {
        **{k: v for k, v in without_marks(review).items() if k != own_lines.KEY},
        "id": id,
        "created": review.get("created") or now_utc(),
    }
    values = {
        "id": id,
        "rehearsal": rehearsal,
        "leaf": (review.get("take") or {}).get("leaf"),
        "created": whole["created"],
        "judge": (review.get("judge") or {}).get("kind"),
        **{name: review.get(name) for name in ("ladder", "passed", "applicable", "total")},
        **_with_rubric_apart(connection, whole),
    }
    if not rows.insert(connection, "reviews", values):
        raise ValueError(f"review {id} is there already")
    marks.put_all(connection, id, review)
    own_lines.put(connection, review)
    objections.refill(connection, rehearsal)
    return id


def reviews(connection: sqlite3.Connection, rehearsal: RehearsalId) -> tuple[dict[str, Any], ...]:
    """All reviews of one rehearsal, oldest first, each with the marks that were put on it."""
    own, not_useful = marks.of_rehearsal(connection, rehearsal)
    found = connection.execute(
        "SELECT v.json, s.json FROM reviews v LEFT JOIN snapshots s ON s.hash = v.rubric_snapshot"
        " WHERE v.rehearsal = ? ORDER BY v.seq",
        (rehearsal,),
    )
    read = ((codec.json_object(text), codec.json_object(rubric)) for text, rubric in found)
    whole = (r if rubric is None else {**r, "rubric": r["rubric"] | rubric} for r, rubric in read if r is not None)
    lines = own_lines.of_rehearsal(connection, rehearsal)

    def with_line(review: dict[str, Any]) -> dict[str, Any]:
        line = lines.get(own_lines.turn_of(review) or "")
        return review if line is None else {**review, own_lines.KEY: line}

    return tuple(with_line(with_marks(r, own.get(r["id"], ()), not_useful.get(r["id"], ()))) for r in whole)


def _with_rubric_apart(connection: sqlite3.Connection, review: dict[str, Any]) -> dict[str, str | None]:
    """The columns of a review's JSON. A rubric that stands whole in it is kept once for all reviews that were made with it."""
    rubric = review.get("rubric")
    if not isinstance(rubric, Mapping) or "criteria" not in rubric:
        return {"json": codec.to_json(review), "rubric_snapshot": None}
    own = {name: rubric[name] for name in ("id", "hash", "mode") if name in rubric}
    kept = {name: value for name, value in rubric.items() if name not in own}
    return {"json": codec.to_json({**review, "rubric": own}), "rubric_snapshot": _keep_snapshot(connection, kept)}


def purge(connection: sqlite3.Connection, ids: list[str]) -> None:
    """Delete rehearsals with all that belongs to them. Foreign keys are off: whole rehearsals go, children with parents."""
    gone = [(id,) for id in ids]
    connection.executemany("DELETE FROM appraisals WHERE turn IN (SELECT id FROM turns WHERE rehearsal = ?)", gone)
    for table in ("marks", "not_useful"):
        connection.executemany(f"DELETE FROM {table} WHERE review IN (SELECT id FROM reviews WHERE rehearsal = ?)", gone)
    for table in ("drafts", "objections", "own_lines", "reviews", "turns"):
        connection.executemany(f"DELETE FROM {table} WHERE rehearsal = ?", gone)
    connection.executemany("DELETE FROM rehearsals WHERE id = ?", gone)
    connection.execute(
        "DELETE FROM snapshots WHERE hash NOT IN (SELECT persona_snapshot FROM rehearsals"
        " UNION SELECT scenario_snapshot FROM rehearsals WHERE scenario_snapshot IS NOT NULL"
        " UNION SELECT rubric_snapshot FROM reviews WHERE rubric_snapshot IS NOT NULL)"
    )


def _keep_snapshot(connection: sqlite3.Connection, value: JsonObject) -> str:
    text = codec.to_json(value)
    digest = hashlib.sha256(text.encode()).hexdigest()
    connection.execute("INSERT OR IGNORE INTO snapshots (hash, json) VALUES (?, ?)", (digest, text))
    return digest
