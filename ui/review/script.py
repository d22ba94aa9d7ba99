"""The transcript: one read-only text with everything of a line in it, so that it is read aloud, selected and copied as text.

It is as high as its words and scrolls with the page. What lies behind the words (the chosen line, emblems, marks) is painted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from rehearse.conversation import Turn
from rehearse.personas import Persona
from rehearse.review.types import Place
from ui.review.backdrop import Backdrop, rects
from ui.review.ink import Ink, Line
from ui.review.notes import Span
from ui.review.offsets import Shown, plain
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.clipboard import plain_text
from ui.widgets.plain import visible

_LETTERS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
FIRST = 16  # lines that are there at once: more than is seen of them below the rest of the page
_TO_THE_END = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)
KEYS = "Up and Down or J and K: line. N and P: objection. T: try this moment again. Enter: its note; there Up and Down: notes, Esc: back."


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were searched for: the number of the line, and code points of its text."""

    line: int
    start: int
    end: int


class Script(QTextEdit):
    """Signals: ``reached(int, int)`` top and bottom of what should be in view; ``tried(str)`` a line of yours to try again;
    ``opened(str)`` a line whose note is wanted; ``lined()`` after the chosen line is another; ``grown()`` after lines were
    written because one of them was wanted.
    """

    reached = Signal(int, int)
    tried = Signal(str)
    opened = Signal(str)
    lined = Signal()
    grown = Signal()

    def __init__(
        self, turns: Sequence[Turn], persona: Persona, objections: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.turns, self._persona = tuple(turns), persona
        self.emblem = persona.emblem
        self._numbers = {str(t.id): i for i, t in enumerate(self.turns)}
        self._objections = sorted({self._numbers[t] for t in objections if t in self._numbers})
        self.you, self.retries = "You", True  # what your side is called; whether a line of it can be tried again
        self.chosen: int | None = None
        self._hovered: int | None = None
        self._gaps: dict[int, int] = {}
        self._height = 0
        self.backdrop = Backdrop(self)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)  # else a resize lays all out a second time
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Transcript")
        self.setAccessibleDescription(KEYS)
        self.retry = Button(
            "Try this moment again", "link", "again", tip="Say this line in another way. Both takes are kept (T)", parent=self
        )
        self.retry.clicked.connect(self._retry)
        self.retry.hide()
        self._shown: dict[int, Shown] = {}
        self.written = 0  # lines that are in the document: the first ones once a width is known, others as they are wanted
        self.ink = Ink(theme_of(self))

    # ---- writing

    def shown(self, line: int) -> Shown:
        """A line as the document shows it."""
        found = self._shown.get(line)
        if found is None:
            found = self._shown[line] = Shown(self.turns[line].text)
        return found

    @property
    def whole(self) -> bool:
        """Whether every line is in the document."""
        return self.written == len(self.turns)

    def write(self, upto: int) -> None:
        """Have the first `upto` lines in the document."""
        upto = min(upto, len(self.turns))
        if upto <= self.written:
            return
        if not self.written:
            self.ink.begin(self.document())
        lines, self.written = range(self.written, upto), upto
        self.ink.write(self.document(), [self._line(i) for i in lines])
        self._height = 0

    def _line(self, number: int) -> Line:
        turn = self.turns[number]
        named = turn.by.name if turn.by is not None else None
        name = self.you if turn.speaker == "you" else visible(named or self._persona.first_name)
        return Line(turn, self.shown(number).text, name, self._gaps.get(number, 0))

    def _reach(self, line: int) -> None:
        """A line is wanted now: it and those above are written, and the notes that belong there can be made."""
        if line >= self.written:
            if not self.lineWrapColumnOrWidth():
                self.setLineWrapColumnOrWidth(theme_of(self).px(560))
            self.write(line + 1)
            self.grown.emit()

    def set_gaps(self, gaps: Mapping[int, int]) -> None:
        """Leave room under these lines, for notes in a narrow window."""
        changed = [i for i in {*gaps, *self._gaps} if gaps.get(i, 0) != self._gaps.get(i, 0) and i < self.written]
        self._gaps = dict(gaps)
        if not changed:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for line in changed:
            cursor.setPosition(self.block(line).position())
            cursor.setBlockFormat(self.ink.body(gaps.get(line, 0)))
        cursor.endEditBlock()
        self._height = 0

    def height_for(self, width: int) -> int:
        """How high all the words are in this width."""
        document = self.document()
        if self._height and self.lineWrapColumnOrWidth() == width:
            return self._height
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
        if not self.written:
            self.write(FIRST)
        # Large documents are laid out bit by bit: asking for the last block has it done.
        document.documentLayout().blockBoundingRect(document.lastBlock())
        self._height = int(document.size().height()) + 1
        return self._height

    def restyle(self) -> None:
        """Takes fonts, colours and sizes from the theme again."""
        at = self.textCursor()
        anchor, position = at.anchor(), at.position()
        self.backdrop.forget()
        self.ink = Ink(theme_of(self))
        if not self.written:
            return
        before, self.written = self.written, 0
        self.write(before)
        at = self.textCursor()
        at.setPosition(anchor)
        at.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(at)
        self._place_retry()

    # ---- where things are

    def block(self, line: int, part: int = 1) -> QTextBlock:
        """A block of a line: 0 who and when, 1 the words."""
        self._reach(line)
        return self.document().findBlockByNumber(2 * line + part)

    def number(self, turn: str) -> int | None:
        return self._numbers.get(turn)

    def extent(self, line: int) -> tuple[float, float]:
        """Top and bottom of a line, without the room below it."""
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(self.block(line, 0)).top()  # of the words: margins are not in it
        return top, layout.blockBoundingRect(self.block(line)).bottom()

    def words_rects(self, line: int, start: int, end: int) -> list[QRectF]:
        """Where characters of a line stand, a rectangle for each row."""
        shown = self.shown(line)
        return rects(self.block(line), shown.at(start), shown.end(end))

    def select(self, turn: str, start: int, end: int, focus: bool = True) -> bool:
        """Choose a line and select words of it; False where the line is not in this take."""
        line = self.number(turn)
        if line is None:
            return False
        base, shown = self.block(line).position(), self.shown(line)
        cursor = self.textCursor()
        cursor.setPosition(base + shown.at(start))
        cursor.setPosition(base + (shown.end(end) if end > start else shown.at(start)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if focus:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose(line)
        return True

    @property
    def selected(self) -> str:
        """The words that are selected, as they were said."""
        return plain(self.textCursor().selectedText())

    @property
    def chosen_words(self) -> Place | None:
        """The words that are selected, those of the first line where there are several; the whole of the chosen line where none are."""
        cursor = self.textCursor()
        line = self.document().findBlock(cursor.selectionStart()).blockNumber() // 2 if cursor.hasSelection() else self.chosen
        if line is None or line >= len(self.turns):
            return None
        turn = self.turns[line]
        start, end = 0, len(turn.text)
        if cursor.hasSelection():
            base, shown, offsets = self.block(line).position(), self.shown(line), range(end + 1)
            start = min(end, bisect_left(offsets, cursor.selectionStart() - base, key=shown.at))
            end = min(end, bisect_left(offsets, cursor.selectionEnd() - base, key=shown.end))
        while start < end and turn.text[start].isspace():
            start += 1
        while end > start and turn.text[end - 1].isspace():
            end -= 1
        return Place(str(turn.id), start, end, turn.text[start:end]) if start < end else None

    # ---- choosing a line

    def choose(self, line: int) -> None:
        """Choose a line: the caret goes there, so that screen readers read it."""
        if 0 <= line < len(self.turns):
            cursor = self.textCursor()
            cursor.setPosition(self.block(line).position())
            self.setTextCursor(cursor)
            self._choose(line)

    def _choose(self, line: int) -> None:
        self.chosen = line
        self._place_retry()
        self.viewport().update()
        self.lined.emit()  # first: notes may move what is below
        top, bottom = self.extent(line)
        self.reached.emit(round(top), round(bottom))

    def step(self, by: int) -> None:
        """The next line, or the one before."""
        last = len(self.turns) - 1
        self.choose(min(last, max(0, self.chosen + by)) if self.chosen is not None else 0 if by > 0 else last)

    def step_objection(self, by: int) -> None:
        """The next objection, or the one before; stays where there is none."""
        at = self.chosen if self.chosen is not None else -1 if by > 0 else len(self.turns)
        ahead = [n for n in self._objections if (n > at if by > 0 else n < at)]
        if ahead:
            self.choose(ahead[0] if by > 0 else ahead[-1])

    def press(self, key: int) -> bool:
        """Does what a key does in a transcript, wherever it was pressed; False for one that does nothing here."""
        if key in _LETTERS:
            self.step(_LETTERS[Qt.Key(key)])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step_objection(1 if key == Qt.Key.Key_N else -1)
        elif key == Qt.Key.Key_T:
            self._retry()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.opened.emit(str(self.turns[self.chosen].id))
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _TO_THE_END):
            self._reach(len(self.turns) - 1)
        if event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.choose(len(self.turns) - 1)
            return
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.choose(0)
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier and self.press(event.key()):
            event.accept()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # the page scrolls, not the text
        else:
            super().keyPressEvent(event)

    def _retry(self) -> None:
        line = self._hovered if self.retry.underMouse() and self._hovered is not None else self.chosen
        line = self._hovered if line is None else line
        if line is not None and self._may_retry(line):
            self.tried.emit(str(self.turns[line].id))

    def _may_retry(self, line: int) -> bool:
        return self.retries and self.turns[line].speaker == "you" and self.turns[line].parent is not None

    def _place_retry(self) -> None:
        wanted = next((n for n in (self._hovered, self.chosen) if n is not None and self._may_retry(n)), None)
        if wanted is None:
            self.retry.hide()
            return
        size = self.retry.sizeHint().expandedTo(QSize(24, 24))
        head = self.document().documentLayout().blockBoundingRect(self.block(wanted, 0))
        top = head.center().y() - size.height() / 2
        self.retry.setGeometry(self.width() - size.width() - self.ink.pad, round(top), size.width(), size.height())
        self.retry.show()
        self.retry.raise_()

    # ---- finding words

    def find_all(self, words: str) -> list[Found]:
        """Every place of these words, letters of either case alike."""
        if not words.strip():
            return []
        wanted = re.compile(re.escape(words.strip()), re.IGNORECASE)
        return [Found(i, m.start(), m.end()) for i, turn in enumerate(self.turns) for m in wanted.finditer(turn.text)]

    def show_found(self, found: Sequence[Found]) -> None:
        """Mark the places that were found."""
        self.backdrop.set_found([(f.line, f.start, f.end) for f in found])
        self.viewport().update()

    def set_spans(self, spans: Sequence[Span], late: Callable[[str], Sequence[Span]] | None = None) -> None:
        """Mark words. `late` gives further ones of a line, asked when it is first seen."""
        self.backdrop.set_spans([(n, s) for s in spans if (n := self.number(s.turn)) is not None], late)
        self.viewport().update()

    def set_strong(self, line: int | None, start: int = 0, end: int = 0) -> None:
        """Mark the words of one note stronger than the others."""
        self.backdrop.strong = (line, start, end) if line is not None else None
        self.viewport().update()

    # ---- Qt

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Nothing is ever loaded for what others wrote."""
        return

    def createMimeDataFromSelection(self) -> QMimeData:
        return plain_text(plain(self.textCursor().selectedText()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.line_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and not self.retry.underMouse():
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, line: int | None) -> None:
        if line != self._hovered:
            self._hovered = line
            self._place_retry()

    def line_at(self, point: QPoint) -> int:
        return self.cursorForPosition(point).blockNumber() // 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen = self.line_at(event.position().toPoint())
        self._place_retry()
        self.viewport().update()
        self.lined.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.chosen is None and self.turns:
            self.choose(0)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_retry()

    def lines_between(self, top: int, bottom: int) -> Iterator[int]:
        """The lines that may be seen between two heights."""
        first = self.cursorForPosition(QPoint(0, top)).blockNumber() // 2
        layout = self.document().documentLayout()
        for line in range(max(0, first - 1), self.written):
            if layout.blockBoundingRect(self.block(line, 0)).top() > bottom:
                return
            yield line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        self.backdrop.paint(painter, event.rect().top(), event.rect().bottom())
        painter.end()
        super().paintEvent(event)
