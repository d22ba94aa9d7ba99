"""The seventh question: what they would put in of their own, and what conditions they set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.making.answers import Give, Term
from ui.making.asked import Asked, question
from ui.making.rows import Rows
from ui.widgets.layouts import vbox

if TYPE_CHECKING:
    from ui.making.sheet import Sheet

KINDS = (("name", "A person"), ("time", "Time"), ("date", "A date"), ("money", "Money"), ("idea", "An idea"))
_EXAMPLES = {
    "name": "Take Ben from my team into it.",
    "time": "You get two hours of mine each week.",
    "date": "You get ten minutes at my review on Thursday.",
    "money": "I pay for the trial out of my own budget.",
    "idea": "Begin with the shop in the harbour; they are patient.",
}


class Ending(QWidget):
    """Question 7. Signals: ``rearranged()`` a line has come or gone."""

    rearranged = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self._sheet = sheet
        self.gives = Rows(
            "What they would put in", "Add something that they would put in",
            [(g.kind, g.says, g.id) for g in a.gives] or [("name", "", "")], KINDS, lambda kind: _EXAMPLES.get(kind, ""),
        )  # fmt: skip
        self.terms = Rows(
            "A condition of theirs", "Add a condition", [("", t.says, t.id) for t in a.terms],
            example=lambda _kind: "Half-way through you show me one number, better or worse.",
        )  # fmt: skip
        self._gives = Asked("", self.gives, of=self.gives.add)
        self._gives.label.hide()
        self.fields: dict[str, Asked] = {"gives": self._gives}
        card = question(
            7, "What would they put in, and what do they ask for?",
            "In their words, as they would say it when they are won. Buying in shows in what they give: a name, an hour, a date.",
            self._gives, self.terms,
        )  # fmt: skip
        self.setLayout(vbox(card))
        for rows in (self.gives, self.terms):
            rows.rearranged.connect(self.rearranged)
        self.gives.edited.connect(self._give)
        self.terms.edited.connect(self._set)

    def _give(self) -> None:
        self._gives.visited = True
        self._sheet.change(gives=tuple(Give(kind, says, id) for kind, says, id in self.gives.values))  # type: ignore[arg-type]

    def _set(self) -> None:
        self._sheet.change(terms=tuple(Term(says, id) for _, says, id in self.terms.values))
