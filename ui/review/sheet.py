"""One review as a page: the sentence, how they moved, one thing, checks, transcript."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from rehearse.review.next_thing import without
from rehearse.review.types import OneThing
from ui.review.checks import ChecksCard
from ui.review.closer import Closer
from ui.review.decided import Decided
from ui.review.example_head import ExampleHead
from ui.review.head import Head
from ui.review.margin import least_height
from ui.review.marking import Marking
from ui.review.meet_again import MeetAgain
from ui.review.moved import moved
from ui.review.next_time import NextTime
from ui.review.notes import OBJECTION
from ui.review.reading_head import ReadingHead
from ui.review.said import Said
from ui.review.saying import Saying
from ui.review.seen import UNKEPT, Seen
from ui.review.sentence import Sentence
from ui.review.timeline import Timeline
from ui.review.unjudged import Unjudged
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import Box, hbox, scroll, vbox, wrap
from ui.widgets.legend import Legend
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.assigned.feedback_card import FeedbackCard

_STACKED = 70  # em below which the cards stand over the transcript
_SIDE_BY_SIDE = 50  # em from which the two cards then stand beside each other
_LEFT = 300  # px at 100 %
_LEGEND = (("answered", "Answered"), ("half", "Half answered"), ("open", "Left open"))
_RARE = (("dodged", "Dodged"), ("parked", "Parked"))  # told only where there is one
_MOST = 16777215
_AROUND = 4  # layouts from the words of the transcript to the page, each of which tells the next by an event


class Sheet(QWidget):
    """Built for one review; another review is another sheet. Signals: ``tried(str)`` a line of yours; ``how()`` this is judged;
    ``followed(object)`` by another meeting, with whether promises were kept (None: not known); ``answered(object)`` what a mentor
    wrote back is to be answered."""

    tried = Signal(str)
    followed = Signal(object)
    how = Signal()
    answered = Signal(object)

    def __init__(
        self,
        seen: Seen,
        model: str,
        marking: Marking | None = None,
        saying: Saying | None = None,
        top: ReadingHead | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.seen, self.marking, self._saying = seen, marking, saying
        self.example_head = ExampleHead(seen) if seen.example else None
        self.reading_head = top
        self.head = Head(seen, model) if seen.own else None
        self.sentence = Sentence(seen)
        self.timeline = Timeline(moved(seen), visible(seen.persona.first_name), seen.persona.pronouns, seen.you)
        self.left: list[QWidget] = []  # all cards but the checks, which stand below them or beside them
        self.feedback: list[FeedbackCard] = []
        self._legend: Legend | None = None
        self.next_time: NextTime | None = None
        self.meet_again: MeetAgain | None = None
        self.checks: ChecksCard | None = None
        self.closer: Closer | None = None
        self.decided: Decided | None = None
        self.unjudged: Unjudged | None = None
        self._fill_left()
        self._cards: Box = vbox(*self.left, spacing=14)
        self._halves = [*([wrap(self._cards)] if self.left else []), *([self.checks] if self.checks is not None else [])]
        self._stack: Box = vbox(*self._halves, spacing=14)
        self._left = wrap(self._stack)
        self._room = wrap(vbox(spacing=0))  # where the transcript goes, which needs so much at least
        self._room.setMinimumHeight(least_height(len(seen.take)))
        self._columns: Box = hbox(self._left, (self._room, 1), spacing=24)
        self._columns.setAlignment(self._left, Qt.AlignmentFlag.AlignTop)
        self._columns.setAlignment(self._room, Qt.AlignmentFlag.AlignTop)
        moved_ = () if seen.foreign else (self._moved_card(), 6)  # nobody knows where they stood
        parts = (self.top, *(() if seen.own else (6,)), self.sentence, 6, *moved_, self._columns)
        page = vbox(*parts, None, margins=(32, 20, 30, 24), spacing=10)
        self.page = Host(page)
        self.page.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # it grows at its end while lines are written
        self.area: QScrollArea = scroll(self.page, "Review")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.area)
        layout = vbox(self.area, spacing=0)
        layout.setSizeConstraint(Box.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        self._wire()
        self._later = QTimer(self)  # not a call for the next turn: that would come before the paint
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self.said)
        self._later.start(0)

    @property
    def top(self) -> Head | ExampleHead | ReadingHead:
        """What stands over it."""
        head = self.head or self.example_head or self.reading_head
        assert head is not None
        return head

    @cached_property
    def said(self) -> Said:
        """What was said: put there after the first paint of the rest, or at once where it is wanted."""
        made = Said(self.seen, self.marking)
        made.tried.connect(self.tried)
        made.wanted.connect(self._show_check)
        made.reached.connect(self.reveal)
        layout = self._room.layout()
        assert layout is not None
        layout.addWidget(made)
        self._room.setMinimumHeight(0)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda value: made.view_from(made.mapFrom(self.page, QPoint(0, value)).y()))
        if self.isVisible():
            made.show()
            self._settle()
        return made

    def _settle(self) -> None:
        """Have all layouts done now: what was put there just now has its place then."""
        for _ in range(_AROUND):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _fill_left(self) -> None:
        seen = self.seen
        thing = self._thing()
        self._show_feedback()
        if not seen.review.judged:
            self.unjudged = Unjudged(seen)
            self.left.append(self.unjudged)
        if thing is not None:
            self.next_time = self._next_time(thing)
            self.left.append(self.next_time)
        if seen.can_follow:
            self.meet_again = MeetAgain(seen)
            self.meet_again.wanted.connect(self.followed)
            self.left.append(self.meet_again)
        decision = seen.review.decision
        if decision is not None and (decision.conditions or decision.gives or decision.refuses):
            self.decided = Decided(seen, decision)
            self.decided.line.connect(lambda turn: self.said.show_line(turn))
            self.left.append(self.decided)
        if seen.review.judged:
            self.checks = ChecksCard(seen, self.marking)
            self.checks.how.connect(self.how)
            if seen.example:
                for button in self.checks.findChildren(Button):
                    button.hide()  # how it is judged stands beside one's own
        if seen.own and seen.review.id != UNKEPT:
            self.closer = Closer(seen)
            self.left.append(self.closer)

    def _show_feedback(self) -> None:
        """What mentors wrote back stands before everything else."""
        answering = self.marking.answering if self.marking is not None else None
        if answering is None:
            return
        from ui.assigned.feedback_card import FeedbackCard

        for back in self.seen.received:
            card = FeedbackCard(self.seen, back, answering)
            card.redone.connect(self.tried)
            card.went.connect(lambda turn: self.said.show_line(turn))
            card.asked.connect(self._show_check)
            card.answered.connect(lambda back=back: self.answered.emit(back))
            self.feedback.append(card)
            self.left.append(card)

    # ---- one thing for next time

    def _thing(self) -> OneThing | None:
        """The one thing, without objections whose notes were found not useful."""
        names = self.marking.not_useful if self.marking is not None else ()
        put_by = {n.removeprefix(OBJECTION) for n in names if n.startswith(OBJECTION)}
        return without(self.seen.review, self.seen.take, self.seen.persona, put_by)

    def _next_time(self, thing: OneThing) -> NextTime:
        seen, saying = self.seen, self._saying
        may = saying is not None and bool(thing.turn) and not seen.foreign
        own = saying.own(seen, thing) if saying is not None and may else None
        compare = saying.compare(seen, thing) if saying is not None and may else None
        made = NextTime(thing, seen.can_retry(thing.turn), own, compare, saying.model if saying is not None else "", self._told)
        made.tried.connect(lambda: self.tried.emit(thing.turn))
        made.went.connect(lambda: self.said.show_line(thing.turn))
        return made

    @property
    def _told(self) -> str:
        """Whom a mentor reads it of."""
        return self.seen.you if self.reading_head is not None and self.seen.by else ""

    def _choose_thing(self, note: str) -> None:
        """A note on an objection counts no longer, or again: the one thing may be another."""
        if not note.startswith(OBJECTION):
            return
        thing, old = self._thing(), self.next_time
        if old is not None and thing == old.thing:
            return
        at = self.left.index(old) if old is not None else len(self.feedback) + int(self.unjudged is not None)
        if old is not None:
            self.left.remove(old)
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.next_time = self._next_time(thing) if thing is not None else None
        if self.next_time is not None:
            self.left.insert(at, self.next_time)
            self._cards.insertWidget(at, self.next_time)
            before: QWidget = self.timeline if at == 0 else self.left[at - 1]
            for part in [w for w in self.next_time.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]:
                QWidget.setTabOrder(before, part)
                before = part
        self._fold()

    def _moved_card(self) -> Card:
        also = {o.status for o in self.seen.review.objections}
        self._legend = Legend((*_LEGEND, *(pair for pair in _RARE if pair[0] in also)))
        card = Card("surface", 14, 1, "line", pad=14)
        title = Text(f"How {self.seen.persona.pronouns} moved", "title", wrap=False)
        card.box.set_space(spacing=4)
        card.box.add(hbox((title, 1), self._legend), self.timeline)
        return card

    def _wire(self) -> None:
        self.top.how.connect(self.how)
        if self.marking is not None:
            self.marking.noted.connect(self._choose_thing)
        self.timeline.chosen.connect(lambda turn: self.said.show_line(turn))
        if self.checks is not None:
            self.checks.quoted.connect(lambda place: self.said.show_place(place))

    def _show_check(self, criterion: str, check: str) -> None:
        if self.checks is not None and (line := self.checks.show_check(criterion, check)) is not None:
            # The row has its place only after the layout was done.
            QTimer.singleShot(0, line, lambda: self.reveal(line, line.rect()))

    def show_line(self, turn: str) -> None:
        """Go to a line, once the page has its size."""
        QTimer.singleShot(0, self, lambda: self.said.show_line(turn))

    def reveal(self, part: QWidget, rect: QRect) -> None:
        """Scroll so far that a part is in view, and no further; what was out of sight comes to the upper third, with room below
        it for its notes."""
        theme = theme_of(self)
        self._settle()
        top = part.mapTo(self.page, QPoint(0, rect.top())).y()
        bar, high, edge = self.area.verticalScrollBar(), self.area.viewport().height(), theme.sp(24)
        if top >= bar.value() + high or top + rect.height() <= bar.value():
            bar.setValue(max(0, top - max(edge, min(high // 3, high - rect.height() - edge))))
        if top + rect.height() + edge > bar.value() + high:
            bar.setValue(top + min(rect.height() + edge, high - edge) - high + (edge if rect.height() >= high else 0))
        over = edge + (self.said.finder.height() if part is self.said.margin and self.said.finder.finding else 0)
        if top - over < bar.value():
            bar.setValue(max(0, top - over))

    # ---- width

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Another text size may need another layout."""
        self._fold()

    def _fold(self) -> None:
        theme = theme_of(self)
        em = theme.em(self.width())
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        stacked = em < _STACKED
        self.top.fold(em)
        if self._legend is not None:
            self._legend.setVisible(self._legend.sizeHint().width() + theme.px(190) < self.width() - theme.sp(90))
        self._columns.setDirection(down if stacked else across)
        self._left.setMinimumWidth(0 if stacked else theme.px(_LEFT))
        self._left.setMaximumWidth(_MOST if stacked else theme.px(_LEFT))
        beside = stacked and em >= _SIDE_BY_SIDE
        self._stack.setDirection(across if beside else down)
        for part in self._halves:
            self._stack.setStretchFactor(part, 1 if beside else 0)
            self._stack.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        margin = 32 if em >= 60 else 20
        layout = self.page.layout()
        if isinstance(layout, Box):
            layout.set_space(margins=(margin, 20, margin - 2, 24))
