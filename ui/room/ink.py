"""The formats of the conversation: fonts, colours and margins of its blocks, from the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat

from ui.theme.theme import Theme

HEAD, BODY, NOTE = 0, 1, 2  # kinds of blocks
_LINE_SHARE = 0.84  # the fonts' own line is about 1.19 of the type size
_WIDE = 30  # em of the column from which lines keep a margin at the other side


class Ink:
    """Formats for a column of this width. `signature` tells whether another width needs other formats."""

    def __init__(self, theme: Theme, width: int) -> None:
        self.theme, self.width = theme, width
        self._chars: dict[tuple[str, str], QTextCharFormat] = {}
        self.wide = theme.em(width) >= _WIDE
        self.avatar, self.gutter = theme.px(33), theme.px(33) + theme.sp(13)
        self.pad_x, self.pad_y = theme.sp(13), theme.sp(9)
        self.edge = theme.sp(8)
        self.mine_left = theme.px(112) if self.wide else theme.sp(24)
        self.talk = theme.font("talk")
        self.metrics = QFontMetricsF(self.talk)
        self.percent = theme.line_height("talk") * _LINE_SHARE

    @property
    def signature(self) -> tuple[object, ...]:
        return (self.wide,)

    @property
    def room_mine(self) -> float:
        """How wide a line of yours may be before it wraps."""
        return self.width - self.mine_left - 2 * self.pad_x - self.edge

    def natural(self, text: str) -> float:
        """How wide a text is in one line; endless where it has several or is long."""
        if len(text) > 200 or "\u2028" in text:
            return float("inf")
        return self.metrics.horizontalAdvance(text) + 2

    def char(self, role: str, token: str) -> QTextCharFormat:
        made = self._chars.get((role, token))
        if made is None:
            made = self._chars[role, token] = QTextCharFormat()
            made.setFont(self.theme.font(role))
            made.setForeground(self.theme.color(token))
        return made

    def head(self, mine: bool) -> QTextBlockFormat:
        made = self._block(self.theme.sp(15), self.pad_y + self.theme.sp(4) if mine else self.theme.sp(4))
        if mine:
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            made.setRightMargin(self.edge + self.theme.sp(2))
        else:
            self._hers(made)
        return made

    def body(self, mine: bool, text: str) -> QTextBlockFormat:
        made = self._block(0, self.theme.sp(10) if not mine else self.pad_y + self.theme.sp(13))
        made.setLineHeight(self.percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if mine:
            made.setLeftMargin(self.mine_left + self.pad_x)
            made.setRightMargin(self.edge + self.pad_x)
            made.setAlignment(self.side(text))
        else:
            self._hers(made)
        return made

    def side(self, text: str) -> Qt.AlignmentFlag:
        """A line of yours that needs no second line stands at the right."""
        short = self.natural(text) <= self.room_mine
        return (Qt.AlignmentFlag.AlignRight if short else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute

    def note(self, mine: bool) -> QTextBlockFormat:
        made = self._block(0, self.theme.sp(10))
        if mine:
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            made.setRightMargin(self.edge + self.theme.sp(2))
        else:
            self._hers(made)
        return made

    def _hers(self, made: QTextBlockFormat) -> None:
        made.setLeftMargin(self.gutter)
        made.setRightMargin(self.theme.sp(48) if self.wide else self.theme.sp(4))

    def _block(self, above: float, below: float) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setBottomMargin(below)
        return made
