"""One run of the benchmarks: a folder of its own, and the large library, built when the first row asks for it."""

from __future__ import annotations

import sys
import time
from functools import cached_property
from pathlib import Path

from rehearse.paths import Paths


class Bench:
    """What the rows share. `folder` is new and goes when the run ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def paths(self) -> Paths:
        """A data folder whose library holds 10,000 rehearsals of 30 turns, and one of 500."""
        from tests.benchmarks.big_library import add_long, build

        begun = time.perf_counter()
        paths = Paths(self.folder / "home")
        build(paths.library)
        add_long(paths.library)
        size = paths.library.stat().st_size / 2**20
        say(f"built a library of 10,000 rehearsals and 300,000 turns: {size:,.0f} MiB, {time.perf_counter() - begun:.0f} s")
        return paths

    def empty(self, name: str) -> Path:
        """A new folder."""
        folder = self.folder / name
        folder.mkdir(parents=True)
        return folder


def say(sentence: str) -> None:
    """Progress, beside the table."""
    sys.stderr.write(f"  .. {sentence}\n")
    sys.stderr.flush()
