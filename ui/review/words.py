"""The words that a review is told in: states of objections, verdicts, judges, times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from rehearse.conversation import ObjectionStatus
from rehearse.exchange import words as told
from rehearse.personas import Persona
from rehearse.review.types import JudgedBy, Mark, Objection, Review
from ui.library.days import day_words, hour
from ui.widgets.plain import one_line, visible

_STATES: Final[tuple[ObjectionStatus, ...]] = ("answered", "half_answered", "open", "dodged", "parked")
STATUS: Final[dict[ObjectionStatus, str]] = {s: told.LEFT[s].capitalize() for s in _STATES}
HUE: Final[dict[ObjectionStatus, str]] = {s: told.HUES[s] for s in _STATES}
ICON: Final[dict[ObjectionStatus, str]] = {  # as in the room
    "answered": "check",
    "half_answered": "half",
    "open": "diamond",
    "dodged": "diamond",
    "parked": "clock",
}
MARKER: Final[dict[ObjectionStatus, str]] = {s: "half" if s == "half_answered" else s for s in STATUS}  # as the kit names them


def quoted(text: str, most: int = 400) -> str:
    """Words in quotation marks, in one line."""
    return f"“{visible(one_line(text.strip(), most))}”"


def judged_again(before: Review, now: Review) -> str:
    """What judging again changed."""
    was = {(m.criterion, m.check): m.verdict for m in before.checks}
    others = sum(was.get((m.criterion, m.check)) != m.verdict for m in now.checks)
    if not others:
        return "Judged again: every mark is the same."
    return f"Judged again: {others} mark{'' if others == 1 else 's'} differ{'s' if others == 1 else ''}."


def flag(kind: str) -> str:
    """What a red flag is called; one that this version does not know by its id."""
    return visible(told.flag(kind))


_ASKING: Final = re.compile(r"(?:is it said|(?:is|was) (?:it|there)|is|are|was|were|do)\s+", re.IGNORECASE)


def passed(question: str) -> str:
    """What was shown, of a check that passed: its question without the asking, where it is asked as most are.

    "Is it said where it comes from?" gives "where it comes from". Any other question stays one.
    """
    asked = visible(one_line(question.strip(), 400))
    claim = _ASKING.sub("", asked, count=1) if _ASKING.match(asked) and asked.endswith("?") else ""
    told_ = claim.rstrip("?") if claim else asked
    return told_[:1].lower() + told_[1:]


def how_met(objection: Objection, persona: Persona, goes_on: bool = False) -> str:
    """One sentence on what became of an objection. Of a take that `goes_on` nothing is said of an end."""
    if objection.status == "open" and goes_on:
        return "Still open when the meeting stood here."
    return visible(told.how_met(objection.to_json(), persona.pronouns))


def tally(objections: Sequence[Objection]) -> str:
    """``2 answered, 1 half answered, 1 left open``; empty where nothing was objected."""
    counts = [(sum(o.status == s for o in objections), words.lower()) for s, words in STATUS.items()]
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def verdict(mark: Mark) -> str:
    """What stands beside a check whose words are not shown."""
    if mark.verdict == "yes":
        return "Shown" if mark.place else "Shown by the objections"
    if mark.verdict == "na":
        return "Does not apply"
    if mark.verdict == "unsure":
        return "Unsure: the runs differ" if mark.why == "runs_differ" else "Unsure"
    if mark.why == "opposite_shown":
        return "The opposite is shown"
    if mark.why == "from_ledger":
        return "Not shown by the objections"
    return "Not shown"


def judge(by: JudgedBy) -> str:
    """``Judged offline``, ``Judged by llama3.2``."""
    return f"Judged by {visible(one_line(by.model, 60))}" if by.kind == "model" and by.model else "Judged offline"


def review_title(review: Review, now: datetime | None = None) -> str:
    """One review of several: ``Judged offline, 14:20``, with the day where it was another one."""
    day = day_words(review.created, now)
    when = " ".join(x for x in ("" if day == "today" else day, hour(review.created)) if x)
    what = judge(review.judge) if review.judged else "Not judged"
    return f"{what}, {when}" if when else what


def length(seconds: float | None) -> str:
    """How long it took: ``8 min 48 s``; empty below a second."""
    return told.length(seconds)


def lines(count: int) -> str:
    """``1 line``, ``3 lines``."""
    return f"{count} line" if count == 1 else f"{count} lines"
