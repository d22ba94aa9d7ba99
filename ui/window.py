"""The one window: places at the left, a page beside them; the rehearsal room takes all of it.

It says where to go; what a meeting needs on the way is in `ui/visits.py`, the pages are in `ui/places.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.places import TITLES, UNDER, Places, focus_in
from ui.theme.theme import Theme
from ui.visits import Visits
from ui.widgets.plain import visible
from ui.widgets.side_bar import Place, SideBar

if TYPE_CHECKING:
    from pathlib import Path

    from rehearse.conversation import RehearsalId
    from ui.keys import KeySheet
    from ui.review.page import ReviewPage
    from ui.room.room import Room
    from ui.strip import Strip
    from ui.team.courier import Courier
    from ui.widgets.banner import Banner
    from ui.widgets.ring import Ring
    from ui.widgets.toast import Toast

NARROW = 72  # em: below it the places are a strip at the top
PLACES = (
    Place("home", "Home", "home"),
    Place("people", "People", "users"),
    Place("reviews", "Reviews", "chat"),
    Place("mentor", "Mentor", "pencil"),
)
BELOW = (Place("settings", "Settings", "sliders"),)
BUNDLE = ".rehearse"
KEYS = {"home": "Ctrl+1", "people": "Ctrl+2", "reviews": "Ctrl+3", "mentor": "Ctrl+4", "settings": "Ctrl+,"}


class Window(QWidget):
    """The whole program on screen. Every shortcut that holds everywhere belongs to the window, none to a button.

    The start waits for what is painted first, and for nothing else: ``complete()`` makes the rest.

    Signals: ``shown()`` once, after the first paint.
    """

    shown = Signal()

    def __init__(self, engine: Engine, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._engine, self._desk, self._theme = engine, desk, theme
        self._painted = False
        self._history: list[str] = ["home"]
        self._sheet: KeySheet | None = None
        self._sheet_over: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = Places(engine, desk, theme)
        self.home = self.pages.home
        self.shell = QWidget()
        self.whole = QStackedWidget(self)
        self._row, self._column = QHBoxLayout(self.shell), QVBoxLayout()
        self._named: dict[str, str] = {}  # the key of each place, as this system writes it; once there are keys
        self._lay_out()
        self.setMinimumSize(640, 400)
        self.visits = Visits(engine, desk, self)
        self._wire()
        self._mark("home")

    def _lay_out(self) -> None:
        root = QVBoxLayout(self)
        for box in (self._column, self._row, root):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        self._row.addLayout(self._column, 1)
        self.whole.addWidget(self.shell)
        root.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        root.addWidget(self.whole)

    def _wire(self) -> None:
        pages, visits = self.pages, self.visits
        pages.wanted.connect(self.go)
        pages.start.connect(visits.start)
        pages.begin.connect(self._begin)
        pages.go_on.connect(visits.go_on)
        pages.again.connect(visits.again)
        pages.next_meeting.connect(visits.follow)
        pages.try_turn.connect(visits.try_turn)
        pages.read.connect(visits.read)
        pages.changed.connect(self._show_note)
        pages.emptied.connect(self._emptied)
        pages.told.connect(self.say)
        self._engine.bug.connect(self.say)

    def complete(self) -> list[Callable[[], object]]:
        """Steps that make what is not seen at first: the keys, and their names."""
        return [self._shortcuts, self._name_keys, self._take_files, lambda: self.courier.begin()]

    def _take_files(self) -> None:
        from ui.library.dropping import Dropping

        Dropping(self).dropped.connect(self._dropped)

    def _dropped(self, path: Path) -> None:
        self.take_file(path)

    def take_file(self, path: Path) -> None:
        """What somebody gave you is shown first, a transcript goes to the page that brings it in; in a meeting there is no page."""
        here = self.whole.currentWidget() is self.shell
        if path.suffix.lower() == BUNDLE:
            self.close_sheet()
            self.pages.open_file(path) if here else self.say("Open the file again when you are out of the meeting.")
        elif here:
            self.go("reviews")
            self.pages.reviews().take_file(path)

    def _name_keys(self) -> None:
        from ui.keys import shown

        self._named = {key: shown(keys) for key, keys in KEYS.items()}
        for places in self._made("side", "strip"):
            places.name_keys(self._named)  # type: ignore[attr-defined]

    def _show_note(self) -> None:
        if self._made("side"):
            self.side.set_note(self._note())

    # ---- parts that are made when they have something to show

    @cached_property
    def courier(self) -> Courier:
        """What the team folder brings."""
        from ui.team.courier import Courier

        return Courier(self, self._engine, self._desk)

    def show_counts(self) -> None:
        """Say beside the places how much waits there."""
        for places in self._made("side", "strip") if self._made("courier") else []:
            self.courier.show_counts(places)  # type: ignore[arg-type]

    def refresh_page(self) -> None:
        """Something came: a page that shows such things reads them again."""
        if self.whole.currentWidget() is self.shell and self._history[-1] in ("home", "mentor"):
            self.pages.currentWidget().refresh()  # type: ignore[attr-defined]

    @cached_property
    def side(self) -> SideBar:
        """The places of a wide window."""
        made = SideBar("Rehearse", PLACES, BELOW, self._note())
        vars(self)["side"] = made
        self.show_counts()
        made.went.connect(self.go)
        made.show_place(self._place())
        self._row.insertWidget(0, made)
        made.setHidden(self._narrow())  # once it is in the window: alone, it would be shown as one
        if self._named:
            made.name_keys(self._named)
        return made

    @cached_property
    def strip(self) -> Strip:
        """The places of a narrow window."""
        from ui.strip import Strip

        made = Strip(PLACES, BELOW)
        vars(self)["strip"] = made
        self.show_counts()
        made.went.connect(self.go)
        made.show_place(self._place())
        self._column.insertWidget(0, made)
        made.setHidden(not self._narrow())
        if self._named:
            made.name_keys(self._named)
        return made

    @cached_property
    def waiting(self) -> Banner:
        """The way back to a meeting that waits in the room."""
        made = self._bar(stays=True)
        made.chosen.connect(lambda _way: self.visits.back_to_room())
        return made

    @cached_property
    def banner(self) -> Banner:
        """A problem that belongs to no page."""
        return self._bar()

    def _bar(self, stays: bool = False) -> Banner:
        from ui.widgets.banner import Banner

        made = Banner(stays=stays)
        at = self._column.indexOf(self.pages)
        self._column.insertWidget(at - 1 if stays and self._made("banner") else at, made)
        return made

    @cached_property
    def toast(self) -> Toast:
        """What needs no answer."""
        from ui.widgets.toast import Toast

        return Toast(self)

    @cached_property
    def ring(self) -> Ring:
        """Shows what has the focus, to whoever uses the keyboard."""
        from ui.widgets.ring import Ring

        return Ring(self)

    def _made(self, *names: str) -> list[QWidget]:
        """Those of these parts that were made already."""
        return [vars(self)[name] for name in names if name in vars(self)]

    # ---- going places

    def go(self, key: str) -> None:
        """Go to a place: home, people, reviews, settings, or back to the review that is open."""
        self.close_sheet()
        if self.whole.currentWidget() is not self.shell:
            return  # the room is left by its own way, so that nothing said is left behind
        if self._history[-1] != key:
            self._history.append(key)
        self.pages.go(key)
        self._mark(key)
        if self._made("courier"):
            self.courier.counts.refresh()

    def back(self) -> None:
        """Go to where one was before."""
        self.close_sheet()
        if len(self._history) > 1 and self.whole.currentWidget() is self.shell:
            self._history.pop()
            self.go(self._history[-1])

    def _mark(self, key: str) -> None:
        for places in self._made("side", "strip"):
            places.show_place(UNDER.get(key, key))  # type: ignore[attr-defined]
        self.name_title(TITLES[key])

    def show_shell(self) -> None:
        """Out of the room, to the pages."""
        self._sheet_over = self.shell if self._sheet_over is not None else None
        self.whole.setCurrentWidget(self.shell)

    def show_room(self) -> None:
        """The room in the place of everything else."""
        room = self.visits.room
        if self.whole.indexOf(room) < 0:
            self.whole.addWidget(room)
        for bar in self._made("waiting", "banner"):
            bar.hide()
        self.whole.setCurrentWidget(room)

    def name_title(self, what: str) -> None:
        """Name what is open. Others may have written it: it is plain text, and Qt's mark for unsaved things means nothing."""
        words = visible(" ".join(what.split())).replace("[*]", "[*][*]")
        self.setWindowTitle(f"{words} – Rehearse" if words else "Rehearse")

    def review(self) -> ReviewPage:
        """The page of the review that is open."""
        return self.pages.review()

    def room(self) -> Room:
        """The rehearsal room."""
        return self.visits.room

    def _begin(self) -> None:
        self.go("home")
        self.home.begin()

    def new_meeting(self) -> None:
        """A new meeting: with who is chosen on Home, and elsewhere with the last person."""
        self.close_sheet()
        if self.whole.currentWidget() is not self.shell:
            return
        if self.pages.currentWidget() is self.home:
            self.home.begin()
        else:
            self.visits.start_last(self._begin)

    def open_file(self) -> None:
        """Ask for a file that somebody gave you."""
        if self.whole.currentWidget() is self.shell:
            self.pages.letter().choose()

    def _emptied(self) -> None:
        """Everything was deleted, the meeting that waits in the room too."""
        self._desk.left_off = ()
        self.visits.forget()
        for bar in self._made("waiting"):
            bar.hide()
        self._history = [place for place in self._history if place != "review"]

    # ---- parts of the window

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in order."""
        at = self.whole.currentWidget()
        if at is not self.shell:
            room = self.visits.held
            parts = list(room.panes) if room is not None and at is room else [at]
        else:
            parts = [*self._made("side", "strip", "waiting", "banner"), self.pages.currentWidget()]
        return [part for part in parts if part.isVisible() and part.isEnabled()]

    def step_pane(self, by: int) -> None:
        """Move the focus to the next pane, or with -1 to the one before."""
        panes, focused = self.panes(), self.focusWidget()
        here = [i for i, pane in enumerate(panes) if focused is not None and (pane is focused or pane.isAncestorOf(focused))]
        for step in range(1, len(panes) + 1):
            start = here[-1] if here else (-1 if by > 0 else 0)
            pane = panes[(start + by * step) % len(panes)]
            places = pane in self._made("side", "strip")
            focus_in(pane.button(self._place()) if places else pane)  # type: ignore[attr-defined]
            now = self.focusWidget()
            if now is not None and now is not focused:
                now.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def toggle_sheet(self) -> None:
        """Open the sheet of keys, or close it."""
        if self._sheet_over is not None:
            self.close_sheet()
            return
        if self._sheet is None:
            from ui.keys import KeySheet

            self._sheet = KeySheet()
            self._sheet.closed.connect(self.close_sheet)
            self.whole.addWidget(self._sheet)
        self._sheet_over, self._focus_before = self.whole.currentWidget(), self.focusWidget()
        self.whole.setCurrentWidget(self._sheet)
        focus_in(self._sheet)

    def close_sheet(self) -> None:
        """Back to what was under the sheet of keys, where it is open, with the focus where it was."""
        over, self._sheet_over = self._sheet_over, None
        if over is None or self.whole.currentWidget() is not self._sheet:
            return
        self.whole.setCurrentWidget(over)
        before, self._focus_before = self._focus_before, None
        if before is not None and before in over.findChildren(QWidget):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_in(over)

    # ---- telling

    def say(self, sentence: str) -> None:
        """Tell something that needs no answer."""
        self.toast.offer(sentence, action="")

    def problem(self, problem: Problem) -> None:
        """Tell a problem that belongs to no page, until it is dismissed."""
        self.banner.say(problem.sentence, problem.hint, [("dismiss", "Dismiss")], kind="amber")

    def _note(self) -> str:
        return f"Played by {self._desk.plays}" if self._desk.plays else "Runs on this computer"

    # ---- Qt

    def _shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from ui.keys import BACK

        acts: list[tuple[str, Callable[[], None]]] = [
            *((keys, lambda key=key: self.go(key)) for key, keys in KEYS.items()),
            (BACK, self.back),
            ("Ctrl+N", self.new_meeting),
            ("Ctrl+O", self.open_file),
            ("F6", lambda: self.step_pane(1)),
            ("Shift+F6", lambda: self.step_pane(-1)),
            ("F1", self.toggle_sheet),
            ("Ctrl+/", self.toggle_sheet),
            ("Ctrl+=", lambda: self._scale(+0.1)),
            ("Ctrl++", lambda: self._scale(+0.1)),
            ("Ctrl+-", lambda: self._scale(-0.1)),
            ("Ctrl+0", lambda: self._scale(0)),
        ]
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _scale(self, by: float) -> None:
        self._theme.set_scale(round(self._theme.scale + by, 1) if by else 1.0)
        scale = self._theme.scale

        async def keep() -> None:
            self._desk.change(text_scale=scale)

        self._engine.ask(keep, failed=self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Called by the theme: another text size may need another layout."""
        self._fit()

    def _narrow(self) -> bool:
        return self._theme.em(self.width()) < NARROW

    def _fit(self) -> None:
        here, there = ("strip", "side") if self._narrow() else ("side", "strip")
        now, before = getattr(self, here), self._made(there)
        focused = QApplication.focusWidget()
        moves = focused is not None and any(places.isAncestorOf(focused) for places in before)
        for places in before:
            places.hide()
        now.setHidden(False)
        if moves:
            now.button(self._place()).setFocus()

    def _place(self) -> str:
        """Where one is, as the places name it."""
        return UNDER.get(self._history[-1], self._history[-1])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.shown.emit()
        return done

    @property
    def left_open(self) -> RehearsalId | None:
        """The meeting that was open when the window was closed: it was left on purpose."""
        return self.visits.left_open

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything said is on disk already; what is being said now is put away when the engine closes."""
        self.visits.close()
        self.pages.stop()
        if self._made("courier"):
            self.courier.team.stop()
        super().closeEvent(event)
