"""Meetings out of the library into files: one as text, or all of them into a folder."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

from rehearse.errors import InputProblem
from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.record import whole
from rehearse.library.front import Library
from rehearse.library.records import Rehearsal

Form = Literal["md", "json"]
PAGE = 200  # meetings that are asked for at once


def render(kept: Rehearsal, form: Form) -> str:
    """One meeting as text: Markdown, or the same object that the command line gives. Raises InputProblem where it has no lines."""
    data = whole(kept)
    return to_markdown(data) if form == "md" else json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary one, forced to disk, then put in place. Raises InputProblem.

    Where a link stands, the file that it leads to is written. A folder, a device or a pipe is left as it is, and said.
    """
    if os.path.isdir(path):
        raise InputProblem(f"{path}: this is a folder.", "Name a file in it.")
    if os.path.exists(path) and not os.path.isfile(path):
        raise InputProblem(f"{path}: this is not a plain file; it was left as it is.")
    path = Path(os.path.realpath(path)) if os.path.islink(path) else path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    except (OSError, ValueError) as fault:
        raise _unwritten(path, fault) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except (OSError, ValueError) as fault:
        Path(name).unlink(missing_ok=True)
        raise _unwritten(path, fault) from None


def _unwritten(path: Path, fault: OSError | ValueError) -> InputProblem:
    return InputProblem(f"{path}: it cannot be written ({(getattr(fault, 'strerror', None) or 'this is no path').lower()}).")


def file_name(id: str) -> str:
    """The id of a meeting as a file name, whatever somebody else put into it."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "_" for c in id)[:80]


async def export_all(library: Library, folder: Path, form: Form) -> AsyncIterator[Path]:
    """Write every meeting that has lines to `folder`, newest first, named by its id; gives each file once it is on disk.

    Rendering and writing happen in a thread. May be left early: the files given so far are whole. Raises InputProblem where
    a file cannot be written, StoreProblem where the library cannot be read.
    """
    before: int | None = None
    while True:
        page = await library.page(limit=PAGE, before=before)
        for row in page.rows:
            kept = await library.load(row.id)
            if kept.record.leaf is None or kept.record.leaf not in kept.tree:
                continue
            path = folder / f"{file_name(row.id)}.{form}"
            await asyncio.to_thread(_put, kept, form, path)
            yield path
        if page.next is None:
            return
        before = page.next


def _put(kept: Rehearsal, form: Form, path: Path) -> None:
    write(path, render(kept, form))
