"""One meeting in progress: `say()` gives events. The only place where store, stakeholder and clock meet."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Literal, Protocol

from rehearse import events
from rehearse.clock import Clock
from rehearse.conversation import ActKind, Appraisal, Ladder, RehearsalId, Source, Stance, Tree, Turn, TurnId
from rehearse.errors import ServiceProblem
from rehearse.signals.text import words
from rehearse.stakeholder import act as acts
from rehearse.stakeholder import appraisal as rules
from rehearse.stakeholder import ladder
from rehearse.stakeholder import stance as stances
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.offline import OFFLINE, OfflineAppraiser, OfflineSpeaker
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.speech import Anew, Appraiser, Comeback, Finished, Piece, Silence, Speaker
from rehearse.stakeholder.wording import word

DRAFT_EVERY = 0.25  # seconds between saves of a line that is being spoken
ENDING_ACTS: frozenset[ActKind] = frozenset({"close", "leave", "commit", "give"})
MOST_CHARACTERS = 20_000  # of one line of yours


class Journal(Protocol):
    """Where a meeting is kept. Every call is on disk when it returns; the library is one."""

    async def add_turn(self, rehearsal: RehearsalId, turn: Turn) -> None: ...
    async def annotate(self, turn: TurnId, appraisal: Appraisal | None, stance: Stance | None) -> None: ...
    async def save_draft(self, rehearsal: RehearsalId, turn: Turn) -> None: ...
    async def end_rehearsal(
        self, rehearsal: RehearsalId, reason: events.EndReason, ladder: Ladder | None, forced: bool = False
    ) -> None: ...
    async def reopen_rehearsal(self, rehearsal: RehearsalId, leaf: TurnId) -> None: ...


def opening(setting: Setting, new_id: Callable[[], TurnId]) -> Turn:
    """The first line of a meeting. It comes from the person's file: nothing is generated and nothing can be slow."""
    begun = stances.begin(setting)
    act = acts.opening()
    text = word(setting, begun, act, (), Draws(setting.seed, 0))
    return Turn(new_id(), None, "stakeholder", text, at=0.0, until=0.0, by=OFFLINE, act="open", stance=begun)


