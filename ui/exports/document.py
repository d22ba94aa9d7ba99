"""The review on paper, in the order of the screen: who, what came of it, how they moved, checks, objections, transcript."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPainterPath, QPdfWriter, QPen

from rehearse.exchange.paper import CheckRow, LineRow, Note, ObjectionRow, Paper, Quote, level_at
from rehearse.exchange.textfile import visible
from ui.exports.flow import Flow
from ui.exports.outline import Link, Part, Place
from ui.exports.typeset import Lines, Run, Type, chip_width, draw_chip, ink
from ui.widgets.plain import one_line
from ui.widgets.steps import HUES, WORDS

_DPI = 300
_MARGIN = QMarginsF(18, 16, 18, 12)  # millimetres
_INDENT = 84  # points, of what stands beside a verdict
_NOTES = 0.31  # of the width, beside the transcript
_SHORT = 40  # characters: what is shorter is not broken in the line that says who and when
_WHOLE = 0.45  # of a page: a line of the transcript that is not higher stays on one page


def paint(seen: Paper, device: QIODevice, size: QPageSize) -> tuple[list[Part], list[Link]]:
    """Write the PDF to an open device. Gives its parts, and what leads to the lines of the transcript."""
    writer = QPdfWriter(device)
    writer.setResolution(_DPI)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, _MARGIN, QPageLayout.Unit.Millimeter))
    writer.setTitle(one_line(visible(seen.title), 160))
    writer.setCreator("Rehearse")
    painter = QPainter(writer)
    try:
        flow = Flow(writer, painter, Type(_DPI / 72), seen.title)
        _top(flow, seen)
        _ladder(flow, seen)
        _decision(flow, seen)
        _moved(flow, seen)
        _one(flow, seen)
        _checks(flow, seen)
        _objections(flow, seen)
        _transcript(flow, seen)
        flow.finish()
    finally:
        painter.end()
    return _parts(flow), list(_links(flow))


def _parts(flow: Flow) -> list[Part]:
    return [Part(title, _place(flow, page, y)) for title, page, y in flow.marks]


def _place(flow: Flow, page: int, y: float) -> Place:
    return Place(page, y / flow.type.per_point + _MARGIN.top() / 25.4 * 72)


def _links(flow: Flow) -> Iterator[Link]:
    per, left, top = flow.type.per_point, _MARGIN.left() / 25.4 * 72, _MARGIN.top() / 25.4 * 72
    for page, box, line in flow.ways:
        if line in flow.places:
            inside = box.left() / per + left, box.top() / per + top, box.right() / per + left, box.bottom() / per + top
            yield Link(page, inside, _place(flow, *flow.places[line]), f"Line {line}")


def _top(flow: Flow, seen: Paper) -> None:
    flow.marks.append((seen.sentence, 1, 0.0))
    flow.text(seen.title, "bodyb")
    flow.text("  ·  ".join(x.replace(" ", "\u00a0") if len(x) < _SHORT else x for x in seen.about), "body", "muted")
    if seen.ask:
        flow.text([Run("Asked for: ", "muted"), Run(seen.ask)], "body")
    flow.skip(12)
    flow.text(seen.sentence, "h1")
    flow.skip(3)
    flow.text(seen.lead, "lead", "muted", width=flow.width * 0.86)


def _ladder(flow: Flow, seen: Paper) -> None:
    if seen.step is None:
        return
    flow.skip(12)
    px, painter = flow.type.px, flow.painter
    flow.need(px(26))
    gap = px(5)
    wide = (flow.width - 3 * gap) / 4
    for step, word in enumerate(WORDS):
        x = step * (wide + gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(HUES[seen.step] if step <= seen.step else "line"))
        painter.drawRoundedRect(QRectF(x, flow.y, wide, px(4)), px(1.5), px(1.5))
        here = step == seen.step
        flow.type.lay([Run(word, "text" if here else "subtle")], "captionb" if here else "caption", wide).draw(
            painter, x, flow.y + px(6)
        )
    flow.y += px(22)


def _decision(flow: Flow, seen: Paper) -> None:
    if seen.said_last or seen.decision:
        flow.skip(10)
        flow.text("What was decided", "bodyb", keep=20)
    if seen.said_last:
        flow.skip(3)
        _striped(flow, flow.type.lay([Run(f"“{seen.said_last}”")], "quote", flow.width - flow.type.px(12)), "control", 1.4)
        flow.skip(3)
    for kind, words in seen.decision:
        hue = "brick" if kind == "Open" else "amber" if kind == "If" else "accent"
        _chipped(flow, kind, hue, [Run(words)], 62)
    if seen.reasons:
        flow.skip(8)
        flow.text(f"Why {seen.pronouns} moved", "bodyb", keep=20)
        flow.skip(2)
    for reason in seen.reasons:
        runs = [Run(reason.words), *(_quoted(reason.quote) if reason.quote else _line_no(reason.line))]
        flow.text(runs, "body")
        flow.skip(2.5)


def _moved(flow: Flow, seen: Paper) -> None:
    points = seen.whole_curve
    if not points:
        return
    type, painter = flow.type, flow.painter
    px = type.px
    high, left = px(82), px(56)
    flow.skip(12)
    flow.need(high + px(44))
    flow.text(f"How {seen.pronouns} moved", "bodyb")
    flow.skip(6)
    top, wide = flow.y, flow.width - left - px(6)

    def place(x: float, level: float) -> QPointF:
        return QPointF(left + x * wide, top + (3 - level) * high / 3)

    for step, word in enumerate(WORDS):
        at = place(0, step)
        painter.setPen(QPen(ink("line"), px(0.7)))
        painter.drawLine(at, QPointF(left + wide, at.y()))
        painter.setPen(ink("subtle"))
        painter.setFont(type.font("caption"))
        painter.drawText(
            QRectF(0, at.y() - px(7), left - px(8), px(14)), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word
        )
    path = QPainterPath(place(*points[0]))
    for point in points[1:]:
        path.lineTo(place(*point))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink("accent"), px(1.8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    for objection in seen.objections:
        if objection.raised.line:
            x = objection.raised.line / max(1, len(seen.lines))
            painter.setPen(QPen(ink("raised"), px(1.4)))
            painter.setBrush(ink(objection.hue))
            painter.drawEllipse(place(x, level_at(points, x)), px(4), px(4))
    flow.y = top + high + px(6)
    flow.text("Line by line, from the first to the last. Dots are objections.", "caption", "subtle")


def _one(flow: Flow, seen: Paper) -> None:
    if not seen.one:
        return
    flow.skip(14)
    type = flow.type
    inner = flow.width - type.px(24)
    parts = [
        type.lay([Run("One thing for next time")], "bodyb", inner),
        type.lay([Run(seen.one), *_line_no(seen.one_line)], "lead", inner),
        *([type.lay([Run(seen.one_why, "muted")], "body", inner)] if seen.one_why else []),
    ]
    high = sum(p.height for p in parts) + type.px(16)
    flow.need(high)
    flow.painter.setPen(Qt.PenStyle.NoPen)
    flow.painter.setBrush(ink("accent_soft"))
    flow.painter.drawRoundedRect(QRectF(0, flow.y, flow.width, high), type.px(5), type.px(5))
    y = flow.y + type.px(8)
    for part in parts:
        y = part.draw(flow.painter, type.px(12), y)
    flow.y += high


def _checks(flow: Flow, seen: Paper) -> None:
    if seen.not_judged:
        flow.head("Checks")
        flow.text(f"Not judged. {seen.not_judged}", "body")
        return
    rows = [[(check, _beside(flow, _check(check), _INDENT)) for check in criterion.checks] for criterion in seen.criteria]
    # Each criterion stays on one page; the head stays with the first.
    heights = [sum(lines.height + flow.type.px(3) for _, lines in row) + flow.type.px(30) for row in rows]
    first = min(heights[0], flow.bottom * _WHOLE) if heights else 0.0
    flow.head(f"Checks: {seen.passed} of {seen.applicable}", keep=first / flow.type.per_point + 30)
    if seen.foot:
        flow.text(seen.foot, "caption", "subtle")
        flow.skip(5)
    for i, criterion in enumerate(seen.criteria):
        flow.need(heights[i] if heights[i] <= flow.bottom * _WHOLE else flow.type.px(72))
        if i:
            flow.rule(4, 7)
        count = f"{criterion.passed} of {criterion.applicable}" if criterion.applicable else "does not apply"
        tally = flow.type.lay([Run(count, "muted")], "body", flow.width)
        tally.draw(flow.painter, flow.width - tally.width, flow.y)
        flow.lines(flow.type.lay([Run(criterion.title)], "bodyb", flow.width * 0.75))
        flow.skip(2)
        for check, lines in rows[i]:
            _beside_chip(flow, check.verdict, check.hue, lines, _INDENT)
    if seen.flags:
        flow.need(flow.type.px(60))
        flow.rule(4, 7)
        flow.text("Red flags", "bodyb")
        for name, quote in seen.flags:
            _chipped(flow, name, "brick", _quoted(quote), chip_width(flow.type, name) / flow.type.per_point + 8)


def _check(check: CheckRow) -> list[Run]:
    passed = check.hue == "accent"
    runs = [Run(check.question, "text" if passed else "subtle")]
    if check.quote:
        runs += [Run("\n"), *_words(check.quote, "muted")]
    for mark in check.marks:
        runs += [
            Run(f"\n{mark.who}", "blue_text", "captionb"),
            Run(f": {mark.said}. {mark.why}".rstrip(), "blue_text", "caption"),
        ]
    return runs


def _chipped(flow: Flow, word: str, hue: str, runs: list[Run], indent: float) -> None:
    """A label and, after ``indent`` points, words about it."""
    _beside_chip(flow, word, hue, _beside(flow, runs, indent), indent)


def _beside(flow: Flow, runs: list[Run], indent: float) -> Lines:
    return flow.type.lay(runs, "body", flow.width - flow.type.px(indent))


def _beside_chip(flow: Flow, word: str, hue: str, lines: Lines, indent: float) -> None:
    type = flow.type
    flow.need(min(lines.height, type.px(60)))
    draw_chip(flow.painter, type, 0, flow.y + type.px(1.2), one_line(visible(word), 40), hue)
    flow.lines(lines, type.px(indent))
    flow.skip(3)


def _objections(flow: Flow, seen: Paper) -> None:
    if not seen.objections:
        return
    flow.head(f"Objections: {len(seen.objections)}", keep=80)
    for i, objection in enumerate(seen.objections):
        _objection(flow, objection, first=not i)


def _objection(flow: Flow, o: ObjectionRow, first: bool) -> None:
    type = flow.type
    label = type.lay([Run(o.label)], "bodyb", flow.width * 0.7)
    flow.need(label.height + type.px(58))
    if not first:
        flow.rule(5, 8)
    draw_chip(flow.painter, type, label.width + type.px(8), flow.y + type.px(1.2), o.status, o.hue)
    flow.lines(label)
    flow.skip(3)
    _striped(flow, type.lay(_words(o.raised), "quote", flow.width - type.px(12)), o.hue, 1.8)
    flow.skip(3)
    flow.text(o.how, "body", "muted")
    for answer in o.answers:
        flow.skip(2)
        flow.text([Run("You: ", "muted"), *_quoted(answer)], "body", x=type.px(12))


def _striped(flow: Flow, lines: Lines, hue: str, points: float) -> None:
    """Words with a line in a hue beside them; they stay on one page where they fit on one."""
    type = flow.type
    flow.need(lines.height)
    top, page = flow.y, flow.page
    flow.lines(lines, type.px(12))
    flow.painter.setPen(Qt.PenStyle.NoPen)
    flow.painter.setBrush(ink(hue))
    start = top if page == flow.page else 0.0
    flow.painter.drawRect(QRectF(0, start, type.px(points), flow.y - start))


def _transcript(flow: Flow, seen: Paper) -> None:
    flow.head("Transcript", keep=80)
    for line in seen.lines:
        _said(flow, line)


def _said(flow: Flow, line: LineRow) -> None:
    """One line, with the notes beside it. What fits on a page stays on one; a speech goes on over the next ones."""
    type, painter = flow.type, flow.painter
    px = type.px
    pad = px(7)
    column = flow.width * _NOTES
    wide = flow.width - column - px(14)
    who = [Run(str(line.number) + "   ", "subtle", "caption"), Run(line.who, "muted", "captionb")]
    head = type.lay([*who, *([Run(f"   {line.at}", "subtle", "caption")] if line.at else [])], "caption", wide - 2 * pad)
    runs = [Run(p.text, ground=f"{p.hue}_soft" if p.hue else "", under=p.hue or "") for p in line.pieces]
    words = type.lay([*runs, *([Run(f" ({line.remark})", "subtle")] if line.remark else [])], "said", wide - 2 * pad)
    notes = [(n, type.lay([Run(n.text, "muted")], "caption", column - px(9))) for n in line.notes]
    beside = sum(px(14) + lines.height + px(5) for _, lines in notes)
    above = pad * 0.6 + head.height
    high = above + words.height + pad * 0.8
    row = max(high, beside)
    flow.need(row if row <= flow.bottom * _WHOLE else max(beside, above + words.heights[0] + pad) if words.heights else row)
    top, page, at = flow.y, flow.page, 0
    flow.places[line.number] = page, top
    _draw_notes(flow, notes, flow.width - column, top + px(2))
    while True:
        room = flow.left - (above if at == 0 else pad * 0.6) - pad * 0.8
        fits = at
        while fits < len(words.heights) and words.heights[fits] <= room:
            room -= words.heights[fits]
            fits += 1
        fits = max(fits, min(at + 1, len(words.heights)))
        part = (above if at == 0 else pad * 0.6) + sum(words.heights[at:fits]) + pad * 0.8
        if line.yours:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("bubble"))
            painter.drawRoundedRect(QRectF(0, flow.y, wide, part), px(4), px(4))
        y = flow.y + pad * 0.6
        if at == 0:
            y = head.draw(painter, pad, y)
        words.draw(painter, pad, y, at, fits)
        flow.y += part
        at = fits
        if at >= len(words.heights):
            break
        flow.turn()
    if flow.page == page:
        flow.y = max(flow.y, top + beside)
    flow.skip(5)


def _draw_notes(flow: Flow, notes: list[tuple[Note, Lines]], x: float, y: float) -> None:
    px = flow.type.px
    for note, lines in notes:
        high = px(14) + lines.height
        flow.painter.setPen(Qt.PenStyle.NoPen)
        flow.painter.setBrush(ink(note.hue))
        flow.painter.drawRect(QRectF(x, y, px(1.8), high))
        draw_chip(flow.painter, flow.type, x + px(9), y, one_line(visible(note.chip), 34), note.hue)
        lines.draw(flow.painter, x + px(9), y + px(14))
        y += high + px(5)


def _quoted(quote: Quote) -> list[Run]:
    return [Run(" "), *_words(quote, "muted")] if quote.text else _line_no(quote.line)


def _words(quote: Quote, token: str = "text") -> list[Run]:
    return [*([Run(f"“{quote.text}”", token, line=quote.line)] if quote.text else []), *_line_no(quote.line)]


def _line_no(line: int) -> list[Run]:
    return [Run("  "), Run(f"line\u00a0{line}", "subtle", "caption", line=line)] if line else []
