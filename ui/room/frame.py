"""The room's parts and their places, without what happens in them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.room.bar import RoomBar
from ui.room.composer import MOST, Composer
from ui.room.conversation import SIDE, Conversation
from ui.room.facts import FactsPanel
from ui.room.floor import Floor
from ui.room.notices import Notices
from ui.room.person import PersonPanel
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.layouts import hbox, spacer, vbox, wrap

TALL = 34  # em of height from which the moves stand in a row


class Frame(QWidget):
    """Bar, person, conversation, composer and facts. Columns and buttons give way by breakpoints in em. No signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = True
        self.bar = RoomBar()
        self.person = PersonPanel()
        self.conversation = Conversation()
        self.earlier = Button("Show earlier lines", "link", "up")
        self.earlier.hide()
        self.notices = Notices()
        self.composer = Composer()
        self.side = FactsPanel()
        column = wrap(vbox(self.notices.trouble, self.notices.notice, self.composer, spacing=10))
        column.setMaximumWidth(theme_of(self).px(MOST))
        self._column = column
        foot = hbox((spacer(), 1), (column, 1000), (spacer(), 1), margins=(SIDE, 0, SIDE, 0), spacing=0)
        top = hbox(None, self.earlier, None)
        self.middle = Host(vbox(top, (self.conversation, 1), foot, spacing=6))
        self.floor = Floor(self.person, self.middle, self.side)
        self.setLayout(vbox(self.bar, (self.floor, 1), spacing=0))
        self.layout().setSizeConstraint(self.layout().SizeConstraint.SetNoConstraint)
        self.setMinimumSize(640, 400)
        order = (
            self.composer.box, self.composer.say, self.composer.stop, self.composer.more, *self.composer.move_buttons,
            self.conversation, self.earlier, self.side.area, self.bar.pause, self.bar.takes, self.bar.facts_button,
            self.bar.end, self.bar.back,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fold()

    def restyle(self) -> None:
        """Breakpoints are in em: they move with the text."""
        self.fold()

    def fold(self, clock: bool | None = None) -> None:
        """Show what there is room for; `clock` changes whether the clock is shown."""
        self._clock = self._clock if clock is None else clock
        theme = theme_of(self)
        em, rows = theme.em(self.width()), theme.em(self.height())
        self.bar.fold(em, self._clock)
        self.composer.fold(em, rows > TALL)
        self._column.setMaximumWidth(theme.px(MOST))
        self.floor.fold(em)
