"""Memory after a short meeting held in the app, against the bare window; each alone, in a fresh process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, child, short, spread
from tests.benchmarks.serving import model_settings, serving

ROUNDS = 2


def measure(bench: Bench) -> Iterator[Row]:
    home = bench.paths.home
    bare, offline, model = [], [], []
    for number in range(ROUNDS):
        bare.append(child("bare", "memory"))
        offline.append(child("memory", home))
        with serving("talk") as url:
            model.append(child("memory", model_settings(bench.empty(f"memory{number}"), url)))
    floor = spread([r["pss"] for r in bare])
    for runs, who in ((offline, "offline stakeholder"), (model, "model over loopback")):
        found = spread([r["met"] for r in runs])
        parts = f"at Home {short(spread([r['home'] for r in runs]).p50)}, with the review {_reviewed(runs)}"
        ratio = found.p50 / floor.p50
        yield Row(
            f"memory (PSS) after a meeting, {who}",
            f"{short(ratio)} x, {short(found.p50)} MiB; {parts}",
            "3 x a bare window",
            ratio <= 3,
            f"bare window {short(floor.p50)} MiB",
        )


def _reviewed(runs: list[dict[str, Any]]) -> str:
    found = [r["reviewed"] for r in runs if r["reviewed"] is not None]
    return short(spread(found).p50) if found else "not seen"
