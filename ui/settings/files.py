"""Where everything is, what leaves this computer, and how to take it along or delete it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse import __version__
from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine, Job
from ui.exports.saving import CHOICES, printer
from ui.settings.keep import Keep
from ui.settings.parts import Fold, Rest, group, quiet
from ui.settings.who import what_leaves
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.layouts import Box, clear, vbox
from ui.widgets.rule import Rule
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from rehearse.exchange.forms import Form
    from rehearse.library.doctor import Finding

KEPT = (
    ("Meetings and reviews", "library.db"),
    ("Backups, one for each day on which something changed, the last seven", "backups"),
    ("People, scenarios and rubrics of your own", "personas, scenarios, rubrics"),
    ("What you have answered about people and not saved yet", "drafts"),
    ("These settings, without any key", "settings.json"),
    ("What went wrong in the program: no words of a meeting, no keys", "logs"),
)
_MENDED = ("damaged", "not_ours", "pages", "links", "search")  # findings that `rehearse doctor --repair` mends


class FilesSection(QWidget):
    """Files of the program.

    Signals: ``emptied()`` after all meetings were deleted.
    """

    emptied = Signal()

    def __init__(
        self, engine: Engine, desk: Desk, keep: Keep, announcer: Announcer, toast: Toast, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._announcer, self._toast = engine, desk, announcer, toast
        self._exporting: Job | None = None
        self._checking: Job | None = None
        self._saved = 0
        self._dialog: QFileDialog | None = None
        self.leaves, self.leaves_words, _ = quiet("", "shield", "text")
        self.setLayout(
            vbox(
                group("What leaves this computer", self.leaves),
                self._make_folder(),
                self._make_export(),
                self._make_check(),
                self._make_delete(),
                self._make_about(),
                None,
                spacing=16,
            )
        )
        keep.kept.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Shows what the settings say now."""
        self.leaves_words.setText(what_leaves(self._desk.settings))

    # ---- the folder

    def _make_folder(self) -> QWidget:
        self.folder = Text(str(self._desk.paths.home), "bodyb")
        self.show_folder = Button("Show folder", icon="folder")
        self.show_folder.clicked.connect(self._show_folder)
        self.folder_banner = Banner(self)
        rows = [vbox(Text(what, "body"), Text(where, "caption", "muted"), spacing=0) for what, where in KEPT]
        key = vbox(
            Text("Keys", "body"), Text("the system keyring, else memory until the program closes", "caption", "muted"), spacing=0
        )
        return group("Where everything is kept", self.folder, Fold(self.show_folder), self.folder_banner, Rule(), *rows, key)

    def _show_folder(self) -> None:
        home = self._desk.paths.home
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(home))):
            self.folder_banner.say("No program took the folder.", f"It is at {home}. It is made when the first thing is kept.")

    # ---- all of it, in files

    def _make_export(self) -> QWidget:
        self.form = Segmented("Export as", [(form, name) for form, (_, name) in CHOICES.items()], "html")
        self.export = Button("Export all…", icon="download")
        self.stop_export = Button("Stop", icon="stop")
        self.stop_export.setAccessibleName("Stop the export")
        self.stop_export.hide()
        self.export_words = Text("", "body", "muted")
        self.export_words.hide()
        self.export_banner = Banner(self)
        self.export.clicked.connect(self._choose_folder)
        self.stop_export.clicked.connect(self._stop_export)
        self.export_banner.chosen.connect(lambda _: self._choose_folder())
        return group(
            "Export all meetings",
            self.form,
            Fold(self.export, self.stop_export),
            self.export_words,
            self.export_banner,
            note="One file for each meeting, with its latest review. No keys.",
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "Export all meetings to a folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.export_to(Path(folder)))
        self._dialog = dialog
        dialog.open()

    def export_to(self, folder: Path) -> None:
        """Write every meeting to a folder. Nothing that is there is written over."""
        if self._exporting is not None:
            return
        form = cast("Form", self.form.value)
        self._saved = 0
        self.export.setEnabled(False)
        self.stop_export.show()
        self.stop_export.setFocus()
        self.export_banner.hide()
        self._say_export("Looking through your meetings…")

        async def exported():  # type: ignore[no-untyped-def]
            from rehearse.exchange.export import export_all

            paper, name = printer() if form == "pdf" else None, self._desk.settings.signs_as
            async for path in export_all(await self._desk.library(), folder, form, paper, name=name):
                yield path

        def took(paths: list[Path]) -> None:
            self._saved += len(paths)
            self._say_export(f"{_meetings(self._saved)} saved…")

        self._exporting = self._engine.watch(exported, took, lambda: self._exported(folder), self._not_exported)

    def _stop_export(self) -> None:
        if self._exporting is not None:
            self._exporting.cancel()
            self._export_over()
            self._say_export(f"Stopped. {_meetings(self._saved)} saved.")

    def _exported(self, folder: Path) -> None:
        self._export_over()
        told = (
            f"Saved {_meetings(self._saved)} in {folder.name or folder}." if self._saved else "There is no meeting to export yet."
        )
        self._toast.offer(told, action="")

    def _not_exported(self, problem: Problem) -> None:
        self._export_over()
        self.export_banner.say(
            problem.sentence, problem.hint or "Nothing else was changed.", [("again", "Choose another folder")], kind="amber"
        )

    def _export_over(self) -> None:
        self._exporting = None
        had_focus = self.stop_export.hasFocus()
        self.export.setEnabled(True)
        if had_focus:
            self.export.setFocus()
        self.stop_export.hide()
        self.export_words.hide()

    def _say_export(self, words: str) -> None:
        self.export_words.setText(words)
        self.export_words.show()

    # ---- is it sound

    def _make_check(self) -> QWidget:
        self.check = Button("Check the library", icon="search")
        self.check.clicked.connect(self._check)
        self._check_rest = Rest(self.check)
        self._found: Box = vbox(spacing=8)
        return group(
            "Check the library", Fold(self.check), self._found, note="Looks at every page of the file and at the newest backup."
        )

    def _check(self) -> None:
        if self._checking is not None:
            return
        self._check_rest.begin()
        clear(self._found)
        self._found.addWidget(Text("Looking at every page…", "body", "muted"))

        def look() -> tuple[Finding, ...]:
            from rehearse.library.doctor import check

            return check(self._desk.paths.library, self._desk.paths.backups)

        # Every page is read, which takes seconds for a large library.
        self._checking = self._engine.aside(look, self._checked, lambda problem: self._check_over([(True, str(problem))]))

    def _checked(self, found: tuple[Finding, ...]) -> None:
        told = [(f.fault, f"{f.sentence} {f.hint}".strip()) for f in found]
        if any(f.fault and f.kind in _MENDED for f in found):
            told.append((True, 'To repair it, close Rehearse and run "rehearse doctor --repair". Nothing is deleted by that.'))
        self._check_over(told)

    def _check_over(self, told: list[tuple[bool, str]]) -> None:
        self._checking = None
        self._check_rest.end()
        clear(self._found)
        for fault, sentence in told:
            row, _, _ = quiet(sentence, "alert" if fault else "check", "amber_text" if fault else "text")
            self._found.addWidget(row)
        self._announcer.say(self, " ".join(sentence for _, sentence in told))

    def findings(self) -> list[str]:
        """The sentences of the last check, as they are shown."""
        parts = (self._found.itemAt(i) for i in range(self._found.count()))
        rows = [part.widget() for part in parts if part is not None]
        return [words.text() for row in rows if row is not None for words in row.findChildren(Text)]

    # ---- deleting

    def _make_delete(self) -> QWidget:
        self.delete = Button("Delete all…", "danger", icon="trash")
        self.delete.clicked.connect(self._ask_delete)
        self.sure = Text("", "body")
        self.keep_all = Button("Keep everything")
        self.delete_all = Button("Delete all", "danger", icon="trash")
        self.keep_all.clicked.connect(self._keep_all)
        self.delete_all.clicked.connect(self._delete_all)
        self.asking = QWidget()
        self.asking.setLayout(vbox(self.sure, Fold(self.keep_all, self.delete_all), spacing=12))
        self.asking.hide()
        self.delete_banner = Banner(self)
        self.delete_banner.chosen.connect(lambda _: self._ask_delete())
        note = "Meetings, reviews and backups. People and scenarios of your own stay, and so do these settings and your keys."
        return group("Delete all meetings", Fold(self.delete), self.asking, self.delete_banner, note=note)

    def _ask_delete(self) -> None:
        self.delete.setEnabled(False)
        self.delete_banner.hide()

        async def count() -> tuple[int, int]:
            library = await self._desk.library()
            meetings, before = 0, None
            while True:
                page = await library.page(limit=500, before=before)
                meetings += len(page.rows)
                before = page.next
                if before is None:
                    break
            from rehearse.library.backup import backups_in

            return meetings, len(backups_in(self._desk.paths.backups))

        self._engine.ask(count, self._ask, self._not_deleted)

    def _ask(self, counted: tuple[int, int]) -> None:
        meetings, backups = counted
        if not meetings and not backups:
            self.delete.setEnabled(True)
            self._toast.offer("There is nothing to delete.", action="")
            return
        what = "all backups" if not meetings else _all(meetings)
        self.sure.setText(
            f"This deletes {what} for good, and nothing can bring them back. Export them first if you may want them."
        )
        self.delete_all.set_text(f"Delete {what}")
        self.keep_all.setEnabled(True)
        self.delete_all.setEnabled(True)
        self.asking.show()
        self.delete.hide()
        self.keep_all.setFocus()
        self._announcer.say(self, self.sure.text(), assertive=True)

    def _keep_all(self) -> None:
        self._asked()
        self.delete.setFocus()

    def _asked(self) -> None:
        self.asking.hide()
        self.delete.show()
        self.delete.setEnabled(True)

    def _delete_all(self) -> None:
        self.keep_all.setEnabled(False)
        self.delete_all.setEnabled(False)

        def gone(_: None) -> None:
            self._asked()
            self.delete.setFocus()
            self._toast.offer("Everything is deleted, backups too.", action="")
            self.emptied.emit()

        self._engine.ask(self._desk.delete_all, gone, self._not_deleted)

    def _not_deleted(self, problem: Problem) -> None:
        self._asked()
        self.delete_banner.say(problem.sentence, problem.hint, [("again", "Try again")], kind="amber")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps everything."""
        if event.key() == Qt.Key.Key_Escape and not self.asking.isHidden():
            self._keep_all()
            event.accept()
        else:
            super().keyPressEvent(event)

    # ---- about

    def _make_about(self) -> QWidget:
        return group(
            "About",
            Text(f"Rehearse {__version__}. Apache License 2.0.", "body"),
            Text(
                "Fonts: Inter and Newsreader, under the SIL Open Font License 1.1. Qt for Python (PySide6), under the LGPL 3.",
                "caption",
                "muted",
            ),
        )


def _meetings(count: int) -> str:
    return "1 meeting" if count == 1 else f"{count} meetings"


def _all(count: int) -> str:
    return "the one meeting and its backups" if count == 1 else f"all {count} meetings and their backups"
