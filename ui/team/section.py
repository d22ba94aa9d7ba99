"""The team folder in Settings: which one, who can read it, when it was looked at, what waits, what was left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.settings.keep import Keep
from ui.settings.parts import Fold, group, quiet
from ui.team import words
from ui.team.team import Team
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.layouts import Box, clear, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text
from ui.widgets.toast import Toast

READABLE = "Everyone with access to this folder can read what is in it, except what is sealed."
_MOST = 20  # files left alone that are named
_MOST_NAME = 80
_UNDO = "team folder"
_NAME = "What others send to this name comes to you."


class TeamSection(QWidget):
    """Choosing a folder applies at once, as everything in Settings does."""

    def __init__(
        self, engine: Engine, desk: Desk, keep: Keep, announcer: Announcer, toast: Toast, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._keep, self._announcer, self._toast = engine, desk, keep, announcer, toast
        self.team = Team.of(engine, desk)
        self._dialog: QFileDialog | None = None
        self._asked: Path | None = None
        self._before: tuple[Path, bool] | None = None
        self._left: object = None
        self._status_said = ""
        self.name = Field("Your name", desk.settings.signs_as, _NAME)
        self.name.line.setMaxLength(_MOST_NAME)
        self.choose = Button("Choose a folder…", "primary", "folder")
        self.banner = Banner(self, stays=True)
        self.asking = Banner(self)
        self._none = group(
            "Team folder", quiet(READABLE, "alert", "text")[0], quiet(words.NOT_SENT, "shield", "text")[0], note=words.WHAT
        )
        self._build()
        shared = group("Who you are in it", self.name)
        self.setLayout(vbox(self.asking, self._none, self._one, shared, self._alone, None, spacing=16))
        self._none.box.add(Fold(self.choose))
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.path = Text("", "bodyb")
        self.kind = Text("", "caption", "muted")
        self.readable, _, _ = quiet(READABLE, "alert", "text")
        self.status = Text("", "body", "muted")
        self.waits = Text("", "body", "amber_text")
        self.look = Button("Look now", "primary", "again")
        self.stop = Button("Stop", icon="stop")
        self.stop.setAccessibleName("Stop looking at the team folder")
        self.show_folder = Button("Show folder", icon="folder")
        self.show_folder.setAccessibleName("Show the team folder")
        self.git = Button("Fetch and send with git", "link", tip=words.GIT)
        self.another = Button("Choose another…")
        self.leave = Button("Stop using it", "ghost", tip="Nothing in it is deleted, and what was taken in stays")
        self._one = group(
            "Team folder", wrap(vbox(self.path, self.kind, spacing=1)), self.readable, self.banner, self.status, self.waits,
            Fold(self.look, self.stop, self.show_folder), Fold(self.git), Rule(), Fold(self.another, self.leave),
        )  # fmt: skip
        self._files: Box = vbox(spacing=8)
        self._alone = group("Files that were left alone", self._files)
        self._alone.setAccessibleName("Files that were left alone")

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_folder)
        self.another.clicked.connect(self.ask_folder)
        self.look.clicked.connect(self._look)
        self.stop.clicked.connect(self._stop)
        self.show_folder.clicked.connect(self._show)
        self.git.clicked.connect(self._change_git)
        self.leave.clicked.connect(self._leave)
        self.asking.chosen.connect(self._answered)
        self.banner.chosen.connect(lambda key: self.ask_folder() if key == "another" else self.team.look())
        self.name.finished.connect(lambda _text: self._sign())
        self._toast.undone.connect(self._undo)
        self.team.changed.connect(self.refresh)

    # ---- who one is

    def _sign(self) -> bool:
        """Keep the name that was written. Whether there is one."""
        named = one_line(" ".join(self.name.text().split()), _MOST_NAME)
        if named and named != self._desk.settings.signs_as:
            self._desk.settings = self._desk.settings._replace(signs_as=named)
            self._keep.change(signs_as=named)
        self.name.set_fault("" if named else "Give your name first: what is for you is found by it.")
        return bool(named)

    # ---- which folder

    def ask_folder(self) -> None:
        """Ask for a folder."""
        if not self._sign():
            self.name.setFocus()
            return
        dialog = QFileDialog(self, "Choose a team folder", str(self.team.state.folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.take(Path(folder)))
        dialog.destroyed.connect(lambda: setattr(self, "_dialog", None))
        self._dialog = dialog
        dialog.open()

    def take(self, folder: Path) -> None:
        """Use this folder; one that looks like a git checkout is used with git only where somebody says so."""

        def look() -> bool:
            from rehearse.bundles.checkout import marked

            return marked(folder)

        def looked(git: bool) -> None:
            if git:
                self._ask_git(folder)
            else:
                self._use(folder, False)

        self.banner.hide()
        self._engine.aside(look, looked, self._not_used)

    def _ask_git(self, folder: Path) -> None:
        self._asked = folder
        shown = visible(one_line(folder.name, 60))
        ways = (("git", "Fetch and send with git"), ("plain", "Only its files"))
        self.asking.say(f"“{shown}” is a git checkout.", words.GIT, ways, "info", True)
        self.asking.buttons()[0].setFocus()

    def _answered(self, key: str) -> None:
        folder, self._asked = self._asked, None
        if folder is not None:
            self._use(folder, key == "git")

    def _use(self, folder: Path, git: bool) -> None:
        self.asking.hide()
        self.team.use(folder, git, self._not_used)

    def _not_used(self, problem: Problem) -> None:
        self.asking.say(visible(problem.sentence), visible(problem.hint), kind="amber", assertive=True)

    def _change_git(self) -> None:
        state = self.team.state
        if state.folder is not None:
            self._use(state.folder, not state.git)

    def _leave(self) -> None:
        state = self.team.state
        if state.folder is not None:
            self._before = (state.folder, state.git)
            self.team.leave()
            self.choose.setFocus()
            self._toast.offer("The team folder is not used any more. Nothing in it was deleted.", _UNDO)

    def _undo(self, key: str) -> None:
        if key == _UNDO and self._before is not None:
            self._use(*self._before)

    def _show(self) -> None:
        folder = self.team.state.folder
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.banner.say("No program took the folder.", f"It is at {visible(str(folder))}.")

    # ---- looking

    def _look(self) -> None:
        if not self._sign():
            self.name.setFocus()
            return
        had = self.look.hasFocus()
        self.team.look()
        if had and not self.stop.isHidden():
            self.stop.setFocus()

    def _stop(self) -> None:
        self.team.stop_look()
        if not self.look.isHidden():
            self.look.setFocus()

    # ---- how it stands

    def refresh(self) -> None:
        """Say again how it stands."""
        state = self.team.state
        self._none.setHidden(state.folder is not None)
        self._one.setHidden(state.folder is None)
        self._show_left()
        if state.folder is None:
            return
        self.path.setText(visible(str(state.folder)))
        self.kind.setText(words.kind(state))
        self.status.setText(words.status(state))
        waits = words.waits(state)
        self.waits.setText(waits)
        self.waits.setHidden(not waits)
        running, had = words.told(state), self.stop.hasFocus()
        self.look.setHidden(running)
        self.stop.setHidden(not running)
        self.look.set_text("Try again" if waits or state.problem is not None else "Look now")
        if had and not running:
            self.look.setFocus()
        self.git.setHidden(not (state.git or state.marked))
        self.git.set_text("Use it without git" if state.git else "Fetch and send with git")
        self.git.set_tip("Files are read and written, nothing is fetched or sent" if state.git else words.GIT)
        self._show_trouble()
        if not running and self._status_said.startswith("Looking") and self.isVisible():
            self._announcer.say(self, self.status.text())
        self._status_said = self.status.text()

    def _show_trouble(self) -> None:
        state = self.team.state
        said = words.trouble(state)
        if not said:
            if self.banner.kind == "amber":
                self.banner.hide()
        elif said != f"{self.banner.sentence} {self.banner.accessibleDescription()}".strip() or self.banner.isHidden():
            problem = state.problem
            sentence, hint = (visible(problem.sentence), visible(problem.hint)) if problem is not None else (said, "")
            ways = (("another", "Choose another"),) if problem is not None else ()
            self.banner.say(sentence, hint, ways, "amber")

    def _show_left(self) -> None:
        left = self.team.state.left
        self._alone.setHidden(not left)
        if left == self._left:
            return
        self._left = left
        clear(self._files)
        said = f"{words.left_head(len(left))}. Nothing of them was taken in, and they are not touched."
        self._files.addWidget(Text(said, "body", "muted"))
        for one in left[:_MOST]:
            name, why = words.left_why(one)
            self._files.addWidget(wrap(vbox(Text(name, "body"), Text(why, "caption", "muted"), spacing=0)))
        if len(left) > _MOST:
            self._files.addWidget(Text(f"And {len(left) - _MOST:,} more.", "caption", "muted"))
