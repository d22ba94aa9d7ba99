"""Reads a file that somebody gave, without trusting it: no hang on a pipe, no endless device, no surprise in size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from rehearse.catalog.characters import first_control
from rehearse.errors import Fault, InputProblem

MAX_BYTES = 256 * 1024
"""The most that a persona, scenario or rubric may be. A tuned persona with all its lines is about 40 KB."""

_CHUNK = 1 << 16


def read_bytes(path: Path, limit: int = MAX_BYTES, links: bool = False) -> bytes:
    """The bytes of a regular file of at most `limit` bytes, looked at before it is opened.

    A link is refused unless `links` (installers link the files that come with the program).
    Raises InputProblem for what is missing, a folder, a link, a pipe or device, too large, or cannot be opened.
    """
    try:
        _plain_file(path, os.stat(path, follow_symlinks=links), limit)
        # The file may have been swapped since: not blocking, so that a pipe cannot hold us, and looked at again.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags if links else flags | getattr(os, "O_NOFOLLOW", 0))
        try:
            _plain_file(path, os.fstat(handle), limit)
            return _all_of(handle, path, limit)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise _refused(path, "there is no such file.") from None
    except (OSError, ValueError) as cause:
        reason = (getattr(cause, "strerror", None) or "the name cannot be used").lower()
        raise _refused(path, f"cannot be opened: {reason}.") from None


def read_text(path: Path, limit: int = MAX_BYTES, links: bool = False) -> str:
    """The text of a UTF-8 file (a byte order mark is accepted and taken away).

    Raises InputProblem as `read_bytes` does, and for an empty file, for other encodings, and for control characters.
    """
    return decode(read_bytes(path, limit, links), str(path))


def decode(raw: bytes, name: str) -> str:
    """UTF-8 bytes as text; `name` stands in the messages. Raises InputProblem as `read_text` does."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, "is UTF-16. Save it as UTF-8.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = raw.count(b"\n", 0, cause.start) + 1
        raise _refused(name, f"byte {cause.start + 1} is not UTF-8. Save the file as UTF-8.", line) from None
    if not text.strip():
        raise _refused(name, "is empty.")
    found = first_control(text)
    if found:
        line = text.count("\n", 0, found[0]) + 1
        raise _refused(name, f"holds the control character {found[1]}. Take it out.", line)
    return text


def _plain_file(path: Path, found: os.stat_result, limit: int) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise _refused(path, "is a link. Give the file itself.")
    if stat.S_ISDIR(found.st_mode):
        raise _refused(path, "is a folder, not a file.")
    if not stat.S_ISREG(found.st_mode):
        raise _refused(path, "is a pipe or a device, not a file.")
    if found.st_size > limit:
        raise _too_large(path, limit)


def _all_of(handle: int, path: Path, limit: int) -> bytes:
    """What is in the file now, which may be more than when it was looked at."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := os.read(handle, min(_CHUNK, left))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise _too_large(path, limit)
    return b"".join(parts)


def _too_large(path: Path, limit: int) -> InputProblem:
    return _refused(path, f"is larger than {limit // 1024} KiB, more than such a file may be.")


def _refused(name: Path | str, message: str, line: int = 0) -> InputProblem:
    fault = Fault(str(name), line, "", message)
    return InputProblem(str(fault), faults=(fault,))
