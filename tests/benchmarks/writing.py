"""Writing in a form: a letter typed into the largest built-in files, and everything that is to be said about them looked up anew."""

from __future__ import annotations

import time
from collections.abc import Iterator

from rehearse.paths import built_in
from rehearse.writing.document import Document
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, Spread, short
from tests.core.play import catalog

LETTERS = 20
LOOK = 30.0
"""Milliseconds: what is said stands beside the field before anybody has taken the hand from the key."""
PUT = 5.0


def measure(bench: Bench) -> Iterator[Row]:
    files = sorted(
        (f for f in built_in().rglob("*.yaml") if f.parent.name not in ("registers", "concerns")),
        key=lambda file: file.stat().st_size,
    )
    largest = [file for kind in ("personas", "scenarios", "rubrics") for file in [f for f in files if f.parent.name == kind][-3:]]
    puts, looks = [], []
    for file in largest:
        document = Document.read(file)
        field = ("concerns", 0, "label") if document.kind == "persona" else ("title",)
        document.look(catalog())  # the first look reads the persona of a situation
        for number in range(LETTERS):
            begun = time.perf_counter()
            document.put(field, "A label"[: 1 + number % 7], typing=True)
            typed = time.perf_counter()
            document.copy().look(catalog())
            puts.append((typed - begun) * MS)
            looks.append((time.perf_counter() - typed) * MS)
    put, look = Spread(tuple(sorted(puts))), Spread(tuple(sorted(looks)))
    yield Row("a letter typed into a form, the file changed", f"{put} ms", f"p99 {short(PUT)} ms", put.p99 <= PUT)
    yield Row("everything said about the file, looked up anew", f"{look} ms", f"p50 {short(LOOK)} ms", look.p50 <= LOOK)
