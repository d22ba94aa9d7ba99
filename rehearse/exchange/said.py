"""One thing said in a transcript from elsewhere, before anybody knows who is you; and the limits that all forms share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.errors import InputProblem

MOST_TURNS = 2000
MOST_CHARACTERS = 20_000  # of one turn
_SAID = re.compile(
    r"^\s{0,3}(?:(?P<stamp>\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?)\s+)?(?P<name>[^\W\d_][^:\n]{0,59}?)\s{0,3}:\s+(?P<text>\S.*)$"
)
# Marks of direction and signs without width: in a name they make one look like another.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Said:
    """`line` is where it begins in the file; `at` and `until` are seconds as the file counts them, None where it does not."""

    line: int
    name: str
    text: str
    at: float | None = None
    until: float | None = None


def named(line: str) -> tuple[str | None, str, str] | None:
    """`[0:12] Name: text` as (stamp, name, text); None for a line that does not begin with a name."""
    found = _SAID.match(line) if len(line) <= MOST_CHARACTERS else None
    if found is None or not (name := a_name(found["name"])):
        return None
    return found["stamp"], name, found["text"].strip()


def a_name(text: str) -> str:
    """A name on one line, without what cannot be seen, cut at 60 characters."""
    return " ".join(_UNSEEN.sub("", text).split())[:60].strip()


def too_long(name: str, line: int) -> InputProblem:
    return InputProblem(
        f"{name}:{line}: a line has at most {MOST_CHARACTERS:,} characters.", "Break it where somebody else speaks."
    )


def too_many(name: str, line: int) -> InputProblem:
    return InputProblem(f"{name}:{line}: more than {MOST_TURNS:,} lines are not read.", "Keep the part that matters.")
