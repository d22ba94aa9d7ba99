"""A minute with a person who is being made: a real meeting, offline, a few lines long, kept nowhere."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rehearse.clock import WordClock
from rehearse.conversation import Ladder, RehearsalId, Tree, Turn, TurnId
from rehearse.meeting import Meeting, opening
from rehearse.personas import Line, Persona
from rehearse.stakeholder.setting import Setting

MOST_LINES = 4
"""Lines of yours; then they say their last words."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of theirs. `about` is the label of the worry that it voices, `ended` whether it was the last."""

    text: str
    about: str = ""
    ladder: Ladder = "resists"
    ended: bool = False


class Nowhere:
    """A journal that keeps nothing."""

    async def add_turn(self, rehearsal: RehearsalId, turn: Turn) -> None: ...
    async def annotate(self, *of: Any) -> None: ...
    async def save_draft(self, *of: Any) -> None: ...
    async def end_rehearsal(self, *of: Any) -> None: ...
    async def reopen_rehearsal(self, *of: Any) -> None: ...


class Trial:
    """A meeting of at most four lines of yours. Not for two lines at once."""

    def __init__(
        self, persona: Persona, register: Mapping[str, tuple[Line, ...]], seed: int, setting: Setting | None = None
    ) -> None:
        """`setting` is given where they are met in a situation."""
        new = _counting()
        setting = setting or Setting(persona, seed=seed, minutes=persona.temperament.minutes, register=dict(register))
        root = opening(setting, new)
        self.persona = persona
        self._meeting = Meeting(RehearsalId("r_trial"), setting, Tree([root]), root.id, Nowhere(), WordClock(), new)
        self._said = 0

    @property
    def opening(self) -> Heard:
        """What they begin with."""
        return Heard(self._meeting.take[0].text)

    @property
    def left(self) -> int:
        """How many lines of yours there are still."""
        return 0 if self._meeting.ended is not None else MOST_LINES - self._said

    async def say(self, text: str) -> tuple[Heard, ...]:
        """What they answer; after your last line their last words as well. Raises ValueError for an empty line or one
        without end, RuntimeError once it is over."""
        meeting = self._meeting
        async for _ in meeting.say(text):
            pass
        self._said += 1
        heard = [self._heard()]
        if meeting.ended is None and self._said >= MOST_LINES:
            async for _ in meeting.wrap_up():
                pass
            heard.append(self._heard())
        return tuple(heard)

    def _heard(self) -> Heard:
        turn = self._meeting.take[-1]
        voices = turn.act in ("raise", "press", "probe", "doubt", "reopen", "acknowledge")
        concern = self.persona.concern(turn.concern) if turn.concern and voices else None
        label = concern.label if concern else ""
        return Heard(turn.text, label, self._meeting.stance.ladder, self._meeting.ended is not None)


def _counting() -> Callable[[], TurnId]:
    numbers = itertools.count(1)
    return lambda: TurnId(f"t_{next(numbers)}")
