"""Meetings as the window goes to them: started, gone on with, tried again, left, wrapped up and read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject

from rehearse.errors import InputProblem, Problem
from ui.desk import Desk, Opened
from ui.engine import Engine, in_thread

if TYPE_CHECKING:
    from rehearse.choice import Choice
    from rehearse.conversation import RehearsalId
    from rehearse.meeting import Meeting
    from ui.room.room import Room
    from ui.window import Window

_T = TypeVar("_T")


class Visits(QObject):
    """One a window. One meeting is begun or opened at a time: a second Enter meanwhile does nothing."""

    def __init__(self, engine: Engine, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._engine, self._desk, self._window = engine, desk, window
        self.held: Room | None = None  # the room, once there is one
        self.left_open: RehearsalId | None = None
        self._busy = False
        engine.bug.connect(self._free)

    def _free(self) -> None:
        self._busy = False

    @property
    def room(self) -> Room:
        """The rehearsal room, made when it is first wanted."""
        if self.held is None:
            from ui.room.room import Room

            self.held = Room(self._engine, self._desk)
            self.held.left.connect(self._left)
            self.held.wrapped_up.connect(self._wrapped_up)
            self.held.settings_wanted.connect(self._settings_wanted)
        return self.held

    @property
    def open(self) -> RehearsalId | None:
        """The meeting in the room, where it has not ended."""
        meeting = self.held.meeting if self.held is not None else None
        return meeting.rehearsal if meeting is not None and meeting.ended is None else None

    # ---- into the room

    def start(self, choice: Choice) -> None:
        """Begin a meeting and go to the room."""
        self._begin(lambda: self._desk.start(choice), self._enter, self._not_started)

    def start_last(self, otherwise: Callable[[], None]) -> None:
        """Begin a meeting with the last person; ``otherwise`` is called where there is none, or their file is gone."""
        last = self._desk.settings.last_persona
        if not last:
            otherwise()
            return
        from rehearse.choice import Choice

        def gone(problem: Problem) -> None:
            otherwise() if isinstance(problem, InputProblem) else self._not_started(problem)

        self._begin(lambda: self._desk.start(Choice(persona=last)), self._enter, gone)

    def go_on(self, id: str) -> None:
        """Go on with an open meeting where it stood."""
        if id == self.open:
            self.back_to_room()
        else:
            self._begin(lambda: self._desk.open(cast("RehearsalId", id)), lambda opened: self._enter(opened.meeting))

    def again(self, id: str) -> None:
        """A new meeting with the same person, in the same situation."""
        self._begin(lambda: self._desk.start_again(cast("RehearsalId", id)), self._enter)

    def follow(self, id: str, kept: bool | None) -> None:
        """The next meeting of a series, after this one. `kept` is whether what was promised in it was done."""
        self._begin(lambda: self._desk.start_next(cast("RehearsalId", id), kept), self._enter)

    def try_turn(self, id: str, turn: str) -> None:
        """Try one line again: a new take of the same meeting, from just before it, with what was typed in its place."""
        rehearsal = cast("RehearsalId", id)

        async def work() -> tuple[Opened, str]:
            return await self._desk.open(rehearsal), await self._desk.own_line(rehearsal, turn)

        def enter(found: tuple[Opened, str]) -> None:
            opened, typed = found
            self._enter(opened.meeting)
            self.room.try_again(turn, typed)

        self._begin(work, enter)

    def back_to_room(self) -> None:
        """Back to the meeting that waits, with what Settings say now."""
        if self.held is not None and self.held.meeting is not None:
            self.held.apply_settings()
            self._window.show_room()
            self._name(self.held.meeting)

    def _begin(
        self, work: Callable[[], Awaitable[_T]], done: Callable[[_T], None], failed: Callable[[Problem], None] | None = None
    ) -> None:
        if self._busy:
            return
        self._busy = True

        async def ready() -> _T:
            made = await work()
            await in_thread(import_module, "ui.room.room")  # where nobody waits for a frame, as long as it was not made ready
            return made

        def begun(made: _T) -> None:
            self._busy = False
            done(made)

        def not_begun(problem: Problem) -> None:
            self._busy = False
            (failed or self._window.problem)(problem)

        self._engine.ask(ready, begun, not_begun)

    def _not_started(self, problem: Problem) -> None:
        tell = getattr(self._window.pages.currentWidget(), "show_problem", self._window.problem)
        tell(problem)

    def _enter(self, meeting: Meeting) -> None:
        before = self.open
        if before is not None and before != meeting.rehearsal:
            self._leave(before)  # one waited, and another was begun
        room = self.room
        self._window.close_sheet()
        self._window.show_room()  # before it is filled: it is laid out once, at its own width
        room.show_meeting(meeting)
        self._name(meeting)
        setting = meeting.setting
        # Whoever was handed out is not the one of that id whom Home would go on with.
        if setting.rubric is None and setting.persona.id != self._desk.settings.last_persona:
            self._remember(setting.persona.id)

    def _name(self, meeting: Meeting) -> None:
        from rehearse.preparation import title_of

        self._window.name_title(f"{title_of(meeting.setting)}, {meeting.setting.persona.name}")

    def _remember(self, persona: str) -> None:
        async def keep() -> None:
            self._desk.change(last_persona=persona)

        # Where it cannot be written it holds for now, which nobody has to be told.
        self._engine.ask(keep, failed=lambda _problem: None)

    # ---- out of the room

    def _leave(self, id: RehearsalId) -> None:
        self._engine.ask(lambda: self._desk.leave(id), lambda _: self._window.home.refresh(), self._window.problem)

    def _left(self, id: str) -> None:
        self._window.show_shell()
        self._window.go("home")
        self._leave(cast("RehearsalId", id))  # Home reads its list once more when that is done

    def _wrapped_up(self, meeting: Meeting) -> None:
        self._window.show_shell()
        self.read(str(meeting.rehearsal))

    def _settings_wanted(self) -> None:
        self._window.show_shell()
        self._window.go("settings")
        self._window.waiting.say("Your meeting is waiting.", "Everything said is kept.", [("room", "Back to the meeting")])

    def read(self, id: str, turn: str = "") -> None:
        """Read the review of a meeting, at a line where one was searched for."""
        page = self._window.review()
        page.show_rehearsal(id, turn=turn or None)
        self._window.go("review")

        async def title() -> str:
            return (await self._desk.load(cast("RehearsalId", id))).record.title

        def name(words: str) -> None:
            if self._window.pages.currentWidget() is page:
                self._window.name_title(words)

        self._engine.ask(title, name, lambda _problem: None)  # the page says what is wrong

    # ---- the end

    def forget(self) -> None:
        """The meeting in the room is deleted: drop it."""
        if self.held is not None:
            self.held.close_room()

    def close(self) -> None:
        """Stop what is said; what was said is kept. May be called twice."""
        self.left_open = self.open or self.left_open
        self.forget()
