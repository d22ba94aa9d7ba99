"""Plays a scenario's own scripts against the offline stakeholder: does this situation tell strong from weak?

A script is a list of lines; one with `for` is said when that concern is on the table, the others in their order. A meeting
is compared by where it ends: ladder step, then stage, then the weighted share of what is met (ties count half).
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from rehearse.clock import WordClock
from rehearse.conversation import LADDER, STAGES, Ladder, RehearsalId, Stage, Tree, TurnId
from rehearse.errors import InputProblem
from rehearse.meeting import Meeting, opening
from rehearse.scenarios import Scenario
from rehearse.stakeholder.setting import Setting
from rehearse.stakeholder.status import weighted_met

LEVELS = ("strong", "middling", "weak")
APART = 0.95  # AUC from which two levels count as told apart
REACHED = 0.8  # of strong meetings that should end with a yes, or at the highest step that an influencing meeting allows
# As the stages rise: somebody who has broken off stands below all others.
_RISE: tuple[Stage, ...] = ("disengaged", *(s for s in STAGES if s != "disengaged"))
_PAIRS = (("strong", "weak"), ("strong", "middling"), ("middling", "weak"))
Script = Iterable[Mapping[str, Any]]
Place = tuple[int, int, float]


class Nowhere:
    """A journal that keeps nothing: played meetings are no meetings of yours."""

    async def add_turn(self, *of: Any) -> None: ...
    async def annotate(self, *of: Any) -> None: ...
    async def save_draft(self, *of: Any) -> None: ...
    async def end_rehearsal(self, *of: Any) -> None: ...
    async def reopen_rehearsal(self, *of: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Played:
    """One meeting of one script with one seed. `turns` are yours; `patience` what was left; `open` the concerns not met;
    `reached` whether it ended as far up as this meeting allows."""

    level: str
    script: int
    seed: int
    ladder: Ladder
    stage: Stage
    met: float
    turns: int
    patience: int
    open: tuple[str, ...]
    reached: bool

    @property
    def place(self) -> Place:
        """Ladder step, stage, weighted share of what is met: compared in this order."""
        return LADDER.index(self.ladder), _RISE.index(self.stage), self.met


@dataclass(frozen=True, slots=True)
class Report:
    """All meetings of a playtest, and what they say of the scenario."""

    setting: Setting
    seeds: int
    played: tuple[Played, ...]

    def of(self, level: str) -> tuple[Played, ...]:
        return tuple(p for p in self.played if p.level == level)

    @property
    def auc(self) -> dict[tuple[str, str], float]:
        """For each pair of levels that have scripts, higher one first: how often its meetings end higher."""
        return {
            (high, low): auc([p.place for p in self.of(low)], [p.place for p in self.of(high)])
            for high, low in _PAIRS
            if self.of(high) and self.of(low)
        }

    @property
    def tells_apart(self) -> bool:
        """Whether every pair of levels is told apart, and strong scripts get through."""
        return all(value >= APART for value in self.auc.values()) and not self._too_hard

    @property
    def _too_hard(self) -> bool:
        strong = self.of("strong")
        return bool(strong) and sum(p.reached for p in strong) < REACHED * len(strong)

    @property
    def verdict(self) -> str:
        """What the playtest found, in a sentence or two."""
        mixed = [pair for pair, value in self.auc.items() if value < APART]
        said = [f"It does not tell {high} from {low}: AUC {self.auc[high, low]:.2f}, {APART} is wanted." for high, low in mixed]
        if self._too_hard:
            strong = self.of("strong")
            left = Counter(c for p in strong if not p.reached for c in p.open)
            still = f" Most often still open: {', '.join(c for c, _ in left.most_common(2))}." if left else ""
            reached = sum(p.reached for p in strong)
            said.append(f"Strong scripts get through in {reached} of {len(strong)} meetings, 80 % is wanted.{still}")
        levels = [level for level in LEVELS if self.of(level)]
        return " ".join(said) or f"It tells {' from '.join(levels)}."


def playtest(setting: Setting, seeds: int) -> Report:
    """Play every script of the setting's scenario with seeds 0 to `seeds` - 1. Raises InputProblem where there is no
    scenario, or it has no scripts of two levels to compare."""
    return Report(setting, seeds, tuple(meetings(setting, seeds)))


def meetings(setting: Setting, seeds: int) -> Iterator[Played]:
    """The same meetings one after another, for whoever shows how far it is. Raises InputProblem as `playtest`, at once."""
    scripts = comparable(setting.scenario)
    return (
        one(replace(setting, seed=seed), level, number, script)
        for level, found in scripts.items()
        for number, script in enumerate(found, 1)
        for seed in range(seeds)
    )


def comparable(scenario: Scenario | None) -> dict[str, tuple[Any, ...]]:
    """The scripts of each level. Raises InputProblem where there are none of two levels to compare."""
    scripts = {level: scenario.playtest.get(level, ()) for level in LEVELS} if scenario else {}
    if scenario is None or sum(bool(found) for found in scripts.values()) < 2:
        raise InputProblem(
            f"{scenario.title if scenario else 'This'} has no scripts of two levels to compare.",
            "Write lines for `strong` and `weak` under `playtest`.",
        )
    return scripts


def one(setting: Setting, level: str, number: int, script: Any) -> Played:
    """One meeting of one script."""
    meeting = held(setting, script)
    stance, persona = meeting.stance, setting.persona
    open_ = tuple(c.id for c in persona.concerns if stance.concerns[c.id].status not in ("met", "parked"))
    return Played(
        level, number, setting.seed, stance.ladder, stance.stage, weighted_met(persona, stance.concerns),
        sum(t.speaker == "you" for t in meeting.take), stance.patience, open_, reached=stance.stage == "committed",
    )  # fmt: skip


def held(setting: Setting, script: Script) -> Meeting:
    """The meeting that a script makes, kept nowhere and wrapped up at its end."""
    return asyncio.run(hold(begin(setting), [dict(line) for line in script]))


def begin(setting: Setting) -> Meeting:
    """A meeting that is kept nowhere, with the clock by words and turns named t_1, t_2 ..."""
    new = counting()
    root = opening(setting, new)
    return Meeting(RehearsalId("r_1"), setting, Tree([root]), root.id, Nowhere(), WordClock(), new)


async def say(meeting: Meeting, lines: Sequence[str], wrap_up: bool = True) -> Meeting:
    """Say lines until the meeting ends; with `wrap_up` end it then."""
    for line in lines:
        if meeting.ended is not None:
            break
        async for _ in meeting.say(line):
            pass
    if wrap_up and meeting.ended is None:
        async for _ in meeting.wrap_up():
            pass
    return meeting


async def hold(meeting: Meeting, script: list[dict[str, Any]]) -> Meeting:
    """Say the lines of a script, each when it fits, and wrap up."""
    while script and meeting.ended is None:
        pressed = meeting.stance.pressed
        bound = next((s for s in script if s.get("for") and s["for"] == pressed), None)
        chosen = bound or next((s for s in script if not s.get("for")), script[0])
        script.remove(chosen)
        await say(meeting, [chosen["say"]], wrap_up=False)
    return await say(meeting, [])


def auc(lower: Sequence[Place], higher: Sequence[Place]) -> float:
    """The share of pairs in which the higher one stands higher; ties count half."""
    wins = sum(1.0 if h > low else 0.5 if h == low else 0.0 for low, h in itertools.product(lower, higher))
    return wins / (len(lower) * len(higher))


def as_json(report: Report) -> dict[str, Any]:
    """The report as `rehearse/playtest@1`."""
    setting = report.setting
    assert setting.scenario is not None
    return {
        "format": "rehearse/playtest@1",
        "scenario": setting.scenario.id,
        "title": setting.scenario.title,
        "persona": setting.persona.id,
        "mode": setting.mode,
        "difficulty": setting.difficulty,
        "seeds": report.seeds,
        "scripts": [_script(runs) for runs in by_script(report)],
        "auc": {f"{high}_over_{low}": round(value, 4) for (high, low), value in report.auc.items()},
        "tells_apart": report.tells_apart,
        "verdict": report.verdict,
    }


def by_script(report: Report) -> list[tuple[Played, ...]]:
    """The meetings of each script together, strong ones first."""
    keys = dict.fromkeys((p.level, p.script) for p in report.played)
    return [tuple(p for p in report.played if (p.level, p.script) == key) for key in keys]


def _script(runs: tuple[Played, ...]) -> dict[str, Any]:
    return {
        "level": runs[0].level,
        "script": runs[0].script,
        "runs": len(runs),
        "reached": sum(p.reached for p in runs),
        "ladder": {step: sum(p.ladder == step for p in runs) for step in LADDER},
        "stages": dict(Counter(p.stage for p in runs)),
        "turns": median(p.turns for p in runs),
        "patience_left": median(p.patience for p in runs),
        "met": round(sum(p.met for p in runs) / len(runs), 4),
        "open": dict(Counter(c for p in runs for c in p.open)),
    }


def counting() -> Callable[[], TurnId]:
    numbers = itertools.count(1)
    return lambda: TurnId(f"t_{next(numbers)}")
