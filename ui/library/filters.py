"""What of the library is shown: person, ladder step, objections left open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.conversation import LADDER
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.layouts import Box, hbox
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.widgets.steps import WORDS

_NARROW_EM = 30
_ALL = ""


class Filters(QWidget):
    """Signals: ``changed()`` when a person chose something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = Select("Person", [(_ALL, "All people")])
        self.step = Select("Where they stand", [(_ALL, "Any step"), *zip(LADDER, WORDS, strict=True)])
        self.objections = Button("Objections left open", "move", "diamond")
        self.objections.setCheckable(True)
        self._row: Box = hbox((self.person, 2), (self.step, 1), self.objections, None, spacing=8)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._row)
        self._names: dict[str, str] = {}
        self.person.changed.connect(lambda _key: self.changed.emit())
        self.step.changed.connect(lambda _key: self.changed.emit())
        self.objections.toggled.connect(lambda _on: self.changed.emit())

    @property
    def values(self) -> dict[str, Any]:
        """What the library is asked with; empty where everything is wanted."""
        found: dict[str, Any] = {}
        if self.person.value:
            found["persona"] = self.person.value
        if self.step.value:
            found["ladder"] = self.step.value
        if self.objections.isChecked():
            found["with_open_objections"] = True
        return found

    def add_people(self, names: Mapping[str, str]) -> None:
        """Offers these people too, by id; those that were offered stay."""
        if all(id in self._names for id in names):
            return
        self._names = {**names, **self._names}
        by_name = sorted(self._names.items(), key=lambda pair: pair[1].casefold())
        self.person.set_choices([(_ALL, "All people"), *((id, visible(name)) for id, name in by_name)], self.person.value)

    def clear(self) -> None:
        """Shows everything again."""
        self.blockSignals(True)
        self.person.set_value(_ALL)
        self.step.set_value(_ALL)
        self.objections.setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def minimumSizeHint(self) -> QSize:
        parts = (self.person, self.step, self.objections)
        return QSize(max(part.minimumSizeHint().width() for part in parts), self._row.minimumSize().height())

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
