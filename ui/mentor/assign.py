"""Handing out a situation: which one, to whom, until when, what you will see. Written to a file where you say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse.bundles.records import SHOWN, SUFFIX, Due, Focus, Shown
from rehearse.errors import Problem
from ui.desk import Desk
from ui.engine import Engine
from ui.library.jobs import Jobs
from ui.making.asked import Asked, AskedLine, AskedText
from ui.making.tabs import order
from ui.making.tick import Tick
from ui.mentor import words
from ui.mentor.office import Offer, Office, Wanted, Written
from ui.mentor.reading import file_name
from ui.team.team import WHO_READS, Team
from ui.theme.theme import theme_of
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.widgets.switch import Switch
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.bundles.folder import TeamFolder
    from rehearse.catalog import Entry
    from rehearse.rubrics import Rubric

_MEASURE = 720
_ALL = ""
_MOST_ATTEMPTS = 5
_SEEN: dict[Shown, str] = {
    "reviews": "The reviews of the takes that they choose",
    "brief": "Their brief",
    "reflection": "What they write about it themselves",
}
_SEALED = "What they send can be sealed: in a shared folder others then see only that it exists."


class AssignPage(QWidget):
    """Signals: ``closed()`` it was left or is done; ``told(str)`` what needs no answer."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.office = Office(desk)
        self.team = Team.of(engine, desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.offer = Offer((), (), ())
        self.rubric: Rubric | None = None
        self.dialog: QFileDialog | None = None
        self.ticks: dict[tuple[str, str], Tick] = {}
        self.banner = Banner()
        self._fields()
        self._build()
        self._connect()

    def _fields(self) -> None:
        self.person = Select("With whom", [(_ALL, "Anybody")])
        self.situation = Select("Situation")
        self.judged = Select("Judged by")
        self.about = Text("", "caption", "muted")
        self.to = AskedLine(
            "For whom",
            help="Names, with commas between. Left empty, it is for whoever gets the file.",
            example="Kofi Mensah, Ana Ruiz",
        )
        self.day = AskedLine("Until, if you like", example="2026-12-01")
        self.hour = AskedLine("At", example="17:00")
        self.zone = AskedLine("Time zone", bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or "UTC")
        self.attempts = Select(
            "How often at least", [(str(n), "Once" if n == 1 else f"{n} times") for n in range(1, _MOST_ATTEMPTS + 1)], "1"
        )
        self.note = AskedText("A note to them, if you like", example="Bring one number, and where it is from.")
        self.more = Button("Choose checks that you will look at", "link", "plus")
        self.shows: dict[Shown, Tick] = {key: Tick(said) for key, said in _SEEN.items()}
        self.sealed = Switch("Sealed to you")
        self.name = AskedLine("Your name", help="It stands on what you hand out.")
        self.put = Button("Put it into the team folder", "primary", "folder")
        self.save = Button("Save as a file", "primary", "send", tip="One file, to send them as you send files")
        self.cancel = Button("Cancel", "ghost", tip="Esc does the same")

    def _build(self) -> None:
        self._checks = vbox(spacing=2)
        self._checks_part = wrap(self._checks)
        self._checks_part.hide()
        what = _card(
            "What they rehearse", Asked("With whom", self.person), Asked("Situation", self.situation), self.about,
            Asked("Judged by", self.judged), hbox(self.more, None), self._checks_part,
        )  # fmt: skip
        when = hbox((self.day, 2), (self.hour, 1), (self.zone, 3), spacing=10)
        for field in (self.day, self.hour, self.zone):  # what is said below one of them moves none of the others
            when.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        whom = _card("To whom, until when", self.to, when, Asked("How often at least", self.attempts), self.note)
        takes = Text("The takes that they choose, and beside them:", "body")
        seal = vbox(self.sealed, Text(_SEALED, "caption", "muted"), spacing=2)
        seen = _card("What you will see", takes, *self.shows.values(), seal, self.name)
        foot = hbox(self.cancel, None, self.save, self.put, spacing=10)
        lead = Text("It becomes one file. What they practise stays with them until they send it.", "talk", "muted")
        column = vbox(Text("Assign a situation", "h1"), lead, self.banner, 4, what, whom, seen, foot, None, spacing=12)
        self._column = wrap(column)
        self._area = scroll(Host(vbox(hbox((self._column, 100), None), margins=(32, 24, 32, 24))), "Assign a situation")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.restyle()

    def _connect(self) -> None:
        self.person.changed.connect(lambda _key: self._fill_situations())
        self.situation.changed.connect(lambda _key: self._show_situation())
        self.judged.changed.connect(lambda _key: self._read_rubric())
        self.more.clicked.connect(lambda: self.show_checks(self._checks_part.isHidden()))
        self.save.clicked.connect(self._ask_where)
        self.put.clicked.connect(self._put)
        self.cancel.clicked.connect(self.closed)
        for field in (self.day, self.hour, self.zone):
            field.left.connect(self._look_at_due)

    def restyle(self) -> None:
        """Keeps the measure."""
        self._column.setMaximumWidth(theme_of(self).px(_MEASURE))

    # ---- coming and going

    def begin(self, scenario: str = "") -> None:
        """A form to fill in, with what the catalog has now."""
        self.banner.hide()
        self.name.line.setText(self._desk.settings.signs_as)
        self.team.show_ways(self.put, self.save)

        def show(offer: Offer) -> None:
            self.offer = offer
            there = {s.persona for s in offer.scenarios}
            people = [(p.id, visible(p.name)) for p in offer.people if p.id in there]
            self.person.set_choices([(_ALL, "Anybody"), *people])
            self.judged.set_choices([(r.id, visible(r.title)) for r in offer.rubrics])
            self._fill_situations(scenario)
            order(self._area)

        self._jobs.ask("offer", self.office.offer, show)

    def take_focus(self) -> None:
        """The focus to the first question."""
        self.situation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def show_problem(self, problem: Problem) -> None:
        """What went wrong; what was filled in stays."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), kind="amber")
        self._area.ensureWidgetVisible(self.banner)

    # ---- what they rehearse

    def _fill_situations(self, wanted: str = "") -> None:
        names = {p.id: visible(p.name) for p in self.offer.people}
        here = [s for s in self.offer.scenarios if self.person.value in (_ALL, s.persona)]
        self.situation.set_choices([(s.id, f"{visible(s.title)}, with {names.get(s.persona, s.persona)}") for s in here], wanted)
        self._show_situation()

    @property
    def _entry(self) -> Entry | None:
        return next((s for s in self.offer.scenarios if s.id == self.situation.value), None)

    def _show_situation(self) -> None:
        entry = self._entry
        self.about.setText(visible(entry.situation) if entry else "There is no situation with them.")
        self.save.setEnabled(entry is not None)
        self.put.setEnabled(entry is not None)
        if entry is not None:
            self.judged.set_value(entry.rubric)
            self._read_rubric()

    def _read_rubric(self) -> None:
        id = self.judged.value
        self._jobs.ask("rubric", lambda: self.office.rubric(id), self._show_rubric)

    def _show_rubric(self, rubric: Rubric) -> None:
        if self.rubric is not None and rubric.id == self.rubric.id:
            return
        self.rubric, self.ticks = rubric, {}
        self.show_checks(False)
        clear(self._checks)

    def show_checks(self, wanted: bool) -> None:
        """Every check of the rubric, to tick those that are looked at; made when they are first wanted."""
        if wanted and not self.ticks and self.rubric is not None:
            for criterion in self.rubric.criteria:
                self._checks.add(Text(visible(criterion.title), "captionb", "muted"))
                for check in criterion.checks:
                    tick = self.ticks[criterion.id, check.id] = Tick(visible(check.question), False)
                    self._checks.addWidget(tick)
            order(self._area)
        self._checks_part.setVisible(wanted)
        self.more.set_text("Fold the checks" if wanted else "Choose checks that you will look at")

    # ---- until when

    def _look_at_due(self) -> bool:
        """Say what is wrong with the date; whether it will do."""
        notes = dict.fromkeys((self.day, self.hour, self.zone), "")
        due = self._due()
        if not self.day.line.text().strip():
            if self.hour.line.text().strip():
                notes[self.day] = "On which day?"
        elif not _reads(self.day.line.text(), "%Y-%m-%d"):
            notes[self.day] = "As 2026-12-01: year, month, day."
        elif self.hour.line.text().strip() and not _reads(self.hour.line.text(), "%H:%M"):
            notes[self.hour] = "As 17:00."
        elif due is not None and due.moment is None:
            notes[self.zone] = "This computer knows no such zone. As Europe/Berlin, or UTC."
        for field, note in notes.items():
            field.set_note(note, bool(note))
        return not any(notes.values())

    def _due(self) -> Due | None:
        day, hour = self.day.line.text().strip(), self.hour.line.text().strip()
        return Due(f"{day}T{hour}" if hour else day, self.zone.line.text().strip() or "UTC") if day else None

    # ---- saving

    def wanted(self) -> Wanted:
        """What the form says."""
        seen = ("takes", *(key for key, tick in self.shows.items() if tick.isChecked()))
        entry = self._entry
        return Wanted(
            self.situation.value, tuple(n for n in (p.strip() for p in self.to.line.text().split(",")) if n),
            self.judged.value if entry is not None and self.judged.value != entry.rubric else "", self._due(),
            int(self.attempts.value), self.note.box.text().strip(), tuple(self._focus()),
            tuple(s for s in SHOWN if s in seen), self.sealed.isChecked(),
        )  # fmt: skip

    def _focus(self) -> Iterator[Focus]:
        yield from (Focus(*about) for about, tick in self.ticks.items() if tick.isChecked())

    def _is_whole(self) -> bool:
        """Whether nothing is missing; else the focus is where it is."""
        named = " ".join(self.name.line.text().split())
        self.name.set_note("" if named else "Give your name: they should know who it is from.", not named)
        if not named:
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._look_at_due():
            self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return True
        return False

    def _put(self) -> None:
        """Into the team folder."""
        folder = self.team.folder
        if folder is not None and self._is_whole():
            self.save_to(folder)

    def _ask_where(self) -> None:
        if not self._is_whole():
            return
        entry = self._entry
        stem = f"assignment-{entry.id if entry else ''}"
        dialog = QFileDialog(self.window(), "Save the assignment", file_name(stem), f"Assignment (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def save_to(self, path: Path | TeamFolder) -> None:
        """Write it to a file or into the team folder, and keep it on the desk."""
        wanted, named = self.wanted(), " ".join(self.name.line.text().split())[:80]

        async def write() -> Written:
            if named != self._desk.settings.signs_as:
                self._desk.change(signs_as=named)
            return await self.office.assign(wanted, path)

        def written(made: Written) -> None:
            note = "" if made.signed else " There is no keyring here, so it is not signed."
            if not isinstance(path, Path):
                self.team.sent()
                self.told.emit(f"It is in the team folder. {WHO_READS}{note}")
                self.closed.emit()
                return
            self.told.emit(f"Saved “{made.name}”. Send it to them; {words.HOLDS[:1].lower()}{words.HOLDS[1:]}{note}")
            self.closed.emit()

        self._jobs.ask("save", write, written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _reads(text: str, form: str) -> bool:
    try:
        datetime.strptime(text.strip(), form)
    except ValueError:
        return False
    return True


def _card(title: str, *parts: object) -> Card:
    card = Card(radius=14, pad=18)
    card.setAccessibleName(title)
    card.box.set_space(spacing=12)
    card.box.add(Text(title, "title", wrap=False), *parts)  # type: ignore[arg-type]
    return card
