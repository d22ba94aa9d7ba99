"""Keeping a draft as it is typed: after each pause in a thread, at once on the way out, and never over what another program wrote."""

from __future__ import annotations

import os
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rehearse.errors import Problem
from ui.library.jobs import Jobs

if TYPE_CHECKING:
    from rehearse.writing.drafts import Draft

KEEP, WATCH = 600, 1000  # milliseconds: a pause until it is kept; between looks at the file
_Stamp = tuple[int, int] | None


class Keeping(QObject):
    """``draft`` is what is kept now. Signals: ``told(str)`` how it stands; ``failed(object)`` the Problem for which it was not kept;
    ``elsewhere()`` another program changed the file."""

    told = Signal(str)
    failed = Signal(object)
    elsewhere = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.draft: Draft | None = None
        self.held = False  # nothing is kept while it is being published
        self._busy = False
        self._writing, self._asked, self._wrote = Lock(), 0, 0
        self._stamp: _Stamp = None
        self._keep, self._watch = QTimer(self), QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP)
        self._keep.timeout.connect(self.keep)
        self._watch.setInterval(WATCH)
        self._watch.timeout.connect(self.look_at_file)

    def begin(self, draft: Draft) -> None:
        """Keep this one from now on."""
        self.draft = draft
        self._stamp = self._now()
        self.watch()

    def end(self) -> None:
        """Keep nothing any more."""
        self._keep.stop()
        self._watch.stop()
        self.draft = None

    def watch(self, on: bool = True) -> None:
        """Look at the file now and then, or no more: nobody looks for it while the page is hidden."""
        if on and self.draft is not None:
            self._watch.start()
        else:
            self._watch.stop()

    def soon(self) -> None:
        """It was edited: keep it when the typing pauses."""
        self.told.emit("Draft")
        self._keep.start()

    def keep(self) -> None:
        """Keep it, in a thread."""
        draft = self.draft
        if draft is None or self.held:
            return
        if self._busy:
            self._keep.start()
            return
        text, number = draft.document.text(), self._number()
        self._busy = True
        self._jobs.send_aside(
            lambda: self._write(draft, text, number), lambda _: self._kept(draft), lambda problem: self._not_kept(draft, problem)
        )

    def at_once(self) -> None:
        """Keep what was typed last without the engine, which may be gone in a moment."""
        self._keep.stop()
        if self.draft is not None and self.draft.document.changed and not self.held:
            try:
                self._write(self.draft, self.draft.document.text(), self._number())
            except Problem as problem:
                self._tell(problem)

    def free(self) -> None:
        """Something unforeseen ended a job of somebody's: where it was ours, nobody waits for it any more."""
        self._busy = False

    def look_at_file(self) -> None:
        """Notice what another program wrote."""
        draft, now = self.draft, self._now()
        if draft is None or self._busy or now is None or now == self._stamp:
            return
        self._stamp = now
        if draft.changed_elsewhere:
            self._keep.stop()
            self.elsewhere.emit()

    def seen(self) -> None:
        """The file is as it should be now."""
        self._stamp = self._now()

    def _number(self) -> int:
        self._asked += 1
        return self._asked

    def _write(self, draft: Draft, text: str, number: int) -> None:
        """One at a time, and nothing older over something newer: on the way out it is kept in this thread, and may be on its way
        in another."""
        with self._writing:
            if number >= self._wrote:
                self._wrote = number
                draft.keep(text)

    def _kept(self, draft: Draft) -> None:
        self._busy = False
        if draft is self.draft:
            self._stamp = self._now()
            self.told.emit("Draft, kept" if not draft.document.changed else "Draft")

    def _not_kept(self, draft: Draft, problem: Problem) -> None:
        self._busy = False
        if draft is self.draft:
            self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        from rehearse.writing.drafts import ChangedElsewhere

        self.told.emit("Draft, not kept")
        if isinstance(problem, ChangedElsewhere):
            self.elsewhere.emit()
        else:
            self.failed.emit(problem)

    def _now(self) -> _Stamp:
        if self.draft is None:
            return None
        try:
            now = os.stat(self.draft.file)
        except OSError:
            return None
        return now.st_size, now.st_mtime_ns
