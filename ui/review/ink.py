"""How a transcript is set: its measures, fonts and colours from the theme, and the writing of its lines into a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from rehearse.conversation import Turn
from ui.library.days import clock_words
from ui.theme.theme import Theme

_LINE_SHARE = 0.84  # as in ui.widgets.prose: turns CSS-like line heights into Qt's
_STATES = {"stopped": "Interrupted.", "cut": "The line stopped here."}


class Line(NamedTuple):
    """A line to be written: the words as the document takes them, whose they are, and the room below them in pixels."""

    turn: Turn
    text: str
    name: str
    gap: int


class Ink:
    """Two blocks a line: who and when, and the words. `words_at` is where the words begin, `avatar_at` where the emblem does."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.pad, self.avatar = theme.sp(14), theme.px(24)
        self.avatar_at = self.pad + theme.px(48)  # room for 1:02:03
        self.words_at = self.avatar_at + self.avatar + theme.sp(10)

    def begin(self, document: QTextDocument) -> None:
        """Empty a document for lines of this look."""
        document.clear()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.font("body"))

    def write(self, document: QTextDocument, lines: Sequence[Line]) -> None:
        """Put lines at the end of a document that was begun."""
        head, time, said = self._head(), self._char("caption", "subtle"), self._char("body", "text")
        mine, theirs = self._char("captionb", "accent_text"), self._char("captionb", "muted")
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for turn, text, name, gap in lines:
            if document.isEmpty():
                cursor.setBlockFormat(head)
            else:
                cursor.insertBlock(head, time)
            cursor.insertText(f"{clock_words(turn.at)}\t" if turn.at is not None else "\t", time)
            cursor.insertText(name, mine if turn.speaker == "you" else theirs)
            if turn.state in _STATES:
                cursor.insertText(f"\u2002{_STATES[turn.state]}", time)
            cursor.insertBlock(self.body(gap), said)
            cursor.insertText(text, said)
        cursor.endEditBlock()

    def body(self, gap: int) -> QTextBlockFormat:
        """The words of a line, with room below them."""
        theme, made = self._theme, QTextBlockFormat()
        made.setLeftMargin(self.words_at)
        made.setRightMargin(self.pad)
        made.setTopMargin(theme.sp(2))
        made.setBottomMargin(theme.sp(6) + gap)
        made.setLineHeight(theme.line_height("body") * _LINE_SHARE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def _head(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(self._theme.sp(10))
        made.setLeftMargin(self.pad)
        made.setTabPositions([QTextOption.Tab(self.words_at - self.pad, QTextOption.TabType.LeftTab)])
        return made

    def _char(self, role: str, token: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._theme.font(role))
        made.setForeground(self._theme.color(token))
        return made
