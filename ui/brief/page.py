"""Briefs: what you prepare before you talk. A list of them, and the form of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

from rehearse.errors import Problem
from rehearse.library.ids import new_id
from rehearse.pitches import Brief
from ui.brief.form import BriefForm
from ui.brief.row import BriefRow
from ui.brief.shelf import Prepared, Shelf
from ui.desk import Desk
from ui.engine import Engine
from ui.home.choices import MOST_ASK
from ui.library.empty import Empty
from ui.library.jobs import Jobs
from ui.making.tabs import order
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text
from ui.widgets.toast import Toast

_MEASURE = 720
_LEAD = "Problem, what is in it for them, what you can show, the smallest step, the ask. Kept as you type, on this computer."


class BriefPage(QWidget):
    """Signals: ``start(object)`` a ``rehearse.preparation.Choice``; ``closed()`` it was left."""

    start = Signal(object)
    closed = Signal()

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self.shelf = Shelf(desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.briefs: tuple[Prepared, ...] = ()
        self._known = False  # what there is was read once
        self.rows: list[BriefRow] = []
        self._dropped: dict[str, Prepared] = {}
        self._scenario = ""
        self._open = self._writing = self._again = self._dirty = False
        self.banner = Banner()
        self.back = Button("All briefs", "link", "back", tip="Esc does the same")
        self.back.clicked.connect(self.show_list)
        self.leave = Button("Back", "link", "back", tip="Esc does the same")
        self.leave.clicked.connect(self.closed)
        self.new = Button("New brief", "primary", "plus")
        self.new.clicked.connect(lambda: self.begin())
        self.form = BriefForm()
        self.form.edited.connect(self._edited)
        self.kept = Text("", "caption", "muted", wrap=False)
        self.go = Button("Rehearse it", "primary", "chat", tip="A meeting with this person; your ask comes along")
        self.go.clicked.connect(self._start)
        self.drop = Button("Delete", "ghost", "trash")
        self.drop.clicked.connect(lambda: self._drop(self.form.prepared))
        self.empty = Empty()
        self.empty.say(
            "pencil", "Nothing prepared yet.", "Five short parts before you talk: you will say less, and be asked less.",
            "new", "Prepare a brief", primary=True,
        )  # fmt: skip
        self.empty.chosen.connect(lambda _key: self.begin())
        self._build()
        self.toast = Toast(self)
        self.toast.undone.connect(self._undrop)

    def _build(self) -> None:
        self._title = Text("Briefs", "h1")
        self._rows = vbox(spacing=10)
        self._list_card = Card(radius=14, pad=18)
        self._list_card.setAccessibleName("Your briefs")
        self._list_card.box.add(self._rows)
        foot = wrap(hbox(self.drop, None, self.kept, self.go, spacing=12))
        self._form_part = wrap(vbox(self.form, foot, spacing=12))
        self._head = hbox((self._title, 1), wrap(hbox(self.new)), spacing=8)
        column = vbox(
            hbox(self.leave, self.back, None), self._head, Text(_LEAD, "talk", "muted"), self.banner, 2,
            self._list_card, self._form_part, (self.empty, 1), None, spacing=8,
        )  # fmt: skip
        self._column = wrap(column)
        self._area = scroll(Host(vbox((hbox((self._column, 100), None), 1), margins=(32, 24, 32, 24))), "Briefs")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self._show_parts()
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        self._column.setMaximumWidth(theme_of(self).px(_MEASURE))

    # ---- coming and going

    def show_list(self) -> None:
        """Every brief."""
        self._flush()
        self._open = False
        self._show_parts()
        self._jobs.ask("briefs", self.shelf.all, self._show_all)

    def begin(self, persona: str = "", scenario: str = "", ask: str = "") -> None:
        """A new brief, for this person where one is named. `scenario` is the situation that is rehearsed from here."""
        self._scenario = scenario
        self._show(Prepared(Brief(persona=persona, ask=ask)))

    def open(self, id: str) -> None:
        """The brief of this id; the list where it is gone."""
        self._flush()
        self._scenario = ""

        def found(all_: tuple[Prepared, ...]) -> None:
            one = next((p for p in all_ if p.brief.id == id), None)
            self._show(one) if one is not None else self.show_list()

        self._jobs.ask("open", self.shelf.all, found)

    def take_focus(self) -> None:
        """The focus to what one does next."""
        if self._open:
            self.form.problem.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            there = self.empty.way if not self.empty.isHidden() else self.rows[0].button if self.rows else self.leave
            there.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def stop(self) -> None:
        """Drop what was asked and is not here yet; what was typed is kept."""
        self._flush()
        self._jobs.stop()

    def show_problem(self, problem: Problem) -> None:
        """What went wrong; what was typed stays."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), kind="amber")
        self._area.ensureWidgetVisible(self.banner)

    # ---- the list

    def _show_all(self, briefs: Sequence[Prepared]) -> None:
        if self._open:
            return
        self.banner.hide()
        self.briefs, self._known = tuple(briefs), True
        clear(self._rows)
        self.rows = []
        for number, prepared in enumerate(self.briefs, 1):
            row = BriefRow(prepared, number)
            row.open.connect(lambda prepared=prepared: self._show(prepared))
            row.drop.connect(lambda prepared=prepared: self._drop(prepared))
            if self.rows:
                self._rows.addWidget(Rule())
            self._rows.addWidget(row)
            self.rows.append(row)
        self._show_parts()
        order(self._area)
        if self.isVisible():
            self.take_focus()

    def _show_parts(self) -> None:
        for part in (self._form_part, self.back):
            part.setVisible(self._open)
        self.leave.setHidden(self._open)
        self._list_card.setVisible(not self._open and bool(self.briefs))
        self.empty.setVisible(not self._open and self._known and not self.briefs)
        self.new.setHidden(self._open or not self.briefs)
        self._title.setText("Your brief" if self._open else "Briefs")

    # ---- the one that is open

    def _show(self, prepared: Prepared) -> None:
        self._flush()
        self._open, self._dirty = True, False
        self.banner.hide()
        self.form.show_brief(prepared)
        self._tell("")
        self._show_parts()
        self._jobs.ask(
            "people",
            self.shelf.people,
            lambda people: self._show_people([(p.id, f"{visible(p.name)}, {visible(p.role)}") for p in people]),
        )
        order(self._area)
        if self.isVisible():
            self.take_focus()
        announce(self, f"{self._title.text()}: {visible(prepared.title)}")

    def _show_people(self, people: Sequence[tuple[str, str]]) -> None:
        self.form.show_people(people)
        self._tell(self.kept.text())

    def _edited(self) -> None:
        self._dirty = True
        self._tell("")
        self._keep()

    def _tell(self, kept: str) -> None:
        prepared = self.form.prepared
        self.kept.setText(kept)
        self.drop.setEnabled(bool(prepared.brief.id) or not prepared.brief.empty)
        who = self.form.person.currentText().partition(",")[0] if prepared.brief.persona else ""
        self.go.set_text(f"Rehearse with {one_line(who, 30)}" if who and self.form.person.value else "Rehearse it")
        self.go.setEnabled(bool(self.form.person.value))

    # ---- keeping it

    def _keep(self) -> None:
        """One write at a time; what was typed meanwhile goes with the next one."""
        if self._writing:
            self._again = True
            return
        prepared = self.form.prepared
        if prepared.brief.empty and not prepared.brief.id and not prepared.initiative:
            return
        if not prepared.brief.id:  # known from here on, whatever becomes of the first write
            prepared = replace(prepared, brief=replace(prepared.brief, id=new_id("w")))
            self.form.name_it(prepared.brief.id)
        self._writing, self._dirty = True, False

        def done(problem: Problem | None = None) -> None:
            if not isValid(self):
                return
            self._writing = False
            again, self._again = self._again, False
            if problem is not None:
                self.show_problem(problem)
            if again:
                self._keep()
            elif self._open and problem is None:
                self._tell("Kept.")

        self._engine.ask(lambda: self.shelf.keep(prepared), lambda _: done(), done)

    def _flush(self) -> None:
        """Keep what is not kept yet, as another one takes the form."""
        if self._open and (self._dirty or self._again):
            self._again = False
            prepared = self.form.prepared
            self._dirty = False
            self._engine.ask(lambda: self.shelf.keep(prepared), failed=lambda _problem: None)

    def _drop(self, prepared: Prepared) -> None:
        self._dirty = self._again = False
        self._open = False
        id = prepared.brief.id
        if not id:
            self.show_list()
            return
        self._dropped[id] = prepared

        def gone(_: object) -> None:
            self.toast.offer(f"Deleted “{visible(one_line(prepared.title, 60))}”.", id)
            self.show_list()

        self._jobs.send(lambda: self.shelf.drop(id), gone)

    def _undrop(self, id: str) -> None:
        prepared = self._dropped.pop(id, None)
        if prepared is not None:
            self._jobs.send(lambda: self.shelf.keep(prepared), lambda _: self.show_list())

    # ---- on from here

    def _start(self) -> None:
        from rehearse.choice import Choice

        prepared = self.form.prepared
        self._flush()
        ask = " ".join(prepared.brief.ask.split())
        if self._scenario:
            self.start.emit(Choice(persona=prepared.brief.persona, scenario=self._scenario))
        else:
            self.start.emit(Choice(persona=prepared.brief.persona, ask=ask[:MOST_ASK]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.show_list() if self._open else self.closed.emit()
        else:
            super().keyPressEvent(event)
