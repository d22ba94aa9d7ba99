"""Static text drawn from a text document: real line height, and rounded highlights behind words."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.plain import break_offsets, breakable

_LINE_SHARE = 0.84  # the fonts' own line is about 1.19 of the type size: this turns CSS-like line heights into Qt's


class Mark(NamedTuple):
    """A highlight behind words: where, in characters of the text; ``hue`` such as ``brick``; ``strong`` when it is chosen."""

    start: int
    length: int
    hue: str
    strong: bool = False


class Prose(QLabel):
    """Text that wraps. A label, so that screen readers read it; never markup.

    ``role`` is of the type scale, ``color`` a token. ``caret`` shows that more is coming. Size follows the width it is given.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "talk",
        color: str = "text",
        marks: Sequence[Mark] = (),
        italic: bool = False,
        caret: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setAlignment(align)
        self.role, self.color, self.italic, self.caret = role, color, italic, caret
        self.marks: tuple[Mark, ...] = tuple(marks)
        self._breaks: list[int] = []
        self._wide: list[int] = []  # characters that take two units of UTF-16
        self._laid: QTextDocument | None = None
        self._natural: tuple[int, int] | None = None  # width and height when nothing wraps
        self._heights: dict[int, int] = {}  # by width: a layout asks many times for the same
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay(text)

    # ---- content

    def setText(self, text: str) -> None:
        """Replaces the text; marks stay where they were."""
        if text != self.text():
            self._lay(text)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replaces the highlights."""
        self.marks = tuple(marks)
        self.update()

    def set_color(self, color: str) -> None:
        """Changes the colour token."""
        self.color = color
        self.update()

    def set_caret(self, caret: bool) -> None:
        """Shows or hides the caret after the last word."""
        self.caret = caret
        self.update()

    def restyle(self) -> None:
        """Takes font and sizes from the theme again."""
        self._lay(self.text())

    def _lay(self, text: str) -> None:
        super().setText(text)
        self.setFont(theme_of(self).font(self.role, self.italic, text))
        self._forget()
        self.updateGeometry()
        self.update()

    def _forget(self) -> None:
        if self._laid is not None:
            self._laid.deleteLater()
            self._laid = None
        self._natural = None
        self._heights.clear()

    @property
    def _doc(self) -> QTextDocument:
        """The laid out text, made when it is first asked for."""
        if self._laid is None:
            self._laid = self._make()
        return self._laid

    def _make(self) -> QTextDocument:
        text = self.text()
        doc = QTextDocument(self)
        doc.setDocumentMargin(0)
        doc.setUndoRedoEnabled(False)
        doc.setDefaultFont(self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        doc.setDefaultTextOption(option)
        self._breaks = break_offsets(text)
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
        doc.setPlainText(breakable(text))
        cursor = QTextCursor(doc)
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(self._line(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(block)
        return doc

    def _line(self) -> float:
        return theme_of(self).line_height(self.role) * _LINE_SHARE

    # ---- size

    def hasHeightForWidth(self) -> bool:
        return True

    def _lead(self) -> float:
        """Proportional line height puts its lead under the last line too: this much is taken back.

        Where lines stand closer than the font is high, the last one reaches below its line: this much, negative, is given.
        """
        line = self._doc.firstBlock().layout().lineAt(0)
        return line.height() * (1 - 100 / self._line()) if line.isValid() else 0.0

    def _set_width(self, width: float) -> None:
        """Lay the text out for a width. Asked of Qt, it is done anew for the same width too."""
        if self._doc.textWidth() != width:
            self._doc.setTextWidth(width)
            self._doc.size()  # has it done now

    def _high(self) -> int:
        return math.ceil(self._doc.size().height() - self._lead()) + 1

    def _unwrapped(self) -> tuple[int, int]:
        if self._natural is None:
            self._set_width(-1)
            self._natural = math.ceil(self._doc.idealWidth()) + 2, self._high()
        return self._natural

    def heightForWidth(self, width: int) -> int:
        ideal, height = self._unwrapped()
        if width >= ideal:
            return height
        found = self._heights.get(width)
        if found is None:
            self._set_width(max(1, width))
            found = self._heights[width] = self._high()
        return found

    def ideal(self) -> int:
        """The width of the text when nothing wraps."""
        return self._unwrapped()[0]

    def sizeHint(self) -> QSize:
        width = min(self.ideal(), theme_of(self).px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(min(self.ideal(), theme.px(60)), theme.px(18))

    # ---- paint

    def rects_for(self, start: int, length: int) -> list[QRectF]:
        """Where ``length`` characters from ``start`` on stand, a rectangle for each line, in widget coordinates."""
        doc = self._doc
        self._set_width(self.width())
        first, last = self._shifted(start), self._shifted(start + length)
        found: list[QRectF] = []
        block = doc.findBlock(first)
        while block.isValid() and block.position() < last:
            found += _rects(block, first - block.position(), last - block.position())
            block = block.next()
        return found

    def _shifted(self, offset: int) -> int:
        """Where a character stands in the document: in units of UTF-16, with our breaks among them."""
        return offset + bisect_right(self._breaks, offset) + bisect_left(self._wide, offset)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._set_width(self.width())
        for mark in self.marks:
            for rect in self.rects_for(mark.start, mark.length):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(f"{mark.hue}_soft", 1.0 if mark.strong else 0.75))
                painter.drawRoundedRect(rect.adjusted(-2.5, 0.5, 2.5, 0.5), 4, 4)
                thick = 1.8 if mark.strong else 1.1
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.6, rect.width(), thick), theme.color(mark.hue))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme.color(self.color if self.isEnabled() else "subtle"))
        self._doc.documentLayout().draw(painter, context)
        if self.caret:
            self._paint_caret(painter)

    def _paint_caret(self, painter: QPainter) -> None:
        last = self._doc.lastBlock()
        rects = _rects(last, max(0, last.length() - 2), last.length() - 1)
        if rects:
            rect = rects[-1]
            painter.fillRect(QRectF(rect.right() + 4, rect.top() + 3, 2.2, rect.height() - 6), theme_of(self).color("accent"))


def _rects(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    layout = block.layout()
    base: QPointF = layout.position()
    found = []
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
            found.append(QRectF(base.x() + left, base.y() + line.y(), right - left, line.height()))
    return found


def _x(place: Any) -> float:
    """A place on a line: some versions of PySide6 hand back the cursor too."""
    return float(place[0] if isinstance(place, tuple) else place)
