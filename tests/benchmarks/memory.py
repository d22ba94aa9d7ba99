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
    # The largest of the runs: what is shared with strangers who run Qt just then counts by halves, and only makes it less.
    floor = spread([r["pss"] for r in bare]).max
    for runs, who in ((offline, "offline stakeholder"), (model, "model over loopback")):
        found = spread([r["met"] for r in runs]).max
        parts = f"at Home {short(spread([r['home'] for r in runs]).max)}, with the review {_reviewed(runs)}"
        ratio = found / floor
        yield Row(
            f"memory (PSS) after a meeting, {who}",
            f"{short(ratio)} x, {short(found)} MiB; {parts}",
            "3 x a bare window",
            ratio <= 3,
            f"bare window {short(floor)} MiB",
        )


def _reviewed(runs: list[dict[str, Any]]) -> str:
    found = [r["reviewed"] for r in runs if r["reviewed"] is not None]
    return short(spread(found).max) if found else "not seen"
