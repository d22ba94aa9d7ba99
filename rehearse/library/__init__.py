"""The library: every meeting that was held, in one SQLite file."""

from typing import TYPE_CHECKING, Any

from rehearse.library.backup import Backup, backups_in, restore
from rehearse.library.ids import new_id
from rehearse.library.problems import LibraryProblem
from rehearse.library.records import Hit, Page, Rehearsal, RehearsalRecord, RehearsalRow
from rehearse.library.store import Store
from rehearse.library.text import storable

if TYPE_CHECKING:
    from rehearse.library.front import Library

__all__ = [
    "Backup",
    "Hit",
    "Library",
    "LibraryProblem",
    "Page",
    "Rehearsal",
    "RehearsalRecord",
    "RehearsalRow",
    "Store",
    "backups_in",
    "new_id",
    "restore",
    "storable",
]


def __getattr__(name: str) -> Any:
    """The asyncio front comes when it is asked for: a first page from `Store` need not wait for asyncio."""
    if name == "Library":
        from rehearse.library.front import Library

        return Library
    raise AttributeError(name)
