"""The pages beside the side bar: made when they are first wanted, and what they ask for passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.engine import Engine
from ui.home.page import HomePage
from ui.mentor.pages import PAGES, MentorPages
from ui.theme.theme import Theme
from ui.widgets.chain import after

if TYPE_CHECKING:
    from pathlib import Path

    from rehearse.errors import Problem
    from rehearse.library.handed import HandedRow
    from rehearse.making.origin import Origin
    from ui.assigned.letter import LetterPage
    from ui.assigned.post import Task
    from ui.assigned.sending import SendingPage
    from ui.brief.page import BriefPage
    from ui.home.people import PeoplePage
    from ui.library.page import LibraryPage
    from ui.making.page import MakingPage
    from ui.objections.page import ObjectionsPage
    from ui.review.page import ReviewPage
    from ui.settings.page import SettingsPage

TITLES = {
    "home": "Home", "people": "People", "reviews": "Reviews", "settings": "Settings", "review": "Review",
    "making": "Make a person", "objections": "Objections", "letter": "Open a file",
    "sending": "Send", "brief": "Brief", **PAGES,
}  # fmt: skip
UNDER = {
    "review": "reviews",
    "objections": "reviews",
    "making": "people",
    "letter": "home",
    "sending": "home",
    "brief": "people",
} | dict.fromkeys(PAGES, "mentor")
"""The place that a page without one of its own belongs to."""
_PASSED = ("letter", "sending", "brief")  # pages that one leaves to where one was


class Places(QStackedWidget):
    """Home, people, reviews, settings, the review that is open, and the person who is made. Pages know nothing of each other.

    Signals: ``start(object)`` a Choice; ``begin()`` with what Home has chosen; ``go_on(str)``, ``again(str)`` a meeting;
    ``read(str, str)`` a meeting and a line or nothing; ``try_turn(str, str)`` a meeting and a line of yours; ``wanted(str)`` the
    key of a place; ``changed()`` settings; ``emptied()`` all meetings were deleted; ``told(str)`` what needs no answer.
    """

    start = Signal(object)
    begin = Signal()
    go_on = Signal(str)
    again = Signal(str)
    next_meeting = Signal(str, object)
    read = Signal(str, str)
    try_turn = Signal(str, str)
    wanted = Signal(str)
    changed = Signal()
    emptied = Signal()
    told = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._engine, self._desk, self._theme = engine, desk, theme
        self._people: PeoplePage | None = None
        self._reviews: LibraryPage | None = None
        self._objections: ObjectionsPage | None = None
        self._settings: SettingsPage | None = None
        self._review: ReviewPage | None = None
        self._making: MakingPage | None = None
        self._letter: LetterPage | None = None
        self._sending: SendingPage | None = None
        self._brief: BriefPage | None = None
        self._here = "home"
        self._came: dict[str, str] = {}  # where one was before a page that is passed through
        self.mentor = MentorPages(engine, desk, self)
        self.mentor.wanted.connect(self.wanted)
        self.mentor.told.connect(self.told)
        self.mentor.open_wanted.connect(lambda: self.letter().choose())
        self.home = HomePage(engine, desk)
        self.home.start.connect(self.start)
        self.home.go_on.connect(self.go_on)
        self.home.read.connect(lambda id: self.read.emit(id, ""))
        self.home.people_wanted.connect(lambda: self.wanted.emit("people"))
        self.home.settings_wanted.connect(lambda: self.wanted.emit("settings"))
        self.home.making_wanted.connect(self.make)
        self.home.file_wanted.connect(lambda: self.letter().choose())
        self.home.task.connect(self._task)
        self.home.brief_wanted.connect(self.prepare)
        self.addWidget(self.home)

    def page(self, key: str) -> QWidget:
        """The page of a place. Raises KeyError for another key."""
        pages = {
            "people": self.people, "reviews": self.reviews, "settings": self.settings, "review": self.review, "making": self.making,
            "objections": self.objections, "letter": self.letter, "sending": self.sending, "brief": self.brief,
        }  # fmt: skip
        if key in PAGES:
            return self.mentor.page(key)
        return self.home if key == "home" else pages[key]()

    def go(self, key: str) -> None:
        """Show a place, as it is now, with the focus in it."""
        if key in _PASSED and self._here != key:
            self._came[key] = self._came.get(self._here, self._here)
        self._here = key
        page = self.page(key)
        shown = page is self.currentWidget()
        self.setCurrentWidget(page)
        # A page that comes into sight reads by itself what it shows.
        if shown and page in (self.home, self._reviews, self._objections):
            page.refresh()  # type: ignore[attr-defined]
        focus_in(page)

    def people(self) -> PeoplePage:
        if self._people is None:
            from ui.home.people import PeoplePage

            self._people = PeoplePage(self._engine, self._desk)
            self._people.start.connect(self.start)
            self._people.making_wanted.connect(self.make)
            self._people.writing_wanted.connect(self.mentor.writing.write)
            self._people.brief_wanted.connect(self.prepare)
            self.addWidget(self._people)
        return self._people

    def reviews(self) -> LibraryPage:
        if self._reviews is None:
            from ui.library.page import LibraryPage

            self._reviews = LibraryPage(self._engine, self._desk)
            self._reviews.read.connect(self.read)
            self._reviews.go_on.connect(self.go_on)
            self._reviews.start_wanted.connect(self.begin)
            self._reviews.went.connect(self.wanted)
            self._reviews.read_sent.connect(self.mentor.read)
            self._reviews.brief.connect(self.open_brief)
            self.addWidget(self._reviews)
        return self._reviews

    def objections(self) -> ObjectionsPage:
        if self._objections is None:
            from ui.objections.page import ObjectionsPage

            self._objections = ObjectionsPage(self._engine, self._desk)
            self._objections.read.connect(self.read)
            self._objections.went.connect(self.wanted)
            self._objections.start_wanted.connect(self.begin)
            self.addWidget(self._objections)
        return self._objections

    def settings(self) -> SettingsPage:
        if self._settings is None:
            from ui.settings.page import SettingsPage

            self._settings = SettingsPage(self._engine, self._desk, self._theme)
            self._settings.changed.connect(lambda _: self.changed.emit())
            self._settings.emptied.connect(self._emptied)
            self.addWidget(self._settings)
        return self._settings

    def review(self) -> ReviewPage:
        if self._review is None:
            from ui.review.page import ReviewPage

            self._review = ReviewPage(self._engine, self._desk)
            self._review.again.connect(self.again)
            self._review.next_meeting.connect(self.next_meeting)
            self._review.try_turn.connect(self.try_turn)
            self._review.go_on.connect(self.go_on)
            self._review.settings_wanted.connect(lambda: self.wanted.emit("settings"))
            self._review.answer.connect(self._answer)
            self.addWidget(self._review)
        return self._review

    def making(self) -> MakingPage:
        if self._making is None:
            from ui.making.page import MakingPage

            self._making = MakingPage(self._engine, self._desk)
            self._making.start.connect(self.start)
            self._making.done.connect(lambda: self.wanted.emit("people"))
            self.addWidget(self._making)
        return self._making

    def make(self, origin: Origin | None = None) -> None:
        """Go and make a person: somebody new, one like somebody, or one of yours that is changed."""
        from rehearse.making.origin import NEW

        self.making().begin(origin or NEW)
        self.wanted.emit("making")

    # ---- what is prepared

    def brief(self) -> BriefPage:
        if self._brief is None:
            from ui.brief.page import BriefPage

            self._brief = BriefPage(self._engine, self._desk)
            self._brief.start.connect(self.start)
            self._brief.closed.connect(lambda: self.wanted.emit(self._came.get("brief", "people")))
            self.addWidget(self._brief)
        return self._brief

    def prepare(self, persona: str, scenario: str = "", ask: str = "") -> None:
        """Go and prepare a brief: for a person, before a situation, with the ask that was typed already. Without a person to the
        briefs that there are."""
        self.brief().begin(persona, scenario, ask) if persona else self.brief().show_list()
        self.wanted.emit("brief")

    def open_brief(self, id: str = "") -> None:
        """Go to a brief; without an id to all of them."""
        self.brief().open(id) if id else self.brief().show_list()
        self.wanted.emit("brief")

    # ---- what was assigned

    def letter(self) -> LetterPage:
        if self._letter is None:
            from ui.assigned.letter import LetterPage

            self._letter = LetterPage(self._engine, self._desk)
            self._letter.begun.connect(lambda: self.wanted.emit("letter"))
            self._letter.closed.connect(lambda: self.wanted.emit(self._came.get("letter", "home")))
            self._letter.taken.connect(self._taken)
            self.addWidget(self._letter)
        return self._letter

    def sending(self) -> SendingPage:
        if self._sending is None:
            from ui.assigned.sending import SendingPage

            self._sending = SendingPage(self._engine, self._desk)
            self._sending.begun.connect(lambda: self.wanted.emit("sending"))
            self._sending.brief_wanted.connect(self.open_brief)
            self._sending.closed.connect(lambda: self.wanted.emit(self._came.get("sending", "home")))
            self.addWidget(self._sending)
        return self._sending

    def open_file(self, path: Path) -> None:
        """Look at a bundle that somebody gave you."""
        self.letter().take_file(path)

    def _taken(self, row: HandedRow) -> None:
        """Something was taken in: to where it stands."""
        self._seen(row)
        if row.kind == "feedback":
            self._read_feedback(row)
            return
        if row.kind == "submission" and not row.own:
            self.mentor.read(row.digest)
            return
        self.wanted.emit("home")
        self.told.emit(
            "It stands on Home now, under “Assigned to you”." if row.kind == "assignment" else "It is in your library now."
        )

    def _task(self, key: str, task: Task) -> None:
        """What is wanted of an assignment on Home: a meeting, to send, to read what came back."""
        from ui.assigned.post import Post

        if key == "start":
            self._engine.ask(lambda: Post(self._desk).choice(task.row.digest), self.start.emit, self.home.show_problem)
        elif key == "send":
            self.sending().begin(task.row.digest)
        elif key == "read" and task.answered:
            self._read_feedback(task.answered[-1])
        elif key == "look":
            self.letter().show_kept(task.row.digest)

    def _answer(self, feedback: str, rehearsal: str) -> None:
        """A feedback is to be answered, with a take of this meeting."""
        from ui.assigned.post import Post

        def begin(digest: str) -> None:
            self.sending().begin(digest, rehearsal)

        def failed(problem: Problem) -> None:
            self.told.emit(f"{problem.sentence} {problem.hint}".strip())

        self._engine.ask(lambda: Post(self._desk).to_answer(feedback), begin, failed)

    def _seen(self, row: HandedRow) -> None:
        """Somebody looked at what came by itself."""
        from ui.team.team import Team

        Team.of(self._engine, self._desk).seen(row.digest)

    def _read_feedback(self, row: HandedRow) -> None:
        from ui.assigned.post import Post

        self._seen(row)

        def go(place: tuple[str, str] | str) -> None:
            """Where it stands in a meeting of yours; on words of somebody else it is another mentor's, beside yours."""
            if isinstance(place, str):
                self.mentor.compare(place)
            else:
                self.read.emit(*place)

        self._engine.ask(
            lambda: Post(self._desk).place_of(row),
            go,
            lambda problem: self.told.emit(f"{problem.sentence} {problem.hint}".strip()),
        )

    def _emptied(self) -> None:
        """Everything was deleted: nothing of it stays on a page."""
        if self._review is not None:
            review, self._review = self._review, None
            review.stop()
            self.removeWidget(review)
            review.deleteLater()
        self.mentor.empty()
        self.emptied.emit()

    def stop(self) -> None:
        """Drop what the pages have asked for and is not here yet."""
        for page in (
            self.mentor,
            self.home,
            self._people,
            self._reviews,
            self._objections,
            self._review,
            self._making,
            self._letter,
            self._sending,
            self._brief,
        ):
            if page is not None:
                page.stop()


def focus_in(part: QWidget) -> None:
    """Put the focus into a part of the window: where the part wants it, else on the first thing in it that takes it."""
    if (take := getattr(part, "take_focus", None)) is not None:
        take()
        if _holds(part):
            return
    if part.focusProxy() is not None or part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)  # asked for by name, Qt would give it to any part
        if _holds(part):
            return
    for at in after(part):
        if part.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled():
            at.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _holds(part: QWidget) -> bool:
    focused = part.window().focusWidget()
    return focused is not None and focused.isVisible() and (focused is part or part.isAncestorOf(focused))
