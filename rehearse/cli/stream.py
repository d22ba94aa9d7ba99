"""Prints a meeting as it happens: wrapped as the words come."""

from __future__ import annotations

import sys

import click

from rehearse import events
from rehearse.cli.output import complain, plain, width
from rehearse.conversation import Turn


class Printer:
    """Writes events to standard output. `quiet` writes nothing (the JSON object comes at the end)."""

    def __init__(self, name: str, quiet: bool) -> None:
        self._name, self._quiet = name, quiet
        self._column = 0
        self._buffer = ""

    def said(self, turn: Turn) -> None:
        """A line that was there before."""
        if turn.speaker == "you":
            self.yours(turn.text)
            return
        self._begin(self._name)
        self._words(turn.text)
        self.rest()

    def yours(self, text: str) -> None:
        """A line of yours that was not typed here."""
        self._begin("You")
        self._words(text)
        self.rest()

    def take(self, event: events.Event) -> None:
        """One event."""
        if self._quiet:
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
                self._put(f"  ({words})\n")
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
        if self._quiet:
            return
        self._put(click.style(f"{plain(name)}: ", bold=True) if sys.stdout.isatty() else f"{plain(name)}: ")
        self._column = len(name) + 2

    def _words(self, text: str) -> None:
        if self._quiet:
            return
        parts = (self._buffer + text).replace("\n", " ").split(" ")
        self._buffer = parts.pop()
        for part in parts:
            if part:
                self._word(part)

    def _word(self, word: str) -> None:
        shown = plain(word)
        if self._column + len(shown) > width():
            self._put("\n")
            self._column = 0
        self._put(shown + " ")
        self._column += len(shown) + 1

    def _put(self, text: str) -> None:
        if not self._quiet:
            sys.stdout.write(text)
            sys.stdout.flush()
