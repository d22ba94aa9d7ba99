"""What was assigned to you, on Home: one quiet row each, with how far you are and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.assigned import words
from ui.assigned.post import Task
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, hbox, vbox, wrap
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_NARROW_EM = 46


class TaskRow(QWidget):
    """One assignment. Signals: ``start()`` a meeting in it, ``send()`` what was rehearsed, ``read()`` what came back."""

    start = Signal()
    send = Signal()
    read = Signal()

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        title, who = words.name(task.row.title, 120), words.name(task.row.author)
        below = "  ·  ".join(x for x in (f"From {who}", words.due_words(task.due) if task.due else "") if x)
        said, hue = words.step_words(task)
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
            way.clicked.connect({"start": self.start, "send": self.send, "read": self.read}[key])
            self.buttons[key] = way
            ways.addWidget(way)
        lead = hbox(Avatar("mentor", 30, words.initials(who)), (wrap(told), 1), self.chip, spacing=12)
        self._line = hbox((lead, 1), wrap(ways), spacing=12)
        self.setLayout(self._line)

    def _ways(self, who: str) -> list[tuple[str, str, str, str]]:
        """What can be done, the next thing first and as a button, the rest as links."""
        task = self.task
        if task.row.standing == "altered":
            return []
        begin = ("start", "Rehearse again" if task.held else "Start", f"A meeting in this situation. {words.PRIVATE}")
        send = ("send", "Send again" if task.sent else "Send", f"Choose what {who} gets to see, and write it to a file")
        read = ("read", "Read feedback", f"What {who} wrote back, on your words")
        if task.step == "answered":
            order = [read, begin, send]
        elif task.step == "sent" or len(task.held) < task.attempts:
            order = [begin, send]
        else:
            order = [send, begin]
        shown = [way for way in order if way[0] != "send" or task.held]
        return [(key, label, "" if n == 0 else "link", tip) for n, (key, label, tip) in enumerate(shown)]

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
    """The card "Assigned to you", hidden while there is nothing. Signals: ``start``, ``send`` and ``read``, each with the Task."""

    start = Signal(object)
    send = Signal(object)
    read = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, parent=parent)
        self._shown: tuple[Task, ...] = ()
        self.rows: list[TaskRow] = []
        self._list = vbox(spacing=8)
        self.box.add(Text("Assigned to you", "title", wrap=False), 2, self._list)
        self.hide()

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Shows these; nothing changes where they are the same."""
        if tuple(tasks) == self._shown:
            return
        held = next((i for i, made in enumerate(self.rows) if any(b.hasFocus() for b in made.buttons.values())), -1)
        clear(self._list)
        self._shown, self.rows = tuple(tasks), []
        for i, task in enumerate(tasks):
            if i:
                self._list.addWidget(Rule())
            made = TaskRow(task)
            made.start.connect(lambda task=task: self.start.emit(task))
            made.send.connect(lambda task=task: self.send.emit(task))
            made.read.connect(lambda task=task: self.read.emit(task))
            self._list.addWidget(made)
            self.rows.append(made)
        self.setVisible(bool(tasks))
        if held >= 0 and self.rows:
            first = next(iter(self.rows[min(held, len(self.rows) - 1)].buttons.values()), None)
            if first is not None:
                first.setFocus()
