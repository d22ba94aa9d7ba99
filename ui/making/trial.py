"""Try a minute: a real, short meeting with the person as they stand. Offline, four lines, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine, Job
from ui.making.flow import Flow
from ui.making.sheet import Sheet
from ui.settings.parts import Fold
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.steps import HUES, WORDS
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from rehearse.making.trial import Heard, Trial

_STEPS = ("resists", "complies", "agrees", "buys_in")


class TryAMinute(QWidget):
    """Stands beside the questions. ``show_sheet`` says whom it is about."""

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer) -> None:
        super().__init__()
        self._engine, self._desk, self._announcer = engine, desk, announcer
        self._sheet: Sheet | None = None
        self._trial: Trial | None = None
        self._of: object = None  # the answers that the trial was begun with
        self._job: Job | None = None
        self._came_from_begin = False
        self._name = Text("Try a minute", "title")
        self._lead = Text("Four lines, by rules, on this computer. Kept nowhere.", "body", "muted")
        self.begin = Button("Try a minute", icon="chat")
        self.left = Text("", "caption", "muted", wrap=False)
        self.state = Text("", "caption", "muted")
        self.say = TextBox("Say something to them", "Your line to them", 2, 5, sends=True)
        self.say_it = Button("Say it", "primary", "up")
        self._talk = vbox(spacing=12)
        self._area = scroll(Host(vbox(self._talk, None, margins=(0, 2, 10, 2)), ground=None), "Their minute", ground=False)
        self._area.setMinimumHeight(60)
        self._composer = Card("raised", 12, 0, "control", pad=10)
        self._composer.box.add(hbox((self.say, 1), wrap(vbox(None, self.say_it)), spacing=8))
        self._composer.show_focus_of(self.say)
        self._below = QWidget()  # takes the room of the talk while there is none
        self.card = Card(pad=16)
        self.card.setAccessibleName("Try a minute")
        self.card.box.add(
            self._name,
            self._lead,
            Fold(self.begin, self.left, spacing=12),
            self.state,
            (self._area, 1),
            (self._below, 1),
            self._composer,
        )
        self.setLayout(vbox((self.card, 1)))
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))  # what was said last is in sight once it has its place
        self.begin.clicked.connect(self.start)
        self.say.sent.connect(self._say)
        self.say_it.clicked.connect(self._say)
        engine.bug.connect(self._after_bug)
        self._show()

    # ---- whom it is about

    def show_sheet(self, sheet: Sheet) -> None:
        """Take these answers; a minute with others is over."""
        self.stop()
        self._sheet = sheet
        self._trial, self._of = None, None
        clear(self._talk)
        sheet.changed.connect(self._show)
        self._show()

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self) -> None:
        sheet, trial = self._sheet, self._trial
        there = sheet is not None and bool(sheet.answers.worries)
        self.begin.setEnabled(there and self._job is None)
        self.begin.set_text("Begin again" if trial is not None else "Try a minute")
        talking = trial is not None and trial.left > 0
        self._composer.setVisible(talking)
        self._lead.setVisible(trial is None)
        self._area.setVisible(trial is not None)
        self._below.setVisible(trial is None)
        self.say_it.setEnabled(self._job is None)
        said = ""
        if not there:
            said = "They can talk once you have chosen one worry of theirs."
        elif trial is not None and sheet is not None and sheet.answers != self._of:
            said = "You have changed something since. Begin again to hear it."
        self.state.setText(said)
        self.state.setHidden(not said)
        left = trial.left if trial is not None else 0
        self.left.setText(f"{left} {'lines' if left > 1 else 'line'} left")
        self.left.setHidden(not left)

    def take_focus(self) -> None:
        """The focus to where one goes on."""
        at = self.say if not self._composer.isHidden() else self.begin
        at.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- talking

    @property
    def waits(self) -> bool:
        """Whether an answer of theirs is on its way; another line is not said before."""
        return self._job is not None

    def start(self) -> None:
        """Begin a minute with the person as they stand now."""
        sheet = self._sheet
        if sheet is None or self._job is not None:
            return
        base, answers = sheet.base, sheet.answers

        def begun(trial: Trial) -> None:
            self._job, self._came_from_begin = None, False
            self._trial, self._of = trial, answers
            clear(self._talk)
            self._hear((trial.opening,))
            self._show()
            self.say.clear()
            self.say.setFocus()

        self._came_from_begin = self.begin.hasFocus()
        self._job = self._engine.aside(lambda: self._desk.maker.trial(base, answers), begun, self._failed)
        self._show()

    def _say(self) -> None:
        words, trial = self.say.text().strip(), self._trial
        if not words or trial is None or self._job is not None or not trial.left:
            return
        self._add(Text("You", "captionb", "muted"), Text(visible(words) if "\n" not in words else words, "body"))
        self.say.clear()

        async def answer() -> tuple[Heard, ...]:
            return await trial.say(words)

        def heard(lines: tuple[Heard, ...]) -> None:
            self._job = None
            self._hear(lines)
            self._show()
            (self.say if trial.left else self.begin).setFocus()

        self._job = self._engine.ask(answer, heard, self._failed)
        self._show()

    def _failed(self, problem: Problem) -> None:
        self._job = None
        self._show()
        if self._came_from_begin:  # which could not hold the focus meanwhile
            self.begin.setFocus()
        self.state.setText(f"{problem.sentence} {problem.hint}".strip())
        self.state.show()
        self._announcer.say(self.state, self.state.text())

    def _after_bug(self, sentence: str) -> None:
        """Something unforeseen ended a job of somebody's: where it was ours, nobody waits for it any more."""
        if self._job is not None and self._job.over:
            self._failed(Problem(sentence))

    # ---- what was said

    def _hear(self, lines: tuple[Heard, ...]) -> None:
        trial = self._trial
        name = visible(trial.persona.first_name) if trial is not None else ""
        for line in lines:
            head = Flow(6)  # a long name or worry goes on in the next line
            for part in (Text(name, "captionb", "muted", wrap=False), *self._chips(line)):
                head.addWidget(part)
            self._add(wrap(head), Text(line.text, "body"))
            self._announcer.say(self, f"{name}: {line.text}")
        last = lines[-1]
        if last.ended and trial is not None:
            step, person = _STEPS.index(last.ladder), trial.persona
            where = Text(f"Where {person.pronouns} {person.verb('stands', 'stand')} now", "caption", "muted", wrap=False)
            self._add(wrap(hbox(where, Chip(WORDS[step], HUES[step]), None, spacing=8)))

    def _chips(self, line: Heard) -> list[Chip]:
        return [Chip(f"Objection: {visible(line.about)}", "brick", "diamond")] if line.about else []

    def _add(self, *parts: QWidget) -> None:
        self._talk.add(wrap(vbox(*parts, spacing=2)))
