"""What else there is to look at: two takes side by side, a strong meeting, the judgings of this take."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.conversation import TurnId
from rehearse.review.takes import comparable
from ui.review import strong
from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import Item, hbox
from ui.widgets.text import Text

_EARLY = "Read a strong meeting"
_TOO_EARLY = "Hold this meeting to its end first: then there is a strong one to read."


class Closer(Card):
    """Signals: ``takes()``, ``strong()`` and ``judgings()``, when one of them is wanted."""

    takes = Signal()
    strong = Signal()
    judgings = Signal()

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 0, "line", pad=16, parent=parent)
        self.setAccessibleName("Look closer")
        others = comparable(seen.meeting.tree, TurnId(seen.leaf))
        self.compare: Button | None = None
        self.read: Button | None = None
        self.early = Text(_TOO_EARLY, "caption", "subtle", parent=self)
        self.early.hide()
        rows: list[Item] = [Text("LOOK CLOSER", "overline", "subtle")]
        if others:
            self.compare = Button(
                "Compare takes", "", "branch", tip="This take and another one, side by side, from where they part"
            )
            self.compare.clicked.connect(self.takes)
            rows.append(hbox(self.compare, None))
        if strong.offered(seen.meeting):
            self.read = Button(_EARLY, "link", tip="How this situation can go well. An example, not yours")
            self.read.clicked.connect(self.strong)
            rows += [hbox(self.read, None), self.early]
            self.read.setEnabled(False)  # until it is known that there was a take of one's own
        count = len(seen.reviews)
        self.judged = Button(
            "Judgings of this take" + (f" ({count})" if count > 1 else ""), "link", tip="Who judged it, and judge it again"
        )
        self.judged.clicked.connect(self.judgings)
        rows.append(hbox(self.judged, None))
        self.box.add(*rows)

    def set_due(self, due: bool) -> None:
        """Whether it is time for a strong meeting: not before one's own."""
        if self.read is not None:
            self.read.setEnabled(due)
            self.early.setHidden(due)
