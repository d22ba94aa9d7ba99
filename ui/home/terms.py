"""Mood and minutes of a meeting, with the situation in front where it is wanted: one quiet row of choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.catalog import Entry
from ui.home.choices import DEFAULT_MINUTES, MOODS, OWN, minutes_choices
from ui.theme.theme import theme_of
from ui.widgets.layouts import Box, hbox, wrap
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.widgets.text import Text

_NARROW_EM = 40


class Terms(QWidget):
    """Signals: ``situation_changed()`` when a person chose another situation."""

    situation_changed = Signal()

    def __init__(self, with_situation: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.situation = Select("Situation", [(OWN, "My own pitch")])
        self.mood = Select("Mood", MOODS, "normal")
        self.minutes = Select("Minutes", minutes_choices(DEFAULT_MINUTES), str(DEFAULT_MINUTES))
        self._person: Entry | None = None
        self._scenarios: dict[str, Entry] = {}
        self._row: Box = hbox(spacing=16)
        if with_situation:
            self._row.add((_named("Situation", self.situation), 4))
        self._row.add((_named("Mood", self.mood), 2), (_named("Minutes", self.minutes), 2))
        self.setLayout(self._row)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.situation.changed.connect(self._situation_chosen)

    def show_person(self, person: Entry, scenarios: Sequence[Entry]) -> None:
        """Offers what there is with this person. The same person again keeps what was chosen."""
        same = self._person is not None and self._person.id == person.id
        kept = self.situation.value if same else OWN
        self._person = person
        self._scenarios = {scenario.id: scenario for scenario in scenarios}
        self.situation.set_choices([(OWN, "My own pitch"), *((s.id, visible(s.name)) for s in scenarios)], kept)
        if not same or self.situation.value != kept:
            self.situation.set_value(OWN)
            self._take_defaults()

    @property
    def scenario(self) -> Entry | None:
        """The situation that is chosen, None for an own pitch."""
        return self._scenarios.get(self.situation.value)

    def set_scenario(self, scenario: Entry | None) -> None:
        """Chooses a situation; mood and minutes become its own."""
        self.situation.set_value(scenario.id if scenario else OWN)
        self._take_defaults()

    def _situation_chosen(self, key: str) -> None:
        self._take_defaults()
        self.situation_changed.emit()

    def _take_defaults(self) -> None:
        scenario = self.scenario
        own = self._person.minutes if self._person else None
        minutes = (scenario.minutes if scenario else None) or own or DEFAULT_MINUTES
        self.minutes.set_choices(minutes_choices(minutes), str(minutes))
        mood = scenario.difficulty if scenario else "normal"
        self.mood.set_value(mood if mood in dict(MOODS) else "normal")

    def minimumSizeHint(self) -> QSize:
        parts = [item.minimumSize() for i in range(self._row.count()) if (item := self._row.itemAt(i)) is not None]
        return QSize(max(part.width() for part in parts), self._row.minimumSize().height())

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _named(label: str, select: Select) -> QWidget:
    """A choice with its label in front of it."""
    title = Text(label, "captionb", "muted", wrap=False)
    title.setBuddy(select)
    return wrap(hbox(title, (select, 1), spacing=8))
