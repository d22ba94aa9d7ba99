"""How a transcript is set: its measures, fonts and colours from the theme, and the writing of its lines into a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from rehearse.conversation import Turn
from ui.library.days import clock_words
from ui.review.offsets import Shown
from ui.theme.theme import Theme

_LINE_SHARE = 0.84  # as in ui.widgets.prose: turns CSS-like line heights into Qt's
_STATES = {"stopped": "Interrupted.", "cut": "The line stopped here."}


class Ink:
    """Two blocks a line: who and when, and the words. `words_at` is where the words begin, `avatar_at` where the emblem does."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.pad, self.avatar = theme.sp(14), theme.px(24)
        self.avatar_at = self.pad + theme.px(44)
        self.words_at = self.avatar_at + self.avatar + theme.sp(10)

    def write(
        self, document: QTextDocument, turns: Sequence[Turn], shown: Sequence[Shown], name: str, gaps: Mapping[int, int]
    ) -> None:
        """Put all lines into a document in place of what was there. `gaps` is the room below lines, in pixels."""
        document.clear()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.font("body"))
        head, time, said = self._head(), self._char("caption", "subtle"), self._char("body", "text")
        mine, theirs = self._char("captionb", "accent_text"), self._char("captionb", "muted")
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for i, turn in enumerate(turns):
            own = turn.speaker == "you"
            if i:
                cursor.insertBlock(head, time)
            else:
                cursor.setBlockFormat(head)
            cursor.insertText(f"{clock_words(turn.at)}\t" if turn.at is not None else "\t", time)
            cursor.insertText("You" if own else name, mine if own else theirs)
            if turn.state in _STATES:
                cursor.insertText(f"\u2002{_STATES[turn.state]}", time)
            cursor.insertBlock(self.body(gaps.get(i, 0)), said)
            cursor.insertText(shown[i].text, said)
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
