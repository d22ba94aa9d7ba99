"""The right column: the ask, the situation, what you may use, and the objections so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rehearse.conversation import ObjectionStatus, Stance
from rehearse.personas import Persona
from rehearse.scenarios import Fact
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.status import objection
from ui.theme.theme import theme_of
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, hbox, scroll, vbox
from ui.widgets.plain import visible
from ui.widgets.text import Text

CHIPS: dict[ObjectionStatus, tuple[str, str, str]] = {
    "open": ("Open", "brick", "diamond"),
    "dodged": ("Dodged", "brick", "diamond"),
    "half_answered": ("Half answered", "amber", "half"),
    "answered": ("Answered", "accent", "check"),
    "parked": ("Parked", "blue", "clock"),
}


class Shown(NamedTuple):
    """An objection on the card."""

    id: str
    label: str
    status: ObjectionStatus


def objections(persona: Persona, stance: Stance) -> tuple[Shown, ...]:
    """The objections that were voiced, in the order of the person's file."""
    found = []
    for concern in persona.concerns:
        state = stance.concerns.get(concern.id)
        status = objection(state) if state is not None else None
        if status is not None:
            found.append(Shown(concern.id, visible(concern.label), status))
    return tuple(found)


class FactsPanel(QWidget):
    """What you have, and their objections. No signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.have = Card("surface", 12, 1, "line", pad=16)
        self.raised = Card("surface", 12, 1, "line", pad=16)
        self._chips: dict[str, Chip] = {}
        self._objections: dict[str, tuple[Text, Chip]] = {}
        self._rows = vbox(spacing=8)
        self._none = Text("None yet.", "body", "muted")
        self.raised.box.add(Text("Objections", "title"), self._none, self._rows)
        self.area = scroll(Host(vbox(self.raised, self.have, None, margins=(8, 20, 22, 20), spacing=12)), "What you have")
        self.setLayout(vbox(self.area))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def facts(self) -> dict[str, bool]:
        """Fact by fact whether it was used."""
        return {id: chip.text() == "Used" for id, chip in self._chips.items()}

    @property
    def objections(self) -> dict[str, str]:
        """Label by label what the card says."""
        return {label.text(): chip.text() for label, chip in self._objections.values()}

    def set_setting(self, setting: Setting) -> None:
        """Show what a meeting begins with."""
        clear(self.have.box)
        self._chips.clear()
        scenario = setting.scenario
        self.have.box.add(Text("What you have", "title"))
        ask = setting.ask or (scenario.ask if scenario else "")
        self._part("THE ASK", ask)
        if scenario is not None:
            self._part("YOU ARE", scenario.your_role)
            self._part("SITUATION", scenario.situation)
        if setting.facts:
            self.have.box.add(4, Text("FACTS", "overline", "subtle"))
            for fact in setting.facts:
                self._fact(fact)
        if not ask and scenario is None:
            self.have.box.add(Text("Nothing was prepared. Say what you would like a yes to.", "body", "muted"))
        clear(self._rows)
        self._objections.clear()
        self._none.show()

    def set_used(self, ids: Iterable[str]) -> None:
        """Tick these facts; the others are not used yet."""
        wanted = frozenset(ids)
        for id, chip in self._chips.items():
            if id in wanted:
                chip.set("Used", "accent", "check")
            else:
                chip.set("Not used yet", "line")

    def set_objections(self, shown: Iterable[Shown]) -> None:
        """Show where each objection stands now."""
        there = set()
        for item in shown:
            words, hue, icon = CHIPS[item.status]
            there.add(item.id)
            if item.id in self._objections:
                self._objections[item.id][1].set(words, hue, icon)
                continue
            label, chip = Text(item.label, "body"), Chip(words, hue, icon)
            self._objections[item.id] = (label, chip)
            self._rows.add(hbox((label, 1), chip, spacing=8))
        for id in set(self._objections) - there:
            for part in self._objections.pop(id):
                part.hide()
                part.deleteLater()
        self._none.setHidden(bool(self._objections))

    def _part(self, title: str, text: str) -> None:
        if text:
            self.have.box.add(2, Text(title, "overline", "subtle"), Text(text, "body"))

    def _fact(self, fact: Fact) -> None:
        chip = Chip("Not used yet", "line")
        self._chips[fact.id] = chip
        source = Text(visible(fact.source), "caption", "muted") if fact.source else None
        # Two pixels lower, the first line of the source stands at the height of the word on the chip.
        beside = vbox(source, None, margins=(0, 2, 0, 0)) if source is not None else None
        row = hbox(chip, (beside, 1), spacing=8) if beside is not None else hbox(chip, None)
        row.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        self.have.box.add(Text(fact.says, "body"), row, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("canvas"))
        if self.property("drawer"):
            painter.fillRect(0, 0, 1, self.height(), theme.color("control"))
