"""What is painted behind and beside the words of the conversation: bubbles, emblems, chips, the chosen line, the caret."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock

from ui.room.ink import BODY, HEAD, Ink
from ui.room.script import Script
from ui.widgets.avatar import paint_emblem


class Backdrop:
    """Paints for one script. `emblem` is of the stakeholder; pictures of it are kept until `forget`."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.emblem = "horizon"
        self._picture: QPixmap | None = None

    def forget(self) -> None:
        self._picture = None

    def behind(self, painter: QPainter, top: float, height: float, first: QTextBlock, chosen: int | None) -> None:
        """Paint what lies behind the blocks from `first` on, in a view of this height scrolled by `top`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        for block, number, kind in self._seen(first, top + height):
            if kind == HEAD and number == chosen:
                self._chosen(painter, number)
            if kind == HEAD and not self.script.rows[number].mine:
                self._emblem(painter, block)
                self._chip(painter, block, number)
            elif kind == BODY and self.script.rows[number].mine:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._ink.theme.color("bubble"))
                painter.drawRoundedRect(self.bubble(block), 12, 12)
        painter.translate(0, top)

    def caret(self, painter: QPainter, top: float) -> None:
        """Paint the mark of a line that is being spoken."""
        number = self.script.speaking
        block = self.script.block(number, BODY) if number is not None else None
        if block is None:
            return
        layout = block.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        if not line.isValid():
            return
        ink = self._ink
        x = layout.position().x() + _x(line.cursorToX(line.textStart() + line.textLength())) + 3
        y = layout.position().y() + line.y() - top
        painter.fillRect(QRectF(x, y + ink.theme.px(3), 2.2, ink.metrics.height() - ink.theme.px(4)), ink.theme.color("accent"))

    def bubble(self, block: QTextBlock) -> QRectF:
        """The panel behind a line of yours."""
        ink, layout = self._ink, block.layout()
        count = layout.lineCount()
        if not count:
            return QRectF()
        start, last = layout.lineAt(0), layout.lineAt(count - 1)
        base = layout.position()
        left = base.x() + start.naturalTextRect().left() if count == 1 else ink.mine_left + ink.pad_x
        top, bottom = base.y() + start.y(), base.y() + last.y() + last.height()
        right = ink.width - ink.edge
        return QRectF(left - ink.pad_x, top - ink.pad_y, right - left + ink.pad_x, bottom - top + 2 * ink.pad_y)

    def head(self, number: int) -> QRectF:
        """Where the head of a line stands, over the whole width; empty where the line is not shown."""
        block = self.script.block(number, HEAD)
        return self._rect(block) if block is not None else QRectF()

    def whole(self, number: int) -> QRectF:
        """Where a line stands, from its head to its last remark, over the whole width."""
        head = self.script.block(number, HEAD)
        if head is None:
            return QRectF()
        rect, block = self._rect(head), head.next()
        while block.isValid() and (at := self.script.place(block)) is not None and at[0] == number:
            rect = rect.united(self._rect(block))
            block = block.next()
        return rect.adjusted(0, 0, 0, self._ink.pad_y if self.script.rows[number].mine else 0)

    # ---- inside

    @property
    def _ink(self) -> Ink:
        return self.script.ink

    def _seen(self, block: QTextBlock, bottom: float) -> Iterator[tuple[QTextBlock, int, int]]:
        # One line up: an emblem or a bubble may reach into the view from the block before.
        at = self.script.place(block)
        while block.isValid() and block.previous().isValid() and at is not None and at[1] != HEAD:
            block = block.previous()
            at = self.script.place(block)
        while block.isValid() and block.layout().position().y() < bottom:
            at = self.script.place(block)
            if at is not None and at[0] in self.script.rows:
                yield block, *at
            block = block.next()

    def _rect(self, block: QTextBlock) -> QRectF:
        layout = block.layout()
        rect = layout.boundingRect().translated(layout.position())
        return QRectF(0, rect.top(), self._ink.width, rect.height())

    def _chosen(self, painter: QPainter, number: int) -> None:
        ink = self._ink
        rect = self.whole(number).adjusted(0, -ink.theme.sp(5), 0, ink.theme.sp(5))
        painter.setBrush(ink.theme.color("sunken"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 10, 10)

    def _emblem(self, painter: QPainter, block: QTextBlock) -> None:
        ink = self._ink
        ratio = painter.device().devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(round(ink.avatar * ratio), round(ink.avatar * ratio))
            self._picture.fill(Qt.GlobalColor.transparent)
            self._picture.setDevicePixelRatio(ratio)
            inner = QPainter(self._picture)
            paint_emblem(inner, QRectF(0, 0, ink.avatar, ink.avatar), self.emblem, ink.theme.dark)
            inner.end()
        painter.drawPixmap(QPointF(0, block.layout().position().y()), self._picture)

    def _chip(self, painter: QPainter, block: QTextBlock, number: int) -> None:
        start = block.text().rfind("\u2003")
        if not self.script.rows[number].chip or start < 0:
            return
        ink, layout = self._ink, block.layout()
        theme = ink.theme
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            first, last = max(start, line.textStart()), line.textStart() + line.textLength()
            if first >= last:
                continue
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            rect = QRectF(left, line.y(), right - left, line.height()).translated(layout.position())
            rect = rect.adjusted(-theme.sp(4), 0, theme.sp(7), 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("brick_soft"))
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
            if first == start:
                side = theme.px(4)
                middle = QPointF(rect.left() + theme.sp(5) + side, rect.center().y())
                painter.setPen(QPen(theme.color("brick_text"), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(
                    [middle + QPointF(*p) for p in ((0, -side), (side, 0), (0, side), (-side, 0))],
                )


def _x(place: object) -> float:
    """A place on a line: some versions of PySide6 hand back the cursor too."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
