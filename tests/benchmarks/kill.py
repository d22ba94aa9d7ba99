"""kill -9 at random moments and torn logs, with the harness of the tests, more often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, in_processes
from tests.faults.test_store_kill import kill_runs
from tests.faults.test_store_torn import torn_runs

KILLS, TEARS, PARTS = 200, 300, 4


def part(kind: str, folder: str, runs: int, seed: int) -> dict[str, Any]:
    """A share of the runs, on a library of its own."""
    place = Path(folder)
    return asdict(kill_runs(place / "library.db", runs, seed) if kind == "kill" else torn_runs(place, runs, seed))


def measure(bench: Bench) -> Iterator[Row]:
    jobs = [
        (kind, str(bench.empty(f"{kind}{n}")), runs // PARTS, 2026 + n)
        for kind, runs in (("kill", KILLS), ("torn", TEARS))
        for n in range(PARTS)
    ]
    found: list[dict[str, Any]] = in_processes(jobs, part)
    kills, tears = found[:PARTS], found[PARTS:]

    def total(parts: list[dict[str, Any]], name: str) -> int:
        return sum(p[name] for p in parts)

    lost, saves = total(kills, "lost_turns"), total(kills, "lost_drafts")
    odd = total(kills, "unmarked"), total(kills, "unsound")
    told = f"{lost} of {total(kills, 'turns'):,} turns, {saves} of {total(kills, 'drafts'):,} saves lost; {odd[0]} unmarked, {odd[1]} unsound"
    ok = lost + saves + sum(odd) == 0
    beside = "JSON in place: 76 of 80 stores gone"
    yield Row(f"kill -9 at a random moment, {total(kills, 'kills')} times", told, "nothing acknowledged lost", ok, beside)
    bad = {name: total(tears, name) for name in ("no_prefix", "half", "unsound")}
    left = f"{min(p['shortest'] for p in tears)} to {max(p['longest'] for p in tears)} turns left"
    told = f"{bad['no_prefix']} no prefix, {bad['half']} half, {bad['unsound']} unsound; {left}"
    yield Row(f"torn logs, {total(tears, 'runs')}", told, "whole transactions, from the first on", not any(bad.values()))
