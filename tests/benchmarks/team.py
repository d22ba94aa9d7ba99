"""A team folder of 200 people with 50 submissions each: the first look in the app, the next ones, and the mentor's desk painted."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rehearse.bundles import making, signing
from rehearse.bundles.folder import PLACES, name_of
from rehearse.bundles.scan import Reader, scan
from rehearse.catalog.catalog import Catalog
from rehearse.library.front import Library
from rehearse.paths import Paths, built_in
from rehearse.settings import Settings, save
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import MS, Row, child, short, spread
from tests.faults.hostile_set import submission, take

PEOPLE, EACH, ASSIGNMENTS, LINES, ROUNDS, OPENINGS = 200, 50, 10, 20, 10, 3
WORDS = "We lose $50k a month because checkout goes down at peak, from the refund ledger. " * 2


def measure(bench: Bench) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="rehearse-team-") as folder:
        team, paths = Path(folder) / "team", Paths(Path(folder) / "home")
        size = _fill(team)
        save(paths.settings, Settings(signs_as="Dana Ruiz", team_folder=str(team)))
        look = child("team", paths.home, "look", timeout=900)
        number, seconds = look["files"], look["seconds"]
        waits = spread(look["waits"])
        told = f"{seconds:.1f} s for {number:,} files of {size / 1000:.0f} KB, {seconds / number * 1000:.1f} ms each"
        yield Row("team folder, first look", told, "says how far it is", look["told"] > 10, f"said {look['told']:,} times")
        yield Row("   longest waits of the UI thread meanwhile", f"{waits} ms, max {short(waits.max)}", "", None)
        library = Library.open(paths.library)
        try:
            again = spread(asyncio.run(_again(team, paths, library)), MS)
        finally:
            library.close()
        yield Row("team folder, scan where nothing is new", f"{again} ms", "", None)
        opened = [child("team", paths.home, "open") for _ in range(OPENINGS)]
        first, later = spread([o["first"] for o in opened], MS), spread([s for o in opened for s in o["again"]], MS)
        told = f"max {short(first.max)} ms; again p50 {short(later.p50)}, max {short(later.max)} ms"
        what = f"Mentor's desk painted, {opened[0]['count']:,} submissions"
        yield Row(what, told, "500 ms", max(first.max, later.max) <= 500, "first in a process; again")


async def _again(team: Path, paths: Paths, library: Library) -> list[float]:
    reader = Reader("Dana Ruiz")
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        async for _ in scan(team, library, paths, reader):
            pass
        took.append(time.perf_counter() - begun)
    return took


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
