"""What was decided: their last words, on what condition, what they put in, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.ledger import last_stance
from rehearse.review.types import Decision
from ui.review import words
from ui.review.pressable import Pressable
from ui.review.seen import Seen
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox
from ui.widgets.plain import visible
from ui.widgets.prose import Prose
from ui.widgets.text import Text

Row = tuple[str, str, str]  # what it is, the hue of its chip, and the words


def rows(decision: Decision, stated: Sequence[str]) -> Iterator[Row]:
    """Conditions, gifts and what is open, as the exports name them. `stated` are the ids of the conditions that they named: any
    other was met before they did."""
    for condition in decision.conditions:
        if condition.taken_up:
            yield "If, taken up" if condition.id in stated else "If, met unasked", "accent", condition.words
        else:
            yield "If", "amber", condition.words
    for gift in decision.gives:
        yield "Puts in", "accent", gift.words
    for refused in decision.refuses:
        yield "Open", "brick", refused


class Decided(Card):
    """Signals: ``line(str)`` the line that holds their last words."""

    line = Signal(str)

    def __init__(self, seen: Seen, decision: Decision, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 1, "line", pad=16, parent=parent)
        self.setAccessibleName("What was decided")
        self.box.add(Text("What was decided", "title"))
        last = next((t for t in reversed(seen.take) if t.speaker == "stakeholder" and t.text.strip()), None)
        if last is not None and decision.words.strip():
            said = words.quoted(decision.words)
            to_line = Pressable(hbox((Prose(said, "quote", italic=True), 1), margins=(0, 2, 0, 2)), said, "Goes to this line")
            to_line.clicked.connect(lambda: self.line.emit(str(last.id)))
            self.box.add(to_line)
        stance = last_stance(seen.take)
        for kind, hue, said in rows(decision, stance.conditions_stated if stance is not None else ()):
            self.box.add(hbox(Chip(kind, hue), None), Text(visible(said), "body"))
