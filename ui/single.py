"""One window for one data folder: a second start raises the first one's window and ends."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

MOST = 8_192  # bytes that one who is second may say
PATIENCE = 300  # milliseconds that one who is asked may take
LATE = 2.0  # seconds that one who has just begun may take until it can be asked
HEARS = 100  # milliseconds that are waited for what it says: it is there as a rule
AGAIN = 0.05


class Single(QObject):
    """Of several on one folder, one `claim`s it and then `listen`s; the others call that one and end. `close` lets go of it.

    Two steps, since the network is only for who comes second: a lock in the system's temporary folder tells who is first, and
    the first one's window need not wait for the rest. Signals: ``called()`` when the program was started again; ``given(str)`` the path of
    a file that it was started with.
    """

    called = Signal()
    given = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Only a name: nothing is asked of the folder, which need not be there.
        folder = os.path.normcase(os.path.realpath(home))
        digest = QCryptographicHash.hash(folder.encode("utf-8", "replace"), QCryptographicHash.Algorithm.Sha256)
        self._name = f"rehearse-{digest.toHex().toStdString()[:24]}"
        self._lock = QLockFile(f"{QDir.tempPath()}/{self._name}.lock")
        self._lock.setStaleLockTime(0)  # it may be held for days; whose holder is gone is taken over all the same
        self._server: QLocalServer | None = None

    def taken(self, file: str = "") -> bool:
        """Whether another one is running on this folder; it was told to come to the front then, and to open the file."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(f"open {os.path.abspath(file)}".encode("utf-8", "replace")[:MOST] if file else b"show")
        socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return True

    def claim(self, file: str = "") -> bool:
        """Be the one that is called; False where another is, which was called then and given the file.

        Where no lock can be had at all, as without a temporary folder, or its holder does not answer, the program runs all
        the same.
        """
        if self._lock.tryLock(0):
            return True
        held = self._lock.error() == QLockFile.LockError.LockFailedError
        until = time.monotonic() + (LATE if held else 0)
        while not (taken := self.taken(file)) and time.monotonic() < until:
            time.sleep(AGAIN)
            if self._lock.tryLock(0):
                return True
        return not taken

    def listen(self) -> None:
        """Be there for others from now on. A name left behind by a crash is taken over."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is None:
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._answer)
            if not self._server.listen(self._name):
                QLocalServer.removeServer(self._name)
                self._server.listen(self._name)

    def close(self) -> None:
        """Let go of the name. May be called twice."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(MOST)
            there = socket.bytesAvailable() > 0 or socket.waitForReadyRead(HEARS)
            said = bytes(socket.readAll().data()).decode("utf-8", "replace") if there else ""
            socket.disconnected.connect(socket.deleteLater)
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                socket.deleteLater()  # it said what it had to say, and has gone
            self.called.emit()
            if said.startswith("open "):
                self.given.emit(said[5:])
