"""Everybody who can be talked to, and the situations with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from rehearse.catalog import Entry
from rehearse.errors import Problem
from ui.chores import Chores
from ui.engine import Engine
from ui.home import choices
from ui.home.choices import DEFAULT_MINUTES, MOST_ASK, Opener
from ui.home.faults import fault_lines
from ui.home.judging import Judging
from ui.home.people_list import PeopleList, label
from ui.home.person_view import PersonView
from ui.home.situations import Situations
from ui.home.terms import Terms
from ui.library.jobs import Jobs
from ui.settings.parts import Fold
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.field import Field
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.conversation import Mode
    from rehearse.making.origin import Kind
    from rehearse.personas import Persona
    from rehearse.rubrics import Rubric
    from ui.desk import Desk, Listed

_NARROW_EM = 58
_ROWS_WIDE, _ROWS_NARROW = 12, 3
_FIND = "Find a person or a situation"
_RUBRIC = "buy-in"


class PeoplePage(QWidget):
    """A list of people at the left, the chosen one at the right.

    Signals: ``start(object)`` a ``rehearse.preparation.Choice``; ``making_wanted(object)`` a ``rehearse.making.origin.Origin``;
    ``brief_wanted(str, str, str)`` a person, a situation and an ask to prepare for; the last two may be empty;
    ``writing_wanted(str, str, str)`` kind, id and edit, duplicate or vary: every field of somebody, or of a situation.
    """

    start = Signal(object)
    making_wanted = Signal(object)
    brief_wanted = Signal(str, str, str)
    writing_wanted = Signal(str, str, str)

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        announcer: Announcer | None = None,
        open_folder: Opener = choices.show_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._open_folder = engine, desk, open_folder
        self._announcer = announcer or Announcer.of_app()
        self._jobs = Jobs(engine, self, self.show_problem)
        self._people: list[Entry] = []
        self._scenarios: tuple[Entry, ...] = ()
        self._shown: Entry | None = None
        self._last = desk.settings.last_persona
        self._found: dict[str, Entry] = {}  # the situations by which people were found, by the person's id
        self._scenario: Entry | None = None
        self._detailed = False
        self.problem = Banner()
        self.search = QLineEdit()
        self.list = PeopleList()
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        self.search.setProperty("kind", "field")
        self.search.setPlaceholderText(_FIND)
        self.search.setToolTip("Ctrl+F")
        self.search.setAccessibleName(_FIND)
        self.search.setAccessibleDescription("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._nobody = Text("", "body", "muted")
        self._nobody.hide()
        self._list_card = Card(radius=14, pad=6)
        self._list_card.box.add(self.list, vbox(self._nobody, margins=(8, 0, 8, 0)))
        self.make = Button("Make a person", icon="plus", tip="The real one that you will meet: seven questions")
        self._left = wrap(vbox(self.search, self._list_card, None, spacing=10))
        self._detail_card = Card(radius=14, pad=22)
        self._columns = hbox((self._left, 0), (wrap(vbox(self._detail_card, None)), 1), spacing=20)
        page = Host(
            vbox(
                hbox((Text("People", "h1"), 1), wrap(vbox(None, self.make, None)), spacing=12),
                Text("Choose somebody, and what it is about.", "talk", "muted"), self.problem, 6,
                self._columns, None, margins=(32, 24, 32, 24), spacing=7,
            )
        )  # fmt: skip
        self._detail_card.hide()
        self._scroll = scroll(page, "People")
        whole = vbox(self._scroll, spacing=0)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fold()

    def _build_detail(self) -> None:
        """The chosen person's side, made when the list is on screen: both at once take longer than a person waits."""
        if self._detailed:
            return
        self._detailed = True
        self.person = PersonView()
        self.situations = Situations()
        self.ask = Field("What should they say yes to? You can leave this empty.")
        self.terms = Terms(with_situation=False)
        self.judging = Judging()
        self.go = Button("Start now", "primary", "chat")
        self.prepare = Button("Prepare a brief", "ghost", "pencil", tip="Problem, outcome for them, evidence, smallest step, ask")
        self.ask.line.setMaxLength(MOST_ASK)
        self._faulty = vbox(spacing=8)
        self._faulty_card = Card("amber_soft", 12, 0, None)
        self._faulty_card.box.add(self._faulty)
        self._play = wrap(
            vbox(
                Text("Situation", "title"), self.situations, 6, self.ask, 4, self.terms, 4, self.judging, 4,
                wrap(hbox(self.go, self.prepare, None, spacing=12)), spacing=8,
            )
        )  # fmt: skip
        self.like = Button("Make one like this", "link", "copy", tip="The same form, filled in like this person")
        self.change = Button("Change", "link", "pencil")
        self.edit = Button("Edit every field", "link", "doc", tip="The whole file as a form, with drafts and versions")
        self.duplicate = Button("Duplicate", "link", "copy", tip="A copy of your own, with every field to edit")
        self.vary = Button("Vary the situation", "link", "branch", tip="Harder, shorter, with somebody else: each a draft")
        self._own = Fold(self.change, self.like, self.edit, self.duplicate, self.vary, spacing=18)
        self._detail_card.box.add(self.person, self._own, self._faulty_card, 8, self._play)
        self.like.clicked.connect(lambda: self._make("like"))
        self.change.clicked.connect(lambda: self._make("edit"))
        self.edit.clicked.connect(lambda: self._write("edit"))
        self.duplicate.clicked.connect(lambda: self._write("duplicate"))
        self.vary.clicked.connect(lambda: self._write("vary"))
        self.situations.changed.connect(self._choose_situation)
        self.ask.line.returnPressed.connect(self.begin)
        self.judging.wanted.connect(self._read_rubric)
        self.go.clicked.connect(self.begin)
        self.prepare.clicked.connect(self._prepare)

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_search)
        self.search.textChanged.connect(lambda _text: self._show_people())
        self.search.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.reached.connect(self._show_entry)
        self.list.entered.connect(self.begin)
        self.problem.chosen.connect(lambda _key: self.refresh())
        self.make.clicked.connect(lambda: self._make("new"))

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        theme = theme_of(self)
        narrow = theme.em(self.width()) < _NARROW_EM
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMinimumWidth(0 if narrow else theme.px(260))
        self._left.setMaximumWidth(16_777_215 if narrow else theme.px(260))
        rows = min(max(1, len(self.list.people.entries)), _ROWS_NARROW if narrow else _ROWS_WIDE)
        # A half row at the end shows that there is more.
        half = 0.5 if len(self.list.people.entries) > (_ROWS_NARROW if narrow else _ROWS_WIDE) else 0
        self.list.setFixedHeight(round(self.list.row_height() * (rows + half)) + 2)

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh()

    def take_focus(self) -> None:
        """The focus to where one goes on. As a focus proxy it would keep Tab from what stands above it."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def refresh(self) -> None:
        """Read people and situations again."""
        self._jobs.ask("listed", self._desk.listed, self._show_listed)

    def show_problem(self, problem: Problem) -> None:
        """Say a problem at the top of the page; also for a meeting that could not be started."""
        self.problem.say(problem.sentence, problem.hint, (("again", "Try again"),), "amber")
        self._scroll.ensureWidgetVisible(self.problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self._scroll.verticalScrollBar().setValue(0)  # the list that is searched comes into sight as well

    # ---- the list

    def _show_listed(self, listed: Listed) -> None:
        people = choices.in_order(listed.people)
        last = self._desk.settings.last_persona
        met = last != self._last  # somebody was met or made since, and is the one to go on with
        changed = met or people != self._people or listed.scenarios != self._scenarios
        self._people, self._scenarios, self._last = people, listed.scenarios, last
        if changed:
            kept = self._shown in people and not (met and self._shown is not None and self._shown.id != last)
            self._shown = self._shown if kept else None
            Chores(self, (self._build_detail, self._show_people))

    def _show_people(self) -> None:
        wanted = self.search.text().casefold().split()
        found: list[Entry] = []
        self._found = {}
        for entry in self._people:
            rest = [word for word in wanted if word not in _searched(entry)]
            by = next((s for s in self._of(entry) if all(word in _searched(s) for word in rest)), None) if rest else None
            if not rest or by is not None:
                found.append(entry)
            if by is not None:
                self._found[entry.id] = by
        last = self._desk.settings.last_persona
        chosen = self._shown or next((e for e in found if e.id == last and not e.broken and e.shadowed_by is None), None)
        self.list.people.fill(found, {id: visible(scenario.name) for id, scenario in self._found.items()})
        self.list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        if not found and wanted:
            self._nobody.setText(f"Nothing matches “{visible(self.search.text().strip())}”. Try a shorter word.")
        self.list.choose(chosen)
        self._choose_found()
        self._fold()

    def _of(self, entry: Entry) -> list[Entry]:
        return [scenario for scenario in self._scenarios if scenario.persona == entry.id]

    def _choose_found(self) -> None:
        """Chooses the situation by which the person was found."""
        if self._detailed and self._shown is not None and (scenario := self._found.get(self._shown.id)) is not None:
            self.situations.choose(scenario)

    # ---- the chosen one

    def _show_entry(self, entry: Entry) -> None:
        if entry == self._shown:
            return
        self._build_detail()
        self._shown = entry
        self._detail_card.show()
        self.person.show_entry(entry)
        self._show_faults(entry)
        can_play = not entry.broken and entry.shadowed_by is None
        self._play.setVisible(can_play)
        self._own.setVisible(can_play)
        self.change.setVisible(entry.origin == "yours")
        self.edit.setVisible(entry.origin == "yours")
        self.change.set_tip(f"Open {choices.first_name(entry)} in the form again")
        self._jobs.drop("persona")
        if not can_play:
            return
        scenarios = choices.situations_of(entry, self._scenarios)
        self.situations.show_scenarios(scenarios, entry.minutes or DEFAULT_MINUTES)
        self.terms.show_person(entry, scenarios)
        self.go.set_text("Start now")
        self.go.set_tip(f"Start with {choices.first_name(entry)}")
        self._choose_situation(None)
        self._choose_found()
        self._order()

        async def read() -> Persona:
            return self._desk.catalog.persona(entry.id)

        self._jobs.ask("persona", read, self.person.show_persona)

    def _order(self) -> None:
        """Tab goes where one reads: Qt puts what is made later at the end, wherever it stands."""
        from ui.making.tabs import order

        order(self._scroll)

    def _show_faults(self, entry: Entry) -> None:
        clear(self._faulty)
        broken_scenarios = [s for s in self._scenarios if s.broken and s.persona == entry.id]
        parts: list[QWidget] = []
        if entry.broken:
            parts += [Text(f"{label(entry)} cannot be met until this is mended.", "bodyb"), fault_lines(entry, 12)]
        if entry.shadowed_by is not None:
            winner = visible(str(entry.shadowed_by))
            parts += [
                Text("Another file has the same id, and is used.", "bodyb"),
                Text(f"{winner} wins over {visible(str(entry.file))}."),
            ]
        for scenario in broken_scenarios:
            parts += [Text(f"A situation with {label(entry)} needs a look.", "bodyb"), fault_lines(scenario)]
        for part in parts:
            self._faulty.addWidget(part)
        faulty = [entry, *broken_scenarios] if entry.broken else broken_scenarios
        for file in sorted({e.file for e in faulty} or ({entry.file} if entry.shadowed_by else set())):
            show = Button("Show the file", tip=visible(str(file)))
            show.setAccessibleName(f"Show the file: {visible(file.name)}")
            show.clicked.connect(lambda _checked=False, folder=str(file.parent): self._open_folder(folder))
            self._faulty.addWidget(wrap(hbox(show, None)))
        self._faulty_card.setVisible(bool(parts))

    def _choose_situation(self, scenario: Entry | None) -> None:
        self._scenario = scenario
        self.vary.setVisible(scenario is not None)
        self._own.fold()
        self.terms.set_scenario(scenario)
        asked = visible(scenario.ask) if scenario else ""
        self.ask.line.setPlaceholderText(asked or "e.g. two engineers for two weeks to fix checkout")
        self.ask.line.setToolTip(asked)  # whole, where the line has no room for it
        if self.judging.unfolded:
            self._read_rubric()

    def _read_rubric(self) -> None:
        wanted = (self._scenario.rubric if self._scenario else "") or _RUBRIC
        mode: Mode = "influencing" if self._scenario and self._scenario.mode == "influencing" else "selling"

        async def read() -> Rubric:
            return self._desk.catalog.rubric(wanted)

        self._jobs.ask("rubric", read, lambda rubric: self.judging.show_rubric(rubric, mode))

    def _make(self, kind: Kind) -> None:
        from rehearse.making.origin import Origin

        person = self._shown.id if self._shown is not None and kind != "new" else ""
        self.making_wanted.emit(Origin(kind, person))

    def _write(self, how: str) -> None:
        """Every field in a form: of the person, or variations of the situation that is chosen."""
        about = self._scenario if how == "vary" else self._shown
        if about is not None:
            self.writing_wanted.emit(about.kind, about.id, how)

    def begin(self) -> None:
        """Start with what is chosen; nothing happens for somebody whose file is at fault."""
        person = self._shown
        if person is None or person.broken or person.shadowed_by is not None:
            return
        choice = choices.make_choice(person, self._scenario, self.ask.text(), self.terms.mood.value, self.terms.minutes.value)
        choices.remember(self._engine, self._desk, person.id)
        self.start.emit(choice)

    def _prepare(self) -> None:
        person, scenario = self._shown, self._scenario
        if person is not None and not person.broken:
            self.brief_wanted.emit(
                person.id, scenario.id if scenario else "", self.ask.text() or (scenario.ask if scenario else "") or ""
            )


def _searched(entry: Entry) -> str:
    """The words by which a person or a situation is found."""
    words = (entry.name, entry.role, entry.summary, entry.file.name, entry.situation, entry.ask)
    return " ".join(words).casefold()
