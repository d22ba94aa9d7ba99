"""What was assigned to you, on Home: one quiet row each, with how far you are and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.assigned import words
from ui.assigned.post import Task
from ui.desk import Desk
from ui.engine import Engine
from ui.team.line import TeamLine
from ui.team.team import Team
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, hbox, vbox, wrap
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_NARROW_EM = 46
_AT_ONCE = 8  # rows, before more are wanted: whoever may write to a team folder may write much


class TaskRow(QWidget):
    """One assignment; one that is `new` came by itself, and is looked at before anything else. Signals: ``start()`` a meeting in it,
    ``send()`` what was rehearsed, ``read()`` what came back, ``look()`` at what it is."""

    start = Signal()
    send = Signal()
    read = Signal()
    look = Signal()

    def __init__(self, task: Task, new: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task, self.new = task, new
        title, who = words.name(task.row.title, 120), words.name(task.row.author)
        below = "  ·  ".join(
            x for x in (f"{'New from' if new else 'From'} {who}", words.due_words(task.due) if task.due else "") if x
        )
        said, hue = ("New", "blue") if new else words.step_words(task)
        warns = {"altered": "Altered: ask for it again", "changed": "Another key: ask them", "stripped": "Not signed: ask them"}
        told = vbox(Text(title, "bodyb", wrap=False), Text(below, "caption", "muted", wrap=False), spacing=1)
        if task.row.standing in warns:
            told.add(Text(warns[task.row.standing], "caption", "brick_text" if task.row.standing == "altered" else "amber_text"))
        self.chip = Chip(said, hue)
        self.buttons: dict[str, Button] = {}
        ways = hbox(spacing=12)
        for key, label, kind, tip in self._ways(who):
            way = Button(label, kind, tip=tip)
            way.setAccessibleName(f"{label}: {title}")
            way.clicked.connect({"start": self.start, "send": self.send, "read": self.read, "look": self.look}[key])
            self.buttons[key] = way
            ways.addWidget(way)
        lead = hbox(Avatar("mentor", 30, words.initials(who)), (wrap(told), 1), self.chip, spacing=12)
        self._line = hbox((lead, 1), wrap(ways), spacing=12)
        self.setLayout(self._line)

    def _ways(self, who: str) -> list[tuple[str, str, str, str]]:
        """What can be done, the next thing first and as a button, the rest as links."""
        task = self.task
        if self.new:
            return [("look", "Look at it", "", f"Who it is from, and what {who} asks, before you accept it")]
        if task.row.standing == "altered":
            return []
        begin = ("start", "Rehearse again" if task.held else "Start", f"A meeting in this situation. {words.PRIVATE}")
        send = ("send", "Send again" if task.sent else "Send", f"Choose what {who} gets to see, and write it to a file")
        read = ("read", "Read feedback", f"What {who} wrote back, on your words")
        if task.step == "answered":
            order = [read, begin, send]
        elif task.step == "sent" or len(task.held) < task.attempts:
            order = [begin, send, *([read] if task.answered else [])]
        else:
            order = [send, begin]
        shown = [way for way in order if way[0] != "send" or task.held]
        return [(key, label, "" if n == 0 else "link", tip) for n, (key, label, tip) in enumerate(shown)]

    def focus_first(self) -> None:
        """The focus to what can be done with it."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        last = self._line.itemAt(1)
        if last is not None:
            self._line.setAlignment(last.widget(), Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


class Given(Card):
    """The card "Assigned to you", hidden while there is nothing. Signals: ``start``, ``send``, ``read`` and ``look``, each with the
    Task."""

    start = Signal(object)
    send = Signal(object)
    read = Signal(object)
    look = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, parent=parent)
        self._team = Team.of(engine, desk)
        self._tasks: tuple[Task, ...] = ()
        self._shown: tuple[tuple[Task, bool], ...] = ()
        self._all = False
        self.rows: list[TaskRow] = []
        self._list = vbox(spacing=8)
        self.more = Button("", "link")
        self.more.clicked.connect(self._show_all)
        self.team = TeamLine(engine, desk)
        self.box.add(Text("Assigned to you", "title", wrap=False), 2, self._list, hbox(self.more, None), 2, self.team)
        self._team.news.connect(self._show)
        self.hide()

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Shows these, what is new at the top; nothing changes where they are the same."""
        self._tasks = tuple(tasks)
        for task in tasks:
            if task.sent:  # from the command line, say: it was looked at
                self._team.seen(task.row.digest)
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()
        self.rows[_AT_ONCE].show()  # what is in a layout is shown a moment later, and takes no focus before
        self.rows[_AT_ONCE].focus_first()

    def _show(self) -> None:
        new = self._team.new
        marked = sorted(((task, task.row.digest in new) for task in self._tasks), key=lambda one: not one[1])
        left = 0 if self._all else len(marked) - _AT_ONCE
        self.more.set_text(f"Show {left:,} more")
        self.more.setAccessibleName(f"Show {left:,} more of what was assigned to you")
        self.more.setHidden(left <= 0)
        self._show_rows(tuple(marked[:_AT_ONCE] if left > 0 else marked))

    def _show_rows(self, tasks: tuple[tuple[Task, bool], ...]) -> None:
        if tasks == self._shown:
            return
        held = next((i for i, made in enumerate(self.rows) if any(b.hasFocus() for b in made.buttons.values())), -1)
        clear(self._list)
        self._shown, self.rows = tasks, []
        for i, (task, new) in enumerate(tasks):
            if i:
                self._list.addWidget(Rule())
            made = TaskRow(task, new)
            made.start.connect(lambda task=task: self.start.emit(task))
            made.send.connect(lambda task=task: self.send.emit(task))
            made.read.connect(lambda task=task: self.read.emit(task))
            made.look.connect(lambda task=task: self.look.emit(task))
            self._list.addWidget(made)
            self.rows.append(made)
        self.setVisible(bool(tasks))
        if held >= 0 and self.rows:
            self.rows[min(held, len(self.rows) - 1)].focus_first()
