"""What stands in the place of a review for a while: two takes, a strong meeting, the judgings. Each has a way back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.review import strong
from ui.review.seen import Seen
from ui.review.sheet import Sheet

if TYPE_CHECKING:
    from rehearse.errors import Problem
    from ui.engine import Job
    from ui.review.page import ReviewPage
    from ui.review.pairing import Pairing

_T = TypeVar("_T")


class Asides(QObject):
    """One a review page. One of them is shown at a time."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self.shown: QWidget | None = None
        self._job: Job | None = None
        self._number = 0

    def wire(self, sheet: Sheet) -> None:
        """Offer them on a review."""
        closer = sheet.closer
        if closer is None:
            return
        closer.takes.connect(lambda: self.show_takes())
        closer.strong.connect(lambda: self.show_strong(0))
        closer.judgings.connect(self.show_judgings)
        if closer.read is not None:
            meeting = sheet.seen.meeting

            def told(due: bool) -> None:
                if isValid(closer):
                    closer.set_due(due)

            self._page.engine.ask(lambda: strong.is_due(self._page.desk, meeting), told, lambda _problem: None)

    # ---- each of them

    def show_takes(self, left: str | None = None, right: str | None = None) -> None:
        """The take that is shown beside another one, or these two."""
        from ui.review.pairing import pairing  # late, here and below: a review is on the screen before anybody wants one of them
        from ui.review.takes_page import TakesPage

        found = self._page.seen
        if found is None:
            return

        def show(pair: Pairing | None) -> None:
            if pair is None:
                self._page.toast.offer("These two takes have no line in common to part from.", action="")
                return
            made = TakesPage(found, pair)
            made.back.connect(self.back)
            made.chosen.connect(self.show_takes)
            made.line.connect(lambda leaf, turn: self._page.show_rehearsal(found.id, leaf, turn))
            self._show(made, made.button)

        self._ask(lambda: pairing(self._page.desk, found, left, right), show)

    def show_judgings(self) -> None:
        """All judgings of this take."""
        from ui.review.judgings_page import JudgingsPage

        found = self._page.seen
        if found is None:
            return
        made = JudgingsPage(found, self._page.desk.plays)
        made.back.connect(self.back)
        made.review.connect(self._page.show_other)
        made.judge.connect(self._page.judge_again)
        self._show(made, made.button)

    def show_strong(self, number: int) -> None:
        """A strong meeting of this situation; `number` counts on."""
        found = self._page.seen
        if found is None:
            return
        self._number = number

        def show(example: Seen) -> None:
            made = Sheet(example, "")
            head = made.example_head
            assert head is not None
            head.back.connect(self.back)
            head.another.connect(lambda: self.show_strong(self._number + 1))
            self._show(made, head.back_button)
            self._page.announcer.say(self._page, f"An example, not yours. {' '.join(example.headline)}")

        self._page.wait_for("Playing a strong meeting …")
        self._ask(lambda: strong.strong(self._page.desk, found.meeting, number), show)

    # ---- showing and going back

    def _ask(self, work: Callable[[], Awaitable[_T]], done: Callable[[_T], None]) -> None:
        seen = self._page.seen

        def shown(found: _T) -> None:
            if self._page.seen is seen:
                done(found)

        def failed(problem: Problem) -> None:
            self.back()
            self._page.banner.say(problem.sentence, problem.hint, kind="amber")

        if self._job is not None:
            self._job.cancel()
        self._job = self._page.engine.ask(work, shown, failed)

    def _show(self, part: QWidget, first: QWidget) -> None:
        self.drop()
        self.shown = part
        stack = self._page.stack
        stack.addWidget(part)
        stack.setCurrentWidget(part)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def back(self) -> None:
        """Back to the review."""
        sheet = self._page.sheet
        if sheet is not None:
            self._page.stack.setCurrentWidget(sheet)
            sheet.setFocus()
        self.drop()

    def drop(self) -> None:
        """Let go of what is shown: another review takes its place."""
        if self.shown is not None:
            part, self.shown = self.shown, None
            self._page.stack.removeWidget(part)
            part.hide()
            part.deleteLater()
