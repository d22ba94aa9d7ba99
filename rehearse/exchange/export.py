"""Meetings out of the library into files: one, or all of them into a folder."""

from __future__ import annotations

import asyncio
import os
import tempfile
import unicodedata
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from rehearse.errors import InputProblem, Problem
from rehearse.exchange.forms import Form
from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.record import signed, whole
from rehearse.exchange.strictjson import json_text
from rehearse.exchange.webpage import to_html
from rehearse.library.front import Library
from rehearse.library.records import Rehearsal

Printer = Callable[[Mapping[str, Any]], bytes]
"""Makes a PDF of the object of a meeting. It is handed in: the core has no printer."""

PAGE = 200  # meetings that are asked for at once
_LONGEST_STEM = 80


def render(kept: Rehearsal, form: Form, printer: Printer | None = None) -> bytes:
    """One meeting as the bytes of a file. Raises InputProblem where it has no lines, or nothing here makes a PDF."""
    return render_object(whole(kept), form, printer)


def render_object(meeting: Mapping[str, Any], form: Form, printer: Printer | None = None) -> bytes:
    """The same for the object of a meeting, as the command line prints it."""
    if form == "pdf":
        if printer is None:
            raise InputProblem("There is nothing here that makes a PDF.", "Export it as html and print that.")
        return printer(meeting)
    text = to_markdown(meeting) if form == "md" else to_html(meeting) if form == "html" else json_text(meeting) + "\n"
    return text.encode("utf-8", "replace")


async def save(path: Path, kept: Rehearsal, form: Form, printer: Printer | None = None) -> None:
    """Write one meeting to a file, in a thread. Raises as `render` and `write` do."""
    await asyncio.to_thread(lambda: write(path, render(kept, form, printer)))


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: a temporary one, forced to disk, then put in place. Raises InputProblem.

    Where a link stands, the file that it leads to is written. A folder, a device or a pipe is left as it is, and said.
    """
    if os.path.isdir(path):
        raise InputProblem(f"{path}: this is a folder.", "Name a file in it.")
    if os.path.exists(path) and not os.path.isfile(path):
        raise InputProblem(f"{path}: this is not a plain file; it was left as it is.")
    _put(Path(os.path.realpath(path)) if os.path.islink(path) else path, content, os.replace)


def write_beside(folder: Path, stem: str, end: str, content: bytes) -> Path:
    """Write a file of this name into a folder; where there is one already it stays, and this one gets a number. Gives its path.

    Raises InputProblem where it cannot be written.
    """
    for number in count(1):
        path = folder / (f"{stem}.{end}" if number == 1 else f"{stem}-{number}.{end}")
        if os.path.lexists(path):
            continue
        try:
            _put(path, content, _place_new)
        except FileExistsError:  # somebody was quicker
            continue
        return path
    raise AssertionError


def _place_new(made: str, path: Path) -> None:
    """In its place where nothing stands. Raises FileExistsError."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with open(path, "xb"):
            pass
        os.replace(made, path)
    else:
        os.unlink(made)


def _put(path: Path, content: str | bytes, place: Callable[[str, Path], None]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    except (OSError, ValueError) as fault:
        raise _unwritten(path, fault) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        place(name, path)
    except (OSError, ValueError) as fault:
        Path(name).unlink(missing_ok=True)
        if isinstance(fault, FileExistsError) and place is _place_new:
            raise
        raise _unwritten(path, fault) from None


def _unwritten(path: Path, fault: OSError | ValueError) -> InputProblem:
    return InputProblem(f"{path}: it cannot be written ({(getattr(fault, 'strerror', None) or 'this is no path').lower()}).")


def file_name(id: str) -> str:
    """The id of a meeting as a file name, whatever somebody else put into it."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "_" for c in id)[:_LONGEST_STEM]


def stem_of(title: str, started: str, id: str) -> str:
    """What the file of a meeting is called: `2026-11-14-two-engineers-for-checkout`, on every file system. Ids are no names,
    but one stands in where there is no date."""
    try:
        first = f"{datetime.fromisoformat(started).astimezone():%Y-%m-%d}"
    except (ValueError, OverflowError, OSError):
        first = file_name(id)
    kept = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", title).casefold())
    stem = "-".join([first, *kept.split()])
    while len(stem.encode()) > _LONGEST_STEM:  # bytes are what file systems count
        stem = stem[:-1]
    return stem.strip("-")


async def export_all(
    library: Library,
    folder: Path,
    form: Form,
    printer: Printer | None = None,
    left_out: Callable[[str, Problem], None] | None = None,
    name: str = "",
) -> AsyncIterator[Path]:
    """Write every meeting that has lines to `folder`, newest first; gives each file once it is on disk. `name` signs what its owner
    marked without a name.

    Nothing that is there is written over. One that cannot be read is told to `left_out` and keeps the others not back; without
    that, those without lines are passed over. Rendering and writing happen in a thread. May be left early: the files given so far
    are whole. Raises InputProblem where a file cannot be written, StoreProblem where the library cannot be read.
    """
    before: int | None = None
    while True:
        page = await library.page(limit=PAGE, before=before)
        for row in page.rows:
            try:
                kept = signed(await library.load(row.id), name)
                if left_out is None and (kept.record.leaf is None or kept.record.leaf not in kept.tree):
                    continue
                content = await asyncio.to_thread(render, kept, form, printer)
            except Problem as problem:
                if left_out is None:
                    raise
                left_out(row.id, problem)
                continue
            stem = stem_of(row.title, row.started, row.id)
            yield await asyncio.to_thread(write_beside, folder, stem, form, content)
        if page.next is None:
            return
        before = page.next
