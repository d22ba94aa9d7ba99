"""`rehearse export`: a meeting, or all, as Markdown or JSON."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from rehearse.cli.output import complain, counted, json_text, show, show_json
from rehearse.cli.parts import Runner, opened
from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem, Problem
from rehearse.exchange.export import file_name, write
from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.record import whole
from rehearse.library.front import Library

_PAGE = 200


def export(id: str | None, everything: bool, form: str, out: Path | None) -> int:
    """Write one meeting to a file or to standard output, or every meeting into a folder. Returns the exit code."""
    if (id is None) == (not everything):
        raise click.UsageError("Name one meeting, or --all.")
    if everything and out is None:
        raise click.UsageError("--all needs --out, a folder.")
    with opened() as (runner, library, _):
        if id is not None:
            return _one(runner, library, runner.run(library.resolve(id)), form, out)
        assert out is not None
        return _all(runner, library, form, out)


def _one(runner: Runner, library: Library, id: RehearsalId, form: str, out: Path | None) -> int:
    data = whole(runner.run(library.load(id)))
    if out is None:
        if form == "json":
            show_json(data)
        else:
            sys.stdout.write(to_markdown(data))
        return 0
    target = out / f"{id}.{form}" if os.path.isdir(out) else out
    _write(target, to_markdown(data) if form == "md" else json_text(data) + "\n")
    show(f"Saved {target}.")
    return 0


def _all(runner: Runner, library: Library, form: str, out: Path) -> int:
    """One that cannot be read does not keep the others back; it is named, and the code says that not all was written."""
    if os.path.lexists(out) and not os.path.isdir(out):
        raise InputProblem(f"{out}: this is not a folder.")
    written, left = 0, 0
    before: int | None = None
    while True:
        page = runner.run(library.page(limit=_PAGE, before=before))
        for row in page.rows:
            try:
                data = whole(runner.run(library.load(row.id)))
            except Problem as problem:
                complain(f"Left out {row.id}: {problem}")
                left += 1
                continue
            _write(out / f"{file_name(row.id)}.{form}", to_markdown(data) if form == "md" else json_text(data) + "\n")
            written += 1
        before = page.next
        if before is None:
            break
    show(f"Saved {counted(written, 'meeting')} in {out}.")
    return 1 if left else 0


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe that is named here is meant, and takes the text."""
    if os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path):
        write(path, text)
        return
    try:
        with path.open("w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except BrokenPipeError:
        raise  # who reads it has enough: nothing to say
    except OSError as fault:
        raise InputProblem(f"{path}: it cannot be written ({(fault.strerror or 'unknown reason').lower()}).") from None
