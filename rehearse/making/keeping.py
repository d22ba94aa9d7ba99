"""Writes files so that nothing is half there, nothing is overwritten unasked, and what was said to be saved is saved."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path


def write_new(file: Path, content: bytes) -> None:
    """A file that is not there yet; it is on disk when this returns. Raises FileExistsError where there is one, else OSError."""
    with _beside(file, content) as name:
        try:
            os.link(name, file)  # fails where there is a file; a rename would put it in its place
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            with file.open("xb") as made:
                made.write(content)
                made.flush()
                os.fsync(made.fileno())
    _settle(file.parent)


def write_over(file: Path, content: bytes, still: Callable[[], bool] = lambda: True) -> bool:
    """A file in the place of the one that is there; on disk when this returns. False, and nothing done, where it is not
    `still` the one that was meant. Raises OSError."""
    with _beside(file, content) as name:
        if not still():
            return False
        with contextlib.suppress(OSError):
            os.chmod(name, file.stat().st_mode & 0o777)
        os.replace(name, file)
    _settle(file.parent)
    return True


@contextlib.contextmanager
def _beside(file: Path, content: bytes) -> Iterator[str]:
    """The content in a file of another name in the same folder, on disk; gone in the end."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # not to be taken for a file of this name
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where the folder should be", str(file.parent)) from None
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".new", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
        os.chmod(name, 0o644)
        yield name
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)


def _settle(folder: Path) -> None:
    """Have the folder's own entry on disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
