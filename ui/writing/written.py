"""What you wrote: people, situations and ways to judge of one's own, how each stands, and what to begin the next one from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.home.choices import Opener, show_folder
from ui.library.jobs import Jobs
from ui.making.asked import Asked
from ui.making.tabs import order
from ui.settings.parts import Fold
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Tool
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import Box, clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import tooltip, visible
from ui.widgets.rule import Rule
from ui.widgets.select import Select
from ui.widgets.text import Text
from ui.widgets.toast import Toast
from ui.writing.plain_words import KIND, KINDS
from ui.writing.store import KINDS as ORDER
from ui.writing.store import Gone, Listed, Store, Written, deleted
from ui.writing.vary_card import VaryCard

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 12  # rows of a kind, before more are wanted
_MEASURE, _NARROW_EM = 920, 44
_LEAD = "People, situations and ways to judge of your own. A draft is yours alone; what is published can be met and given out."
_NONE = {
    "persona": "Nobody yet. Somebody whom your engineers meet often is a good beginning.",
    "scenario": "None yet. What happened last month, with the figures, makes a good one.",
    "rubric": "None yet. The one that comes with the program judges everything until you write your own.",
}


class WrittenRow(QWidget):
    """One file. Signals: ``wanted(str)``: edit, duplicate, vary, assign, show or delete."""

    wanted = Signal(str)

    def __init__(self, one: Written) -> None:
        super().__init__()
        self.one = one
        title = visible(one.title)
        words, hue = one.state
        self.chip = Chip(words, hue)
        name = Text(title, "bodyb", wrap=False)
        name.setToolTip(tooltip(visible(one.broken or str(one.file))))
        self.edit = Button("Edit", icon="pencil")
        self.edit.setAccessibleName(f"Edit {title}")
        self.edit.setEnabled(not one.broken)
        self.edit.clicked.connect(lambda: self.wanted.emit("edit"))
        parts: list[QWidget] = []
        self.assign: Button | None = None
        if one.kind == "scenario":
            self.assign = self._link("Assign", "assign", one.usable)
            parts += [self._link("Vary", "vary", not one.faults), self.assign]
        tools = [
            self._tool("copy", f"Duplicate {title}", "duplicate", not one.broken),
            self._tool("folder", f"Show the file: {title}", "show"),
            self._tool("trash", f"Delete {title}", "delete"),
        ]
        lead = wrap(vbox(name, hbox(self.chip, None), spacing=3))
        acts = wrap(hbox(*parts, self.edit, *tools, None, spacing=8))
        self._line = hbox((lead, 1), acts, spacing=12)
        self._acts = acts
        self.setLayout(self._line)

    def _link(self, words: str, key: str, possible: bool) -> Button:
        made = Button(words, "link")
        made.setAccessibleName(f"{words} {visible(self.one.title)}")
        made.setEnabled(possible)
        if not possible:
            made.set_tip("Publish it first" if key == "assign" else "Mend it first")
        made.clicked.connect(lambda: self.wanted.emit(key))
        return made

    def _tool(self, icon: str, name: str, key: str, possible: bool = True) -> Tool:
        made = Tool(icon, name, size=16)
        made.setEnabled(possible)
        made.clicked.connect(lambda: self.wanted.emit(key))
        return made

    def take_focus(self) -> None:
        """The focus to what one does with it next: give it out, where that can be done."""
        next_ = self.assign if self.assign is not None and self.assign.isEnabled() else self.edit
        next_.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds where there is little room."""
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._line.setAlignment(self._acts, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


class WrittenPage(QWidget):
    """Signals: ``write_wanted(str, str, str)`` kind, id and how: new, edit or duplicate; ``assign_wanted(str)`` a situation;
    ``closed()`` back to the desk; ``told(str)`` what needs no answer."""

    write_wanted = Signal(str, str, str)
    assign_wanted = Signal(str)
    closed = Signal()
    told = Signal(str)

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        announcer: Announcer | None = None,
        open_folder: Opener = show_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_folder = open_folder
        self._announcer = announcer or Announcer.of_app()
        self.store = Store(desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.listed: Listed | None = None
        self.reads = 0  # how often it was read
        self.rows: list[WrittenRow] = []
        self._most = dict.fromkeys(ORDER, _AT_ONCE)
        self._gone: dict[str, Gone] = {}
        self._expected: tuple[str, str] | None = None
        self._engine = engine
        self.banner = Banner()
        self.back = Button("Mentor", "link", "back")
        self.new: dict[str, Button] = {}
        self._lists: dict[str, Box] = {}
        self.others = Select("Begin from")
        self.duplicate = Button("Duplicate", icon="copy")
        self.vary_other = Button("Vary", icon="branch")
        self.vary = VaryCard(engine, self.store)
        self.vary.hide()
        self.toast = Toast(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        cards: list[QWidget] = []
        for kind in ORDER:
            box = self._lists[kind] = vbox(spacing=10)
            new = self.new[kind] = Button(f"New {KIND[kind].lower()}", icon="plus")
            card = Card(radius=14, pad=18)
            card.setAccessibleName(KINDS[kind])
            card.box.set_space(spacing=10)
            card.box.add(hbox((Text(KINDS[kind], "title", wrap=False), 1), new, spacing=8), box)
            cards.append(card)
        other = Card(radius=14, pad=18)
        other.setAccessibleName("Begin from one that there is")
        other.box.set_space(spacing=10)
        what = Text(
            "A copy of somebody or something that comes with the program, or was given to you, is yours to change.",
            "body",
            "muted",
        )
        other.box.add(
            Text("Begin from one that there is", "title"),
            what,
            Asked("Begin from", self.others),
            Fold(self.duplicate, self.vary_other),
        )
        self._measure = wrap(
            vbox(
                hbox(self.back, None), Text("What you wrote", "h1"), Text(_LEAD, "talk", "muted"), self.banner, 4, self.vary,
                *cards, other, None, spacing=12,
            )
        )  # fmt: skip
        self._area = scroll(Host(vbox((hbox((self._measure, 100), None), 1), margins=(32, 16, 32, 24))), "What you wrote")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.restyle()

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        for kind, button in self.new.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.write_wanted.emit(kind, "", "new"))
        self.duplicate.clicked.connect(lambda: self._other("duplicate"))
        self.vary_other.clicked.connect(lambda: self._other("vary"))
        self.others.changed.connect(lambda _key: self._show_other())
        self.toast.undone.connect(self._undo)
        self.toast.expired.connect(lambda key: self._gone.pop(key, None))
        self.vary.made.connect(self._varied)
        self.vary.closed.connect(self.take_focus)
        self.banner.chosen.connect(lambda _key: self.refresh())

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()
        self.vary.stop()

    def refresh(self) -> None:
        """Read again how everything stands."""
        self._jobs.aside("listed", self.store.listed, self.show_listed)

    def take_focus(self) -> None:
        """The focus to what one does next."""
        first = self.rows[0].edit if self.rows else self.new["persona"]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def show_problem(self, problem: Problem) -> None:
        """What could not be done, and a way on."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), (("again", "Look again"),), "amber")

    # ---- what is shown

    def show_listed(self, listed: Listed) -> None:
        """Show these; nothing moves where it is the same."""
        self.reads += 1
        if listed == self.listed:
            self._go_to_expected()
            return
        was_here = (focus := self.focusWidget()) is not None and any(row.isAncestorOf(focus) for row in self.rows)
        first = self.listed is None
        self.listed = listed
        self._fill()
        names = [(f"{entry.kind}:{entry.id}", f"{KIND[entry.kind]}: {visible(entry.name)}") for entry in listed.others]
        self.others.set_choices(names)
        self._show_other()
        if was_here or (first and self.isVisible()):
            self.take_focus()
        self._go_to_expected()

    def expect(self, kind: str, id: str) -> None:
        """The focus to the row of a file, as soon as it is read how that stands now."""
        self._expected = (kind, id)

    def _go_to_expected(self) -> None:
        row = self.row(*self._expected) if self._expected else None
        self._expected = None
        if row is not None:
            row.take_focus()
            self._area.ensureWidgetVisible(row, 0, 60)

    def _fill(self) -> None:
        assert self.listed is not None
        self.rows = []
        for kind in ORDER:
            box = self._lists[kind]
            clear(box)
            own = [one for one in self.listed.own if one.kind == kind]
            if not own:
                box.addWidget(Text(_NONE[kind], "body", "muted"))
            for n, one in enumerate(own[: self._most[kind]]):
                if n:
                    box.addWidget(Rule())
                row = WrittenRow(one)
                row.wanted.connect(lambda act, one=one: self._act(act, one))
                self.rows.append(row)
                box.addWidget(row)
            left = len(own) - self._most[kind]
            if left > 0:
                more = Button(f"Show {min(left, 4 * _AT_ONCE)} more of {left:,}", "link")
                more.clicked.connect(lambda _checked=False, kind=kind: self._more(kind))
                box.add(hbox(more, None))
        order(self._area)

    def _more(self, kind: str) -> None:
        self._most[kind] += 4 * _AT_ONCE
        self._fill()

    def _show_other(self) -> None:
        self.duplicate.setEnabled(bool(self.others.value))
        self.vary_other.setVisible(self.others.value.startswith("scenario:"))

    def row(self, kind: str, id: str) -> WrittenRow | None:
        """The row of a file, where it is shown."""
        return next((row for row in self.rows if row.one.kind == kind and id in (row.one.id, row.one.key)), None)

    # ---- what is wanted

    def _other(self, act: str) -> None:
        kind, _, id = self.others.value.partition(":")
        if act == "duplicate":
            self.write_wanted.emit(kind, id, "duplicate")
        else:
            self.begin_vary(id)

    def begin_vary(self, id: str) -> None:
        """Offer the variations of a situation."""
        self.vary.begin(id)
        self._area.verticalScrollBar().setValue(0)

    def _act(self, act: str, one: Written) -> None:
        id = one.key or one.id
        acts: dict[str, Callable[[], object]] = {
            "edit": lambda: self.write_wanted.emit(one.kind, id, "edit"),
            "duplicate": lambda: self.write_wanted.emit(one.kind, id, "duplicate"),
            "vary": lambda: self.begin_vary(id),
            "assign": lambda: self.assign_wanted.emit(one.id),
            "show": lambda: self._open_folder(str(one.file.parent)),
            "delete": lambda: self._delete(one),
        }
        acts[act]()

    def _delete(self, one: Written) -> None:
        def done(gone: Gone) -> None:
            key = f"{one.kind}:{one.file}"
            self._gone[key] = gone
            self.toast.offer(deleted(one), key)
            self.refresh()

        self._jobs.send_aside(lambda: self.store.delete(one), done, self.show_problem)

    def _undo(self, key: str) -> None:
        gone = self._gone.pop(key, None)
        if gone is not None:
            self._jobs.send_aside(lambda: self.store.undelete(gone), lambda _: self.refresh(), self.show_problem)

    def _varied(self, count: int) -> None:
        self.told.emit("A draft was made." if count == 1 else f"{count} drafts were made.")
        self.refresh()

    # ---- width

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        self._measure.setMaximumWidth(theme_of(self).px(_MEASURE))
