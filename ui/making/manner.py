"""The fifth and the sixth question: how they talk, and how long they listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rehearse.making.answers import MINUTES, lines, listed
from rehearse.making.words import OPENINGS
from ui.making.asked import Asked, AskedLine, AskedText, question
from ui.settings.parts import Number, numbered
from ui.widgets.layouts import vbox, wrap
from ui.widgets.segmented import Segmented
from ui.widgets.switch import Switch
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.making.sheet import Sheet

REGISTERS = (("terse", "In few words"), ("plain", "Plainly"), ("warm", "Warmly"), ("formal", "Formally"))
_EVEN = "even"
PACES = (("fast", "Fast"), (_EVEN, "Evenly"), ("slow", "Slowly"))
PATIENCE = (("7", "Not long"), ("9", "As most people do"), ("12", "Long"))
MOODS = (("1", "Against it"), ("2", "Doubtful"), ("3", "Open"), ("4", "Well-disposed"), ("5", "Glad of it"))


class Talk(QWidget):
    """Question 5."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self._sheet = sheet
        self.register = Segmented("How they put things", REGISTERS, a.register)
        self._example = Text("", "quote", "muted", italic=True)
        self.pace = Segmented("How fast they talk", PACES, a.pace or _EVEN)
        self.voice = AskedText(
            "What else one notices", a.voice, "", "Interrupts. Draws on the whiteboard while you talk. Never raises her voice.", 2
        )
        self.costs = AskedLine(
            "Words that cost their patience", ", ".join(a.costs), "With commas between.", "microservices, tech debt, synergy"
        )
        self.likes = AskedLine(
            "Words that they use themselves", ", ".join(a.likes), "With commas between.", "renewals, quarter, customers"
        )
        self.opening = AskedText(
            "How they begin", "\n".join(a.opening),
            "One wording a line; [[minutes]] becomes the minutes that they have. Left empty, they begin as most people do.",
            "So, what have you got for me?",
        )  # fmt: skip
        self.fields: dict[str, Asked] = {"voice": self.voice, "costs": self.costs, "opening": self.opening}
        card = question(
            5, "How do they talk?", "What they say when they press, doubt or agree follows from it.",
            wrap(vbox(Asked("How they put things", self.register), self._example, spacing=6)), Asked("How fast they talk", self.pace),
            self.voice, self.costs, self.likes, self.opening,
        )  # fmt: skip
        self.setLayout(vbox(card))
        self.register.changed.connect(self._choose)
        self.pace.changed.connect(lambda key: sheet.change(pace="" if key == _EVEN else key))
        self.voice.edited.connect(lambda text: sheet.change(voice=" ".join(text.split())))
        self.costs.edited.connect(lambda text: sheet.change(costs=listed(text)))
        self.likes.edited.connect(lambda text: sheet.change(likes=listed(text)))
        self.opening.edited.connect(lambda text: sheet.change(opening=lines(text)))
        self._show()

    def _choose(self, register: str) -> None:
        self._sheet.change(register=register)
        self._show()

    def _show(self) -> None:
        said = OPENINGS[self._sheet.answers.register][0].replace("[[minutes]]", str(self._sheet.answers.minutes))
        self._example.setText(f"“{said}”")


class Time(QWidget):
    """Question 6."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        a = sheet.answers
        self.minutes = Number("Minutes that they give you", *MINUTES, a.minutes, " minutes")
        self.patience = Segmented("How long they stay with it", PATIENCE, _near(a.patience, PATIENCE))
        self.mood = Segmented("How they look at it beforehand", MOODS, str(a.receptivity))
        self.complies = Switch("They comply when they are told to", a.complies)
        self.fields: dict[str, Asked] = {}
        note = Text(
            "Usual for people who report to you. The yes that this gives you counts as complying, never as buying in.",
            "caption", "subtle",
        )  # fmt: skip
        card = question(
            6, "How long do they listen?", "Minutes on the clock, and patience: how much they take that brings them nothing.",
            numbered("Minutes that they give you", self.minutes), Asked("How long they stay with it", self.patience),
            Asked("How they look at it beforehand", self.mood), wrap(vbox(self.complies, note, spacing=3)),
        )  # fmt: skip
        self.setLayout(vbox(card))
        self.minutes.chosen.connect(lambda value: sheet.change(minutes=value))
        self.patience.changed.connect(lambda key: sheet.change(patience=int(key)))
        self.mood.changed.connect(lambda key: sheet.change(receptivity=int(key)))
        self.complies.toggled.connect(lambda on: sheet.change(complies=on))
        sheet.changed.connect(lambda: self.complies.setChecked(sheet.answers.complies))


def _near(value: int, choices: tuple[tuple[str, str], ...]) -> str:
    """The choice that is nearest. A file may say 8: that stays until another one is chosen."""
    return min((key for key, _ in choices), key=lambda key: abs(int(key) - value))
