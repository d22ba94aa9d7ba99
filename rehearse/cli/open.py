"""`rehearse open`: bundles that somebody gave you, looked at and taken into the library."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from rehearse.cli.handing import LIMITS, STANDING, own_keys, shown
from rehearse.cli.output import complain, counted, show, show_json, wrapped
from rehearse.cli.parts import Runner, opened
from rehearse.errors import InputProblem

if TYPE_CHECKING:
    from rehearse.bundles.reading import Opened
    from rehearse.bundles.records import Bundle
    from rehearse.library.bundles import Bundles
    from rehearse.library.front import Library
    from rehearse.library.handed import HandedRow
    from rehearse.paths import Paths

OPENED = "rehearse/opened@1"


def open_(files: tuple[Path, ...], look: bool, trust: bool, as_json: bool) -> int:
    """Read each file, take in what can be taken in, say what it is. One that is refused keeps the others not back.

    Returns the exit code: 1 where one was refused, or holds what is kept nowhere.
    """
    from rehearse.bundles import reading

    read: list[Opened] = []
    code = 0
    for file in files:  # before there is a library: what is refused leaves nothing behind
        try:
            read.append(reading.read_file(file))
        except InputProblem as problem:
            complain(str(problem))
            code = 1
    items = []
    if read:
        with opened() as (runner, library, paths):
            for one in read:
                try:
                    item, said = _take(one, runner, library, paths, look, trust)
                    items.append(item)
                    for line in () if as_json else said:
                        show(wrapped(line))
                except InputProblem as problem:
                    complain(str(problem))
                    code = 1
    if as_json:
        show_json({"format": OPENED, "items": items})
    return code if all(i["kept"] or look for i in items) else 1


def _take(
    one: Opened, runner: Runner, library: Library, paths: Paths, look: bool, trust: bool
) -> tuple[dict[str, Any], list[str]]:
    """Take one in. What is printed of it as JSON, and to people."""
    from rehearse.bundles import reading, taking
    from rehearse.bundles.records import Assignment

    sealed = one.sealed
    if sealed:
        identity = runner.run(own_keys().opens())
        inner = reading.unsealed(one, identity) if identity else None
        if inner is None:
            raise InputProblem(f"{one.name}: it is sealed, and not to you.", "Only its reader can open it.")
        one = inner
    item: dict[str, Any] = {"kind": one.kind, "digest": one.digest, "kept": False, "new": False, "sealed": sealed}
    item |= {"notes": [shown(n) for n in one.notes]}
    if one.bundle is None:
        item |= {"known": {k: shown(v) for k, v in one.known}}
        return item, [shown(n) for n in one.notes] + [f"{key}: {shown(text)}" for key, text in one.known]
    given = taking.given(one, sealed=sealed)
    row: HandedRow | None = None
    if not look:
        if isinstance(one.bundle, Assignment) and given.state != "altered":
            taking.place(one.bundle, paths)
        (new,) = runner.run(library.change_bundles(lambda bundles: bundles.put(given)))
        if trust and given.state == "good":
            runner.run(library.change_bundles(lambda bundles: bundles.trust(given.folded, given.key)))
        rows = runner.run(library.ask_bundles(lambda bundles: bundles.rows(id=given.id)))
        row = next(r for r in rows if r.digest == one.digest)
        item |= {"kept": True, "new": new, "standing": row.standing}
    item |= {"id": given.id, "title": given.title, "author": given.author, "about": given.about, "bundle": dict(one.data)}
    redo = getattr(one.bundle, "next_turn", "")
    words = runner.run(library.ask_bundles(lambda bundles: line_sent(bundles, given.about, redo))) if redo else ""
    return item, _said(one, one.bundle, row, item, words)


def line_sent(bundles: Bundles, submission: str, turn: str) -> str:
    """The words of a line of a submission that is in the library; empty where it is not."""
    for row in bundles.rows("submission", id=submission):
        for take in bundles.data(row.digest).get("takes", ()):
            for said in take.get("turns", ()):
                if said.get("id") == turn:
                    return str(said.get("text", ""))
    return ""


def _said(one: Opened, bundle: Bundle, row: HandedRow | None, item: dict[str, Any], words: str) -> list[str]:
    from rehearse.bundles.records import Assignment, Feedback, Submission

    heads = {"assignment": "Assignment", "submission": "Submission", "feedback": "Feedback"}
    title = getattr(bundle, "title", "")
    said = [f"{heads[one.kind]} from {shown(bundle.author.name)}" + (f": {shown(title)}" if title else "")]
    if isinstance(bundle, Assignment):
        who = ", ".join(shown(p.name) for p in bundle.to)
        said += [f"For {who}."] if who else []
        said += [f"Due {bundle.due.at.replace('T', ' ')} ({bundle.due.zone})."] if bundle.due else []
        said += [f"At least {counted(bundle.attempts, 'attempt')}. What the mentor sees: {', '.join(bundle.shows)}."]
        said += [shown(bundle.note)] if bundle.note else []
        # By the beginning of its digest: an id is somebody else's words, and this line is there to be copied into a shell.
        said += [f"Hold the meeting with: rehearse talk --assignment {one.digest[:12]}"] if row else []
    elif isinstance(bundle, Submission):
        said += [f"{counted(len(bundle.takes), 'take')}{', with a brief' if bundle.brief else ''}."]
        said += [shown(bundle.reflection)] if bundle.reflection else []
    elif isinstance(bundle, Feedback):
        said += [f"{counted(len(bundle.marks), 'mark')}, {counted(len(bundle.comments), 'comment')}."]
        said += [f"{shown(c.id)} on “{shown(c.quote)}”: {shown(c.text)}" for c in bundle.comments]
        said += [f"{shown(m.criterion)}/{shown(m.check)}: {m.verdict}. {shown(m.why)}".rstrip() for m in bundle.marks]
        said += [shown(bundle.note)] if bundle.note else []
        moment = f"“{shorten(shown(words), 200, placeholder=' …')}”" if words else shown(bundle.next_turn)
        redo = f"Redo this moment: {moment}" if bundle.next_turn else "Redo a moment of it."
        said += [{"done": "Done.", "redo": redo, "talk": "Talk to me."}[bundle.next]] if bundle.next else []
    said += [shown(note) for note in one.notes]
    if row is not None:
        said += [STANDING[row.standing]] + ([LIMITS] if row.state == "good" else [])
        said += [] if item["new"] else ["It was here already; nothing changed."]
    return said
