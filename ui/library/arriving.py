"""Bringing a transcript in: who of those that speak in it is you, who the others are most like, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from rehearse.errors import Problem
from rehearse.exchange.transcript import Heard, Voice
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.segmented import Choice
from ui.widgets.select import Select
from ui.widgets.text import Text

NOBODY = ""
_MOST = 60  # speakers that are shown; a file with more is no meeting
_FILE = "another"


class Arriving(QWidget):
    """Takes the place of the list while a file is brought in.

    Signals: ``wanted(str, str)`` who is you and whom the others are like (an id, or nothing); ``another()`` another file;
    ``closed()`` it is left.
    """

    wanted = Signal(str, str)
    another = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard: Heard | None = None
        self._group = QButtonGroup(self)
        self.head = Text("Import a transcript", "h2")
        self.file = Text("", "body", "muted", wrap=False)
        self.banner = Banner()
        self.banner.chosen.connect(lambda key: self.another.emit() if key == _FILE else self.closed.emit())
        self._voices = vbox(spacing=8)
        self.like = Select("Who the others are most like", [(NOBODY, "Nobody in particular")])
        self.judge = Button("Judge it", "primary", "check", tip="Offline, on this computer")
        self.leave = Button("Cancel", tip="Esc does the same")
        self.waiting = Text("", "body", "muted")
        self._ask = wrap(
            vbox(
                Text("Which one are you?", "bodyb"), wrap(self._voices), 8,
                Text("Who are the others most like?", "bodyb"), hbox((self.like, 2), (wrap(vbox()), 1)),
                Text("Objections are found by the worries of this person; with nobody chosen, by what was said alone.", "caption", "muted"),
                spacing=6,
            )
        )  # fmt: skip
        page = wrap(
            vbox(
                self.head, self.file, 6, self.banner, self._ask, self.waiting, 8, hbox(self.judge, self.leave, None), None,
                margins=(18, 14, 18, 14), spacing=6,
            )
        )  # fmt: skip
        self._area = scroll(page, "Import a transcript", ground=False)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.judge.clicked.connect(self._go)
        self.leave.clicked.connect(self.closed)

    def restyle(self) -> None:
        """Keeps the measure."""
        self._ask.setMaximumWidth(theme_of(self).px(620))

    @property
    def me(self) -> str:
        """The name that is chosen as you; empty where none is."""
        number = self._group.checkedId()
        return self.heard.voices[number].name if self.heard is not None and number >= 0 else ""

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Whom the others can be like: pairs of an id and words."""
        self.like.set_choices([(NOBODY, "Nobody in particular"), *people], self.like.value)

    def show_reading(self, name: str) -> None:
        """A file is being read."""
        self._tell(name, "Reading the file …")
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_judging(self) -> None:
        """It is being judged; it can be left until then."""
        self._tell(self.file.text(), "Reading what was said … A long transcript takes some seconds.")
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, name: str, words: str) -> None:
        self.file.setText(visible(one_line(name, 120)))
        self.banner.hide()
        self._ask.hide()
        self.judge.hide()
        self.waiting.setText(words)
        self.waiting.show()
        announce(self, words)

    def show_heard(self, heard: Heard) -> None:
        """Ask who is you. One is chosen where the file says it; else nobody, and it is asked for."""
        self.heard = heard
        self.file.setText(visible(one_line(heard.file, 120)))
        self.waiting.hide()
        self.banner.hide()
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._voices)
        known = (heard.known_me or "").casefold()
        for number, voice in enumerate(heard.voices[:_MOST]):
            choice = Choice(_told(voice))
            self._group.addButton(choice, number)
            self._voices.addWidget(choice)
            choice.show()
            choice.setChecked(voice.name.casefold() == known)
        if heard.persona and self.like.findData(heard.persona) >= 0:
            self.like.set_value(heard.persona)
        self._ask.show()
        self.judge.show()
        first = self._group.checkedButton() or self._group.button(0)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, f"{heard.file}. {heard.who} Which one are you?")

    def show_problem(self, problem: Problem) -> None:
        """A file that cannot be used: why, and another one."""
        self.waiting.hide()
        self._ask.hide()
        self.judge.hide()
        self.leave.hide()
        self.banner.say(
            problem.sentence, problem.hint, ((_FILE, "Choose another file"), ("close", "Back to the list")), "amber", True
        )
        self.banner.show()
        self.banner.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """As it is before any file."""
        self.heard = None
        self.like.set_value(NOBODY)
        self.leave.show()

    def _go(self) -> None:
        if not self.me:
            self.banner.say("Say first which one is you.", "Choose your name in the list.", (), "amber")
            self._group.button(0).setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.wanted.emit(self.me, self.like.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.judge.isVisible():
            event.accept()
            here = self.window().focusWidget()
            if here in self._group.buttons() and not self.me:
                here.setChecked(True)  # type: ignore[union-attr]
            else:
                self._go()
        else:
            super().keyPressEvent(event)


def _told(voice: Voice) -> str:
    lines = f"{voice.lines:,} {'line' if voice.lines == 1 else 'lines'}"
    return f"{visible(one_line(voice.name, 60))} · {lines}, {voice.words:,} {'word' if voice.words == 1 else 'words'}"
