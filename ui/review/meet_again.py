"""Influencing takes several meetings: the next one with the same person, and what became of what you promised."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox
from ui.widgets.plain import one_line, visible
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

_MOST = 5  # promises that are asked about
_ANSWERS = (("", "Not yet"), ("yes", "Yes"), ("no", "No"))


class MeetAgain(Card):
    """Each promise is asked about. One that was not kept weighs more than those that were: it is what is remembered.

    Signals: ``wanted(object)`` True where all were kept, False where one was not, None where nothing is known.
    """

    wanted = Signal(object)

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 0, "line", pad=16, parent=parent)
        person = seen.persona
        self.setAccessibleName("Meet again")
        self.answers: list[Segmented] = []
        self.box.add(
            Text("MEET AGAIN", "overline", "subtle"),
            Text(
                f"Influencing takes several meetings. {person.subject_pronoun} {person.verb('remembers', 'remember')} this one.",
                "body",
            ),
        )
        for promise in seen.promises[:_MOST]:
            said = visible(one_line(promise, 160))
            asked = Segmented(f"You said: {said} Did you keep it?", _ANSWERS, "")
            self.answers.append(asked)
            self.box.add(Text(f"You said: “{said}” Did you keep it?", "body", "muted"), asked)
        if len(self.answers) > 1:
            self.box.add(Text("If one was not kept, that is what stays in mind.", "caption", "subtle"))
        self.go = Button(
            "Next meeting", "primary" if not seen.review.one_thing else "", "again", tip="With the same person, after this one"
        )
        self.go.clicked.connect(lambda: self.wanted.emit(self.kept))
        self.box.add(2, hbox(self.go, None))

    @property
    def kept(self) -> bool | None:
        """What was ticked, all promises together."""
        ticked = [a.value for a in self.answers if a.value]
        return None if not ticked else "no" not in ticked
