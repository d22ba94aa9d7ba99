"""The form of a brief: for whom, which initiative, and the five parts. Everything is kept as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rehearse.pitches import MOST_EVIDENCE, MOST_TEXT, Brief, Evidence
from ui.brief.fact import FactRow
from ui.brief.shelf import MOST_TITLE, Prepared
from ui.making.asked import Asked, AskedLine, AskedText
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.select import Select
from ui.widgets.text import Text

_NOBODY = ""
_TOO_LONG = f"More than {MOST_TEXT:,} characters: the rest is not kept."


class BriefForm(QWidget):
    """Signals: ``edited()`` something was typed or chosen."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was = Prepared(Brief())
        self.person = Select("For whom", [(_NOBODY, "Nobody in particular")])
        self.initiative = AskedLine("Your initiative, if it has a name", example="e.g. Checkout without refunds")
        self.initiative.line.setMaxLength(MOST_TITLE)
        self.problem = AskedText("The problem", example="What goes wrong today, and what it costs them")
        self.outcome = AskedText("The outcome for them", example="What is better then, in their terms")
        self.step = AskedText("The smallest step", example="What can be tried first, for how long, and when you stop", least=1)
        self.ask = AskedText("The ask", example="What they should say yes to, how much of it, until when", least=1)
        self.facts: list[FactRow] = []
        self._facts = vbox(spacing=8)
        self.add = Button("Add a fact", "link", "plus", tip="Something that you can show, and where it is from")
        self.add.clicked.connect(self.add_fact)
        evidence = vbox(
            Text("Evidence", "captionb", "muted"),
            Text("What you can show, and where each of it is from.", "caption", "subtle"),
            wrap(self._facts), hbox(self.add, None), spacing=5,
        )  # fmt: skip
        card = Card(radius=14, pad=18)
        card.box.set_space(spacing=14)
        card.box.add(
            Asked("For whom", self.person), self.initiative, self.problem, self.outcome, wrap(evidence), self.step, self.ask
        )
        self.setLayout(vbox(card, spacing=0))
        self.person.changed.connect(lambda _key: self.edited.emit())
        self.initiative.edited.connect(lambda _text: self.edited.emit())
        for part in self._texts:
            part.edited.connect(lambda _text, part=part: self._typed(part))

    @property
    def _texts(self) -> tuple[AskedText, ...]:
        return self.problem, self.outcome, self.step, self.ask

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Whom it can be for: pairs of an id and words."""
        chosen = self.prepared.brief.persona
        there = chosen if chosen in dict(people) else _NOBODY
        self.person.set_choices([(_NOBODY, "Nobody in particular"), *people], there)

    def show_brief(self, prepared: Prepared) -> None:
        """Fill it; nothing is emitted."""
        self._was = prepared
        brief = prepared.brief
        self.person.set_value(brief.persona if self.person.findData(brief.persona) >= 0 else _NOBODY)
        self.initiative.line.setText(prepared.initiative)
        for part, text in zip(self._texts, (brief.problem, brief.outcome, brief.step, brief.ask), strict=True):
            part.set_text(text)
            part.set_note("")
        for row in self.facts:
            self._facts.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.facts = []
        for fact in brief.evidence or (Evidence(""),):
            self._add(fact)

    @property
    def prepared(self) -> Prepared:
        """As it is typed. What is not on the form stays as it was."""
        problem, outcome, step, ask = (part.box.text().strip()[:MOST_TEXT] for part in self._texts)
        evidence = tuple(row.fact for row in self.facts if row.says.text().strip() or row.source.text().strip())
        persona = self.person.value or (self._was.brief.persona if self.person.findData(self._was.brief.persona) < 0 else "")
        brief = replace(
            self._was.brief, persona=persona, problem=problem, outcome=outcome, evidence=evidence, step=step, ask=ask
        )  # fmt: skip
        return replace(self._was, brief=brief, initiative=" ".join(self.initiative.line.text().split()))

    def name_it(self, id: str) -> None:
        """It has an id from now on."""
        self._was = replace(self._was, brief=replace(self._was.brief, id=id))

    # ---- facts

    def add_fact(self) -> None:
        """One more, with the focus in it."""
        self._add(Evidence("")).says.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, fact: Evidence) -> FactRow:
        row = FactRow(fact)
        row.edited.connect(self.edited)
        row.dropped.connect(lambda: self._drop(row))
        self.facts.append(row)
        self._facts.addWidget(row)
        row.show()
        self._count()
        return row

    def _drop(self, row: FactRow) -> None:
        at = self.facts.index(row)
        self.facts.remove(row)
        self._facts.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._count()
        near = self.facts[min(at, len(self.facts) - 1)].says if self.facts else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _count(self) -> None:
        for number, row in enumerate(self.facts, 1):
            row.name(number)
        self.add.setEnabled(len(self.facts) < MOST_EVIDENCE)

    def _typed(self, part: AskedText) -> None:
        part.set_note(_TOO_LONG if len(part.box.text()) > MOST_TEXT else "")
        self.edited.emit()
