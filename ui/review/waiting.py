"""While a take is read and judged, or where it could not be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.errors import Problem
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.text import Text


class Waiting(QWidget):
    """Signals: ``stopped()``; ``again()`` after a problem."""

    stopped = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", "h2")
        self.hint = Text("", "body", "muted")
        self.stop = Button("Stop", "", "stop", tip="The transcript is kept; it can be judged later")
        self.stop.hide()
        self.stop.clicked.connect(self.stopped)
        self.banner = Banner()
        self.banner.chosen.connect(lambda _key: self.again.emit())
        page = vbox(self.banner, 24, self.words, self.hint, wrap(hbox(self.stop, None)), None, margins=(32, 20, 30, 24))
        self.setLayout(vbox(Host(page), spacing=0))

    def show_reading(self, words: str, hint: str = "", can_stop: bool = False) -> None:
        """Something is under way."""
        self.banner.hide()
        self.words.setText(words)
        self.hint.setText(hint)
        self.stop.setVisible(can_stop)

    def show_problem(self, problem: Problem) -> None:
        """It could not be done; it can be tried again."""
        self.show_reading("")
        self.banner.say(problem.sentence, problem.hint, [("again", "Try again")], kind="amber")
