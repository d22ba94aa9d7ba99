"""The team folder in one quiet line, for pages that speak of it: when it was looked at, what waits, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.desk import Desk
from ui.engine import Engine
from ui.team import words
from ui.team.team import Team
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_NARROW_EM = 40


class TeamLine(QWidget):
    """Shows how the team folder stands, and follows it. Where there is none it is hidden, or with `offers` a way to choose one."""

    def __init__(self, engine: Engine, desk: Desk, offers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self._said = ""
        self.team = Team.of(engine, desk)
        self.status = Text("", "caption", "muted")
        self.trouble = Text("", "caption", "amber_text")
        self.look = Button("Look now", "link", tip="Fetch what is new, send what waits")
        self.stop = Button("Stop", "link", tip="What was taken in stays, the rest comes when you look again")
        self.settings = Button("Settings", "link", tip="Which folder it is, and what came of it")
        self.look.clicked.connect(self._look)
        self.stop.clicked.connect(self._stop)
        self.settings.clicked.connect(self.team.settings_wanted)
        self._picture = Picture("folder", "muted", 15)
        lead = wrap(vbox(self._picture, None, margins=(0, 4, 0, 0)))
        ways = self._ways = wrap(hbox(self.look, self.stop, self.settings, spacing=14))
        said = wrap(vbox(self.status, self.trouble, None, margins=(0, 4, 0, 0), spacing=1))
        self._line = hbox((hbox(lead, (said, 1), spacing=8), 1), ways, spacing=8)
        self.setLayout(self._line)
        self.team.changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds where there is little room."""
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._line.setAlignment(self._ways, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def _look(self) -> None:
        had = self.look.hasFocus()
        self.team.look()
        if had and not self.stop.isHidden():
            self.stop.setFocus()

    def _stop(self) -> None:
        had = self.stop.hasFocus()
        self.team.stop_look()
        if had and not self.look.isHidden():
            self.look.setFocus()

    def refresh(self) -> None:
        """Say again how it stands."""
        state = self.team.state
        none = state.folder is None
        waits, trouble = words.waits(state), words.trouble(state)
        held = " ".join(x for x in (waits, trouble) if x)
        self.status.setText("" if none else f"Team folder “{words.name(state)}”. {words.status(state)}")
        self.trouble.setText(held)
        self.trouble.setHidden(not held)
        running, had = words.told(state), self.stop.hasFocus()
        again = bool(waits) or state.problem is not None
        self.look.set_text("Try again" if again else "Look now")
        self.look.setAccessibleName(f"{self.look.text().strip()}, team folder")
        self.stop.setAccessibleName("Stop looking at the team folder")
        self.look.setHidden(none or running)
        self.stop.setHidden(none or not running)
        if had and self.stop.isHidden() and not none:
            self.look.setFocus()
        self.status.setHidden(none)
        self._picture.setHidden(none)
        self.settings.set_text("Use a team folder" if none else "Settings")
        self.settings.setAccessibleName("Use a team folder" if none else "Settings, team folder")
        hide = none and not self._offers
        if hide or self.parentWidget() is not None:  # alone, it would be shown as a window
            self.setHidden(hide)
        if held and held != self._said and self.isVisible():
            announce(self, held)
        self._said = held
