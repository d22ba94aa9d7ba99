"""Make a person: seven questions about the one you will meet, a minute with them beside, and Save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from rehearse.errors import Problem
from rehearse.making.origin import NEW, Origin
from ui.desk import Desk
from ui.engine import Engine
from ui.home.choices import Opener, show_folder
from ui.library.jobs import Jobs
from ui.making.foot import Foot
from ui.making.form import Form
from ui.making.sheet import Sheet
from ui.making.tabs import order
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.plain import visible

if TYPE_CHECKING:
    from rehearse.making.answers import Answers
    from rehearse.making.base import Base
    from rehearse.making.looking import Note
    from rehearse.making.maker import Opened, Saved
    from ui.making.away import PutAway
    from ui.making.trial import TryAMinute

KEYS = tuple(f"Alt+{number}" for number in range(1, 8))  # to each of the questions
LOOK, KEEP = 350, 700  # milliseconds after the last key: until it is looked over, until the draft is kept
_NARROW_EM, _WIDE_EM = 56, 70
_SIDE, _SLIM = 350, 300  # pixels at 100 %: how wide the minute stands beside the questions
_OVER = "over"


class MakingPage(QWidget):
    """``begin`` says who is made. Signals: ``start(object)`` a ``rehearse.preparation.Choice``; ``done()`` back to People."""

    start = Signal(object)
    done = Signal()

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        announcer: Announcer | None = None,
        open_folder: Opener = show_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._desk, self._open_folder = engine, desk, open_folder
        self._announcer = announcer or Announcer.of_app()
        self._jobs = Jobs(engine, self, self.show_problem)
        self._origin: Origin | None = None
        self._opened: Opened | None = None
        self.sheet: Sheet | None = None
        self.saved: Saved | None = None
        self._notes: tuple[Note, ...] = ()
        self._saving = self._tell_all = self._unkept = self._keeping = False
        self.form, self.foot = Form(self._announcer), Foot()
        self._trial: TryAMinute | None = None
        self._away: PutAway | None = None
        self._look, self._keep = self._timer(LOOK, self._ask_look), self._timer(KEEP, self._keep_draft)
        # What is said at a field that was left moves what stands below: not between the press of a mouse and its release.
        self._tell = self._timer(LOOK, self._show_notes)
        self._build()
        self._connect()
        self._fold()

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(call)
        return made

    def _build(self) -> None:
        self._tabs = QButtonGroup(self)
        self._bar: Box = hbox(spacing=20)
        for number, words in enumerate(("The seven questions", "Try a minute")):
            tab = Button(words, "tab")
            self._tabs.addButton(tab, number)
            self._bar.addWidget(tab)
        self._bar.addStretch(1)
        self._tabs.button(0).setChecked(True)
        self._head = wrap(self._bar)
        self._beside: Box = hbox(spacing=0)
        self._side = wrap(self._beside)
        whole = vbox(self._head, (hbox((self.form, 1), self._side, spacing=0), 1), self.foot, spacing=0)
        whole.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.setAccessibleName("Make a person")
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.form.back.clicked.connect(self.done)
        self.form.show_file.clicked.connect(self._show_file)
        self.form.problem.chosen.connect(self._choose_way)
        self.form.filled.connect(self._filled)
        self.form.left.connect(self._tell.start)
        self.form.rearranged.connect(self._order)
        self._tabs.idToggled.connect(self._switch)
        self.foot.save_wanted.connect(self.save)
        self.foot.show_wanted.connect(self.go_to)
        self.foot.meet_wanted.connect(self.meet)
        self._engine.bug.connect(lambda _sentence: self._save_over() if self._saving else None)
        for number, keys in enumerate(KEYS):
            QShortcut(QKeySequence(keys), self, lambda number=number: self.go_to_question(number))

    @property
    def trial(self) -> TryAMinute:
        """The minute with them."""
        if self._trial is None:
            from ui.making.trial import TryAMinute

            self._trial = TryAMinute(self._engine, self._desk, self._announcer)
            self._beside.add((self._trial, 1))
        return self._trial

    @property
    def away(self) -> PutAway:
        """The way back to answers that were put away."""
        if self._away is None:
            from ui.making.away import PutAway

            self._away = PutAway(self.form, self._take_back)
        return self._away

    # ---- who is made

    def begin(self, origin: Origin = NEW) -> None:
        """Make somebody new, somebody like a person, or change one of yours; what was begun with them goes on."""
        if origin != self._origin or self.saved is not None:
            self._keep_draft()
            self._open(origin)

    def _open(self, origin: Origin) -> None:
        self._jobs.stop()
        self._look.stop()
        self._tell.stop()
        if self.sheet is not None:
            self.sheet.deleteLater()
        if self._trial is not None:
            self._trial.stop()
        self._origin, self.sheet, self.saved = origin, None, None
        self._notes, self._saving, self._tell_all, self._unkept = (), False, False, False
        self.form.empty()
        self.form.name("Make a person", "The real one that you meet on Thursday. Guesses will do. What you type is kept.")
        self.foot.rest()
        self._jobs.aside("open", lambda: self._desk.maker.open(origin), lambda opened: self._fill(origin, opened))

    def _fill(self, origin: Origin, opened: Opened) -> None:
        self._opened = opened
        self.sheet = sheet = Sheet(opened.base, opened.answers, opened.library, self)
        self._tell_all = opened.draft or origin.kind == "edit"
        base = opened.base
        if origin.kind == "edit":
            file = visible(Path(base.file).name)
            lead = f"Yours to change. The file is {file}; what these questions do not ask stays in it."
            self.form.name(visible(base.before.name), lead, visible(base.file))
        elif base.persona is not None:
            lead = (
                f"Filled in like {visible(base.persona.name)}. Give them another name, and change what is different about them."
            )
            self.form.name("Make a person", lead)
        sheet.changed.connect(self._changed)
        self.form.fill(sheet)

    def _filled(self) -> None:
        sheet, opened = self.sheet, self._opened
        if sheet is None or opened is None:
            return
        self.trial.show_sheet(sheet)
        self._fold()
        self._order()
        if opened.draft and opened.outdated:
            ways = ((_OVER, "Read the file"),)
            self.form.problem.say("The file was changed after you began.", "What you see are your answers, not saved yet.", ways)
        elif opened.draft:
            ways = ((_OVER, "Start over"),)
            self.form.problem.say("You were here before.", "These are your answers, which were not saved yet.", ways)
        self._ask_look()

    def _order(self) -> None:
        if self._trial is not None and self.form.whole:
            order(self._head, self.form, self._trial, self.foot)

    # ---- answers

    def _changed(self) -> None:
        self._unkept = True
        self._look.start()
        self._keep.start()
        self._show_foot()

    def _ask_look(self) -> None:
        if self.sheet is not None:
            base, answers = self.sheet.base, self.sheet.answers
            self._jobs.aside("look", lambda: self._desk.maker.look(base, answers), self._looked)

    def _looked(self, notes: tuple[Note, ...]) -> None:
        self._notes = notes
        self._show_notes()
        self._show_foot()

    def _show_notes(self) -> None:
        self.form.show_notes(self._notes, self._tell_all)

    def _show_foot(self) -> None:
        sheet = self.sheet
        if sheet is None or self._saving:
            return
        base = sheet.base
        same = bool(base.file) and sheet.answers == base.before
        first = next(iter(sheet.answers.name.split()), "them")
        self.foot.show_notes(self._notes, Path(base.file).name if same else "", first, self.form.question_of)

    # ---- going places

    def _switch(self, number: int, on: bool) -> None:
        """In a narrow window: the questions, or the minute."""
        if on:
            self._fold()
            if number == 1 and self._trial is not None and not self._tabs.button(1).hasFocus():
                self._trial.take_focus()

    def go_to_question(self, number: int) -> None:
        """To one of the seven, from 0."""
        self._tabs.button(0).setChecked(True)
        self.form.go_to_question(number)

    def go_to(self, field: str) -> None:
        """To the field that something is to be said about."""
        self._tabs.button(0).setChecked(True)
        self._tell_all = True
        self.form.go_to(field)
        self._show_notes()

    def _show_file(self) -> None:
        if self.sheet is not None and self.sheet.base.file:
            self._open_folder(str(Path(self.sheet.base.file).parent))

    # ---- saving

    def save(self) -> None:
        """Save the person; where something is missing, go there. On disk before it is said."""
        sheet = self.sheet
        if sheet is None or self._saving or not self.form.whole:
            return
        if not self.form.worries.put_typed():
            self.go_to_question(3)
            return
        self._tell_all = self._saving = True
        self.foot.busy()
        base, answers = sheet.base, sheet.answers

        def looked(notes: tuple[Note, ...]) -> None:
            self._notes = notes
            blocking = next((note for note in notes if note.blocks), None)
            if blocking is None:
                call = lambda: self._desk.maker.save(base, answers)  # noqa: E731
                self._jobs.send_aside(call, lambda saved: self._on_disk(saved, sheet, answers), self._not_saved)
                return
            self._save_over()
            self.go_to(blocking.field)
            self._announcer.say(self, blocking.says, assertive=True)

        self._jobs.aside("save", lambda: self._desk.maker.look(base, answers), looked, self._not_saved)

    def _save_over(self) -> None:
        self._saving = False
        self._show_foot()

    def _not_saved(self, problem: Problem) -> None:
        self._save_over()
        self.show_problem(problem)

    def _on_disk(self, saved: Saved, sheet: Sheet, written: Answers) -> None:
        """It is on disk. From here on it is that file which is changed."""
        self._announcer.say(self, f"{saved.name} is saved.")

        async def remember() -> None:
            self._desk.change(last_persona=saved.id)

        self._jobs.send(remember)
        if self.sheet is not sheet:
            self._saving = False
            return
        self._keep.stop()
        self._unkept = False
        self._jobs.aside(
            "open",
            lambda: self._desk.maker.open(Origin("edit", saved.id)),
            lambda opened: self._go_on(opened, saved, sheet, written),
        )

    def _go_on(self, opened: Opened, saved: Saved, sheet: Sheet, written: Answers) -> None:
        """What was typed while it was being saved stays, and stands to be saved."""
        self._origin, self.saved, sheet.base = opened.base.origin, saved, opened.base
        if sheet.answers == written:
            sheet.answers = opened.answers
            self.form.take_ids(opened.answers)
        else:
            self._changed()
        name = visible(saved.name)
        self.form.name(name, f"{name} can be met now. The file is {visible(saved.file.name)}.", visible(str(saved.file)))
        had = self.foot.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else True
        self._save_over()
        self.form.problem.hide()  # only now, since the focus may wait on its button for Save to come back
        self._ask_look()
        if had and not self.foot.meet.isHidden():
            self.foot.meet.setFocus(Qt.FocusReason.OtherFocusReason)

    def meet(self) -> None:
        """Meet the person as they were saved."""
        if self.sheet is not None and self.sheet.base.file and self.sheet.base.persona is not None:
            from rehearse.choice import Choice

            self.start.emit(Choice(persona=self.sheet.base.persona.id))

    # ---- drafts

    def _keep_draft(self) -> None:
        self._keep.stop()
        if self.sheet is not None and self._unkept:
            self._unkept, self._keeping = False, True
            base, answers = self.sheet.base, self.sheet.answers
            self._jobs.send_aside(lambda: self._desk.maker.keep_draft(base, answers), self._kept, self.show_problem)

    def _kept(self, _nothing: object = None) -> None:
        self._keeping = False

    def _keep_at_once(self) -> None:
        """Keeps what was typed last without the engine, which may be gone in a moment, and with it what it was given to keep."""
        self._keep.stop()
        if self.sheet is not None and (self._unkept or self._keeping):
            self._unkept = self._keeping = False
            try:
                self._desk.maker.keep_draft(self.sheet.base, self.sheet.answers)
            except Problem as problem:
                self.show_problem(problem)

    def _choose_way(self, way: str) -> None:
        origin = self._origin
        if way != _OVER or origin is None:
            return
        self._keep.stop()
        self._unkept = False
        sheet = self.sheet

        def over(_: object) -> None:
            self._open(origin)
            if sheet is not None:
                self.away.offer(sheet.base, sheet.answers)

        self._jobs.send_aside(lambda: self._desk.maker.drop_draft(origin), over, self.show_problem)

    def _take_back(self, base: Base, answers: Answers) -> None:
        """Answers that were put away, as a draft again."""
        self._keep_draft()  # of somebody else who has been begun since
        self._unkept = False
        self._jobs.send_aside(
            lambda: self._desk.maker.keep_draft(base, answers), lambda _: self._open(base.origin), self.show_problem
        )

    # ---- telling, coming and going

    def show_problem(self, problem: Problem) -> None:
        """Say a problem at the top of the page; also for a meeting that could not be started."""
        from rehearse.making.maker import FileChanged

        ways = ((_OVER, "Read the file"),) if isinstance(problem, FileChanged) else ()
        self.form.problem.say(problem.sentence, problem.hint, ways, "amber")
        self._tabs.button(0).setChecked(True)
        self.form.show_top()

    def stop(self) -> None:
        """Drop what was asked and is not here yet; what was typed is kept."""
        self._keep_at_once()
        self._look.stop()
        self._jobs.stop()
        if self._trial is not None:
            self._trial.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._origin is None:
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_draft()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    # ---- layout

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        theme = theme_of(self)
        em = theme.em(self.width())
        narrow, tries = em < _NARROW_EM, self._tabs.checkedId() == 1
        self._head.setVisible(narrow)
        self.form.setVisible(not narrow or not tries)
        self._side.setVisible(self._trial is not None and (not narrow or tries))
        self.foot.setVisible(not narrow or not tries)  # a minute takes all the room that there is
        wide = theme.px(_SIDE if em >= _WIDE_EM else _SLIM)
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(16_777_215 if narrow else wide)
        side = 16 if narrow else 32
        self.form.set_side(side, side if narrow else 24)
        self._bar.set_space(margins=(side, 6, side, 0))
        self._beside.set_space(margins=(side, 12, side, 12) if narrow else (12, 20, 24, 20))
