"""A way to judge, tried on meetings: what each check finds in them, and which only a model can judge."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rehearse.errors import InputProblem, Problem
from ui.library.jobs import Jobs
from ui.making.asked import Asked
from ui.making.flow import Flow
from ui.settings.parts import Fold
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, scroll, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.select import Select
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.library.records import Rehearsal
    from rehearse.writing.judging import Finding, Findings
    from ui.desk import Desk
    from ui.engine import Engine, Job
    from ui.writing.sheet import Sheet
    from ui.writing.store import Store

_LEAD = "Try it on the scripts of a situation, or on a meeting of yours. By rules, on this computer."
_MEETINGS = 30  # of one's own that are offered, newest first
_HUES = {"yes": "accent", "no": "stone", "na": "line", "unsure": "amber"}
_WORDS = {"yes": "yes", "no": "no", "na": "does not apply", "unsure": "not sure"}


class JudgePane(QWidget):
    """Stands beside the form of a way to judge."""

    def __init__(self, engine: Engine, desk: Desk, store: Store, announcer: Announcer, sheet: Sheet) -> None:
        super().__init__()
        self._engine, self._desk, self._store, self._announcer, self._sheet = engine, desk, store, announcer, sheet
        self._jobs = Jobs(engine, self, self._failed)
        self._job: Job | None = None
        self._stop = Event()
        self.findings: Findings | None = None
        self.on = Select("On which meeting")
        self.begin = Button("Judge it", icon="play")
        self.halt = Button("Stop", icon="stop")
        self.halt.hide()
        self.state = Text("", "caption", "muted")
        self.state.hide()
        self.says = Text("", "bodyb")
        self.says.hide()
        self._found = vbox(spacing=14)
        card = Card(pad=16)
        card.setAccessibleName("Judge a meeting with it")
        area = scroll(Host(vbox(self._found, None, margins=(0, 0, 8, 0)), ground=None), "What each check finds", ground=False)
        area.setMinimumHeight(160)
        card.box.add(
            Text("Judge a meeting with it", "title"), Text(_LEAD, "body", "muted"), Asked("On which meeting", self.on),
            Fold(self.begin, self.halt), self.state, self.says, (area, 1),
        )  # fmt: skip
        self.setLayout(vbox((card, 1)))
        self.begin.clicked.connect(self.start)
        self.halt.clicked.connect(self.stop)
        self._list()

    def take_focus(self) -> None:
        """The focus to where one goes on."""
        self.on.setFocus()

    def _list(self) -> None:
        def scripts(entries: object) -> None:
            pairs = [(f"s:{entry.id}", f"Scripts of “{visible(entry.name)}”") for entry in entries]  # type: ignore[attr-defined]
            self.on.set_choices(pairs)
            self._jobs.ask("mine", lambda: self._desk.page(_MEETINGS), lambda page: self._add_mine(pairs, page))

        self._jobs.aside("scripts", self._store.scripted, scripts)

    def _add_mine(self, pairs: list[tuple[str, str]], page: object) -> None:
        from ui.library.days import day_words

        mine = [(f"m:{row.id}", f"Your meeting: {visible(row.title)}, {day_words(row.started)}") for row in page.rows]  # type: ignore[attr-defined]
        self.on.set_choices([*pairs, *mine], self.on.value)

    # ---- judging

    @property
    def runs(self) -> bool:
        """Whether it is being judged."""
        return self._job is not None

    def start(self) -> None:
        """Judge what was chosen with the checks as they stand now."""
        kind, _, id = self.on.value.partition(":")
        if self.runs or not id:
            return
        clear(self._found)
        self.findings = None
        self.says.hide()
        self._begun("Holding the meetings of the scripts, and judging them …" if kind == "s" else "Judging it …")
        stop = self._stop = Event()
        rubric, shelf = self._sheet.document.copy(), self._store.shelf

        def judge(meeting: Rehearsal | None) -> Findings | None:
            from rehearse.writing import judging

            if meeting is None:
                talks = judging.scripts_of(shelf.document("scenario", id), shelf, stop.is_set)
            else:
                try:
                    talks = (judging.talk_of(meeting),)
                except ValueError:
                    raise InputProblem("This meeting cannot be judged.", "Its record is damaged. Choose another.") from None
            return judging.judge(rubric, shelf, talks, stop.is_set)

        def loaded(meeting: Rehearsal | None) -> None:
            self._job = self._engine.aside(lambda: judge(meeting), self._judged, self._failed)

        if kind == "m":
            self._job = self._engine.ask(lambda: self._desk.load(id), loaded, self._failed)  # type: ignore[arg-type]
        else:
            loaded(None)

    def stop(self) -> None:
        """End it."""
        self._jobs.stop()
        self._stop.set()
        if self._job is not None:
            self._job.cancel()
            self._over("Stopped.")

    def _begun(self, words: str) -> None:
        self.begin.hide()
        self.halt.show()
        self.halt.setFocus()
        self.state.setText(words)
        self.state.show()

    def _over(self, words: str = "") -> None:
        self._job = None
        had = self.halt.hasFocus()
        self.begin.show()
        self.halt.hide()
        self.state.setText(words)
        self.state.setHidden(not words)
        if had:
            self.begin.setFocus()

    def _failed(self, problem: Problem) -> None:
        self._over(visible(f"{problem.sentence} {problem.hint}".strip()))
        self._announcer.say(self, self.state.text())

    def _judged(self, findings: Findings | None) -> None:
        if findings is None:
            self._over("Stopped.")
            return
        self.findings = findings
        self._over()
        self.says.setText(visible(findings.says))
        self.says.show()
        for finding in findings.checks:
            self._found.addWidget(_finding(finding))
        self._announcer.say(self, findings.says)


def _finding(finding: Finding) -> QWidget:
    """What one check found."""
    flow = Flow(6)
    if finding.by in ("model", "nobody"):
        flow.addWidget(
            Chip("Only a model" if finding.by == "model" else "Nobody fills it", "violet" if finding.by == "model" else "brick")
        )
    if finding.tells_apart is not None:
        flow.addWidget(
            Chip(
                "Tells strong from weak" if finding.tells_apart else "Does not tell them apart",
                "accent" if finding.tells_apart else "amber",
            )
        )
    for seen in finding.seen:
        if finding.by not in ("model", "nobody"):
            flow.addWidget(Chip(f"{seen.talk}: {_WORDS.get(seen.verdict, seen.verdict)}", _HUES.get(seen.verdict, "stone")))
    quotes = [f"“{one_line(seen.quote, 160)}”" for seen in finding.seen if seen.verdict == "yes" and seen.quote][:2]
    parts: list[QWidget] = [
        Text(visible(finding.question or finding.check), "bodyb"),
        wrap(flow),
        Text(visible(finding.says), "caption", "muted"),
    ]
    parts += [Text(visible(quote), "caption") for quote in quotes]
    return wrap(vbox(*parts, spacing=4))
