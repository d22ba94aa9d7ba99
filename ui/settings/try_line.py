"""Try a line: the only proof of a connection that a person needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from rehearse.errors import Problem, Way
from ui.desk import Desk
from ui.engine import Engine, Job
from ui.settings.parts import Fold
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.layouts import vbox
from ui.widgets.rule import Rule
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.models.try_line import Tried

AGAIN, OFFLINE, MEND = "again", "offline", "mend"
_WAYS = {
    Way.GO_OFFLINE: (OFFLINE, "Go on offline"),
    Way.JUDGE_OFFLINE: (OFFLINE, "Go on offline"),
    Way.OPEN_SETTINGS: (MEND, "Change it"),
}


def plainly(problem: Problem) -> str:
    """Sentence and hint, without what is said only in a meeting."""
    return f"{problem.sentence} {hint_of(problem)}".strip()


def hint_of(problem: Problem) -> str:
    """The hint; nothing has been said here, so that nothing is kept of it."""
    from rehearse.models.faults import KEPT

    hint = problem.hint
    for said in (KEPT, "What was said so far is kept."):
        hint = hint.replace(said, "")
    return hint.replace("Put one in under Settings.", 'Put one in under "A service with a key".').strip()


def ways_of(problem: Problem) -> list[tuple[str, str]]:
    """At most two ways on for a line that was tried, each once; there is always one."""
    found = dict(_WAYS.get(way, (AGAIN, "Try again")) for way in problem.ways)
    found.setdefault(AGAIN, "Try again")
    found.setdefault(OFFLINE, "Go on offline")
    return list(found.items())[:2]


class TryLine(QWidget):
    """A button, and what came back.

    Signals: ``offline_wanted()`` to go on offline; ``mend_wanted(str)`` to change address, model
    or key, with the kind of the problem;
    ``tried(bool)`` when an answer (True) or a problem (False) is shown.
    """

    offline_wanted = Signal()
    mend_wanted = Signal(str)
    tried = Signal(bool)

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._announcer = engine, desk, announcer
        self._job: Job | None = None
        self._kind = ""  # of the problem that is shown
        self.button = Button("Try a line", "primary", icon="chat")
        self.stop_button = Button("Stop", icon="stop")
        self.stop_button.hide()
        self.state = Text("", "body", "muted")
        self.state.hide()
        self.words = Text("", "quote")
        self.words.hide()
        self.seconds = Text("", "caption", "muted")
        self.seconds.hide()
        self.banner = Banner(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(lambda: self._say("It is taking long. The model may still be loading; you can stop."))
        self.setLayout(
            vbox(Rule(), Fold(self.button, self.stop_button), self.state, self.words, self.seconds, self.banner, spacing=10)
        )
        self.button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self.stop)
        self.banner.chosen.connect(self._go_on)

    @property
    def trying(self) -> bool:
        """Whether an answer is waited for."""
        return self._job is not None

    def start(self) -> None:
        """Ask for one line."""
        if self._job is not None:
            return
        self.clear()
        self.button.setEnabled(False)
        self.stop_button.show()
        self.stop_button.setFocus()
        self._say("Waiting for the first word…")
        self._late.start(round(self._desk.settings.tell * 1000))

        async def ask() -> Tried:
            from rehearse.models.try_line import try_line

            return await try_line(await self._desk.client())

        self._job = self._engine.ask(ask, self._show, self._tell)

    def stop(self) -> None:
        """Wait no more. Nothing of the answer is shown."""
        if self._job is not None:
            self._job.cancel()
            self._ended()
            self._say("Stopped.")

    def clear(self) -> None:
        """Forget what was shown, and what is waited for."""
        if self._job is not None:
            self._job.cancel()
            self._ended()
        for part in (self.state, self.words, self.seconds):
            part.setText("")
            part.hide()
        self.banner.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.show()

    def _ended(self) -> None:
        self._job = None
        self._late.stop()
        had_focus = self.stop_button.hasFocus()
        self.button.setEnabled(True)
        if had_focus:
            self.button.setFocus()
        self.stop_button.hide()
        self.state.hide()

    def _show(self, tried: Tried) -> None:
        self._ended()
        self.words.setText(f"“{tried.text}”")
        self.words.show()
        took = tried.first_word_seconds
        self.seconds.setText(f"{took:.1f} s to the first word" if took >= 0.1 else "Less than 0.1 s to the first word")
        self.seconds.show()
        self._announcer.say(self, f"{tried.text} {self.seconds.text()}")
        self.tried.emit(True)

    def _tell(self, problem: Problem) -> None:
        self._ended()
        self._kind = getattr(problem, "kind", "")
        self.banner.say(problem.sentence, hint_of(problem), ways_of(problem), kind="amber")
        self.tried.emit(False)

    def _go_on(self, way: str) -> None:
        if way == AGAIN:
            self.start()
        elif way == OFFLINE:
            self.offline_wanted.emit()
        else:
            self.mend_wanted.emit(self._kind)
