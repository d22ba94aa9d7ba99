"""A meeting of the list as a file: where to, the file itself, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse.library.records import RehearsalRow
from ui.exports.saving import HOLDS, ask_where
from ui.library.jobs import Jobs
from ui.widgets.banner import Banner
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from rehearse.exchange.forms import Form
    from ui.desk import Desk


class Exporting:
    """Belongs to a page, which has a toast for what went well and a banner for what did not."""

    def __init__(self, desk: Desk, jobs: Jobs, page: QWidget, toast: Toast, banner: Banner) -> None:
        self._desk, self._jobs, self._page, self._toast, self._banner = desk, jobs, page, toast, banner
        self.dialog: QFileDialog | None = None

    def ask(self, row: object, form: str) -> None:
        """Ask for the place of the file, and write it there."""
        if not isinstance(row, RehearsalRow):
            return
        from rehearse.exchange.export import stem_of

        kind = cast("Form", form)
        stem = stem_of(row.title, row.started, row.id)
        self.dialog = ask_where(self._page, stem, kind, lambda path: self.save_to(row, path, kind))
        self.dialog.destroyed.connect(lambda: setattr(self, "dialog", None))

    def save_to(self, row: RehearsalRow, path: str, form: Form) -> None:
        """Write one meeting to a file."""
        desk = self._desk
        self._jobs.ask(
            "export",
            lambda: desk.export(row.id, path, form),
            lambda name: self._toast.offer(f"Saved “{name}”. {HOLDS}", action=""),
            lambda problem: self._banner.say(problem.sentence, problem.hint, kind="amber"),
        )
