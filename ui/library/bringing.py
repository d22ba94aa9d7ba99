"""What happens when a file is brought into the library: it is read, asked about and judged, none of it where somebody waits."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse.errors import Problem
from ui.library.arriving import Arriving
from ui.library.jobs import Jobs

if TYPE_CHECKING:
    from rehearse.exchange.judging import TakenIn
    from rehearse.exchange.transcript import Heard, Transcript
    from ui.desk import Desk

KINDS = "Transcripts (*.vtt *.txt *.md *.json);;All files (*)"


class Bringing(QObject):
    """Belongs to the page that shows it. Signals: ``begun()`` the panel has something to show; ``ended()`` it was left;
    ``kept(str, str)`` the id of the meeting, and what is said of it."""

    begun = Signal()
    ended = Signal()
    kept = Signal(str, str)

    def __init__(self, desk: Desk, jobs: Jobs, panel: Arriving, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._panel, self._page = desk, jobs, panel, page
        self.dialog: QFileDialog | None = None
        self.busy = False
        panel.wanted.connect(self._judge)
        panel.another.connect(self.choose)
        panel.closed.connect(self.leave)

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._page, "Import a transcript", "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def take(self, path: Path) -> None:
        """Read a file; then it is asked who is you, or a meeting of ours is put back at once."""
        self._panel.begin()
        self._panel.show_reading(path.name)
        self.busy = True
        self.begun.emit()

        def read() -> Heard | Transcript:
            from rehearse.exchange.transcript import Heard, hear

            found = hear(path)
            if isinstance(found, Heard) and len(found.voices) < 2:
                found.by(found.voices[0].name)  # says why one voice is no meeting
            return found

        self._jobs.aside("import", read, lambda found: self._read(path.name, found), self._failed)

    def _read(self, name: str, found: Heard | Transcript) -> None:
        from rehearse.exchange.transcript import Heard

        if isinstance(found, Heard):
            self._panel.show_heard(found)
            return
        desk = self._desk

        async def back() -> TakenIn:
            from rehearse.exchange.judging import take_in_ours
            from rehearse.library.ids import new_id

            return await take_in_ours(name, found, desk.catalog, await desk.library(), new_id, _now())

        self._panel.show_judging()
        self._jobs.ask("import", back, self._kept, self._failed)

    def _judge(self, me: str, like: str) -> None:
        heard, desk = self._panel.heard, self._desk
        if heard is None:
            return

        async def judged() -> TakenIn:
            from rehearse.exchange.judging import take_in_transcript
            from rehearse.library.ids import new_id

            return await take_in_transcript(heard, me, like, desk.catalog, await desk.library(), new_id, _now())

        self._panel.show_judging()
        self._jobs.ask("import", judged, self._kept, self._failed)

    def _kept(self, taken: TakenIn) -> None:
        self.busy = False
        words = "This meeting was in your library already." if taken.was_there else "Imported. It is in your library now."
        self.kept.emit(str(taken.id), words)

    def _failed(self, problem: Problem) -> None:
        self._panel.show_problem(problem)

    def leave(self) -> None:
        """Leave it: what is being read or judged is dropped, and nothing of it is kept."""
        self._jobs.drop("import")
        self.busy = False
        self.ended.emit()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
