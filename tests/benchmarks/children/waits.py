"""Everything that one does in the app, watched by the heart-beat. Arguments: the data folder; `model` to end after the start."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.big_library import LONG
from tests.benchmarks.driving import KEY_EVERY, Driven, tell
from tests.benchmarks.lines import LINES

SEARCHED = ("the quarter", "cost of our team", "zanzibar", "weeks for it")
TYPED = "We lose forty orders a day, and three people mend checkout each night instead of building what was promised."

app = Driven(Path(sys.argv[1]))
waits = app.waits
assert waits is not None
missing: list[str] = []


def screen(name: str, go: object, there: object) -> None:
    """Build and show a screen: the longest wait of all."""
    try:
        with waits.phase(f"screen: {name}", 0):
            go()  # type: ignore[operator]
            app.until(there, 15, name)  # type: ignore[arg-type]
            app.idle(0.4)
    except (ImportError, TimeoutError) as fault:
        missing.append(f"{name}: {fault}")


with waits.phase("screen: Home", 0):
    app.__enter__()
with waits.phase("start, until all is ready"):
    app.idle(3.0)
if "model" in sys.argv:
    app.__exit__()
    tell(phases=waits.phases, missing=missing)
    sys.exit()

window = app.window
with waits.phase("typing: the ask on Home", KEY_EVERY):
    app.type(window.home.ask, TYPED)
window.home.ask.clear()
for place in ("people", "settings", "reviews", "home", "reviews"):
    known = f"{place} again" if f"screen: {place}" in waits.phases or place == "home" else place
    screen(known, lambda place=place: window.go(place), lambda: True)
app.idle(1.0)
search = window.reviews().search
for words in SEARCHED:
    with waits.phase("typing: search", KEY_EVERY):
        app.type(search, words)
    with waits.phase("search results come"):
        app.idle(0.4)
    search.clear()
with waits.phase("the list is scrolled"):
    view = window.reviews().list
    for _ in range(60):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + view.verticalScrollBar().pageStep())
        app.idle(0.02)
screen("room", lambda: app.meet(scenario="tech-debt-on-the-roadmap", seed=1), lambda: window.room().isVisible())
with waits.phase("typing: a line in the room", KEY_EVERY):
    app.type(app.say_box, TYPED)
app.say_box.clear()
for line in LINES:
    if app.window.room().meeting.ended is None:
        with waits.phase("meeting, offline"):
            app.say(line)
screen(
    "review", lambda: window.room().wrap_up(), lambda: window.whole.currentWidget() is window.shell and window._review is not None
)
screen("room, 500 turns", lambda: window.go_on(LONG), lambda: window.room().isVisible() and len(app.conversation.rows) > 100)
with waits.phase("typing: a line, 500 turns above", KEY_EVERY):
    app.type(app.say_box, TYPED[:60])
app.say_box.clear()
with waits.phase("meeting, offline, 500 turns above"):
    app.say(LINES[0])
window.room().leave()
app.until(lambda: window.whole.currentWidget() is window.shell)
app.idle(0.5)
screen("review, 500 turns", lambda: window.read(LONG), lambda: window._review is not None and window._review.isVisible())
app.idle(1.0)
app.__exit__()
tell(phases=waits.phases, missing=missing)
