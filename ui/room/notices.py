"""The bars of the room: a problem with its ways on, waiting, time that is up, the end."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal

from rehearse.errors import Problem, Way
from rehearse.personas import Persona
from ui.widgets.banner import Banner

_SECOND = 1000


class Notices(QObject):
    """Two bars: `trouble` for what hinders, `notice` for what the meeting itself says.

    Signals: `chosen(str)` the value of a `Way`, or `extend` or `review`; `counted(str)` a countdown, empty when it ended.
    """

    chosen = Signal(str)
    counted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trouble, self.notice = Banner(), Banner()
        self.trouble.chosen.connect(self._choose)
        self.notice.chosen.connect(self.chosen)
        self._who, self._is, self._has, self._her = "They", "are", "have", "them"
        self._waits = self._kept_waiting = False
        self._problem: Problem | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._count)

    @property
    def troubled(self) -> bool:
        """Whether a problem stands that has to be answered."""
        return self._problem is not None and bool(self._problem.ways)

    def set_person(self, persona: Persona) -> None:
        self._who, self._her = persona.subject_pronoun, persona.object_pronoun
        self._is, self._has = persona.verb("is", "are"), persona.verb("has", "have")

    def tell(self, problem: Problem) -> None:
        """A problem, as it is, with up to two ways on."""
        self._stop_count()
        self._problem, self._waits = problem, False
        ways = tuple((way.value, way.value) for way in problem.ways[:2])
        self.trouble.say(problem.sentence, problem.hint, ways, "amber")

    def waiting(self) -> None:
        """Nothing was heard for a while. Said once a silence."""
        if self._waits or self._kept_waiting or self._timer.isActive():
            return
        self._waits = True
        ways = tuple((way.value, way.value) for way in (Way.KEEP_WAITING, Way.GO_OFFLINE))
        self.trouble.say(f"{self._who} {self._is} taking long.", "The clock is paused while you wait.", ways, "info")

    def retrying(self, seconds: float) -> None:
        """The service asked to come back: told once, counted down in the room."""
        self._waits = True
        self._left = math.ceil(seconds)
        self.trouble.say(
            "The service asked for a pause.",
            "It is asked again by itself. The clock is paused while you wait.",
            ((Way.GO_OFFLINE.value, Way.GO_OFFLINE.value),),
            "info",
        )
        self._timer.start()
        self._tell_count()

    def after_settings(self) -> None:
        """Settings were opened: what led there can be tried again when they are closed."""
        if self._problem is not None:
            self.tell(Problem(self._problem.sentence, self._problem.hint, (Way.TRY_AGAIN, Way.GO_OFFLINE)))

    def heard(self) -> None:
        """Words came, or nothing is waited for any more."""
        self._stop_count()
        self._kept_waiting = False
        if self._waits:
            self._waits = False
            self.trouble.hide()

    def time_up(self) -> None:
        self.notice.say(
            f"{self._who} {self._has} to go.",
            f"Say what you need from {self._her} in one sentence.",
            (("extend", "Add 2 minutes"), (Way.WRAP_UP.value, "Wrap up now")),
            "amber",
            assertive=True,
        )

    def over(self) -> None:
        self.notice.say("The meeting is over.", "", (("review", "Read the review"),), "info")

    def clear(self) -> None:
        """Nothing hinders and nothing is to be said."""
        self._stop_count()
        self._waits = self._kept_waiting = False
        self._problem = None
        self.trouble.hide()
        self.notice.hide()

    def _choose(self, way: str) -> None:
        self._kept_waiting = way == Way.KEEP_WAITING.value
        self._waits = False
        if way != Way.OPEN_SETTINGS.value:
            self._problem = None
        self.chosen.emit(way)

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._stop_count()
        else:
            self._tell_count()

    def _tell_count(self) -> None:
        self.counted.emit(f"Asked again in {self._left} s. Esc to stop.")

    def _stop_count(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.counted.emit("")
