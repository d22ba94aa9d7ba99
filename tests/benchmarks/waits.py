"""The longest waits of the UI thread, through everything that one does in the app, several times in fresh processes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, child, short, spread
from tests.benchmarks.serving import model_settings

RUNS = 3
NEVER = 150.0
Run = dict[str, list[float]]  # waits in milliseconds, by what was done


def measure(bench: Bench) -> Iterator[Row]:
    runs: list[Run] = []
    missing: set[str] = set()
    floors = []
    for number in range(RUNS):
        floors.append(spread(child("bare", "beat")["waits"]))
        told = child("waits", bench.paths.home)
        # Nobody listens there: the client is made ready all the same, and opens no connection.
        model = child("waits", model_settings(bench.empty(f"waits{number}"), "http://127.0.0.1:9/v1"), "model")
        mine = dict(told["phases"])
        mine["start with a model: its client is imported"] = model["phases"]["start, until all is ready"]
        runs.append(mine)
        missing.update(told["missing"])
    beside = f"bare window, idle: p99 {short(spread([f.p99 for f in floors]).p50)}, max {short(max(f.max for f in floors))} ms"
    for group, figure, what in (
        ("typing", 16.0, "UI thread waits, while typing"),
        ("screen", 100.0, "UI thread waits, building a screen"),
        ("", 50.0, "UI thread waits, else"),
    ):
        yield from _rows(what, [_of(run, group) for run in runs], figure, beside)
    for fault in sorted(missing):
        yield Row("   a screen that could not be opened", fault, "", None)


def _of(run: Run, group: str) -> Run:
    named = ("typing", "screen")
    return {n: v for n, v in run.items() if (n.split(":")[0] == group if group else n.split(":")[0] not in named)}


def _rows(what: str, runs: list[Run], figure: float, beside: str) -> Iterator[Row]:
    """The whole group, then each part of it: medians of the runs' p99 and longest wait, since others use this machine too."""
    promised = f"p99 {figure:.0f} ms, never over {NEVER:.0f}"
    p99, longest = _middle([[v for values in run.values() for v in values] for run in runs])
    yield Row(what, f"p99 {short(p99)}, max {short(longest)} ms", promised, p99 <= figure and longest <= NEVER, beside)
    for name in dict.fromkeys(n for run in runs for n in run):
        p99, longest = _middle([run[name] for run in runs if run.get(name)])
        told = f"p99 {short(p99)}, max {short(longest)} ms" if p99 != longest else f"{short(longest)} ms"
        yield Row(f"   {name}", told, f"p99 {figure:.0f} ms", p99 <= figure and longest <= NEVER)


def _middle(runs: list[list[float]]) -> tuple[float, float]:
    each = [spread(values) for values in runs]
    return spread([e.p99 for e in each]).p50, spread([e.max for e in each]).p50
