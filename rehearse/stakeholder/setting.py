"""What a meeting is held with: the person in this situation, how hard they are, the seed, and the meetings before."""

from __future__ import annotations

from dataclasses import dataclass, field

from rehearse.conversation import Difficulty, Ladder, Mode, Stance
from rehearse.personas import Line, Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Fact, Scenario


@dataclass(frozen=True, slots=True)
class Numbers:
    """One row of the table of difficulty (rules of the stakeholder, 8)."""

    trust: float
    weighing: float
    committed: float
    patience: int
    press: float
    reopen: float


DIFFICULTY: dict[Difficulty, Numbers] = {
    "gentle": Numbers(trust=0.25, weighing=2.25, committed=2.75, patience=4, press=-0.08, reopen=0.0),
    "normal": Numbers(trust=0.0, weighing=2.5, committed=3.0, patience=0, press=0.0, reopen=0.05),
    "hard": Numbers(trust=-0.25, weighing=2.75, committed=3.25, patience=-2, press=0.06, reopen=0.07),
}


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings before this one, for influencing: how many, where the last one ended, whether promises were kept.

    `kept` is said of what was promised in the last one (None: nothing was, or nobody said), `kept_before` of those before it.
    `last` is the stance that the last one ended with, None where there is none to remember.
    """

    meetings: int
    ladder: Ladder
    kept: bool | None = None
    kept_before: bool = False
    last: Stance | None = field(default=None, compare=False)

    @property
    def kept_once(self) -> bool:
        """Whether a promise of yours was ever ticked as kept."""
        return self.kept is True or self.kept_before


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything that stays the same during a meeting. `persona` is already merged with what the scenario adds.

    `rubric` is how the meeting is judged where the situation was handed out, None where the catalog says. Whoever plays never
    looks at it; it goes with the situation because another one may have its id.
    """

    persona: Persona
    scenario: Scenario | None = None
    mode: Mode = "selling"
    difficulty: Difficulty = "normal"
    seed: int = 0
    minutes: int = 10
    ask: str = ""
    register: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    series: Series | None = None
    rubric: Rubric | None = None

    @property
    def numbers(self) -> Numbers:
        return DIFFICULTY[self.difficulty]

    @property
    def moved_by(self) -> Mode:
        """What moves this person here: what the scenario `suits`, whatever you came for; else what you came for."""
        return (self.scenario.suits if self.scenario else None) or self.mode

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.scenario.facts if self.scenario else ()

    @property
    def problem(self) -> str:
        """What fills [[problem]]: the scenario's noun, or nothing."""
        return self.scenario.subject.noun if self.scenario else ""

    @property
    def wanted(self) -> str:
        """What fills [[ask]]: what was typed at the start, else the scenario's subject."""
        return self.ask or (self.scenario.subject.ask if self.scenario else "")
