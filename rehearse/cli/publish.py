"""`rehearse publish`: a person, situation or rubric as the next version, which never changes and can be assigned."""

from __future__ import annotations

from pathlib import Path

from rehearse.cli.output import complain, counted, show
from rehearse.cli.parts import catalog
from rehearse.paths import data_paths


def publish(file: Path) -> int:
    """Publish this file and say where it is. Warnings go to standard error. Returns the exit code; raises InputProblem for a fault."""
    from rehearse.writing.shelf import Shelf

    paths = data_paths()
    done = Shelf(paths, catalog(paths)).publish_file(file)
    for remark in done.warnings:
        field = ".".join(str(step) for step in remark.path)
        complain(f"{file}:{remark.line}: warning: {field}: {remark.message}")
    warned = f" {counted(len(done.warnings), 'warning')}." if done.warnings else ""
    show(f"Version {done.version.number} of {done.version.file.parent.name} is published: {done.file}.{warned}")
    return 0
