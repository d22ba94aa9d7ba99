"""A meeting as Markdown that reads well in mail, chat and a repository. What was said stands as plain characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

STEPS = {"resists": "Resists", "complies": "Complies", "agrees": "Agrees", "buys_in": "Buys in"}
OBJECTION = {"open": "open", "dodged": "dodged", "half_answered": "half answered", "answered": "answered", "parked": "parked"}
VERDICT = {"yes": "yes", "no": "not shown", "na": "does not apply", "unsure": "unsure"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|!~&])")


def plain(text: object) -> str:
    """Text on one line with every sign of Markdown escaped; control and direction characters become visible."""
    return _SPECIAL.sub(r"\\\1", " ".join(_CONTROL.sub("\ufffd", " ".join(str(text).split())).split()))


def clock(seconds: float | None) -> str:
    """`1:21`, or nothing where there was no clock."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}" if seconds is not None else ""


def to_markdown(meeting: Mapping[str, Any]) -> str:
    """The whole meeting: decision, checks with their words, objections, transcript. No keys, no other meetings."""
    persona = meeting["persona"]
    parts = [f"# {plain(meeting.get('title') or persona['name'])}", ""]
    about = [f"With {plain(persona['name'])}", plain(persona.get("role", "")), str(meeting.get("started", ""))[:10]]
    parts += [" · ".join(x for x in about if x), ""]
    if meeting.get("ask"):
        parts += [f"Asked for: {plain(meeting['ask'])}", ""]
    parts += [f"**{STEPS[meeting['ladder']]}.** {plain(meeting['decision']['words'])}".strip(), ""]
    parts += _decision(meeting["decision"]) + _review(meeting.get("review")) + _objections(meeting["objections"])
    parts += ["## Transcript", ""]
    by_id = {t["id"]: t for t in meeting["turns"]}
    for id in meeting["take"]:
        said = by_id[id]
        who = "You" if said["speaker"] == "you" else plain(persona["name"])
        mark = {"stopped": " *(interrupted)*", "cut": " *(broken off)*"}.get(said["state"], "")
        at = clock(said.get("at"))
        parts += [f"**{who}**{' ' + at if at else ''}: {plain(said['text'])}{mark}", ""]
    return "\n".join(parts).rstrip() + "\n"


def _decision(decision: Mapping[str, Any]) -> list[str]:
    lines = [f"- If: {plain(c['words'])}" + (" (taken up)" if c["taken_up"] else "") for c in decision["conditions"]]
    lines += [f"- Puts in: {plain(g['words'])}" for g in decision["gives"]]
    lines += [f"- {plain(r)}" for r in decision.get("refuses", [])]
    return [*lines, ""] if lines else []


def _review(review: Mapping[str, Any] | None) -> list[str]:
    if review is None:
        return []
    if not review["judged"]:
        why = {"too_short": "Checks need four lines of yours.", "no_reply": "The model did not answer."}
        return ["## Checks", "", f"Not judged. {why.get(review['why_not'], '')}".strip(), ""]
    parts = [f"## Checks: {review['passed']} of {review['applicable']}", ""]
    if one := review.get("one_thing"):
        parts += [f"**One thing for next time:** {plain(one['words'])} {plain(one.get('why', ''))}".rstrip(), ""]
    for criterion in review["criteria"]:
        parts += [f"### {plain(criterion['title'])}: {criterion['passed']} of {criterion['applicable']}", ""]
        for check in review["checks"]:
            if check["criterion"] == criterion["id"]:
                quote = f' "{plain(check["quote"])}"' if check.get("quote") else ""
                parts.append(f"- {VERDICT[check['verdict']]}: {plain(check['question'])}{quote}")
        parts.append("")
    if review["red_flags"]:
        parts += ["### Red flags", "", *(f'- {plain(f["kind"])}: "{plain(f["quote"])}"' for f in review["red_flags"]), ""]
    judge = review["judge"]
    by = f"model {plain(judge['model'])}" if judge["kind"] == "model" else "the offline judge"
    total = f", {review['total']} of 100" if review.get("total") is not None else ""
    parts += [f"Judged by {by} with the rubric {plain(review['rubric']['id'])} ({review['rubric']['hash'][:12]}){total}.", ""]
    return parts


def _objections(objections: list[Mapping[str, Any]]) -> list[str]:
    if not objections:
        return []
    lines = [f"- {plain(o['label'])} ({OBJECTION[o['status']]}): {plain(o.get('words', ''))}" for o in objections]
    return ["## Objections", "", *lines, ""]
