"""One row into a table. Names of tables and columns come from this package only, values are always bound."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> bool:
    """Add the row; False where one with this id is there already."""
    added = connection.execute(_insert(table, values) + " ON CONFLICT (id) DO NOTHING", tuple(values.values())).rowcount
    return added > 0


def put(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> None:
    """Add the row, or change the one with this id."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "id")
    connection.execute(f"{_insert(table, values)} ON CONFLICT (id) DO UPDATE SET {changes}", tuple(values.values()))


def _insert(table: str, values: Mapping[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
