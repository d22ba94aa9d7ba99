"""Hosts contacted beside the one configured, through a start, a meeting with a model, its review, a search and Settings."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Row, child
from tests.benchmarks.serving import model_settings, serving


def measure(bench: Bench) -> Iterator[Row]:
    with serving("talk") as url:
        told = child("hosts", model_settings(bench.empty("hosts"), url))
    away, before = told["elsewhere"], told["before"]
    seen = f"{len(away)}" + (f": {', '.join(away)}" if away else f"; called {', '.join(told['called']) or 'nobody'}")
    yield Row("hosts contacted beside the one configured", seen, "0", not away, "PyGPT at start: 2")
    seen = f"{len(before)}" + (f": {', '.join(before)}" if before else "")
    yield Row("   before the first line was said", seen, "0", not before)
