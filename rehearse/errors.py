"""Three kinds of error, told apart once: cancelled (silence), a problem (a sentence and a way on), a bug (logged).

Cancelled is `asyncio.CancelledError`. Anything that is neither that nor a `Problem` is a bug.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Way(Enum):
    """A way on that a problem offers. The value is the verb on the button."""

    TRY_AGAIN = "Try again"
    GO_OFFLINE = "Go on offline"
    OPEN_SETTINGS = "Open Settings"
    KEEP_WAITING = "Keep waiting"
    GO_ON_SPEAKING = "Ask to go on"
    JUDGE_OFFLINE = "Judge offline"
    WRAP_UP = "Wrap up"


class Problem(Exception):
    """Something that the user is told: `sentence` says what happened, `hint` what helps, `ways` what can be done now.

    Raised where the cause is known; shown as it is, on the screen or as one line on standard error.
    """

    def __init__(self, sentence: str, hint: str = "", ways: tuple[Way, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.ways = ways

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class Fault(NamedTuple):
    """One fault of a file that somebody wrote: where it is, which field, what to do. `line` counts from 1, 0 = whole file."""

    file: str
    line: int
    field: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f"{self.field}: " if self.field else ""
        mark = "warning: " if self.warning else ""
        return f"{place}: {mark}{field}{self.message}"


class InputProblem(Problem):
    """What the user gave is at fault (exit code 1). `faults` holds every one that was found."""

    def __init__(self, sentence: str, hint: str = "", faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(sentence, hint)
        self.faults = faults


class StoreProblem(Problem):
    """The library cannot be opened or written. Nothing was touched."""


class ServiceProblem(Problem):
    """A model server is at fault (exit code 3). `kind` is a short stable id, as `refused`, `key_refused`, `rate_limited`."""

    def __init__(
        self, kind: str, sentence: str, hint: str = "", ways: tuple[Way, ...] = (), retry_after: float | None = None
    ) -> None:
        super().__init__(sentence, hint, ways)
        self.kind = kind
        self.retry_after = retry_after
