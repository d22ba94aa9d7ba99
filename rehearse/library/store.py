"""The library: every meeting, its turns and reviews, in one SQLite file. Synchronous; the asyncio front is `front.py`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.conversation import Appraisal, Ladder, RehearsalId, Stance, Turn, TurnId
from rehearse.errors import StoreProblem
from rehearse.events import EndReason
from rehearse.library import backup, codec, marks, meetings, own_lines, schema, turns
from rehearse.library.asking import Asking
from rehearse.library.connection import connect, look, writing
from rehearse.library.migrations import STEPS, bring_up, recognise, version_of
from rehearse.library.owner import Owner, is_gone
from rehearse.library.problems import problem, told
from rehearse.library.records import RehearsalRecord
from rehearse.library.stamps import as_text, now_utc
from rehearse.library.text import storable

if TYPE_CHECKING:
    from rehearse.library.bundles import Bundles
    from rehearse.review.mentor import OwnMark

_MERGED_PAGES = 16  # of the index of words, in one step of tidying


class Store(Asking):
    """One connection, used from the thread that opened it. What writes has reached the disk when it returns.

    Every method raises StoreProblem where the file cannot be read or written (nothing is half done then, and the same
    call may be made again), and InputProblem for a meeting that is not there.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, backups: Path) -> None:
        self.connection = connection
        self.path = path
        self.backups = backups
        self._owner = Owner(path)

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None, readonly: bool = False) -> Store:
        """Open the library at `path`; make it, with its folder, where there is none (not with `readonly`).

        An older file is backed up to `backups` (by default the folder of this name beside it) and brought up to date.
        Raises StoreProblem for anything that is not a library this program can use, and leaves it untouched.
        """
        backups = backups or path.parent / "backups"
        backup.finish_restore(path)
        there = look(path, len(STEPS))
        if readonly and not there:
            raise problem("no_folder", path)
        if not there:
            with told(path):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                backup.make_private(path)
        connection = connect(path, readonly=readonly)
        try:
            if readonly:
                with told(path):
                    recognise(connection, path, len(STEPS))
                    if version_of(connection) < len(STEPS):
                        raise problem("older", path)
            else:
                bring_up(connection, path, backups)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, backups)

    def close(self) -> None:
        """Leave every meeting that this store had open, and let go of the file. May be called twice."""
        if self._owner.used:
            # Where this cannot be written, the meetings are marked as interrupted at the next start: no harm.
            with suppress(StoreProblem), self._writing():
                self.connection.execute("UPDATE rehearsals SET owner = NULL WHERE owner = ?", (self._owner.token,))
        self.connection.close()
        self._owner.close()

    @property
    def bundles(self) -> Bundles:
        """What mentor and mentee handed each other, and what is prepared for it."""
        from rehearse.library.bundles import Bundles

        return Bundles(self.connection, self.path)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with writing(self.connection, self.path):
            yield self.connection

    # ---- writing

    def create_rehearsal(self, record: RehearsalRecord, root: Turn | None = None) -> None:
        """Add a meeting, with its first turn where there is one. Raises ValueError where the id is taken."""
        with self._writing() as connection:
            owner = self._owner.token if record.ended == "open" else None
            meetings.insert(connection, record, owner, now_utc())
            if root is not None:
                self._add(record.id, root, owner)

    def add_rehearsal(self, record: RehearsalRecord, said: Iterable[Turn], reviews: Iterable[Mapping[str, Any]] = ()) -> None:
        """Add a meeting that was held elsewhere, whole or not at all. Parents stand before their children in `said`."""
        with self._writing() as connection:
            meetings.insert(connection, record, None, now_utc())
            for turn in said:
                turns.insert(connection, record.id, turn)
            for review in reviews:
                meetings.insert_review(connection, review)

    def add_turn(self, rehearsal: RehearsalId, turn: Turn) -> None:
        """Add a turn, with what was made of it; the meeting then stands at it, and its draft goes.

        The same turn once more changes nothing. Raises ValueError where its parent is not in this meeting.
        """
        with self._writing():
            self._add(rehearsal, turn, self._owner.token)

    def _add(self, rehearsal: RehearsalId, turn: Turn, owner: str | None) -> None:
        self._stand_at(rehearsal, turn.id, turn.until if turn.until is not None else turn.at, owner=owner, interrupted=False)
        turns.insert(self.connection, rehearsal, turn)

    def _stand_at(self, rehearsal: RehearsalId, leaf: TurnId, clock: float | None, **values: Any) -> None:
        if clock is not None:
            values["clock"] = clock
        meetings.change(self.connection, rehearsal, leaf=leaf, **values)

    def annotate(self, turn: TurnId, appraisal: Appraisal | None, stance: Stance | None) -> None:
        """Put what was made of a turn beside it. Raises ValueError where there is no such turn."""
        with self._writing() as connection:
            if not connection.execute("SELECT 1 FROM turns WHERE id = ?", (turn,)).fetchone():
                raise ValueError(f"there is no turn {turn}")
            turns.annotate(connection, turn, appraisal, stance)

    def save_draft(self, rehearsal: RehearsalId, turn: Turn) -> None:
        """Keep what is being spoken. After a crash `recover` makes a turn of it."""
        with self._writing() as connection:
            turns.save_draft(connection, rehearsal, turn, self._owner.token, now_utc())

    def drop_draft(self, turn: TurnId) -> None:
        with self._writing() as connection:
            turns.drop_draft(connection, turn)

    def end_rehearsal(
        self,
        rehearsal: RehearsalId,
        reason: EndReason,
        ladder: Ladder | None,
        forced: bool = False,
        decision: Mapping[str, Any] | None = None,
        open_objections: int | None = None,
    ) -> None:
        """Say how the meeting ended. `open_objections` counts those left open or dodged."""
        text = None if decision is None else codec.to_json(decision)
        with self._writing() as connection:
            meetings.change(
                connection, rehearsal, ended=reason, ladder=ladder, forced=forced, decision_json=text,
                open_objections=open_objections, owner=None, interrupted=False,
            )  # fmt: skip

    def reopen_rehearsal(self, rehearsal: RehearsalId, leaf: TurnId) -> None:
        """Go on from this turn: what stood about the ending is taken away; nothing that was said is."""
        with self._writing():
            self._move(
                rehearsal, leaf, ended="open", ladder=None, forced=False, decision_json=None, open_objections=None,
                owner=self._owner.token, interrupted=False,
            )  # fmt: skip

    def set_leaf(self, rehearsal: RehearsalId, leaf: TurnId) -> None:
        """The meeting stands at this turn, and its clock with it. Raises ValueError where it is not of this meeting."""
        with self._writing():
            self._move(rehearsal, leaf)

    def _move(self, rehearsal: RehearsalId, leaf: TurnId, **values: Any) -> None:
        row = self.connection.execute("SELECT rehearsal, coalesce(until, at) FROM turns WHERE id = ?", (leaf,)).fetchone()
        if row is not None and row[0] != rehearsal:
            row = None
        if row is None and self._exists(rehearsal):
            raise ValueError(f"there is no turn {leaf} in {rehearsal}")
        self._stand_at(rehearsal, leaf, row[1] if row else None, **values)

    def leave(self, rehearsal: RehearsalId) -> None:
        """The meeting stays open, and was left on purpose: a crash later does not mark it as interrupted."""
        with self._writing() as connection:
            meetings.change(connection, rehearsal, owner=None, interrupted=False)

    def add_review(self, review: Mapping[str, Any]) -> str:
        """Add a review (`rehearse/review@1`) beside the others. Returns its id, a new one where it had none."""
        with self._writing() as connection:
            if not self._exists(review.get("rehearsal")) and review.get("rehearsal"):
                raise meetings.absent(str(review["rehearsal"]))
            return meetings.insert_review(connection, review)

    def put_mark(self, review: str, mark: OwnMark, instead_of: str | None = None) -> OwnMark:
        """Keep a person's own mark on a check, in the place of the same person's before. Returns it as it is kept.

        `instead_of` is another name under which that person had marked it: that mark goes. Raises InputProblem where the review
        is not in the library.
        """
        with self._writing() as connection:
            if instead_of is not None:
                marks.take_back(connection, review, *mark.about, instead_of)
            return marks.put(connection, review, mark)

    def take_mark_back(self, review: str, criterion: str, check: str, who: str) -> None:
        """Drop a person's mark; where there is none, nothing changes."""
        with self._writing() as connection:
            marks.take_back(connection, review, criterion, check, who)

    def say_not_useful(self, review: str, note: str, on: bool = True) -> None:
        """Say that a note of a review is not useful, or take that back. Raises InputProblem as `put_mark`."""
        with self._writing() as connection:
            marks.say_not_useful(connection, review, storable(note), on)

    def keep_own_line(self, turn: str, text: str) -> None:
        """Keep what somebody would say in the place of this line, as typed; an empty text takes it away. Raises InputProblem where
        the line is not in the library."""
        with self._writing() as connection:
            own_lines.keep(connection, turn, text)

    def rename(self, rehearsal: RehearsalId, title: str) -> None:
        with self._writing() as connection:
            meetings.change(connection, rehearsal, title=storable(title))

    def delete(self, rehearsal: RehearsalId) -> RehearsalId:
        """Take a meeting out of sight. Returns what `undelete` brings it back with, until it is purged."""
        with self._writing() as connection:
            meetings.change(connection, rehearsal, deleted_at=now_utc())
        return rehearsal

    def undelete(self, rehearsal: RehearsalId) -> None:
        with self._writing() as connection:
            meetings.change(connection, rehearsal, deleted_at=None)

    def purge_deleted(self, older_than_seconds: float = 0.0) -> int:
        """Delete for good what was deleted longer ago than this. Returns how many meetings."""
        until = as_text(datetime.now(UTC) - timedelta(seconds=older_than_seconds))
        with self._unchecked(), self._writing() as connection:
            found = connection.execute("SELECT id FROM rehearsals WHERE deleted_at <= ?", (until,)).fetchall()
            if found:
                meetings.purge(connection, [id for (id,) in found])
        return len(found)

    def tidy(self) -> bool:
        """One small step (a few ms) of what no commit should wait for. Whether there is more; call it when nobody waits.

        Merges the pieces of the index of words, of which each line adds one; when these are few, empties the log into the file.
        Without it the pieces are merged sixteen at a time by the commit that makes the sixteenth, and the log is emptied by the
        commit that makes it too long: all works as well, only now and then a line waits for it.
        """
        before = self.connection.total_changes
        with self._writing() as connection:
            connection.execute("INSERT INTO turns_fts (turns_fts, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))
        if self.connection.total_changes - before > 1:  # one change is the command itself
            return True
        with told(self.path):
            self.connection.execute("PRAGMA wal_checkpoint (PASSIVE)").fetchall()
        return False

    def delete_all(self) -> None:
        """Delete every meeting, every backup and every file that was set aside, for good, and their traces in the file."""
        with self._unchecked(), self._writing() as connection:
            # Words go all at once below, not row by row.
            triggers = [
                connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] for name in schema.LOST
            ]
            for name in schema.LOST:
                connection.execute(f"DROP TRIGGER {name}")
            for table in (
                "appraisals", "drafts", "marks", "not_useful", "objections", "own_lines", "reviews", "turns", "rehearsals",
                "snapshots", "bundle_bodies", "bundle_meetings", "resolved", "bundles", "authors", "folder_files",
                "feedback_drafts", "sending_drafts", "answers", "comments", "pitches", "briefs",
            ):  # fmt: skip
                connection.execute(f"DELETE FROM {table}")
            for index in schema.SEARCHED:
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
            for trigger in triggers:
                connection.execute(trigger)
        backup.remove_all(self.path, self.backups)
        with told(self.path):
            self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _unchecked(self) -> Iterator[None]:
        """Foreign keys off: parents and children go together, and looking for children of each turn would take minutes."""
        self.connection.execute("PRAGMA foreign_keys = OFF")
        try:
            yield
        finally:
            self.connection.execute("PRAGMA foreign_keys = ON")

    def recover(self) -> tuple[RehearsalId, ...]:
        """After a crash: what was being spoken becomes a turn that was cut. Returns the meetings that were interrupted.

        Looks only at what a program that has ended left open; drafts without a word are dropped. Call it once at start.
        """
        with self._writing() as connection:
            owners = connection.execute(
                "SELECT owner FROM drafts UNION SELECT owner FROM rehearsals WHERE owner IS NOT NULL"
            ).fetchall()
            found: dict[RehearsalId, None] = {}
            for (owner,) in owners:
                if is_gone(self.path, owner):
                    found |= dict.fromkeys(self._take_over(owner))
        return tuple(found)

    def _take_over(self, owner: str) -> list[RehearsalId]:
        connection = self.connection
        drafts = turns.drafts_of(connection, owner)
        for rehearsal, turn in drafts:
            if turn.text.strip():
                self._add(rehearsal, turn, None)
            turns.drop_draft(connection, turn.id)
        for rehearsal in dict.fromkeys(r for r, _ in drafts):
            meetings.change(connection, rehearsal, owner=owner)
        left = connection.execute(
            "SELECT id, ended = 'open' AND deleted_at IS NULL FROM rehearsals WHERE owner = ? ORDER BY seq", (owner,)
        ).fetchall()
        for id, is_open in left:
            meetings.change(connection, id, owner=None, interrupted=is_open)
        return [RehearsalId(id) for id, is_open in left if is_open]

    def _exists(self, rehearsal: object) -> bool:
        return bool(self.connection.execute("SELECT 1 FROM rehearsals WHERE id = ?", (rehearsal,)).fetchone())
