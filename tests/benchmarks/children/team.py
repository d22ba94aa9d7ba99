"""A team folder in the app: the first look, watched by the heart-beat, or with `open` the mentor's desk opened when all is known.

Arguments: the data folder, whose settings name the team folder; `look` or `open`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.benchmarks.driving import Driven, tell

AGAIN = 5


def first_look(app: Driven) -> dict[str, object]:
    """How long the first look takes, how often it says how far it is, and the longest waits of each window of time meanwhile."""
    team = app.window.courier.team
    told: list[int] = []
    team.changed.connect(lambda: told.append(team.state.done))
    assert app.waits is not None
    begun = time.perf_counter()
    with app.waits.phase("look"):
        app.until(lambda: bool(team.state.looked), 600)
    state = team.state
    return {
        "seconds": time.perf_counter() - begun, "told": len(set(told)), "waits": app.waits.phases["look"], "files": state.total,
        "left": len(state.left),
    }  # fmt: skip


def desk(app: Driven) -> dict[str, object]:
    """From the wish for it to its paint: the first time in this process, with all that is imported for it, and again."""
    window, team = app.window, app.window.courier.team
    app.until(lambda: bool(team.state.looked) and not team.state.looking, 60)
    app.idle(1.5)
    opened = []
    for _ in range(1 + AGAIN):
        begun = time.perf_counter()
        window.go("mentor")
        page = window.pages.mentor.desk()
        before = page.reads
        app.until(lambda page=page, before=before: page.reads > before, 30)
        window.repaint()
        opened.append(time.perf_counter() - begun)
        rows = len(page.inbox)
        window.go("home")
        app.idle(0.3)
    return {"first": opened[0], "again": opened[1:], "rows": rows, "count": window.courier.counts.now.answer}


def main() -> None:
    home, what = Path(sys.argv[1]), sys.argv[2]
    with Driven(home, beat=what == "look") as app:
        app.until(lambda: bool(app.window._made("courier")), 30)
        result = first_look(app) if what == "look" else desk(app)
    tell(**result)


main()
