"""The library: every meeting that was held, in one SQLite file."""

from rehearse.library.backup import Backup, backups_in, restore
from rehearse.library.front import Library
from rehearse.library.ids import new_id
from rehearse.library.problems import LibraryProblem
from rehearse.library.records import Hit, Page, Rehearsal, RehearsalRecord, RehearsalRow
from rehearse.library.store import Store
from rehearse.library.text import storable

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
