"""The answers as they stand on screen: one value that every question reads from and writes to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rehearse.making.answers import Answers, Worry, chosen

if TYPE_CHECKING:
    from rehearse.making.base import Base
    from rehearse.personas import Concern, Line

# The kinds of worries in the order in which they are offered.
_KINDS = (
    "return", "evidence", "capacity", "ownership", "timing", "precedent", "risk", "customers", "integration", "alignment", "trust",
    "autonomy", "growth",
)  # fmt: skip


class Sheet(QObject):
    """Signals: ``changed()`` an answer is another one now; ``worries_changed()`` a worry was chosen or taken out;
    ``asked(str)`` a question of theirs was put to the worry of this id."""

    changed = Signal()
    worries_changed = Signal()
    asked = Signal(str)

    def __init__(self, base: Base, answers: Answers, library: dict[str, Concern], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.base, self.answers = base, answers
        self._taken_out: dict[str, Worry] = {}  # with their words, which come back with them
        self._library = library

    @property
    def worries(self) -> tuple[Concern, ...]:
        """The worries that can be chosen, by kind."""
        kinds = {kind: place for place, kind in enumerate(_KINDS)}
        return tuple(sorted(self._library.values(), key=lambda c: kinds.get(c.kind, len(kinds))))

    def change(self, **values: Any) -> None:
        """Answer something anew."""
        now = replace(self.answers, **values)
        if now != self.answers:
            self.answers = now
            self.changed.emit()

    # ---- worries

    def concern(self, id: str) -> Concern | None:
        """What stands behind a worry: the file's concern, else the library's."""
        return self.base.concern(id, self._library)

    def ready(self, id: str) -> tuple[Line, ...]:
        """The ready-made objections of a worry."""
        return self.base.ready(id, self._library)

    def choose(self, id: str) -> None:
        """Put a worry of the library, or one that the file had, among theirs; one that was taken out as it was then."""
        before = self._taken_out.get(id) or self.base.before.worry(id)
        concern = self._library.get(id)
        made = before or (chosen(concern) if concern is not None else None)
        if made is not None and self.answers.worry(id) is None:
            self.change(worries=(*self.answers.worries, made))
            self.worries_changed.emit()

    def take_out(self, id: str) -> None:
        """Take a worry out. Its words are kept for when it is chosen again."""
        self._taken_out |= {w.id: w for w in self.answers.worries if w.id == id}
        self.change(worries=tuple(w for w in self.answers.worries if w.id != id))
        self.worries_changed.emit()

    def reword(self, id: str, **values: Any) -> None:
        """Change one worry."""
        self.change(worries=tuple(replace(w, **values) if w.id == id else w for w in self.answers.worries))

    def ask(self, question: str, id: str) -> None:
        """Put a question of theirs to a worry, which is chosen by it."""
        self.choose(id)
        worry = self.answers.worry(id)
        if worry is not None and question not in worry.asks:
            self.reword(id, asks=(*worry.asks, question))
        self.asked.emit(id)

    def nearest(self, question: str) -> str:
        """The worry that a question belongs to by its words: one of theirs where that fits, else one of the library."""
        from rehearse.making.asking import nearest

        theirs = [c for w in self.answers.worries if (c := self.concern(w.id)) is not None]
        ids: set[str] = {c.id for c in theirs}
        return nearest(question, [*theirs, *(c for c in self.worries if c.id not in ids)])

    def label(self, worry: Worry) -> str:
        """What a worry is called."""
        concern = self.concern(worry.id)
        return worry.label or (concern.label if concern else worry.id)
