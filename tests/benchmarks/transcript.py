"""A meeting of 500 turns: from asking for it to its paint in the room, and a frame of scrolling."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, child, short, spread

RUNS = 3


def measure(bench: Bench) -> Iterator[Row]:
    runs = [child("transcript", bench.paths.home) for _ in range(RUNS)]
    first = spread([r["opened"][0] for r in runs], MS)
    again = spread([s for r in runs for s in r["opened"][1:]], MS)
    alone = spread([s for r in runs for s in r["alone"]], MS)
    told = f"{short(again.p50)} ms (max {short(again.max)}); with the room built first {short(first.p50)}"
    yield Row("meeting of 500 turns opened: asked to painted", told, "200 ms", again.p50 <= 200, "label a turn: 4,003 ms")
    yield Row("   the text view alone, its last lines", f"{alone} ms", "(for judgement)", True)
    whole = spread([s for r in runs for s in r["whole"]], MS)
    yield Row(f"   asked to {runs[0]['shown']} lines, those above put there bit by bit", f"{whole} ms", "(for judgement)", True)
    more = spread([s for r in runs for s in r["more"]], MS)
    yield Row("   100 earlier lines asked for, put above bit by bit", f"{more} ms", "(for judgement)", True)
    frames = spread([s for r in runs for s in r["frames"]], MS)
    yield Row(
        "meeting of 500 turns: scroll frame",
        f"{frames} ms, max {short(frames.max)}",
        "p99 16 ms",
        frames.p99 <= 16,
        "label a turn: p99 15 ms",
    )
