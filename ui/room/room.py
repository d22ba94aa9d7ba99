"""The rehearsal room: one meeting, from the opening line to the closing one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from rehearse import events
from rehearse.errors import Problem, Way
from rehearse.meeting import MOST_CHARACTERS, Meeting
from rehearse.preparation import title_of
from ui.desk import Desk
from ui.engine import Engine
from ui.room.course import Course
from ui.room.frame import Frame
from ui.room.pace import Pace
from ui.room.quiet import Quiet
from ui.room.session import Session
from ui.room.takes import named_takes
from ui.room.ticks import Ticks
from ui.widgets.announcer import Announcer
from ui.widgets.plain import visible

GO_ON = "Please go on, what were you going to say?"  # an open question: it costs no patience


class Room(Frame):
    """Show a meeting with `show_meeting`; `close_room` stops what runs (what was said is kept).

    Signals: `left(str)` the id of the rehearsal that was left; `wrapped_up(object)` the Meeting that has ended and is to be
    reviewed; `settings_wanted()`.
    """

    left = Signal(str)
    wrapped_up = Signal(object)
    settings_wanted = Signal()

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self._announcer = announcer or Announcer.of_app()
        self._meeting: Meeting | None = None
        self._draft = ""  # said, and not yet on disk
        self._waits = False  # a line waits for them to finish
        self.session = Session(engine, desk, self)
        self.pace = Pace(self)
        self.ticks = Ticks(engine, self)
        self.quiet = Quiet(self)
        self.course = Course(self, desk, self.pace, self.ticks, self._announcer)
        self._wire()

    def _wire(self) -> None:
        self.session.happened.connect(self.course.take)
        self.session.happened.connect(self._heard)
        self.quiet.thinking.connect(self.composer.set_thinking)
        self.quiet.long.connect(lambda: self.course.take(events.Waiting(self._desk.settings.tell)))
        self.course.stored.connect(self._stored)
        self.session.settled.connect(self._settled)
        self.session.busy_changed.connect(self._busy)
        self.session.trouble.connect(self._problem)
        self.ticks.changed.connect(self.side.set_used)
        self.pace.ticked.connect(self._show_clock)
        self.pace.two_minutes.connect(lambda: self._announce("Two minutes left."))
        self.pace.time_up.connect(self._time_up)
        self.bar.left.connect(self.leave)
        self.bar.paused.connect(lambda paused: self.pace.stop_for("user", paused))
        self.bar.wrap_up.connect(self.wrap_up)
        self.bar.facts.connect(self._toggle_facts)
        self.bar.take_chosen.connect(self._choose_take)
        self.composer.said.connect(self._say)
        self.composer.stopped.connect(self._escape)
        self.composer.typed.connect(self._typed)
        self.conversation.again.connect(self.try_again)
        self.conversation.earlier_changed.connect(lambda count: self.earlier.setVisible(count > 0))
        self.earlier.clicked.connect(self.conversation.show_earlier)
        self.notices.chosen.connect(self._chosen)
        self.notices.counted.connect(self.composer.set_status)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Esc", self._escape), ("Ctrl+R", self._read_again), ("Ctrl+T", self._tell_state)):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(act)
        self._enter = [QShortcut(QKeySequence(keys), self, context=within) for keys in ("Return", "Enter")]
        for shortcut in self._enter:
            shortcut.activated.connect(self._read_review)
            shortcut.setEnabled(False)

    # ---- what the window calls

    @property
    def meeting(self) -> Meeting | None:
        return self._meeting

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        return (self.composer.box, self.conversation, self.side.area, self.bar.end)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting, new or resumed. One whose last line is yours is answered at once."""
        self.composer.fill("")
        self._show(meeting)
        last = meeting.tree[meeting.leaf]
        if last.speaker == "stakeholder":
            self._announce(f"{visible(meeting.setting.persona.name)}: {last.text}", on=self.conversation)

    def close_room(self) -> None:
        """Stop what runs and let the clock stand; what was said is kept. May be called twice."""
        self.session.close()
        self.pace.close()
        self.quiet.end()
        self.ticks.stop()
        self.notices.clear()
        self._meeting = None

    def apply_settings(self) -> None:
        """Settings have changed: keys, clock, and who plays from the next line on."""
        self.composer.set_enter_says(self._desk.settings.enter_says)
        if self._meeting is None:
            return
        self.pace.seen = self._desk.settings.clock
        self.fold(self._desk.settings.clock)
        if not self.session.busy and self._meeting.ended is None:
            self.session.recast(False, self._show_player)

    def leave(self) -> None:
        """Go out. What is being said is kept as far as it came."""
        if self._meeting is not None:
            rehearsal = self._meeting.rehearsal
            self.session.interrupt(lambda: (self.close_room(), self.left.emit(rehearsal)))  # type: ignore[func-returns-value]

    def wrap_up(self) -> None:
        """Ask for their closing words, and go to the review once they are said."""
        if self._meeting is None:
            return
        if self._meeting.ended is not None and not self.session.busy:
            self._read_review()
        elif self.session.busy:
            if not self.session.wrapping:
                self.session.interrupt(self.wrap_up)
        else:
            self.notices.clear()
            self.session.wrap_up()

    def try_again(self, turn: str, typed: str = "") -> None:
        """Go back to before a line of yours. Its words are put into the say box, or what was typed in their place; the take that
        was is kept."""
        meeting = self._meeting
        if meeting is None or turn not in meeting.tree:
            return
        if self.session.busy:
            self.session.interrupt(lambda: self.try_again(turn, typed))
            return
        chosen = meeting.tree[turn]
        if chosen.speaker == "you" and chosen.parent is not None:
            self.session.back_to(chosen.id, lambda: self._went_back(chosen.text, typed.strip()))

    # ---- showing

    def _show(self, meeting: Meeting) -> None:
        self.close_room()
        self._meeting, self._draft, self._waits = meeting, "", False
        persona = meeting.setting.persona
        self.session.hold(meeting)
        self.course.hold(meeting)
        self._hold_clock()
        self.bar.set_meeting(title_of(meeting.setting), persona.name, persona.role)
        self._show_player()
        self.person.set_person(persona)
        self.notices.set_person(persona)
        self.composer.set_person(persona)
        self.composer.set_enter_says(self._desk.settings.enter_says)
        self.side.set_setting(meeting.setting)
        self.conversation.set_emblem(persona.emblem)
        self._show_take()
        self.composer.focus_box()
        if meeting.ended is None and meeting.tree[meeting.leaf].speaker == "you":
            self.session.reply()

    def _show_take(self) -> None:
        meeting = self._held()
        self.course.show_take()
        self._show_takes()
        self.person.set_state("listening" if meeting.ended is None else "gone")
        self._set_over(meeting.ended is not None)
        self.fold(self._desk.settings.clock)

    def _show_player(self) -> None:
        self.bar.set_player(self.session.plays, visible(self._held().setting.persona.first_name))

    def _show_takes(self) -> None:
        names = named_takes(self._held())
        self.bar.set_takes(names.leaves, names.current, names.titles)

    def _show_clock(self) -> None:
        if self._meeting is not None:
            self.bar.clock.set(self._meeting.left, self._meeting.limit)
            self.bar.set_paused(self.pace.paused, self.pace.begun and not self.pace.running and self.pace.paused)

    def _hold_clock(self) -> None:
        self.pace.hold(self._held(), self._desk.settings.clock)
        self.pace.stop_for("away", not self.isVisible())

    # ---- what happens in the meeting

    def _say(self, text: str) -> None:
        if self._meeting is None or self._meeting.ended is not None:
            return
        if self.session.busy:
            self._wait_with_it(True)
            return
        if len(text) > MOST_CHARACTERS:
            self.notices.tell(
                Problem("This is longer than one line can be.", f"Say it in parts of {MOST_CHARACTERS:,} characters.")
            )
            return
        self._draft = text
        self.composer.fill("")
        self.notices.clear()
        self.pace.stop_for("waiting")
        self.session.say(text)

    def _wait_with_it(self, wait: bool) -> None:
        """Enter while they speak: the line is said when they have finished, or at once after Esc. Typing on takes it back."""
        if wait != self._waits:
            self._waits = wait
            her = self._held().setting.persona
            words = f"It is said when {her.pronouns} {her.verb('has', 'have')} finished. Esc to interrupt {her.object_pronoun}."
            self.composer.set_status(words if wait else "")
            if wait:
                self._announce(words)

    def _stored(self) -> None:
        self._draft = ""

    def _busy(self, busy: bool) -> None:
        self.composer.set_busy(busy)
        if busy and self._meeting is not None and self._meeting.ended is None:
            self.person.set_state("thinking")
            self.quiet.begin(self._desk.settings.tell)
        else:
            self.quiet.end()

    def _heard(self, event: events.Event) -> None:
        if isinstance(event, (events.Spoke, events.Waiting, events.Retrying)):
            self.quiet.end()
        else:
            self.quiet.step()

    def _settled(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        speaking = self.conversation.speaking
        if speaking is not None and speaking in meeting.tree:
            self.course.finish(meeting.tree[speaking])  # type: ignore[index]
        elif speaking is not None:
            self.conversation.drop()
        if self._draft:
            self.composer.fill(self._draft)
            self._draft = ""
        self.notices.heard()
        if not self.notices.troubled:
            self.pace.stop_for("waiting", False)
        self._show_takes()
        self.person.set_state("listening" if meeting.ended is None else "gone")
        if meeting.ended is not None:
            self._set_over(True)
            if self.session.wrapping:
                self._read_review()
        waited = self._waits
        self._wait_with_it(False)
        if waited and meeting.ended is None and not self.notices.troubled and self.composer.text().strip():
            # After whatever was to come next, such as going back to a moment.
            QTimer.singleShot(0, self, lambda: self._say(self.composer.text().strip()) if not self.session.busy else None)

    def _problem(self, problem: Problem) -> None:
        self.notices.tell(problem)

    def _set_over(self, over: bool) -> None:
        self.composer.set_over(over)
        for shortcut in self._enter:
            shortcut.setEnabled(over)
        if over:
            self.pace.close()
            if not self.session.wrapping:
                self.notices.over()

    def _read_review(self) -> None:
        meeting = self._meeting
        if meeting is not None and meeting.ended is not None and not self.session.busy:
            self.wrapped_up.emit(meeting)

    # ---- ways on

    def _chosen(self, way: str) -> None:
        match way:
            case Way.TRY_AGAIN.value:
                self.session.recast(False, self._again)
            case Way.GO_OFFLINE.value:
                self.session.interrupt(lambda: self.session.recast(True, self._go_on_offline))
            case Way.OPEN_SETTINGS.value:
                self.notices.after_settings()
                self.settings_wanted.emit()
            case Way.GO_ON_SPEAKING.value:
                self._say(GO_ON)
            case Way.WRAP_UP.value:
                self.wrap_up()
            case "extend":
                self.pace.extend(2)
                self.composer.focus_box()
            case "review":
                self._read_review()
            case _:
                self.composer.focus_box()

    def _again(self) -> None:
        """Ask again for what did not come. A line that stopped in the middle is left out of this take, and kept."""
        meeting = self._held()
        self._show_player()
        last = meeting.tree[meeting.leaf]
        if last.speaker == "stakeholder" and last.state != "whole" and last.parent is not None:
            self.conversation.open(self.course.rows(meeting.tree.take(last.parent)))
        self.session.again()

    def _go_on_offline(self) -> None:
        self._show_player()
        meeting = self._held()
        if meeting.tree[meeting.leaf].state != "whole":
            self._again()  # the rules say the line that stopped
        elif meeting.tree[meeting.leaf].speaker == "you" or (self.session.wrapping and meeting.ended is None):
            self.session.again()
        else:
            self.composer.focus_box()

    def _went_back(self, words: str, typed: str) -> None:
        self.notices.clear()
        self._hold_clock()
        self.session.forget_wrapping()
        self._show_take()
        self.conversation.quiet("A new take. The other one is kept.")
        self.conversation.to_end()
        self.composer.fill(typed or words, chosen=not typed)  # what is theirs to edit is not lost at the first key
        self.composer.focus_box()
        told = " Your line is in the box." if typed else ""
        self._announce(f"A new take. The other one is kept.{told}")

    def _choose_take(self, leaf: str) -> None:
        meeting = self._meeting
        if meeting is not None and leaf in meeting.tree and leaf != meeting.leaf:
            self.session.interrupt(lambda: self.session.take(leaf, self._show))  # type: ignore[arg-type]

    def _time_up(self) -> None:
        if self._held().ended is None:
            self.notices.time_up()

    # ---- keys and small things

    def _typed(self) -> None:
        if self._meeting is not None and self._meeting.ended is None:
            self._wait_with_it(False)
            self.pace.begin()

    def _escape(self) -> None:
        if self.floor.drawer_open:
            self._toggle_facts()
        elif self.session.busy:
            self.session.interrupt()

    def _toggle_facts(self) -> None:
        if self.floor.toggle_drawer():
            self.side.area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.composer.focus_box()

    def _read_again(self) -> None:
        hers = next((row for row in reversed(self.conversation.rows) if not row.mine), None)
        if hers is not None:
            self._announce(f"{hers.name}: {hers.text}", on=self.conversation)

    def _tell_state(self) -> None:
        if self._meeting is not None:
            step = self.person.ladder.accessibleDescription()
            clock = self.bar.clock.accessibleName() if self._desk.settings.clock else ""
            self._announce(f"{clock}. {step}." if clock else f"{step}.")

    def _announce(self, words: str, on: QWidget | None = None) -> None:
        self._announcer.say(on or self, words)

    def _held(self) -> Meeting:
        if self._meeting is None:
            raise RuntimeError("no meeting is shown")
        return self._meeting

    # ---- in sight and out of it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pace.stop_for("away", False)
        self.composer.focus_box()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is in the room: the clock stands."""
        super().hideEvent(event)
        self.pace.stop_for("away")
