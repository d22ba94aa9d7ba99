"""Which files there are: built in and yours. Looks at names and sizes only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rehearse.catalog.entries import Kind, Origin
from rehearse.paths import Paths

SUFFIXES = (".yaml", ".yml")
MAX_FILES = 2_000
"""More files than this in one place is a mistake (a folder of something else); the rest is not looked at."""
MAX_DEPTH = 4

_KIND_OF_FOLDER: dict[str, Kind] = {
    "personas": "persona",
    "scenarios": "scenario",
    "rubrics": "rubric",
    "registers": "lines",
    "concerns": "concerns",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file by name. `kind` is what its folder makes of it, until the file itself says so."""

    path: Path
    kind: Kind
    origin: Origin


def search(paths: Paths, built_in: Path) -> tuple[Found, ...]:
    """All files of the catalog: built in first, then yours; within a folder by name. What was handed out is none of them."""
    found = [Found(path, kind_of(path, built_in), "built in") for path in walk(built_in)]
    for folder, kind in ((paths.personas, "persona"), (paths.scenarios, "scenario"), (paths.rubrics, "rubric")):
        found += [Found(path, _KIND_OF_FOLDER[f"{kind}s"], "yours") for path in walk(folder)]
    return tuple(found)


def walk(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and below, by name, hidden ones left out; nothing where there is no folder."""
    left = MAX_FILES
    for path in _walk(folder, MAX_DEPTH):
        if not left:
            return
        left -= 1
        yield path


def kind_of(path: Path, root: Path) -> Kind:
    """What the folders between `root` and the file make of it; a person where they say nothing."""
    for name in reversed(path.relative_to(root).parts[:-1]):
        if name in _KIND_OF_FOLDER:
            return _KIND_OF_FOLDER[name]
    return "persona"


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        with os.scandir(folder) as scan:
            inside = sorted(scan, key=lambda item: item.name)
    except OSError:
        return
    below = []
    for item in inside:
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            below.append(Path(item.path))
        elif item.name.lower().endswith(SUFFIXES):
            yield Path(item.path)
    for inner in below if depth > 1 else ():
        yield from _walk(inner, depth - 1)
