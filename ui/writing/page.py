"""Writing a person, a situation or a way to judge: the form, what is to be said about it, and beside it the file, a minute, the
playtest and publishing."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.home.choices import Opener, show_folder
from ui.library.jobs import Jobs
from ui.making.tabs import order
from ui.settings.parts import Fold
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Tool
from ui.widgets.layouts import hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.text import Text
from ui.writing.form import Form
from ui.writing.plain_words import KIND
from ui.writing.sheet import Sheet
from ui.writing.store import Looked, Store
from ui.writing.summary import NEXT, Summary

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from rehearse.writing.drafts import Draft
    from rehearse.writing.shelf import Published

LOOK, KEEP, WATCH = 350, 600, 1000  # milliseconds: a pause until it is looked over, until it is kept; between looks at the file
_NARROW_EM, _LOW_EM = 70, 36
_SIDE = 400  # pixels at 100 %
_PANES = {"file": "The file", "try": "Try a minute", "playtest": "Playtest", "judge": "Judge a meeting", "publish": "Publish"}
_OF = {"persona": ("try", "publish"), "scenario": ("try", "playtest", "publish"), "rubric": ("judge", "publish")}


class WritingPage(QWidget):
    """``begin`` says what is written. Signals: ``closed()`` back to what was written; ``published(str, str, int)`` kind, id and
    the number of the version."""

    closed = Signal()
    published = Signal(str, str, int)

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        announcer: Announcer | None = None,
        open_file: Opener = show_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._open_file = engine, desk, open_file
        self._announcer = announcer or Announcer.of_app()
        self.store = Store(desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self.form: Form | None = None
        self.remarks: tuple[Remark, ...] = ()
        self.panes: dict[str, QWidget] = {}
        self.shown = ""
        self._keeping = self._publishing = False
        self._writing, self._asked, self._wrote = Lock(), 0, 0
        self._stamp: tuple[int, int] | None = None
        self._place: object = ()  # of the field that had the focus last
        self.summary: Summary | None = None
        self._look, self._keep = self._timer(LOOK, self._ask_look), self._timer(KEEP, self._keep_draft)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH)
        self._watch.timeout.connect(self.look_at_file)
        self._build()

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(call)
        return made

    def _build(self) -> None:
        self.back = Button("What you wrote", "link", "back")
        self.undo, self.redo = Tool("undo", "Undo", size=16), Tool("again", "Do it again", size=16)
        self.undo.setToolTip("Undo (Ctrl+Z)")
        self.redo.setToolTip("Do it again (Ctrl+Shift+Z)")
        self.title, self.state = Text("", "h2"), Text("", "caption", "muted", wrap=False)
        self.name = Text("", "bodyb", wrap=False)  # in the place of the title where there is little height
        self.banner = Banner()
        self.tabs = {key: Button(words, "tab") for key, words in _PANES.items()}
        self.form_tab = Button("The form", "tab")
        self.form_tab.clicked.connect(lambda: self.show_pane(""))
        self._summary = vbox(spacing=0)
        steps = wrap(hbox(self.undo, self.redo, spacing=0))
        head = vbox(
            wrap(hbox(self.back, (self.name, 1), self.state, steps, spacing=10)), self.title, self.banner, self._summary,
            Fold(self.form_tab, *self.tabs.values(), spacing=18), margins=(24, 14, 24, 0), spacing=6,
        )  # fmt: skip
        self._middle = QStackedWidget()
        self._panes = QStackedWidget()
        self._side = scroll(self._panes, "Beside the form")
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.hide()
        self._beside = hbox((self._middle, 1), self._side, margins=(24, 6, 16, 10), spacing=16)
        whole = vbox(head, (self._beside, 1), spacing=4)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.setAccessibleName("Write")
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back.clicked.connect(self.leave)
        self.banner.chosen.connect(self._choose_way)
        self.undo.clicked.connect(lambda: self._step(False))
        self.redo.clicked.connect(lambda: self._step(True))
        self._engine.bug.connect(self._after_bug)
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, key=key: self.show_pane("" if self.shown == key else key))
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), lambda: self._step(False)),
            (QKeySequence("Ctrl+Shift+Z"), lambda: self._step(True)),
            (QKeySequence("Ctrl+Y"), lambda: self._step(True)),
            (QKeySequence(NEXT), lambda: self.summary.step() if self.summary is not None else None),
            (QKeySequence("Ctrl+PgDown"), lambda: self.form.step_section(1) if self.form is not None else None),
            (QKeySequence("Ctrl+PgUp"), lambda: self.form.step_section(-1) if self.form is not None else None),
        ):
            QShortcut(keys, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ---- what is written

    def begin(self, kind: str, id: str = "", how: str = "edit") -> None:
        """Write something: ``new``, something of one's own (``edit``), or a copy of anything (``duplicate``)."""
        self.leave_draft()
        self.title.setText(f"{KIND[kind]} …")
        self._jobs.aside("open", lambda: self.store.open(kind, id, how), self.show_draft, self._not_opened)

    def _not_opened(self, problem: Problem) -> None:
        self.title.setText("It cannot be opened in the form")
        self.show_problem(problem)

    def show_draft(self, draft: Draft) -> None:
        """Show this draft."""
        self.leave_draft()
        self.draft = draft
        self.sheet = sheet = Sheet(draft.document, self)
        self._stamp = self._now()
        self.form = Form(sheet)
        self._middle.addWidget(self.form)
        self._middle.setCurrentWidget(self.form)
        self.summary = Summary(draft.kind)
        self._summary.addWidget(self.summary)
        self.summary.wanted.connect(self.go_to)
        for key, tab in self.tabs.items():
            tab.setVisible(key == "file" or key in _OF[draft.kind])
        sheet.edited.connect(self._edited)
        self.form.focused.connect(self._focused)
        self.form.builder.rested.connect(lambda: order(self))
        self.banner.hide()
        self._show_title()
        self._ask_look()
        self._watch.start()
        if self.isVisible():
            self.form.take_focus()
        self._fold()

    def _show_title(self) -> None:
        if self.draft is None:
            return
        title = visible(self.draft.title) or f"New {KIND[self.draft.kind].lower()}"
        if self.title.text() != title:
            self.title.setText(title)
            self._fold()
        document = self.draft.document
        self.undo.setEnabled(document.can_undo)
        self.redo.setEnabled(document.can_redo)

    def take_focus(self) -> None:
        """The focus to where one goes on."""
        if self.form is not None:
            self.form.take_focus()
        else:
            self.back.setFocus()

    # ---- edits

    def _edited(self) -> None:
        self.state.setText("Draft")
        self._look.start()
        self._keep.start()
        self._show_title()

    def _step(self, redo: bool) -> None:
        if self.sheet is not None and not self.sheet.back(redo):
            self._announcer.say(self, "Nothing to do again." if redo else "Nothing to undo.")

    def _ask_look(self) -> None:
        if self.draft is None:
            return
        document = self.draft.document.copy()
        self._jobs.aside("look", lambda: self.store.looked(document), self._looked)

    def _looked(self, looked: Looked) -> None:
        if self.form is None or self.sheet is None or self.summary is None:
            return
        known = self.sheet.names
        self.sheet.names, self.remarks = looked.names, looked.remarks
        if known != looked.names:
            self.form.refresh_choices()
        self.form.show_remarks(looked.remarks)
        self.summary.show_remarks(looked.remarks)
        if (pane := self.panes.get("publish")) is not None:
            pane.show_remarks(looked.remarks)  # type: ignore[attr-defined]

    def go_to(self, remark: Remark) -> None:
        """To the field that something is to be said about; what is about the whole file is shown in the file."""
        if self.form is None:
            return
        if self._narrow():
            self.show_pane("")
        if remark.path:
            self.form.go_to(remark.path)
        else:
            self.show_pane("file")
        self._announcer.say(self, remark.message)

    def _focused(self, path: object) -> None:
        self._place = path
        if (pane := self.panes.get("file")) is not None:
            pane.show_place(path)  # type: ignore[attr-defined]

    # ---- keeping

    def _keep_draft(self) -> None:
        draft = self.draft
        if draft is None or self._publishing:
            return
        if self._keeping:
            self._keep.start()
            return
        text, number = draft.document.text(), self._number()
        self._keeping = True
        self._jobs.send_aside(
            lambda: self._write(draft, text, number), lambda _: self._kept(draft), lambda problem: self._not_kept(draft, problem)
        )

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

    def _after_bug(self, _sentence: str) -> None:
        """Something unforeseen ended a job of somebody's: where it was ours, nobody waits for it any more."""
        self._keeping = False
        if self._publishing:
            self._published()

    def _kept(self, draft: Draft) -> None:
        self._keeping = False
        if draft is self.draft:
            self._stamp = self._now()
            self.state.setText("Draft, kept" if not draft.document.changed else "Draft")

    def _not_kept(self, draft: Draft, problem: Problem) -> None:
        self._keeping = False
        if draft is self.draft:
            self._tell_not_kept(problem)

    def _tell_not_kept(self, problem: Problem) -> None:
        from rehearse.writing.drafts import ChangedElsewhere

        self.state.setText("Draft, not kept")
        if isinstance(problem, ChangedElsewhere):
            self._offer_theirs()
        else:
            self.banner.say(visible(problem.sentence), visible(problem.hint), (("keep", "Try again"),), "amber")

    def _keep_at_once(self) -> None:
        """Keeps what was typed last without the engine, which may be gone in a moment."""
        self._keep.stop()
        if self.draft is not None and self.draft.document.changed and not self._publishing:
            try:
                self._write(self.draft, self.draft.document.text(), self._number())
            except Problem as problem:
                self._tell_not_kept(problem)

    # ---- what other programs do with the file

    def _now(self) -> tuple[int, int] | None:
        if self.draft is None:
            return None
        try:
            now = os.stat(self.draft.file)
        except OSError:
            return None
        return now.st_size, now.st_mtime_ns

    def look_at_file(self) -> None:
        """Notice what another program wrote."""
        draft, now = self.draft, self._now()
        if draft is None or self._keeping or now is None or now == self._stamp:
            return
        self._stamp = now
        if draft.changed_elsewhere:
            self._keep.stop()
            self._offer_theirs()

    def _offer_theirs(self) -> None:
        ways = (("theirs", "Take theirs"), ("mine", "Keep yours"))
        hint = "Taking theirs can be undone. Keeping yours puts it in the place of what they wrote."
        self.banner.say("Changed by another program.", hint, ways, "amber")

    def _choose_way(self, way: str) -> None:
        draft, sheet = self.draft, self.sheet
        if way == "keep":
            self._keep_draft()
        if draft is None or sheet is None or way not in ("theirs", "mine"):
            return
        try:
            if way == "mine":
                draft.keep_mine()
                self.state.setText("Draft, kept")
            else:
                sheet.about_to_rearrange.emit()
                draft.take_theirs()
                sheet.replaced()
        except Problem as problem:
            self.show_problem(problem)
        self._stamp = self._now()

    # ---- beside the form

    def show_pane(self, key: str) -> None:
        """Show one of the panes beside the form, or in its place where it is narrow; none with an empty key."""
        if key and self.draft is not None and self.sheet is not None:
            if key not in self.panes:
                pane = self.panes[key] = self._made(key)
                self._panes.addWidget(pane)
            self._panes.setCurrentWidget(self.panes[key])
        self.shown = key
        for name, tab in self.tabs.items():
            tab.setChecked(name == key)
        self._fold()
        order(self)
        pane_now = self.panes.get(key)
        if pane_now is not None and hasattr(pane_now, "take_focus") and key != "file":
            pane_now.take_focus()

    def _made(self, key: str) -> QWidget:
        draft, sheet = self.draft, self.sheet
        assert draft is not None
        assert sheet is not None
        if key == "file":
            from ui.writing.file_pane import FilePane

            pane = FilePane(sheet, str(draft.file))
            pane.editor_wanted.connect(self._open_editor)
            pane.show_place(self._place)  # type: ignore[arg-type]
            return pane
        if key == "try":
            from ui.writing.try_pane import try_pane

            return try_pane(self._engine, self.store, self._announcer, sheet)
        if key == "playtest":
            from ui.writing.playtest_pane import PlaytestPane

            return PlaytestPane(self._engine, self.store, self._announcer, sheet)
        if key == "judge":
            from ui.writing.judge_pane import JudgePane

            return JudgePane(self._engine, self._desk, self.store, self._announcer, sheet)
        from ui.writing.publish_pane import PublishPane

        publish = PublishPane(self._engine, self.store, sheet)
        publish.show_remarks(self.remarks)
        publish.publish_wanted.connect(self.publish)
        publish.bring_back_wanted.connect(self._bring_back)
        publish.fault_wanted.connect(lambda: self.summary.step() if self.summary is not None else None)
        return publish

    def _open_editor(self) -> None:
        self._keep_at_once()
        if self.draft is not None:
            self._open_file(str(self.draft.file))

    # ---- publishing

    def publish(self) -> None:
        """Make it the next version. Faults refuse."""
        draft, pane = self.draft, self.panes.get("publish")
        if draft is None or self._publishing:
            return
        self._keep_at_once()
        self._publishing = True
        shelf = self.store.shelf
        self._middle.setEnabled(False)

        def done(made: Published) -> None:
            self._published()
            kind, id, number = draft.kind, draft.id, made.version.number
            self._announcer.say(self, f"Published as version {number}.")
            if draft is self.draft:
                self.leave_draft(keep=False)
                self.published.emit(kind, id, number)

        def failed(problem: Problem) -> None:
            self._published()
            if pane is not None:
                pane.say(f"{problem.sentence} {problem.hint}".strip())  # type: ignore[attr-defined]
            self._ask_look()

        self._jobs.send_aside(lambda: shelf.publish(draft), done, failed)

    def _published(self) -> None:
        self._publishing = False
        self._middle.setEnabled(True)

    def _bring_back(self, number: int) -> None:
        draft, sheet = self.draft, self.sheet
        if draft is None or sheet is None:
            return
        try:
            text = self.store.shelf.version(draft.kind, draft.id, number).text()
            sheet.about_to_rearrange.emit()
            draft.document.become(text)
            sheet.replaced()
        except Problem as problem:
            self.show_problem(problem)

    # ---- coming and going

    def show_problem(self, problem: Problem) -> None:
        """Say a problem at the top."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), (), "amber")

    def leave(self) -> None:
        """Back to what was written."""
        self._keep_at_once()
        self.closed.emit()

    def leave_draft(self, keep: bool = True) -> None:
        """Put what is open away; it is kept as it was typed."""
        if keep:
            self._keep_at_once()
        for timer in (self._keep, self._look, self._watch):
            timer.stop()
        self._jobs.drop("look")
        self.show_pane("")
        for pane in self.panes.values():
            if hasattr(pane, "stop"):
                pane.stop()
            self._panes.removeWidget(pane)
            pane.deleteLater()
        self.panes = {}
        for part in (self.form, self.summary):
            if part is not None:
                part.hide()
                part.setParent(None)
                part.deleteLater()
        if self.form is not None:
            self.form.stop()
        if self.sheet is not None:
            self.sheet.deleteLater()
        self._place = ()
        self.draft, self.sheet, self.form, self.summary, self.remarks = None, None, None, None, ()
        self.state.setText("")

    def stop(self) -> None:
        """Keep what was typed, and drop what was asked and is not here yet."""
        self._keep_at_once()
        self._watch.stop()
        for pane in self.panes.values():
            if hasattr(pane, "stop"):
                pane.stop()
        self._jobs.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.draft is not None:
            self._watch.start()
            self._ask_look()  # what it refers to may have come or gone meanwhile

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_at_once()
        self._watch.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    # ---- width

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _narrow(self) -> bool:
        return theme_of(self).em(self.width()) < _NARROW_EM

    def _fold(self) -> None:
        theme, narrow = theme_of(self), self._narrow()
        self._side.setVisible(bool(self.shown))
        self._middle.setHidden(narrow and bool(self.shown))
        self.form_tab.setVisible(narrow)
        low = theme.em(self.height()) < _LOW_EM
        self.title.setHidden(low)
        self.name.setText(self.title.text() if low else "")
        if self.summary is not None:
            self.summary.set_low(low)
        self.form_tab.setChecked(not self.shown)
        wide = 16_777_215 if narrow else max(theme.px(_SIDE), self.width() * 2 // 5)
        self._side.setMaximumWidth(wide)
        self._side.setMinimumWidth(0 if narrow else min(theme.px(_SIDE), self.width() // 2))
