"""Times as text: what stands in the library and in the names of its backups. Always UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def now_utc() -> str:
    """Now, as `2026-05-09T07:49:26.123Z`. For people to read; nothing is ordered by it."""
    return as_text(datetime.now(UTC))


def as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def file_stamp(moment: datetime | None = None) -> str:
    """A time as part of a file's name: `20260509T074926Z`."""
    return (moment or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
