"""A review as one web page that needs nothing but itself: no script, no address of anybody, a policy that allows neither."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from rehearse.exchange.look import STYLE
from rehearse.exchange.paper import LineRow, Note, Paper, Quote, level_at, paper
from rehearse.exchange.textfile import visible
from rehearse.exchange.words import STEPS, Hue

_STEP_HUES: tuple[Hue, ...] = ("brick", "stone", "amber", "accent")  # as on screen
_STEPS: tuple[tuple[str, Hue], ...] = tuple(zip(STEPS.values(), _STEP_HUES, strict=True))
_WIDE, _HIGH, _LEFT, _TOP = 720, 150, 64, 12  # of the picture of how they moved, in its own units


def to_html(meeting: Mapping[str, Any]) -> str:
    """The whole page. What others wrote is escaped, sign by sign, and does nothing."""
    seen = paper(meeting)
    body = "\n".join(part for part in _parts(seen) if part)
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="generator" content="Rehearse">\n'
        f"<title>{_text(seen.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _text(words: str) -> str:
    """Words of anybody as the signs that they are; what hides or turns the line round is written out."""
    return escape(visible(words), quote=True)


def _parts(seen: Paper) -> Iterator[str]:
    about = " · ".join(_text(x) for x in seen.about)
    asked = f'<p class="about">Asked for: <b>{_text(seen.ask)}</b></p>' if seen.ask else ""
    yield f'<header>\n<p class="about"><b>{_text(seen.title)}</b> · {about}</p>{asked}'
    yield f'<h1>{_text(seen.sentence)}</h1>\n<p class="lead">{_text(seen.lead)}</p>\n</header>\n<main>'
    yield _ladder(seen)
    yield from _decision(seen)
    yield _moved(seen)
    yield _one(seen)
    yield from _checks(seen)
    yield from _objections(seen)
    yield '<h2 id="transcript">Transcript</h2>\n<ol class="said">'
    for line in seen.lines:
        yield _line(line)
    yield "</ol>\n</main>"
    foot = f"{_text(seen.foot)} " if seen.foot else ""
    yield f'<footer class="foot">{foot}Numbers in the margin are lines of the transcript. Made with Rehearse.</footer>'


def _ladder(seen: Paper) -> str:
    if seen.step is None:
        return ""
    rows = []
    for step, (word, hue) in enumerate(_STEPS):
        here = step == seen.step
        names = " ".join(
            x for x in (hue if here else _STEPS[seen.step][1], "on" if step <= seen.step else "", "here" if here else "") if x
        )
        rows.append(f'<li class="{names}"{" aria-current=" + chr(34) + "step" + chr(34) if here else ""}>{word}</li>')
    return f'<ol class="ladder" aria-label="Where they stand">{"".join(rows)}</ol>'


def _decision(seen: Paper) -> Iterator[str]:
    if not (seen.said_last or seen.decision or seen.reasons):
        return
    yield '<section class="card">\n<h3>What was decided</h3>'
    if seen.said_last:
        yield f"<blockquote>{_text(seen.said_last)}</blockquote>"
    if seen.decision:
        rows = "".join(f'<li><span class="chip {_kind(k)}">{k}</span> {_text(words)}</li>' for k, words in seen.decision)
        yield f'<ul class="plain">{rows}</ul>'
    if seen.reasons:
        rows = "".join(
            f"<li>{_text(r.words)}{' ' + _quoted(r.quote) if r.quote else ' ' + _link(r.line)}</li>" for r in seen.reasons
        )
        yield f'<h3>Why {seen.pronouns} moved</h3><ul class="plain">{rows}</ul>'
    yield "</section>"


def _kind(kind: str) -> Hue:
    return "brick" if kind == "Open" else "amber" if kind == "If" else "accent"


def _moved(seen: Paper) -> str:
    """How they moved, along the lines of the transcript, with each objection where it was first raised."""
    if len(seen.curve) < 2:
        return ""
    inner = _WIDE - _LEFT - 12

    def place(x: float, level: float) -> tuple[float, float]:
        return round(_LEFT + x * inner, 1), round(_TOP + (3 - level) * (_HIGH - 2 * _TOP) / 3, 1)

    grid = "".join(
        f'<line class="grid" x1="{_LEFT}" x2="{_WIDE - 12}" y1="{place(0, i)[1]}" y2="{place(0, i)[1]}"/>'
        f'<text x="{_LEFT - 8}" y="{place(0, i)[1] + 4}" text-anchor="end">{word}</text>'
        for i, (word, _) in enumerate(_STEPS)
    )
    points = seen.whole_curve
    path = " ".join(f"{'M' if i == 0 else 'L'}{x} {y}" for i, (x, y) in enumerate(place(*p) for p in points))
    dots = ""
    for o in seen.objections:
        if o.raised.line:
            at = o.raised.line / max(1, len(seen.lines))
            x, y = place(at, level_at(points, at))
            dots += f'<circle class="dot {o.hue}" cx="{x}" cy="{y}" r="6"><title>{_text(o.label)}, {o.status}</title></circle>'
    told = f"How {seen.pronouns} moved, line by line. Dots are objections."
    return (
        f'<figure class="card"><svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{told}">{grid}'
        f'<path class="curve" d="{path}"/>{dots}</svg><figcaption>{told}</figcaption></figure>'
    )


def _one(seen: Paper) -> str:
    if not seen.one:
        return ""
    link = f" {_link(seen.one_line)}" if seen.one_line else ""
    why = f'<p class="small">{_text(seen.one_why)}</p>' if seen.one_why else ""
    return f'<section class="card one"><h3>One thing for next time</h3><p>{_text(seen.one)}{link}</p>{why}</section>'


def _checks(seen: Paper) -> Iterator[str]:
    if seen.not_judged:
        yield f"<h2>Checks</h2>\n<p>Not judged. {_text(seen.not_judged)}</p>"
        return
    yield f'<h2>Checks: {seen.passed} of {seen.applicable}</h2>\n<section class="card">'
    for criterion in seen.criteria:
        count = f"{criterion.passed} of {criterion.applicable}" if criterion.applicable else "does not apply"
        yield f'<div class="criterion"><h3>{_text(criterion.title)}<span>{count}</span></h3>'
        for check in criterion.checks:
            quiet = "" if check.hue == "accent" else " quiet"
            quote = f"<p>{_quoted(check.quote)}</p>" if check.quote else ""
            chip = f'<span class="chip {check.hue}">{check.verdict}</span>'
            marks = "".join(
                f'<p class="mark"><b>{_text(m.who)}</b>: {m.said}. {_text(m.why)}'.rstrip() + "</p>" for m in check.marks
            )
            asked = f"<p>{_text(check.question)}</p>"
            yield f'<div class="check{quiet}"><div>{chip}</div><div>{asked}{quote}{marks}</div></div>'
        yield "</div>"
    if seen.flags:
        rows = "".join(f'<li><span class="chip brick">{_text(name)}</span> {_quoted(quote)}</li>' for name, quote in seen.flags)
        yield f'<div class="criterion"><h3>Red flags</h3><ul class="plain">{rows}</ul></div>'
    yield "</section>"


def _objections(seen: Paper) -> Iterator[str]:
    if not seen.objections:
        return
    yield f"<h2>Objections: {len(seen.objections)}</h2>"
    for o in seen.objections:
        answers = "".join(f"<li>{_quoted(a)}</li>" for a in o.answers)
        told = f'<ul class="plain answers">{answers}</ul>' if answers else ""
        yield (
            f'<section class="card"><h3>{_text(o.label)} <span class="chip {o.hue}">{o.status}</span></h3>'
            f"<blockquote>{_quoted(o.raised)}</blockquote><p>{_text(o.how)}</p>{told}</section>"
        )


def _quoted(quote: Quote) -> str:
    if not quote.text:
        return _link(quote.line)
    words = f"“{_text(quote.text)}”"
    return f'<a href="#l{quote.line}">{words}</a> {_link(quote.line)}' if quote.line else words


def _link(line: int) -> str:
    return f'<a class="no" href="#l{line}">line {line}</a>' if line else ""


def _line(line: LineRow) -> str:
    said = "".join(f'<mark class="{p.hue}">{_text(p.text)}</mark>' if p.hue else _text(p.text) for p in line.pieces)
    at = f"<time>{line.at}</time>" if line.at else ""
    remark = f' <em class="small">({line.remark})</em>' if line.remark else ""
    notes = "".join(_note(n) for n in line.notes)
    return (
        f'<li id="l{line.number}" class="{"mine" if line.yours else "theirs"}"><div class="words"><div class="who">'
        f'<span>{_text(line.who)}</span>{at}<a class="no" href="#l{line.number}">{line.number}</a></div><p>{said}{remark}</p></div>'
        f'<div class="notes">{notes}</div></li>'
    )


def _note(note: Note) -> str:
    return f'<div class="{note.hue}"><span class="chip">{_text(note.chip)}</span><br>{_text(note.text)}</div>'
