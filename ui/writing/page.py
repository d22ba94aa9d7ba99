"""Writing a person, a situation or a way to judge: the form, what is to be said about it, and beside it the file, a minute, the
playtest and publishing."""

from __future__ import annotations

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
from ui.writing.keeping import Keeping
from ui.writing.panes import NAMES, Panes, has
from ui.writing.plain_words import KIND
from ui.writing.sheet import Sheet
from ui.writing.store import Looked, Store
from ui.writing.summary import NEXT, Summary

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from rehearse.writing.drafts import Draft
    from rehearse.writing.nodes import Path
    from rehearse.writing.shelf import Published

LOOK = 350  # milliseconds: a pause until it is looked over
_NARROW_EM, _LOW_EM = 70, 36
_SIDE = 400  # pixels at 100 %


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
        self.shown = ""
        self.summary: Summary | None = None
        self.keeping = Keeping(self._jobs, self)
        self._panes = Panes(engine, desk, self.store, self._announcer)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._ask_look)
        self._build()

    @property
    def panes(self) -> dict[str, QWidget]:
        """Those beside the form that there are, by key."""
        return self._panes.made

    def _build(self) -> None:
        self.back = Button("What you wrote", "link", "back")
        self.undo, self.redo = Tool("undo", "Undo", size=16), Tool("again", "Do it again", size=16)
        self.undo.setToolTip("Undo (Ctrl+Z)")
        self.redo.setToolTip("Do it again (Ctrl+Shift+Z)")
        self.title, self.state = Text("", "h2"), Text("", "caption", "muted", wrap=False)
        self.name = Text("", "bodyb", wrap=False)  # in the place of the title where there is little height
        self.banner = Banner()
        self.tabs = {key: Button(words, "tab") for key, words in NAMES.items()}
        self.form_tab = Button("The form", "tab")
        self.form_tab.clicked.connect(lambda: self.show_pane(""))
        self._summary = vbox(spacing=0)
        steps = wrap(hbox(self.undo, self.redo, spacing=0))
        head = vbox(
            wrap(hbox(self.back, (self.name, 1), self.state, steps, spacing=10)), self.title, self.banner, self._summary,
            Fold(self.form_tab, *self.tabs.values(), spacing=18), margins=(24, 14, 24, 0), spacing=6,
        )  # fmt: skip
        self._middle = QStackedWidget()
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
        self.keeping.told.connect(self.state.setText)
        self.keeping.failed.connect(self._not_kept)
        self.keeping.elsewhere.connect(self._offer_theirs)
        self._panes.editor_wanted.connect(self._open_editor)
        self._panes.publish_wanted.connect(self.publish)
        self._panes.bring_back_wanted.connect(self._bring_back)
        self._panes.fault_wanted.connect(self._next_fault)
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, key=key: self.show_pane("" if self.shown == key else key))
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), lambda: self._step(False)),
            (QKeySequence("Ctrl+Shift+Z"), lambda: self._step(True)),
            (QKeySequence("Ctrl+Y"), lambda: self._step(True)),
            (QKeySequence(NEXT), self._next_fault),
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
        self.keeping.begin(draft)
        self.form = Form(sheet)
        self._middle.addWidget(self.form)
        self._middle.setCurrentWidget(self.form)
        self.summary = Summary(draft.kind)
        self._summary.addWidget(self.summary)
        self.summary.wanted.connect(self.go_to)
        for key, tab in self.tabs.items():
            tab.setVisible(has(draft.kind, key))
        sheet.edited.connect(self._edited)
        sheet.refused.connect(self.show_problem)
        self.form.focused.connect(self._focused)
        self.form.builder.rested.connect(lambda: order(self))
        self.banner.hide()
        self._show_title()
        self._ask_look()
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
        self._look.start()
        self.keeping.soon()
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
        self._panes.show_remarks(looked.remarks)

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

    def _focused(self, path: Path) -> None:
        self._panes.show_place(path)

    def _next_fault(self) -> None:
        if self.summary is not None:
            self.summary.step()

    # ---- keeping, and what other programs do with the file

    def look_at_file(self) -> None:
        """Notice what another program wrote."""
        self.keeping.look_at_file()

    def _after_bug(self, _sentence: str) -> None:
        self.keeping.free()
        if self.keeping.held:
            self._published()

    def _not_kept(self, problem: Problem) -> None:
        self.banner.say(visible(problem.sentence), visible(problem.hint), (("keep", "Try again"),), "amber")

    def _offer_theirs(self) -> None:
        ways = (("theirs", "Take theirs"), ("mine", "Keep yours"))
        hint = "Taking theirs can be undone. Keeping yours puts it in the place of what they wrote."
        self.banner.say("Changed by another program.", hint, ways, "amber")

    def _choose_way(self, way: str) -> None:
        draft, sheet = self.draft, self.sheet
        if way == "keep":
            self.keeping.keep()
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
        self.keeping.seen()

    # ---- beside the form

    def show_pane(self, key: str) -> None:
        """Show one of the panes beside the form, or in its place where it is narrow; none with an empty key."""
        if key and self.draft is not None and self.sheet is not None:
            self._panes.show_pane(key, self.draft, self.sheet)
        self.shown = key
        for name, tab in self.tabs.items():
            tab.setChecked(name == key)
        self._fold()
        order(self)
        self._panes.take_focus(key)

    def _open_editor(self) -> None:
        self.keeping.at_once()
        if self.draft is not None:
            self._open_file(str(self.draft.file))

    # ---- publishing

    def publish(self) -> None:
        """Make it the next version. Faults refuse."""
        draft = self.draft
        if draft is None or self.keeping.held:
            return
        self.keeping.at_once()
        self.keeping.held = True
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
            self._panes.refused(f"{problem.sentence} {problem.hint}".strip())
            self._ask_look()

        self._jobs.send_aside(lambda: shelf.publish(draft), done, failed)

    def _published(self) -> None:
        self.keeping.held = False
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
        self.keeping.at_once()
        self.closed.emit()

    def leave_draft(self, keep: bool = True) -> None:
        """Put what is open away; it is kept as it was typed."""
        if keep:
            self.keeping.at_once()
        self.keeping.end()
        self._look.stop()
        self._jobs.drop("look")
        self.show_pane("")
        self._panes.drop()
        for part in (self.form, self.summary):
            if part is not None:
                part.hide()
                part.setParent(None)
                part.deleteLater()
        if self.form is not None:
            self.form.stop()
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.draft, self.sheet, self.form, self.summary, self.remarks = None, None, None, None, ()
        self.state.setText("")

    def stop(self) -> None:
        """Keep what was typed, and drop what was asked and is not here yet."""
        self.keeping.at_once()
        self.keeping.watch(False)
        self._panes.stop()
        self._jobs.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.draft is not None:
            self.keeping.watch()
            self._ask_look()  # what it refers to may have come or gone meanwhile

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeping.at_once()
        self.keeping.watch(False)
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
