"""Files that somebody handed out: each assignment in a folder of its own, its situation, its person and its rubric beside each other.

They are in no list and answer to no id. Whoever hands something out chooses its ids, and may choose those of files that are here:
a rubric that wins by its id would judge every meeting, a person would sit in for another. So an assigned file is reached by its
file alone, and what it speaks of is looked for beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rehearse.catalog.entries import Kind
from rehearse.catalog.folders import kind_of, walk
from rehearse.catalog.source import read_bytes
from rehearse.errors import InputProblem


def folder_of(file: Path, assigned: Path) -> Path | None:
    """The folder of the assignment that a file belongs to; None for a file of one's own, or of the program."""
    root = os.path.realpath(assigned)
    inside = os.path.relpath(os.path.realpath(file.parent), root)
    first = inside.split(os.sep)[0]
    return None if first in (os.curdir, os.pardir) else Path(root, first)


def naming(assigned: Path, kind: Kind, id: str) -> Iterator[Path]:
    """The files of a kind that were handed out and have this id in them somewhere; whether it is theirs is not looked at."""
    wanted = id.encode("utf-8", "replace")
    for file in walk(assigned):
        if kind_of(file, assigned) == kind:
            with suppress(InputProblem):
                if wanted in read_bytes(file):
                    yield file


def beside(folder: Path, kind: Kind) -> Path | None:
    """The person or the rubric of the assignment in this folder; None where it brought none."""
    return next((file for file in walk(folder) if kind_of(file, folder) == kind and file.parent != folder), None)
