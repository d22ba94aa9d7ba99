"""The index: what Home shows of every file, kept so that nothing has to be parsed when nothing changed.

A file is taken from the index when size and time of change are the same, or, where only the time differs (an install, a
copy), when its bytes are. `python -m rehearse.catalog.index build DIR` writes the index of the files that come with the program.
The index is derived: it may be deleted or garbled at any time, and is then made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse import __version__
from rehearse.catalog.entries import Entry, from_json, to_json
from rehearse.catalog.folders import Found, kind_of, walk
from rehearse.catalog.source import read_bytes
from rehearse.errors import InputProblem
from rehearse.personas import Persona

if TYPE_CHECKING:
    from rehearse.catalog.loading import Loaded

NAME = "index.json"
FORMAT = "rehearse/index@1"
RULES = 2
"""Raised with every change of what is checked or kept, so that an older index is not believed."""
MAX_INDEX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Row:
    """One file in the index: how it looked when it was read, and its entry."""

    size: int
    mtime_ns: int
    sha256: str
    entry: dict[str, object]


class Index:
    """The index of one data folder and of the built-in files. Not for two threads at once: `Catalog` has the lock."""

    def __init__(self, path: Path, built_in: Path) -> None:
        self._path = path
        self._built_in = built_in
        self._rows: dict[str, _Row] | None = None
        self._shipped: dict[str, _Row] | None = None

    def entries(self, found: Iterable[Found]) -> tuple[Entry, ...]:
        """An entry for every file that is there, parsed only where the index does not know it as it is now."""
        if self._rows is None:
            self._rows = _read(self._path)
        rows: dict[str, _Row] = {}
        entries: list[Entry] = []
        for file in found:
            taken = self._entry(file)
            if taken is None:
                continue
            row, entry = taken
            entries.append(entry)
            if row is not None:
                rows[str(file.path)] = row
        if rows != self._rows:
            self._rows = rows
            _write(self._path, rows)
        return tuple(entries)

    def _entry(self, file: Found) -> tuple[_Row | None, Entry] | None:
        links = file.origin == "built in"
        try:
            now = os.stat(file.path, follow_symlinks=links)
        except OSError:
            return None  # gone since the folder was read
        if not stat.S_ISREG(now.st_mode):
            return None, _parsed(file)[1]
        assert self._rows is not None
        row = self._rows.get(str(file.path))
        if row and (row.size, row.mtime_ns) == (now.st_size, now.st_mtime_ns):
            with contextlib.suppress(ValueError):
                return row, from_json(row.entry, file.path, file.origin)
        for known in (row, self._from_shipped(file)):
            if known is None or known.size != now.st_size:
                continue
            with contextlib.suppress(ValueError, InputProblem):
                if hashlib.sha256(read_bytes(file.path, links=links)).hexdigest() == known.sha256:
                    return replace(known, mtime_ns=now.st_mtime_ns), from_json(known.entry, file.path, file.origin)
        digest, entry = _parsed(file)
        return _Row(now.st_size, now.st_mtime_ns, digest, to_json(entry)), entry

    def _from_shipped(self, file: Found) -> _Row | None:
        if file.origin != "built in":
            return None
        if self._shipped is None:
            self._shipped = _read(self._built_in / NAME, links=True)
        return self._shipped.get(file.path.relative_to(self._built_in).as_posix())


def build(folder: Path) -> Path:
    """Write the index of the files in `folder` into it, paths relative to it; returns where. Times are left out: they do
    not survive an install. Raises OSError where it cannot be written."""
    rows: dict[str, _Row] = {}
    for path in walk(folder):
        digest, entry = _parsed(Found(path, kind_of(path, folder), "built in"))
        rows[path.relative_to(folder).as_posix()] = _Row(path.stat().st_size, 0, digest, to_json(entry))
    target = folder / NAME
    _replace(target, _dump(rows))
    return target


def entry_of(loaded: Loaded, file: Found) -> Entry:
    """What Home shows of a file that was read, also where it is too broken to be used."""
    from rehearse.catalog.loading import VERSIONS

    data, lines = loaded.data, loaded.lines
    kind = file.kind if loaded.kind not in VERSIONS else loaded.kind
    mood = data.get("temperament")
    temperament: Mapping[str, object] = mood if isinstance(mood, dict) else {}
    id = _text(data.get("id")) or file.path.stem
    opening = data.get("opening")
    first = opening[0] if isinstance(opening, list) and opening else opening
    if isinstance(loaded.value, Persona) and loaded.value.opening:
        first = loaded.value.opening[0]
    named = getattr(loaded.value, "name", None) or getattr(loaded.value, "title", None)
    named = named or data.get("name") or data.get("title") or data.get("register")
    minutes = _number(data.get("minutes") if kind == "scenario" else temperament.get("minutes", 10))
    entry = Entry(
        kind=kind,  # type: ignore[arg-type]
        id=id,
        name=_text(named)[:80] or id,
        file=file.path,
        origin=file.origin,
        summary=_text(data.get("summary")),
        minutes=minutes,
        hash=getattr(loaded.value, "hash", ""),
        faults=loaded.faults,
        id_line=lines.get("id"),
    )
    if kind == "persona":
        entry = replace(
            entry,
            role=_text(data.get("role")),
            audience=_text(data.get("audience")),
            pronouns=_text(data.get("pronouns"), "they"),
            emblem=_text(data.get("emblem"), "circles"),
            register=_text(data.get("register"), "plain"),
            opening=_text(first),
            receptivity=_number(temperament.get("receptivity", 3)),
            patience=_number(temperament.get("patience", 9)),
        )
    elif kind == "scenario":
        subject = data.get("subject")
        ask = data.get("ask") or (subject.get("ask") if isinstance(subject, dict) else "")
        entry = replace(
            entry,
            persona=_text(data.get("persona")),
            rubric=_text(data.get("rubric"), "buy-in" if loaded.value is not None else ""),
            mode=_text(data.get("mode"), "selling"),
            difficulty=_text(data.get("difficulty"), "normal"),
            your_role=_text(data.get("your_role")),
            situation=_text(data.get("situation")),
            ask=_text(ask),
            persona_line=lines.get("persona"),
            rubric_line=lines.get("rubric"),
        )
    elif kind == "lines":
        entry = replace(entry, id=_text(data.get("register")) or id)
    return entry


def _parsed(file: Found) -> tuple[str, Entry]:
    from rehearse.catalog.loading import load

    loaded = load(file.path, kind=file.kind, links=file.origin == "built in")
    return loaded.digest, entry_of(loaded, file)


def _text(value: object, otherwise: str = "") -> str:
    return value.strip()[:2_000] if isinstance(value, str) and value.strip() else otherwise


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _made_by() -> str:
    return f"{__version__}/{RULES}"


def _read(path: Path, links: bool = False) -> dict[str, _Row]:
    """The rows of an index; none where there is no index, or one that cannot be believed."""
    try:
        whole = json.loads(read_bytes(path, MAX_INDEX_BYTES, links))
    except (InputProblem, ValueError, RecursionError):
        return {}
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or whole.get("made_by") != _made_by():
        return {}
    files = whole.get("files")
    rows: dict[str, _Row] = {}
    for name, kept in files.items() if isinstance(files, dict) else ():
        if isinstance(kept, dict) and isinstance(kept.get("entry"), dict):
            size, mtime, digest = kept.get("size"), kept.get("mtime_ns"), kept.get("sha256")
            if isinstance(size, int) and isinstance(mtime, int) and isinstance(digest, str):
                rows[name] = _Row(size, mtime, digest, kept["entry"])
    return rows


def _dump(rows: Mapping[str, _Row]) -> bytes:
    files = {
        name: {"size": row.size, "mtime_ns": row.mtime_ns, "sha256": row.sha256, "entry": row.entry}
        for name, row in sorted(rows.items())
    }
    whole = {"format": FORMAT, "made_by": _made_by(), "files": files}
    # File names that are not UTF-8 come as half surrogates; escaped, they can be written.
    return (json.dumps(whole, indent=1) + "\n").encode("ascii")


def _write(path: Path, rows: Mapping[str, _Row]) -> None:
    """Keep the index where that can be done; a data folder that is missing or cannot be written is no trouble here."""
    if not path.parent.is_dir():
        return
    with contextlib.suppress(OSError):
        _replace(path, _dump(rows))


def _replace(path: Path, content: bytes) -> None:
    """Write beside, make sure it is on disk, put in place: never half a file under this name."""
    import tempfile  # late: Home writes no index when nothing changed

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def main(arguments: list[str]) -> int:
    """`build DIR`: write the index of the files in DIR. Exit 0 done, 1 DIR is at fault, 2 usage."""
    if len(arguments) != 2 or arguments[0] != "build":
        sys.stderr.write("usage: python -m rehearse.catalog.index build DIR\n")
        return 2
    folder = Path(arguments[1])
    try:
        target = build(folder)
    except OSError as cause:
        sys.stderr.write(f"{folder}: the index cannot be written: {(cause.strerror or str(cause)).lower()}.\n")
        return 1
    sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
