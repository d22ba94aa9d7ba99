"""`python -m tests.benchmarks [NAME...]`: measure and print; exits 0 whatever is seen."""

from __future__ import annotations

import argparse
import compileall
import importlib
import os
import platform
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench import Bench, say
from tests.benchmarks.measure import ROOT, ChildFailed, Row, Table

# The order of DESIGN 11. Each is a module with `measure(bench)`, which gives rows.
FAMILIES = {
    "start": "Home painted with 10,000 rehearsals against a bare window, and what is imported for it",
    "memory": "memory after a meeting against a bare window",
    "waits": "longest waits of the UI thread",
    "chunks": "from the server's write to the paint",
    "first_chunk": "to the first chunk against a raw socket",
    "stop": "Stop in every state of a request",
    "commit": "an own line committed against fdatasync",
    "transcript": "a meeting of 500 turns: open, scroll",
    "search": "300,000 turns: first page, search",
    "team": "a team folder of 200 people with 50 submissions each",
    "writing": "a letter typed into a form, and what is said about the file",
    "offline": "the offline stakeholder's answer, the offline review",
    "kill": "kill -9 at random moments, torn logs",
    "scripts": "weak, middling and strong scripts",
    "voices": "how they speak offline",
    "pressure": "content-free pressure",
    "replies": "labelled replies by other hands",
    "judge": "the offline judge on marked meetings by other hands",
    "theirs": "lines of theirs that voice a worry, in meetings by other hands",
    "hosts": "hosts contacted",
    "installed": "size and number of distributions",
}

BUSY = 0.9  # processes that want to run, for each core; the benchmarks alone are about half of that


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(FAMILIES)}")
    given = parser.parse_args(arguments)
    unknown = [n for n in given.names if n not in FAMILIES]
    if unknown:
        parser.error(f"there is no row {', '.join(unknown)}; there are {', '.join(FAMILIES)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _warm_bytecode()
    begun, table = time.perf_counter(), Table()
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}, {os.cpu_count()} cores",
        end="",
    )
    print(f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "", flush=True)
    table.head()
    with tempfile.TemporaryDirectory(prefix="rehearse-bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder))
        for name in given.names or FAMILIES:
            if sys.stderr.isatty():
                say(FAMILIES[name])
            _run(name, bench, table)
    table.foot(time.perf_counter() - begun)
    if hasattr(os, "getloadavg") and os.getloadavg()[1] > BUSY * (os.cpu_count() or 1):
        print(
            f"The machine was busy (load {os.getloadavg()[1]:.1f}): waits and milliseconds are longer than they are; ratios hold."
        )
    return 0


def _run(name: str, bench: Bench, table: Table) -> None:
    begun = time.perf_counter()
    try:
        for row in importlib.import_module(f"tests.benchmarks.{name}").measure(bench):
            table.add(row)
    except ChildFailed as failed:
        table.add(Row(FAMILIES[name], str(failed), "", None))
    except Exception as fault:  # noqa: BLE001  (one row that cannot be measured must not hide the others)
        table.add(Row(FAMILIES[name], f"{type(fault).__name__}: {fault}", "", None))
    say(f"{name}: {time.perf_counter() - begun:.0f} s")


def _warm_bytecode() -> None:
    """Compile what children import, so that no run pays for it."""
    for folder in ("rehearse", "ui", "tests"):
        compileall.compile_dir(ROOT / folder, quiet=2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
