"""`rehearse list objections`: what was objected in all meetings, how it was met, and what one keeps failing to answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rehearse.cli.output import counted, show, show_json, table, wrapped
from rehearse.cli.parts import opened

if TYPE_CHECKING:
    from rehearse.conversation import ObjectionStatus
    from rehearse.review.across import By, Group, Voiced

WORDS: Final[dict[ObjectionStatus, str]] = {
    "open": "left open",
    "dodged": "dodged",
    "half_answered": "half answered",
    "parked": "parked",
    "answered": "answered",
}


def list_objections(persona: str | None, kind: str | None, statuses: Sequence[ObjectionStatus], as_json: bool) -> int:
    """Every objection of every meeting, newest first; of each take its newest review counts. Returns the exit code."""
    from rehearse.review.across import Count, groups, habit

    with opened() as (runner, library, _):
        found = runner.run(library.objections(None, persona=persona, kind=kind, statuses=tuple(statuses)))
    # Counted from what is listed, so that the numbers are those of the list; oldest first, for the newest name of a person.
    counts = [
        Count(v.persona_id, v.persona_name, v.objection.kind, v.objection.status, 1)
        for v in sorted(found, key=lambda v: v.started)
    ]
    by: dict[By, tuple[Group, ...]] = {"person": groups(counts, "person"), "kind": groups(counts, "kind")}
    often = habit(by["kind"])
    if as_json:
        show_json(
            {
                "format": "rehearse/list@1",
                "kind": "objections",
                "items": [v.to_json() for v in found],
                "groups": {name: [_group(g) for g in of] for name, of in by.items()},
                "habit": often.key if often else None,
            }
        )
        return 0
    if not found:
        wanted = persona or kind or statuses
        show("No objection is like this." if wanted else "No objections yet. They come with the review of a meeting.")
        return 0
    for name, of in by.items():
        table([_row(g) for g in of], (name, "in all", *WORDS.values()))
        show()
    if often is not None:
        show(f"What stays unanswered most often: {_called(often)}, {often.unanswered} of {often.total}.")
        show()
    for v in found:
        _tell(v)
    return 0


def _group(group: Group) -> dict[str, object]:
    return {
        "key": group.key,
        "name": group.name,
        "total": group.total,
        "unanswered": group.unanswered,
        **{status: group.counts.get(status, 0) for status in WORDS},
    }


def _row(group: Group) -> tuple[str, ...]:
    return (_called(group), str(group.total), *(str(group.counts.get(s, 0) or "") for s in WORDS))


def _called(group: Group) -> str:
    return group.name.replace("_", " ").capitalize() if group.by == "kind" else group.name


def _tell(v: Voiced) -> None:
    o = v.objection
    show(f"{v.started[:10]}  {v.persona_name}: {o.label} ({o.kind.replace('_', ' ')}), {WORDS[o.status]}  {v.rehearsal} {v.turn}")
    if o.words:
        show(wrapped(f"“{' '.join(o.words.split())}”", "    "))
    for place in o.answered:
        show(wrapped(f"You: “{' '.join(place.quote.split())}”", "      "))
    if o.parked is not None:
        show(wrapped(f"Put off: {o.parked.owner}{', ' + o.parked.date if o.parked.date else ''}", "      "))
    if len(o.turns) > 1:
        show(f"      Raised {counted(len(o.turns), 'time')}.")
