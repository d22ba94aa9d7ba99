"""An own line committed to the large library, against fdatasync of 4 KiB beside it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from rehearse.conversation import RehearsalId, Source, Turn, TurnId
from rehearse.library import Store, new_id
from rehearse.library.lane import Lane
from tests.benchmarks.bench import Bench
from tests.benchmarks.big_library import held
from tests.benchmarks.measure import MS, Row, in_turns, short, spread, timed

ROUNDS, CALLS = 400, 3
LINE = "We lose forty orders a day, counted in the March report, and each hour of it costs about three thousand dollars. " * 4


class Floor:
    """What the disk itself takes: 4 KiB written over at a new place of a file that is there already, and forced to disk."""

    def __init__(self, path: Path, pages: int) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT)
        os.write(self._handle, bytes(4096 * pages))
        os.fsync(self._handle)
        self._sync = getattr(os, "fdatasync", os.fsync)

    def once(self, number: int) -> float:
        page = os.urandom(4096)
        begun = time.perf_counter()
        os.pwrite(self._handle, page, 4096 * number)
        self._sync(self._handle)
        return time.perf_counter() - begun

    def close(self) -> None:
        os.close(self._handle)


class Lines:
    """One meeting that grows by a line at a time: an own line (what stands before it is answered off the clock)."""

    def __init__(self, store: Store) -> None:
        meeting, _ = held()
        from rehearse.preparation import record_of

        self.store, self.id = store, RehearsalId(new_id("r"))
        self._parent = TurnId(new_id("t"))
        self._stance = next(t.stance for t in meeting.take if t.stance)
        root = Turn(self._parent, None, "stakeholder", "You have ten minutes.", at=0.0)
        store.create_rehearsal(record_of(meeting.setting, self.id), root)

    def once(self, number: int) -> float:
        """Seconds that a line takes. Off the clock: the reply, and what the writer tidies while somebody thinks."""
        taken = self.without_rest(number)
        while self.store.tidy():
            pass
        return taken

    def without_rest(self, number: int) -> float:
        """The same from one who never pauses: the index of words is merged by commits then, sixteen pieces at a time."""
        own = Turn(TurnId(new_id("t")), self._parent, "you", LINE, at=number * 2.0, by=Source("person"))
        begun = time.perf_counter()
        self.store.add_turn(self.id, own)
        taken = time.perf_counter() - begun
        reply = Turn(TurnId(new_id("t")), own.id, "stakeholder", "And where does the forty come from?", at=number * 2.0 + 1)
        self.store.add_turn(self.id, reply)
        self._parent = reply.id
        return taken


def beside_tidying(path: Path) -> list[float]:
    """Seconds of a line and its reply, asked of a writer's thread that rests for 1 ms only and then tidies: many wait for a step."""
    found, chance = [], random.Random(5)
    with closing(Lane("writer", lambda: Store.open(path), Store.tidy, rest=0.001)) as writer:
        lines = writer.submit(Lines).result()
        for number in range(ROUNDS):
            found.append(timed(writer.submit(partial(_line, lines, number)).result))
            time.sleep(chance.uniform(0.0005, 0.004))
    return found


def _line(lines: Lines, number: int, store: Store) -> None:
    lines.without_rest(number)


def measure(bench: Bench) -> Iterator[Row]:
    path = bench.paths.library
    ratios, commits, floors = [], [], []
    every: list[float] = []
    for call in range(CALLS):
        floor = Floor(bench.folder / f"floor{call}", ROUNDS + 20)
        with closing(Store.open(path)) as store:
            lines = Lines(store)
            for warm in range(20):
                floor.once(ROUNDS + warm)
                lines.once(warm)
            # Each line is written twice a round: the own one is timed, so floor and line meet the same disk.
            bare, ours = in_turns(ROUNDS, floor.once, lines.once)
        floor.close()
        ratios.append(spread(ours).p50 / spread(bare).p50)
        commits.append(spread(ours, MS))
        every += ours
        floors.append(spread(bare, MS))
    ratio = spread(ratios).p50
    p50 = spread([c.p50 for c in commits]).p50
    floor = spread([f.p50 for f in floors]).p50
    beside = f"fdatasync of 4 KiB p50 {short(floor)}, p99 {short(spread([f.p99 for f in floors]).p50)} ms"
    yield Row(
        "own line committed, 300,000 turns in the library",
        f"{short(ratio)} x, p50 {short(p50)} ms",
        "5 x fdatasync",
        ratio <= 5,
        beside,
    )
    yield _p99("own line committed, p99", every, beside)
    with closing(Store.open(path)) as store:
        lines = Lines(store)
        yield _p99("   without a rest between lines", [lines.without_rest(n) for n in range(CALLS * ROUNDS)])
    yield _p99("   line and reply, while the writer tidies", beside_tidying(path))


def _p99(what: str, seconds: list[float], beside: str = "") -> Row:
    all_ = spread(seconds, MS)
    told = f"{short(all_.p99)} ms, max {short(all_.max)}; {len(seconds):,} lines"
    return Row(what, told, "15 ms", all_.p99 <= 15, beside)
