"""Does the stakeholder tell strong from weak? Every script of every built-in scenario, ten seeds each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from rehearse.conversation import LADDER
from rehearse.playtest import LEVELS, Played, auc, playtest
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, in_processes
from tests.core.play import catalog, setting

SEEDS = 10


def played(scenario: str) -> list[Played]:
    """Every script of a scenario with every seed."""
    return list(playtest(setting(scenario=scenario), SEEDS).played)


def measure(bench: Bench) -> Iterator[Row]:
    scenarios = [e.id for e in catalog().scenarios()]
    by = dict(zip(scenarios, in_processes([(s,) for s in scenarios], played), strict=True))
    few = [s for s in scenarios for level in LEVELS if len({p.script for p in by[s] if p.level == level}) < 2]
    pairs, ties, inverted, values = 0, 0, [], {}
    for scenario, found in by.items():
        of = {level: [p for p in found if p.level == level] for level in LEVELS}
        for high, low in (("middling", "weak"), ("strong", "middling"), ("strong", "weak")):
            values[scenario, low, high] = auc([p.place for p in of[low]], [p.place for p in of[high]])
            for a, b in product(of[low], of[high]):
                if a.seed == b.seed:
                    pairs += 1
                    if not b.place > a.place:
                        ties += b.place == a.place
                        inverted.append((scenario, low, high, a.seed))
    meetings = sum(len(found) for found in by.values())
    yield Row(
        f"weak, middling, strong: {len(scenarios)} scenarios, {meetings} meetings, {SEEDS} seeds",
        f"{pairs - len(inverted)} of {pairs} pairs ordered" + (f" ({ties} ties); not: {_named(inverted)}" if inverted else ""),
        "every pair ordered", not inverted and not few,
        f"fewer than two scripts a level: {', '.join(dict.fromkeys(few))}" if few else "",
    )  # fmt: skip
    mean, worst = sum(values.values()) / len(values), min(values, key=lambda k: values[k])
    yield Row("AUC over ladder step, stage, weighted met", f"{mean:.3f} over all pairs of qualities", "0.95", mean >= 0.95)
    told = f"{values[worst]:.3f} ({worst[0]}: {worst[1]} / {worst[2]})"
    yield Row("   the lowest of one scenario", told, "0.95", values[worst] >= 0.95)
    reached = {s: _share([p for p in found if p.level == "strong"]) for s, found in by.items()}
    strong = [p for found in by.values() for p in found if p.level == "strong"]
    least = min(reached, key=lambda s: reached[s])
    yield Row(
        "   strong scripts that commit, or reach the highest step the meeting allows",
        f"{sum(p.reached for p in strong)} of {len(strong)}; fewest {reached[least]:.0%} ({least})",
        "80 % in each", all(share >= 0.8 for share in reached.values()),
    )  # fmt: skip
    weak = [p for found in by.values() for p in found if p.level != "strong"]
    up = [p for p in weak if p.place[0] >= LADDER.index("agrees")]
    yield Row("   middling and weak ones that reach agrees", f"{len(up)} of {len(weak)}", "0", not up)


def _share(runs: Sequence[Played]) -> float:
    return sum(p.reached for p in runs) / len(runs) if runs else 0.0


def _named(inverted: Sequence[tuple[str, str, str, int]]) -> str:
    counted: dict[str, int] = {}
    for scenario, low, high, _ in inverted:
        name = f"{scenario} {low}/{high}"
        counted[name] = counted.get(name, 0) + 1
    return ", ".join(f"{name} {n} x" for name, n in counted.items())
