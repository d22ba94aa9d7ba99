"""Takes in what is new in a team folder: by name, size and time, so that what was looked at once is not read again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rehearse import __version__
from rehearse.bundles import reading, strict, taking
from rehearse.bundles.folder import Seen, files
from rehearse.bundles.records import Assignment, Bundle, Feedback, folded
from rehearse.errors import InputProblem
from rehearse.library.bundles import Bundles
from rehearse.library.front import Library
from rehearse.library.handed import FolderFile, Given, Handed
from rehearse.paths import Paths

BATCH = 50  # files that are read, and then kept in one transaction
_NO_KEY = "It is sealed; there is no key here to try."
_NOT_TO_ME = "It is sealed to somebody else."
_ANSWERS = " It answers "
_NOT_NOW = "It could not be "  # read, or kept: no fault of the file, so it is tried again with each scan
_NEWER = f"It was made by a newer version of Rehearse than {__version__}."


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: by which name others call you, and the age identity that opens what was sealed to you. `everyone` takes in what
    is for others too. `has` are the ids of the submissions that are here: what another mentor writes on one of them stands beside
    your own marks, so it concerns you, whoever it is for."""

    name: str
    identity: str | None = None
    everyone: bool = False
    has: frozenset[str] = frozenset()

    @property
    def for_others(self) -> str:
        """What is said of a bundle that is not for you: with the name, so that another name looks again."""
        return f"It is not for {folded(self.name)}."

    def concerns(self, bundle: Bundle) -> bool:
        """Whether a bundle is for you, from you, for nobody by name, or on what you have."""
        if isinstance(bundle, Feedback) and bundle.submission in self.has:
            return True
        names = {folded(p.name) for p in bundle.to}
        return self.everyone or not names or folded(self.name) in {*names, folded(bundle.author.name)}


@dataclass(frozen=True, slots=True)
class Came:
    """A bundle that a scan took in: what it is, whom it is from, what it answers; `altered` since it was signed."""

    digest: str
    kind: Handed
    author: str
    about: str
    altered: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """How far a scan is: of `total` files that are new or changed, `done` were looked at, and `new` bundles taken in so far;
    `came` are those since it was told the last time."""

    done: int
    total: int
    new: int
    came: tuple[Came, ...] = field(default=(), compare=False)


async def scan(folder: Path, library: Library, paths: Paths, reader: Reader) -> AsyncIterator[Scanned]:
    """Look at every file that is new or has changed since, and take in what is for the reader. Tells how far it is.

    May be left early: what was taken in stays, the rest comes with the next scan. Files are read in a thread, and one that is
    refused is remembered with its sentence. Raises InputProblem where the folder cannot be read, StoreProblem as the library does.
    """
    key = str(folder.absolute())
    known, has = await library.ask_bundles(lambda bundles: (bundles.folder_files(key), bundles.submissions()))
    reader = replace(reader, has=has)
    there = await asyncio.to_thread(files, folder)
    todo = [s for s in there if not _looked_at(s, known.get(s.name), reader)]
    new = 0
    yield Scanned(0, len(todo), 0)
    for start in range(0, len(todo), BATCH):
        some = todo[start : start + BATCH]
        given, seen = await asyncio.to_thread(_read, folder, some, paths, reader)
        reader = replace(reader, has=reader.has.union(g.id for g in given if g.kind == "submission"))
        added = await library.change_bundles(_keep(key, given, seen))
        fresh = {g.digest: g for g in given if g.digest in added}  # a copy under another name is no second one
        came = tuple(Came(g.digest, g.kind, g.author, g.about, g.state == "altered") for g in fresh.values())
        new += len(came)
        yield Scanned(start + len(some), len(todo), new, came)


def is_fault(file: FolderFile) -> bool:
    """Whether a file was refused for what it is: not for whom it is for, nor for a seal or a version that may open later."""
    return not file.taken and not file.outcome.startswith(("It is not for ", "It is sealed", "It was made by a newer"))


def _keep(key: str, given: Sequence[Given], seen: Sequence[FolderFile]) -> Callable[[Bundles], frozenset[str]]:
    return lambda bundles: bundles.take_in_files(key, given, seen)


def _looked_at(now: Seen, then: FolderFile | None, reader: Reader) -> bool:
    """Whether a file is as it was when it was looked at, and nothing here has changed that would let more of it be read."""
    if then is None or (then.size, then.mtime_ns) != (now.size, now.mtime_ns):
        return False
    if then.taken:
        return True
    if then.outcome.startswith(_NOT_NOW):
        return False
    again = (
        (then.outcome == _NO_KEY and reader.identity is not None)
        or (then.outcome.startswith("It is not for ") and (reader.everyone or _concerns_now(then.outcome, reader)))
        or (then.outcome.startswith("It was made by a newer") and then.outcome != _NEWER)
    )
    return not again


def _concerns_now(outcome: str, reader: Reader) -> bool:
    """Whether what was not for the reader may be by now: another name asks, or what it answers is here."""
    whom, _, answers = outcome.partition(_ANSWERS)
    return whom != reader.for_others or answers in reader.has


def _read(folder: Path, some: Sequence[Seen], paths: Paths, reader: Reader) -> tuple[list[Given], list[FolderFile]]:
    given, seen = [], []
    for file in some:
        made: Given | None = None
        try:
            made = _one(folder / file.name, paths, reader)
            outcome = made.digest
        except InputProblem as problem:
            outcome = problem.sentence
        if made is not None:
            given.append(made)
        seen.append(FolderFile(file.name, file.size, file.mtime_ns, made is not None, outcome[:500]))
    return given, seen


def _one(file: Path, paths: Paths, reader: Reader) -> Given:
    """What one file brings. Raises InputProblem with the reason why it brings nothing."""
    try:
        raw = strict.read_data(file)
    except InputProblem as problem:
        _, found, why = problem.sentence.partition("cannot be opened: ")
        if found:
            raise InputProblem(f"{_NOT_NOW}read: {why}") from None
        raise
    opened = reading.read(raw, file.name)
    sealed = opened.sealed
    if sealed:
        if reader.identity is None:
            raise InputProblem(_NO_KEY)
        inner = reading.unsealed(opened, reader.identity)
        if inner is None:
            raise InputProblem(_NOT_TO_ME)
        opened = inner
    if opened.newer or opened.bundle is None:
        raise InputProblem(_NEWER)
    if not reader.concerns(opened.bundle):
        answers = f"{_ANSWERS}{opened.bundle.submission}" if isinstance(opened.bundle, Feedback) else ""
        raise InputProblem(f"{reader.for_others}{answers}")
    given = taking.given(opened, own=False, sealed=sealed)
    if isinstance(opened.bundle, Assignment) and given.state != "altered":
        try:
            taking.place(opened.bundle, paths)
        except InputProblem as problem:
            raise InputProblem(f"{_NOT_NOW}kept: {problem.sentence}") from None
    return given
