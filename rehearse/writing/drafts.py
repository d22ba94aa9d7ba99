"""A draft on disk: kept as it is typed, whole at any moment, and never written over what another program wrote."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rehearse.catalog.source import MAX_BYTES, decode, read_bytes
from rehearse.errors import InputProblem, StoreProblem
from rehearse.making.keeping import write_over
from rehearse.writing.document import Document

FOLDERS = {"persona": "personas", "scenario": "scenarios", "rubric": "rubrics"}
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_KEY = 64
_NO_FILE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that no file may have under Windows."""
MOST_BYTES = 4 * MAX_BYTES
"""The most that a draft may be: more than can be published, so that what grew too large can be opened and shortened."""
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Row:
    """A draft as a list shows it. `title` is the person's name for a person; `published` the number of the newest version of the
    same id, 0 where there is none; `changed` the moment of the last change in UTC; `fault` why it cannot be opened, else empty."""

    kind: str
    key: str
    title: str
    file: Path
    changed: datetime
    published: int = 0
    fault: str = ""


class ChangedElsewhere(InputProblem):
    """The file of a draft is not what it was when it was read or kept last. The way on: `take_theirs`, or `keep_mine`."""


class Draft:
    """A file being written. `key` is its name; the id in it may be another while it is being written."""

    def __init__(self, file: Path, kind: str) -> None:
        """Raises InputProblem where the file is not there, or cannot be read as YAML."""
        self.file = file
        self.kind = kind
        self.key = file.stem
        raw = read_bytes(file, MOST_BYTES)
        self.document = Document.of(decode(raw, str(file)), kind, str(file))
        self._mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
        self._known = hashlib.sha256(raw).hexdigest()

    @property
    def id(self) -> str:
        """The id that stands in it; the key where none does."""
        id = self.document.get(("id",))
        return str(id) if id else self.key

    @property
    def title(self) -> str:
        """Its title or the person's name; nothing where none was written yet."""
        return title_of(self.document)

    def keep(self, text: str | None = None) -> None:
        """Have this text (the document as it is now) on disk when this returns. Nothing happens where it is there already.

        May run in a thread of its own with a text that was taken before, one at a time. Raises ChangedElsewhere, with nothing
        written, where another program changed the file, and StoreProblem where it cannot be written.
        """
        text = self.document.text() if text is None else text
        if self._known == self._digest(text) and self.file.exists():
            self.document.saved(text)
            return
        if self.changed_elsewhere or not self._write(text):
            raise ChangedElsewhere(
                f"{self.file.name} was changed by another program.", "Take theirs, or keep yours: yours then takes its place."
            )

    @property
    def changed_elsewhere(self) -> bool:
        """Whether another program changed the file since it was read or kept last. One that is gone is no change: it is kept
        anew."""
        return self._now() not in ("", self._known)

    def take_theirs(self) -> None:
        """What the other program wrote, as an edit that can be undone. Raises InputProblem where it cannot be read as YAML."""
        raw = read_bytes(self.file, MOST_BYTES)
        text = decode(raw, str(self.file))
        self.document.become(text)
        self.document.saved(text)
        self._mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
        self._known = hashlib.sha256(raw).hexdigest()

    def keep_mine(self) -> None:
        """The document as it is now, in the place of what the other program wrote. Raises StoreProblem."""
        self._known = self._now()
        self._write(self.document.text())

    def _write(self, text: str) -> bool:
        content = self._mark + text.encode("utf-8")
        if len(content) > MOST_BYTES:
            raise StoreProblem("The draft cannot be kept.", f"It is larger than {MOST_BYTES // 1024} KiB. Shorten it.")
        try:
            if not write_over(self.file, content, lambda: self._now() in ("", self._known)):
                return False
        except OSError as cause:
            why = (cause.strerror or "the disk says no").capitalize()
            raise StoreProblem("The draft cannot be kept.", f"{why}. It is gone when you close.") from None
        self._known = self._digest(text)
        self.document.saved(text)
        return True

    def _digest(self, text: str) -> str:
        return hashlib.sha256(self._mark + text.encode("utf-8")).hexdigest()

    def _now(self) -> str:
        return digest_of(self.file)


def is_key(text: str) -> bool:
    """Whether a draft, and so its file, may be called so: it has the form of an id, and every system lets a file have that name."""
    return len(text) <= _MOST_KEY and _KEY.fullmatch(text) is not None and not _NO_FILE.fullmatch(text)


def title_of(document: Document) -> str:
    """The title of a document, or the name of its person."""
    return " ".join(str(document.get(("name",) if document.kind == "persona" else ("title",)) or "").split())


def digest(text: str) -> str:
    """SHA-256 of a text as it stands on disk."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest_of(file: Path) -> str:
    """SHA-256 of a file; nothing where there is none, and no digest at all for what stands there and cannot be read."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return _UNKNOWN
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError:
        return _UNKNOWN


def glance(text: str, key: str) -> str:
    """The text of a key at the left edge, without reading the rest of the file; nothing where there is none."""
    from rehearse.catalog.report import Report
    from rehearse.catalog.yaml import parse

    found = re.search(rf"^{key}:[^\r\n]*", text, re.MULTILINE)
    held = parse(found[0], Report("")) if found else None
    value = held.get(key) if held else None
    return " ".join(value.split()) if isinstance(value, str) else ""
