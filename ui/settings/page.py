"""Settings: who plays, how it looks, the team folder, and the files. Everything applies at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QStackedWidget, QWidget

from rehearse.errors import Problem
from rehearse.models.endpoint import LOCAL_SERVERS
from ui.desk import Desk
from ui.engine import Engine
from ui.settings.keep import Keep
from ui.settings.local import EVERY
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.layouts import Box, hbox, scroll, vbox, wrap
from ui.widgets.rule import Rule
from ui.widgets.text import Text
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.settings.files import FilesSection
    from ui.settings.look import LookSection
    from ui.settings.model import ModelSection
    from ui.team.section import TeamSection

SECTIONS = (("model", "Who plays"), ("look", "Look"), ("team", "Team folder"), ("files", "Files"))
MEASURE = 760  # px at 100 %: lines longer than this are hard to read
NARROW = 46  # em: below it the page has slim margins
_Section = TypeVar("_Section", bound=QWidget)


class SettingsPage(QWidget):
    """The page of settings.

    Signals: ``changed(list)`` the names of settings that changed, once they apply; ``theme_changed()`` after theme, text size or
    motion was changed here; ``closed_model()`` when a model was playing and the rules play from now on; ``emptied()`` after
    all meetings were deleted.
    """

    changed = Signal(list)
    theme_changed = Signal()
    closed_model = Signal()
    emptied = Signal()

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        theme: Theme,
        announcer: Announcer | None = None,
        *,
        ports: Mapping[int, str] = LOCAL_SERVERS,
        every: float = EVERY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Settings")
        self._engine, self._desk, self._theme = engine, desk, theme
        self._announcer = announcer or Announcer.of_app()
        self._ports, self._every = ports, every
        self._keep = Keep(engine, desk, self)
        self.banner = Banner(self)
        self.toast = Toast(self)
        self._tabs = QButtonGroup(self)  # one stop for Tab; the arrow keys go from tab to tab
        self._columns: list[Box] = []
        self._built: dict[int, QWidget] = {}  # the sections that were wanted so far, by number
        self._stack = QStackedWidget()
        bar: Box = hbox(spacing=20)
        for number, (_, words) in enumerate(SECTIONS):
            tab = Button(words, "tab")
            self._tabs.addButton(tab, number)
            bar.addWidget(tab)
            self._stack.addWidget(self._area(words))
        bar.addStretch(1)
        self._head: Box = vbox(Text("Settings", "h1"), bar, spacing=10)
        root = vbox(wrap(self._head), Rule(), self.banner, (self._stack, 1), spacing=0)
        root.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(root)
        self._tabs.button(0).setChecked(True)
        self._tabs.idToggled.connect(self._switch)
        self._first = QTimer(self)  # the section that is shown comes after the first paint of what stands above it
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._build)
        self._first.start(0)
        self._keep.kept.connect(self.changed)
        self._keep.trouble.connect(self._tell)
        self._keep.written.connect(self.banner.hide)
        self.banner.chosen.connect(lambda _: self._keep.change())
        self.restyle()

    def _area(self, name: str) -> QWidget:
        column = hbox()
        column.addStretch(0)
        self._columns.append(column)
        area = scroll(Host(column), name)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # ---- the sections, each made when it is first wanted

    @cached_property
    def model(self) -> ModelSection:
        """Who plays, and who judges."""
        from ui.settings.model import ModelSection

        made = ModelSection(self._engine, self._desk, self._keep, self._announcer, self._ports, self._every)
        made.closed_model.connect(self.closed_model)
        return self._place(0, made)

    @cached_property
    def look(self) -> LookSection:
        """How it looks and behaves."""
        from ui.settings.look import LookSection

        made = LookSection(self._desk, self._keep, self._theme, self._announcer)
        made.theme_changed.connect(self.theme_changed)
        return self._place(1, made)

    @cached_property
    def team(self) -> TeamSection:
        """The folder that is shared with others."""
        from ui.team.section import TeamSection

        return self._place(2, TeamSection(self._engine, self._desk, self._keep, self._announcer, self.toast))

    @cached_property
    def files(self) -> FilesSection:
        """Where everything is."""
        from ui.settings.files import FilesSection

        made = FilesSection(self._engine, self._desk, self._keep, self._announcer, self.toast)
        made.emptied.connect(self.emptied)
        return self._place(3, made)

    def _place(self, number: int, section: _Section) -> _Section:
        self._built[number] = section
        self._columns[number].insertWidget(0, section, 1)
        self._fit()
        return section

    # ---- going places

    @property
    def section(self) -> str:
        """The key of the section that is shown: model, look, team or files."""
        return SECTIONS[self._stack.currentIndex()][0]

    def show_section(self, key: str) -> None:
        """Show a section: model, look, team or files. Raises ValueError for another key."""
        number = [name for name, _ in SECTIONS].index(key)
        self._tabs.button(number).setChecked(True)

    def _switch(self, number: int, on: bool) -> None:
        if on:
            self._first.stop()
            self._stack.setCurrentIndex(number)
            self._build()

    def _build(self) -> None:
        """Make the section that is shown, where it is not made yet."""
        getattr(self, self.section)

    def _tell(self, problem: Problem) -> None:
        self.banner.say(problem.sentence, problem.hint, [("again", "Try again")], kind="amber")

    # ---- Qt

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def restyle(self) -> None:
        """Called by the theme: another text size has other margins."""
        self._fit()

    def _fit(self) -> None:
        side = 16 if self._theme.em(self.width()) < NARROW else 32
        self._head.set_space(margins=(side, 24, side, 0))
        room = self.width() - 2 * self._theme.sp(side)
        for number, column in enumerate(self._columns):
            column.set_space(margins=(side, 20, side, 32))
            if (section := self._built.get(number)) is not None:
                section.setMaximumWidth(max(1, min(room, self._theme.px(MEASURE))))
