"""`rehearse list assignments|submissions|feedback`: what was handed over, and how far each assignment is."""

from __future__ import annotations

from typing import Any

from rehearse.cli.handing import STANDING, shown
from rehearse.cli.output import show, show_json, table
from rehearse.cli.parts import opened

KINDS = {"assignments": "assignment", "submissions": "submission", "feedback": "feedback"}


def list_bundles(what: str, as_json: bool) -> int:
    """List the bundles of one kind, oldest first. Returns the exit code."""
    from rehearse.bundles import progress

    items: list[dict[str, Any]] = []
    with opened() as (runner, library, _):
        rows = runner.run(library.ask_bundles(lambda bundles: bundles.rows(KINDS[what])))  # type: ignore[arg-type]
        states = runner.run(library.ask_bundles(progress.states)) if what == "assignments" else ()
        sent = runner.run(library.ask_bundles(lambda bundles: bundles.rows("submission"))) if what == "feedback" else ()
        back = runner.run(library.ask_bundles(lambda bundles: bundles.rows("feedback"))) if what == "submissions" else ()
    titles = {row.id: row.title for row in sent}
    answered = {(row.about, not row.own) for row in back}  # by the other side
    steps = {state.assignment.digest: state for state in states}
    for row in rows:
        item: dict[str, Any] = {
            "id": row.id, "digest": row.digest, "title": row.title or titles.get(row.about, ""), "author": row.author,
            "about": row.about, "made": row.made, "own": row.own, "sealed": row.sealed, "standing": row.standing,
        }  # fmt: skip
        if what == "submissions":
            item["step"] = "answered" if (row.id, row.own) in answered else "sent" if row.own else "to answer"
        if state := steps.get(row.digest):
            item |= {
                "step": state.step, "attempts": len(state.attempts),
                "people": [
                    {"name": p.name, "step": p.step, "sent": [s.id for s in p.sent], "answered": [f.id for f in p.answered]}
                    for p in state.people
                ],
            }  # fmt: skip
        items.append(item)
    if as_json:
        show_json({"format": "rehearse/list@1", "kind": what, "items": items})
        return 0
    if not items:
        show("Nothing yet. `rehearse open FILE` takes in what somebody gave you.")
        return 0
    lines = [(i["id"], shown(i["title"]), shown(i["author"]), i.get("step", ""), i["standing"]) for i in items]
    table(lines, ("id", "title", "from", "state", "signature"))
    for standing in dict.fromkeys(i["standing"] for i in items if i["standing"] in ("altered", "changed", "stripped")):
        show(STANDING[standing])
    return 0
