"""Words on a page of paper: fonts in points, paragraphs laid out into lines, and lines that know how high they are.

No part of the window: it works in any thread and without a theme. Paper is light, whatever the screen is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from rehearse.exchange.textfile import visible
from ui.theme.fonts import Fonts, serif_can_show
from ui.theme.tokens import LIGHT
from ui.widgets.plain import breakable

# role: (points, weight, serif, height of a line in shares of the size)
ROLES: dict[str, tuple[float, int, bool, float]] = {
    "h1": (22, 500, True, 1.18), "h2": (15, 500, True, 1.25), "quote": (11.5, 400, True, 1.38), "said": (11, 400, True, 1.42),
    "bodyb": (10, 600, False, 1.45), "body": (10, 400, False, 1.48), "lead": (11, 400, False, 1.45),
    "caption": (8.5, 400, False, 1.45), "captionb": (8.5, 600, False, 1.45), "chip": (7.8, 600, False, 1.4),
}  # fmt: skip


def ink(token: str) -> QColor:
    return QColor(LIGHT[token])


@dataclass(frozen=True)
class Run:
    """A stretch of words. ``ground`` is a token behind them, ``under`` one of a line below them, ``line`` the number of the line
    of the transcript that they lead to."""

    text: str
    token: str = "text"
    role: str = ""
    ground: str = ""
    under: str = ""
    line: int = 0


class Type:
    """The fonts of one document, made once. Points times ``per_point`` are the units of the painter."""

    def __init__(self, per_point: float) -> None:
        self._fonts, self._made = Fonts(), dict[tuple[str, bool], QFont]()
        self._there = frozenset(QFontDatabase.families())  # the app has registered its own; again would tell every window
        self.per_point = per_point
        self.led: Callable[[QRectF, int], object] = lambda _box, _line: None  # told where words stand that lead to a line

    def px(self, points: float) -> float:
        return points * self.per_point

    def font(self, role: str, text: str = "") -> QFont:
        points, weight, serif, _ = ROLES[role]
        serif = serif and serif_can_show(text)
        if (role, serif) not in self._made:
            family = "Newsreader" if serif else "Inter"
            there = family in self._there or self._fonts.has(family)
            font = QFont()
            if there:
                font.setFamilies([family])
            font.setPixelSize(max(1, round(self.px(points))))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if there:
                font.setVariableAxis(QFont.Tag("wght"), float(weight))
            self._made[role, serif] = font
        return self._made[role, serif]

    def width(self, role: str, text: str) -> float:
        return QFontMetricsF(self.font(role, text)).horizontalAdvance(text)

    def lay(self, runs: Sequence[Run], role: str, width: float) -> Lines:
        """A paragraph of these runs in this width, in units of the painter."""
        return Lines(self, runs, role, width)


class Lines:
    """A paragraph that was laid out. ``heights`` are those of its lines; draw as many of them as there is room for."""

    def __init__(self, type: Type, runs: Sequence[Run], role: str, width: float) -> None:
        kept = [replace(r, text=breakable(visible(r.text))) for r in runs]
        text = "".join(run.text for run in kept).replace("\n", "\u2028")
        self._type = type
        self._ways: list[tuple[int, int, int]] = []  # from, to, line of the transcript
        self._layout = QTextLayout(text, type.font(role, text))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        at, formats = 0, []
        for run in kept:
            if run.line:
                self._ways.append((at, at + _units(run.text), run.line))
            look = QTextLayout.FormatRange()
            look.start, look.length = at, _units(run.text)
            at += look.length
            look.format = _format(run, type)
            formats.append(look)
        self._layout.setFormats(formats)
        step = type.px(ROLES[role][0] * ROLES[role][3])
        self._layout.beginLayout()
        self._lines = []
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, 0))
            self._lines.append(line)
        self._layout.endLayout()
        self.heights = [max(step, line.height()) for line in self._lines]
        self.width = max((line.naturalTextWidth() for line in self._lines), default=0.0)

    @property
    def height(self) -> float:
        return sum(self.heights)

    def draw(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> float:
        """Draw some of the lines, the first of them at ``y``; gives where the next one would be."""
        for i in range(first, len(self._lines) if last is None else last):
            line = self._lines[i]
            line.draw(painter, QPointF(x, y + (self.heights[i] - line.height()) / 2))
            for start, end, to in self._ways:
                self._lead(line, start, end, to, QPointF(x, y), self.heights[i])
            y += self.heights[i]
        return y

    def _lead(self, line: QTextLine, start: int, end: int, to: int, at: QPointF, high: float) -> None:
        start, end = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if start < end:
            left, right = sorted(_x(line, place) for place in (start, end))
            self._type.led(QRectF(at.x() + left, at.y(), right - left, high), to)


def _format(run: Run, type: Type) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(ink(run.token))
    if run.role:
        look.setFont(type.font(run.role, run.text))
    if run.ground:
        look.setBackground(ink(run.ground))
    if run.under:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(ink(run.under))
    return look


def _x(line: QTextLine, place: int) -> float:
    x = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)  # Qt gives the place as it took it, too


def _units(text: str) -> int:
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def chip_width(type: Type, text: str) -> float:
    return type.width("chip", text) + type.px(9)


def draw_chip(painter: QPainter, type: Type, x: float, y: float, text: str, hue: str) -> float:
    """A small label with a ground; gives its width."""
    wide, high = chip_width(type, text), type.px(12.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(f"{hue}_soft"))
    painter.drawRoundedRect(QRectF(x, y, wide, high), type.px(3), type.px(3))
    painter.setPen(ink(f"{hue}_text"))
    painter.setFont(type.font("chip", text))
    painter.drawText(QRectF(x, y, wide, high), Qt.AlignmentFlag.AlignCenter, text)
    return wide
