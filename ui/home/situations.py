"""The situations of a person as radio cards, an own pitch first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from rehearse.catalog import Entry
from ui.theme.theme import theme_of
from ui.widgets.choosable import paint_ground
from ui.widgets.layouts import Item, clear, vbox
from ui.widgets.plain import visible
from ui.widgets.text import Text

_MODES = {"selling": "A decision now", "influencing": "A shift over months"}


class SituationCard(QRadioButton):
    """One situation. A radio button, so that arrow keys and screen readers work; only the paint is ours."""

    def __init__(self, title: str, text: str, meta: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in (meta, text) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # a radio button's own would hold the page as wide as its words
        lines: list[Item] = [Text(title, "bodyb")]
        if text:
            lines.append(Text(text, "body", "muted"))
        if meta:
            lines.append(Text(meta, "caption", "muted"))
        self._box = vbox(*lines, margins=(42, 10, 14, 10), spacing=3)
        self.setLayout(self._box)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        chosen = self.isChecked()
        paint_ground(painter, self, 12)
        radius = theme.px(6.5)
        middle = QPointF(theme.sp(14) + radius, theme.sp(12) + theme.px(9))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent" if chosen else "control"), 1.6))
        painter.drawEllipse(middle, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, radius * 0.52, radius * 0.52)


class Situations(QWidget):
    """Signals: ``changed(object)`` the scenario's entry, or None for an own pitch, when a person chose."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = vbox(spacing=8)
        self.setLayout(self._list)
        self.setAccessibleName("Situation")
        self.cards: list[SituationCard] = []
        self._offered: list[Entry] = []
        self._group: QButtonGroup | None = None

    def show_scenarios(self, scenarios: Sequence[Entry], own_minutes: int) -> None:
        """Offers an own pitch and these, the own pitch chosen."""
        clear(self._list)
        if self._group is not None:
            self._group.deleteLater()
        self._group = QButtonGroup(self)
        self.cards, self._offered = [], list(scenarios)
        own = SituationCard(
            "My own pitch", "Your idea, your words. Say below what they should say yes to.", f"{own_minutes} minutes"
        )
        self._add(own, None)
        for scenario in scenarios:
            self._add(SituationCard(visible(scenario.name), visible(scenario.situation), meta(scenario, own_minutes)), scenario)
        own.setChecked(True)

    def choose(self, scenario: Entry) -> None:
        """Chooses a situation, with the signal; nothing happens where it is not offered."""
        if scenario in self._offered:
            self.cards[1 + self._offered.index(scenario)].setChecked(True)

    def _add(self, card: SituationCard, scenario: Entry | None) -> None:
        assert self._group is not None
        self._group.addButton(card, len(self.cards))
        self.cards.append(card)
        self._list.addWidget(card)
        card.toggled.connect(lambda on, scenario=scenario: self.changed.emit(scenario) if on else None)


def meta(scenario: Entry, own_minutes: int) -> str:
    """Your role, what kind of meeting, how long; and whose file it is where it did not come with the program."""
    origin = "" if scenario.origin == "built in" else f"From {visible(scenario.file.name)}"
    role = f"You: {visible(scenario.your_role)}" if scenario.your_role else ""
    minutes = f"{scenario.minutes or own_minutes} minutes"
    return "  ·  ".join(part for part in (role, _MODES.get(scenario.mode, ""), minutes, origin) if part)
