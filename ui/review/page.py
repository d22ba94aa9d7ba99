"""The review screen: shows a review, fetches or makes one, and says what is wanted next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from rehearse.errors import Problem
from rehearse.meeting import Meeting
from rehearse.review.agreement import Agreement, agreements
from rehearse.review.types import Review
from rehearse.rubrics import Rubric
from ui.assigned.back import with_feedback
from ui.desk import By, Desk
from ui.engine import Engine, Job
from ui.exports.saving import HOLDS, ask_where
from ui.review import seen as fetching
from ui.review.asides import Asides
from ui.review.judged import Judged
from ui.review.marking import Marking
from ui.review.notes import remarks
from ui.review.saying import Saying
from ui.review.seen import UNKEPT, Seen
from ui.review.sheet import Sheet
from ui.review.waiting import Waiting
from ui.review.words import judged_again
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.layouts import Box, vbox
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from rehearse.exchange.forms import Form
    from ui.assigned.answering import Answering

_READING = "Reading what was said …"


class ReviewPage(QWidget):
    """Signals: ``again(str)`` a meeting like this one; ``try_turn(str, str)`` meeting and line of yours; ``go_on(str)`` with an
    open meeting; ``settings_wanted()``; ``answer(str, str)`` the digest of a feedback, and the meeting that it is on.
    """

    next_meeting = Signal(str, object)
    again = Signal(str)
    try_turn = Signal(str, str)
    go_on = Signal(str)
    settings_wanted = Signal()
    answer = Signal(str, str)

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = self.engine = engine
        self._desk = self.desk = desk
        self._announcer = self.announcer = announcer or Announcer.of_app()
        self._job: Job | None = None
        self._repeat: Callable[[], None] | None = None
        self._judging: Meeting | None = None
        self._markings: dict[str, Marking] = {}
        self._answering: Answering | None = None
        self._marked = ""  # the meeting that these are of
        self.saying = Saying(engine, desk, self)
        self.saying.failed.connect(lambda problem: self.banner.say(problem.sentence, problem.hint, kind="amber"))
        self.sheet: Sheet | None = None
        self.judged: Judged | None = None
        self.dialog: QFileDialog | None = None
        self.waiting = Waiting()
        self.waiting.stopped.connect(self._stop_judging)
        self.waiting.again.connect(self._try_again)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waiting)
        layout = vbox(self.banner, (self.stack, 1), spacing=0)
        layout.setSizeConstraint(Box.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.stack)
        self.toast = Toast(self)
        self.asides = Asides(self)
        for key, act in ((QKeySequence.StandardKey.Find, self._find), (QKeySequence.StandardKey.Undo, self._undo)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---- what to show

    @property
    def seen(self) -> Seen | None:
        """What is shown, if anything is."""
        return self.sheet.seen if self.sheet is not None else None

    def show_review(self, meeting: Meeting, review: Review, reviews: tuple[dict[str, Any], ...] = ()) -> None:
        """Show a review at once. `reviews` are those of the library, of any take."""
        self.stop()
        self._show(fetching.seen(meeting, review, reviews))

    def show_rehearsal(self, rehearsal_id: str, leaf: str | None = None, turn: str | None = None) -> None:
        """Show the newest review of a take of the library; it is judged now where it never was. Goes to `turn`, where given."""

        def shown(found: Seen) -> None:
            self._show(found)
            if turn is not None and self.sheet is not None:
                self.sheet.show_line(turn)

        self._begin(
            lambda: fetching.fetch(self._desk, rehearsal_id, leaf, turn),
            shown,
            lambda: self.show_rehearsal(rehearsal_id, leaf, turn),
        )

    def judge(self, meeting: Meeting, by: By = "settings", before: Review | None = None) -> None:
        """Judge the take that a meeting stands at, and show the review; with `before`, say as well what differs from that one."""
        self._begin(
            lambda: fetching.judged(self._desk, meeting, by), self._beside(before), lambda: self.judge(meeting, by, before)
        )
        model = self._desk.plays if by in ("once", "thrice") else self._judge_model if by == "settings" else ""
        if model:
            self._judging = meeting
            self.waiting.show_reading(_READING, f"{model} is judging. That may take a minute.", True)

    def stop(self) -> None:
        """Drop what is being fetched or judged."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._judging = None

    @property
    def _judge_model(self) -> str:
        """The model that judges, or nothing where it is done offline."""
        return self._desk.plays if self._desk.settings.judged_by == "model" else ""

    def _begin(self, work: Callable[[], Awaitable[Seen]], done: Callable[[Seen], None], repeat: Callable[[], None]) -> None:
        self.stop()
        self._repeat = repeat
        self.banner.hide()
        self.waiting.show_reading(_READING)
        self.stack.setCurrentWidget(self.waiting)
        self._announcer.say(self, _READING)

        async def read() -> Seen:
            found = await with_feedback(self._desk, await work())
            remarks(found)  # the sentences of its lines are found here, where nobody waits, and remembered
            return found

        self._job = self._engine.ask(read, done, self._not_shown)

    def wait_for(self, words: str) -> None:
        """Say that something is under way, in the place of the review."""
        self.waiting.show_reading(words)
        self.stack.setCurrentWidget(self.waiting)
        self._announcer.say(self, words)

    def _not_shown(self, problem: Problem) -> None:
        self._job = None
        self.waiting.show_problem(problem)

    def _try_again(self) -> None:
        if self._repeat is not None:
            self._repeat()

    def _stop_judging(self) -> None:
        meeting = self._judging
        if meeting is not None:
            self._begin(lambda: fetching.unjudged(self._desk, meeting), self._show, lambda: self.judge(meeting))

    # ---- showing

    def _show(self, found: Seen) -> None:
        self._job, self._judging = None, None
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._drop_judged()
        self.asides.drop()
        old, self.sheet = self.sheet, Sheet(found, self._judge_model, self._marking(found), self.saying)
        self._wire(self.sheet)
        self.stack.addWidget(self.sheet)
        self.stack.setCurrentWidget(self.sheet)
        self.stack.setFocusProxy(self.sheet)
        if old is not None:
            self._remove(old)
        if had_focus:
            self.sheet.setFocus()
        self._announcer.say(self, _spoken(found))

    def _marking(self, found: Seen) -> Marking | None:
        """What is said of a review by hand; of one that is not kept nothing can be. Lives as long as its meeting is shown."""
        if found.review.id == UNKEPT:
            return None
        if self._marked != found.id:
            for made in self._markings.values():
                made.deleteLater()
            self._marked, self._markings = found.id, {}
        if found.review.id not in self._markings:
            made = self._markings[found.review.id] = Marking(self._engine, self._desk, found.review, self)
            made.failed.connect(lambda problem: self.banner.say(problem.sentence, problem.hint, kind="amber"))
            made.noted.connect(self._say_noted)
            made.kept.connect(self._read_agreement)
        self._markings[found.review.id].answering = self._answers(found)
        return self._markings[found.review.id]

    def _answers(self, found: Seen) -> Answering | None:
        """What is answered to what came back; None where nothing did."""
        if self._answering is None or self._answering.backs != found.received:
            old, self._answering = self._answering, None
            if old is not None:
                old.deleteLater()
            if found.received:
                from ui.assigned.answering import Answering

                self._answering = Answering(self._engine, self._desk, found.received, self)
                self._answering.failed.connect(lambda problem: self.banner.say(problem.sentence, problem.hint, kind="amber"))
        if self._answering is not None:
            self._answering.leaves[found.review.id] = str(found.take[-1].id)
        return self._answering

    def _say_noted(self, _name: str, not_useful: bool) -> None:
        self._announcer.say(self, "The note steps back. Undo brings it back." if not_useful else "The note counts again.")

    def _wire(self, sheet: Sheet) -> None:
        found = sheet.seen
        head = sheet.head
        assert head is not None
        self.asides.wire(sheet)
        sheet.tried.connect(lambda turn: self.try_turn.emit(found.id, turn))
        sheet.how.connect(self.show_how)
        sheet.answered.connect(lambda back: self.answer.emit(back.row.digest, found.id))
        sheet.followed.connect(lambda kept: self.next_meeting.emit(found.id, kept))
        sheet.sentence.go_on.connect(lambda: self.go_on.emit(found.id))
        head.again.connect(lambda: self.again.emit(found.id))
        head.save.connect(self._ask_where)
        head.judge.connect(self.judge_again)
        head.take.connect(lambda leaf: self.show_rehearsal(found.id, leaf))
        head.review.connect(self.show_other)
        if sheet.unjudged is not None:
            sheet.unjudged.chosen.connect(self._way)

    def _way(self, key: str) -> None:
        found = self.seen
        if found is None:
            return
        if key == "again":
            self.again.emit(found.id)
        elif key == "open":
            self.settings_wanted.emit()
        else:
            self.judge_again(key)

    def judge_again(self, key: str) -> None:
        """Judge with `key`: settings, offline, or the model once or thrice. Judging again adds a review beside the others. The meeting is fetched at this take: it may stand at another now."""
        found = self.seen
        if found is None:
            return
        by: By = next((k for k in get_args(By) if k == key), "settings")
        if str(found.meeting.leaf) == found.leaf:
            self.judge(found.meeting, by, found.review)
        else:
            show = self._beside(found.review)
            self._begin(lambda: fetching.judged_at(self._desk, found, by), show, lambda: self.judge_again(key))

    def _beside(self, before: Review | None) -> Callable[[Seen], None]:
        """Shows what was judged again, and says how many marks are others now: with the same ones nothing else would tell."""

        def show(found: Seen) -> None:
            self._show(found)
            if before is not None and before.judged and found.review.judged:
                self.toast.offer(judged_again(before, found.review), action="")

        return show

    def show_other(self, review_id: str) -> None:
        """Show another judging of this take."""
        found = self.seen
        other = next((r for r in found.reviews if r.id == review_id), None) if found is not None else None
        if found is not None and other is not None:
            self._show(replace(found, review=other))

    def _remove(self, part: QWidget) -> None:
        self.stack.removeWidget(part)
        part.hide()
        part.deleteLater()  # no setParent before it: that would style all its parts once more

    # ---- how this is judged

    def show_how(self) -> None:
        """The rubric and the arithmetic, in the place of the review."""
        found = self.seen
        if found is None:
            return

        async def rubric() -> Rubric:
            return found.review.rubric or found.meeting.setting.rubric or self._desk.catalog.rubric(found.review.rubric_id)

        self._engine.ask(rubric, lambda got: self._show_judged(found, got), lambda _problem: self._show_judged(found, None))

    def _show_judged(self, found: Seen, rubric: Rubric | None) -> None:
        if self.seen is not found:
            return
        self._drop_judged()
        self.judged = Judged(found, rubric, self._marking(found))
        self.judged.back.connect(self._back)
        self.stack.addWidget(self.judged)
        self.stack.setCurrentWidget(self.judged)
        self.judged.button.setFocus(Qt.FocusReason.TabFocusReason)
        self._read_agreement()

    def _read_agreement(self) -> None:
        """How far one's own marks and the judge agree, where that is shown."""
        judged = self.judged
        if judged is None:
            return

        async def read() -> tuple[Agreement, ...]:
            return agreements(await (await self._desk.library()).marked_by("", self._desk.settings.signs_as))

        def show(told: tuple[Agreement, ...]) -> None:
            if isValid(judged) and self.judged is judged:
                judged.show_agreement(told)

        def failed(problem: Problem) -> None:
            if isValid(judged):
                self.banner.say(problem.sentence, problem.hint, kind="amber")

        self._engine.ask(read, show, failed)

    def _back(self) -> None:
        if self.sheet is not None:
            self.stack.setCurrentWidget(self.sheet)
            self.sheet.setFocus()
        self._drop_judged()

    def _drop_judged(self) -> None:
        if self.judged is not None:
            judged, self.judged = self.judged, None
            self._remove(judged)

    # ---- saving

    def _ask_where(self, form: Form) -> None:
        found = self.seen
        if found is None:
            return
        self.dialog = ask_where(self, _file_name(found.title), form, lambda path: self.save_to(path, form))
        self.dialog.destroyed.connect(lambda: setattr(self, "dialog", None))

    def save_to(self, path: str, form: Form) -> None:
        """Write what is shown to a file."""
        found = self.seen
        if found is None:
            return
        self._engine.ask(
            lambda: fetching.save(self._desk, found, path, form),
            lambda name: self.toast.offer(f"Saved “{name}”. {HOLDS}", action=""),
            lambda problem: self.banner.say(problem.sentence, problem.hint, kind="amber"),
        )

    # ---- keys

    def _find(self) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, Sheet):
            shown.said.begin_finding()

    def _undo(self) -> None:
        """Take back what was said of a note last. In a field that one writes in the key is the field's own."""
        shown = self.stack.currentWidget()
        if isinstance(shown, Sheet) and shown.marking is not None:
            shown.marking.undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters reach here only from what is not a text field."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        shown = self.stack.currentWidget()
        if plain and isinstance(shown, Sheet) and shown.said.press(event.key()):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and shown is self.asides.shown and shown is not None:
            self.asides.back()
            event.accept()
            return
        super().keyPressEvent(event)


def _spoken(found: Seen) -> str:
    first, second = found.headline
    review = found.review
    checks = f"{review.passed} of {review.applicable} checks." if review.judged else "Not judged."
    return f"{first} {second} {checks}"


def _file_name(title: str) -> str:
    """A title as a name that every file system takes."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return "-".join(kept.split())[:60].strip("-").lower() or "meeting"
