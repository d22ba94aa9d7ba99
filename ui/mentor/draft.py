"""Feedback while it is written: comments, marks, what comes next. Every change is kept as it is typed, until it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rehearse import kept
from rehearse.bundles.records import NEXT, Comment, GivenMark, Next, Submission
from rehearse.errors import Problem
from rehearse.review.mentor import OwnMark
from rehearse.review.types import Review
from ui.mentor.office import Office
from ui.review.marking import Marking

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.engine import Engine

_T = TypeVar("_T")
_About = tuple[str, str, str]


class Draft(QObject):
    """One a submission that is read. Signals: ``changed()``; ``failed(object)`` a Problem: it is not kept, and stays shown."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, engine: Engine, office: Office, on: Submission, was: Mapping[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._office, self.on = engine, office, on
        self.comments: dict[str, Comment] = {c.id: c for c in _read(Comment, was.get("comments"))}
        self.marks: dict[_About, GivenMark] = {(m.review, m.criterion, m.check): m for m in _read(GivenMark, was.get("marks"))}
        self.next: Next | None = next((n for n in NEXT if n == was.get("next")), None)
        self.next_turn, self.note = str(was.get("next_turn") or ""), str(was.get("note") or "")
        self._writing = self._again = self.sent = False

    @property
    def empty(self) -> bool:
        """Whether nothing is said yet."""
        return not (self.comments or self.marks or self.next or self.note.strip())

    def to_json(self) -> dict[str, Any]:
        """As `rehearse feedback --draft` reads it too."""
        said = {"next": self.next, "next_turn": self.next_turn, "note": self.note}
        listed = {"marks": [kept.write(m) for m in self.marks.values()], "comments": [kept.write(c) for c in self.ordered]}
        return {**{k: v for k, v in listed.items() if v}, **{k: v for k, v in said.items() if v}}

    @property
    def ordered(self) -> list[Comment]:
        """The comments in the order of the words that they are on."""
        place = {
            (take["rehearsal"], line["id"]): (i, j)
            for i, take in enumerate(self.on.takes)
            for j, line in enumerate(take["turns"])
        }
        return sorted(self.comments.values(), key=lambda c: (place.get((c.rehearsal, c.turn), (0, 0)), c.start, c.id))

    # ---- changing it

    def comment(self, comment: Comment) -> None:
        """Put a comment, in the place of the one with its id; one without words is none."""
        if comment.text.strip():
            self.comments[comment.id] = comment
        else:
            self.comments.pop(comment.id, None)
        self._keep()

    def drop(self, id: str) -> None:
        """Take a comment back."""
        if self.comments.pop(id, None) is not None:
            self._keep()

    def new_id(self) -> str:
        """An id for one more comment."""
        return next(id for n in range(1, len(self.comments) + 2) if (id := f"c_{n}") not in self.comments)

    def mark(self, mark: GivenMark) -> None:
        """Put one's mark on a check."""
        self.marks[mark.review, mark.criterion, mark.check] = mark
        self._keep()

    def unmark(self, review: str, criterion: str, check: str) -> None:
        """Take one's mark back."""
        if self.marks.pop((review, criterion, check), None) is not None:
            self._keep()

    def say(self, *, next: Next | None, next_turn: str, note: str) -> None:
        """What comes next, and a word on the whole."""
        self.next, self.next_turn, self.note = next, next_turn, note
        self._keep()

    # ---- keeping it

    def _keep(self) -> None:
        """One write at a time; what was typed meanwhile goes with the next one."""
        self.changed.emit()
        if self._writing:
            self._again = True
            return
        if self.sent:
            return
        self._writing = True
        value = None if self.empty else self.to_json()

        def done(problem: Problem | None = None) -> None:
            if not isValid(self):
                return
            self._writing = False
            again, self._again = self._again, False
            if problem is not None:
                self.failed.emit(problem)
            if again:
                self._keep()

        self._engine.ask(lambda: self._office.keep_draft(self.on.id, value), lambda _: done(), done)

    def finish(self) -> None:
        """Write what is not kept yet, as nobody will be here to."""
        if self._again and not self.sent:
            value = None if self.empty else self.to_json()
            self._again = False
            self._engine.ask(lambda: self._office.keep_draft(self.on.id, value), failed=lambda _problem: None)


class DraftMarking(Marking):
    """Marks on the checks of a review that somebody sent: they go into the draft, and nowhere else. Notes are not weighed."""

    weighs = False

    def __init__(self, engine: Engine, desk: Desk, review: Review, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(engine, desk, review, parent)
        self._draft = draft
        for given in draft.marks.values():
            if given.review == review.id:
                mark = OwnMark(given.criterion, given.check, given.verdict, given.why)
                self._marks[*mark.about, "", 0] = mark

    def _set(self, criterion: str, check: str, mark: OwnMark | None, before: OwnMark | None) -> None:
        key = (criterion, check, "", 0)
        if mark is None:
            self._marks.pop(key, None)
            self._draft.unmark(self._review, criterion, check)
        else:
            self._marks[key] = replace(mark, who="")
            self._draft.mark(GivenMark(self._review, criterion, check, mark.verdict, mark.why))
        self.marked.emit(criterion, check)


def _read(kind: type[_T], listed: object) -> Iterator[_T]:
    """Those that are as they should be: a draft may be an older program's."""
    for one in listed if isinstance(listed, list) else ():
        try:
            yield kept.read(kind, one)
        except (ValueError, TypeError):
            continue
