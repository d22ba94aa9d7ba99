"""What a meeting of the library is called in lists, on screen and read aloud."""

from __future__ import annotations

from rehearse.conversation import LADDER
from rehearse.library.records import Hit, RehearsalRow
from ui.library.days import when_words
from ui.review.words import STATUS
from ui.widgets.mini_ladder import STILL_OPEN
from ui.widgets.plain import one_line, visible
from ui.widgets.steps import WORDS

READ, GO_ON = "Read review", "Go on"
IMPORTED = "Imported"  # in the place of a step, of a transcript from elsewhere
WIDEST_CHECKS = "27 of 27 checks"


def is_open(row: RehearsalRow) -> bool:
    """Whether the meeting can go on: nobody ended it."""
    return row.ended == "open"


def imported(row: RehearsalRow) -> bool:
    """Whether it is a transcript from elsewhere: it is over, and nobody knows where they stood."""
    return row.ladder is None and not is_open(row)


def title(row: RehearsalRow) -> str:
    return visible(row.title)


def below(row: RehearsalRow) -> str:
    """Who it was with and when: ``Margaret Okafor, today 14:10``, ``Margaret Okafor, meeting 2, today 14:10`` of a series; of several
    takes how many, and how far the best came where that is not the last."""
    when = when_words(row.started)
    when = f"imported {when}" if imported(row) else when
    nth = f"meeting {row.nth}" if row.nth > 1 else ""
    takes = f"{row.takes} takes" if row.takes > 1 else ""
    return ", ".join(part for part in (visible(row.persona_name), nth, when, takes, _better(row)) if part)


def _better(row: RehearsalRow) -> str:
    """How far the best take came, where the last did not come as far."""
    if row.takes < 2 or not row.applicable or row.passed is None or not row.best_applicable or row.best_passed is None:
        return ""
    better = row.best_passed * row.applicable > row.passed * row.best_applicable
    return f"best {row.best_passed} of {row.best_applicable}" if better else ""


def step(row: RehearsalRow) -> int | None:
    """Where the person ended on the ladder, 0 to 3; None while the meeting is open, and of one from elsewhere."""
    return LADDER.index(row.ladder) if row.ladder in LADDER else None


def step_words(row: RehearsalRow) -> str:
    """The step in a word; where there is none, why."""
    at = step(row)
    return WORDS[at] if at is not None else STILL_OPEN if is_open(row) else IMPORTED


def checks(row: RehearsalRow) -> str:
    """``16 of 27 checks``, or nothing where no review counted any."""
    return f"{row.passed} of {row.applicable} checks" if row.applicable and row.passed is not None else ""


def link(row: RehearsalRow) -> str:
    """The words that lead into it."""
    return GO_ON if is_open(row) else READ


def spoken(row: RehearsalRow) -> str:
    """The whole row in one sentence after the other, for a screen reader."""
    left = row.open_objections or 0
    objections = f"{left} {'objection' if left == 1 else 'objections'} left open" if left else ""
    return ". ".join(part for part in (title(row), below(row), step_words(row), checks(row), objections, link(row)) if part)


def hit_title(hit: Hit) -> str:
    """Which meeting, submission or brief."""
    if hit.kind == "brief":
        return visible(one_line(hit.title, 120)) or "A brief of yours"
    return visible(one_line(hit.title, 120)) or "What was sent"


def hit_head(hit: Hit) -> str:
    """With whom and when; of a comment on somebody else's words, whose they are."""
    who = "" if hit.kind == "brief" else visible(one_line(hit.persona_name, 80))
    return ", ".join(part for part in (who, when_words(hit.started)) if part)


def speaker(hit: Hit) -> str:
    """Who says it, or what it is."""
    if hit.kind == "objection":
        return f"Objection, {STATUS.get(hit.status, hit.status).lower()}"  # type: ignore[call-overload]
    if hit.kind == "comment":
        whole = " on the whole" if not hit.turn else ""
        return f"Comment by {visible(one_line(hit.who, 60)) or 'somebody unnamed'}{whole}"
    if hit.kind == "brief":
        return "Your brief"
    return "You" if hit.speaker == "you" else visible((hit.persona_name.split() or [""])[0])


def hit_spoken(hit: Hit) -> str:
    """What was found for a screen reader: which meeting, with whom and when, whose words and the words."""
    return f"{hit_title(hit)}. {hit_head(hit)}. {speaker(hit)}: {' '.join(hit.snippet.split())}"
