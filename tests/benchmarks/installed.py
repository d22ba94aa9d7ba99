"""How much is installed to run it: the closure of what `rehearse` needs, without the developer's tools."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import ROOT, Row


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(name: str) -> dict[str, Distribution]:
    """The distribution and all that it needs here, extras followed where a requirement asks for them."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(name, "")]
    while waiting:
        wanted, extra = waiting.pop()
        if (normal(wanted), extra) in seen:
            continue
        seen.add((normal(wanted), extra))
        try:
            found[normal(wanted)] = made = distribution(wanted)
        except PackageNotFoundError:
            continue
        for line in made.requires or ():
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": extra}):
                waiting += [(need.name, e) for e in ("", *need.extras)]
    return found


def size_of(made: Distribution) -> int:
    """Bytes of its files, with the bytecode that running makes of them."""
    total = 0
    for file in {Path(str(made.locate_file(f))).resolve() for f in made.files or ()}:
        if file.suffix == ".py" and not file.name.startswith("."):
            total += sum(p.stat().st_size for p in (file.parent / "__pycache__").glob(f"{file.stem}.cpython-*.pyc"))
        if file.suffix != ".pyc" and file.is_file():
            total += file.stat().st_size
    return total


def ours() -> int:
    """Bytes of the program itself, which is installed editable here: code, bytecode, people, pictures."""
    return sum(p.stat().st_size for top in ("rehearse", "ui", "personas") for p in (ROOT / top).rglob("*") if p.is_file())


def measure(bench: Bench) -> Iterator[Row]:
    found = closure("rehearse")
    sizes = {name: size_of(made) for name, made in found.items() if name != "rehearse"} | {"rehearse": ours()}
    whole = sum(sizes.values()) / 1e6
    largest = ", ".join(f"{n} {s / 1e6:.0f}" for n, s in sorted(sizes.items(), key=lambda p: -p[1])[:4])
    yield Row("installed, size", f"{whole:.0f} MB: {largest}", "350 MB", whole <= 350, "PyGPT 2,785 MB")
    yield Row("installed, distributions", str(len(found)), "40", len(found) <= 40, "PyGPT 374")
