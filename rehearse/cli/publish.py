"""`rehearse publish`: a person, situation or rubric as the next version, which never changes and can be assigned."""

from __future__ import annotations

from pathlib import Path

from rehearse.catalog.report import field_name
from rehearse.cli.output import complain, counted, show
from rehearse.cli.parts import catalog
from rehearse.errors import Fault, InputProblem
from rehearse.paths import data_paths


def publish(file: Path) -> int:
    """Publish this file and say where it is. Warnings go to standard error. Returns the exit code; raises InputProblem for a fault."""
    from rehearse.writing.shelf import Shelf

    paths = data_paths()
    try:
        done = Shelf(paths, catalog(paths)).publish_file(file)
    except InputProblem as problem:
        raise _with_place(problem, file) from None
    for remark in done.warnings:
        complain(str(Fault(str(file), remark.line, field_name(remark.path), remark.message, warning=True)))
    warned = f" {counted(len(done.warnings), 'warning')}." if done.warnings else ""
    show(f"Version {done.version.number} of {done.version.file.parent.name} is published: {done.file}.{warned}")
    return 0


def _with_place(problem: InputProblem, file: Path) -> InputProblem:
    """The problem with the place of its first fault, where it has some: beside a form that place is seen, here it is said."""
    faults = [fault for fault in problem.faults if not fault.warning]
    if not faults:
        return problem
    more = f"{len(faults) - 1} more: `rehearse check {file}` shows all." if len(faults) > 1 else ""
    return InputProblem(str(faults[0]), more, problem.faults)
