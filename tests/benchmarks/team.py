"""A team folder of 200 people with 50 submissions each: the first scan, the next ones, and what the desk asks for."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rehearse.bundles import making, progress, signing
from rehearse.bundles.folder import PLACES, name_of
from rehearse.bundles.scan import Reader, scan
from rehearse.catalog.catalog import Catalog
from rehearse.library.front import Library
from rehearse.paths import Paths, built_in
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, short, spread
from tests.faults.hostile_set import submission, take

PEOPLE, EACH, ASSIGNMENTS, LINES, ROUNDS = 200, 50, 10, 20, 10
WORDS = "We lose $50k a month because checkout goes down at peak, from the refund ledger. " * 2


def measure(bench: Bench) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="rehearse-team-") as folder:
        team, paths = Path(folder) / "team", Paths(Path(folder) / "home")
        size = _fill(team)
        library = Library.open(paths.library)
        try:
            yield from asyncio.run(_measured(team, paths, library, size))
        finally:
            library.close()


async def _measured(team: Path, paths: Paths, library: Library, size: int) -> list[Row]:
    reader = Reader("Dana Ruiz")

    async def looked() -> float:
        begun = time.perf_counter()
        async for _ in scan(team, library, paths, reader):
            pass
        return time.perf_counter() - begun

    first = await looked()
    again, desk = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        again.append(await looked())
        await library.ask_bundles(progress.states)
        await library.ask_bundles(lambda bundles: bundles.rows("submission"))
        desk.append(time.perf_counter() - begun)
    number = PEOPLE * EACH
    told = f"{first:.1f} s for {number:,} files of {size / 1000:.0f} KB, {first / number * 1000:.1f} ms each"
    scans, opened = spread(again, MS), spread(desk, MS)
    return [
        Row("team folder, first scan", told, "says how far it is", True),
        Row("team folder, scan where nothing is new", f"{scans} ms", "", None),
        Row("desk: scan, every assignment's state, all submissions", f"{opened} ms, max {short(opened.max)}", "500 ms", opened.max <= 500),
    ]  # fmt: skip


def _fill(team: Path) -> int:
    """The folder with everything in it; gives the size of a submission. Written without waiting for the disk."""
    for place in PLACES.values():
        (team / place).mkdir(parents=True)
    catalog = Catalog(Paths(team / "nobody"), built_in())
    ids = []
    for _ in range(ASSIGNMENTS):
        made = making.finished(making.assignment(catalog, "two-week-spike", "Dana Ruiz"), None).data
        ids.append(str(made["id"]))
        _write(team, "assignment", dict(made))
    held = take(*[WORDS] * LINES)
    size = 0
    for person in range(PEOPLE):
        key = signing.new_key()
        for number in range(EACH):
            data = submission(
                id=f"b_{person}_{number}", author={"name": f"Person {person}"}, to=[{"name": "Dana Ruiz"}],
                assignment=ids[number % ASSIGNMENTS], takes=[{**held, "rehearsal": f"r_{person}_{number}"}],
            )  # fmt: skip
            size = _write(team, "submission", signing.signed(data, key))
    return size


def _write(team: Path, kind: str, data: dict[str, object]) -> int:
    raw = json.dumps(data, indent=1).encode()
    (team / name_of(kind, str(data["made"]), raw)).write_bytes(raw)  # type: ignore[arg-type]
    return len(raw)
