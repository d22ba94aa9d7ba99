"""A meeting of this program comes back in: `rehearse/rehearsal@1`, as `talk --json` prints it and an export writes it.

It may have passed through other hands. What does not have the form that we write is left out where the meeting can do without
(moves, verdicts, stance), and refused where it cannot (who said what).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from rehearse.conversation import (
    ACTS,
    DIFFICULTIES,
    ActKind,
    Appraisal,
    Source,
    Speaker,
    Stance,
    State,
    Turn,
    TurnId,
)  # fmt: skip
from rehearse.errors import InputProblem
from rehearse.exchange.record import FORMAT
from rehearse.exchange.said import MOST_CHARACTERS, MOST_TURNS
from rehearse.exchange.strictjson import load_json
from rehearse.exchange.textfile import clean
from rehearse.exchange.transcript import Transcript, labels
from rehearse.snapshots import from_plain

MOST_IN_TREE = 5 * MOST_TURNS  # lines of all takes
LONGEST_ID = 100
LONGEST_NAME = 60
_T = TypeVar("_T")

__all__ = ["Misfit", "from_json", "load_json", "short", "tree_of"]


def from_json(name: str, text: str) -> Transcript:
    """The take that the object speaks of. `name` stands in the messages. Raises InputProblem."""
    data = load_json(name, text)
    given = data.get("format")
    if given != FORMAT:
        if isinstance(given, str) and given.startswith("rehearse/rehearsal@"):
            raise InputProblem(f"{name}: it was made with a newer version of Rehearse.", "Install the newest version to read it.")
        raise InputProblem(f'{name}: this is no meeting: "format" is not "{FORMAT}".', "Name an export of a meeting.")
    try:
        turns = _take(data)
    except Misfit as misfit:
        raise InputProblem(f"{name}: {misfit}.", "Export the meeting again, or mend it there.") from None
    mode, difficulty = data.get("mode"), data.get("difficulty")
    persona = data.get("persona")
    called = short(persona.get("name")) if isinstance(persona, dict) else ""
    return Transcript(
        turns,
        persona=_id(persona),
        scenario=_id(data.get("scenario")),
        names=({} if data.get("foreign") else _names(persona)) | labels(turns),
        mode=mode if mode in ("selling", "influencing") else None,
        difficulty=difficulty if difficulty in DIFFICULTIES else "normal",
        title=short(data.get("title")),
        ask=short(data.get("ask")),
        ours=True,
        others=(called,) if called else (),
        whole=data,
    )


class Misfit(ValueError):
    """Says which turn does not fit, and what it would have to be."""


def _take(data: dict[str, Any]) -> tuple[Turn, ...]:
    by_id = _by_id(_list(data, "turns"))
    take = _list(data, "take")
    if len(take) > MOST_TURNS:
        raise Misfit(f"more than {MOST_TURNS:,} lines are not read")
    turns: list[Turn] = []
    for id in take:
        found = by_id.get(id) if isinstance(id, str) else None
        if found is None:
            raise Misfit(f"take: there is no turn {str(id)[:40]}")
        number, item = found
        above = turns[-1].id if turns else None
        if item.get("parent") != above:
            wanted = f"{above}, the line before it in the take" if above else "null: it is the first of the take"
            raise Misfit(f"turn {number}: its parent must be {wanted}")
        turns.append(_turn(number, item, above))
    return tuple(turns)


def tree_of(data: dict[str, Any]) -> tuple[Turn, ...]:
    """All lines of all takes, parents before children. Raises Misfit."""
    listed = _list(data, "turns")
    if len(listed) > MOST_IN_TREE:
        raise Misfit(f"more than {MOST_IN_TREE:,} lines are not read")
    turns: dict[str, Turn] = {}
    for id, (number, item) in _by_id(listed).items():
        above = item.get("parent")
        if above is not None and (not isinstance(above, str) or above not in turns):
            raise Misfit(f"turn {number}: its parent must be a turn before it")
        turns[id] = _turn(number, item, TurnId(above) if above is not None else None)
    return tuple(turns.values())


def _list(data: dict[str, Any], key: str) -> list[Any]:
    found = data.get(key)
    if not isinstance(found, list) or not found:
        raise Misfit(f"{key}: a list with at least one line is needed here")
    return found


def _by_id(listed: list[Any]) -> dict[str, tuple[int, dict[str, Any]]]:
    """The turns with their numbers, by their ids."""
    found: dict[str, tuple[int, dict[str, Any]]] = {}
    for number, item in enumerate(listed, 1):
        id = item.get("id") if isinstance(item, dict) else None
        if not isinstance(id, str) or not 0 < len(id) <= LONGEST_ID or not id.isprintable():
            raise Misfit(f"turn {number}: its id must be a short text")
        if id in found:
            raise Misfit(f"turn {number}: turn {found[id][0]} has the same id")
        found[id] = (number, item)
    return found


def _turn(number: int, item: dict[str, Any], parent: TurnId | None) -> Turn:
    text, who = item.get("text"), item.get("speaker")
    if who not in ("you", "stakeholder"):
        raise Misfit(f'turn {number}: its speaker must be "you" or "stakeholder"')
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise Misfit(f"turn {number}: its text must be a text of at most {MOST_CHARACTERS:,} characters")
    words = clean(text)
    speaker: Speaker = "you" if who == "you" else "stakeholder"
    state: State = item["state"] if item.get("state") in ("whole", "stopped", "cut") else "whole"
    act: ActKind | None = item["act"] if item.get("act") in ACTS else None
    concern = item.get("concern")
    yours = speaker == "you"
    return Turn(
        TurnId(item["id"]), parent, speaker, words, at=_seconds(item.get("at")), until=_seconds(item.get("until")),
        state=state, by=_by(item.get("by")), act=None if yours else act,
        concern=concern if isinstance(concern, str) and not yours else None,
        appraisal=_appraisal(item, words) if yours else None, stance=_read(Stance, item.get("stance")),
    )  # fmt: skip


def _appraisal(item: dict[str, Any], text: str) -> Appraisal | None:
    """What the line did, where every quote is really in it."""
    if "moves" not in item or "concerns" not in item:
        return None
    found = _read(Appraisal, {"moves": item["moves"], "concerns": item["concerns"], "by": item.get("appraised_by", "offline")})
    if found is None or any(m.start < 0 or m.quote != text[m.start : m.end] for m in found.moves):
        return None
    return found


def _read(kind: type[_T], data: object) -> _T | None:
    if not isinstance(data, dict):
        return None
    try:
        return from_plain(kind, data)
    except ValueError:
        return None


def _by(value: object) -> Source | None:
    found = _read(Source, value)
    return replace(found, name=short(found.name, LONGEST_NAME) or None) if found is not None and found.name else found


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e7:
        return None
    return float(value)


def short(value: object, most: int = 300) -> str:
    """A text of one line, cut; empty for what is no text."""
    return " ".join(clean(value).split())[:most] if isinstance(value, str) else ""


def _id(data: object) -> str | None:
    """The id of a person or a scenario. Never a path: a file that was sent to us does not choose what is opened here."""
    id = data.get("id") if isinstance(data, dict) else None
    if not isinstance(id, str) or not id or len(id) > LONGEST_ID or "/" in id or "\\" in id or "." in id:
        return None
    return id


def _names(persona: object) -> dict[str, str]:
    name = persona.get("name") if isinstance(persona, dict) else None
    return {part: "Stakeholder" for part in (name, *name.split()) if len(part) > 1} if isinstance(name, str) else {}
