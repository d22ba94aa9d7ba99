"""The published side of the shelf: which versions there are, what is in use, and how a text becomes the next version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rehearse.catalog import Catalog, Entry
from rehearse.catalog.source import read_text
from rehearse.errors import InputProblem
from rehearse.making.keeping import write_new, write_over
from rehearse.making.slugs import free
from rehearse.paths import Paths
from rehearse.writing.document import Remark
from rehearse.writing.drafts import FOLDERS, digest, digest_of, is_key
from rehearse.writing.versions import Version, differs, hash_of, hash_of_file, versions, write


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing: the version, the file where the catalog finds it, and what was warned of."""

    version: Version
    file: Path
    warnings: tuple[Remark, ...] = ()


class Press:
    """Versions in one data folder, and the files in use that they become. `now` tells the moment of a version."""

    def __init__(self, paths: Paths, catalog: Catalog, now: Callable[[], datetime]) -> None:
        self._paths = paths
        self._catalog = catalog
        self._now = now

    def versions(self, kind: str, id: str) -> tuple[Version, ...]:
        """The versions that were published, oldest first."""
        return versions(self._folder(kind, id)) if is_key(id) else ()

    def version(self, kind: str, id: str, number: int) -> Version:
        """The version of this number. Raises InputProblem where there is none."""
        for version in self.versions(kind, id):
            if version.number == number:
                return version
        raise InputProblem(f"There is no version {number} of “{id}”.")

    def publish(self, kind: str, id: str, text: str) -> Published:
        """This text as the next version, and in use. Where it is the newest version already, what is missing is done. Raises
        OSError, and InputProblem where another program is quicker."""
        folder, there = self._folder(kind, id), self.versions(kind, id)
        own = self.own(kind, id)
        now = digest_of(own) if own is not None else ""  # before it is kept: what is changed after that is not written over
        if own is not None:
            self._adopt(folder, own, there)
            there = self.versions(kind, id)
        newest = there[-1] if there else None
        if newest is None or newest.hash != hash_of(text) or differs(newest, text):
            newest = write(folder, text, self._now)
        if own is None:
            own, now = self._place(kind, id, text), digest(text)
        if now != digest(text) and not write_over(own, text.encode("utf-8"), lambda: digest_of(own) == now):
            raise InputProblem(f"{own.name} was changed by another program just now.", "Publish again.")
        return Published(newest, own)

    def begun(self, kind: str, id: str, text: str) -> bool:
        """Whether this very text is a version already: publishing it was cut short before the draft was taken away."""
        hash = hash_of(text)
        return any(version.hash == hash for version in self.versions(kind, id))

    def own(self, kind: str, id: str) -> Path | None:
        """The file of one's own with this id."""
        return next((entry.file for entry in self.entries(kind) if entry.id == id and entry.origin == "yours"), None)

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """All of one kind that the catalog has."""
        return {"persona": self._catalog.people, "scenario": self._catalog.scenarios, "rubric": self._catalog.rubrics}[kind]()

    def _adopt(self, folder: Path, own: Path, there: Sequence[Version]) -> None:
        """Keep what stands where the new version will: it was written by hand, or before there were versions."""
        raw = own.read_bytes()
        hash = hash_of_file(own)
        if not hash:
            with suppress(FileExistsError):
                write_new(folder / f"unreadable-{hashlib.sha256(raw).hexdigest()[:16]}.txt", raw)
        elif all(differs(version, text) for text in (read_text(own),) for version in there if version.hash == hash):
            write(folder, read_text(own), self._now)

    def _place(self, kind: str, id: str, text: str) -> Path:
        """A file for a text of which the catalog has none: named by the id, or like it where a file of that name is another's."""
        folder: Path = getattr(self._paths, FOLDERS[kind])
        tried: set[str] = set()
        while True:
            name = free(id, tried)
            file = folder / f"{name}.yaml"
            try:
                write_new(file, text.encode("utf-8"))
                return file
            except FileExistsError:
                if digest_of(file) == digest(text):
                    return file  # another program published the very same just now
                tried.add(name)

    def _folder(self, kind: str, id: str) -> Path:
        return self._paths.published / FOLDERS[kind] / id
