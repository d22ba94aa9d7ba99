"""The order in which the keys of a file stand, so that one that is added goes where people look for it."""

from __future__ import annotations

from rehearse.conversation import ACTS, LADDER
from rehearse.making.writing import CONCERN
from rehearse.writing.nodes import Path

TOP: dict[str, tuple[str, ...]] = {
    "persona": (
        "format", "id", "name", "pronouns", "language", "role", "audience", "emblem", "summary", "voice", "register", "cares_about",
        "vocabulary", "temperament", "opening", "answers", "concerns", "conditions", "gives", "deal_breakers", "withheld", "lines",
        "endings",
    ),
    "scenario": (
        "format", "id", "title", "persona", "mode", "suits", "your_role", "situation", "timing", "subject", "ask", "minutes",
        "difficulty", "rubric", "facts", "withheld", "persona_for_this", "playtest", "mentor_notes",
    ),
    "rubric": ("format", "id", "title", "criteria", "red_flags"),
}  # fmt: skip
"""The keys of each kind of file."""

_UNDER: dict[str, tuple[str, ...]] = {
    "vocabulary": ("likes", "costs_patience", "instead"),
    "temperament": ("receptivity", "patience", "minutes", "yields_to"),
    "answers": ("about", "say"),
    "concerns": CONCERN,
    "resolved_by": ("id", "test", "needs", "of", "required", "asked_by", "sounds_like"),
    "not_enough": ("says", "as"),
    "objections": ("says", "needs"),
    "conditions": ("id", "says", "about", "taken_up_by"),
    "gives": ("id", "kind", "says"),
    "withheld": ("id", "about", "says", "reveal"),
    "lines": tuple(ACTS),
    "endings": tuple(LADDER),
    "timing": ("closes", "load"),
    "subject": ("noun", "ask"),
    "facts": ("id", "says", "source", "value", "unit", "shared"),
    "persona_for_this": ("cares_about", "opening", "concerns", "conditions", "gives"),
    "playtest": ("strong", "middling", "weak"),
    "criteria": ("id", "title", "source", "applies_when", "weight", "checks"),
    "weight": ("selling", "influencing"),
    "check": ("question", "counts", "does_not", "example", "not_example", "needs"),
    "script": ("for", "say"),
}


def order_of(kind: str, group: Path) -> tuple[str, ...]:
    """The keys of the group at this place, in their order; nothing where any key may stand."""
    if not group:
        return TOP.get(kind, ())
    names = [step for step in group if isinstance(step, str)]
    if "playtest" in names and isinstance(group[-1], int):
        return _UNDER["script"]
    if len(names) >= 2 and names[-2] == "checks":
        return _UNDER["check"]
    if names[-1] == "lines" and isinstance(group[-1], int):
        return _UNDER["objections"]
    return _UNDER.get(str(names[-1]), ()) if names else ()
