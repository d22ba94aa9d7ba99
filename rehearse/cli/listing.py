"""`rehearse list` and `rehearse search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rehearse.cli.list_objections import WORDS
from rehearse.cli.output import complain, plain, show, show_json, table, wrapped
from rehearse.cli.parts import catalog, opened
from rehearse.exchange.words import STEPS
from rehearse.paths import data_paths

if TYPE_CHECKING:
    from rehearse.library.records import Hit, RehearsalRow


def list_(what: str, as_json: bool) -> int:
    """List what there is. Files with faults are listed in JSON, and named on standard error else. Returns the exit code."""
    return _meetings(as_json) if what == "rehearsals" else _files(what, as_json)


def _files(what: str, as_json: bool) -> int:
    from rehearse.writing.shelf import Shelf

    paths = data_paths()
    found = catalog(paths)
    shelf, kind = Shelf(paths, found), what.removesuffix("s")
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
            "version": shelf.newest(kind, e.id) if e.origin == "yours" else None,
            "file": str(e.file),
            "faults": [str(f) for f in e.faults if not f.warning],
        }
        for e in entries
    ]
    drafts = [{"id": d.key, "name": d.title, "version": d.published or None, "file": str(d.file)} for d in shelf.drafts(kind)]
    if as_json:
        show_json({"format": "rehearse/list@1", "kind": what, "items": items, "drafts": drafts})
        return 0
    rows = [(i["id"], i["name"], i["role"] or i["persona"] or "", _from(i)) for i in items if not i["faults"]]
    rows += [(d["id"], d["name"], "", "draft") for d in drafts]
    table(rows, ("id", "name", "with" if what == "scenarios" else "role", "from"))
    for item in items:
        for fault in item["faults"][:1]:
            complain(fault)
    return 0


def _from(item: dict[str, Any]) -> str:
    return f"{item['origin']}, version {item['version']}" if item["version"] else str(item["origin"])


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
    """What has all these words in it: objections, comments and briefs, then lines, newest first. Nothing found is no fault. Returns
    the exit code."""
    with opened() as (runner, library, _):
        hits = runner.run(library.search(words))
    items = [
        {
            "kind": h.kind,
            "rehearsal": h.rehearsal,
            "turn": h.turn,
            "title": h.title,
            "persona": h.persona_name,
            "started": h.started,
            "speaker": h.speaker,
            "snippet": h.snippet,
            "spans": [list(s) for s in h.spans],
            "who": h.who,
            "status": h.status,
            "about": h.about,
        }
        for h in hits
    ]
    if as_json:
        show_json({"format": "rehearse/search@1", "words": words, "items": items})
        return 0
    if not items:
        show(f'Nothing matches "{plain(words)[:80]}".')
    for h in hits:
        place = " ".join(part for part in (h.rehearsal, h.turn or h.about[:12]) if part)
        show(f"{h.started[:10]}  {plain(h.title)}  {place}")
        show(wrapped(f"{_said(h)}: {plain(h.snippet)}", "    "))
    return 0


def _said(hit: Hit) -> str:
    """Who says a thing that was found, or what it is."""
    if hit.kind == "objection":
        return f"Objection of {plain(hit.persona_name)}, {WORDS.get(hit.status, hit.status)}"  # type: ignore[call-overload]
    if hit.kind == "comment":
        return f"Comment by {plain(hit.who)}"
    return "Your brief" if hit.kind == "brief" else "You" if hit.speaker == "you" else plain(hit.persona_name)
