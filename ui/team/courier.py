"""What the team folder brings, carried to the window: counts beside the places, a word on what came, pages read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.engine import Engine
from ui.team.counts import Counts
from ui.team.team import Team

if TYPE_CHECKING:
    from rehearse.bundles.scan import Came
    from ui.strip import Strip
    from ui.widgets.side_bar import SideBar
    from ui.window import Window


class Courier(QObject):
    """One a window. Made after the first paint; ``begin`` looks at the team folder for the first time."""

    def __init__(self, window: Window, engine: Engine, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._came: tuple[Came, ...] = ()  # and not told yet
        self.team = Team.of(engine, desk)
        self.counts = Counts(engine, desk, self)
        self.team.settings_wanted.connect(self._show_settings)
        self.team.arrived.connect(self._arrived)
        self.team.held.connect(window.say)
        self.team.news.connect(self.counts.refresh)
        self.counts.counted.connect(lambda _waiting: window.show_counts())
        window.pages.emptied.connect(self.team.forget)
        window.pages.told.connect(lambda _said: self.counts.refresh())

    def begin(self) -> None:
        """Count, and look."""
        self.counts.refresh()
        self.team.begin()

    def show_counts(self, places: SideBar | Strip) -> None:
        """Say beside the places how much waits there."""
        now = self.counts.now
        places.set_count("mentor", now.answer, "to answer")
        places.set_count("home", now.new, "new")

    def _show_settings(self) -> None:
        self._window.go("settings")
        self._window.pages.settings().show_section("team")

    def _arrived(self, came: tuple[Came, ...]) -> None:
        """It is told once the look is over, and never into a meeting."""
        from ui.team.words import arrived

        self._came = (*self._came, *came)
        self.counts.refresh()
        self._window.refresh_page()
        if not self.team.state.looking:
            told, self._came = arrived(self._came, self.team.new), ()
            if told and self._window.whole.currentWidget() is self._window.shell:
                self._window.say(told)
