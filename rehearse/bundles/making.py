"""Makes bundles: an assignment out of files, a submission out of chosen takes, feedback on a submission. Imported late.

Everything that is made goes through the same eye as what is received, so that nothing is sent that nobody could open.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rehearse import kept
from rehearse.bundles import reading, signing, strict
from rehearse.bundles.records import (  # fmt: skip
    SHOWN,
    Answer,
    Assignment,
    Comment,
    Due,
    Feedback,
    Focus,
    GivenMark,
    Next,
    Person,
    Shown,
    Submission,
    format_of,
)
from rehearse.bundles.takes import sendable
from rehearse.catalog.catalog import Catalog
from rehearse.errors import InputProblem
from rehearse.exchange.strictjson import json_text
from rehearse.library.ids import new_id
from rehearse.library.records import Rehearsal
from rehearse.library.stamps import as_text
from rehearse.pitches import Brief
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario

Json = dict[str, Any]


def now() -> str:
    """This moment to the second, as bundles tell it."""
    return as_text(datetime.now(UTC).replace(microsecond=0)).replace(".000Z", "Z")


def people(names: Sequence[str]) -> tuple[Person, ...]:
    """Persons of these names, each once."""
    shown = (" ".join(n.split()) for n in names)
    return tuple(Person(n) for n in dict.fromkeys(n for n in shown if n))


def assignment(
    catalog: Catalog,
    scenario: str,
    author: str,
    to: Sequence[str] = (),
    *,
    title: str = "",
    rubric: str = "",
    due: Due | None = None,
    attempts: int = 1,
    shows: Sequence[Shown] = SHOWN,
    note: str = "",
    focus: Sequence[Focus] = (),
    seal_to: str = "",
) -> Json:
    """The object of an assignment, not signed yet. `scenario` is an id or a file; its person and its rubric come along, as they
    are now, or another `rubric`. What its author noted for mentors stays home. Raises InputProblem."""
    situation = catalog.scenario(scenario)
    parts = {
        "scenario": _part(catalog, "scenario", scenario, without=("mentor_notes",)),
        "persona": _part(catalog, "persona", catalog.persona_in(scenario)),
        "rubric": _part(catalog, "rubric", rubric or catalog.rubric_in(scenario)),
    }
    parts["scenario"]["rubric"] = parts["rubric"]["id"]
    made = Assignment(
        new_id("b"), now(), Person(author), title or situation.title, **parts, to=people(to), due=due, attempts=attempts,
        shows=tuple(shows), note=note, focus=tuple(focus), seal_to=seal_to,
    )  # fmt: skip
    return _object(made)


def submission(
    takes: Sequence[tuple[Rehearsal, str]],
    author: str,
    *,
    asked: Assignment | None = None,
    to: Sequence[str] = (),
    title: str = "",
    brief: Brief | None = None,
    reflection: str = "",
    answers: Sequence[Answer] = (),
) -> Json:
    """The object of a submission, not signed yet: each meeting with the line where its chosen take ends. What the assignment
    does not ask to see stays home. Raises InputProblem."""
    if not takes:
        raise InputProblem("Nothing was chosen to send.", "Name at least one meeting.")
    shows = asked.shows if asked else SHOWN
    made = Submission(
        new_id("b"), now(), Person(author), title or (asked.title if asked else takes[0][0].record.title),
        tuple(sendable(meeting, leaf, "reviews" in shows) for meeting, leaf in takes), assignment=asked.id if asked else "",
        to=people(to) or ((Person(asked.author.name),) if asked else ()), brief=brief if "brief" in shows else None,
        reflection=reflection if "reflection" in shows else "", answers=tuple(answers),
    )  # fmt: skip
    return _object(made)


def feedback(
    on: Submission,
    author: str,
    *,
    marks: Sequence[GivenMark] = (),
    comments: Sequence[Comment] = (),
    next: Next | None = None,
    next_turn: str = "",
    note: str = "",
) -> Json:
    """The object of feedback, not signed yet. Raises InputProblem for a comment on words, or a mark on a check, not in it."""
    turns = {(t["rehearsal"], line["id"]): line["text"] for t in on.takes for line in t["turns"]}
    for comment in comments:
        if turns.get((comment.rehearsal, comment.turn), "")[comment.start : comment.end] != comment.quote:
            raise InputProblem(f"The words “{comment.quote[:60]}” do not stand at that place of that line.")
    checks = {(r["id"], c["criterion"], c["check"]) for t in on.takes for r in t.get("reviews", ()) for c in r["checks"]}
    bare = {
        str(t["take"][-1]) for t in on.takes if not t.get("reviews")
    }  # judged where it is read: by its own rubric, not known here
    for mark in marks:
        if (mark.review, mark.criterion, mark.check) not in checks and mark.review not in bare:
            raise InputProblem(f"What was sent has no check {mark.criterion}/{mark.check} in that review.")
    if next_turn and all(next_turn != turn for _, turn in turns):
        raise InputProblem(f"What was sent has no line {next_turn[:40]}.")
    made = Feedback(
        new_id("b"), now(), Person(author), on.id, assignment=on.assignment, to=(Person(on.author.name),), marks=tuple(marks),
        comments=tuple(comments), next=next, next_turn=next_turn, note=note,
    )  # fmt: skip
    return _object(made)


def finished(data: Mapping[str, Any], key: str | None) -> reading.Opened:
    """The bundle as it will be read: cleaned, signed where there is a key, and looked at. Raises InputProblem."""
    clean, _ = strict.load(_bytes(data), "This bundle")
    return reading.understood(signing.signed(clean, key) if key else clean, "This bundle")


def to_bytes(data: Mapping[str, Any]) -> bytes:
    """The file of a bundle. Raises InputProblem where it is larger than anybody would open."""
    raw = _bytes(data)
    if len(raw) > strict.MOST_BYTES:
        raise InputProblem(
            f"This bundle has {len(raw) / 2**20:.1f} MiB; {strict.MOST_BYTES // 2**20} are the most.", "Send fewer takes in it."
        )
    return raw


def _bytes(data: Mapping[str, Any]) -> bytes:
    return (json_text(data) + "\n").encode("utf-8", "replace")


def _object(made: Assignment | Submission | Feedback) -> Json:
    return {"format": format_of(made.kind), **kept.write(made)}


def _part(catalog: Catalog, kind: Any, named: str, without: Sequence[str] = ()) -> Json:
    """What a file of the catalog says, as plain data."""
    if "/" in named or Path(named).suffix:
        loaded = catalog.load(Path(named).expanduser(), kind)
    else:
        entries = {"persona": catalog.people, "scenario": catalog.scenarios, "rubric": catalog.rubrics}[kind]()
        entry = next((e for e in entries if e.id == named and e.shadowed_by is None), None)
        if entry is None:
            raise InputProblem(f'There is no {kind} "{named[:80]}".')
        loaded = catalog.load(entry.file, kind, entry.origin == "built in")
    data: Json = json.loads(json.dumps(loaded.data))
    return {k: v for k, v in data.items() if k not in without}


def scenario_of(asked: Assignment) -> Scenario:
    """The situation of an assignment as a value. Raises InputProblem."""
    from rehearse.bundles.parts import value

    found = value(asked.scenario, "scenario", "This assignment")
    assert isinstance(found, Scenario)
    return found


def rubric_of(asked: Assignment) -> Rubric | None:
    """How an assignment is judged, as a value; None where it does not say. Raises InputProblem."""
    from rehearse.bundles.parts import value

    if asked.rubric is None:
        return None
    found = value(asked.rubric, "rubric", "This assignment")
    assert isinstance(found, Rubric)
    return found
