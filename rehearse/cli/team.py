"""`rehearse open FOLDER`: a team folder, brought up to date where it is a git checkout, and what is new in it taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from rehearse.cli.handing import me, own_keys
from rehearse.cli.output import complain, counted, show, show_json
from rehearse.cli.parts import opened
from rehearse.library.front import Library

SCANNED = "rehearse/scanned@1"


def open_folder(folder: Path, name: str | None, everyone: bool, as_json: bool) -> int:
    """Send what waits, bring what others sent, take in what is for you. Returns the exit code; being offline is no fault."""
    from rehearse.bundles.checkout import Checkout
    from rehearse.bundles.folder import READABLE
    from rehearse.bundles.scan import Reader, Scanned, scan

    with opened() as (runner, library, paths):
        who = me(name, paths)
        reader = Reader(who, runner.run(own_keys().opens()), everyone)
        checkout = Checkout.at(folder)
        synced = checkout.sync(who) if checkout else None
        last = Scanned(0, 0, 0)

        async def run() -> None:
            nonlocal last
            async for last in scan(folder, library, paths, reader):
                if sys.stderr.isatty() and not as_json and last.total:
                    print(f"\r{last.done:,} of {last.total:,}", end="", file=sys.stderr, flush=True)
            if sys.stderr.isatty() and not as_json and last.total:
                print(file=sys.stderr)

        runner.run(run())
        refused = runner.run(_refused(library, folder))
    problem = synced.problem if synced else ""
    if as_json:
        told: dict[str, Any] = {"looked": last.total, "new": last.new, "waiting": synced.waiting if synced else 0}
        show_json({"format": SCANNED, "folder": str(folder), **told, "problem": problem, "refused": refused})
    else:
        show(f"{counted(last.new, 'new bundle')}. {READABLE}")
        for one in refused:
            complain(f"{one['file']}: {one['why']}")
    if problem:
        complain(problem)
    return 1 if problem and synced and not synced.offline else 0


async def _refused(library: Library, folder: Path) -> list[dict[str, str]]:
    """The files that could not be taken in, with the reason; those that are for others are none of them."""
    from rehearse.bundles.scan import is_fault

    found = await library.ask_bundles(lambda bundles: bundles.folder_files(str(folder.absolute())))
    return [{"file": f.name, "why": f.outcome} for f in found.values() if is_fault(f)]
