"""What goes to a model and what comes back, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Note = Literal["", "length", "content_filter", "refusal", "tool_calls", "no_finish"]

# What is said under a line about how it ended.
NOTES: dict[Note, str] = {
    "": "",
    "length": "The line stopped at its length limit.",
    "content_filter": "The service cut this line short by its own rules.",
    "refusal": "The model did not want to go on.",
    "tool_calls": "The model wanted to use a tool, which it has not got here.",
    "no_finish": "The line may not be complete.",
}


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the reply: never empty, no lone surrogates, no control characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Back:
    """What was heard of this reply so far was thought, not speech: it is to be forgotten."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to show has come for so many seconds. Comes once when the limit is reached and then each second."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Retry:
    """The server asked for patience or dropped us: our one own try again starts in so many seconds. Counts down."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a stream that was not cut. `complete` is False where the server never said that it had finished."""

    finish: str | None
    complete: bool
    note: Note = ""

    @property
    def said(self) -> str:
        """The sentence to show under the line, or nothing."""
        return NOTES[self.note]


Item = Chunk | Back | Wait | Retry | Done
