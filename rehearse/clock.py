"""The meeting's clock, in seconds. Handed in, so that the same words give the same meeting where no real time runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

WORDS_A_MINUTE = 140  # the pace of speech in meetings that piped input is timed by


class Clock(Protocol):
    """What a meeting needs of a clock."""

    def now(self) -> float:
        """Seconds of the meeting so far."""
        ...

    def spoke(self, words: int) -> None:
        """You said this many words. A real clock does not care."""
        ...


class WordClock:
    """Time by your words: 140 a minute, whatever the machine does."""

    def __init__(self, start: float = 0.0) -> None:
        self._seconds = start

    def now(self) -> float:
        return self._seconds

    def spoke(self, words: int) -> None:
        # To the millisecond that is kept, so that a meeting that is resumed goes on as if it had never stopped.
        self._seconds = round(self._seconds + words * 60 / WORDS_A_MINUTE, 3)


class WallClock:
    """Real time. Stands still until it is started, and while it is paused. `tick` is a monotonic source of seconds."""

    def __init__(self, start: float = 0.0, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._before = start
        self._since: float | None = None

    @property
    def running(self) -> bool:
        return self._since is not None

    def start(self) -> None:
        if self._since is None:
            self._since = self._tick()

    def pause(self) -> None:
        self._before = self.now()
        self._since = None

    def now(self) -> float:
        return self._before + (self._tick() - self._since if self._since is not None else 0.0)

    def spoke(self, words: int) -> None:
        """Real time runs by itself."""
