"""What can be chosen before a meeting, and how it is put: the order of people, moods, minutes, first names.

Works on the entries of the catalog's index alone, so that Home parses no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from rehearse.errors import Problem
from ui.engine import Engine
from ui.widgets.plain import visible

if TYPE_CHECKING:
    from rehearse.catalog import Entry
    from rehearse.choice import Choice
    from rehearse.conversation import Difficulty
    from ui.desk import Desk

MOST_ON_HOME: Final = 6
MOST_ASK: Final = 300  # characters, as rehearse.preparation keeps
MOODS: Final = (("gentle", "Gentle"), ("normal", "Fair"), ("hard", "Tough"))
OWN: Final = ""  # the key of "My own pitch"
DEFAULT_MINUTES: Final = 10
_MINUTES = (3, 5, 8, 10, 12, 15, 20, 30, 45, 60)
# The six that a newcomer meets on Home, one from each side of the table; the others follow by their side of it.
_FIRST = ("skeptical-executive", "time-constrained-em", "product-manager", "finance-partner", "peer-lead", "direct-report")
_AUDIENCES = (
    "founder", "executive", "engineering_manager", "product", "design", "finance", "sales", "customer_success", "security", "peer",
    "engineering", "report", "partner",
)  # fmt: skip
_OWN_ON_HOME = 3
_HOOK = 46  # characters of an opening that fit a card in one line
_SENTENCE_END = r"(?<=[.?!])\s+"


def usable(entries: Sequence[Entry]) -> list[Entry]:
    """Those that a meeting can be made of: not at fault, and the one that wins where an id is there twice."""
    return [entry for entry in entries if not entry.broken and entry.shadowed_by is None]


def in_order(people: Sequence[Entry]) -> list[Entry]:
    """Yours first, then the built-in ones: the six of Home, and the others by audience. Last come files that nobody can be met by.
    Whoever was handed out is met under "Assigned to you" alone."""

    def rank(entry: Entry) -> tuple[int, int]:
        if entry.broken or entry.shadowed_by is not None:
            return 3, 0
        if entry.origin != "built in":
            return 0, 0
        if entry.id in _FIRST:
            return 1, _FIRST.index(entry.id)
        return 2, _AUDIENCES.index(entry.audience) if entry.audience in _AUDIENCES else len(_AUDIENCES)

    return sorted(people, key=rank)


def on_home(people: Sequence[Entry], last: str) -> list[Entry]:
    """The six people of Home: built-in ones, and in the last places up to three of your own; whoever was met last is there."""
    ordered = in_order(usable(people))
    own = [entry for entry in ordered if entry.origin != "built in"]
    met = [entry for entry in own if entry.id == last]
    own = (met + [entry for entry in own if entry.id != last])[:_OWN_ON_HOME]
    built_in = [entry for entry in ordered if entry.origin == "built in"]
    shown = built_in[: MOST_ON_HOME - len(own)] + own[::-1]
    if last and all(entry.id != last for entry in shown):
        place = MOST_ON_HOME - len(own) - 1
        shown[place : place + 1] = [entry for entry in built_in if entry.id == last] or shown[place : place + 1]
    return shown


def level(entry: Entry) -> tuple[str, str]:
    """How hard a person is, and the hue of it: receptivity 1 and 2 tough, 3 fair, 4 and 5 gentle."""
    if entry.receptivity is None:
        return "", "stone"
    if entry.receptivity <= 2:
        return "Tough", "brick"
    return ("Fair", "amber") if entry.receptivity == 3 else ("Gentle", "accent")


def first_name(entry: Entry) -> str:
    words = visible(entry.name).split()
    return words[0] if words else "them"


def short_role(entry: Entry) -> str:
    """The role up to its first comma: what fits a card."""
    return visible(entry.role).split(",")[0].strip()


def hook(entry: Entry) -> str:
    """The end of what they open with, in quotation marks: as many whole sentences as fit a card."""
    said = opening(entry)
    parts = re.split(_SENTENCE_END, said) if said else []
    if not parts:
        return ""
    kept = parts[-1]
    for part in reversed(parts[:-1]):
        if len(part) + 1 + len(kept) > _HOOK:
            break
        kept = f"{part} {kept}"
    return f"“{kept}”"


def opening(entry: Entry) -> str:
    """What they open with."""
    said = entry.opening.replace("[[minutes]]", str(entry.minutes or DEFAULT_MINUTES))
    return " ".join(visible(said).split())


def minutes_choices(default: int) -> list[tuple[str, str]]:
    """How long a meeting may be, the person's or situation's own minutes among them."""
    return [(str(n), f"{n} minutes") for n in sorted({*_MINUTES, default})]


def situations_of(person: Entry, scenarios: Sequence[Entry]) -> list[Entry]:
    """The situations with this person that can be played."""
    return [scenario for scenario in usable(scenarios) if scenario.persona == person.id]


def make_choice(person: Entry, scenario: Entry | None, ask: str, mood: str, minutes: str) -> Choice:
    """What a meeting is prepared from."""
    from rehearse.choice import Choice

    return Choice(
        persona=person.id,
        scenario=scenario.id if scenario else None,
        ask=ask.strip(),
        difficulty=_difficulty(mood),
        minutes=int(minutes) if minutes.isdigit() else None,
    )


def _difficulty(mood: str) -> Difficulty | None:
    return mood if mood in ("gentle", "normal", "hard") else None  # type: ignore[return-value]


def remember(engine: Engine, desk: Desk, person: str) -> None:
    """Keep who was met last, for the next start. Where it cannot be written it holds for now, which nobody has to be told."""
    if desk.settings.last_persona == person:
        return

    async def keep() -> None:
        desk.change(last_persona=person)

    engine.ask(keep, None, _say_nothing)


def _say_nothing(problem: Problem) -> None:
    pass


def who_plays(desk: Desk, person: Entry | None) -> str:
    """The line below the ask: whether rules or a model play, and where."""
    if desk.plays:
        host = _host(desk.settings.url)
        return f"Played by {visible(desk.plays)} at {host}." if host else f"Played by {visible(desk.plays)}."
    if person is None:
        return "No account and no key needed. Everybody plays by rules on this computer."
    she = person.pronouns if person.pronouns in ("she", "he", "they") else "they"
    return (
        f"No account and no key needed. {first_name(person)} plays by rules on this computer."
        f" Connect a model in Settings and {she} will improvise."
    )


def _host(url: str) -> str:
    """The host and port of an address, without what else may stand in it."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return visible(f"{parts.hostname}{port}") if parts.hostname else ""


Opener = Callable[[str], None]


def show_folder(folder: str) -> None:
    """Open a folder in the system's own file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
