"""`rehearse check`: validate files and bundles; every fault, file:line: message; exit 1 on a fault, 0 on warnings."""

from __future__ import annotations

import os
from pathlib import Path

from rehearse.cli.output import counted, show
from rehearse.cli.parts import catalog
from rehearse.errors import Fault, InputProblem


def check(files: tuple[Path, ...]) -> int:
    """Print every fault and warning of these files and folders. Returns the exit code."""
    bundles = tuple(f for f in files if f.suffix.casefold() == ".rehearse" and not os.path.isdir(f))
    files = tuple(f for f in files if f not in bundles)
    try:
        faults = (catalog().check(files) if files else ()) + tuple(fault for file in bundles for fault in _bundle(file))
    except OSError as unread:  # a name that no file can have
        why = (unread.strerror or "unknown reason").lower()
        raise InputProblem(f"{str(unread.filename)[:200]}: it cannot be read ({why}).") from None
    for fault in faults:
        show(" ".join(str(fault).split()))
    if any(not f.warning for f in faults):
        return 1
    show(f"No faults. {counted(len(faults), 'warning')}." if faults else "No faults.")
    return 0


def _bundle(file: Path) -> list[Fault]:
    """What is to be said about a bundle: why it is refused, or what was done to its texts and what of it is not known."""
    from rehearse.bundles import reading, signing
    from rehearse.cli.handing import STANDING

    try:
        read = reading.read_file(file)
    except InputProblem as problem:
        return [Fault(str(file), 0, "", problem.sentence.removeprefix(f"{file.name}:").removeprefix(f"{file}:").strip())]
    said = [Fault(str(file), 0, "", note, warning=not read.newer) for note in read.notes]
    if signing.state(read.data) == "altered":
        said.append(Fault(str(file), 0, "signature", STANDING["altered"]))
    return said
