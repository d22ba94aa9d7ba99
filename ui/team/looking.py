"""One look at a team folder: what waits is sent, what others sent is fetched, and what is new and for you is taken in.

Nothing here knows a widget; all that touches the folder runs in a thread. The command line does the same (`rehearse open FOLDER`).
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.engine import in_thread

if TYPE_CHECKING:
    from rehearse.bundles.checkout import Checkout
    from rehearse.bundles.scan import Came, Scanned
    from rehearse.library.bundles import Bundles
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Left:
    """A file of the folder that was left alone, and why: a sentence."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """How git fared: `waiting` bundles are here and not with the others yet; `problem` is a sentence, empty where all went well."""

    waiting: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Far:
    """How far a scan is. `news` are what came since the last and is for you: assignments, and feedback on what you sent."""

    done: int
    total: int
    came: tuple[Came, ...] = ()
    news: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """A look that went to its end. `places` are what can be watched; `writable` is whether something can be put there; `marked`
    whether it looks like a git checkout."""

    at: str
    left: tuple[Left, ...]
    places: tuple[str, ...]
    writable: bool
    marked: bool


async def look(
    desk: Desk, folder: Path, checkout: Callable[[], Checkout], *, sync: bool
) -> AsyncIterator[Fetched | Far | Looked]:
    """Tells how it goes. May be left early: what was taken in stays, the rest comes with the next look.

    `checkout` gives the checkout where git is to be used, in a thread; `sync` goes to its server too. Raises InputProblem where the
    folder cannot be read, StoreProblem as the library does.
    """
    from rehearse.bundles import folder as folders
    from rehearse.bundles.keyring import OwnKeys
    from rehearse.bundles.scan import Reader, scan

    name = " ".join(desk.settings.signs_as.split())
    await in_thread(folders.check, folder)
    if sync:
        yield await in_thread(_fetched, checkout, name)
    library = await desk.library()
    reader = Reader(name, await OwnKeys(desk.keys).opens())
    async with aclosing(scan(folder, library, desk.paths, reader)) as steps:  # type: ignore[type-var]
        async for step in steps:
            yield await _far(desk, step)
    left = await library.ask_bundles(lambda bundles: _left(bundles, str(folder.absolute())))
    yield await in_thread(_looked, folder, left)


def _fetched(checkout: Callable[[], Checkout], name: str) -> Fetched:
    from rehearse.bundles.checkout import KEPT

    found = checkout()
    trouble = found.trouble()
    if trouble:
        return Fetched(0, f"{trouble} What is in it is read all the same.")
    synced = found.sync(name)
    return Fetched(synced.files, synced.problem.removesuffix(KEPT).strip())  # how much waits is said beside it


async def _far(desk: Desk, step: Scanned) -> Far:
    answers = {c.about for c in step.came if c.kind == "feedback"}
    mine: frozenset[str] = frozenset()
    if answers:

        def own(bundles: Bundles) -> frozenset[str]:
            """What was sent from here for something that is assigned here: there it stands that it was answered."""
            sent = [r for id in answers for r in bundles.rows("submission", id=id) if r.own and r.about]
            return frozenset(r.id for r in sent if bundles.rows("assignment", id=r.about))

        mine = await (await desk.library()).ask_bundles(own)
    fine = [c for c in step.came if not c.altered]  # what was altered says so where it stands, and there is nothing to accept
    news = tuple(c for c in fine if c.kind == "assignment" or (c.kind == "feedback" and c.about in mine))
    return Far(step.done, step.total, step.came, news)


def _left(bundles: Bundles, folder: str) -> tuple[Left, ...]:
    from rehearse.bundles.scan import is_fault

    return tuple(Left(f.name, f.outcome) for f in bundles.folder_files(folder).values() if is_fault(f))


def _looked(folder: Path, left: tuple[Left, ...]) -> Looked:
    """How the folder is now; of what was left alone what is there still."""
    from rehearse.bundles.checkout import marked
    from rehearse.bundles.folder import PLACES

    parts = [p for p in (folder, *(folder / place for place in PLACES.values())) if p.is_dir() and not p.is_symlink()]
    writable = all(os.access(part, os.W_OK | os.X_OK) for part in parts)
    here = tuple(one for one in left if (folder / one.name).is_file())
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Looked(at, here, tuple(str(part) for part in parts), writable, marked(folder))
