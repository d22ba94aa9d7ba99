"""One meeting driven through the engine: one thing at a time, and what it gives as events on the UI thread."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from rehearse import events
from rehearse.clock import WallClock
from rehearse.conversation import TurnId
from rehearse.errors import Problem
from rehearse.meeting import Meeting
from ui.desk import Desk
from ui.engine import Engine, Job

Doing = Literal["reply", "wrap_up"]
Then = Callable[[], None]


class Session(QObject):
    """Signals: `happened(object)` an event of `rehearse.events`, in order, neighbouring pieces of a line joined;
    `busy_changed(bool)`; `settled()` nothing runs any more; `trouble(object)` a Problem that is not an event."""

    happened = Signal(object)
    busy_changed = Signal(bool)
    settled = Signal()
    trouble = Signal(object)

    def __init__(self, engine: Engine, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self._meeting: Meeting | None = None
        self._job: Job | None = None
        self._then: Then | None = None
        self._doing: Doing = "reply"
        self._offline = self._watching = False
        engine.bug.connect(self._after_bug)

    @property
    def meeting(self) -> Meeting:
        if self._meeting is None:
            raise RuntimeError("no meeting is held")
        return self._meeting

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def wrapping(self) -> bool:
        """Whether the last thing asked for was their closing words."""
        return self._doing == "wrap_up"

    @property
    def plays(self) -> str:
        """The model that plays, or nothing for the offline stakeholder."""
        return "" if self._offline else self._desk.plays

    def forget_wrapping(self) -> None:
        """The meeting goes on after all."""
        self._doing = "reply"

    def hold(self, meeting: Meeting) -> None:
        """Take a meeting; what ran for another is dropped, and what it said is kept in the library."""
        self.close()
        self._meeting, self._doing, self._offline = meeting, "reply", False

    def close(self) -> None:
        """Stop what runs. Nothing is delivered any more; what was said is stored."""
        self._then = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # ---- what can be asked for; each only while nothing runs

    def say(self, text: str) -> None:
        self._doing = "reply"
        self._watch(lambda: self.meeting.say(text))

    def reply(self) -> None:
        """Their answer to your last line."""
        self._doing = "reply"
        self._watch(self.meeting.reply)

    def wrap_up(self) -> None:
        """Their closing words."""
        self._doing = "wrap_up"
        self._watch(self.meeting.wrap_up)

    def again(self) -> None:
        """Ask once more for what was asked for last, from the same line. A line that stopped in the middle is kept beside."""
        meeting, wraps = self.meeting, self._doing == "wrap_up"
        last = meeting.tree[meeting.leaf]
        stopped = last.speaker == "stakeholder" and last.state != "whole" and last.parent is not None

        async def anew() -> AsyncIterator[events.Event]:
            if stopped and last.parent is not None:
                meeting.leaf, meeting.ended = last.parent, None
            async for event in meeting.wrap_up() if wraps else meeting.reply():
                yield event

        if wraps or stopped or last.speaker == "you":
            self._watch(anew)
        else:
            self.settled.emit()

    def recast(self, offline: bool, then: Then) -> None:
        """Let somebody else play from here on: the offline stakeholder, or whom Settings name now."""
        self._offline = offline or self._offline
        by: Literal["settings", "offline"] = "offline" if self._offline else "settings"

        async def cast() -> None:
            self.meeting.use(*await self._desk.cast(by))

        self._ask(cast, then)

    def back_to(self, turn: TurnId, then: Then) -> None:
        """Go back to before a line of yours. The clock goes back with it, so that there is time to say it otherwise."""
        meeting = self.meeting
        at = meeting.tree[turn].at

        async def back() -> None:
            await meeting.try_from(turn)
            if at is not None and isinstance(meeting.clock, WallClock):
                meeting.clock = WallClock(at)

        self._ask(back, then)

    def take(self, leaf: TurnId, then: Callable[[Meeting], None]) -> None:
        """Open another take of this meeting; `then` gets it, standing at its last line."""
        old = self.meeting

        async def opened() -> None:
            other = (await self._desk.open(old.rehearsal, leaf)).meeting
            last = other.tree[leaf]
            other.clock, other.limit = WallClock(last.until or last.at or 0.0), max(other.limit, old.limit)
            found.append(other)

        found: list[Meeting] = []
        self._ask(opened, lambda: then(found[0]))

    def interrupt(self, then: Then | None = None) -> None:
        """Stop what runs and keep the words so far; `then` comes once all is put away, at once where nothing runs."""
        if self._job is None:
            if then is not None:
                then()
            return
        self._then = then
        if self._watching:
            self._job.interrupt()
        else:
            self._job.cancel()
            self._done()

    # ---- inside

    def _watch(self, make: Callable[[], AsyncIterator[events.Event]]) -> None:
        self._begin(self._engine.watch(make, take=self._take, done=self._done, failed=self._failed), watching=True)

    def _ask(self, work: Callable[[], object], then: Then) -> None:
        self._then = then
        self._begin(self._engine.ask(work, done=lambda _: self._done(), failed=self._failed))  # type: ignore[arg-type]

    def _begin(self, job: Job, watching: bool = False) -> None:
        self._job, self._watching = job, watching
        self.busy_changed.emit(True)

    def _take(self, batch: list[events.Event]) -> None:
        held: events.Spoke | None = None
        for event in batch:
            if held is not None and isinstance(event, events.Spoke) and event.turn == held.turn:
                held = events.Spoke(held.turn, held.chunk + event.chunk)
                continue
            if held is not None:
                self.happened.emit(held)
            held = event if isinstance(event, events.Spoke) else None
            if held is None:
                self.happened.emit(event)
        if held is not None:
            self.happened.emit(held)

    def _done(self) -> None:
        self._job = None
        then, self._then = self._then, None
        self.busy_changed.emit(False)
        self.settled.emit()
        if then is not None and self._job is None:
            then()

    def _after_bug(self, sentence: str) -> None:
        """Something unforeseen ended a job of somebody's: where it was ours, the room must not wait for it."""
        job = self._job
        QTimer.singleShot(50, self, lambda: self._failed(Problem(sentence)) if job and job is self._job and job.over else None)

    def _failed(self, problem: Problem) -> None:
        self._job = self._then = None
        self.busy_changed.emit(False)
        self.settled.emit()
        self.trouble.emit(problem)
