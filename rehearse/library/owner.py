"""Tells whether the program that was writing something is still there, by a file that it keeps locked.

The system lets go of the lock when a process ends, however it ends; a process number could be somebody else's by then.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def _lock(descriptor: int) -> bool:
    """Whether the lock was free. Where the file system has no locks, every lock is free."""
    try:
        _try_lock(descriptor)
    except OSError as raised:
        return raised.errno not in _HELD
    return True


def _file(library: Path, token: str) -> Path:
    return library.with_name(f"{library.name}-owner-{token}")


class Owner:
    """A token for this writer. The lock file is made at the first use of `token` and goes with `close`."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._token = secrets.token_hex(8)
        self._descriptor: int | None = None

    @property
    def token(self) -> str:
        """The token, with its lock held. Raises OSError where the file cannot be made."""
        if self._descriptor is None:
            self._descriptor = os.open(_file(self._library, self._token), os.O_CREAT | os.O_RDWR, 0o600)
            # Where the file system has no locks, others take this writer for gone: no worse than not asking.
            _lock(self._descriptor)
        return self._token

    @property
    def used(self) -> bool:
        return self._descriptor is not None

    def close(self) -> None:
        """Let go of the lock and remove the file. May be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
            with suppress(OSError):
                _file(self._library, self._token).unlink()


def is_gone(library: Path, token: str) -> bool:
    """Whether the writer with this token has ended. What it left of its lock file is removed."""
    path = _file(library, token)
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        free = _lock(descriptor)
    finally:
        os.close(descriptor)
    if free:
        with suppress(OSError):
            path.unlink()
    return free
