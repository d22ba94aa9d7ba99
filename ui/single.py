"""One window for one data folder: a second start raises the first one's window and ends."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 300  # milliseconds


class Single(QObject):
    """Of several on one folder, one `claim`s it; the others call that one and end. `close` lets go of it.

    Signals: ``called()`` when the program was started again.
    """

    called = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Only a name: nothing is asked of the folder, which need not be there.
        folder = os.path.normcase(os.path.realpath(home))
        self._name = "rehearse-" + sha256(folder.encode("utf-8", "replace")).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def taken(self) -> bool:
        """Whether another one is running on this folder; it was told to come to the front then."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(b"show")
        socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return True

    def claim(self) -> bool:
        """Be the one that is called; False where another is, which was called then.

        A name left behind by a crash is taken over. Where no name can be had at all, as without a temporary folder, the
        program runs all the same.
        """
        if self.taken():
            return False
        if not self._server.listen(self._name):
            if self.taken():
                return False  # it came between
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Let go of the name. May be called twice."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                socket.deleteLater()  # it said what it had to say, and has gone
            self.called.emit()
