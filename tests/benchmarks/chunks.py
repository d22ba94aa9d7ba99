"""From the server's write of a chunk to its paint in the room, at 100 and 1,000 chunks a second, over loopback."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, child, short, spread
from tests.benchmarks.serving import model_settings, serving

SECONDS = 6
FIGURES = {100: 60.0, 1_000: 200.0}


def latencies(written: list[float], seen: list[list[float]]) -> list[float]:
    """Seconds from each write to the first flushed paint that had the chunk in it."""
    found, at = [], 0
    for number, time in seen:
        while at <= number and at < len(written):
            found.append(time - written[at])
            at += 1
    return found


def measure(bench: Bench) -> Iterator[Row]:
    for rate, figure in FIGURES.items():
        written: list[list[float]] = []
        with serving("stamps", rate, written) as url:
            home = model_settings(bench.empty(f"chunks{rate}"), url)
            told = child("chunks", home, SECONDS)
        found = spread(latencies(written[0], told["seen"]), MS)
        waits = spread(told["waits"])
        says = f"{found} ms, max {short(found.max)}; {len(found.values):,} chunks; UI wait p99 {short(waits.p99)}, max {short(waits.max)}"
        yield Row(
            f"write to paint, {rate:,} chunks a second",
            says,
            f"p99 {figure:.0f} ms",
            found.p99 <= figure,
            f"CPU {100 * told['cpu'] / SECONDS:.0f} %",
        )
