"""Home painted with a library of 10,000 rehearsals, against a bare PySide6 window, each in a fresh process, in turns."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, child, short, spread

ROUNDS = 9
NEVER = ("pydantic", "ruamel", "openai", "keyring", "httpx2")


def measure(bench: Bench) -> Iterator[Row]:
    home = str(bench.paths.home)
    child("bare")
    child("home", REHEARSE_HOME=home)  # warm: bytecode, the index of people, the file cache
    bare, ours = [], []
    for number in range(ROUNDS):
        for run in ("bare", "home") if number % 2 == 0 else ("home", "bare"):
            (bare if run == "bare" else ours).append(child(run, REHEARSE_HOME=home))
    floor = spread([r["painted"] - r["spawned"] for r in bare], MS)
    wall = spread([r["painted"] - r["spawned"] for r in ours], MS)
    floor_cpu, cpu = spread([r["cpu"] for r in bare], MS), spread([r["cpu"] for r in ours], MS)
    ratio = wall.p50 / floor.p50
    yield Row(
        "Home painted, 10,000 rehearsals: wall",
        f"{short(ratio)} x, {short(wall.p50)} ms",
        "1.5 x a bare window",
        ratio <= 1.5,
        f"bare window {short(floor.p50)} ms",
    )
    ratio = cpu.p50 / floor_cpu.p50
    yield Row(
        "Home painted: CPU", f"{short(ratio)} x, {short(cpu.p50)} ms", "2 x", ratio <= 2, f"bare window {short(floor_cpu.p50)} ms"
    )
    full = [r["full"] - r["spawned"] for r in ours if r["full"]]
    if full:
        whole = spread(full, MS)
        told = f"{short(whole.p50 / floor.p50)} x, {short(whole.p50)} ms; CPU {short(spread([r['full_cpu'] for r in ours]).p50 / spread([r['cpu'] for r in bare]).p50)} x"
        yield Row("   with people and meetings on it", told, "(for judgement)", True)
    else:
        yield Row("   with people and meetings on it", "people or meetings did not come within 5 s", "", None)
    imported = sorted({n for r in ours for n in r["imported"]})
    bad = [n for n in NEVER if n in imported]
    yield Row(
        "   imported before the first paint",
        ", ".join(imported) or "none of those looked for",
        f"none of {', '.join(NEVER)}",
        not bad,
    )
