"""What a person says of one review: marks on its checks, notes that were not useful. Shown at once, kept in the library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from rehearse.errors import Problem
from rehearse.review.mentor import LONGEST_NAME, LONGEST_WHY, OwnMark, marks_of, not_useful_of, one_line
from rehearse.review.types import Review, Said

if TYPE_CHECKING:
    from ui.assigned.answering import Answering
    from ui.desk import Desk
    from ui.engine import Engine

Key = tuple[str, str, str, int]


def _key(mark: OwnMark) -> Key:
    return *mark.about, mark.who, mark.unnamed


class Marking(QObject):
    """One a review. A mark of this person is one that they signed, or that was put here and nobody signed.

    Signals: ``marked(str, str)`` the criterion and check whose marks changed; ``noted(str, bool)`` a note's name, and whether it
    is not useful now; ``signed()`` the name beside the marks is another; ``kept()``
    after a mark that was put or taken back is in the library; ``failed(object)`` a Problem: it could not be kept, and
    what is shown is what was kept before.
    """

    marked = Signal(str, str)
    noted = Signal(str, bool)
    signed = Signal()
    kept = Signal()
    failed = Signal(object)
    weighs = True  # whether notes can be said to be not useful

    def __init__(self, engine: Engine, desk: Desk, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._review = engine, desk, review.id
        self._marks: dict[Key, OwnMark] = {_key(m): m for m in marks_of(review.extra)}
        self._not_useful = set(not_useful_of(review.extra))
        self._said: list[tuple[str, bool]] = []  # what was said of notes while it is shown, oldest first
        self.answering: Answering | None = None  # what mentors wrote back, and what is answered

    # ---- marks

    @property
    def name(self) -> str:
        """How this person signs; empty until they say."""
        return self._desk.settings.signs_as

    def own(self, criterion: str, check: str) -> OwnMark | None:
        """This person's mark on a check."""
        return self._marks.get((criterion, check, self.name, 0)) or self._marks.get((criterion, check, "", 0))

    def others(self, criterion: str, check: str) -> tuple[OwnMark, ...]:
        """What other people say of a check, oldest first."""
        here = [m for m in self._marks.values() if m.about == (criterion, check)]
        found = [m for m in here if m.unnamed or m.who not in ("", self.name)]
        if self.answering is not None:
            found += self.answering.marks(self._review, criterion, check)
        return tuple(sorted(found, key=lambda m: m.when))

    def put(self, criterion: str, check: str, verdict: Said, why: str = "") -> None:
        """Mark a check, in the place of one's mark before. The same again changes nothing."""
        when = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        mark = OwnMark(criterion, check, verdict, one_line(why, LONGEST_WHY), self.name, when)
        before = self.own(criterion, check)
        if before is not None and (before.verdict, before.why, before.who) == (mark.verdict, mark.why, mark.who):
            return
        self._set(criterion, check, mark, before)

    def take_back(self, criterion: str, check: str) -> None:
        """Take one's mark back."""
        before = self.own(criterion, check)
        if before is not None:
            self._set(criterion, check, None, before)

    def _set(self, criterion: str, check: str, mark: OwnMark | None, before: OwnMark | None) -> None:
        def show(gone: OwnMark | None, there: OwnMark | None) -> None:
            if gone is not None:
                self._marks.pop(_key(gone), None)
            if there is not None:
                self._marks[_key(there)] = there
            self.marked.emit(criterion, check)

        async def keep() -> None:
            library = await self._desk.library()
            if mark is not None:
                await library.put_mark(self._review, mark, before.who if before is not None else None)
            elif before is not None:
                await library.take_mark_back(self._review, criterion, check, before.who)

        def kept(_: object) -> None:
            if isValid(self):
                self.kept.emit()

        def not_kept(problem: Problem) -> None:
            if isValid(self):
                show(mark, before)
                self.failed.emit(problem)

        show(before, mark)
        self._engine.ask(keep, kept, not_kept)

    def sign(self, name: str) -> None:
        """Say how one's marks are signed from now on."""
        name = one_line(name, LONGEST_NAME)
        if name == self.name:
            return

        async def keep() -> None:
            self._desk.change(signs_as=name)

        def told(signal: SignalInstance, *values: object) -> None:
            if isValid(self):
                signal.emit(*values)

        self._engine.ask(keep, lambda _: told(self.signed), lambda problem: told(self.failed, problem))

    # ---- notes

    def is_not_useful(self, note: str) -> bool:
        return note in self._not_useful

    @property
    def not_useful(self) -> frozenset[str]:
        """The names of the notes that are not useful."""
        return frozenset(self._not_useful)

    def say_not_useful(self, note: str, on: bool) -> None:
        """Say that a note is not useful, or take that back."""
        if on != (note in self._not_useful):
            self._said.append((note, on))
            self._say(note, on)

    def undo(self) -> bool:
        """Take back what was said of a note last; False where nothing is left to take back."""
        while self._said:
            note, on = self._said.pop()
            if on == (note in self._not_useful):  # not where it could not be kept
                self._say(note, not on)
                return True
        return False

    def _say(self, note: str, on: bool) -> None:

        def show(now: bool) -> None:
            (self._not_useful.add if now else self._not_useful.discard)(note)
            self.noted.emit(note, now)

        async def keep() -> None:
            await (await self._desk.library()).say_not_useful(self._review, note, on)

        def not_kept(problem: Problem) -> None:
            if isValid(self):
                show(not on)
                self.failed.emit(problem)

        show(on)
        self._engine.ask(keep, failed=not_kept)
