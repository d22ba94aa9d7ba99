"""The objections of all meetings, by person or by kind: what was answered, and what one keeps failing to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from rehearse.conversation import ObjectionStatus
from rehearse.errors import Problem
from rehearse.review.across import By, Count, Group, Voiced, groups, habit
from ui.engine import Engine
from ui.library.empty import Empty
from ui.library.jobs import Jobs
from ui.objections import rows as words
from ui.objections.model import ObjectionsModel
from ui.objections.painting import ObjectionDelegate
from ui.objections.tabs import Tabs
from ui.objections.view import ObjectionList
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import Box, hbox, vbox
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk, Listed

_PAGE = 50
_LOW_EM, _NARROW_EM = 34, 32
_LEFT: tuple[ObjectionStatus, ...] = ("open", "dodged", "half_answered")
_LEAD = "What they objected in all meetings, and how you met it."


class ObjectionsPage(QWidget):
    """Signals: ``read(str, str)`` a meeting, and the line that voiced an objection; ``went(str)`` the key of a place;
    ``start_wanted()``."""

    read = Signal(str, str)
    went = Signal(str)
    start_wanted = Signal()

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._announcer = announcer or Announcer.of_app()
        self._jobs = Jobs(engine, self, self._show_problem)
        self._emblems: dict[str, str] = {}
        self._counts: tuple[Count, ...] | None = None
        self._first_name = ""
        self._open: set[tuple[By, str]] = set()
        self._opened = False  # the first group was opened by itself
        self.tabs = Tabs("objections")
        self.problem = Banner()
        self.often = Often()
        self.by = Segmented("Put together by", (("person", "By person"), ("kind", "By kind")), "person")
        self.left = Button("Not answered yet", "move", "diamond", tip="Left open, dodged or half answered")
        self.left.setCheckable(True)
        self.rows = ObjectionsModel(self)
        self.list = ObjectionList(self.rows, ObjectionDelegate(lambda id: self._emblems.get(id, ""), self))
        self.empty = Empty()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        card = Card(radius=14, pad=6)
        card.box.add((self._stack, 1))
        self._lead = Text(_LEAD, "talk", "muted")
        self._bar: Box = hbox((self.by, 1), self.left, spacing=8)
        self._bar.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.choices = QWidget()
        self.choices.setLayout(self._bar)
        whole = vbox(
            hbox((Text("Reviews", "h1"), 1), self.tabs), self._lead, self.problem, 2,
            self.often, self.choices, 4, (card, 1), margins=(32, 24, 32, 24), spacing=7,
        )  # fmt: skip
        outer = vbox(Host(whole), spacing=0)
        outer.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(outer)
        self.setFocusProxy(self.list)
        self.often.hide()
        self._show_empty()
        self.by.installEventFilter(self)

    def _connect(self) -> None:
        self.tabs.went.connect(self.went)
        self.by.changed.connect(lambda _key: self._show_groups())
        self.left.toggled.connect(lambda _on: self._show_groups())
        self.often.wanted.connect(self._open_kind)
        self.rows.wanted.connect(self._read_rows)
        self.list.chosen.connect(self._go)
        self.empty.chosen.connect(self._way_on)
        self.problem.chosen.connect(lambda _key: self.refresh())

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def refresh(self) -> None:
        """Count again, and read again what is open."""
        self._jobs.ask("listed", self._desk.listed, self._show_listed)

        async def count() -> tuple[Count, ...]:
            return await (await self._desk.library()).count_objections()

        self._jobs.ask("counts", count, self._show_counts)

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        theme = theme_of(self)
        low = theme.em(self.height()) <= _LOW_EM
        self._lead.setHidden(low)  # the list needs the room more
        self.often.set_short(low or theme.em(self.width()) < _NARROW_EM)
        narrow = theme.em(self.width()) < _NARROW_EM
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._bar.setAlignment(self.left, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the choices leads into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    # ---- what is shown

    @property
    def _statuses(self) -> tuple[ObjectionStatus, ...]:
        return _LEFT if self.left.isChecked() else ()

    @property
    def _by(self) -> By:
        return "kind" if self.by.value == "kind" else "person"

    def _show_listed(self, listed: Listed) -> None:
        from ui.home.choices import first_name, on_home

        self._emblems = {entry.id: entry.emblem for entry in listed.people if entry.emblem}
        people = on_home(listed.people, self._desk.settings.last_persona)
        last = self._desk.settings.last_persona
        next_one = next((e for e in people if e.id == last), people[0] if people else None)
        self._first_name = first_name(next_one) if next_one is not None else ""
        if not self._counts:
            self._show_empty()
        self.list.viewport().update()

    def _show_counts(self, counts: tuple[Count, ...]) -> None:
        first, self._counts = self._counts is None, counts
        self._show_groups()
        if first and counts:
            total = sum(c.count for c in counts)
            left = sum(c.count for c in counts if c.status in _LEFT)
            self._announcer.say(self, f"{words.objections(total)}, {left} not answered yet")

    def _show_groups(self) -> None:
        counts = self._counts
        if counts is None:
            return
        self._lead.setText(words.summed(counts) if counts else _LEAD)
        for part in (self.choices, self.often):
            part.setVisible(bool(counts))
        if not counts:
            self.rows.fill((), (), ())
            self._show_empty()
            return
        self.often.tell(habit(groups(counts, "kind")))
        found = [(g, self._wanted(g)) for g in groups(counts, self._by)]
        found = [(g, n) for g, n in found if n]
        held = self._held()
        for group in self.rows.groups:  # those that the filter hides now are open again when it shows them
            (self._open.add if group.key in self.rows.open_keys else self._open.discard)((group.by, group.key))
        if found and not self._opened:
            self._opened = True
            self._open.add((self._by, found[0][0].key))
        self.rows.fill([g for g, _ in found], [n for _, n in found], [g.key for g, _ in found if (g.by, g.key) in self._open])
        at = self.rows.row_of(held)
        if found:
            self.list.setCurrentIndex(self.rows.index(max(0, at), 0))
            self._stack.setCurrentWidget(self.list)
        else:
            head = "Nothing is left unanswered."
            self.empty.say(
                "check", head, "Everything that was objected is answered, or put off with an owner.", "all", "Show all"
            )
            self._stack.setCurrentWidget(self.empty)

    def _wanted(self, group: Group) -> int:
        return group.unanswered if self.left.isChecked() else group.total

    def _held(self) -> str:
        """The key of the group that the current row stands in."""
        at = self.list.currentIndex()
        if not at.isValid():
            return ""
        row = self.rows.heading(at.row())
        heading = self.rows.item(row)
        return heading.group.key if hasattr(heading, "group") else ""

    def _read_rows(self, key: str, before: int | None) -> None:
        statuses, by = self._statuses, self._by

        async def read() -> tuple[Voiced, ...]:
            library = await self._desk.library()
            if by == "kind":
                return await library.objections(_PAGE, before, kind=key, statuses=statuses)
            return await library.objections(_PAGE, before, persona=key, statuses=statuses)

        self._jobs.ask(f"rows {by} {key}", read, lambda found: self._add_rows(by, statuses, key, found))

    def _add_rows(self, by: By, statuses: tuple[ObjectionStatus, ...], key: str, found: tuple[Voiced, ...]) -> None:
        if by == self._by and statuses == self._statuses:
            self.rows.add(key, found)

    def _show_empty(self) -> None:
        start = f"Start with {self._first_name}" if self._first_name else "Start a meeting"
        hint = "After a meeting its objections stand here: who raised them, in which words, and how you met them."
        self.empty.say("diamond", "Your objections will be here.", hint, "start", start, primary=True)
        self._stack.setCurrentWidget(self.empty)
        self.choices.hide()

    # ---- ways on

    def _go(self, voiced: Voiced) -> None:
        self.read.emit(voiced.rehearsal, voiced.turn)

    def _open_kind(self, key: str) -> None:
        """Show what stays unanswered most often."""
        self.by.set_value("kind")
        self._show_groups()
        row = self.rows.row_of(key)
        if row >= 0:
            self.rows.set_open(row, True)
            self.list.setCurrentIndex(self.rows.index(row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_on(self, key: str) -> None:
        if key == "start":
            self.start_wanted.emit()
        else:
            self.left.setChecked(False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, problem: Problem) -> None:
        self.problem.say(problem.sentence, problem.hint, (("again", "Try again"),), "amber")


class Often(Card):
    """What one keeps failing to answer. Hidden where there is no such habit. Signals: ``wanted(str)`` the kind."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("amber_soft", 14, 0, None, pad=12, parent=parent)
        self.setAccessibleName("What stays unanswered most often")
        self._kind = ""
        self._head = Text("WHAT STAYS UNANSWERED MOST OFTEN", "overline", "amber_text")
        self.words = Text("", "bodyb")
        self.show_them = Button("Show them", "link")
        self.show_them.clicked.connect(lambda: self.wanted.emit(self._kind))
        self.box.add(hbox((vbox(self._head, self.words, spacing=2), 1), self.show_them))

    def tell(self, group: Group | None) -> None:
        self.setVisible(group is not None)
        if group is not None:
            self._kind = group.key
            self.words.setText(f"{words.title(group)}: {group.unanswered} of {words.objections(group.total)} not answered.")
            self.show_them.setAccessibleName(f"Show the objections of kind {words.title(group).lower()}")

    def set_short(self, short: bool) -> None:
        """Without its heading, where there is little room."""
        self._head.setHidden(short)
