"""A meeting as Markdown that reads well in mail, chat and a repository. What was said stands as plain characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rehearse.exchange.paper import CheckRow, Paper, Quote, paper
from rehearse.exchange.words import STEPS

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|!~&])")
_LADDER = tuple(STEPS.values())


def plain(text: object) -> str:
    """Text on one line with every sign of Markdown escaped; control and direction characters become visible."""
    return _SPECIAL.sub(r"\\\1", " ".join(_CONTROL.sub("\ufffd", " ".join(str(text).split())).split()))


def to_markdown(meeting: Mapping[str, Any]) -> str:
    """The whole meeting: decision, checks with their words, objections, transcript, notes. No keys, no other meetings."""
    seen = paper(meeting)
    parts = [f"# {plain(seen.title)}", "", " · ".join(plain(x) for x in seen.about if x), ""]
    if seen.ask:
        parts += [f"Asked for: {plain(seen.ask)}", ""]
    step = f"**{_LADDER[seen.step]}.** " if seen.step is not None else ""
    parts += [f"{step}{plain(seen.sentence)} {plain(seen.lead)}", ""]
    if seen.said_last:
        parts += [f"> {plain(seen.said_last)}", ""]
    parts += _listed(f"- {kind}: {plain(said)}" for kind, said in seen.decision)
    parts += _headed(
        f"## Why {seen.pronouns} moved",
        (f"- {plain(r.words)}{_quoted(r.quote) if r.quote else _line(r.line)}" for r in seen.reasons),
    )
    if seen.one:
        parts += [f"**One thing for next time:** {plain(seen.one)} {plain(seen.one_why)}".rstrip() + _line(seen.one_line), ""]
    parts += _checks(seen)
    for o in seen.objections:
        heads = ["## Objections", ""] if o is seen.objections[0] else []
        answers = "".join(f"\n  - {_quoted(a).strip()}" for a in o.answers)
        parts += [*heads, f"- **{plain(o.label)}** ({o.status}):{_quoted(o.raised)} {plain(o.how)}{answers}"]
    parts += [""] if seen.objections else []
    parts += ["## Transcript", ""]
    for line in seen.lines:
        remark = f" *({line.remark})*" if line.remark else ""
        said = plain("".join(p.text for p in line.pieces))
        parts += [f"{line.number}\\. **{plain(line.who)}**{' ' + line.at if line.at else ''}: {said}{remark}", ""]
        parts += _listed(f"   - *{plain(n.chip)}:* {plain(n.text)}" for n in line.notes)
    if seen.foot:
        parts += ["---", "", plain(seen.foot)]
    return "\n".join(parts).rstrip() + "\n"


def _checks(seen: Paper) -> list[str]:
    if seen.not_judged:
        return ["## Checks", "", f"Not judged. {plain(seen.not_judged)}", ""]
    parts = [f"## Checks: {seen.passed} of {seen.applicable}", ""]
    for criterion in seen.criteria:
        rows = (row for check in criterion.checks for row in _check(check))
        parts += _headed(f"### {plain(criterion.title)}: {criterion.passed} of {criterion.applicable}", rows)
    return parts + _headed("### Red flags", (f"- {plain(name)}:{_quoted(quote)}" for name, quote in seen.flags))


def _check(check: CheckRow) -> Iterator[str]:
    yield f"- {check.verdict}: {plain(check.question)}{_quoted(check.quote) if check.quote else ''}"
    for mark in check.marks:
        yield f"  - {plain(mark.who)}: {mark.said}. {plain(mark.why)}".rstrip()


def _headed(head: str, rows: Iterator[str]) -> list[str]:
    found = _listed(rows)
    return [head, "", *found] if found else []


def _listed(rows: Iterator[str]) -> list[str]:
    found = list(rows)
    return [*found, ""] if found else []


def _quoted(quote: Quote) -> str:
    return f' "{plain(quote.text)}"{_line(quote.line)}' if quote.text else _line(quote.line)


def _line(number: int) -> str:
    return f" (line {number})" if number else ""
