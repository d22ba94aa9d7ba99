"""Does the stakeholder tell strong from weak? Every script of every built-in scenario, ten seeds each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rehearse.conversation import LADDER, STAGES
from rehearse.stakeholder.status import weighted_met
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, in_processes
from tests.core.play import catalog, play_script, setting

SEEDS = 10
ORDER = ("weak", "middling", "strong")
# As the stages rise: somebody who has broken off stands below all others.
RISE = ("disengaged", *(s for s in STAGES if s != "disengaged"))
Place = tuple[int, int, float]


@dataclass(frozen=True)
class Played:
    """Where one meeting ended. `place` is ladder step, stage, weighted share of what is met: compared in this order."""

    scenario: str
    quality: str
    seed: int
    place: Place


def places(scenario: str, quality: str, seeds: int = SEEDS) -> list[Played]:
    """Every script of this quality with every seed."""
    found = []
    for seed in range(seeds):
        with_ = setting(scenario=scenario, seed=seed)
        assert with_.scenario is not None
        for script in with_.scenario.playtest[quality]:
            stance = play_script(with_, [dict(line) for line in script]).stance  # type: ignore[attr-defined]
            met = weighted_met(with_.persona, stance.concerns)
            found.append(Played(scenario, quality, seed, (LADDER.index(stance.ladder), RISE.index(stance.stage), met)))
    return found


def auc(lower: Sequence[Place], higher: Sequence[Place]) -> float:
    """The share of pairs in which the higher one stands higher; ties count half."""
    wins = sum(1.0 if h > low else 0.5 if h == low else 0.0 for low, h in product(lower, higher))
    return wins / (len(lower) * len(higher))


def measure(bench: Bench) -> Iterator[Row]:
    scenarios = [e.id for e in catalog().scenarios()]
    jobs = [(s, q) for s in scenarios for q in ORDER]
    played = [p for found in in_processes(jobs, places) for p in found]
    pairs, ties, inverted, values = 0, 0, [], {}
    for scenario in scenarios:
        by = {q: [p for p in played if p.scenario == scenario and p.quality == q] for q in ORDER}
        for low, high in (("weak", "middling"), ("middling", "strong"), ("weak", "strong")):
            values[scenario, low, high] = auc([p.place for p in by[low]], [p.place for p in by[high]])
            for a, b in product(by[low], by[high]):
                if a.seed == b.seed:
                    pairs += 1
                    if not b.place > a.place:
                        ties += b.place == a.place
                        inverted.append((scenario, low, high, a.seed))
    yield Row(
        f"weak, middling, strong: {len(scenarios)} scenarios, {len(played)} meetings, {SEEDS} seeds",
        f"{pairs - len(inverted)} of {pairs} pairs ordered" + (f" ({ties} ties); not: {_named(inverted)}" if inverted else ""),
        "every pair ordered", not inverted,
    )  # fmt: skip
    mean, worst = sum(values.values()) / len(values), min(values, key=lambda k: values[k])
    yield Row("AUC over ladder step, stage, weighted met", f"{mean:.3f} over all pairs of qualities", "0.95", mean >= 0.95)
    told = f"{values[worst]:.3f} ({worst[0]}: {worst[1]} / {worst[2]})"
    yield Row("   the lowest of one scenario", told, "0.95", values[worst] >= 0.95)
    strong = [p for p in played if p.quality == "strong"]
    high = sum(p.place[0] >= LADDER.index("agrees") for p in strong)
    weak = sum(p.place[0] >= LADDER.index("agrees") for p in played if p.quality == "weak")
    yield Row("   strong / weak scripts that reach agrees", f"{high} of {len(strong)} / {weak}", "- (for judgement)", True)


def _named(inverted: Sequence[tuple[str, str, str, int]]) -> str:
    counted: dict[str, int] = {}
    for scenario, low, high, _ in inverted:
        name = f"{scenario} {low}/{high}"
        counted[name] = counted.get(name, 0) + 1
    return ", ".join(f"{name} {n} x" for name, n in counted.items())
