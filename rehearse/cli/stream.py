"""Prints a meeting as it happens: wrapped as the words come."""

from __future__ import annotations

from typing import TextIO

import click

from rehearse import events
from rehearse.cli.output import complain, plain, width
from rehearse.conversation import Turn


class Printer:
    """Writes events to a stream; None writes nothing (the JSON object comes at the end)."""

    def __init__(self, name: str, out: TextIO | None) -> None:
        self._name = plain(name)
        self._out = out
        self._column = 0
        self._buffer = ""

    def said(self, turn: Turn) -> None:
        """A line that was there before."""
        self._begin("You" if turn.speaker == "you" else self._name)
        self._words(turn.text)
        self.rest()

    def yours(self, text: str) -> None:
        """A line of yours that was not typed here."""
        self._begin("You")
        self._words(text)
        self.rest()

    def take(self, event: events.Event) -> None:
        """One event."""
        if self._out is None:
            return
        match event:
            case events.Speaking():
                self._begin(self._name)
            case events.Spoke(_, chunk):
                self._words(chunk)
            case events.Retold():
                self.rest()
                self._begin(f"{self._name} (again)")
            case events.Waiting(seconds):
                complain(f"{self._name} is taking long: {seconds:.0f} s without a word. Ctrl-C stops waiting.")
            case events.Retrying(seconds):
                complain(f"The service asked to wait; trying again in {seconds:.0f} s.")
            case events.Noted(_, words):
                self.rest()
                self._put(f"  ({plain(words)})\n")
            case _:
                pass

    def rest(self) -> None:
        """End the line that is being written, if there is one."""
        if self._buffer:
            self._word(self._buffer)
            self._buffer = ""
        if self._column:
            self._put("\n\n")
            self._column = 0

    def _begin(self, name: str) -> None:
        if self._out is not None:
            self._put(click.style(f"{name}:", bold=True) if self._out.isatty() else f"{name}:")
            self._column = len(name) + 1

    def _words(self, text: str) -> None:
        if self._out is None:
            return
        parts = (self._buffer + text).replace("\n", " ").split(" ")
        self._buffer = parts.pop()
        for part in parts:
            if part:
                self._word(part)

    def _word(self, word: str) -> None:
        shown = plain(word)
        if self._column and self._column + 1 + len(shown) > width():
            self._put("\n")
            self._column = 0
        elif self._column:
            shown = " " + shown
        self._put(shown)
        self._column += len(shown)

    def _put(self, text: str) -> None:
        if self._out is not None:
            self._out.write(text)
            self._out.flush()
