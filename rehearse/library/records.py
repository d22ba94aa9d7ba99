"""What the library gives and takes: a rehearsal's record, a row of the list, a page, a hit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rehearse.conversation import Difficulty, Ladder, Mode, RehearsalId, Speaker, Tree, TurnId
from rehearse.events import EndReason

JsonObject = Mapping[str, Any]
Found = Literal["line", "objection", "comment", "brief"]
FOUND: tuple[Found, ...] = ("line", "objection", "comment", "brief")


@dataclass(frozen=True, slots=True)
class RehearsalRecord:
    """All of one rehearsal but its turns and reviews.

    `persona` and `scenario` are what the files said when the meeting began, as JSON objects; `persona_hash` and
    `scenario_hash` are the hashes of those files. `clock` is seconds used at `leaf`, the turn that the meeting stands
    at. `kept` is whether the promise of the meeting `after` was kept. `interrupted` = the program ended without
    leaving it. `open_objections` counts those left open or dodged at the end, None where nobody counted. `updated`
    and `deleted_at` are set by the store.
    """

    id: RehearsalId
    title: str
    started: str
    persona_id: str
    persona_name: str
    persona: JsonObject
    persona_hash: str
    mode: Mode
    difficulty: Difficulty
    seed: int
    scenario_id: str | None = None
    scenario: JsonObject | None = None
    scenario_hash: str | None = None
    ask: str | None = None
    minutes: float | None = None
    model: str | None = None
    unaided: bool = False
    after: RehearsalId | None = None
    kept: bool | None = None
    ended: EndReason = "open"
    ladder: Ladder | None = None
    forced: bool = False
    decision: JsonObject | None = None
    open_objections: int | None = None
    clock: float = 0.0
    leaf: TurnId | None = None
    interrupted: bool = False
    updated: str = ""
    deleted_at: str | None = None


@dataclass(frozen=True, slots=True)
class RehearsalRow:
    """One line of the list. `yours` counts your turns in all takes; `passed` of `applicable` checks are the latest review's.

    `key` is the place in the list: larger is newer. `nth` is the how-many-th meeting it is of those that follow each other, as far
    back as they are in the library; 1 for one that follows none.
    """

    key: int
    id: RehearsalId
    title: str
    started: str
    persona_id: str
    persona_name: str
    scenario_id: str | None
    mode: Mode
    difficulty: Difficulty
    ladder: Ladder | None
    forced: bool
    ended: EndReason
    yours: int
    clock: float
    passed: int | None
    applicable: int | None
    open_objections: int | None
    interrupted: bool
    nth: int = 1
    takes: int = 0
    best_passed: int | None = None
    best_applicable: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, newest first, and the key to ask the next page with; None after the last."""

    rows: tuple[RehearsalRow, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One rehearsal whole. Reviews stand oldest first."""

    record: RehearsalRecord
    tree: Tree
    reviews: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. `spans` are (start, end) of the found words in `snippet`, in code points. `key` orders those of its
    kind: larger is newer.

    An objection stands at the line that voiced it, and `status` is what became of it. A comment is by `who`, on the line `turn` or
    on the whole; `about` is the digest of the submission it is on, where that is somebody else's and no meeting of the library.
    Of a brief `about` is its id, and there is no meeting. `started` is the meeting's, or when the comment or the brief was written.
    """

    key: int
    rehearsal: RehearsalId
    turn: TurnId
    title: str
    persona_name: str
    started: str
    speaker: Speaker
    snippet: str
    spans: tuple[tuple[int, int], ...]
    kind: Found = "line"
    who: str = ""
    status: str = ""
    about: str = ""
