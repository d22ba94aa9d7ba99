"""Pitches and briefs: the initiative that you sell and whom it must win; your preparation for one of them. Types, no disk.

A brief has a plain form that people write and read without the program: five headings, and under each what belongs there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from rehearse import kept

PITCH: Final = "rehearse/pitch@1"
BRIEF: Final = "rehearse/brief@1"
MOST_TEXT = 4_000  # characters of one part
MOST_EVIDENCE = 40
_SOURCE = re.compile(r"^(?P<says>.*\S)\s*\((?:source|from):\s*(?P<source>.+?)\)\s*$", re.IGNORECASE | re.DOTALL)
_HEAD = re.compile(r"^\s{0,3}(?:#+\s*)?(?P<head>[A-Za-z ]{3,24}):\s*(?P<rest>.*)$")
_HEADS = {
    "problem": "problem", "outcome": "outcome", "outcome for them": "outcome", "evidence": "evidence",
    "smallest step": "step", "step": "step", "ask": "ask",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody whom the initiative must win. `persona` is the id of a person to practise with, empty where there is none."""

    name: str
    persona: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pitch:
    """An initiative, and the people it must win."""

    id: str
    title: str
    people: tuple[Listener, ...] = ()
    note: str = ""
    format: str = PITCH
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that can be shown, and where it comes from."""

    says: str
    source: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brief:
    """What you prepared for one person. `pitch` is the id of the initiative, `persona` of the person; both may be empty."""

    id: str = ""
    pitch: str = ""
    persona: str = ""
    problem: str = ""
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()
    step: str = ""
    ask: str = ""
    format: str = BRIEF
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was prepared yet."""
        return not (self.problem or self.outcome or self.evidence or self.step or self.ask)


def to_json(of: Pitch | Brief) -> dict[str, Any]:
    """The plain JSON object, with its format first."""
    return {"format": of.format, **kept.write(of)}


def pitch(data: object) -> Pitch:
    """A pitch from its JSON object. Raises ValueError."""
    return kept.read(Pitch, _of(data, PITCH))


def brief(data: object) -> Brief:
    """A brief from its JSON object. Raises ValueError."""
    return kept.read(Brief, _of(data, BRIEF))


def _of(data: object, form: str) -> object:
    given = data.get("format", form) if isinstance(data, Mapping) else form
    if given != form:
        raise ValueError(f'"format" is not "{form}"')
    return data


def plain_form(of: Brief) -> str:
    """The brief as people write it: `Problem: ...` and so on, evidence one line each with its source behind it."""
    shown = [f"- {e.says} (source: {e.source})" if e.source else f"- {e.says}" for e in of.evidence]
    parts = [f"Problem: {of.problem}", f"Outcome for them: {of.outcome}", "\n".join(["Evidence:", *shown])]
    return "\n\n".join([*parts, f"Smallest step: {of.step}", f"Ask: {of.ask}"]) + "\n"


def from_plain_form(text: str) -> Brief:
    """The brief that somebody wrote in the plain form. Words before the first heading are the problem. Raises ValueError for
    more than a brief holds."""
    found: dict[str, list[str]] = {name: [] for name in _HEADS.values()}
    at = "problem"
    for line in text.splitlines():
        head = _HEAD.match(line)
        named = _HEADS.get(" ".join(head["head"].casefold().split())) if head else None
        if head and named:
            at, line = named, head["rest"]
        found[at].append(line.strip())
    parts = {name: "\n".join(lines).strip() for name, lines in found.items() if name != "evidence"}
    shown = tuple(_evidence(line.removeprefix("-").strip()) for line in found["evidence"] if line.strip("- "))
    if len(shown) > MOST_EVIDENCE or any(len(p) > MOST_TEXT for p in (*parts.values(), *(e.says for e in shown))):
        raise ValueError(f"a brief holds {MOST_EVIDENCE} pieces of evidence and {MOST_TEXT:,} characters a part at most")
    return Brief(
        problem=parts["problem"], outcome=parts["outcome"], evidence=shown, step=parts["step"], ask=parts["ask"]
    )  # fmt: skip


def _evidence(line: str) -> Evidence:
    found = _SOURCE.match(line)
    return Evidence(found["says"], found["source"].strip()) if found else Evidence(line)
