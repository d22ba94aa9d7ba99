"""`rehearse check`: validate files; every fault, file:line: message; exit 1 on a fault, 0 on warnings."""

from __future__ import annotations

from pathlib import Path

from rehearse.cli.output import counted, show
from rehearse.cli.parts import catalog
from rehearse.errors import InputProblem


def check(files: tuple[Path, ...]) -> int:
    """Print every fault and warning of these files and folders. Returns the exit code."""
    try:
        faults = catalog().check(files)
    except OSError as unread:  # a name that no file can have
        why = (unread.strerror or "unknown reason").lower()
        raise InputProblem(f"{str(unread.filename)[:200]}: it cannot be read ({why}).") from None
    for fault in faults:
        show(" ".join(str(fault).split()))
    if any(not f.warning for f in faults):
        return 1
    show(f"No faults. {counted(len(faults), 'warning')}." if faults else "No faults.")
    return 0
