"""What is asked of the library: one meeting whole, pages of them, what was said, objections, marks. Nothing is written here."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.conversation import Ladder, RehearsalId, Tree, TurnId
from rehearse.library import codec, finding, listing, marks, meetings, objections, own_lines, turns
from rehearse.library.connection import reading
from rehearse.library.problems import problem, told
from rehearse.library.records import Found, Hit, Page, Rehearsal, RehearsalRow

if TYPE_CHECKING:
    from rehearse.conversation import ObjectionStatus
    from rehearse.review.across import Count, Voiced
    from rehearse.review.mentor import OwnMark
    from rehearse.review.types import Review


class Asking:
    """The half of the store that only reads. Every method raises as those of the store do."""

    connection: sqlite3.Connection
    path: Path

    def page(
        self,
        limit: int = 50,
        before: int | None = None,
        *,
        persona: str | None = None,
        ladder: Ladder | None = None,
        open_only: bool = False,
        with_open_objections: bool = False,
    ) -> Page:
        """The newest meetings before the key `before`. `open_only` = meetings that have not ended."""
        with told(self.path):
            return listing.page(self.connection, limit, before, persona, ladder, open_only, with_open_objections)

    def load(self, rehearsal: RehearsalId) -> Rehearsal:
        """One meeting whole. Raises InputProblem where it is not there (or is deleted)."""
        with reading(self.connection, self.path):
            try:
                record = meetings.record(self.connection, rehearsal)
                if record is None or record.deleted_at is not None:
                    raise meetings.absent(rehearsal)
                tree = Tree(turns.of(self.connection, rehearsal))
                return Rehearsal(record, tree, meetings.reviews(self.connection, rehearsal))
            except ValueError as raised:  # a parent that is gone, JSON that is none: nothing that this program wrote
                raise problem("damaged", self.path) from raised

    def search(self, words: str, limit: int = 50, before: int | None = None, kind: Found | None = None) -> tuple[Hit, ...]:
        """What has all these words in it, newest first: lines, and before them a few objections, comments and briefs; of one kind
        alone with `kind`. Any text may be searched for; it is taken literally."""
        with reading(self.connection, self.path):
            return finding.find(self.connection, words, limit, before, kind)

    def count_objections(self) -> tuple[Count, ...]:
        """How many objections there are in all meetings, by person, kind and status. Of each take its newest review counts."""
        with told(self.path):
            return objections.counts(self.connection)

    def objections(
        self,
        limit: int | None = 50,
        before: int | None = None,
        *,
        persona: str | None = None,
        kind: str | None = None,
        statuses: Sequence[ObjectionStatus] = (),
    ) -> tuple[Voiced, ...]:
        """Objections of all meetings, the newest review first, before the key `before`. `persona` is an id (or the name of
        somebody who has none); no `statuses` means any; no `limit` means all."""
        with told(self.path):
            return objections.page(self.connection, limit, before, persona, kind, statuses)

    def marked_by(self, *names: str) -> tuple[tuple[Review, tuple[OwnMark, ...]], ...]:
        """Every review that somebody of these names marked, with their marks, oldest first. One that cannot be read is left out."""
        from rehearse.errors import InputProblem
        from rehearse.review.reading import read

        with reading(self.connection, self.path):
            found = [(codec.json_object(text), own) for text, own in marks.marked_by(self.connection, names)]
        out = []
        for data, own in found:
            with suppress(InputProblem):
                out.append((read(data or {}), tuple(own)))
        return tuple(out)

    def own_lines(self, rehearsal: RehearsalId) -> dict[str, str]:
        """What somebody would say now, by the line that it would stand for."""
        with told(self.path):
            return own_lines.of_rehearsal(self.connection, rehearsal)

    def latest_open(self) -> RehearsalRow | None:
        with told(self.path):
            return listing.latest_open(self.connection)

    def find_turn(self, turn: TurnId) -> RehearsalId | None:
        """The meeting that holds a turn, None where none does (or it was deleted)."""
        with reading(self.connection, self.path):
            row = self.connection.execute(
                "SELECT r.id FROM turns t JOIN rehearsals r ON r.id = t.rehearsal WHERE t.id = ? AND r.deleted_at IS NULL",
                (turn,),
            ).fetchone()
        return RehearsalId(row[0]) if row else None

    def resolve(self, prefix_or_id: str) -> RehearsalId:
        """The meeting whose id begins so. Raises InputProblem where there is none or more than one."""
        with told(self.path):
            return listing.resolve(self.connection, prefix_or_id)
