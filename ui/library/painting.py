"""How a meeting and what was found are painted in a list: the look of "Pick up where you left off"."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rehearse.library.records import Hit, RehearsalRow
from ui.library import rows as words
from ui.library.model import ITEM, MOST_TITLE
from ui.theme.theme import Theme, theme_of
from ui.widgets.avatar import paint_emblem
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.mini_ladder import STILL_OPEN
from ui.widgets.plain import one_line
from ui.widgets.steps import HUES, WORDS

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SNIPPET_LINES = 2
_KEPT = 200  # found lines whose layouts are kept
_LADDER_EM, _CHECKS_EM = 44, 54
Index = QModelIndex | QPersistentModelIndex


def advance(theme: Theme, role: str, text: str) -> int:
    """The width of a text in a role of the type scale. Kept: columns ask for the same words in every row."""
    return _advance(role, text, theme.scale)


@lru_cache(maxsize=512)
def _advance(role: str, text: str, scale: float) -> int:
    return math.ceil(QFontMetricsF(theme_of().font(role, text=text)).horizontalAdvance(text)) + 2


@lru_cache(maxsize=1024)
def _elided(role: str, text: str, width: float, scale: float) -> str:
    metrics = QFontMetricsF(theme_of().font(role, text=text))
    return metrics.elidedText(one_line(text, 400), Qt.TextElideMode.ElideRight, width)


def paint_text(painter: QPainter, rect: QRectF, text: str, role: str, token: str, right: bool = False) -> None:
    """One line that elides."""
    theme = theme_of()
    painter.setFont(theme.font(role, text=text))
    painter.setPen(theme.color(token))
    shown = _elided(role, text, rect.width(), theme.scale)
    painter.drawText(rect, _MIDDLE | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft), shown)


def paint_ladder(painter: QPainter, rect: QRectF, value: int | None, word: str) -> None:
    """Four small bars, filled up to ``value`` (0 to 3), and the word: as the widget ``MiniLadder``."""
    theme = theme_of()
    base = rect.center().y() + theme.px(5)
    for step in range(len(WORDS)):
        width, height = theme.px(11), theme.px(5) + step * theme.px(2.4)
        hue = theme.color(HUES[value]) if value is not None and step <= value else None
        painter.setPen(QPen(hue or theme.color("control"), 1))
        painter.setBrush(hue or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect.left() + step * theme.px(14) + 0.5, base - height + 0.5, width, height - 1), 2, 2)
    paint_text(painter, rect.adjusted(theme.px(64), 0, 0, 0), word, "caption", "text" if value is not None else "muted")


class RowDelegate(QStyledItemDelegate):
    """What both lists share: the ground of a row, the line below it, and the height."""

    def _ground(self, painter: QPainter, option: Any, last: bool) -> QRectF:
        """Paints the ground; gives the room inside."""
        theme = theme_of()
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), theme.sp(8), theme.sp(8))
        elif not last:
            side = theme.sp(12)
            painter.fillRect(QRectF(rect.left() + side, rect.bottom() - 1, rect.width() - 2 * side, 1), theme.color("line"))
        return rect.adjusted(theme.sp(12), theme.sp(8), -theme.sp(12), -theme.sp(8))

    @staticmethod
    def _last(index: Index) -> bool:
        model: QAbstractItemModel = index.model()
        return bool(index.row() == model.rowCount() - 1)


class MeetingDelegate(RowDelegate):
    """A meeting. ``emblem_of`` finds the emblem of a person's id."""

    def __init__(self, emblem_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._emblem_of = emblem_of
        self._emblems: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = theme_of()
        return QSize(theme.px(200), theme.px(20) + theme.px(17) + 2 * theme.sp(8) + 4)

    def link_rect(self, rect: QRect) -> QRect:
        """Where the words at the right end of a row stand."""
        theme = theme_of()
        width = advance(theme, "buttonb", words.READ)
        return QRect(rect.right() - theme.sp(12) - width, rect.top(), width, rect.height())

    def title_rect(self, rect: QRect) -> QRect:
        """Where the title stands, from the emblem to the columns at the right."""
        theme = theme_of()
        left = rect.left() + theme.sp(12) + theme.px(30) + theme.sp(12)
        return QRect(left, rect.top(), max(theme.px(60), self._columns(rect) - theme.sp(12) - left), rect.height())

    def _columns(self, rect: QRect) -> int:
        """Where the columns at the right begin."""
        theme = theme_of()
        left = self.link_rect(rect).left()
        em = theme.em(rect.width())
        if em > _LADDER_EM:
            left -= theme.sp(16) + self._ladder_width()
        if em > _CHECKS_EM:
            left -= theme.sp(16) + advance(theme, "caption", words.WIDEST_CHECKS)
        return left

    @staticmethod
    def _ladder_width() -> int:
        theme = theme_of()
        return theme.px(64) + max(advance(theme, "caption", word) for word in (*WORDS, STILL_OPEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ITEM)
        if not isinstance(row, RehearsalRow):
            return
        theme, view = theme_of(), option
        box: QRect = view.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._ground(painter, option, self._last(index))
        side = theme.px(30)
        emblem = QRectF(room.left(), room.center().y() - side / 2, side, side)
        painter.drawPixmap(
            emblem.topLeft(),
            self._emblem(
                "" if words.imported(row) else self._emblem_of(row.persona_id), side, painter.device().devicePixelRatioF()
            ),
        )
        text = QRectF(self.title_rect(box))
        half = room.height() / 2
        paint_text(painter, QRectF(text.left(), room.top(), text.width(), half), words.title(row), "bodyb", "text")
        paint_text(painter, QRectF(text.left(), room.top() + half, text.width(), half), words.below(row), "caption", "muted")
        self._paint_columns(painter, box, row)
        painter.restore()

    def _emblem(self, name: str, side: int, ratio: float) -> QPixmap:
        """The picture of a person, drawn once: a page of the list has a dozen of them."""
        dark = theme_of().dark
        made = self._emblems.get((name, side, ratio, dark))
        if made is None:
            made = self._emblems[name, side, ratio, dark] = QPixmap(round(side * ratio), round(side * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_emblem(painter, QRectF(0, 0, side, side), name, dark)
            painter.end()
        return made

    def _paint_columns(self, painter: QPainter, box: QRect, row: RehearsalRow) -> None:
        theme = theme_of()
        link = QRectF(self.link_rect(box))
        paint_text(painter, link, words.link(row), "buttonb", "accent_text", right=True)
        em, right = theme.em(box.width()), link.left() - theme.sp(16)
        if em > _LADDER_EM:
            width = self._ladder_width()
            column = QRectF(right - width, box.top(), width, box.height())
            if words.imported(row):
                size = chip_size(words.IMPORTED, "download")
                middle = column.center().y() - size.height() / 2
                chip = QRectF(column.left(), middle, min(size.width(), column.width()), size.height())
                paint_chip(painter, chip, words.IMPORTED, "stone", "download")
            else:
                paint_ladder(painter, column, words.step(row), words.step_words(row))
            right = column.left() - theme.sp(16)
        if em > _CHECKS_EM:
            width = advance(theme, "caption", words.WIDEST_CHECKS)
            paint_text(
                painter, QRectF(right - width, box.top(), width, box.height()), words.checks(row), "caption", "muted", True
            )

    # ---- renaming in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setProperty("kind", "field")
        line.setMaxLength(MOST_TITLE)
        line.setAccessibleName("Title of the meeting")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # type: ignore[attr-defined]
        room = self.title_rect(box)
        height = min(box.height(), editor.sizeHint().height())
        editor.setGeometry(room.left() - 8, box.top() + (box.height() - height) // 2, room.width() + 8, height)


class HitDelegate(RowDelegate):
    """What was found: where it stands, what it is, and the words, the found ones marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laid: dict[tuple[object, ...], tuple[QTextLayout, float]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = theme_of()
        line = math.ceil(QFontMetricsF(theme.font("body")).lineSpacing())
        return QSize(theme.px(200), theme.px(20) + _SNIPPET_LINES * line + 2 * theme.sp(8) + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(ITEM)
        if not isinstance(hit, Hit):
            return
        theme = theme_of()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._ground(painter, option, self._last(index))
        snippet, height = self._snippet(room.width(), hit)
        # One line of words stands in the middle of the room for two.
        top = room.top() + max(0.0, (room.height() - theme.px(20) - 4 - height) / 2)
        head = QRectF(room.left(), top, room.width(), theme.px(20))
        where = words.hit_head(hit)
        width = min(advance(theme, "caption", where), round(room.width() / 2))
        paint_text(painter, head.adjusted(0, 0, -width - theme.sp(12), 0), words.hit_title(hit), "bodyb", "text")
        paint_text(painter, QRectF(head.right() - width, head.top(), width, head.height()), where, "caption", "muted", right=True)
        painter.setPen(theme.color("text"))
        snippet.draw(painter, QPointF(room.left(), head.bottom() + 4))
        painter.restore()

    def _snippet(self, width: float, hit: Hit) -> tuple[QTextLayout, float]:
        """The words laid out in at most two lines, and how high they are. Kept, since a row is painted whenever it is pointed at."""
        theme = theme_of()
        key = (hit, width, theme.scale, theme.name, theme.more_contrast)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            found = self._laid[key] = self._lay(width, hit)
        return found

    @staticmethod
    def _lay(width: float, hit: Hit) -> tuple[QTextLayout, float]:
        theme = theme_of()
        lead = f"{words.speaker(hit)}: "
        # One character stays one character, so that the places of the found words hold.
        text = lead + "".join(" " if c.isspace() else c if c.isprintable() else "\ufffd" for c in hit.snippet)
        layout = QTextLayout(text, theme.font("body", text=text))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_format(text, 0, len(lead), theme.color("muted"), None)] + [
            _format(text, len(lead) + start, len(lead) + end, theme.color("text"), theme.color("amber_soft"))
            for start, end in hit.spans
        ])  # fmt: skip
        layout.beginLayout()
        height = 0.0
        for _ in range(_SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height


def _format(text: str, start: int, end: int, ink: QColor, ground: QColor | None) -> QTextLayout.FormatRange:
    """A format for code points ``start`` to ``end``; Qt counts in UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start = _units(text[:start])
    made.length = _units(text[start:end])
    look = QTextCharFormat()
    look.setForeground(ink)
    if ground is not None:
        look.setBackground(ground)
    made.format = look
    return made


def _units(text: str) -> int:
    return len(text) + sum(ord(c) > 0xFFFF for c in text)
