"""`rehearse check`: validate files; every fault, file:line: message; exit 1 on a fault, 0 on warnings."""

from __future__ import annotations

from pathlib import Path

from rehearse.cli.output import show
from rehearse.cli.parts import catalog


def check(files: tuple[Path, ...]) -> int:
    faults = catalog().check(files)
    for fault in faults:
        show(str(fault))
    broken = sum(1 for f in faults if not f.warning)
    warnings = len(faults) - broken
    if broken:
        return 1
    if warnings:
        show(f"No faults. {warnings} {'warning' if warnings == 1 else 'warnings'}.")
    else:
        show("No faults.")
    return 0
