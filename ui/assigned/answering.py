"""Answers to what a mentor wrote: kept as they are given, sent with what is sent next. Shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rehearse.errors import Problem
from rehearse.review.mentor import OwnMark
from ui.assigned.back import Back
from ui.assigned.outgoing import MOST_ANSWER, Outgoing

if TYPE_CHECKING:
    from rehearse.bundles.records import Answer
    from ui.desk import Desk
    from ui.engine import Engine


class Answering(QObject):
    """One a meeting that is shown. Signals: ``changed()`` an answer or what was dealt with is another; ``failed(object)`` a Problem:
    it could not be kept, and what is shown is what was kept before."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, backs: Sequence[Back], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self.backs = tuple(backs)
        self.leaves: dict[str, str] = {}  # by the id of a review, the last line of its take
        self._waiting: dict[tuple[str, str], Answer] = {
            (b.received.feedback.id, to): answer for b in backs for to, answer in b.waiting.items()
        }
        self._done = {(b.row.digest, comment) for b in backs for comment in b.received.resolved}

    def find(self, note: str) -> tuple[Back, str] | None:
        """The feedback and the comment that a note shows."""
        for back in self.backs:
            for comment in back.received.feedback.comments:
                if back.note(comment.id) == note:
                    return back, comment.id
        return None

    # ---- answers

    def answer(self, back: Back, to: str) -> tuple[str, bool]:
        """What you said to a comment or a mark, and whether it went out already; an empty text where you said nothing."""
        waits = self._waiting.get((back.received.feedback.id, to))
        if waits is not None:
            return waits.text, False
        sent = back.sent.get(to)
        return (sent.text, True) if sent is not None else ("", False)

    @property
    def waiting(self) -> int:
        """How many answers go with what is sent next."""
        return len(self._waiting)

    def say(self, back: Back, to: str, text: str, contests: bool = False) -> None:
        """Answer; an empty text takes back what was not sent yet."""
        from rehearse.bundles.records import Answer

        key = back.received.feedback.id, to
        text = " ".join(text.split())[:MOST_ANSWER]
        before = self._waiting.get(key)
        if text == (before.text if before is not None else ""):
            return
        said = Answer(key[0], to, text, contests)

        def show(answer: Answer | None) -> None:
            if answer is not None and answer.text:
                self._waiting[key] = answer
            else:
                self._waiting.pop(key, None)
            self.changed.emit()

        def not_kept(problem: Problem) -> None:
            if isValid(self):
                show(before)
                self.failed.emit(problem)

        show(said)
        self._engine.ask(lambda: Outgoing(self._desk).say(said), failed=not_kept)

    # ---- dealt with

    def is_done(self, back: Back, comment: str) -> bool:
        return (back.row.digest, comment) in self._done

    def set_done(self, back: Back, comment: str, on: bool) -> None:
        """Say that a comment was dealt with, or take that back."""
        key = back.row.digest, comment

        def show(now: bool) -> None:
            (self._done.add if now else self._done.discard)(key)
            self.changed.emit()

        async def keep() -> None:
            await (await self._desk.library()).change_bundles(lambda bundles: bundles.resolve(*key, on))

        def not_kept(problem: Problem) -> None:
            if isValid(self):
                show(not on)
                self.failed.emit(problem)

        show(on)
        self._engine.ask(keep, failed=not_kept)

    # ---- marks

    def marks(self, review: str, criterion: str, check: str) -> tuple[OwnMark, ...]:
        """What mentors say of a check of a review, beside the judge."""
        return tuple(
            OwnMark(m.criterion, m.check, m.verdict, m.why, back.received.feedback.author.name, back.received.feedback.made)
            for back in self.backs
            for m in back.marks(review, self.leaves.get(review, ""))
            if (m.criterion, m.check) == (criterion, check)
        )
