"""The transcript with its notes beside the words they are about, and thin connectors between.

In a narrow window the notes move under their line, as in the diff of a pull request; those of the chosen line are cards, the
others a chip and a few words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.review.marking import Marking
from ui.review.note import Note
from ui.review.notes import Remark
from ui.review.script import FIRST, Script
from ui.theme.theme import theme_of

WIDE = 56  # em of the column from which notes stand beside the words (ux.md 4.5)
_NOTE, _GAP = 284, 30  # px at 100 %
_FEW = 8  # notes that may show all they say at once
_HEAVY = 40.0  # how much nearer to its words the note of the chosen line stands
_AT_ONCE, _A_TIME = 8, 4  # notes made with the screen, and in each later step
_LEAST = 40  # px at 100 % that a line of a few words is high, at least
_LINES = 10  # lines written in each later step


class Margin(QWidget):
    """With a `marking` notes can be said to be not useful. Signals: ``tried(str)`` and ``wanted(str, str)`` of a note;
    ``reached(QRect)`` what should be in view."""

    tried = Signal(str)
    wanted = Signal(str, str)
    reached = Signal(QRect)

    def __init__(
        self, script: Script, remarks: Sequence[Remark], marking: Marking | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._marking = marking
        if marking is not None:
            marking.noted.connect(self._noted)
        self.script = script
        script.setParent(self)
        self._remarks = tuple(remarks)
        self.notes: list[Note] = []
        self._made = 0
        self._links: list[tuple[QPointF, QPointF, str, bool]] = []
        self._placing = False
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._more)
        script.reached.connect(lambda top, bottom: self.reached.emit(QRect(0, top, script.width(), bottom - top)))
        script.opened.connect(self.open_note)
        script.lined.connect(self._mark_active)
        script.grown.connect(self._catch_up)
        self._make(_AT_ONCE)
        self.setMinimumHeight(least_height(len(script.turns)))
        if not self._done:
            self._later.start()

    # ---- notes

    @property
    def _due(self) -> int:
        """How many notes there can be: those of lines that are written."""
        written = self.script.written or FIRST  # these come with the first width
        return bisect_left(self._remarks, written, key=lambda remark: self.script.number(remark.turn) or 0)

    @property
    def _done(self) -> bool:
        return self.script.whole and len(self.notes) == len(self._remarks)

    def _make(self, count: int) -> None:
        first = len(self.notes)
        for remark in self._remarks[first : min(first + count, self._due)]:
            self.notes.append(self._note(remark))

    def _note(self, remark: Remark) -> Note:
        self._made += 1
        note = self._comment(remark) or Note(remark, self._made, self._marking is not None and self._marking.weighs, self)
        if self._marking is not None:
            note.set_useful(not self._marking.is_not_useful(remark.name))
            note.weighed.connect(self._marking.say_not_useful)
        note.tried.connect(self.tried)
        note.wanted.connect(self.wanted)
        note.entered.connect(lambda: self._entered(note))
        note.left.connect(lambda: self._back_to(note))
        note.stepped.connect(lambda by: self._step(note, by))
        note.show()  # it lies in here: shown with the page, or now where the page is
        return note

    def _comment(self, remark: Remark) -> Note | None:
        """The note of a comment that a mentor wrote back; None for any other note."""
        answering = self._marking.answering if self._marking is not None else None
        found = answering.find(remark.name) if answering is not None else None
        if answering is None or found is None:
            return None
        from ui.assigned.comment_note import CommentNote

        note = CommentNote(remark, self._made, answering, *found, self)
        note.grew.connect(self.place)
        return note

    def show_comments(self, comments: Sequence[Remark]) -> None:
        """Show what somebody says of the words, in the place of what they said before; notes that stay are left as they are."""
        there = {r for r in self._remarks if r.kind == "comment"}
        wanted = set(comments)
        for note in [n for n in self.notes if n.remark in there - wanted]:
            self.notes.remove(note)
            note.hide()
            note.deleteLater()
        self._remarks = tuple(r for r in self._remarks if r not in there - wanted)
        for remark in sorted(wanted - there, key=self._order):
            at = bisect_right(self._remarks, self._order(remark), key=self._order)
            self._remarks = (*self._remarks[:at], remark, *self._remarks[at:])
            if at <= len(self.notes) and self._due > at:
                self.notes.insert(at, self._note(remark))
        if not self._done:
            self._later.start()
        self._mark_active()

    def _order(self, remark: Remark) -> tuple[int, bool, int, str]:
        """Line by line; what somebody says of one stands before what was found in it."""
        return self.script.number(remark.turn) or 0, remark.kind != "comment", remark.start, remark.name

    def _more(self) -> None:
        """Some more: notes of the lines that are there, then lines. All of it comes below what there is."""
        if len(self.notes) < self._due:
            self._make(_A_TIME)
        elif self.script.written:
            self.script.write(self.script.written + _LINES)
        if self._done:
            self._later.stop()
        self.place()

    def _catch_up(self) -> None:
        """Lines were written because one of them is wanted: so are the notes above it, else they would push it away."""
        self._make(len(self._remarks))
        self.place()

    def all_notes(self) -> list[Note]:
        """Every line and every note, made now where some are still to come."""
        self.script.write(len(self.script.turns))
        self._catch_up()
        return self.notes

    def open_note(self, turn: str) -> None:
        """Go to the first note of a line; stays where it has none."""
        line = self.script.number(turn)
        if line is None:
            return
        self.script.block(line)
        self._make(len(self._remarks))
        self.place()
        note = next((n for n in self.notes if n.remark.turn == turn), None)
        if note is not None:
            note.setFocus()

    def _entered(self, note: Note) -> None:
        line = self.script.number(note.remark.turn)
        self.script.set_strong(line, note.remark.start, note.remark.end)
        if line is not None and line != self.script.chosen:
            self.script.select(note.remark.turn, note.remark.start, note.remark.end, focus=False)
        self._mark_active()
        self.reached.emit(note.geometry())

    def _back_to(self, note: Note) -> None:
        self.script.setFocus()
        self.script.select(note.remark.turn, note.remark.start, note.remark.end)

    def _step(self, note: Note, by: int) -> None:
        """The next note, of the same line or a later one, or the one before; stays at the first and the last."""
        at = self.notes.index(note) + by
        if at == len(self.notes) < len(self._remarks):
            self.open_note(self._remarks[at].turn)  # writes the lines up to it
        if 0 <= at < len(self.notes):
            self.notes[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _noted(self, name: str, not_useful: bool) -> None:
        for note in self.notes:
            if note.remark.name == name:
                note.set_useful(not not_useful)
        self.place()

    def _mark_active(self) -> None:
        chosen = self.script.turns[self.script.chosen].id if self.script.chosen is not None else None
        for note in self.notes:
            active = note.remark.turn == chosen
            if active != note.active:
                note.set_active(active)
        self.place()

    # ---- placing

    def place(self) -> None:
        """Lay the words and the notes out for the width that there is."""
        if self._placing or self.width() < 80:
            return
        self._placing = True
        theme = theme_of(self)
        wide = theme.em(self.width()) >= WIDE and bool(self._remarks)
        bottom = self._beside() if wide else self._below()
        # With what is still to come: the scroll bar of the page does not come and go, which would lay all out anew.
        self.setMinimumHeight(max(round(bottom) + theme.sp(10), least_height(len(self.script.turns))))
        self._placing = False
        self.update()

    def _beside(self) -> float:
        theme, script = theme_of(self), self.script
        column, gap = theme.px(_NOTE), theme.px(_GAP)
        width = self.width() - column - gap
        script.set_gaps({})
        height = script.height_for(width)
        script.setGeometry(0, 0, width, height)
        heights = self._heights(column, height)
        anchors = [self._anchor(n.remark) for n in self.notes]
        weights = [_HEAVY if n.active else 1.0 for n in self.notes]
        space = theme.sp(8)
        tops = spread([a - theme.px(20) for a in anchors], [h + space for h in heights], weights)
        left = self.width() - column
        self._links = []
        for note, anchor, top, high in zip(self.notes, anchors, tops, heights, strict=True):
            note.setGeometry(left, round(top), column, high)
            self._links.append((QPointF(width, anchor), QPointF(left, round(top) + theme.px(20)), note.hue, note.active))
        return max(float(height), tops[-1] + heights[-1] if tops else 0.0)

    def _heights(self, column: int, room: int) -> list[int]:
        """How high the notes are: each with all it says where that fits beside the words, else all but the active in short."""
        if len(self._remarks) <= _FEW:
            heights = [self._shaped(note, False, column) for note in self.notes]
            if sum(heights) <= room:
                return heights
        return [self._shaped(note, not note.active, column) for note in self.notes]

    def _shaped(self, note: Note, short: bool, width: int, flat: bool = False) -> int:
        note.shape(short, width, flat)
        high = note.box.totalHeightForWidth(width)
        return high if high >= 0 else note.box.totalSizeHint().height()  # nothing in it wraps

    def _anchor(self, remark: Remark) -> float:
        line = self.script.number(remark.turn) or 0
        found = self.script.words_rects(line, remark.start, remark.end)
        if found:
            return found[0].center().y()
        return self.script.extent(line)[0] + theme_of(self).px(28)

    def _below(self) -> float:
        theme, script = theme_of(self), self.script
        # What a note says stands under the words: its card reaches over them by its margin.
        indent, width = max(0, script.ink.words_at - theme.sp(10)), self.width()
        gaps: dict[int, int] = {}
        heights = []
        for note in self.notes:
            line = script.number(note.remark.turn) or 0
            high = self._shaped(note, not note.active, width - indent, flat=not note.active)
            heights.append((line, high))
            gaps[line] = gaps.get(line, 0) + high + theme.sp(6)
        script.set_gaps(gaps)
        height = script.height_for(width)
        script.setGeometry(0, 0, width, height)
        self._links = []
        tops: dict[int, float] = {}
        for note, (line, high) in zip(self.notes, heights, strict=True):
            top = tops.get(line, script.extent(line)[1] + theme.sp(6))
            note.setGeometry(indent, round(top), width - indent, high)
            tops[line] = top + high + theme.sp(6)
        return float(height)

    def restyle(self) -> None:
        """Lays everything out again, once the parts have their new sizes."""
        QTimer.singleShot(0, self, self.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._links:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        seen = event.rect()
        for start, end, hue, active in self._links:
            if max(start.y(), end.y()) < seen.top() or min(start.y(), end.y()) > seen.bottom():
                continue
            painter.setPen(QPen(theme.color(hue, 1.0 if active else 0.6), 1.6 if active else 1.1))
            path = QPainterPath(start - QPointF(6, 0))
            path.cubicTo(start + QPointF(14, 0), end - QPointF(18, 0), end)
            painter.drawPath(path)


def least_height(lines: int) -> int:
    """Pixels that a transcript of so many lines has at least, before it is laid out."""
    return theme_of().px(_LEAST) * lines


def spread(wanted: Sequence[float], heights: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Tops of things below each other, none over another, in all as near as can be to where each is wanted.

    Pools neighbours that are in each other's way (isotonic regression); none is put above 0.
    """
    pools: list[tuple[float, float, int]] = []  # where the pool begins, less what lies above; weight; count
    above = 0.0
    for want, high, weight in zip(wanted, heights, weights, strict=True):
        place, heavy, count = want - above, weight, 1
        while pools and pools[-1][0] > place:
            before, mass, many = pools.pop()
            place = (before * mass + place * heavy) / (mass + heavy)
            heavy, count = heavy + mass, count + many
        pools.append((place, heavy, count))
        above += high
    tops: list[float] = []
    above = 0.0
    for place, _, count in pools:
        for _ in range(count):
            tops.append(max(0.0, place) + above)
            above += heights[len(tops) - 1]
    return tops
