"""The conversation as a text document: one block for who and when, one for the words, one for each remark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.room.ink import BODY, HEAD, NOTE, Ink
from ui.room.row import Breaker, Row, shown

KINDS = 4
QUIET = -1  # state of a block that belongs to no line


class Script:
    """Writes rows into a document with its own cursor, never the reader's. Undo is off; only plain text goes in.

    A block's state is `number * 4 + kind`; numbers count from the first line of the take, so earlier lines can be put
    above without touching those below.
    """

    def __init__(self, document: QTextDocument, ink: Ink) -> None:
        self.document, self.ink = document, ink
        self.rows: dict[int, Row] = {}
        self.speaking: int | None = None
        self.quiets: dict[int, str] = {}  # remarks that belong to no line, by the number of the line above
        self._breaker = Breaker()

    # ---- writing

    def open(self, rows: Sequence[Row], first: int, ink: Ink, quiets: dict[int, str] | None = None) -> None:
        """Show these rows only; `first` is the number of the first."""
        self.ink = ink
        self.document.clear()
        self.document.setDefaultFont(ink.talk)
        frame = self.document.rootFrame().frameFormat()
        frame.setTopMargin(ink.theme.sp(20))  # as the columns beside it
        frame.setBottomMargin(ink.theme.sp(8))
        self.document.rootFrame().setFrameFormat(frame)  # while it is empty: later all would be laid out again
        self.rows = {first + i: row for i, row in enumerate(rows)}
        self.speaking = None
        self.quiets = dict(quiets or {})
        cursor = self._end()
        cursor.beginEditBlock()
        for number, row in self.rows.items():
            self._write(cursor, number, row)
            self._write_quiet(cursor, number)
        cursor.endEditBlock()

    def above(self, rows: Sequence[Row]) -> int:
        """Put earlier rows above those that are shown; gives by how many pixels those moved down."""
        first = min(self.rows, default=0) - len(rows)
        before = self.document.firstBlock()
        shape, state, top = before.blockFormat(), before.userState(), self._top(before)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.insertBlock()
        cursor.setPosition(0)
        for i, row in enumerate(rows):
            self._write(cursor, first + i, row, fresh=i == 0)
            self._write_quiet(cursor, first + i)
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)  # what stood first: its shape stayed with the empty block
        cursor.setBlockFormat(shape)
        cursor.block().setUserState(state)
        cursor.endEditBlock()
        self.rows = {**{first + i: row for i, row in enumerate(rows)}, **self.rows}
        # Whole pixels, so that what is read is not painted a shade higher or lower than before.
        moved = self._top(cursor.block()) - top
        if (rest := math.ceil(moved) - moved) > 0:
            highest = QTextCursor(self.document)
            shape = highest.blockFormat()
            shape.setBottomMargin(shape.bottomMargin() + rest)  # a margin at the very top counts for nothing
            highest.setBlockFormat(shape)
            moved = self._top(cursor.block()) - top
        return round(moved)

    def add(self, row: Row) -> int:
        """Put a row at the end; gives its number."""
        number = self.next_number()
        self.rows[number] = row
        cursor = self._end()
        cursor.beginEditBlock()
        self._write(cursor, number, row)
        cursor.endEditBlock()
        return number

    def begin(self, row: Row) -> int:
        """Put a row at the end whose words are yet to come."""
        self.speaking = self.add(replace(row, text=""))
        self._breaker = Breaker()
        return self.speaking

    def more(self, text: str) -> None:
        """Some more words of the row that is being spoken, which is the last."""
        if self.speaking is None:
            return
        row = self.rows[self.speaking]
        self.rows[self.speaking] = replace(row, text=row.text + text)
        cursor = self._end()
        cursor.insertText(self._breaker.feed(text), self.ink.char("talk", "text"))

    def retell(self) -> None:
        """The words so far are taken back."""
        if self.speaking is None or (body := self.block(self.speaking, BODY)) is None:
            return
        self.rows[self.speaking] = replace(self.rows[self.speaking], text="")
        self._breaker = Breaker()
        cursor = QTextCursor(body)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def finish(self, row: Row) -> None:
        """The row that was spoken is whole, stopped or cut: its last words and its remark."""
        if self.speaking is None:
            return
        number, self.speaking = self.speaking, None
        said = self.rows[number]
        self.rows[number] = row
        head = self.block(number, HEAD)
        if row.chip and not said.chip and head is not None:
            cursor = QTextCursor(head)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._chip(cursor, row)
        if said.text.strip() != row.text:
            body = self.block(number, BODY)
            if body is not None:
                cursor = QTextCursor(body)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(shown(row.text), self.ink.char("talk", "text"))
        if row.note:
            self._remark(number, row.note)

    def drop(self) -> None:
        """Take the row away that was to be spoken: nothing was said."""
        if self.speaking is None:
            return
        number, self.speaking = self.speaking, None
        self.rows.pop(number, None)
        head = self.block(number, HEAD)
        if head is None:
            return
        cursor = QTextCursor(self.document)
        cursor.setPosition(max(0, head.position() - 1))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def note(self, turn: str, words: str) -> None:
        """Put a quiet remark under a line."""
        number = self.number_of(turn)
        if number is not None:
            row = self.rows[number]
            words = words.replace(row.note, "").strip() if row.note else words
            if not words:
                return
            self.rows[number] = replace(row, note=f"{row.note} {words}".strip())
            self._remark(number, words)

    def _remark(self, number: int, words: str) -> None:
        last = self._last_block(number)
        if last is None:
            return
        cursor = QTextCursor(last)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(self.ink.note(self.rows[number].mine))
        cursor.block().setUserState(number * KINDS + NOTE)
        cursor.insertText(shown(words), self.ink.char("caption", "subtle"))

    def quiet(self, words: str) -> None:
        """Put a remark at the end that belongs to no line."""
        self.quiets[self.next_number() - 1] = words
        cursor = self._end()
        if not self.document.isEmpty():
            cursor.insertBlock(self.ink.note(False))
        cursor.block().setUserState(QUIET)
        cursor.insertText(shown(words), self.ink.char("caption", "subtle"))

    # ---- finding

    def next_number(self) -> int:
        return max(self.rows, default=-1) + 1

    def number_of(self, turn: str) -> int | None:
        return next((n for n in reversed(self.rows) if self.rows[n].id == turn), None)

    def place(self, block: QTextBlock) -> tuple[int, int] | None:
        """The number of the line that a block belongs to, and its kind; None for a quiet remark."""
        state = block.userState()
        return None if state < 0 else divmod(state, KINDS)

    def block(self, number: int, kind: int) -> QTextBlock | None:
        """A block of a line, looked for from the end: the lines that are asked for are mostly the last."""
        wanted, block = number * KINDS + kind, self.document.lastBlock()
        while block.isValid():
            if block.userState() == wanted:
                return block
            block = block.previous()
        return None

    def _last_block(self, number: int) -> QTextBlock | None:
        block = self.document.lastBlock()
        while block.isValid():
            if block.userState() >= 0 and block.userState() // KINDS == number:
                return block
            block = block.previous()
        return None

    # ---- inside

    def _top(self, block: QTextBlock) -> float:
        return self.document.documentLayout().blockBoundingRect(block).top()

    def _end(self) -> QTextCursor:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor

    def _write(self, cursor: QTextCursor, number: int, row: Row, fresh: bool = False) -> None:
        ink = self.ink
        self._next(cursor, ink.head(row.mine), number * KINDS + HEAD, fresh or (cursor.atStart() and self.document.isEmpty()))
        cursor.insertText(row.name, ink.char("captionb" if row.mine else "bodyb", "muted" if row.mine else "text"))
        if row.time:
            cursor.insertText(f"\u2002{row.time}", ink.char("caption", "subtle"))
        if row.chip:
            self._chip(cursor, row)
        text = shown(row.text)
        self._next(cursor, ink.body(row.mine, text), number * KINDS + BODY, False)
        cursor.insertText(text, ink.char("talk", "bubble_text" if row.mine else "text"))
        if row.note:
            self._next(cursor, ink.note(row.mine), number * KINDS + NOTE, False)
            cursor.insertText(shown(row.note), ink.char("caption", "subtle"))

    def _write_quiet(self, cursor: QTextCursor, number: int) -> None:
        if number in self.quiets:
            self._next(cursor, self.ink.note(False), QUIET, False)
            cursor.insertText(shown(self.quiets[number]), self.ink.char("caption", "subtle"))

    def _chip(self, cursor: QTextCursor, row: Row) -> None:
        cursor.insertText("\u2002\u2002", self.ink.char("caption", "subtle"))
        cursor.insertText(f"\u2003\u2002{shown(row.chip)}", self.ink.char("captionb", "brick_text"))

    def _next(self, cursor: QTextCursor, shape: object, state: int, fresh: bool) -> None:
        if fresh:
            cursor.setBlockFormat(shape)  # type: ignore[arg-type]
        else:
            cursor.insertBlock(shape)  # type: ignore[arg-type]
        cursor.block().setUserState(state)
