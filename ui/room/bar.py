"""The bar at the top of the room: the way out, what and who, which take, who plays, the clock, and wrapping up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Button, Tool
from ui.widgets.chip import Chip
from ui.widgets.clock import Clock
from ui.widgets.layouts import hbox, vbox
from ui.widgets.plain import mnemonic_free, tooltip, visible
from ui.widgets.text import Text


class RoomBar(QWidget):
    """Signals: `left()`, `paused(bool)`, `wrap_up()`, `facts()`, `take_chosen(str)` the last turn of a take."""

    left = Signal()
    paused = Signal(bool)
    wrap_up = Signal()
    facts = Signal()
    take_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Tool("back", "Leave the room. Your meeting is kept")
        self.title = Text("", "title", wrap=False)
        self.who = Text("", "caption", "muted", wrap=False)
        self.takes = Button("", "ghost", "branch", tip="Every take is kept. Choose which one to see")
        self.plays = Chip("", "line")
        self.clock = Clock()
        self.pause = Tool("pause", "Pause the clock", shortcut="Ctrl+.")
        self.facts_button = Button("Facts", "ghost", "doc", tip="What you have, and their objections", shortcut="Ctrl+B")
        self.end = Button("Wrap up", tip="Ask for their closing words, then see the review", shortcut="Ctrl+Shift+Return")
        self._paused = False
        self._leaves: tuple[str, ...] = ()
        self._menu = QMenu(self)
        words = vbox(self.title, self.who, spacing=1)
        row = hbox(
            self.back, 4, (words, 1), self.takes, self.plays, 8, self.clock, self.pause, 4, self.facts_button, self.end,
            margins=(16, 9, 20, 9), spacing=8,
        )  # fmt: skip
        self.setLayout(row)
        self.takes.hide()
        self.back.clicked.connect(self.left)
        self.pause.clicked.connect(lambda: self.paused.emit(not self._paused))
        self.end.clicked.connect(self.wrap_up)
        self.facts_button.clicked.connect(self.facts)
        self.takes.clicked.connect(self._open_menu)

    def set_meeting(self, title: str, name: str, role: str) -> None:
        self.title.setText(visible(title))
        self.who.setText(f"{visible(name)} \u00b7 {visible(role)}" if role else visible(name))

    def set_player(self, model: str, name: str) -> None:
        """Who plays: a model, or nothing for the offline stakeholder."""
        if model:
            self.plays.set(visible(model), "line")
            self.plays.setToolTip(tooltip(f"{name} is played by the model {model}."))
        else:
            self.plays.set("Offline", "line")
            self.plays.setToolTip(tooltip(f"{name} is played by rules on this computer. No account, no key, no network."))

    def set_paused(self, paused: bool, standing: bool) -> None:
        """`paused` by the user; `standing` for any reason."""
        self.clock.set_paused(standing)
        if paused != self._paused:
            self._paused = paused
            self.pause.set("play" if paused else "pause", "Go on with the clock" if paused else "Pause the clock")

    def set_takes(self, leaves: Sequence[str], current: int, names: Sequence[str]) -> None:
        """The takes of this meeting by their last turns; `current` counts from 0. One take needs no choice."""
        self._leaves = tuple(leaves)
        self._menu.clear()
        for i, (leaf, name) in enumerate(zip(leaves, names, strict=True)):
            action = self._menu.addAction(mnemonic_free(f"Take {i + 1}: {name}"))
            action.setCheckable(True)
            action.setChecked(i == current)
            action.triggered.connect(lambda _checked=False, leaf=leaf: self.take_chosen.emit(leaf))
        self.takes.set_text(f"Take {current + 1} of {max(len(leaves), current + 1)}")
        self.takes.setVisible(len(leaves) > 1 or current >= len(leaves) > 0)

    @property
    def menu(self) -> QMenu:
        """The takes to choose from."""
        return self._menu

    def _open_menu(self) -> None:
        self._menu.popup(self.takes.mapToGlobal(QPoint(0, self.takes.height())))

    def fold(self, em: float, clock: bool) -> None:
        """Show what there is room for."""
        self.plays.setVisible(em >= 60)
        self.who.setVisible(em >= 44)
        self.facts_button.setVisible(em < 66)
        self.clock.setVisible(clock)
        self.pause.setVisible(clock)

    def restyle(self) -> None:
        self.setMinimumHeight(theme_of(self).px(40) + 2 * theme_of(self).sp(9))
