"""What was chosen for a meeting. By itself, so that whoever lets choose waits for nothing that holds it."""

from __future__ import annotations

from dataclasses import dataclass

from rehearse.conversation import Difficulty, Mode


@dataclass(frozen=True, slots=True)
class Choice:
    """`persona` or `scenario` is an id or a file; what is left out comes from the scenario, then the person."""

    persona: str | None = None
    scenario: str | None = None
    ask: str = ""
    difficulty: Difficulty | None = None
    minutes: int | None = None
    seed: int | None = None
    mode: Mode | None = None
