"""Drives the real app in a process of its own, and watches how long its UI thread keeps anything waiting."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rehearse.paths import Paths

CLEAR = 0.1  # seconds of a window: the longest wait in each is one number
KEY_EVERY = 0.025  # seconds between keys: faster than anybody types


def pss() -> float:
    """MiB of this process, its share of what is shared; where the system does not tell it, what is its own."""
    import psutil

    found = psutil.Process().memory_full_info()
    return float(getattr(found, "pss", found.uss)) / 2**20


def tell(**result: object) -> None:
    """The last line of a child."""
    print(json.dumps(result), flush=True)


def idle(seconds: float) -> None:
    """Let the event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Waits:
    """A heart that beats every millisecond on the UI thread; a beat that comes late is a wait for whoever uses the app."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._gaps: list[tuple[float, float]] = []  # when it ended, how long
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.phases: dict[str, list[float]] = {}

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now, now - self._last))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()

    @contextmanager
    def phase(self, name: str, window: float = CLEAR) -> Iterator[None]:
        """Waits of what is done within, in milliseconds: the longest in each window of time. `window` 0 = the longest of all."""
        begun, first = time.perf_counter(), len(self._gaps)
        yield
        longest: dict[int, float] = {}
        for at, gap in self._gaps[first:]:
            number = int((at - begun) / window) if window else 0
            longest[number] = max(gap, longest.get(number, 0.0))
        self.phases.setdefault(name, []).extend(1000 * gap for gap in longest.values())


class Driven:
    """The app on a data folder. Use it as a context manager; `waits` beats from before the window is built."""

    def __init__(self, home: Path, beat: bool = True) -> None:
        from PySide6.QtWidgets import QApplication

        import ui.app

        self.application = QApplication.instance() or QApplication([])
        self.waits = Waits() if beat else None
        self.app_class, self.home = ui.app.App, Paths(home)
        self._room = None

    def __enter__(self) -> Driven:
        from PySide6.QtCore import QTimer

        painted: list[float] = []
        self.app = self.app_class(self.application, self.home)
        self.window = self.app.window
        self.window.shown.connect(lambda: QTimer.singleShot(0, lambda: painted.append(time.monotonic())))
        self.window.show()
        self.until(lambda: bool(painted))
        return self

    def __exit__(self, *_: object) -> None:
        if self.waits is not None:
            self.waits.stop()
        self.app.close()

    # ---- letting it run

    def idle(self, seconds: float) -> None:
        """Let the app run."""
        idle(seconds)

    def until(self, done: Callable[[], bool], seconds: float = 20.0, what: str = "") -> None:
        """Let the app run until something is so. Raises TimeoutError."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, poll = QEventLoop(), QTimer()
        end = time.monotonic() + seconds

        def look() -> None:
            if done() or time.monotonic() > end:
                loop.quit()

        poll.setInterval(2)
        poll.timeout.connect(look)
        poll.start()
        loop.exec()
        poll.stop()
        if not done():
            raise TimeoutError(f"waited {seconds:.0f} s for {what or done}")

    def type(self, box: object, text: str, every: float = KEY_EVERY) -> None:
        """Type into a widget, a key at a time, as a keyboard would."""
        from PySide6.QtTest import QTest

        for letter in text:
            QTest.keyClick(box, letter)  # type: ignore[call-overload]
            self.idle(every)

    def press(self, box: object, key: object) -> None:
        from PySide6.QtTest import QTest

        QTest.keyClick(box, key)  # type: ignore[call-overload]

    # ---- where it is. Nothing of a screen is imported here: when that happens is the app's affair, and measured

    @property
    def screen(self):  # type: ignore[no-untyped-def]
        """The page or the room that is shown."""
        at = self.window.whole.currentWidget()
        return self.window.pages.currentWidget() if at is self.window.shell else at

    @property
    def in_room(self) -> bool:
        return type(self.screen).__name__ == "Room"

    @property
    def sheet(self) -> object:
        """The sheet of the review that is shown; None where none is."""
        return getattr(self.screen, "sheet", None)

    @property
    def room(self):  # type: ignore[no-untyped-def]
        """The room, once it was shown."""
        if self._room is None:
            assert self.in_room
            self._room = self.screen
        return self._room

    @property
    def conversation(self):  # type: ignore[no-untyped-def]
        return self.room.conversation

    @property
    def say_box(self):  # type: ignore[no-untyped-def]
        return self.room.composer.box

    @property
    def busy(self) -> bool:
        """Whether the stakeholder thinks or speaks."""
        return bool(self.room.session.busy)

    # ---- what one does, by the signals of the screens

    def meet(self, **choice: object) -> None:
        """Begin a meeting and wait until the room is shown."""
        from rehearse.preparation import Choice

        self.window.home.start.emit(Choice(**choice))  # type: ignore[arg-type]
        self.until(lambda: self.in_room, what="the room")

    def go_on(self, id: str) -> None:
        """Open a meeting of the library in the room."""
        self.window.home.go_on.emit(id)

    def read(self, id: str) -> None:
        """Open its review."""
        self.window.home.read.emit(id)

    def leave(self) -> None:
        """Out of the room, without an ending."""
        self.room.leave()
        self.until(lambda: not self.in_room, what="the way out of the room")

    def wrap_up(self, seconds: float = 30.0) -> None:
        """End the meeting and wait until its review is shown."""
        self.room.wrap_up()
        self.until(lambda: self.sheet is not None, seconds, "the review")

    @property
    def over(self) -> bool:
        return self.room.meeting is None or self.room.meeting.ended is not None

    def say(self, text: str, answered: bool = True) -> None:
        """Say a line, put in at once, and wait until it is answered."""
        from PySide6.QtCore import Qt

        box, view = self.say_box, self.conversation
        box.set_text(text)
        before = len(view.rows)
        self.press(box, Qt.Key.Key_Return)
        if answered:
            self.until(lambda: len(view.rows) >= before + 2 and not self.busy, 30, "an answer")
