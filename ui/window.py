"""The one window: places at the left, a page beside them; the rehearsal room takes all of it.

Pages know nothing of each other: they say what is wanted, and the window goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from rehearse.conversation import RehearsalId
from rehearse.errors import Problem
from ui.desk import Desk, Opened
from ui.engine import Engine
from ui.home.page import HomePage
from ui.theme.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.ring import Ring
from ui.widgets.side_bar import Place, SideBar
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from rehearse.meeting import Meeting
    from rehearse.preparation import Choice
    from ui.home.people import PeoplePage
    from ui.library.page import LibraryPage
    from ui.review.page import ReviewPage
    from ui.room.room import Room
    from ui.settings.page import SettingsPage

NARROW = 72  # em: below it the places go away, and the shortcuts still lead everywhere
PLACES = (
    Place("home", "Home", "home", "Ctrl+1"),
    Place("people", "People", "users", "Ctrl+2"),
    Place("reviews", "Reviews", "chat", "Ctrl+3"),
)
BELOW = (Place("settings", "Settings", "sliders", "Ctrl+,"),)


class Window(QWidget):
    """The whole program on screen. Pages are built when they are first wanted.

    Signals: ``shown()`` once, after the first paint.
    """

    shown = Signal()

    def __init__(self, engine: Engine, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._engine, self._desk, self._theme = engine, desk, theme
        self._painted = False
        self._history: list[str] = []
        self._starting = False
        self.setWindowTitle("Rehearse")
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = SideBar("Rehearse", PLACES, BELOW, self._note())
        self.side.went.connect(self.go)
        self.banner = Banner()
        self.pages = QStackedWidget()
        self.home = HomePage(engine, desk)
        self._people: PeoplePage | None = None
        self._reviews: LibraryPage | None = None
        self._settings: SettingsPage | None = None
        self._review: ReviewPage | None = None
        self._room: Room | None = None
        self._wire_home()
        self.pages.addWidget(self.home)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        self.shell = QWidget()
        row = QHBoxLayout(self.shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(column, 1)
        self.whole = QStackedWidget(self)
        self.whole.addWidget(self.shell)
        root = QVBoxLayout(self)
        root.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        root.setContentsMargins(0, 0, 0, 0)
        root.addWidget(self.whole)
        self.setMinimumSize(640, 400)
        self.toast = Toast(self)
        self.ring = Ring(self)
        self._shortcuts()
        engine.bug.connect(self.say)
        self.banner.chosen.connect(self._chosen)
        self.side.show_place("home")

    # ---- going places

    def go(self, key: str) -> None:
        """Go to a place: home, people, reviews, settings, or back to the review that is open."""
        if self.whole.currentWidget() is not self.shell:
            return  # the room is left by its own way, so that nothing said is left behind
        page = {
            "home": lambda: self.home,
            "people": self.people,
            "reviews": self.reviews,
            "settings": self.settings,
            "review": self.review,
        }[key]()
        if not self._history or self._history[-1] != key:
            self._history.append(key)
        self.pages.setCurrentWidget(page)
        self.side.show_place("reviews" if key == "review" else key)
        if key == "home":
            self.home.refresh()
        elif key == "reviews":
            self.reviews().refresh()
        page.setFocus()

    def back(self) -> None:
        """Go to where one was before."""
        if len(self._history) > 1:
            self._history.pop()
            self.go(self._history.pop())

    def people(self) -> PeoplePage:
        if self._people is None:
            from ui.home.people import PeoplePage

            self._people = PeoplePage(self._engine, self._desk)
            self._people.start.connect(self.start)
            self.pages.addWidget(self._people)
        return self._people

    def reviews(self) -> LibraryPage:
        if self._reviews is None:
            from ui.library.page import LibraryPage

            self._reviews = LibraryPage(self._engine, self._desk)
            self._reviews.read.connect(self.read)
            self._reviews.go_on.connect(self.go_on)
            self._reviews.start_wanted.connect(self._start_from_reviews)
            self.pages.addWidget(self._reviews)
        return self._reviews

    def settings(self) -> SettingsPage:
        if self._settings is None:
            from ui.settings.page import SettingsPage

            self._settings = SettingsPage(self._engine, self._desk, self._theme)
            self._settings.changed.connect(lambda _: self.side.set_note(self._note()))
            self._settings.emptied.connect(self._emptied)
            self.pages.addWidget(self._settings)
        return self._settings

    def review(self) -> ReviewPage:
        if self._review is None:
            from ui.review.page import ReviewPage

            self._review = ReviewPage(self._engine, self._desk)
            self._review.again.connect(self.again)
            self._review.try_turn.connect(self.try_turn)
            self._review.go_on.connect(self.go_on)
            self._review.settings_wanted.connect(lambda: self.go("settings"))
            self.pages.addWidget(self._review)
        return self._review

    def room(self) -> Room:
        if self._room is None:
            from ui.room.room import Room

            self._room = Room(self._engine, self._desk)
            self._room.left.connect(self._left)
            self._room.wrapped_up.connect(self._wrapped_up)
            self._room.settings_wanted.connect(self._settings_from_room)
            self.whole.addWidget(self._room)
        return self._room

    # ---- meetings

    def start(self, choice: Choice) -> None:
        """Begin a meeting and go to the room. A second Enter while it begins starts no second one."""
        if self._starting:
            return
        self._starting = True
        self._engine.ask(lambda: self._desk.start(choice), self.enter, self._not_started)

    def _not_started(self, problem: Problem) -> None:
        self._starting = False
        page = self.pages.currentWidget()
        (page.show_problem if page in (self.home, self._people) else self.problem)(problem)  # type: ignore[union-attr]

    def enter(self, meeting: Meeting) -> None:
        """Go to the room with a meeting."""
        room = self.room()
        self._starting = False
        self.whole.setCurrentWidget(room)  # before it is filled: it is laid out once, at its own width
        room.show_meeting(meeting)
        persona = meeting.setting.persona.id
        if persona != self._desk.settings.last_persona:
            self._remember(persona)

    def go_on(self, id: str) -> None:
        """Go on with an open meeting where it stood."""
        self._engine.ask(lambda: self._desk.open(RehearsalId(id)), lambda opened: self.enter(opened.meeting), self.problem)

    def again(self, id: str) -> None:
        """A new meeting with the same person, in the same situation."""
        self._engine.ask(lambda: self._desk.start_again(RehearsalId(id)), self.enter, self.problem)

    def try_turn(self, id: str, turn: str) -> None:
        """Try one line again: a new take of the same meeting, from just before it."""

        def enter(opened: Opened) -> None:
            self.enter(opened.meeting)
            self.room().try_again(turn)

        self._engine.ask(lambda: self._desk.open(RehearsalId(id)), enter, self.problem)

    def read(self, id: str, turn: str = "") -> None:
        """Read the review of a meeting, at a line where one was searched for."""
        page = self.review()
        page.show_rehearsal(id, turn=turn or None)
        self.go("review")

    def _left(self, id: str) -> None:
        self.whole.setCurrentWidget(self.shell)
        self._engine.ask(lambda: self._desk.leave(RehearsalId(id)), failed=self.problem)
        self.go("home")

    def _wrapped_up(self, meeting: Meeting) -> None:
        self.whole.setCurrentWidget(self.shell)
        self.read(str(meeting.rehearsal))

    def _settings_from_room(self) -> None:
        self.whole.setCurrentWidget(self.shell)
        self.go("settings")
        self.banner.say("Your meeting is waiting.", "Everything said is kept.", [("room", "Back to the meeting")], kind="info")

    def _chosen(self, way: str) -> None:
        self.banner.hide()
        if way == "room" and self._room is not None:
            self._room.apply_settings()
            self.whole.setCurrentWidget(self._room)

    def _start_from_reviews(self) -> None:
        self.go("home")
        self.home.begin()

    def _emptied(self) -> None:
        """Everything was deleted: nothing of it stays on a page."""
        self._desk.left_off = ()
        if self._review is not None:
            self.pages.removeWidget(self._review)
            self._review.deleteLater()
            self._review = None
        self._history = [h for h in self._history if h != "review"]

    def _remember(self, persona: str) -> None:
        async def keep() -> None:
            self._desk.change(last_persona=persona)

        self._engine.ask(keep, failed=self.problem)

    # ---- telling

    def say(self, sentence: str) -> None:
        """Tell something that needs no answer."""
        self.toast.offer(sentence, action="")

    def problem(self, problem: Problem) -> None:
        """Tell a problem that belongs to no page."""
        self.banner.say(problem.sentence, problem.hint, [], kind="amber")

    def _note(self) -> str:
        return f"Played by {self._desk.plays}" if self._desk.plays else "Runs on this computer"

    # ---- Qt

    def _wire_home(self) -> None:
        self.home.start.connect(self.start)
        self.home.go_on.connect(self.go_on)
        self.home.read.connect(self.read)
        self.home.people_wanted.connect(lambda: self.go("people"))
        self.home.settings_wanted.connect(lambda: self.go("settings"))

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+1", lambda: self.go("home")),
            ("Ctrl+2", lambda: self.go("people")),
            ("Ctrl+3", lambda: self.go("reviews")),
            ("Ctrl+,", lambda: self.go("settings")),
            ("Alt+Left", self.back),
            ("Ctrl+=", lambda: self._scale(+0.1)),
            ("Ctrl++", lambda: self._scale(+0.1)),
            ("Ctrl+-", lambda: self._scale(-0.1)),
            ("Ctrl+0", lambda: self._scale(0)),
        ):
            if keys in {p.shortcut for p in (*PLACES, *BELOW)}:
                # The place's button has it; this one works where the places are hidden.
                shortcut = QShortcut(QKeySequence(keys), self.pages)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setEnabled(False)
                self.__dict__.setdefault("_when_narrow", []).append(shortcut)
            else:
                shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _scale(self, by: float) -> None:
        scale = round(self._theme.scale + by, 1) if by else 1.0
        scale = min(2.0, max(0.8, scale))
        self._theme.set_scale(scale)

        async def keep() -> None:
            self._desk.change(text_scale=scale)

        self._engine.ask(keep, failed=self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Called by the theme: another text size may need another layout."""
        self._fit()

    def _fit(self) -> None:
        wide = self._theme.em(self.width()) >= NARROW
        self.side.setHidden(not wide)
        for shortcut in self.__dict__.get("_when_narrow", []):
            shortcut.setEnabled(not wide)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.shown.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything said is on disk already; what is being said now is put away when the engine closes."""
        if self._room is not None:
            self._room.close_room()
        for page in (self.home, self._people, self._reviews):
            if page is not None:
                page.stop()
        super().closeEvent(event)
