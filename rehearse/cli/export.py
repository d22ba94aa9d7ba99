"""`rehearse export`: a meeting, or all, as Markdown, web page, JSON or PDF."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from rehearse import settings
from rehearse.cli.app import find_part
from rehearse.cli.output import complain, counted, plain, show, show_json
from rehearse.cli.parts import Runner, opened
from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem, Problem
from rehearse.exchange.export import Printer, export_all, render, stem_of, write, write_beside
from rehearse.exchange.forms import Form
from rehearse.exchange.record import signed, whole
from rehearse.library.front import Library


def export(id: str | None, everything: bool, form: Form, out: Path | None) -> int:
    """Write one meeting to a file or to standard output, or every meeting into a folder. Returns the exit code."""
    if (id is None) == (not everything):
        raise click.UsageError("Name one meeting, or --all.")
    if everything and out is None:
        raise click.UsageError("--all needs --out, a folder.")
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise click.UsageError("A PDF is no text for a terminal: --out names a file.")
    printer = _printer() if form == "pdf" else None
    with opened() as (runner, library, paths):
        name = settings.load(paths.settings)[0].signs_as
        if id is not None:
            return _one(runner, library, runner.run(library.resolve(id)), form, out, printer, name)
        assert out is not None
        return _all(runner, library, form, out, printer, name)


def _printer() -> Printer:
    """What makes a PDF: a part of the app, found by its name. Raises InputProblem where it is not there."""
    hint = "Export it as html and print that."
    try:
        found = find_part("pdf")
    except ImportError:
        raise InputProblem("The window system's libraries do not load, and the PDF needs them.", hint) from None
    if found is None:
        raise InputProblem("The part that makes a PDF is not installed here.", hint)
    printer: Printer = found()
    return printer


def _one(
    runner: Runner, library: Library, id: RehearsalId, form: Form, out: Path | None, printer: Printer | None, name: str
) -> int:
    kept = signed(runner.run(library.load(id)), name)
    if out is None:
        if form == "json":
            show_json(whole(kept))
        elif form == "pdf":
            sys.stdout.buffer.write(render(kept, form, printer))
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(plain(render(kept, form).decode()))
        return 0
    content = render(kept, form, printer)
    if os.path.isdir(out):
        out = write_beside(out, stem_of(kept.record.title, kept.record.started, id), form, content)
    else:
        _write(out, content)
    show(f"Saved {out}.")
    return 0


def _all(runner: Runner, library: Library, form: Form, out: Path, printer: Printer | None, name: str) -> int:
    """One that cannot be read does not keep the others back; it is named, and the code says that not all was written."""
    if os.path.lexists(out) and not os.path.isdir(out):
        raise InputProblem(f"{out}: this is not a folder.")
    left: list[str] = []

    def left_out(id: str, problem: Problem) -> None:
        complain(f"Left out {id}: {problem}")
        left.append(id)

    async def written() -> int:
        return len([path async for path in export_all(library, out, form, printer, left_out, name)])

    show(f"Saved {counted(runner.run(written()), 'meeting')} in {out}.")
    return 1 if left else 0


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a device or a pipe that is named here is meant, and takes it."""
    if os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path):
        write(path, content)
        return
    try:
        with path.open("wb") as file:
            file.write(content)
    except BrokenPipeError:
        raise  # who reads it has enough: nothing to say
    except OSError as fault:
        raise InputProblem(f"{path}: it cannot be written ({(fault.strerror or 'unknown reason').lower()}).") from None
