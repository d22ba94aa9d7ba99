"""A meeting while it is held in the terminal: lines from standard input, or a person who types."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from typing import Literal, TextIO

import click

from rehearse import events
from rehearse.cli import prompt
from rehearse.cli.casting import offline
from rehearse.cli.output import complain, counted, show, wrapped
from rehearse.cli.parts import Runner
from rehearse.cli.stdin import clean, lines
from rehearse.cli.stream import Printer
from rehearse.clock import WallClock
from rehearse.errors import InputProblem, StoreProblem, Way
from rehearse.meeting import MOST_CHARACTERS, Meeting

PACE = 0.045  # seconds a word on a terminal: about as fast as one reads
Outcome = Literal["held", "left", "service"]
"""How it came to an end: held to its end, left by the person, broken off because a service did not answer."""
Happenings = Callable[[], AsyncIterator[events.Event]]


def go_on_with(meeting: Meeting) -> str:
    """How to come back to a meeting."""
    return f"Go on with: rehearse talk --resume {meeting.rehearsal}"


class Held:
    """What typed and piped meetings share: running one step and printing what happens."""

    def __init__(self, runner: Runner, meeting: Meeting, out: TextIO | None) -> None:
        self.runner, self.meeting, self.out = runner, meeting, out
        self.printer = Printer(meeting.setting.persona.first_name, out)
        self.trouble: events.Troubled | None = None

    def step(self, happenings: AsyncIterator[events.Event]) -> None:
        """Run one step to its end, printing. `trouble` holds what stopped it."""
        self.trouble = None

        async def watch() -> None:
            async for event in happenings:
                if isinstance(event, events.Troubled):
                    self.trouble = event
                self.happened(event)

        try:
            self.runner.run(watch())
        finally:
            self.printer.rest()

    def happened(self, event: events.Event) -> None:
        self.printer.take(event)

    def opening(self) -> None:
        """Print what was said so far."""
        for turn in self.meeting.take:
            self.printer.said(turn)

    @property
    def unanswered(self) -> bool:
        """Whether your last line has no reply, as after a service that did not answer."""
        return self.meeting.take[-1].speaker == "you"


class Piped(Held):
    """Lines from standard input: one turn each, the clock by words, end of input is wrapping up."""

    def hold(self) -> Outcome:
        self.opening()
        try:
            return self._hold()
        except KeyboardInterrupt:
            complain(f"Stopped. What was said is saved. {go_on_with(self.meeting)}")
            return "left"
        except (InputProblem, StoreProblem) as problem:
            problem.hint = f"{problem.hint} {go_on_with(self.meeting)}".strip()
            raise

    def _hold(self) -> Outcome:
        meeting, left = self.meeting, 0
        if self.unanswered and not self._went(meeting.reply()):
            return "service"
        for text in lines(sys.stdin):
            if meeting.ended is not None:
                left += 1
                continue
            self.printer.yours(text)
            if not self._went(meeting.say(text)):
                return "service"
        if left:
            complain(f"The meeting had ended; {counted(left, 'line')} after that {'was' if left == 1 else 'were'} ignored.")
        if meeting.ended is None and not self._went(meeting.wrap_up("input_ended")):
            return "service"
        return "held"

    def _went(self, happenings: AsyncIterator[events.Event]) -> bool:
        self.step(happenings)
        if self.trouble is None:
            return True
        complain(f"{self.trouble.sentence} {self.trouble.hint} What was said is saved. {go_on_with(self.meeting)}")
        return False


class Typed(Held):
    """A person at a terminal: a prompt with the clock. Ctrl-C while they speak interrupts them, at the prompt it leaves."""

    out: TextIO

    def hold(self) -> Outcome:
        persona, left = self.meeting.setting.persona, max(1, round(self.meeting.left / 60))
        self._show(f"{persona.name}, {persona.role}. {counted(left, 'minute')}.")
        self._show("Everything you say is saved. Ctrl-D asks them to wrap up. Ctrl-C interrupts them; at the prompt it leaves.")
        self._show()
        prompt.prepare()
        self.opening()
        if self.unanswered and not self._went(self.meeting.reply):
            return self._left()
        while self.meeting.ended is None:
            try:
                text = self._prompt()
            except (KeyboardInterrupt, click.Abort):
                self._show()
                return self._left()
            if text == "":
                continue
            if text is not None and len(text) > MOST_CHARACTERS:
                self._show(f"A line has at most {MOST_CHARACTERS:,} characters. Say it in parts.")
                continue
            if not self._went(self._saying(text)):
                return self._left()
        return "held"

    def happened(self, event: events.Event) -> None:
        clock = self.meeting.clock
        if isinstance(clock, WallClock):  # it stands still while a service keeps both of you waiting
            if isinstance(event, (events.Waiting, events.Retrying, events.Troubled)):
                clock.pause()
            elif isinstance(event, events.Spoke) and not clock.running:
                clock.start()
        super().happened(event)

    def _saying(self, text: str | None) -> Happenings:
        """None = end of input: they are asked to wrap up."""
        return self.meeting.wrap_up if text is None else lambda: self.meeting.say(text)

    def _went(self, happenings: Happenings) -> bool:
        """Run a step; where a service is in trouble, ask what to do. False where the person leaves."""
        try:
            self.step(happenings())
            again = self.meeting.wrap_up if happenings == self.meeting.wrap_up else self.meeting.reply
            while self.trouble is not None:
                self._show(f"{self.trouble.sentence} {self.trouble.hint}")
                if not self._try_again():
                    who = offline(PACE)
                    self.meeting.use(who.appraiser, who.speaker)
                self.step(again())
        except KeyboardInterrupt:
            self._show("(interrupted)")
            self._show()
        except click.Abort:  # Ctrl-C or the end of input at the question
            self._show()
            return False
        return True

    def _try_again(self) -> bool:
        return (
            self.trouble is not None
            and Way.TRY_AGAIN.value in self.trouble.ways
            and click.confirm("Try again? (No: go on offline.)", default=True, err=self.out is sys.stderr)
        )

    def _left(self) -> Outcome:
        show("Left. Everything is saved. Go on with:", to=self.out)
        show(f"  rehearse talk --resume {self.meeting.rehearsal}", to=self.out)
        return "left"

    def _prompt(self) -> str | None:
        """A line, cleaned; "" for an empty one, None at the end of input."""
        clock = self.meeting.clock
        left = max(0, round(self.meeting.left))
        mark = f"{left // 60}:{left % 60:02d} You: "
        try:
            if self.out is sys.stdout:
                text = prompt.ask(mark, bold=self.out.isatty())
            else:
                self.out.write(mark)
                self.out.flush()
                text = prompt.ask("", bold=False)
        except EOFError:
            self._show()
            return None
        except UnicodeDecodeError:
            self._show("This line is not UTF-8 text. Say it again.")
            return ""
        if isinstance(clock, WallClock):
            clock.start()
        self.out.write("\n")
        return clean(text)

    def _show(self, line: str = "") -> None:
        show(wrapped(line) if line else "", to=self.out)
