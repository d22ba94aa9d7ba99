"""The rows of the mentor's desk: a submission that came, an assignment that was given out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.assigned import words as names
from ui.library.days import day_words
from ui.making.flow import Flow
from ui.mentor import words
from ui.mentor.office import GivenOut, Sent
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.text import Text

_NARROW_EM = 46
_PEOPLE = 12  # of an assignment that are named


class SentRow(QWidget):
    """One submission. Signals: ``read()``."""

    read = Signal()

    def __init__(self, sent: Sent, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sent = sent
        row = sent.row
        who, title = names.name(row.author), names.name(row.title, 120)
        sealed = "sealed to you" if row.sealed else ""
        below = "  ·  ".join(x for x in (title, words.day(row.made), sealed) if x)
        told = vbox(Text(who, "bodyb", wrap=False), Text(below, "caption", "muted", wrap=False), spacing=1)
        self.chip = Chip(*words.waits(sent))
        chips = [self.chip] if row.standing == "known" else [Chip(*words.signed(row.standing)), self.chip]
        self.button = Button("Go on" if sent.drafted else "Read", "primary" if number == 1 and not sent.answered else "")
        self.button.setAccessibleName(f"{self.button.text()}, {number}: {who}, {title}")
        self.button.clicked.connect(self.read)
        lead = hbox(Avatar("you", 34, names.initials(who)), (wrap(told), 1), spacing=12)
        self._line = hbox((lead, 1), wrap(hbox(*chips, self.button, None, spacing=10)), spacing=12)
        self.setLayout(self._line)

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds where there is little room."""
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        last = self._line.itemAt(1)
        if last is not None:
            self._line.setAlignment(last.widget(), Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


class GivenRow(QWidget):
    """One assignment, and how far each person in it is."""

    def __init__(self, given: GivenOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = given.row
        often = "" if given.attempts < 2 else f"at least {names.counted(given.attempts, 'meeting')}"
        due = names.due_words(given.due) if given.due else ""
        below = "  ·  ".join(x for x in (f"given {day_words(row.made)}", due, often) if x)
        flow = Flow(6)
        for person in given.people[:_PEOPLE]:
            said, hue = words.step(person)
            flow.addWidget(Chip(f"{names.name(person.name, 40)}: {said.lower()}", hue))
        left = len(given.people) - _PEOPLE
        if left > 0:
            flow.addWidget(Chip(f"and {left:,} more", "line"))
        self.summed = Text(words.summed(given), "caption", "muted", wrap=False)
        head = hbox((Text(names.name(row.title, 120), "bodyb", wrap=False), 1), self.summed, spacing=12)
        self.setLayout(vbox(head, Text(below, "caption", "muted", wrap=False), *([flow] if given.people else []), spacing=4))
