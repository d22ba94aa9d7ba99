"""What a review is told in outside the program: steps, states of objections, verdicts, flags, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal

Hue = Literal["accent", "amber", "brick", "blue", "stone"]
HUES: Final[dict[str, Hue]] = {
    "answered": "accent",
    "half_answered": "amber",
    "open": "brick",
    "dodged": "brick",
    "parked": "blue",
}
"""The colour of a state of an objection, as the themes name it."""
STEPS = {"resists": "Resists", "complies": "Complies", "agrees": "Agrees", "buys_in": "Buys in"}
OBJECTION = {"open": "open", "dodged": "dodged", "half_answered": "half answered", "answered": "answered", "parked": "parked"}
LEFT = {"open": "left open", "dodged": "dodged", "half_answered": "half answered", "answered": "answered", "parked": "parked"}
VERDICT = {"yes": "yes", "no": "not shown", "na": "does not apply", "unsure": "unsure"}
NOT_JUDGED = {
    "too_short": "Checks need four lines of yours.",
    "no_reply": "The model did not answer.",
    "not_usable": "What the model answered could not be used.",
    "stopped": "It was stopped.",
}
_FLAGS = {
    "pressure": "Pressure",
    "dismissal": "Brushed aside",
    "figure_against_facts": "A figure against the facts",
    "ignored_question": "A question was not answered",
}
_MONTHS = "January February March April May June July August September October November December".split()
FOREIGN = "A transcript, read line by line."


def foreign_lead(name: str) -> str:
    """What stands in the place of where they stand: `name` is the other side's."""
    return (
        f"Nobody can tell from a transcript where {name} {'stand' if ' and ' in name else 'stands'}: here is no ladder and no "
        "decision, only what the words show."
    )


SAID: dict[str, str] = {"yes": "yes", "no": "no", "na": "does not apply"}
_COUNTED = {"yes": "yes", "no": "no", "na": "na", "unsure": "no"}


def said_beside(said: str, judge: str) -> str:
    """A person's verdict on a check beside the judge's, whose "unsure" counts as a no: `no`, `no, not as the judge`."""
    return SAID[said] if _COUNTED[judge] == said else f"{SAID[said]}, not as the judge"


def flag(kind: str) -> str:
    """What a red flag is called; one that this version does not know by its id."""
    return _FLAGS.get(kind, kind.replace("_", " ").capitalize())


def clock(seconds: float | None) -> str:
    """`1:21`, `1:02:03` from an hour on, or nothing where there was no clock."""
    if seconds is None:
        return ""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def day(started: object) -> str:
    """`14 November 2026` of a time in ISO 8601, in local time; empty for what is none."""
    try:
        then = datetime.fromisoformat(str(started)).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    return f"{then.day} {_MONTHS[then.month - 1]} {then.year}"


def length(seconds: float | None) -> str:
    """`8 min 48 s`; empty below a second."""
    minutes, rest = divmod(round(seconds or 0), 60)
    if minutes:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{rest} s" if rest else ""


def how_met(objection: Mapping[str, Any], pronoun: str) -> str:
    """One sentence on what became of an objection. `pronoun` is she, he or they."""
    parked = objection.get("parked")
    match objection.get("status"):
        case "answered":
            return "Answered, in your own words."
        case "half_answered":
            return f"Part of what {pronoun} asked for is still missing."
        case "dodged":
            return f"{pronoun.capitalize()} asked, and the reply went past it."
        case "parked":
            if not parked:
                return "Put off."
            when = f", {parked['date']}" if parked.get("date") else ""
            return f"Put off, with an owner: {parked.get('owner', '')}{when}."
        case _:
            return "Still open at the end."


def judged_by(review: Mapping[str, Any]) -> str:
    """`Judged offline with the rubric buy-in (3f2a9c1b04d7).`"""
    judge, rubric = review["judge"], review["rubric"]
    by = f"by {judge['model']}" if judge["kind"] == "model" and judge.get("model") else "offline"
    return f"Judged {by} with the rubric {rubric['id']} ({rubric['hash'].removeprefix('sha256:')[:12]})."
