"""The conversation: one read-only text view that is appended to, with bubbles painted behind its blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from ui.room.backdrop import Backdrop
from ui.room.earlier import Earlier
from ui.room.ink import BODY, HEAD, Ink
from ui.room.line_actions import LineActions
from ui.room.plain_view import PlainView
from ui.room.row import Row
from ui.room.script import Script
from ui.theme.theme import theme_of

MOST = 760  # pixels of the column at 100 %
FIRST = 40  # lines that are there when it is first painted: several screens of it
NEWEST = 300  # lines that are loaded without being asked for
ABOVE = 10  # lines above what is read that are there at once when all is written anew
SIDE = 16  # least space beside the column
EARLIER = 100  # further lines that are put above when they are asked for
_FROM_THE_TOP = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
)
_NEAR = 24  # pixels from the end that still count as being there


class Conversation(PlainView):
    """Plain text only: nothing is loaded, no link opens. Up and Down choose a line, T tries it again, C copies it.

    The newest lines are there at once, those above them come a few at a time; what is read stays where it is.
    Signals: `again(str)` the turn to try again; `earlier_changed(int)` how many earlier lines stay away until they are asked for.
    """

    again = Signal(str)
    earlier_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Conversation")
        self.setAccessibleDescription("Up and Down choose a line, T tries a line of yours again, C copies a line.")
        self.setToolTip("")
        self.viewport().setMouseTracking(True)
        self._script = Script(self.document(), Ink(theme_of(self), MOST))
        self._backdrop = Backdrop(self._script)
        self._earlier = Earlier(self._put_above, self._is_held, self)
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._may_try = True
        self._actions = LineActions(self.viewport())
        self._actions.again.connect(lambda: self._try_again(self._target()))
        self._actions.copy.connect(lambda: self._copy_line(self._target()))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._rebuilding = False
        self._still = False  # while lines are put above: what is read does not move
        self._pressed = False  # a mouse button, on the words
        self._laid = 0  # counts layouts

    # ---- what is shown

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines that are shown, first line first."""
        return tuple(self._script.rows.values())

    @property
    def speaking(self) -> str | None:
        """The turn that is being spoken."""
        number = self._script.speaking
        return self._script.rows[number].id if number is not None else None

    @property
    def earlier(self) -> int:
        """How many earlier lines stay away until they are asked for."""
        return self._earlier.count

    @property
    def coming(self) -> int:
        """How many earlier lines are on their way."""
        return self._earlier.coming

    @property
    def at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR

    def set_emblem(self, emblem: str) -> None:
        self._backdrop.emblem = emblem
        self._backdrop.forget()

    def set_may_try(self, may: bool) -> None:
        """Whether a moment can be tried again now."""
        self._may_try = may

    def open(self, rows: Sequence[Row]) -> None:
        """Show a take: its newest lines, at the end."""
        cut = max(0, len(rows) - FIRST)
        self._chosen = self._hovered = None
        self._actions.hide()
        self._fit()
        self._script.open(rows[cut:], cut, Ink(theme_of(self), self.viewport().width()))
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.to_end()
        QTimer.singleShot(0, self, self.to_end)
        self._earlier.hold(rows[:cut], NEWEST - FIRST)
        self.earlier_changed.emit(self.earlier)

    def show_earlier(self) -> None:
        """Some earlier lines are to come above; what is read stays where it is."""
        self._earlier.ask(EARLIER)
        self.earlier_changed.emit(self.earlier)

    def _put_above(self, rows: Sequence[Row]) -> None:
        bar = self.verticalScrollBar()
        self._still = True
        moved = self._script.above(rows)
        self.document().size()  # laid out before the place is taken up again
        bar.setValue(bar.value() + moved)
        self._still = False

    def _is_held(self) -> bool:
        """Whether a hand drags the scroll bar or a selection: its place must not move under it."""
        return self._pressed or self.verticalScrollBar().isSliderDown()

    def add(self, row: Row) -> None:
        """A line of yours: it is always brought into view."""
        self._script.add(row)
        self.to_end()

    def begin(self, row: Row) -> None:
        """A line that is about to be spoken."""
        follow = self.at_end
        self._script.begin(row)
        self._followed(follow)

    def more(self, text: str) -> None:
        follow = self.at_end
        self._script.more(text)
        self._followed(follow)

    def retell(self) -> None:
        follow = self.at_end
        self._script.retell()
        self._followed(follow)

    def finish(self, row: Row) -> None:
        follow = self.at_end
        self._script.finish(row)
        self._followed(follow)

    def drop(self) -> None:
        """Nothing was said after all."""
        self._script.drop()
        self.viewport().update()

    def note(self, turn: str, words: str) -> None:
        follow = self.at_end
        self._script.note(turn, words)
        self._followed(follow)

    def quiet(self, words: str) -> None:
        follow = self.at_end
        self._script.quiet(words)
        self._followed(follow)

    def to_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.viewport().update()

    def _followed(self, follow: bool) -> None:
        if follow:
            self.to_end()
        self.viewport().update()

    # ---- choosing a line

    @property
    def chosen(self) -> Row | None:
        """The line that was chosen by key."""
        return self._script.rows.get(self._chosen) if self._chosen is not None else None

    def choose(self, number: int) -> None:
        """Choose a line: the caret goes there, so that screen readers read it."""
        if number not in self._script.rows:
            return
        self._chosen = number
        head, body = self._script.block(number, HEAD), self._script.block(number, BODY)
        if head is not None and body is not None:
            for block in (head, body):  # both come into view, the words last
                self.setTextCursor(QTextCursor(block))
                self.ensureCursorVisible()
        self._place_actions()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _FROM_THE_TOP):
            self._earlier.bring_all()
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and key == Qt.Key.Key_T:
            self._try_again(self._chosen)
        elif plain and key == Qt.Key.Key_C:
            self._copy_line(self._chosen)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _step(self, by: int) -> None:
        if not self._script.rows:
            return
        last = self._script.next_number() - 1
        at = self._chosen + by if self._chosen is not None else last
        if at < min(self._script.rows):
            self._earlier.bring()
            self.earlier_changed.emit(self.earlier)
        self.choose(min(last, max(min(self._script.rows), at)))

    def _target(self) -> int | None:
        return self._hovered if self._hovered is not None else self._chosen if self.hasFocus() else None

    def _try_again(self, number: int | None) -> None:
        row = self._script.rows.get(number) if number is not None else None
        if row is not None and row.mine and self._may_try:
            self.again.emit(row.id)

    def _copy_line(self, number: int | None) -> None:
        row = self._script.rows.get(number) if number is not None else None
        if row is not None:
            QGuiApplication.clipboard().setText(row.text)

    # ---- pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._pressed = False  # words that were dragged away take the release with them
            self._hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hovered = None
            self._place_actions()
        return super().viewportEvent(event)

    def _hover(self, point: QPoint) -> None:
        at = self._script.place(self.cursorForPosition(point).block())
        number = at[0] if at is not None and at[0] in self._script.rows else None
        if number != self._hovered:
            self._hovered = number
            self._place_actions()

    def _place_actions(self) -> None:
        number = self._target()
        row = self._script.rows.get(number) if number is not None else None
        if number is None or row is None or number == self._script.speaking:
            self._actions.hide()
            return
        self._actions.offer(row.mine and self._may_try)
        head, ink = self._backdrop.head(number), self._script.ink
        top = head.bottom() - self._actions.height() + 2
        left = ink.width - self._actions.width() - ink.edge
        body = self._script.block(number, BODY)
        if row.mine and body is not None:
            bubble = self._backdrop.bubble(body)
            left = bubble.left() - self._actions.width() - ink.theme.sp(8)
            if left >= 0:
                top = bubble.top() + (min(bubble.height(), ink.metrics.height() + 2 * ink.pad_y) - self._actions.height()) / 2
            else:  # no room beside it
                left = bubble.left()
        self._actions.move(round(left), max(0, round(top - self.verticalScrollBar().value())))
        self._actions.show()

    def _scrolled(self) -> None:
        if not self._actions.isHidden() and not self._still:
            self._hovered = None
            self._place_actions()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True
        super().mousePressEvent(event)
        self._chosen = self._hovered
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._chosen is None and self._script.rows:
            self.choose(self._script.next_number() - 1)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._place_actions()
        self.viewport().update()

    # ---- painting and size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        top = self.verticalScrollBar().value()
        first = self.cursorForPosition(QPoint(0, 0)).block()
        chosen = self._chosen if self.hasFocus() else None
        self._backdrop.behind(painter, top, self.viewport().height(), first, chosen)
        painter.end()
        super().paintEvent(event)
        if self._script.speaking is not None:
            painter = QPainter(self.viewport())
            self._backdrop.caret(painter, top)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        follow, laid = self.at_end, self._laid
        self._fit()
        if self._laid != laid:
            return  # other margins have resized the view, which has come here already
        self._laid += 1
        if self._rebuilding:
            super().resizeEvent(event)
            return
        if self._is_long and self.viewport().width() != self._script.ink.width:
            self._rebuild(lambda: super(Conversation, self).resizeEvent(event))
        else:
            super().resizeEvent(event)
            self._reshape()
        if follow:
            self.to_end()
            QTimer.singleShot(0, self, self.to_end)

    def _fit(self) -> None:
        """Keep the column at its measure, in the middle."""
        theme = theme_of(self)
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(theme.sp(SIDE), (self.width() - theme.px(MOST)) // 2)
        wanted = QMargins(side, 0, max(0, side - bar), 0)
        if self.viewportMargins() != wanted:
            self.setViewportMargins(wanted)

    def _reshape(self) -> None:
        """After the width changed: short lines of yours stand at the right, longer ones wrap from the left."""
        ink, before = Ink(theme_of(self), self.viewport().width()), self._script.ink
        if ink.width == before.width:
            return
        self._script.ink = ink
        if ink.signature != before.signature:
            self._rebuild()
            return
        block = self.document().firstBlock()
        while block.isValid():
            at = self._script.place(block)
            if at is not None and at[1] == BODY and self._script.rows[at[0]].mine:
                shape = block.blockFormat()
                side = ink.side(self._script.rows[at[0]].text)
                if shape.alignment() != side:
                    shape.setAlignment(side)
                    QTextCursor(block).setBlockFormat(shape)
            block = block.next()

    @property
    def _is_long(self) -> bool:
        """Whether to lay out all at once would be felt. What is selected stays selected, though: then all stays where it is."""
        return len(self._script.rows) > 2 * FIRST and not self.textCursor().hasSelection()

    def _rebuild(self, resized: Callable[[], None] | None = None) -> None:
        """Write everything anew, as after a switch of the theme; the reader stays at the same line. `resized` is Qt's own part
        of another width.

        What is read and what follows is there at once; what stands far above comes a few lines at a time, as at first.
        """
        script = self._script
        rows, first, speaking = self.rows, min(script.rows, default=0), script.speaking
        follow, bar = self.at_end, self.verticalScrollBar()
        number, share = self._read()
        cut = max(0, min(len(rows) - FIRST, number - first - ABOVE))
        self._rebuilding = True
        self.document().clear()  # first, so that a new width lays out nothing that is about to go
        self._fit()
        if resized is not None:
            resized()
        self._rebuilding = False
        script.open(rows[cut:], first + cut, Ink(theme_of(self), self.viewport().width()), script.quiets)
        script.speaking = speaking
        self._backdrop.forget()
        self.document().size()
        line = self._backdrop.whole(number)
        bar.setValue(bar.maximum() if follow else round(line.top() + share * line.height()))
        self._actions.hide()
        if cut:
            self._earlier.take_back(rows[:cut])

    def _read(self) -> tuple[int, float]:
        """The line at the top of the view, and which share of it is above."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and self._script.place(block) is None:
            block = block.previous()
        at = self._script.place(block) if block.isValid() else None
        if at is None or at[0] not in self._script.rows:
            return 0, 0.0
        line = self._backdrop.whole(at[0])
        return at[0], (self.verticalScrollBar().value() - line.top()) / max(1.0, line.height())

    def restyle(self) -> None:
        """Takes fonts, colours and sizes from the theme again."""
        self._rebuild()
