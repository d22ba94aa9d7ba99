"""The people of Home as cards: Alt and a digit choose, the arrow keys move, Enter starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from ui.home.choices import MOST_ON_HOME, hook, level, short_role
from ui.theme.theme import theme_of
from ui.widgets.layouts import Grid
from ui.widgets.plain import visible

if TYPE_CHECKING:
    from rehearse.catalog import Entry
    from ui.widgets.person_card import PersonCard

_THREE_EM, _TWO_EM = 50, 30
_CARD = 141  # pixels at 100 %: how high a card of a person comes out
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonGrid(QWidget):
    """One card is always chosen. Signals: ``chosen(str)`` the id, when a person chose; ``entered()`` for Enter on a card;
    ``reached(object)`` the card that the arrow keys went to."""

    chosen = Signal(str)
    entered = Signal()
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid(14)
        self.setLayout(self._grid)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._rove)
        self._people: tuple[Entry, ...] = ()
        self.cards: list[PersonCard] = []
        self._reserve()

    def _reserve(self) -> None:
        """Keeps the room of the cards before they are there, so that nothing jumps when they come."""
        theme = theme_of(self)
        columns = self._columns()
        lines = 0 if self.cards else -(-MOST_ON_HOME // columns)
        self.setMinimumHeight(lines * theme.px(_CARD) + max(0, lines - 1) * theme.sp(14))

    def show_people(self, people: Sequence[Entry], chosen: str) -> None:
        """Shows these people; nothing changes where they are the same."""
        if tuple(people) == self._people and self.cards:
            self.choose(chosen)
            return
        from ui.widgets.person_card import Person, PersonCard

        self._people = tuple(people)
        held = next((i for i, card in enumerate(self.cards) if card.hasFocus()), -1)
        for card in self.cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = []
        for i, entry in enumerate(people):
            name, hue = level(entry)
            person = Person(entry.emblem, visible(entry.name), short_role(entry), hook(entry), name, hue)
            card = PersonCard(person, f"Alt+{i + 1}")
            card.setToolTip(f"Alt+{i + 1}")
            card.installEventFilter(self)
            # By its shortcut Qt presses a button at once and clicks it 0.1 s later: Enter may have come by then.
            card.pressed.connect(lambda id=entry.id: self._pick(id))
            card.clicked.connect(lambda _checked=False, id=entry.id: self._pick(id))
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(card, i)
            self.cards.append(card)
        self._grid.place(self.cards, self._columns())
        self._reserve()
        self.choose(chosen)
        if 0 <= held < len(self.cards):
            self.cards[held].setFocus()

    def _rove(self, card: QAbstractButton, on: bool) -> None:
        """Tab comes to the chosen card alone; the arrow keys do the rest."""
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def _pick(self, id: str) -> None:
        self.choose(id)
        self.chosen.emit(id)

    def choose(self, id: str) -> None:
        """Chooses without a signal."""
        for card, entry in zip(self.cards, self._people, strict=True):
            if entry.id == id:
                card.setChecked(True)

    def _columns(self) -> int:
        em = theme_of(self).em(self.width())
        return 3 if em > _THREE_EM else 2 if em > _TWO_EM else 1

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        if self.cards and self._columns() != self._grid.columns:
            self._grid.place(self.cards, self._columns())
        self._reserve()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched not in self.cards:
            return False
        if event.key() in _ENTERS:
            self.entered.emit()
            return True
        columns = max(1, self._grid.columns)
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -ahead, Qt.Key.Key_Right: ahead, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        place = self.cards.index(watched) + step
        if 0 <= place < len(self.cards):
            card = self.cards[place]
            card.setChecked(True)
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self._people[place].id)
            self.reached.emit(card)
        return True
