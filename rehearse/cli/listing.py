"""`rehearse list` and `rehearse search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rehearse.cli.output import complain, plain, show, show_json, table, wrapped
from rehearse.cli.parts import catalog, opened
from rehearse.exchange.words import STEPS

if TYPE_CHECKING:
    from rehearse.library.records import RehearsalRow


def list_(what: str, as_json: bool) -> int:
    """List what there is. Files with faults are listed in JSON, and named on standard error else. Returns the exit code."""
    return _meetings(as_json) if what == "rehearsals" else _files(what, as_json)


def _files(what: str, as_json: bool) -> int:
    found = catalog()
    entries = {"personas": found.people, "scenarios": found.scenarios, "rubrics": found.rubrics}[what]()
    items: list[dict[str, Any]] = [
        {
            "id": e.id,
            "name": e.name,
            "role": e.role,
            "summary": e.summary,
            "persona": e.persona,
            "mode": e.mode,
            "minutes": e.minutes,
            "origin": e.origin,
            "file": str(e.file),
            "faults": [str(f) for f in e.faults if not f.warning],
        }
        for e in entries
    ]
    if as_json:
        show_json({"format": "rehearse/list@1", "kind": what, "items": items})
        return 0
    rows = [(i["id"], i["name"], i["role"] or i["persona"] or "", i["origin"]) for i in items if not i["faults"]]
    table(rows, ("id", "name", "with" if what == "scenarios" else "role", "from"))
    for item in items:
        for fault in item["faults"][:1]:
            complain(fault)
    return 0


def _meetings(as_json: bool) -> int:
    with opened() as (runner, library, _):
        rows: list[RehearsalRow] = []
        before: int | None = None
        while True:
            page = runner.run(library.page(limit=200, before=before))
            rows += page.rows
            before = page.next
            if before is None:
                break
    items: list[dict[str, Any]] = [
        {
            "rehearsal": r.id,
            "title": r.title,
            "started": r.started,
            "persona": {"id": r.persona_id, "name": r.persona_name},
            "scenario": r.scenario_id,
            "ladder": r.ladder,
            "ended": r.ended,
            "your_turns": r.yours,
            "passed": r.passed,
            "applicable": r.applicable,
            "open_objections": r.open_objections,
        }
        for r in rows
    ]
    if as_json:
        show_json({"format": "rehearse/list@1", "kind": "rehearsals", "items": items})
        return 0
    if not rows:
        show("Nothing rehearsed yet. `rehearse talk` starts a meeting.")
        return 0
    cells = [
        (
            i["rehearsal"],
            i["started"][:10],
            i["persona"]["name"],
            STEPS.get(i["ladder"] or "", "open" if i["ended"] == "open" else "transcript"),
            f"{i['passed']} of {i['applicable']}" if i["applicable"] else "",
            i["title"],
        )
        for i in items
    ]
    table(cells, ("id", "day", "with", "where they stand", "checks", "title"))
    return 0


def search(words: str, as_json: bool) -> int:
    """Lines in which all these words stand, newest first. Nothing found is no fault. Returns the exit code."""
    with opened() as (runner, library, _):
        hits = runner.run(library.search(words))
    items = [
        {
            "rehearsal": h.rehearsal,
            "turn": h.turn,
            "title": h.title,
            "persona": h.persona_name,
            "started": h.started,
            "speaker": h.speaker,
            "snippet": h.snippet,
            "spans": [list(s) for s in h.spans],
        }
        for h in hits
    ]
    if as_json:
        show_json({"format": "rehearse/search@1", "words": words, "items": items})
        return 0
    if not items:
        show(f'Nothing matches "{plain(words)[:80]}".')
    for h in hits:
        who = "You" if h.speaker == "you" else h.persona_name
        show(f"{h.started[:10]}  {h.title}  {h.rehearsal} {h.turn}")
        show(wrapped(f"{who}: {h.snippet}", "    "))
    return 0
