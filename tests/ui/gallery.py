"""Pictures of all widgets in both themes, to be looked at: ``python -m tests.ui.gallery FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.icons import ICONS
from ui.theme.theme import Theme
from ui.widgets import emblems
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.button import KINDS, button, tool
from ui.widgets.card import Card, Host
from ui.widgets.checks import Checks
from ui.widgets.chip import Chip
from ui.widgets.clock import Clock
from ui.widgets.field import Field, labelled
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import Grid, hbox, vbox
from ui.widgets.legend import MARKERS, Legend
from ui.widgets.logo import Logo
from ui.widgets.mini_ladder import MiniLadder
from ui.widgets.person_card import Person, PersonCard
from ui.widgets.picture import Picture
from ui.widgets.prose import Mark, Prose
from ui.widgets.ring import Ring
from ui.widgets.rule import Rule
from ui.widgets.segmented import Segmented
from ui.widgets.select import Select
from ui.widgets.side_bar import Place, SideBar
from ui.widgets.switch import Switch
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox
from ui.widgets.toast import Toast

LINE = "All right, that is more careful than I expected. But I have promised the board that loyalty ships in Q3."


class Gallery(QWidget):
    """All widgets in one window."""

    def __init__(self) -> None:
        super().__init__()
        side = SideBar(
            "Rehearse",
            [Place("home", "Home", "home", "Ctrl+1"), Place("people", "People", "users"), Place("reviews", "Reviews", "chat")],
            [Place("settings", "Settings", "sliders", "Ctrl+,")],
            "Runs on this computer",
        )
        side.show_place("home")
        side.set_count("reviews", 3)
        page = Host(
            vbox(
                *self._people(), *self._words(), *self._controls(), *self._problems(), None, margins=(32, 24, 32, 24), spacing=14
            )
        )
        self.setLayout(hbox(side, (page, 1), spacing=0))
        self.ring = Ring(self)
        self.toast = Toast(self)
        self.toast.offer("Deleted “Checkout reliability”.", "a")

    def _people(self) -> list[object]:
        grid = Grid()
        people = [
            PersonCard(
                Person("horizon", "Margaret Okafor", "Sceptical executive", "“What are you asking me for?”", "Tough", "brick"),
                "Alt+1",
            ),
            PersonCard(Person("clock", "Ravi Menon", "Busy engineering manager", "“I have four minutes.”", "Fair", "amber")),
            PersonCard(Person("sprout", "Sam Adeyemi", "Direct report", "“We tried this last year.”", "Gentle", "accent")),
        ]
        people[0].setChecked(True)
        grid.place(people, 3)
        row = hbox(
            *(Avatar(name, 46, name=name) for name in emblems.NAMES),
            Avatar("you", 46, "AK", "You"),
            Avatar("mentor", 46, "JW", "Jonas"),
            None,
        )
        return [Text("Who do you need on your side?", "h1"), grid, row]

    def _words(self) -> list[object]:
        start = LINE.index("I have promised")
        marks = [Mark(start, len("I have promised the board"), "brick", True), Mark(0, len("All right"), "accent")]
        prose = Card()
        prose.box.add(Text("How she moved", "title"), Prose(LINE, "talk", marks=marks, caret=True), Rule())
        prose.box.add(Text("OVERLINE", "overline", "subtle"), Text(LINE, "body", "muted"), Text(LINE, "quote", italic=True))
        prose.box.add(Text(LINE * 3, "caption", "subtle", wrap=False))
        prose.box.add(hbox(Legend([(state, state.title()) for state in MARKERS]), None))
        chips = hbox(
            *(Chip(hue.title(), hue, "check") for hue in ("accent", "amber", "brick", "blue", "violet", "stone", "line")), None
        )
        prose.box.add(chips, hbox(*(MiniLadder(v) for v in (0, 1, 2, 3, None)), Checks(2, 4), None, spacing=14))
        clocks = [Clock(372, 600), Clock(100, 600), Clock(30, 600), Clock(-15, 600)]
        clocks[1].set_paused(True)
        stand = Card(pad=14)
        stand.box.add(Ladder(1.25), *clocks)
        return [hbox((prose, 1), stand, hbox(Avatar("horizon", 92, live=True)), spacing=16)]

    def _controls(self) -> list[object]:
        kinds = [button(kind.title() or "Plain", kind, "check" if kind in ("primary", "nav") else None) for kind in KINDS]
        kinds[-1].setChecked(True)
        off = button("Not now", "primary")
        off.setEnabled(False)
        row = hbox(*kinds, off, tool("dots", "More", "outline"), tool("pause", "Pause the clock"), Logo("Rehearse"), None)
        icons = hbox(*(Picture(name, "text", 18, name) for name in ICONS), None, spacing=5)
        field = Field("Address", "http://127.0.0.1:11434/v1", "The address of the service.")
        wrong = Field("Key", "abc", secret=True)
        wrong.set_fault("The service did not accept this key.")
        select = labelled("Meeting", Select("Meeting", [("10", "10 minutes"), ("5", "5 minutes")]), "How long they have.")
        box = Card("raised", 14, 2, "control", pad=12)
        text = TextBox("Your next line", "Say it in one or two sentences", sends=True, role="talk")
        box.box.add(text, hbox(tool("mic", "Speak"), None, button("Say it", "primary", "up")))
        box.show_focus_of(text)
        choices = Segmented("Look", [("system", "System"), ("light", "Light"), ("dark", "Dark")], "dark")
        return [
            row,
            icons,
            hbox((field, 1), (wrong, 1), (select, 1), spacing=16),
            hbox(choices, Switch("Clock in the meeting", True), Switch("Coached"), None),
            box,
        ]

    def _problems(self) -> list[object]:
        made = []
        for kind in ("info", "amber", "brick"):
            bar = Banner()
            bar.say(
                "No answer from 127.0.0.1:11434.",
                "Is Ollama running? Your words are kept.",
                [("again", "Try again"), ("script", "Go on offline")],
                kind,
            )
            made.append(bar)
        return made


def main(folder: str) -> None:
    """Writes one PNG per theme and scale into ``folder``."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme = Theme(app, "light")
    theme.install()
    for mode, scale in (("light", 1.0), ("dark", 1.0), ("light", 2.0)):
        theme.set(mode=mode, scale=scale)
        window = Gallery()
        window.resize(1440 if scale == 1 else 2400, 1250 if scale == 1 else 2200)
        window.show()
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(out / f"gallery-{mode}-{round(scale * 100)}.png"))
        window.close()
        window.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "gallery")
