"""What is said of bundles on screen: who they are from, until when, how far you are. Others wrote the names: they are plain text. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from ui.library.days import MONTHS, WEEKDAYS
from ui.widgets.plain import one_line, visible

if TYPE_CHECKING:
    from rehearse.bundles.records import Due
    from rehearse.library.handed import Standing
    from ui.assigned.post import Task

LIMITS = "A signature shows that nothing was altered since the export, not that the meeting took place."
PRIVATE = "Your practice stays on this computer until you send it, on purpose."
SHOWN = {
    "takes": "the takes that you choose", "reviews": "their reviews", "brief": "your brief", "reflection": "your reflection",
}  # fmt: skip
_WEEK = 7


class Signed(NamedTuple):
    """Who a bundle is from: a word for the chip, its hue and icon, and a sentence. `warns` = ask before you trust it."""

    word: str
    hue: str
    icon: str
    sentence: str
    warns: bool = False


def name(text: str, most: int = 80) -> str:
    """A name or a title that somebody else wrote, in one line."""
    return visible(one_line(" ".join(text.split()), most))


def signed(standing: Standing, first: bool, who: str, print_: str) -> Signed:
    """What the signature says. `print_` is the fingerprint of the key, for two people to compare."""
    who = name(who)
    if standing == "altered":
        return Signed(
            "Altered",
            "brick",
            "alert",
            f"This was changed after it was signed. It is not taken in: ask {who} for it again.",
            True,
        )
    if standing == "changed":
        said = f"Signed, but with another key than before under this name. Ask {who} whether {print_} is their key."
        return Signed("Another key", "amber", "alert", said, True)
    if standing == "stripped":
        said = f"Not signed, though other things from {who} are. Ask them before you trust it."
        return Signed("Not signed", "amber", "alert", said, True)
    if standing == "unsigned":
        return Signed("Not signed", "stone", "info", "Not signed: nothing shows who it is from.")
    if first:
        said = f"Signed. It is the first time that you see {who}'s key, {print_}; it is remembered from now on."
        return Signed("First seen", "blue", "key", said)
    return Signed("Signed", "accent", "shield", "Signed by the same key as before.")


def due_words(due: Due, now: datetime | None = None) -> str:
    """Until when: ``due today, 17:00``, ``due on Tuesday, 17:00``, ``due 14 December, 17:00``; ``was due`` where that is over.

    In local time; with the zone as it was written where this computer does not know it. ``now`` is for tests.
    """
    moment = due.moment
    if moment is None:
        return f"due {name(due.at, 20).replace('T', ' ')} ({name(due.zone, 40)})"
    # A day without a time is that day wherever one is: only a time is turned into local time.
    here = (now or datetime.now()).astimezone()
    then = moment.astimezone() if "T" in due.at else moment
    over = here > moment
    days = (then.date() - here.date()).days
    if days == 0:
        day = "today"
    elif days == 1:
        day = "tomorrow"
    elif 1 < days < _WEEK:
        day = f"on {WEEKDAYS[then.weekday()]}"
    else:
        day = f"{then.day} {MONTHS[then.month - 1]}" + ("" if then.year == here.year else f" {then.year}")
    hour = f", {then:%H:%M}" if "T" in due.at else ""
    return f"{'was due' if over else 'due'} {day}{hour}"


def step_words(task: Task) -> tuple[str, str]:
    """How far you are, and the hue of it."""
    if task.step == "answered":
        return "Answered", "violet"
    if task.step == "sent":
        return "Sent", "accent"
    if task.step == "rehearsed":
        return f"Rehearsed {min(len(task.held), task.attempts)} of {task.attempts}", "amber"
    return "Given", "stone"


def listed(parts: list[str]) -> str:
    """``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def counted(count: int, one: str, many: str = "") -> str:
    """``1 take``, ``3 takes``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def initials(who: str) -> str:
    """``DR`` of ``Dana Ruiz``."""
    parts = [p for p in name(who).split() if p[:1].isalnum()]
    return "".join(p[0] for p in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


def first_name(who: str) -> str:
    """``Dana`` of ``Dana Ruiz``."""
    return (name(who, 40).split() or ["them"])[0]
