"""What every row needs: percentiles, taking turns, processes of their own, and the table."""

from __future__ import annotations

import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
CHILDREN = Path(__file__).resolve().parent / "children"
MS = 1000.0
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One line of the table. `ok` is None where nothing could be measured; `seen` then says why. `beside` is the floor or peer."""

    what: str
    seen: str
    figure: str
    ok: bool | None
    beside: str = ""


@dataclass(frozen=True)
class Spread:
    """A series of numbers in order."""

    values: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.values)

    @property
    def p99(self) -> float:
        """The nearest rank: of 100 numbers the largest but one, of fewer the largest."""
        return self.values[min(len(self.values) - 1, math.ceil(0.99 * len(self.values)) - 1)]

    @property
    def max(self) -> float:
        return self.values[-1]

    def __str__(self) -> str:
        return f"p50 {short(self.p50)}, p99 {short(self.p99)}"


def spread(values: Sequence[float], scale: float = 1.0) -> Spread:
    """Numbers, put in order and multiplied by `scale`. Raises ValueError for none."""
    if not values:
        raise ValueError("nothing was measured")
    return Spread(tuple(sorted(v * scale for v in values)))


def short(value: float) -> str:
    """A number with as many digits as it deserves."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def timed(work: Callable[[], object]) -> float:
    """Seconds that it took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turns(rounds: int, *works: Callable[[int], float]) -> list[list[float]]:
    """Each of these once a round, in an order that turns round each time, so that what else runs here meets them all alike."""
    found: list[list[float]] = [[] for _ in works]
    for number in range(rounds):
        order = list(enumerate(works))
        for at, work in order if number % 2 == 0 else reversed(order):
            found[at].append(work(number))
    return found


# ---- processes of their own


class ChildFailed(Exception):
    """A process of ours ended badly: the last of what it said."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a child: no display, no proxies or keys of the user, and bytecode is kept as in daily use."""
    kept = {
        n: v for n, v in os.environ.items() if not n.upper().endswith("_PROXY") and not n.startswith(("OPENAI_", "REHEARSE_"))
    }
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"} | more


def child(name: str, *arguments: object, timeout: float = 120.0, **env: str) -> dict[str, Any]:
    """Run `children/NAME.py` and return the JSON object on the last line that it prints, with `spawned`, the monotonic
    time just before it began. Raises ChildFailed."""
    command = [sys.executable, str(CHILDREN / f"{name}.py"), *map(str, arguments)]
    spawned = time.monotonic()
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment(**env), cwd=ROOT, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as late:
        told = late.stderr if isinstance(late.stderr, str) else (late.stderr or b"").decode("utf-8", "replace")
        raise ChildFailed(f"{name} took over {timeout:.0f} s. {told[-300:]}") from None
    lines = done.stdout.strip().splitlines()
    try:
        if done.returncode != 0 or not lines:
            raise ValueError
        return {**json.loads(lines[-1]), "spawned": spawned}
    except ValueError:
        told = " | ".join(done.stderr.strip().splitlines()[-2:])
        raise ChildFailed(f"{name} ended with {done.returncode}: {told[-300:]}") from None


def in_processes(jobs: Sequence[tuple[Any, ...]], work: Callable[..., T]) -> list[T]:
    """As many at a time as there are cores; they start anew, so that they stand alike on every system."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, *zip(*jobs, strict=True)))


# ---- the table


class Table:
    """Prints rows as they come, in columns that are as wide as the terminal allows."""

    _HEAD = ("what", "seen", "floor or peer", "figure", "")

    def __init__(self, width: int | None = None) -> None:
        width = max(120, min(190, width or shutil.get_terminal_size((170, 40)).columns))
        free = width - 6 - 4 * 2
        self._widths = [round(free * share) for share in (0.27, 0.30, 0.19, 0.24)] + [6]
        self.rows: list[Row] = []

    def head(self) -> None:
        self._line(self._HEAD)
        print("  ".join("-" * w for w in self._widths), flush=True)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        told = "not measured" if row.ok is None else "ok" if row.ok else "OVER"
        self._line((row.what, row.seen, row.beside, row.figure, "n/a" if told == "not measured" else told))

    def foot(self, seconds: float) -> None:
        ok, over = sum(r.ok is True for r in self.rows), [r.what for r in self.rows if r.ok is False]
        none = [r.what for r in self.rows if r.ok is None]
        print(
            f"\n{ok} of {len(self.rows)} figures reached, {len(over)} over, {len(none)} not measured; {seconds:.0f} s.",
            flush=True,
        )
        if over:
            print("Over: " + "; ".join(over) + ".", flush=True)

    def _line(self, cells: Sequence[str]) -> None:
        wrapped = [textwrap.wrap(c, w) or [""] for c, w in zip(cells, self._widths, strict=True)]
        for number in range(max(map(len, wrapped))):
            parts = [w[number] if number < len(w) else "" for w in wrapped]
            print("  ".join(p.ljust(w) for p, w in zip(parts, self._widths, strict=True)).rstrip(), flush=True)
