"""The check sheet as a card: 16 of 27, by criterion, red flags below; or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.types import Mark, Place, RedFlag
from ui.review import words
from ui.review.criterion import CriterionRow, caption
from ui.review.marking import Marking
from ui.review.pressable import Pressable
from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.prose import Prose
from ui.widgets.rule import Rule
from ui.widgets.text import Text


class ChecksCard(Card):
    """Signals: ``quoted(object)`` a Place in the transcript; ``how()`` this is judged."""

    quoted = Signal(object)
    how = Signal()

    def __init__(self, seen: Seen, marking: Marking | None = None, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 1, "line", pad=16, parent=parent)
        review = seen.review
        self.setAccessibleName("Checks")
        self.count = Text(f"{review.passed} of {review.applicable}", "num", "muted", wrap=False)
        self.box.set_space(spacing=6)
        self.box.add(hbox((Text("Checks", "title", wrap=False), 1), self.count))
        self.rows: dict[str, CriterionRow] = {}
        ledger = words.tally(review.objections)
        for i, score in enumerate(review.criteria):
            marks = [(m, _place(seen, m)) for m in review.checks if m.criterion == score.id]
            row = CriterionRow(score, marks, caption(score, marks, ledger), marking)
            row.quoted.connect(self.quoted)
            self.rows[score.id] = row
            if i:
                self.box.add(Rule())
            self.box.add(row)
        self.flags = [self._flag(seen, f) for f in review.red_flags]
        if self.flags:
            self.box.add(Rule(), Text("Red flags", "bodyb"), *self.flags)
        how = Button("How this is judged", "link", tip="Every check, what the judge saw, and the arithmetic")
        how.clicked.connect(self.how)
        self.box.add(hbox(how, None))

    def show_check(self, criterion: str, check: str) -> QWidget | None:
        """Open a criterion at one check; gives what takes the focus there."""
        row = self.rows.get(criterion)
        return row.show_check(check) if row else None

    def _flag(self, seen: Seen, flag: RedFlag) -> QWidget:
        place = seen.found(flag.place)
        shown = words.quoted(flag.place.quote)
        what = vbox(Text(words.flag(flag.kind), "captionb", "brick_text"), Prose(shown, "body", italic=True), spacing=1)
        row = hbox(wrap(vbox(Picture("flag", "brick_text", 14), None, margins=(0, 2, 0, 0))), (wrap(what), 1), spacing=7)
        row.set_space(margins=(0, 3, 0, 3))
        link = Pressable(row, f"Red flag: {words.flag(flag.kind)}. {shown}", "Goes to these words in the transcript")
        link.setEnabled(place is not None)
        link.clicked.connect(lambda: self.quoted.emit(place))
        return link


def _place(seen: Seen, mark: Mark) -> Place | None:
    return seen.found(mark.place if mark.passed else mark.nearest or mark.place)
