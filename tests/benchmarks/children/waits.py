"""Everything that one does in the app, watched by the heart-beat. Arguments: the data folder; `model` to end after the start."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from tests.benchmarks.big_library import LONG
from tests.benchmarks.driving import KEY_EVERY, Driven, tell
from tests.benchmarks.lines import LINES

SEARCHED = ("the quarter", "cost of our team", "zanzibar")
TYPED = "We lose forty orders a day, and three people mend checkout."

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
ask = window.home.ask
with waits.phase("typing: the ask on Home", KEY_EVERY):
    app.type(ask, TYPED)
ask.clear()
for place in ("people", "settings", "reviews", "home", "reviews"):
    known = f"{place} again" if f"screen: {place}" in waits.phases or place == "home" else place
    screen(known, lambda place=place: window.go(place), lambda: True)
app.idle(1.0)
page = app.screen
for words in SEARCHED:
    with waits.phase("typing: search", KEY_EVERY):
        app.type(page.search, words)
    with waits.phase("search results come"):
        app.idle(0.4)
    page.search.clear()
app.idle(0.3)
with waits.phase("the list is scrolled"):
    bar = page.list.verticalScrollBar()
    for _ in range(40):
        bar.setValue(bar.value() + bar.pageStep())
        app.idle(0.02)
window.go("home")
app.idle(0.3)
screen("room", lambda: app.press(ask, Qt.Key.Key_Return), lambda: app.in_room)
with waits.phase("typing: a line in the room", KEY_EVERY):
    app.type(app.say_box, TYPED)
app.say_box.clear()
for line in LINES[:3]:
    if not app.over:
        with waits.phase("meeting, offline"):
            app.say(line)
screen("review", lambda: app.room.wrap_up(), lambda: app.sheet is not None)
before = app.sheet
screen(
    "room, 500 turns",
    lambda: app.go_on(LONG),
    lambda: app.in_room and app.conversation.earlier > 0 and not app.conversation.coming,
)
with waits.phase("typing: a line, 500 turns above", KEY_EVERY):
    app.type(app.say_box, TYPED)
app.say_box.clear()
with waits.phase("meeting, offline, 500 turns above"):
    app.say(LINES[0])
app.leave()
app.idle(0.5)
screen("review, 500 turns", lambda: app.read(LONG), lambda: app.sheet is not None and app.sheet is not before)
app.idle(1.0)
app.__exit__()
tell(phases=waits.phases, missing=missing)
