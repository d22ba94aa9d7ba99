"""How a group and an objection are painted in the list."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from rehearse.review.across import Group, Voiced
from ui.library.painting import RowDelegate, advance, paint_text
from ui.objections import rows as words
from ui.objections.model import ITEM, Heading, More, ObjectionsModel, more_words
from ui.review.words import HUE, ICON
from ui.theme.theme import theme_of
from ui.widgets.avatar import paint_emblem
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain import one_line, visible

_BAR_EM, _BAR = 40, 132  # em from which a group has its bar, and how wide that is at 100 %
_INDENT_EM = 6  # what an objection stands in from both sides, about
_WHERE_EM = 34  # em from which the meeting stands at the right of an objection
Index = QModelIndex | QPersistentModelIndex


def _line(role: str) -> int:
    """How high a line of a role is. Kept: every row asks whenever the list is laid out."""
    return _spacing(role, theme_of().scale)


@lru_cache(maxsize=64)
def _spacing(role: str, scale: float) -> int:
    return math.ceil(QFontMetricsF(theme_of().font(role)).lineSpacing())


class ObjectionDelegate(RowDelegate):
    """``emblem_of`` finds the emblem of a person's id."""

    def __init__(self, emblem_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._emblem_of = emblem_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, item = theme_of(), index.data(ITEM)
        pad = 2 * theme.sp(8)
        if isinstance(item, Heading):
            return QSize(theme.px(200), max(theme.px(34), _line("bodyb") + _line("caption") + 2) + pad)
        if isinstance(item, Voiced):
            view: QWidget = option.widget  # type: ignore[attr-defined]
            rows = 2 * _line("body") + max(theme.px(22), _line("bodyb")) + theme.sp(8)
            narrow = theme.em(view.width()) - _INDENT_EM <= _WHERE_EM
            return QSize(theme.px(200), rows + pad + (_line("caption") if narrow else 0))
        return QSize(theme.px(200), max(32, theme.px(22)) + pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Any = index.data(ITEM)
        model = index.model()
        if item is None or not isinstance(model, ObjectionsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._ground(painter, option, self._last(index))
        if isinstance(item, Heading):
            self._paint_heading(painter, room, item)
        elif isinstance(item, Voiced):
            indent = theme_of().px(30) + theme_of().sp(12)
            whole: QRect = option.rect  # type: ignore[attr-defined]
            self._paint_objection(painter, room.adjusted(indent, 0, 0, 0), whole.width(), item, model.by(index.row()))
        elif isinstance(item, More):
            indent = theme_of().px(30) + theme_of().sp(12)
            paint_text(painter, room.adjusted(indent, 0, 0, 0), more_words(item), "buttonb", "accent_text")
        painter.restore()

    # ---- a group

    def _paint_heading(self, painter: QPainter, room: QRectF, heading: Heading) -> None:
        theme, group = theme_of(), heading.group
        side = theme.px(30)
        mark = QRectF(room.left(), room.center().y() - side / 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        if group.by == "person":
            paint_emblem(painter, mark, self._emblem_of(group.key), theme.dark)
        else:
            icon = theme.px(18)
            picture = theme.icon_pixmap("diamond", "muted", icon, ratio)
            painter.drawPixmap(mark.center().toPoint() - QRect(0, 0, icon, icon).center(), picture)
        arrow = theme.px(16)
        at = QRectF(room.right() - arrow, room.center().y() - arrow / 2, arrow, arrow)
        painter.drawPixmap(at.topLeft(), theme.icon_pixmap("down" if heading.is_open else "right", "subtle", arrow, ratio))
        left, right = mark.right() + theme.sp(12), at.left() - theme.sp(12)
        if theme.em(room.width()) > _BAR_EM:
            width = theme.px(_BAR)
            paint_bar(painter, QRectF(right - width, room.center().y() - theme.px(4), width, theme.px(8)), group)
            right -= width + theme.sp(16)
        half = room.height() / 2
        paint_text(painter, QRectF(left, room.top(), right - left, half), words.title(group), "bodyb", "text")
        paint_text(painter, QRectF(left, room.top() + half, right - left, half), words.counted(group), "caption", "muted")

    # ---- an objection

    def _paint_objection(self, painter: QPainter, room: QRectF, across: int, voiced: Voiced, by: str) -> None:
        theme, objection = theme_of(), voiced.objection
        high = max(theme.px(22), _line("bodyb"))
        where, label = words.where(voiced, by), visible(one_line(objection.label, 200))
        top = room.top()
        right = room.right()
        beside = theme.em(across) - _INDENT_EM > _WHERE_EM
        if beside:
            width = min(advance(theme, "caption", where), round(room.width() * 0.4))
            paint_text(painter, QRectF(right - width, top, width, high), where, "caption", "muted", right=True)
            right -= width + theme.sp(12)
        chip = chip_size(words.status(objection.status), ICON[objection.status])
        chip_width = min(float(chip.width()), room.width() / 2)
        box = QRectF(room.left(), top + (high - chip.height()) / 2, chip_width, chip.height())
        paint_chip(painter, box, words.status(objection.status), HUE[objection.status], ICON[objection.status])
        left = box.right() + theme.sp(8)
        paint_text(painter, QRectF(left, top, right - left, high), label, "bodyb", "text")
        top += high + theme.sp(4)
        if not beside:
            paint_text(painter, QRectF(room.left(), top, room.width(), _line("caption")), where, "caption", "muted")
            top += _line("caption")
        body = _line("body")
        paint_text(painter, QRectF(room.left(), top, room.width(), body), words.said(voiced), "body", "text")
        top += body + theme.sp(2)
        told, yours = words.met(voiced)
        width = min(advance(theme, "body", told), round(room.width()))
        paint_text(painter, QRectF(room.left(), top, width, body), told, "body", "muted")
        if yours:
            rest = QRectF(room.left() + width + theme.sp(4), top, room.width() - width - theme.sp(4), body)
            if rest.width() > theme.px(40):
                paint_text(painter, rest, f"“{yours}”", "body", "accent_text")


def paint_bar(painter: QPainter, rect: QRectF, group: Group) -> None:
    """What came of a group's objections, as shares of a bar; the words beside it say the same."""
    theme = theme_of()
    gap, left = float(theme.px(2)), rect.left()
    room = rect.width() - gap * (len(group.counts) - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    for status, count in group.counts.items():
        width = room * count / max(1, group.total)
        painter.setBrush(theme.color(HUE[status]))
        painter.drawRoundedRect(QRectF(left, rect.top(), max(2.0, width), rect.height()), 2, 2)
        left += width + gap
