"""The team folder while the program runs: chosen, watched, looked at, sent to. One a program, whatever pages speak of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rehearse.errors import InputProblem, Problem
from ui.desk import Desk
from ui.engine import Engine, Job, safe
from ui.team import memory
from ui.team.watch import Watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from rehearse.bundles.checkout import Checkout
    from rehearse.bundles.folder import TeamFolder
    from rehearse.bundles.scan import Came
    from ui.team.looking import Far, Fetched, Left, Looked
    from ui.widgets.button import Button

log = logging.getLogger("rehearse.team")
TELL = 3.0  # seconds, after which a look that goes on tells what came so far
WHO_READS = "Everyone with access to the folder can read it."
SEALED_READS = "Others with access to the folder see only that it exists."


@dataclass(frozen=True, slots=True)
class State:
    """How it stands. `git` = it is fetched and sent with git, `marked` = it looks like a checkout; `asked` = somebody wanted this look.

    `done` of `total` files that are new were looked at; `stopped` = somebody stopped that, and nothing is looked
    at by itself until it is asked for; `waiting` bundles are here and not with the others yet, `sent` is what git said about that,
    empty where all went well; `sending` = git is at it; `problem` is why the folder could not be read."""

    folder: Path | None = None
    git: bool = False
    marked: bool = False
    looking: bool = False
    asked: bool = False
    sending: bool = False
    done: int = 0
    total: int = 0
    stopped: bool = False
    looked: str = ""
    waiting: int = 0
    sent: str = ""
    problem: Problem | None = None
    left: tuple[Left, ...] = ()
    writable: bool = True


class Team(QObject):
    """Signals: ``changed()`` how it stands; ``arrived(object)`` what a look brought, a tuple of ``Came``: at its end, and of a long one
    every few seconds what came since; ``news()`` what is new for you is another number; ``settings_wanted()`` somebody wants to
    choose it or look into it; ``held(str)`` what was sent waits: a sentence."""

    changed = Signal()
    arrived = Signal(object)
    news = Signal()
    settings_wanted = Signal()
    held = Signal(str)

    def __init__(self, engine: Engine, desk: Desk) -> None:
        super().__init__(engine)
        self._engine, self._desk = engine, desk
        self._memory = memory.load(desk.paths.team)
        self._checkout: Checkout | None = None
        self._job: Job | None = None
        self._begun = 0.0
        self._put = False  # whether something was put there since git was asked
        self._came: list[Came] = []  # what was not told yet
        self._told_at = 0.0
        self._again: bool | None = None  # whether to sync in the look that follows; None for no such look
        self._awake = False
        self._over = False
        self.watch = Watch(self)
        self.watch.stirred.connect(lambda: self._look(sync=False))
        self.watch.due.connect(self._look)
        self.state = self._fresh()

    @classmethod
    def of(cls, engine: Engine, desk: Desk) -> Team:
        """The one of this program; made at the first call."""
        found = engine.findChild(cls)
        return found if isinstance(found, Team) and isValid(found) else cls(engine, desk)

    def _fresh(self) -> State:
        kept = self._desk.settings
        if not kept.team_folder:
            return State()
        same = self._memory.folder == kept.team_folder
        return State(Path(kept.team_folder), kept.team_git, looked=self._memory.looked if same else "")

    @property
    def folder(self) -> TeamFolder | None:
        """Where something can be put; None where no folder is used, or it can only be read."""
        from rehearse.bundles.folder import TeamFolder

        state = self.state
        return TeamFolder(state.folder) if state.folder is not None and state.writable else None

    def show_ways(self, put: Button, save: Button) -> None:
        """Of the two ways on which something leaves: into the team folder is the main one where there is a folder."""
        there = self.folder is not None
        put.setHidden(not there)
        put.set_tip(WHO_READS)
        save.set_kind("" if there else "primary")

    # ---- choosing it

    def begin(self) -> None:
        """Watch it from now on, where one is chosen."""
        self._awake = True
        self._look()

    def use(self, folder: Path, git: bool, failed: Callable[[Problem], None] | None = None) -> None:
        """Use this folder, with git or as a plain one; `failed` is told why it cannot be."""

        def check() -> None:
            from rehearse.bundles.folder import check as is_there

            is_there(folder)
            home = self._desk.paths.home.absolute()
            if home == folder.absolute() or home in folder.absolute().parents:
                raise InputProblem("Rehearse keeps your own things there.", "Choose a folder that is shared on purpose.")

        def chosen(_: None) -> None:
            self._halt()
            self._keep(str(folder), git)
            self._memory = self._memory._replace(folder=str(folder), looked="")
            self.state = State(folder, git)
            self._awake = True
            self.changed.emit()
            self._look(asked=True)

        self._engine.aside(check, chosen, failed)

    def leave(self) -> None:
        """Use none any more. Nothing in the folder is deleted, and what was taken in stays."""
        self._halt()
        self._keep("", False)
        self.state = State()
        self.changed.emit()

    def _keep(self, folder: str, git: bool) -> None:
        self._desk.settings = self._desk.settings._replace(team_folder=folder, team_git=git)

        async def keep() -> None:
            self._desk.change(team_folder=folder, team_git=git)

        self._engine.ask(keep, None, lambda problem: self._tell(replace(self.state, problem=problem)))

    # ---- looking

    def look(self) -> None:
        """Look now, as somebody asked; goes on where it was stopped, and tries again what waits."""
        self._awake = True
        if self.state.stopped:
            self._tell(replace(self.state, stopped=False))
        self._look(asked=True)

    def sent(self) -> None:
        """Something was put into the folder: with git it goes on its way, at once or with the next look."""
        if self.state.git:
            self._put = True
            self._tell(replace(self.state, waiting=self.state.waiting + 1, sent=""))
            self._look()

    def stop_look(self) -> None:
        """Stop looking; what was taken in stays. Nothing is looked at by itself until it is asked for."""
        self.hold()
        if self._checkout is not None:
            self._checkout.stop()
        if self._job is not None:
            self._job.interrupt()

    def hold(self) -> None:
        """Look at nothing by itself until it is asked for, as after everything was deleted."""
        self._again = None
        self.watch.rest()
        if self.state.folder is not None:
            self._tell(replace(self.state, stopped=True))

    def _look(self, *, sync: bool = True, asked: bool = False) -> None:
        state = self.state
        if state.folder is None or state.stopped or not self._awake or self._over:
            return
        if self._job is not None:  # never two at once
            self._again = bool(self._again) or sync
            self._tell(replace(state, asked=state.asked or asked))
            return
        from ui.team.looking import look

        folder, git = state.folder, state.git and sync
        self.watch.settle.stop()
        self.watch.poll.stop()
        self._begun = time.monotonic()
        self._tell(replace(state, looking=True, asked=asked, sending=git, done=0, total=0))

        async def steps() -> AsyncIterator[Fetched | Far | Looked]:
            try:
                async with aclosing(look(self._desk, folder, lambda: self._git(folder), sync=git)) as found:
                    async for step in found:
                        yield step
            except Problem:
                raise
            except Exception as fault:  # nobody foresaw it: it must not be the last look of this run
                log.error("unforeseen in the team folder: %s", type(fault).__name__, exc_info=safe(fault))
                raise InputProblem("The team folder could not be looked at.", "It is tried again in a while.") from None

        self._job = self._engine.watch(steps, self._take, self._done, self._failed)

    def _git(self, folder: Path) -> Checkout:
        from rehearse.bundles.checkout import Checkout

        made = self._checkout = Checkout(folder)
        if self._over:
            made.stop()
        return made

    def _take(self, steps: Sequence[Fetched | Far | Looked]) -> None:
        from ui.team.looking import Far, Fetched

        state, fresh = self.state, list[str]()
        for step in steps:
            if isinstance(step, Fetched):
                if self._again:  # what was put there meanwhile is sent by the look that follows, and told then
                    continue
                if step.problem and self._put:
                    self.held.emit(f"It waits, and goes with the next. {step.problem}")
                self._put = False
                state = replace(state, sending=False, waiting=step.waiting, sent=step.problem)
            elif isinstance(step, Far):
                state = replace(state, sending=False, done=step.done, total=step.total)
                self._came += step.came
                fresh += [c.digest for c in step.news]
            else:
                state = replace(state, looked=step.at, left=step.left, writable=step.writable, marked=step.marked, problem=None)
                self.watch.follow(step.places, state.git, time.monotonic() - self._begun)
        if fresh or state.looked != self.state.looked:
            new = tuple(dict.fromkeys((*self._memory.new, *fresh)))
            self._remember(self._memory._replace(folder=str(state.folder or ""), looked=state.looked, new=new))
        self._tell(state)
        if fresh:
            self.news.emit()
        if self._came and time.monotonic() - max(self._told_at, self._begun) > TELL:
            self._arrive()

    def _arrive(self) -> None:
        came, self._came, self._told_at = tuple(self._came), [], time.monotonic()
        self.arrived.emit(came)

    def _done(self) -> None:
        self._ended(replace(self.state, looking=False, asked=False, sending=False))

    def _failed(self, problem: Problem) -> None:
        self._ended(replace(self.state, looking=False, asked=False, sending=False, problem=problem))
        self.watch.wait(self.state.git, time.monotonic() - self._begun)  # a drive may come back

    def _ended(self, state: State) -> None:
        self._job = self._checkout = None
        again, self._again = self._again, None
        self._tell(state)
        if self._came or self._told_at > self._begun:
            self._arrive()
        if again is not None:
            self._look(sync=again)

    def _tell(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _halt(self) -> None:
        """Let go of what runs: nothing of it is told any more."""
        self._again = None
        self.watch.rest()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._checkout is not None:
            self._checkout.stop()
            self._checkout = None

    def stop(self) -> None:
        """The program ends: git is ended too, and what it did is taken up the next time."""
        self._over = True
        self._halt()

    # ---- what is new

    @property
    def new(self) -> frozenset[str]:
        """The digests of what came by itself and nobody has looked at."""
        return frozenset(self._memory.new)

    def seen(self, digest: str) -> None:
        """Somebody looked at it."""
        if digest in self._memory.new:
            self._remember(self._memory._replace(new=tuple(d for d in self._memory.new if d != digest)))
            self.news.emit()

    def forget(self) -> None:
        """Everything was deleted: nothing is new any more, and nothing comes back before it is asked for."""
        self._remember(self._memory._replace(new=()))
        self.hold()
        self.news.emit()

    def _remember(self, now: memory.Memory) -> None:
        self._memory = now
        path = self._desk.paths.team

        async def keep() -> None:  # one after the other, as they were asked for
            memory.save(path, now)

        self._engine.ask(keep)
