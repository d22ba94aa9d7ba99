"""The mentor's desk: what was sent to you, what you gave out and how far it is, the group as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.library.empty import Empty
from ui.library.jobs import Jobs
from ui.making.tabs import order
from ui.mentor import words
from ui.mentor.office import Board, Office
from ui.mentor.rows import GivenRow, SentRow
from ui.mentor.table import GroupModel, GroupTable
from ui.settings.parts import Fold
from ui.team.line import TeamLine
from ui.theme.theme import theme_of
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import Box, clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_AT_ONCE = 12  # rows of a list, before more are wanted
_MEASURE, _NARROW_EM = 920, 34
_LEAD = "Hand out a situation, read what comes back, answer on the words."


class MentorPage(QWidget):
    """Signals: ``assign_wanted()``; ``open_wanted()`` a file; ``compare_wanted()`` marks of two; ``write_wanted()``
    people, situations, ways to judge; ``read(str)`` a submission's digest."""

    assign_wanted = Signal()
    open_wanted = Signal()
    compare_wanted = Signal()
    write_wanted = Signal()
    read = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = Office(desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.board: Board | None = None
        self.reads = 0  # how often it was read
        self._shown = {"inbox": _AT_ONCE, "given": _AT_ONCE}
        self.banner = Banner()
        self.banner.chosen.connect(lambda _key: self.refresh())
        self.assign = Button("Assign", "primary", "plus", tip="A situation for other people, as a file to send them")
        self.open = Button("Open a file", "", "folder", tip="What somebody sent you. Dropping it on the window does the same")
        self.compare = Button("Compare marks", "", "users", tip="What you and another mentor say of the same words")
        self.compare.clicked.connect(lambda: self.compare_wanted.emit())
        self.write = Button("Write", "", "pencil", tip="People, situations and ways to judge of your own")
        self.write.clicked.connect(lambda: self.write_wanted.emit())
        self.assign.clicked.connect(self.assign_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.empty = Empty()
        self.empty.say(
            "pencil", "Nothing handed out yet.",
            "Give somebody a situation to rehearse. They send you back what they choose to, as a file; you answer on their words.",
            "assign", "Assign a situation", primary=True,
        )  # fmt: skip
        self.empty.chosen.connect(lambda _key: self.assign_wanted.emit())
        self.inbox: list[SentRow] = []
        self.given: list[GivenRow] = []
        self.team = TeamLine(engine, desk, offers=True)
        self._build()

    def _build(self) -> None:
        self._inbox, self._given = vbox(spacing=10), vbox(spacing=10)
        self.members = GroupModel(self)
        self.table = GroupTable(self.members)
        self.inbox_card = _card("Inbox", self._inbox)
        self.given_card = _card("Given out", self._given)
        self.group_card = _card("The group", Text(words.ONLY_SENT, "caption", "muted"), self.table)
        self._cards = wrap(vbox(self.inbox_card, self.given_card, self.group_card, None, spacing=14))
        self._head: Box = hbox((Text("Mentor", "h1"), 1), Fold(self.compare, self.write, self.open, self.assign), spacing=8)
        self._measure = wrap(
            vbox(
                self._head, Text(_LEAD, "talk", "muted"), self.team, self.banner, 2, (self._cards, 1), (self.empty, 1), spacing=7
            )
        )
        whole = vbox((hbox((self._measure, 100), None), 1), margins=(32, 24, 32, 24))
        self._area = scroll(Host(whole), "The mentor's desk")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards.hide()
        self.empty.hide()
        outer = vbox(self._area, spacing=0)
        outer.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(outer)
        self.restyle()

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def refresh(self) -> None:
        """Read again how everything stands."""
        self._jobs.ask("board", self.office.board, self.show_board)

    def take_focus(self) -> None:
        """The focus to what one does next."""
        first = self.inbox[0].button if self.inbox and not self.inbox[0].sent.answered else self.assign
        if not self.empty.isHidden():
            first = self.empty.way
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.verticalScrollBar().setValue(0)  # what is first stands below the heading, and both are to be seen

    def show_problem(self, problem: Problem) -> None:
        """What could not be read, and a way on."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), (("again", "Try again"),), "amber")

    # ---- what is shown

    def show_board(self, board: Board) -> None:
        """Show how everything stands; nothing moves where it is the same."""
        self.banner.hide()
        self.reads += 1
        if board == self.board:
            return
        was_here = self.isVisible() and self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.board = board
        self._fill()
        if was_here or self.focusWidget() is None or not self.focusWidget().isVisible():
            self.take_focus()

    def _fill(self) -> None:
        board = self.board
        assert board is not None
        nothing = not (board.inbox or board.given)
        self.assign.setHidden(nothing)  # the page itself says it then
        self.compare.setHidden(not board.inbox)
        self.inbox = [SentRow(sent, n) for n, sent in enumerate(board.inbox[: self._shown["inbox"]], 1)]
        for row in self.inbox:
            row.read.connect(lambda digest=row.sent.row.digest: self.read.emit(digest))
        self.given = [GivenRow(given) for given in board.given[: self._shown["given"]]]
        none = Text("Nothing was sent to you yet. What you open with “Open a file” comes here.", "body", "muted")
        self._list(self._inbox, self.inbox or [none], "inbox", len(board.inbox))
        self._list(self._given, self.given, "given", len(board.given))
        self.given_card.setVisible(bool(board.given))
        self.group_card.setVisible(bool(board.group))
        self.members.fill(board.group)
        self.empty.setVisible(nothing)
        self._cards.setVisible(not nothing)
        order(self._area)

    def _list(self, box: Box, rows: Sequence[QWidget], key: str, total: int) -> None:
        clear(box)
        for n, row in enumerate(rows):
            if n:
                box.addWidget(Rule())
            box.addWidget(row)
        left = total - self._shown[key]
        if left > 0:
            more = Button(f"Show {min(left, 4 * _AT_ONCE):,} more of {left:,}", "link")
            more.clicked.connect(lambda: self._more(key))
            box.add(hbox(more, None))

    def _more(self, key: str) -> None:
        self._shown[key] += 4 * _AT_ONCE
        self._fill()

    # ---- width

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure, and folds where there is little room."""
        theme = theme_of(self)
        self._measure.setMaximumWidth(theme.px(_MEASURE))
        narrow = theme.em(self.width()) < _NARROW_EM
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _card(title: str, *parts: Box | QWidget) -> Card:
    card = Card(radius=14, pad=18)
    card.setAccessibleName(title)
    card.box.set_space(spacing=10)
    card.box.add(Text(title, "title", wrap=False), *parts)
    return card
