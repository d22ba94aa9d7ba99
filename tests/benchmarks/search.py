"""300,000 turns: the first page, and searches for the newest 50 lines with words of several kinds."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

from rehearse.library import Store
from tests.benchmarks.bench import Bench
from tests.benchmarks.big_library import COMMON, RARE, vocabulary
from tests.benchmarks.measure import MS, Row, in_turns, short, spread, timed

ROUNDS = 120


def kinds() -> dict[str, Callable[[int], str]]:
    """Words to search for, another one each round."""
    words = vocabulary()
    chance = random.Random(3)
    middling, tail = words[200:2_000], words[6_000:20_000]
    return {
        "common word": lambda n: COMMON[n % len(COMMON)],
        "middling word": lambda n: chance.choice(middling),
        "rare word": lambda n: chance.choice(tail) if n % 4 else RARE,
        "two words": lambda n: f"{chance.choice(words[30:400])} {chance.choice(middling)}",
        "phrase of common words": lambda n: f'"{COMMON[n % 10]} {COMMON[(n * 7 + 1) % 10]}"',
        "beginning of a word": lambda n: chance.choice(middling)[:3],
        "not there": lambda n: f"{chance.choice(tail)} {RARE}q",
    }


def measure(bench: Bench) -> Iterator[Row]:
    path = bench.paths.library
    with closing(Store.open(path, readonly=True)) as store:
        first = spread([_open_and_page(bench) for _ in range(20)], MS)
        yield Row("library opened and first page of 50", f"{first} ms, max {short(first.max)}", "20 ms", first.p99 <= 20)
        yield from _objections(store)
        named = kinds()
        found = in_turns(ROUNDS, *(_search(store, word) for word in named.values()))
        peer = spread([timed(lambda: _like(store.connection)) for _ in range(5)], MS)
        every = spread([s for series in found for s in series], MS)
        slowest = max(zip(named, found, strict=True), key=lambda pair: spread(pair[1]).p99)
        beside = f"LIKE '%rare%' p50 {short(peer.p50)} ms"
        told = f"{every} ms over {len(named)} kinds; slowest: {slowest[0]}"
        yield Row("search while typing, newest 50", told, "p99 50 ms", every.p99 <= 50, beside)
        for kind, series in zip(named, found, strict=True):
            each = spread(series, MS)
            yield Row(f"   {kind}", f"{each} ms, max {short(each.max)}", "p99 50 ms", each.p99 <= 50)


def _objections(store: Store) -> Iterator[Row]:
    """The objections of all meetings: a page, one of a person and a kind of which there are none, and all counted."""
    asked: dict[str, Callable[[], object]] = {
        "newest 50": store.objections,
        "newest 50 of a kind": lambda: store.objections(kind=store.objections(1)[0].objection.kind),
        "of nobody": lambda: store.objections(persona="nobody"),
        "counted by person, kind and status": store.count_objections,
    }
    whole = sum(c.count for c in store.count_objections())
    for (name, ask), most in zip(asked.items(), (20, 20, 150, 300), strict=True):
        each = spread([timed(ask) for _ in range(20)], MS)
        yield Row(f"{whole:,} objections: {name}", f"{each} ms, max {short(each.max)}", f"p99 {most} ms", each.p99 <= most)


def _open_and_page(bench: Bench) -> float:
    def work() -> None:
        with closing(Store.open(bench.paths.library, readonly=True)) as store:
            assert len(store.page(50).rows) == 50

    return timed(work)


def _search(store: Store, word: Callable[[int], str]) -> Callable[[int], float]:
    def once(number: int) -> float:
        given = word(number)
        return timed(lambda: store.search(given, 50))

    return once


def _like(db: sqlite3.Connection) -> None:
    db.execute("SELECT seq FROM turns WHERE text LIKE ? ORDER BY seq DESC LIMIT 50", (f"%{RARE}%",)).fetchall()
