"""A team folder: one file for each bundle, under a name that no other can have, never written again. No accounts, no server.

Everyone with access to the folder can read what is in it, but for what is sealed. A name tells when and is made of what is in
the file: the same file twice has one name, two files never have the same, so that no two people ever write to one place.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.bundles.records import SUFFIX, Kind
from rehearse.catalog.source import read_bytes
from rehearse.errors import InputProblem
from rehearse.exchange.export import write
from rehearse.making.keeping import write_new, write_over

if TYPE_CHECKING:
    from rehearse.bundles.reading import Opened

PLACES: dict[str, str] = {"assignment": "assignments", "submission": "submissions", "feedback": "feedback", "sealed": "sealed"}
"""The folder in the team folder for each kind; what is sealed shows no kind."""
READABLE = "Everyone with access to this folder can read what is in it, but for what is sealed."
MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of a team folder, by its name from there on (with `/`), as the folder shows it. Times in nanoseconds."""

    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class TeamFolder:
    """A team folder as a place to write to, where a file could be named too."""

    path: Path


def write_to(where: Path | TeamFolder, opened: Opened, raw: bytes, sealed: bool = False) -> Path:
    """Write the file of a bundle: as the file that is named, or into a team folder under a name of its own. Where it is now.

    Raises InputProblem."""
    if isinstance(where, TeamFolder):
        assert opened.bundle is not None
        return put(where.path, name_of(opened.bundle.kind, opened.bundle.made, raw, sealed), raw)
    write(where, raw)
    return where


def name_of(kind: Kind, made: str, raw: bytes, sealed: bool = False) -> str:
    """What the file of a bundle is called in a team folder, with the folder that it stands in."""
    digest = hashlib.sha256(raw).hexdigest()[:32]
    if sealed:  # a seal is other bytes each time, so it tells nothing of what is in it
        return f"{PLACES['sealed']}/{digest}{SUFFIX}"
    return f"{PLACES[kind]}/{re.sub(r'[^0-9]', '', made)[:14] or '0'}-{digest}{SUFFIX}"


def put(folder: Path, name: str, raw: bytes) -> Path:
    """Write the file of a bundle; where it is there already, it stays. It is on disk when this returns. Raises InputProblem."""
    check(folder)
    file = folder / name
    try:
        if file.parent.is_symlink():
            raise InputProblem(f"{file.parent.name} in the team folder is a link, and nothing is written through it.")
        try:
            write_new(file, raw)
        except FileExistsError:  # the very same: its name says so; unless writing it was cut short
            if _is_part(file, raw):
                write_over(file, raw, lambda: _is_part(file, raw))
    except OSError as fault:
        why = (fault.strerror or "unknown reason").lower()
        raise InputProblem(
            f"{folder}: the team folder cannot be written ({why}).", "Is it there, and may you write to it?"
        ) from None
    return file


def _is_part(file: Path, raw: bytes) -> bool:
    """Whether a file holds but the beginning of these bytes: on a disk without links it is written in its place, and a program that is
    ended there leaves it so."""
    with suppress(InputProblem):
        there = read_bytes(file, len(raw))
        return len(there) < len(raw) and raw.startswith(there)
    return False


def check(folder: Path) -> None:
    """Raises InputProblem where the team folder is not there: it is never made, as a drive that is away would look like that."""
    if not folder.is_dir():
        raise InputProblem(f"{folder}: the team folder is not there.", "Is its drive connected, or its folder renamed?")


def files(folder: Path) -> tuple[Seen, ...]:
    """Every bundle file in the folder and in its places, by name. Looks at names and sizes only. Raises InputProblem."""
    check(folder)
    found: list[Seen] = []
    for place in ("", *PLACES.values()):
        for one in _inside(folder, place):
            found.append(one)
            if len(found) > MOST_FILES:
                raise InputProblem(f"{folder}: the team folder holds more than {MOST_FILES:,} bundles.", "Begin a new one.")
    return tuple(found)


def _inside(folder: Path, place: str) -> Iterator[Seen]:
    inside = folder / place if place else folder
    if place and inside.is_symlink():
        return
    try:
        with os.scandir(inside) as scan:
            for item in scan:
                if item.name.startswith(".") or not item.name.lower().endswith(SUFFIX):
                    continue
                try:
                    info = item.stat(follow_symlinks=False)
                except FileNotFoundError:  # it went while we looked, as the half files of those who copy do
                    continue
                if item.is_file(follow_symlinks=False):
                    yield Seen(f"{place}/{item.name}" if place else item.name, info.st_size, info.st_mtime_ns)
    except FileNotFoundError:
        return
    except OSError as fault:
        raise InputProblem(f"{inside}: it cannot be read ({(fault.strerror or 'unknown reason').lower()}).") from None
