"""`rehearse export`: a meeting, or all, as Markdown or JSON."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from rehearse.cli.output import show
from rehearse.cli.parts import Runner, opened
from rehearse.conversation import RehearsalId
from rehearse.errors import InputProblem
from rehearse.exchange.markdown import to_markdown
from rehearse.exchange.record import rehearsal
from rehearse.library.front import Library
from rehearse.preparation import setting_of


def export(id: str | None, everything: bool, form: str, out: Path | None) -> int:
    if (id is None) == (not everything):
        raise InputProblem("Name one meeting, or --all.")
    with opened() as (runner, library, _):
        if id is not None:
            text = render(runner, library, runner.run(library.resolve(id)), form)
            if out is None:
                print(text.encode("utf-8", "replace").decode("utf-8"), end="")
            else:
                write(out, text)
                show(f"Saved {out.name}.")
            return 0
        if out is None:
            raise InputProblem("--all needs --out, a folder.")
        count, before = 0, None
        while True:
            page = runner.run(library.page(limit=200, before=before))
            for row in page.rows:
                write(out / f"{row.id}.{form}", render(runner, library, row.id, form))
                count += 1
            before = page.next
            if before is None:
                break
    show(f"Saved {count} {'meeting' if count == 1 else 'meetings'} in {out.name}.")
    return 0


def render(runner: Runner, library: Library, id: RehearsalId, form: str) -> str:
    """One meeting as text, with its latest review of the take it stands at."""
    kept = runner.run(library.load(id))
    leaf = kept.record.leaf
    if leaf is None or leaf not in kept.tree:
        raise InputProblem(f"The meeting {id} has no lines.")
    review = next((r for r in reversed(kept.reviews) if r.get("take", {}).get("leaf") == leaf), None)
    data = rehearsal(kept.record, setting_of(kept.record), kept.tree, leaf, review)
    return to_markdown(data) if form == "md" else json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary one, forced to disk, then put in place. Raises InputProblem."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    except OSError as fault:
        raise InputProblem(f"{path}: it cannot be written ({(fault.strerror or 'unknown reason').lower()}).") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError as fault:
        Path(name).unlink(missing_ok=True)
        raise InputProblem(f"{path}: it cannot be written ({(fault.strerror or 'unknown reason').lower()}).") from None
