"""The longest waits of the UI thread, through everything that one does in the app, several times in fresh processes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, child, short, spread
from tests.benchmarks.serving import model_settings

RUNS = 2
NEVER = 150.0


def measure(bench: Bench) -> Iterator[Row]:
    phases: dict[str, list[float]] = {}
    missing: set[str] = set()
    for number in range(RUNS):
        told = child("waits", bench.paths.home)
        # Nobody listens there: the client is made ready all the same, and opens no connection.
        model = child("waits", model_settings(bench.empty(f"waits{number}"), "http://127.0.0.1:9/v1"), "model")
        for name, values in told["phases"].items():
            phases.setdefault(name, []).extend(values)
        phases.setdefault("start with a model: the client is imported", []).extend(model["phases"]["start, until all is ready"])
        missing.update(told["missing"])
    for group, figure, what in (
        ("typing", 16.0, "UI thread waits, while typing"),
        ("screen", 100.0, "UI thread waits, building a screen"),
        ("", 50.0, "UI thread waits, else"),
    ):
        mine = {
            n: v
            for n, v in phases.items()
            if (n.split(":")[0] == group if group else n.split(":")[0] not in ("typing", "screen"))
        }
        yield from _rows(what, mine, figure)
    for fault in sorted(missing):
        yield Row("   a screen that could not be opened", fault, "", None)


def _rows(what: str, phases: dict[str, list[float]], figure: float) -> Iterator[Row]:
    every = spread([v for values in phases.values() for v in values])
    within = every.p99 <= figure and every.max <= NEVER
    yield Row(what, f"p99 {short(every.p99)}, max {short(every.max)} ms", f"p99 {figure:.0f} ms, never over {NEVER:.0f}", within)
    for name, values in phases.items():
        found = spread(values)
        told = f"p50 {short(found.p50)}, p99 {short(found.p99)}, max {short(found.max)} ms"
        yield Row(f"   {name}", told, f"p99 {figure:.0f} ms", found.p99 <= figure and found.max <= NEVER)
