"""A situation's own scripts, played: how far it is, the verdict in a sentence, and where strong, middling and weak ones end."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from rehearse.errors import Problem
from ui.making.flow import Flow
from ui.settings.parts import Fold
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.steps import HUES, WORDS
from ui.widgets.text import Text
from ui.writing.plain_words import count

if TYPE_CHECKING:
    from rehearse.playtest import Played, Report
    from rehearse.writing.trying import Progress
    from ui.engine import Engine, Job
    from ui.writing.sheet import Sheet
    from ui.writing.store import Store

_TICK = 100  # milliseconds between two looks at how far it is
_STEPS = ("resists", "complies", "agrees", "buys_in")
_LEAD = "Plays the scripts of this situation, a dozen meetings each, by rules, on this computer. It says whether they end as differently as they are."


class PlaytestPane(QWidget):
    """Stands beside the form of a situation."""

    def __init__(self, engine: Engine, store: Store, announcer: Announcer, sheet: Sheet, seeds: int = 0) -> None:
        super().__init__()
        self._engine, self._store, self._announcer, self._sheet = engine, store, announcer, sheet
        self._seeds = seeds
        self._job: Job | None = None
        self._stop = Event()
        self._progress: Progress | None = None
        self._of = ""  # the file as it was played
        self.report: Report | None = None
        self.begin = Button("Playtest", icon="play")
        self.halt = Button("Stop", icon="stop")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Meetings played")
        self.state = Text("", "caption", "muted")
        self.verdict = Text("", "bodyb")
        self._ends = vbox(spacing=12)
        card = Card(pad=16)
        card.setAccessibleName("Playtest")
        area = scroll(Host(vbox(self._ends, None, margins=(0, 0, 8, 0)), ground=None), "How the scripts end", ground=False)
        area.setMinimumHeight(160)
        card.box.add(
            Text("Playtest", "title"),
            Text(_LEAD, "body", "muted"),
            Fold(self.begin, self.halt),
            self.bar,
            self.state,
            self.verdict,
            (area, 1),
        )
        self.setLayout(vbox((card, 1)))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tell)
        self.begin.clicked.connect(self.start)
        self.halt.clicked.connect(self.stop)
        sheet.edited.connect(self._show)
        self._show()

    @property
    def runs(self) -> bool:
        """Whether scripts are being played."""
        return self._job is not None

    def take_focus(self) -> None:
        """The focus to where one goes on."""
        (self.halt if self.runs else self.begin).setFocus()

    def _show(self) -> None:
        self.begin.setVisible(not self.runs)
        self.begin.set_text("Play again" if self.report is not None else "Playtest")
        self.halt.setVisible(self.runs)
        self.bar.setVisible(self.runs)
        self.verdict.setHidden(self.report is None or self.runs)
        if not self.runs:
            old = self.report is not None and self._of != self._sheet.document.text()
            self.state.setText("You have changed something since. Play again to see what it does." if old else "")
        self.state.setHidden(not self.state.text())

    # ---- playing

    def start(self) -> None:
        """Play the scripts as they stand now."""
        if self.runs:
            return
        from rehearse.writing.trying import SEEDS, playtest

        document, shelf, seeds = self._sheet.document.copy(), self._store.shelf, self._seeds or SEEDS
        stop = self._stop = Event()
        self._of, self._progress, self.report = document.text(), None, None
        clear(self._ends)

        def tell(progress: Progress) -> None:
            self._progress = progress  # read by the timer, on the UI thread

        self._job = self._engine.aside(lambda: playtest(document, shelf, seeds, tell, stop.is_set), self._played, self._failed)
        self.bar.setRange(0, 0)
        self._timer.start()
        self._show()
        self.halt.setFocus()

    def stop(self) -> None:
        """End it; what was played so far says nothing."""
        self._stop.set()
        if self._job is not None:
            self._job.cancel()
            self._over("Stopped. Nothing was found yet.")

    def _tell(self) -> None:
        progress = self._progress
        if progress is None or not self.runs:
            return
        self.bar.setRange(0, progress.of)
        self.bar.setValue(progress.played)
        last = progress.last
        end = WORDS[_STEPS.index(last.ladder)].lower()
        self.state.setText(
            f"{progress.played} of {progress.of} meetings. {last.level.capitalize()} script {last.script} just now: {end}."
        )
        self.state.show()

    def _over(self, words: str = "") -> None:
        had = self.halt.hasFocus()
        self._job = None
        self._timer.stop()
        self._show()
        if words:
            self.state.setText(words)
            self.state.show()
            self._announcer.say(self, words)
        if had:
            self.begin.setFocus()

    def _failed(self, problem: Problem) -> None:
        self._over(visible(f"{problem.sentence} {problem.hint}".strip()))

    def _played(self, report: Report | None) -> None:
        if report is None:
            self._over("Stopped. Nothing was found yet.")
            return
        from rehearse.playtest import by_script

        self.report = report
        self.verdict.setText(visible(report.verdict))
        self.verdict.set_color("accent_text" if report.tells_apart else "amber_text")
        names = {c.id: c.label or c.id for c in report.setting.persona.concerns}
        for runs in by_script(report):
            self._ends.addWidget(_script(runs, names))
        self._over()
        self._announcer.say(self, report.verdict)


def _script(runs: tuple[Played, ...], names: dict[str, str]) -> QWidget:
    """Where the meetings of one script ended."""
    from statistics import median

    first = runs[0]
    flow = Flow(6)
    for n, step in enumerate(_STEPS):
        there = sum(played.ladder == step for played in runs)
        if there:
            flow.addWidget(Chip(f"{WORDS[n]}: {there} of {len(runs)}", HUES[n]))
    open_ = [names.get(id, id) for id in dict.fromkeys(id for played in runs for id in played.open)]
    left = f" Still open: {', '.join(f'“{name}”' for name in open_[:3])}." if open_ else " Nothing stayed open."
    turns = count(round(median(played.turns for played in runs)), "line")
    words = Text(visible(f"{turns} of yours.{left}"), "caption", "muted")
    return wrap(vbox(Text(f"{first.level.capitalize()}, script {first.script}", "captionb"), flow, words, spacing=4))
