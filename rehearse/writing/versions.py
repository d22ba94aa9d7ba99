"""Published versions: one file each, never written over. Number, moment and content hash stand in its name, so that there is no
list beside the files that could say something else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rehearse.catalog.source import read_text
from rehearse.errors import InputProblem
from rehearse.making.keeping import write_new

_NAME = re.compile(r"([0-9]{4,6})-([0-9]{8}T[0-9]{6}Z)-([0-9a-f]{64})\.yaml")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Version:
    """A published version. `number` counts from 1, `published` is the moment in UTC, `hash` is that of what it says (the same for
    another layout or other remarks)."""

    number: int
    published: datetime
    hash: str
    file: Path

    def text(self) -> str:
        """The file. Raises InputProblem where it is gone, or says something else than it did when it was published."""
        text = read_text(self.file)
        if hash_of(text) != self.hash:
            raise InputProblem(f"Version {self.number} was changed after it was published.", f"It is {self.file}.")
        return text


def hash_of(text: str) -> str:
    """The hash of what a file says; nothing where it cannot be read."""
    from rehearse.catalog.loading import content_hash
    from rehearse.catalog.report import Report
    from rehearse.catalog.yaml import parse

    data = parse(text, Report(""))
    return "" if data is None else content_hash(data)


def versions(folder: Path) -> tuple[Version, ...]:
    """The versions in a folder, oldest first; nothing where there is no folder. What is no version is passed over."""
    found = []
    with suppress(OSError), os.scandir(folder) as scan:
        for item in scan:
            name = _NAME.fullmatch(item.name)
            if name and item.is_file(follow_symlinks=False):
                with suppress(ValueError):  # the thirtieth of February
                    moment = datetime.strptime(name[2], _STAMP).replace(tzinfo=UTC)
                    found.append(Version(int(name[1]), moment, name[3], Path(item.path)))
    return tuple(sorted(found, key=lambda version: (version.number, version.file.name)))


def write(folder: Path, text: str, now: Callable[[], datetime]) -> Version:
    """One more version; it is on disk, and read only, when this returns. Raises OSError."""
    hash = hash_of(text)
    with _number(folder) as number:
        moment = now().astimezone(UTC).replace(microsecond=0)
        file = folder / f"{number:04}-{moment:{_STAMP}}-{hash}.yaml"
        write_new(file, text.encode("utf-8"))
        with suppress(OSError):
            os.chmod(file, stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    return Version(number, moment, hash, file)


@contextmanager
def _number(folder: Path) -> Iterator[int]:
    """The next number, which no other program takes meanwhile: whoever made the file of that number has it. One that was left behind
    by a program that was ended there costs its number and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    least = 1
    while True:
        number = max(least, max((version.number for version in versions(folder)), default=0) + 1)
        taken = folder / f".{number:04}.taken"
        try:
            os.close(os.open(taken, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            least = number + 1
            continue
        try:
            if any(version.number >= number for version in versions(folder)):  # it was given away between the two looks
                continue
            yield number
            return
        finally:
            with suppress(OSError):
                os.unlink(taken)


def hash_of_file(file: Path) -> str:
    """The hash of what a file says; nothing where it cannot be read."""
    with suppress(InputProblem):
        return hash_of(read_text(file))
    return ""


def differs(version: Version, text: str) -> bool:
    """Whether a version stands in other letters than this text: another layout or other remarks are a version too."""
    try:
        return version.text() != text
    except InputProblem:
        return True
