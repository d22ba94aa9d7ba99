"""The library for coroutines: one thread writes, one reads, the loop does neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rehearse.conversation import Appraisal, Ladder, RehearsalId, Stance, Turn, TurnId
from rehearse.events import EndReason
from rehearse.library import backup
from rehearse.library.lane import Lane
from rehearse.library.records import Found, Hit, Page, Rehearsal, RehearsalRecord, RehearsalRow
from rehearse.library.store import Store

if TYPE_CHECKING:
    from rehearse.conversation import ObjectionStatus
    from rehearse.library.bundles import Bundles
    from rehearse.review.across import Count, Voiced
    from rehearse.review.mentor import OwnMark
    from rehearse.review.types import Review

_T = TypeVar("_T")


class Library:
    """The methods of `Store`, awaited. A write that was asked for is made even when its task is cancelled.

    What was written is seen by everything that is read after the await. Raises what `Store` raises.
    """

    def __init__(self, path: Path, backups: Path | None = None) -> None:
        self.path = path
        self.backups = backups or path.parent / "backups"
        self._writer = Lane("library-writer", lambda: Store.open(path, backups=self.backups), Store.tidy)
        self._reader = Lane("library-reader", lambda: Store.open(path, backups=self.backups, readonly=True))
        self._keeper: Lane | None = None

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> Library:
        """Open (or make) the library and wait for it. Raises StoreProblem; nothing is left running then."""
        library = cls(path, backups)
        try:
            library._writer.submit(lambda store: None).result()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Wait for what is being written, then let go of the file. May be called twice; nothing can be asked after."""
        for lane in (self._keeper, self._reader, self._writer):
            if lane is not None:
                lane.close()

    # ---- writing

    async def create_rehearsal(self, record: RehearsalRecord, root: Turn | None = None) -> None:
        await self._writer.insist(lambda store: store.create_rehearsal(record, root))

    async def add_rehearsal(
        self, record: RehearsalRecord, said: Iterable[Turn], reviews: Iterable[Mapping[str, Any]] = ()
    ) -> None:
        await self._writer.insist(lambda store: store.add_rehearsal(record, said, reviews))

    async def add_turn(self, rehearsal: RehearsalId, turn: Turn) -> None:
        await self._writer.insist(lambda store: store.add_turn(rehearsal, turn))

    async def annotate(self, turn: TurnId, appraisal: Appraisal | None, stance: Stance | None) -> None:
        await self._writer.insist(lambda store: store.annotate(turn, appraisal, stance))

    async def save_draft(self, rehearsal: RehearsalId, turn: Turn) -> None:
        await self._writer.insist(lambda store: store.save_draft(rehearsal, turn))

    async def drop_draft(self, turn: TurnId) -> None:
        await self._writer.insist(lambda store: store.drop_draft(turn))

    async def end_rehearsal(
        self,
        rehearsal: RehearsalId,
        reason: EndReason,
        ladder: Ladder | None,
        forced: bool = False,
        decision: Mapping[str, Any] | None = None,
        open_objections: int | None = None,
    ) -> None:
        await self._writer.insist(lambda store: store.end_rehearsal(rehearsal, reason, ladder, forced, decision, open_objections))

    async def reopen_rehearsal(self, rehearsal: RehearsalId, leaf: TurnId) -> None:
        await self._writer.insist(lambda store: store.reopen_rehearsal(rehearsal, leaf))

    async def set_leaf(self, rehearsal: RehearsalId, leaf: TurnId) -> None:
        await self._writer.insist(lambda store: store.set_leaf(rehearsal, leaf))

    async def leave(self, rehearsal: RehearsalId) -> None:
        await self._writer.insist(lambda store: store.leave(rehearsal))

    async def add_review(self, review: Mapping[str, Any]) -> str:
        return await self._writer.insist(lambda store: store.add_review(review))

    async def put_mark(self, review: str, mark: OwnMark, instead_of: str | None = None) -> OwnMark:
        return await self._writer.insist(lambda store: store.put_mark(review, mark, instead_of))

    async def take_mark_back(self, review: str, criterion: str, check: str, who: str) -> None:
        await self._writer.insist(lambda store: store.take_mark_back(review, criterion, check, who))

    async def say_not_useful(self, review: str, note: str, on: bool = True) -> None:
        await self._writer.insist(lambda store: store.say_not_useful(review, note, on))

    async def keep_own_line(self, turn: str, text: str) -> None:
        await self._writer.insist(lambda store: store.keep_own_line(turn, text))

    async def rename(self, rehearsal: RehearsalId, title: str) -> None:
        await self._writer.insist(lambda store: store.rename(rehearsal, title))

    async def delete(self, rehearsal: RehearsalId) -> RehearsalId:
        return await self._writer.insist(lambda store: store.delete(rehearsal))

    async def undelete(self, rehearsal: RehearsalId) -> None:
        await self._writer.insist(lambda store: store.undelete(rehearsal))

    async def purge_deleted(self, older_than_seconds: float = 0.0) -> int:
        return await self._writer.insist(lambda store: store.purge_deleted(older_than_seconds))

    async def delete_all(self) -> None:
        await self._writer.insist(lambda store: store.delete_all())

    async def change_bundles(self, job: Callable[[Bundles], _T]) -> _T:
        """Have something done to the bundles: what `job` does is made even when its task is cancelled."""
        return await self._writer.insist(lambda store: job(store.bundles))

    async def recover(self) -> tuple[RehearsalId, ...]:
        return await self._writer.insist(lambda store: store.recover())

    async def back_up(self) -> backup.Backup | None:
        """Today's backup, where one is due. Made by a thread of its own: neither writing nor reading waits for it."""
        if self._keeper is None:
            self._keeper = Lane("library-keeper", lambda: Store.open(self.path, backups=self.backups, readonly=True))
        return await self._keeper.insist(lambda store: backup.daily(self.path, self.backups))

    # ---- reading

    async def page(
        self,
        limit: int = 50,
        before: int | None = None,
        *,
        persona: str | None = None,
        ladder: Ladder | None = None,
        open_only: bool = False,
        with_open_objections: bool = False,
    ) -> Page:
        return await self._reader.ask(
            lambda store: store.page(
                limit,
                before,
                persona=persona,
                ladder=ladder,
                open_only=open_only,
                with_open_objections=with_open_objections,
            )
        )

    async def load(self, rehearsal: RehearsalId) -> Rehearsal:
        return await self._reader.ask(lambda store: store.load(rehearsal))

    async def own_lines(self, rehearsal: RehearsalId) -> dict[str, str]:
        return await self._reader.ask(lambda store: store.own_lines(rehearsal))

    async def search(self, words: str, limit: int = 50, before: int | None = None, kind: Found | None = None) -> tuple[Hit, ...]:
        return await self._reader.ask(lambda store: store.search(words, limit, before, kind))

    async def count_objections(self) -> tuple[Count, ...]:
        return await self._reader.ask(lambda store: store.count_objections())

    async def objections(
        self,
        limit: int | None = 50,
        before: int | None = None,
        *,
        persona: str | None = None,
        kind: str | None = None,
        statuses: Sequence[ObjectionStatus] = (),
    ) -> tuple[Voiced, ...]:
        return await self._reader.ask(
            lambda store: store.objections(limit, before, persona=persona, kind=kind, statuses=statuses)
        )

    async def marked_by(self, *names: str) -> tuple[tuple[Review, tuple[OwnMark, ...]], ...]:
        return await self._reader.ask(lambda store: store.marked_by(*names))

    async def latest_open(self) -> RehearsalRow | None:
        return await self._reader.ask(lambda store: store.latest_open())

    async def find_turn(self, turn: TurnId) -> RehearsalId | None:
        return await self._reader.ask(lambda store: store.find_turn(turn))

    async def ask_bundles(self, job: Callable[[Bundles], _T]) -> _T:
        """Ask the bundles something; `job` only reads."""
        return await self._reader.ask(lambda store: job(store.bundles))

    async def resolve(self, prefix_or_id: str) -> RehearsalId:
        return await self._reader.ask(lambda store: store.resolve(prefix_or_id))
