"""Other people's transcripts in: our JSON, and `Name: text` with optional YAML front matter (persona:, scenario:, me:)."""

from __future__ import annotations

import json
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearse.conversation import Turn, TurnId
from rehearse.errors import InputProblem

MOST_BYTES = 8 * 1024 * 1024
MOST_TURNS = 2000
MOST_DEPTH = 20
_SAID = re.compile(r"^\s{0,3}(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s+)?(?P<name>[^\W\d_][^:\n]{0,59}?)\s*:\s+(?P<text>\S.*)$")
_ME = ("me", "you", "i", "engineer", "myself")


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as turns of one take. `persona`, `scenario` as the file names them; `data` our JSON where it was that."""

    turns: tuple[Turn, ...]
    persona: str | None = None
    scenario: str | None = None
    data: dict[str, Any] | None = None


def read_bytes(path: Path) -> str:
    """The text of a transcript file. Raises InputProblem: missing, a folder, no plain file, over 8 MiB, empty, not UTF-8."""
    name = path.name
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputProblem(f"{name}: this is a folder.", "Name a transcript file.")
        if not stat.S_ISREG(info.st_mode):
            raise InputProblem(f"{name}: this is not a plain file.")
        if info.st_size > MOST_BYTES:
            raise InputProblem(
                f"{name}: {info.st_size / 2**20:.0f} MiB is more than the {MOST_BYTES // 2**20} MiB that are read."
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputProblem(f"{name}: there is no such file.") from None
    except OSError as fault:
        raise InputProblem(f"{name}: it cannot be read ({(fault.strerror or 'unknown reason').lower()}).") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise InputProblem(f"{name}:{line}: this is not UTF-8 text.", "Save it as UTF-8 and try again.") from None
    if not text.strip():
        raise InputProblem(f"{name}: the file is empty.")
    return "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in text.replace("\r\n", "\n").replace("\r", "\n"))


def read(path: Path, me: str | None = None) -> Transcript:
    """A transcript from a file. `me` is the name that is you, where the file does not say. Raises InputProblem with file:line."""
    text = read_bytes(path)
    if text.lstrip().startswith("{"):
        return _from_json(path.name, text)
    matter, body, first = _front_matter(path.name, text)
    if text.lstrip().startswith("WEBVTT"):
        raise InputProblem(f"{path.name}:1: WebVTT is not read.", 'Save it as lines of "Name: text".')
    me = me or matter.get("me")
    said = _said(path.name, body, first)
    names = list(dict.fromkeys(name.casefold() for _, name, _ in said))
    mine = _mine(path.name, names, me)
    turns: list[Turn] = []
    for line, name, words in said:
        speaker: Any = "you" if name.casefold() == mine else "stakeholder"
        parent = turns[-1].id if turns else None
        turns.append(Turn(TurnId(f"l_{line}"), parent, speaker, words))
    return Transcript(tuple(turns), matter.get("persona"), matter.get("scenario"))


def _front_matter(name: str, text: str) -> tuple[dict[str, str], list[str], int]:
    """The `key: value` lines between two `---` at the beginning, the lines after them, and the number of the first of those."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, lines, 1
    end = next((i for i, line in enumerate(lines[1:60], 1) if line.strip() == "---"), None)
    if end is None:
        raise InputProblem(f"{name}:1: the front matter has no end.", "Close it with a line of three dashes.")
    from rehearse.catalog.yaml import load_mapping

    block = "\n".join(lines[1:end])
    matter = load_mapping(block, name, first_line=2) if block.strip() else {}
    found: dict[str, str] = {}
    for key in ("persona", "scenario", "me"):
        value = matter.get(key)
        if value is not None and not isinstance(value, str):
            raise InputProblem(f"{name}: {key}: a text is needed here.")
        if value:
            found[key] = value
    return found, lines[end + 1 :], end + 2


def _said(name: str, lines: list[str], first: int) -> list[tuple[int, str, str]]:
    """Lines as (number, name, words). A line without a name goes on from the one before."""
    said: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        match = _SAID.match(line)
        if match:
            who = " ".join(match["name"].split())
            said.append((number, who, match["text"].strip()))
        elif said:
            at, who, words = said[-1]
            said[-1] = (at, who, f"{words} {line.strip()}")
        else:
            raise InputProblem(f'{name}:{number}: a line of a transcript reads "Name: text".')
        if len(said) > MOST_TURNS:
            raise InputProblem(f"{name}:{number}: more than {MOST_TURNS} lines are not read.")
    if not said:
        raise InputProblem(f"{name}: nothing was said in it.")
    return said


def _mine(name: str, names: list[str], me: str | None) -> str:
    if me is not None:
        if me.casefold() not in names:
            raise InputProblem(f'{name}: nobody is called "{me}".', f"Who speaks: {', '.join(names[:8])}.")
        return me.casefold()
    for known in _ME:
        if known in names:
            return known
    raise InputProblem(f"{name}: it does not say who is you.", f"Add --me NAME, one of: {', '.join(names[:8])}.")


def _from_json(name: str, text: str) -> Transcript:
    data = load_json(name, text)
    if data.get("format") != "rehearse/rehearsal@1":
        given = data.get("format")
        newer = isinstance(given, str) and given.startswith("rehearse/rehearsal@")
        why = "was made with a newer version" if newer else 'is no meeting: "format" is not "rehearse/rehearsal@1"'
        raise InputProblem(f"{name}: it {why}.")
    try:
        by_id = {str(t["id"]): t for t in data["turns"]}
        path = [by_id[str(i)] for i in data["take"]]
        turns: list[Turn] = []
        for item in path[: MOST_TURNS + 1]:
            if item["speaker"] not in ("you", "stakeholder") or not isinstance(item["text"], str):
                raise ValueError("turns")
            parent = turns[-1].id if turns else None
            state: Any = item.get("state") if item.get("state") in ("whole", "stopped", "cut") else "whole"
            turns.append(
                Turn(
                    TurnId(str(item["id"])), parent, item["speaker"], item["text"], at=_number(item.get("at")),
                    until=_number(item.get("until")), state=state,
                )
            )  # fmt: skip
        persona = data.get("persona", {}).get("id")
        scenario = (data.get("scenario") or {}).get("id")
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputProblem(f"{name}: the turns of this meeting do not fit together.") from None
    if len(turns) > MOST_TURNS:
        raise InputProblem(f"{name}: more than {MOST_TURNS} lines are not read.")
    return Transcript(tuple(turns), persona, scenario, data)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def load_json(name: str, text: str) -> dict[str, Any]:
    """Strict JSON: an object, no NaN, no key twice, not deep. Raises InputProblem with file:line."""

    def constant(word: str) -> Any:
        raise ValueError(f"{word} is no number")

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [k for k, _ in items]
        if len(set(keys)) != len(keys):
            raise ValueError("a key stands twice")
        return dict(items)

    try:
        data = json.loads(text, parse_constant=constant, object_pairs_hook=pairs)
    except json.JSONDecodeError as fault:
        raise InputProblem(f"{name}:{fault.lineno}: this is not JSON.") from None
    except (ValueError, RecursionError) as fault:
        why = "it is nested too deep" if isinstance(fault, RecursionError) else str(fault)
        raise InputProblem(f"{name}: {why}.") from None
    if not isinstance(data, dict):
        raise InputProblem(f"{name}: this is not a meeting.")
    return data
