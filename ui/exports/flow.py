"""Pages, one after the other: where the next line goes, when a page is full, and what stands at the foot of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPdfWriter, QPen

from rehearse.exchange.textfile import visible
from ui.exports.typeset import Lines, Run, Type, ink
from ui.widgets.plain import one_line

FOOT = 30  # points kept free for it


class Flow:
    """A painter on pages. ``y`` is where the next thing goes; sizes are points where they say so, else units of the painter."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, type: Type, foot: str) -> None:
        self._writer, self.painter, self.type = writer, painter, type
        self.width, self.bottom = float(writer.width()), writer.height() - type.px(FOOT)
        self.y = 0.0
        self.page = 1
        font = type.font("caption", foot)
        room = self.width - type.px(40)
        self._foot = QFontMetricsF(font).elidedText(one_line(visible(foot), 200), Qt.TextElideMode.ElideRight, room)
        self.marks: list[tuple[str, int, float]] = []  # (title, page from 1, y) of the parts, for the table of contents
        self.places: dict[int, tuple[int, float]] = {}  # (page, y) of each line of the transcript
        self.ways: list[tuple[int, QRectF, int]] = []  # (page, where, line of the transcript) of words that lead to a line
        type.led = lambda box, line: self.ways.append((self.page, box, line))

    @property
    def left(self) -> float:
        """What is left of this page."""
        return self.bottom - self.y

    def turn(self) -> None:
        """On to a new page."""
        self._paint_foot()
        self._writer.newPage()
        self.page += 1
        self.y = 0.0

    def finish(self) -> None:
        self._paint_foot()

    def _paint_foot(self) -> None:
        type, painter = self.type, self.painter
        room = QRectF(0, self.bottom + type.px(12), self.width, type.px(14))
        painter.setPen(QPen(ink("line"), type.px(0.6)))
        painter.drawLine(room.topLeft(), room.topRight())
        painter.setFont(type.font("caption", self._foot))
        painter.setPen(ink("subtle"))
        below = room.adjusted(0, type.px(3), 0, type.px(5))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._foot)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.page))

    def need(self, height: float) -> None:
        """A new page, where so much does not fit on this one and would on another."""
        if height > self.left and self.y > 0 and height <= self.bottom:
            self.turn()

    def skip(self, points: float) -> None:
        if self.y > 0:
            self.y += self.type.px(points)

    def text(
        self,
        runs: Sequence[Run] | str,
        role: str,
        token: str = "text",
        x: float = 0.0,
        width: float | None = None,
        keep: float = 0.0,
    ) -> None:
        """A paragraph. ``keep`` is how much of what follows must stay with it, in points."""
        given = [Run(runs, token)] if isinstance(runs, str) else runs
        lines = self.type.lay(given, role, (self.width if width is None else width) - x)
        self.need(min(lines.height, self.type.px(60)) + self.type.px(keep))
        self.lines(lines, x)

    def lines(self, lines: Lines, x: float = 0.0) -> None:
        """Lines, over as many pages as they take."""
        at = 0
        while at < len(lines.heights):
            fits = at
            room = self.left
            while fits < len(lines.heights) and lines.heights[fits] <= room:
                room -= lines.heights[fits]
                fits += 1
            if fits == at:
                if self.y <= 0:
                    fits += 1  # higher than a page: drawn all the same
                else:
                    self.turn()
                    continue
            self.y = lines.draw(self.painter, x, self.y, at, fits)
            at = fits

    def rule(self, before: float = 5, after: float = 6) -> None:
        self.skip(before)
        if self.y > 0:
            self.painter.setPen(QPen(ink("line"), self.type.px(0.7)))
            self.painter.drawLine(0, round(self.y), round(self.width), round(self.y))
        self.skip(after)

    def head(self, words: str, keep: float = 60) -> None:
        """The head of a part: it stays with what follows."""
        self.skip(20)
        lines = self.type.lay([Run(words)], "h2", self.width)
        self.need(lines.height + self.type.px(keep))
        self.marks.append((words, self.page, self.y))
        self.lines(lines)
        self.skip(6)
