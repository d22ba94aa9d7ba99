"""What a speaker gives, piece by piece, and what an appraiser gives: the same for the offline stakeholder and for a model."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from rehearse.conversation import Appraisal, Source, Stance, Turn
from rehearse.stakeholder.act import Act
from rehearse.stakeholder.appraisal import Reading
from rehearse.stakeholder.seed import Draws
from rehearse.stakeholder.setting import Setting

OURS = "In the person's own words: what the model wrote did not fit."  # beside a line for which no draft of a model stood


@dataclass(frozen=True, slots=True)
class Piece:
    """Some more words of the line."""

    text: str


@dataclass(frozen=True, slots=True)
class Anew:
    """The line so far did not pass; it starts again from nothing."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was heard for this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Comeback:
    """The service asked to come back in this many seconds; the speaker does so by itself."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Finished:
    """The line is whole. `by` says who worded it, `note` is a quiet remark for beside the line."""

    by: Source
    note: str = ""


Speech = Piece | Anew | Silence | Comeback | Finished


class Speaker(Protocol):
    """Words an act."""

    def speak(
        self, setting: Setting, stance: Stance, act: Act, take: tuple[Turn, ...], draws: Draws, minutes_left: int
    ) -> AsyncIterator[Speech]: ...


class Appraiser(Protocol):
    """Sees what a turn did. Raises ServiceProblem where a service cannot be reached at all."""

    async def appraise(self, setting: Setting, stance: Stance, take: tuple[Turn, ...], reading: Reading) -> Appraisal: ...
