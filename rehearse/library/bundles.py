"""The bundles of the library and what is prepared for them: each method one transaction, or one state of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rehearse.library import handed, notes
from rehearse.library.connection import reading, writing
from rehearse.library.handed import FolderFile, Given, Handed, HandedRow, Standing
from rehearse.library.notes import Shelf


class Bundles:
    """Used from the thread of its store. Raises StoreProblem as a store does, InputProblem for a bundle that is not there."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    # ---- writing

    def put(self, *given: Given) -> tuple[bool, ...]:
        """Add bundles, all in one transaction; for each whether it was new. One that is there already changes nothing."""
        with writing(self._connection, self._path):
            return tuple(handed.put(self._connection, one) for one in given)

    def take_in_files(self, folder: str, given: Iterable[Given], files: Iterable[FolderFile]) -> frozenset[str]:
        """Bundles from a folder, and how its files were found, at once. Returns the digests of those that were new."""
        with writing(self._connection, self._path):
            new = frozenset(one.digest for one in given if handed.put(self._connection, one))
            handed.put_folder_files(self._connection, folder, files)
        return new

    def trust(self, folded: str, key: str) -> None:
        """Take this key for this name's from now on, beside those that are trusted already."""
        with writing(self._connection, self._path):
            handed.meet(self._connection, folded, key, trusted=True)

    def remove(self, digest: str) -> bool:
        """Take a bundle out for good. Whether it was there."""
        with writing(self._connection, self._path):
            return handed.remove(self._connection, digest)

    def resolve(self, digest: str, comment: str, on: bool = True) -> None:
        """Say that a comment of a feedback was dealt with, or take that back."""
        with writing(self._connection, self._path):
            handed.resolve(self._connection, digest, comment, on)

    def put_note(self, shelf: Shelf, id: str, value: Mapping[str, Any]) -> None:
        """Keep a pitch, a brief or what is being written, in the place of the one with this id."""
        with writing(self._connection, self._path):
            notes.put(self._connection, shelf, id, value)

    def drop_note(self, shelf: Shelf, id: str) -> None:
        with writing(self._connection, self._path):
            notes.drop(self._connection, shelf, id)

    def answer(self, feedback: str, about: str, value: Mapping[str, Any] | None) -> None:
        """Keep an answer to a feedback until it is sent, in the place of the one to the same; None takes it back."""
        with writing(self._connection, self._path):
            notes.answer(self._connection, feedback, about, value)

    # ---- reading

    def rows(
        self, kind: Handed | None = None, *, about: str | None = None, id: str | None = None, rehearsal: str | None = None
    ) -> tuple[HandedRow, ...]:
        """The bundles like this: of a kind, about an assignment or a submission, with an id, of a meeting."""
        with reading(self._connection, self._path):
            return handed.rows(self._connection, kind, about=about, id=id, rehearsal=rehearsal)

    def one(self, named: str) -> tuple[HandedRow, dict[str, Any]]:
        """The bundle of this id or beginning of a digest, with the whole of it."""
        with reading(self._connection, self._path):
            row = handed.one(self._connection, named)
            return row, handed.data(self._connection, row.digest)

    def data(self, digest: str) -> dict[str, Any]:
        """The whole of a bundle, as it came."""
        with reading(self._connection, self._path):
            return handed.data(self._connection, digest)

    def standing(self, given: Given) -> tuple[Standing, bool]:
        """How a bundle would stand, were it taken in now, and whether its author's name was never seen signed before."""
        with reading(self._connection, self._path):
            return handed.standing_of(self._connection, given), handed.first_sight(self._connection, given.folded)

    def resolved(self, digest: str) -> frozenset[str]:
        """The comments of a feedback that were dealt with."""
        with reading(self._connection, self._path):
            return handed.resolved(self._connection, digest)

    def submissions(self) -> frozenset[str]:
        """The ids of all submissions, one's own too."""
        with reading(self._connection, self._path):
            return handed.submissions(self._connection)

    def to_answer(self) -> int:
        """How many submissions of others have no feedback of yours."""
        with reading(self._connection, self._path):
            return handed.to_answer(self._connection)

    def signed_with(self, folded: str, key: str) -> frozenset[str]:
        """The digests of what was signed with this key under this name."""
        with reading(self._connection, self._path):
            return handed.signed_with(self._connection, folded, key)

    def count_of(self, digests: Iterable[str]) -> int:
        """How many of these are in the library."""
        with reading(self._connection, self._path):
            return sum(handed.is_there(self._connection, digest) for digest in digests)

    def folder_files(self, folder: str) -> dict[str, FolderFile]:
        """How the files of a team folder were found when they were looked at."""
        with reading(self._connection, self._path):
            return handed.folder_files(self._connection, folder)

    def notes(self, shelf: Shelf, id: str | None = None) -> dict[str, dict[str, Any]]:
        """Pitches, briefs or what is being written, by id."""
        with reading(self._connection, self._path):
            return notes.of(self._connection, shelf, id)

    def answers(self, feedback: str) -> tuple[dict[str, Any], ...]:
        """The answers to a feedback that wait to be sent."""
        with reading(self._connection, self._path):
            return notes.answers(self._connection, feedback)

    def attempts(self, scenario_hash: str) -> tuple[str, ...]:
        """The meetings that were held in a situation as it was handed out, oldest first; those that were deleted left out."""
        with reading(self._connection, self._path):
            found = self._connection.execute(
                "SELECT id FROM rehearsals WHERE scenario_hash = ? AND deleted_at IS NULL ORDER BY seq", (scenario_hash,)
            )
            return tuple(id for (id,) in found)
