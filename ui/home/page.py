"""Home: who do you need on your side? One Enter starts a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSpacerItem, QWidget

from rehearse.errors import Problem
from ui.chores import Chores
from ui.engine import Engine
from ui.home import choices
from ui.home.choices import MOST_ASK, MOST_ON_HOME, Opener
from ui.home.person_grid import PersonGrid
from ui.library.jobs import Jobs
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import hbox, scroll, vbox
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.catalog import Entry
    from rehearse.conversation import RehearsalId
    from rehearse.library.records import RehearsalRow
    from ui.assigned.given import Given
    from ui.assigned.post import Task
    from ui.desk import Desk, Listed
    from ui.home.faults import FaultsCard
    from ui.home.left_off import LeftOff
    from ui.home.recent import Recent
    from ui.home.terms import Terms
    from ui.widgets.announcer import Announcer
    from ui.widgets.banner import Banner
    from ui.widgets.toast import Toast

ASK = "What should they say yes to?"
EXAMPLE = "e.g. two engineers for two weeks to fix checkout"
_RECENT = 5
_OPEN_LOOKED_AT = 20
_NARROW_EM = 46
_TERMS = 41  # pixels at 100 %: the row of situation, mood and minutes


class HomePage(QWidget):
    """Paints its frame at once; people and meetings come when the engine has read them.

    The start waits for the frame, so the constructor makes nothing else: each other part is made when it first has something
    to show, and there is room for it where it belongs.
    Signals: ``start(object)`` a ``rehearse.preparation.Choice``; ``go_on(str)`` and ``read(str)`` the id of a meeting;
    ``people_wanted()``; ``making_wanted()`` a person of one's own; ``settings_wanted()``; ``file_wanted()`` what somebody gave you
    is to be opened; ``task(str, object)`` start, send or read, and what was assigned;
    ``brief_wanted(str, str, str)`` a person, a situation and an ask to prepare for; the last two may be empty.
    """

    start = Signal(object)
    go_on = Signal(str)
    read = Signal(str)
    people_wanted = Signal()
    making_wanted = Signal()
    settings_wanted = Signal()
    file_wanted = Signal()
    task = Signal(str, object)
    brief_wanted = Signal(str, str, str)

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        announcer: Announcer | None = None,
        open_folder: Opener = choices.show_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._announcer, self._open_folder = engine, desk, announcer, open_folder
        self._jobs = Jobs(engine, self, self.show_problem)
        self._people: list[Entry] = []
        self._scenarios: tuple[Entry, ...] = ()
        self._emblems: dict[str, str] = {}
        self._recent_rows: tuple[RehearsalRow, ...] = ()
        self._chosen: Entry | None = None
        self._met = ""
        self._start_pending = False
        self.grid = PersonGrid()
        self.ask = QLineEdit()
        self.go = Button("Start", "primary", "chat", tip="Enter starts as well")
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        self.ask.setMaxLength(MOST_ASK)
        self.ask.setPlaceholderText(EXAMPLE)
        self.ask.setAccessibleName(ASK)
        self.ask.setAccessibleDescription("You can leave this empty. Enter starts the meeting.")
        label = Text(f"{ASK}  You can leave this empty.", "caption", "muted")
        label.setBuddy(self.ask)
        self._ask_card = Card("raised", 14, 2, "control", pad=14)
        self._ask_card.show_focus_of(self.ask)
        self._ask_line = hbox((vbox(label, self.ask, spacing=3), 1), self.go, spacing=14)
        self._ask_card.box.add(self._ask_line)
        self._plays = Text("", "caption", "muted")
        self.settings = Button("Settings", "link", tip="Choose who plays the people")
        self.settings.setAccessibleName("Settings, who plays")  # the side bar has a button of that name too
        shield = Picture("shield", "accent_text", 16)
        foot = self._foot = hbox(shield, (self._plays, 1), self.settings, spacing=12)
        for part in (shield, self._plays, self.settings):
            foot.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        lead = Text("Pick a person and talk. The first line takes a few seconds.", "talk", "muted")
        self._lead = hbox((lead, 1), spacing=12)
        self._rooms = {name: vbox() for name in ("problem", "left_off", "terms", "faults", "assigned", "recent")}
        rooms = self._rooms
        # Kept for what comes with the people, so that nothing jumps when it comes.
        self._terms_room = QSpacerItem(0, theme_of(self).px(_TERMS))
        rooms["terms"].addSpacerItem(self._terms_room)
        page = Host(
            vbox(
                Text("Who do you need on your side?", "h1"), self._lead,
                rooms["problem"], rooms["left_off"], 8, self.grid, 7, self._ask_card, 4, rooms["terms"],
                foot, 4, rooms["faults"], 4, rooms["assigned"], 2, rooms["recent"], None,
                margins=(32, 24, 32, 24), spacing=7,
            )
        )  # fmt: skip
        self._scroll = scroll(page, "Home")
        whole = vbox(self._scroll, spacing=0)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restyle()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._choose)
        self.grid.entered.connect(self.begin)
        self.grid.reached.connect(lambda card: self._scroll.ensureWidgetVisible(card))
        self.ask.returnPressed.connect(self.begin)
        self.go.clicked.connect(self.begin)
        self.settings.clicked.connect(self.settings_wanted)

    # ---- parts that are made when they have something to show

    @cached_property
    def all_people(self) -> Button:
        made = Button("All people", "link", tip="Everybody, with their situations")
        made.clicked.connect(self.people_wanted)
        made.hide()
        self._lead.add(made)
        return made

    @cached_property
    def make(self) -> Button:
        made = Button("Make a person", "link", "plus", tip="The real one that you will meet: seven questions")
        made.clicked.connect(lambda: self.making_wanted.emit())
        self._lead.insertWidget(1, made)
        return made

    @cached_property
    def open(self) -> Button:
        made = Button("Open a file", "link", "folder", tip="An assignment or feedback that somebody gave you. Or drop it here")
        made.clicked.connect(lambda: self.file_wanted.emit())
        self._lead.insertWidget(2, made)  # behind it
        return made

    @cached_property
    def prepare(self) -> Button:
        made = Button(
            "Prepare a brief", "link", "pencil", tip="Five short parts before you talk: problem, outcome, evidence, step, ask"
        )
        made.clicked.connect(self._prepare)
        self._foot.insertWidget(2, made)
        self._foot.setAlignment(made, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _prepare(self) -> None:
        scenario = self.terms.scenario if self._made("terms") else None
        ask = self.ask.text() or (scenario.ask if scenario else "") or ""
        self.brief_wanted.emit(self._chosen.id if self._chosen else "", scenario.id if scenario else "", ask)

    @cached_property
    def problem(self) -> Banner:
        from ui.widgets.banner import Banner

        made = Banner()
        made.chosen.connect(lambda _key: self.refresh())
        self._rooms["problem"].add(made)
        return made

    @cached_property
    def left_off(self) -> LeftOff:
        from ui.home.left_off import LeftOff

        made = LeftOff()
        made.go_on.connect(lambda row: self.go_on.emit(row.id))
        made.review.connect(lambda row: self.read.emit(row.id))
        made.discard.connect(self._delete)
        self._rooms["left_off"].add(made)
        return made

    @cached_property
    def terms(self) -> Terms:
        from ui.home.terms import Terms

        made = Terms()
        made.situation_changed.connect(self._show_situation)
        self.prepare.show()
        if self._chosen is not None:
            made.show_person(self._chosen, choices.situations_of(self._chosen, self._scenarios))
        self._rooms["terms"].removeItem(self._terms_room)
        self._rooms["terms"].add(made)
        self._order()
        return made

    @cached_property
    def faults(self) -> FaultsCard:
        from ui.home.faults import FaultsCard

        made = FaultsCard(self._open_folder)
        self._rooms["faults"].add(made)
        return made

    @cached_property
    def assigned(self) -> Given:
        from ui.assigned.given import Given

        made = Given(self._engine, self._desk)
        for key, signal in (("start", made.start), ("send", made.send), ("read", made.read), ("look", made.look)):
            signal.connect(lambda task, key=key: self.task.emit(key, task))
        self._rooms["assigned"].add(made)
        return made

    @cached_property
    def recent(self) -> Recent:
        from ui.home.recent import Recent

        made = Recent()
        made.opened.connect(self._open)
        made.delete_wanted.connect(self._delete)
        self._rooms["recent"].add(made)
        return made

    @cached_property
    def toast(self) -> Toast:
        from ui.widgets.toast import Toast

        made = Toast(self)
        made.undone.connect(self._undelete)
        return made

    def _made(self, name: str) -> bool:
        """Whether a part was made already."""
        return name in vars(self)

    def _order(self) -> None:
        """Tab goes where one reads: Qt puts what is made later at the end, wherever it stands."""
        from ui.making.tabs import order

        order(self._scroll)

    # ---- looks

    def restyle(self) -> None:
        """Takes the font of the ask from the theme again, and folds."""
        self.ask.setFont(theme_of(self).font("talk"))
        self._show_who_plays()
        self._fold()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ask_line.setDirection(down if narrow else across)

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh()

    def take_focus(self) -> None:
        """The focus to where one goes on. As a focus proxy it would keep Tab from what stands above it."""
        self.ask.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def refresh(self) -> None:
        """Read people, situations and the newest meetings again. What did not change stays as it is, with its focus."""
        self._show_who_plays()
        self._jobs.ask("listed", self._desk.listed, self._show_listed)
        self._jobs.ask("recent", self._read_recent, self._show_recent)
        self._jobs.ask("assigned", self._read_assigned, self._show_assigned)

    async def _read_assigned(self) -> tuple[Task, ...]:
        from ui.assigned.post import Post

        return await Post(self._desk).tasks()

    def _show_assigned(self, tasks: tuple[Task, ...]) -> None:
        if tasks or self._made("assigned"):
            self.assigned.show_tasks(tasks)
            self._order()

    async def _read_recent(self) -> tuple[tuple[RehearsalRow, ...], RehearsalRow | None]:
        newest = await self._desk.page(_RECENT)
        still_open = await self._desk.page(_OPEN_LOOKED_AT, open_only=True)
        return newest.rows, next((row for row in still_open.rows if row.interrupted), None)

    def show_problem(self, problem: Problem) -> None:
        """Say a problem at the top of the page, with a way to try again; also for a meeting that could not be started."""
        self._start_pending = False
        self.problem.say(problem.sentence, problem.hint, (("again", "Try again"),), "amber")
        self._scroll.ensureWidgetVisible(self.problem)

    # ---- people

    def _show_listed(self, listed: Listed) -> None:
        met = self._desk.settings.last_persona
        # Somebody who was met or made since is the one to go on with.
        last = self._chosen.id if self._chosen and met == self._met else met
        self._met = met
        usable = choices.usable(listed.people)
        self._people = choices.on_home(listed.people, met)
        self._scenarios = listed.scenarios
        self._emblems = {entry.id: entry.emblem for entry in listed.people if entry.emblem}
        self._chosen = next((e for e in self._people if e.id == last), self._people[0] if self._people else None)
        self.grid.show_people(self._people, self._chosen.id if self._chosen else "")
        self.make.show()
        self.open.show()
        self.all_people.setVisible(len(usable) > MOST_ON_HOME)
        self.all_people.set_text(f"All {len(usable)} people")
        everything = (*listed.people, *listed.scenarios)
        if self._made("faults") or any(entry.broken for entry in everything):
            self.faults.show_entries(everything)
        self._show_recent_rows()
        self._show_chosen()
        self._order()
        if self._start_pending and self._chosen:
            self.begin()

    def _emblem_of(self, person: str) -> str:
        return self._emblems.get(person, "")

    def _choose(self, id: str) -> None:
        found = next((entry for entry in self._people if entry.id == id), None)
        if found is None or (self._chosen and found.id == self._chosen.id):
            return
        self._chosen = found
        self._show_chosen()
        # By Alt and a digit the focus stays in the ask, so a screen reader would say nothing.
        if self.ask.hasFocus():
            from ui.widgets.announcer import Announcer

            (self._announcer or Announcer.of_app()).say(self, f"{visible(found.name)}, {visible(found.role)}")

    def _show_chosen(self) -> None:
        person = self._chosen
        if person is not None:
            self.go.set_text(f"Start with {choices.first_name(person)}")
            if self._made("terms"):
                self.terms.show_person(person, choices.situations_of(person, self._scenarios))
            else:
                Chores(self, (lambda: self.terms,))  # a round after the people, so that neither keeps a key waiting
        self._show_situation()
        self._show_who_plays()

    def _show_situation(self) -> None:
        scenario = self.terms.scenario if self._made("terms") else None
        asked = visible(scenario.ask) if scenario else ""
        self.ask.setPlaceholderText(asked or EXAMPLE)
        self.ask.setToolTip(asked)  # whole, where the line has no room for it
        self._expect()

    def _expect(self) -> None:
        """Who is chosen may be met any moment: what is read for it is read before."""
        scenario = self.terms.scenario if self._made("terms") else None
        named = (self._chosen.id if self._chosen else "", scenario.id if scenario else "")
        self._jobs.ask("expected", lambda: self._desk.ready.expect(*named), lambda _: None)

    def _show_who_plays(self) -> None:
        self._plays.setText(choices.who_plays(self._desk, self._chosen))

    # ---- starting

    def begin(self) -> None:
        """Start with what is chosen; as soon as the people are here where they are not yet."""
        if self._chosen is None:
            self._start_pending = True
            return
        self._start_pending = False
        choice = choices.make_choice(
            self._chosen, self.terms.scenario, self.ask.text(), self.terms.mood.value, self.terms.minutes.value
        )
        choices.remember(self._engine, self._desk, self._chosen.id)
        self.start.emit(choice)

    # ---- meetings

    def _show_recent(self, found: tuple[Sequence[RehearsalRow], RehearsalRow | None]) -> None:
        rows, early = found
        if early is not None or self._made("left_off"):
            self.left_off.show_row(early)
        self._recent_rows = tuple(rows)
        self._show_recent_rows()
        self._order()

    def _show_recent_rows(self) -> None:
        if self._recent_rows or self._made("recent"):
            self.recent.show_rows(self._recent_rows, self._emblem_of)

    def _open(self, row: RehearsalRow) -> None:
        from ui.library import rows as words

        (self.go_on if words.is_open(row) else self.read).emit(row.id)

    def _delete(self, row: RehearsalRow) -> None:
        from ui.library import rows as words

        desk, id = self._desk, row.id
        if self._made("left_off") and self.left_off.row is not None and self.left_off.row.id == id:
            self.left_off.show_row(None)

        def gone(_: object) -> None:
            self.toast.offer(f"Deleted “{words.title(row)}”.", id)
            self.refresh()

        self._jobs.send(lambda: desk.delete(id), gone)

    def _undelete(self, id: str) -> None:
        self._jobs.send(lambda: self._desk.undelete(cast("RehearsalId", id)), lambda _: self.refresh())
