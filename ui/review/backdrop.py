"""What is painted behind the words of a transcript: the chosen line, emblems, marks behind words, words that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextBlock

from ui.review.notes import Span
from ui.theme.theme import theme_of
from ui.widgets.avatar import paint_emblem

if TYPE_CHECKING:
    from ui.review.script import Script


class Backdrop:
    """Paints for one transcript. `strong` is the line, start and end of words that are marked more than others."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._spans: dict[int, list[Span]] = {}
        self._found: dict[int, list[tuple[int, int]]] = {}
        self._late: Callable[[str], Sequence[Span]] | None = None
        self._asked: set[int] = set()
        self._emblem: QPixmap | None = None
        self.strong: tuple[int, int, int] | None = None

    def forget(self) -> None:
        self._emblem = None

    def set_spans(self, spans: Sequence[tuple[int, Span]], late: Callable[[str], Sequence[Span]] | None = None) -> None:
        self._spans, self._late, self._asked = {}, late, set()
        for line, span in spans:
            self._spans.setdefault(line, []).append(span)

    def set_found(self, found: Sequence[tuple[int, int, int]]) -> None:
        self._found = {}
        for line, start, end in found:
            self._found.setdefault(line, []).append((start, end))

    def marks(self, line: int) -> list[Span]:
        """The marks of a line."""
        if self._late is not None and line not in self._asked:
            self._asked.add(line)
            if found := self._late(str(self._script.turns[line].id)):
                self._spans.setdefault(line, []).extend(found)
        return self._spans.get(line, [])

    def paint(self, painter: QPainter, top: int, bottom: int) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for line in self._script.lines_between(top, bottom):
            if line == self._script.chosen:
                self._chosen(painter, line)
            self._picture(painter, line)
            for span in self.marks(line):
                self._mark(painter, line, span.start, span.end, span.hue)
            for start, end in self._found.get(line, ()):
                self._mark(painter, line, start, end, "amber", filled=True)

    def _chosen(self, painter: QPainter, line: int) -> None:
        theme = theme_of(self._script)
        top, bottom = self._script.extent(line)
        rect = QRectF(0, top - theme.sp(7), self._script.viewport().width(), bottom - top + theme.sp(11))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken", 0.8))
        painter.drawRoundedRect(rect, 10, 10)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(0, rect.top() + 8, 3, rect.height() - 16), 1.5, 1.5)

    def _picture(self, painter: QPainter, line: int) -> None:
        script, theme = self._script, theme_of(self._script)
        side = script.ink.avatar
        rect = QRectF(script.ink.avatar_at, script.extent(line)[0], side, side)
        ratio = script.devicePixelRatioF()
        if script.turns[line].speaker == "you":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(rect, side * 0.32, side * 0.32)
            small = theme.px(14)
            picture = theme.icon_pixmap("user", "muted", small, ratio)
            painter.drawPixmap(rect.center() - QPointF(small / 2, small / 2), picture)
            return
        if self._emblem is None:
            self._emblem = QPixmap(round(side * ratio), round(side * ratio))
            self._emblem.setDevicePixelRatio(ratio)
            self._emblem.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._emblem)
            paint_emblem(inner, QRectF(0, 0, side, side), script.emblem, theme.dark)
            inner.end()
        painter.drawPixmap(rect.topLeft(), self._emblem)

    def _mark(self, painter: QPainter, line: int, start: int, end: int, hue: str, filled: bool = False) -> None:
        theme = theme_of(self._script)
        strong = filled or self.strong == (line, start, end)
        for rect in self._script.words_rects(line, start, end):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{hue}_soft", 1.0 if strong else 0.75))
            painter.drawRoundedRect(rect.adjusted(-2.5, 0.5, 2.5, 0.5), 4, 4)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.6, rect.width(), 1.9 if strong else 1.1), theme.color(hue))


def rects(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Where characters of a block stand, a rectangle for each row."""
    layout = block.layout()
    base = layout.position()
    found = []
    for i in range(layout.lineCount()):
        row = layout.lineAt(i)
        first, last = max(start, row.textStart()), min(end, row.textStart() + row.textLength())
        if first < last:
            left, right = sorted((_x(row.cursorToX(first)), _x(row.cursorToX(last))))
            found.append(QRectF(base.x() + left, base.y() + row.y(), right - left, row.height()))
    return found


def _x(place: Any) -> float:
    """A place in a row: some versions of PySide6 hand back the cursor too."""
    return float(place[0] if isinstance(place, tuple) else place)
