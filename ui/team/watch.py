"""Tells when a team folder may have changed: by the file system where it says so, and every so often where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE = 1_500  # milliseconds: a file that is being copied says so many times
POLL = 60_000  # a synced folder or a drive of the network may change without a word
POLL_GIT = 120_000  # each is a question to the server
_SHARE = 20  # a look that took long is not repeated before twenty times as long


class Watch(QObject):
    """Signals: ``stirred()`` something changed in it; ``due()`` it is time to look in any case."""

    stirred = Signal()
    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self.settle = _timer(self, SETTLE, self.stirred)
        self.poll = _timer(self, POLL, self.due)

    def follow(self, folders: Sequence[str], git: bool, took: float) -> None:
        """Watch these from now on, after a look that took so many seconds. They were just read, so asking for them does not wait."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            # Not begun anew with each change: while thousands of files arrive it would never end.
            self._watcher.directoryChanged.connect(lambda _: self.settle.isActive() or self.settle.start())
        before = set(self._watcher.directories())
        if gone := before - set(folders):
            self._watcher.removePaths(list(gone))
        if new := set(folders) - before:
            self._watcher.addPaths(list(new))
        self.wait(git, took)

    def wait(self, git: bool, took: float = 0.0) -> None:
        """Look again in a while."""
        self.poll.start(max(POLL_GIT if git else POLL, round(took * 1000 * _SHARE)))

    def rest(self) -> None:
        """Watch nothing any more."""
        self.settle.stop()
        self.poll.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None


def _timer(owner: QObject, every: int, then: object) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(every)
    made.timeout.connect(then)  # type: ignore[arg-type]
    return made