class Meeting:
    """A meeting on one take. `leaf` is the last line of that take; trying again moves it back and grows a sibling.

    Not for concurrent use: one of `say`, `reply` and `wrap_up` at a time. Stopping is cancelling the task that iterates.
    """

    def __init__(
        self, rehearsal: RehearsalId, setting: Setting, tree: Tree, leaf: TurnId, journal: Journal, clock: Clock,
        new_id: Callable[[], TurnId], appraiser: Appraiser | None = None, speaker: Speaker | None = None,
    ) -> None:  # fmt: skip
        self.rehearsal = rehearsal
        self.setting = setting
        self.tree = tree
        self.leaf = leaf
        self.clock = clock
        self.limit = setting.minutes * 60.0
        self.ended: events.EndReason | None = "wrapped_up" if tree[leaf].act in ENDING_ACTS else None
        self._journal = journal
        self._new_id = new_id
        self._appraiser: Appraiser = appraiser or OfflineAppraiser()
        self._speaker: Speaker = speaker or OfflineSpeaker()

    @property
    def take(self) -> tuple[Turn, ...]:
        """The lines of this take, first line first."""
        return self.tree.take(self.leaf)

    @property
    def stance(self) -> Stance:
        """Where the stakeholder stands now."""
        return stance_at(self.setting, self.take)

    @property
    def left(self) -> float:
        """Seconds left; below zero once the time is up."""
        return self.limit - self.clock.now()

    def use(self, appraiser: Appraiser, speaker: Speaker) -> None:
        """Go on with another stakeholder from the same line, as when a service is gone."""
        self._appraiser, self._speaker = appraiser, speaker

    def extend(self, minutes: float) -> None:
        """Give the meeting more time."""
        self.limit = max(self.limit, self.clock.now()) + minutes * 60

    async def try_from(self, turn: TurnId) -> None:
        """Go back to before a line of yours: what is said next becomes its sibling, and both takes stay.

        Raises ValueError where the turn is not a line of yours that answers something.
        """
        chosen = self.tree[turn]
        if chosen.speaker != "you" or chosen.parent is None:
            raise ValueError("only a line of yours can be tried again")
        self.leaf = chosen.parent
        self.ended = None
        await self._journal.reopen_rehearsal(self.rehearsal, self.leaf)

    async def say(self, text: str) -> AsyncIterator[events.Event]:
        """Say a line. It is on disk before the stakeholder is asked. Raises ValueError for an empty or endless line, and
        RuntimeError when the meeting has ended."""
        text = text.strip()
        if not text or len(text) > MOST_CHARACTERS:
            raise ValueError(f"a line has 1 to {MOST_CHARACTERS} characters")
        if self.ended is not None:
            raise RuntimeError("the meeting has ended")
        at = self.clock.now()
        self.clock.spoke(len(words(text)))
        turn = Turn(self._new_id(), self.leaf, "you", text, at=at, until=self.clock.now(), by=Source("person"))
        await self._journal.add_turn(self.rehearsal, turn)
        self.tree.add(turn)
        self.leaf = turn.id
        yield events.Said(turn.id)
        async for event in self.reply():
            yield event

    async def reply(self) -> AsyncIterator[events.Event]:
        """The stakeholder's reply to your last line. Called by `say`; again by the caller after trouble.

        Where a reply was broken off half-way, the new one becomes its sibling. Raises RuntimeError where you said nothing yet.
        """
        if (broken := self.tree[self.leaf]).speaker != "you":
            if broken.parent is None:
                raise RuntimeError("nothing was said that could be replied to")
            self.leaf, self.ended = broken.parent, None
        yours = self.tree[self.leaf]
        before = self.tree.take(yours.parent) if yours.parent else ()
        stance_before = stance_at(self.setting, before)
        reading = rules.read(yours.text, self.setting.persona, before, stance_before.pressed)
        if yours.stance is None or yours.appraisal is None:
            try:
                appraisal = await self._appraiser.appraise(self.setting, stance_before, before, reading)
            except ServiceProblem as problem:
                yield troubled(problem)
                return
            after = stances.step(self.setting, stance_before, reading, appraisal)
            yours = self.tree.annotate(yours.id, appraisal, after)
            await self._journal.annotate(yours.id, appraisal, after)
        assert yours.appraisal is not None
        assert yours.stance is not None
        yield events.Appraised(yours.id)
        draws = Draws(self.setting.seed, yours.stance.turn, yours.text)
        act = acts.choose(self.setting, stance_before, yours.stance, reading, yours.appraisal, draws, time_up=self.left <= 0)
        async for event in self._speak(yours.stance, act, draws):
            yield event

    async def wrap_up(self, reason: events.EndReason = "wrapped_up") -> AsyncIterator[events.Event]:
        """Ask for their closing words: what they will and will not do. The meeting ends with them."""
        if self.ended is not None:
            return
        stance = self.stance
        draws = Draws(self.setting.seed, stance.turn, f"wrap up {self.tree[self.leaf].text}")
        async for event in self._speak(stance, acts.closing(stance, reason), draws):
            yield event

    async def _speak(self, stance: Stance, act: Act, draws: Draws) -> AsyncIterator[events.Event]:
        turn = Turn(
            self._new_id(), self.leaf, "stakeholder", "", at=self.clock.now(), act=act.kind, concern=act.concern, by=OFFLINE
        )
        yield events.Speaking(turn.id)
        line = Line(self._journal, self.rehearsal, turn)
        after = acts.spoken(self.setting.persona, stance, act)
        note = ""
        try:
            minutes = max(1, round(self.left / 60))
            async for piece in self._speaker.speak(self.setting, stance, act, self.take, draws, minutes):
                match piece:
                    case Piece(text):
                        await line.add(text)
                        yield events.Spoke(turn.id, text)
                    case Anew():
                        line.clear()
                        yield events.Retold(turn.id)
                    case Silence(seconds):
                        yield events.Waiting(seconds)
                    case Comeback(seconds):
                        yield events.Retrying(seconds)
                    case Finished(by, note):
                        line.turn = replace(line.turn, by=by)
        except ServiceProblem as problem:
            if line.text.strip():
                yield await self._keep(line, "cut", after, act)
            yield troubled(problem)
            return
        except (asyncio.CancelledError, GeneratorExit):
            if line.text.strip():
                # The task is being cancelled: the write goes on by itself, and no event can be given any more.
                self._finish(line, "stopped", after, act)
                await asyncio.shield(self._store(line.turn, after, act))
            raise
        yield await self._keep(line, "whole", after, act)
        if note:
            yield events.Noted(turn.id, note)
        if self.ended is not None:
            yield events.Closing(self.ended)

    async def _keep(self, line: Line, state: Literal["whole", "cut"], after: Stance, act: Act) -> events.Ended:
        self._finish(line, state, after, act)
        await self._store(line.turn, after, act)
        return events.Ended(line.turn.id)

    def _finish(self, line: Line, state: Literal["whole", "stopped", "cut"], after: Stance, act: Act) -> None:
        turn = replace(line.turn, text=line.text.strip(), until=self.clock.now(), state=state, stance=after)
        line.turn = turn
        self.tree.add(turn)
        self.leaf = turn.id
        if act.closing is not None:
            self.ended = act.closing

    async def _store(self, turn: Turn, after: Stance, act: Act) -> None:
        await self._journal.add_turn(self.rehearsal, turn)
        if act.closing is not None:
            await self._journal.end_rehearsal(self.rehearsal, act.closing, ladder.of(after), after.forced)


class Line:
    """A line while it is spoken: gathered, and saved as a draft every quarter of a second."""

    def __init__(self, journal: Journal, rehearsal: RehearsalId, turn: Turn, tick: Callable[[], float] = time.monotonic) -> None:
        self.turn = turn
        self._journal, self._rehearsal, self._tick = journal, rehearsal, tick
        self._pieces: list[str] = []
        self._saved = 0.0

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    async def add(self, text: str) -> None:
        self._pieces.append(text)
        now = self._tick()
        if now - self._saved >= DRAFT_EVERY:
            self._saved = now
            await self._journal.save_draft(self._rehearsal, replace(self.turn, text=self.text))

    def clear(self) -> None:
        self._pieces.clear()


def stance_at(setting: Setting, take: tuple[Turn, ...]) -> Stance:
    """The stance at the end of a take: the last one that stands beside a line."""
    return next((t.stance for t in reversed(take) if t.stance is not None), None) or stances.begin(setting)


def troubled(problem: ServiceProblem) -> events.Troubled:
    """A service's problem as an event."""
    return events.Troubled(problem.sentence, problem.hint, tuple(w.value for w in problem.ways), problem.kind)
