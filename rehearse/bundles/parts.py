"""The parts of a bundle that are files or meetings of their own: held against the same rules as those. Imported late."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rehearse.bundles import shape
from rehearse.bundles.records import Assignment
from rehearse.catalog.loading import Loaded, load_bytes
from rehearse.catalog.source import MAX_BYTES
from rehearse.errors import InputProblem
from rehearse.exchange.ours import LONGEST_ID, Misfit, tree_of
from rehearse.exchange.returning import MOST_REVIEWS
from rehearse.personas import Persona
from rehearse.rubrics import Rubric
from rehearse.scenarios import Scenario

Json = Mapping[str, Any]


def loaded(part: Json, kind: str, name: str) -> Loaded:
    """A part through the same eye as a file of its kind; JSON is YAML, so nothing is read twice in two ways."""
    if len(json.dumps(part, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")) > MAX_BYTES:
        raise InputProblem(f"{name}: it is larger than {MAX_BYTES // 1024} KiB, more than such a file may be.")
    text = json.dumps(part, ensure_ascii=True, allow_nan=False)
    return load_bytes(text.encode("ascii"), name, kind=kind)


def value(part: Json, kind: str, name: str) -> Persona | Scenario | Rubric:
    """The person, the situation or the rubric of a part. Raises InputProblem with the first fault."""
    read = loaded(part, kind, f"{name}: {kind}")
    if not isinstance(read.value, (Persona, Scenario, Rubric)) or read.kind != kind:
        fault = next((f for f in read.faults if not f.warning), None)
        what = (
            f"{fault.field}: {fault.message}" if fault and fault.field else fault.message if fault else "it is of another kind."
        )
        raise InputProblem(f"{name}: {kind}: {what}")
    return read.value


def check(assignment: Assignment, name: str) -> None:
    """The parts of an assignment, each by itself and together. Raises InputProblem."""
    person = value(assignment.persona, "persona", name)
    scenario = value(assignment.scenario, "scenario", name)
    assert isinstance(scenario, Scenario)
    if scenario.persona != person.id:
        raise InputProblem(f'{name}: the situation is with "{scenario.persona}", and the person is "{person.id}".')
    if assignment.rubric is None:
        return
    rubric = value(assignment.rubric, "rubric", name)
    if scenario.rubric != rubric.id:
        raise InputProblem(f'{name}: the situation is judged with "{scenario.rubric}", and the rubric is "{rubric.id}".')
    assert isinstance(rubric, Rubric)
    checks = {(c.id, k.id) for c in rubric.criteria for k in c.checks}
    for focus in assignment.focus:
        if (focus.criterion, focus.check) not in checks:
            raise InputProblem(f"{name}: the rubric has no check {focus.criterion}/{focus.check}.")


def check_take(take: Json, name: str) -> None:
    """A meeting in a submission: a whole tree with one take. Raises InputProblem."""
    try:
        turns = {str(t.id): t for t in tree_of(dict(take))}
    except Misfit as misfit:
        raise InputProblem(f"{name}: {misfit}.") from None
    reviews = take.get("reviews", [])
    if not isinstance(reviews, list) or len(reviews) > MOST_REVIEWS:
        raise InputProblem(f"{name}: reviews: is no list of at most {MOST_REVIEWS} reviews.")
    for number, review in enumerate(reviews):
        wrong = shape.misfit("review", review)
        if wrong:
            raise InputProblem(f"{name}: reviews[{number}].{wrong}.")
    above: str | None = None
    for id in take["take"]:
        if id not in turns or turns[id].parent != above:
            raise InputProblem(f"{name}: take: {str(id)[:40]} is no line that follows the one before it.")
        above = id
    if above is None:
        raise InputProblem(f"{name}: take: is empty.")
    if not isinstance(take.get("rehearsal"), str) or not 0 < len(take["rehearsal"]) <= LONGEST_ID:
        raise InputProblem(f"{name}: rehearsal: is no short text.")
