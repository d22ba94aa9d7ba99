"""The fourth question: what they always ask, and the worries that their questions come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.making.asked import Asked, AskedLine, question
from ui.making.worry_card import WorryCard
from ui.making.worry_list import WorryList
from ui.settings.parts import Fold
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.select import Select
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.making.sheet import Sheet

_ROWS = 5.5  # the half one shows that there is more
_BY_WORDS = ""


class Worries(QWidget):
    """Question 4. ``cards`` are those of the worries that are chosen, in their order.

    Signals: ``rearranged()`` a card has come or gone, or was unfolded.
    """

    rearranged = Signal()

    def __init__(self, sheet: Sheet, announcer: Announcer) -> None:
        super().__init__()
        self._sheet, self._announcer = sheet, announcer
        self.ask = AskedLine("A question of theirs", example="And who runs it afterwards?")
        self.about = Select("The worry it comes from")
        self.add = Button("Add the question", icon="plus")
        self.find = QLineEdit()
        self.list = WorryList()
        self.cards: list[WorryCard] = []
        self._none = Text("None chosen yet.", "body", "subtle")
        self._theirs = vbox(spacing=10)
        self._count = Text("", "captionb", "muted")
        self._build()
        self.ask.line.setAccessibleDescription("Enter adds it")
        self.ask.entered.connect(self.put)
        self.ask.edited.connect(lambda _text: self.ask.set_note(""))
        self.add.clicked.connect(self.put)
        self.find.textChanged.connect(lambda _text: self._offer())
        self.find.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.toggled.connect(self._toggle)
        sheet.worries_changed.connect(self._show_theirs)
        sheet.asked.connect(self._refresh)
        self._offer()
        self._show_theirs()
        self.restyle()

    def _build(self) -> None:
        self.find.setProperty("kind", "field")
        self.find.setPlaceholderText("Find a worry")
        self.find.setAccessibleName("Find a worry")
        self.find.setClearButtonEnabled(True)
        ground = Card("surface", 10, 0, "control", pad=4)
        ground.box.add(self.list)
        self.choose = Asked("Worries to choose from", wrap(vbox(self.find, ground, spacing=6)), of=self.list)
        self.fields: dict[str, Asked] = {"worries": self.choose}
        card = question(
            4, "What do they always ask?",
            "Word for word, if you can. Behind every question stands a worry: choose three to seven, and say how much each weighs.",
            wrap(vbox(self.ask, Fold(self.about, self.add, spacing=10), spacing=8)),
            self.choose,
            wrap(vbox(self._count, self._none, self._theirs, spacing=8)),
        )  # fmt: skip
        self.setLayout(vbox(card))

    def restyle(self) -> None:
        """Takes the height of the list from the theme again."""
        self.list.setFixedHeight(round(self.list.row_height() * _ROWS) + 2)
        self.about.setMinimumWidth(theme_of(self).px(190))

    # ---- a question of theirs

    def put(self) -> None:
        """Put what is typed to its worry; where its words speak of none, ask which one it is."""
        if not self._typed:
            self.ask.set_note("Type a question of theirs first.")
        elif self.put_typed():
            self.ask.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _typed(self) -> str:
        return " ".join(self.ask.line.text().split())

    def put_typed(self) -> bool:
        """Put a question that was typed and not added yet. False where it has to be said first which worry it comes from."""
        words = self._typed
        if not words:
            return True
        id = self.about.value or self._sheet.nearest(words)
        if not id:
            self.ask.set_note("Which worry does it come from? Choose it below, then add the question.", True)
            self._announcer.say(self.ask, self.ask.note)
            return False
        self._sheet.ask(words, id)
        self.ask.line.clear()
        self.about.set_value(_BY_WORDS)
        worry = self._sheet.answers.worry(id)
        said = f"Added to “{visible(self._sheet.label(worry))}”: “{visible(words)}”" if worry else ""
        self.ask.set_note("")
        self.ask.set_help(said)
        self._announcer.say(self.ask, said)
        return True

    def _refresh(self, id: str) -> None:
        for card in self.cards:
            if card.id == id:
                card.refresh()

    # ---- choosing

    def _offer(self) -> None:
        wanted = self.find.text().casefold().split()
        found = [
            c
            for c in self._sheet.worries
            if all(word in f"{c.label} {c.kind} {c.worry} {' '.join(o.says for o in c.objections)}".casefold() for word in wanted)
        ]
        self.list.worries.fill(found)
        self.choose.set_help("" if found else f"No worry speaks of “{visible(self.find.text().strip())}”. Try a shorter word.")

    def _toggle(self, id: str) -> None:
        worry = self._sheet.answers.worry(id)
        self.choose.visited = True
        if worry is None:
            self._sheet.choose(id)
            worry = self._sheet.answers.worry(id)
        else:
            self._sheet.take_out(id)
        gone = self._sheet.answers.worry(id) is None
        if worry is not None:
            self._announcer.say(self.list, f"{visible(self._sheet.label(worry))}: {'taken out' if gone else 'chosen'}.")

    def _show_theirs(self) -> None:
        worries = self._sheet.answers.worries
        wanted = {w.id for w in worries}
        for card in [c for c in self.cards if c.id not in wanted]:
            self.cards.remove(card)
            self._theirs.removeWidget(card)
            card.hide()
            card.deleteLater()
        there = {card.id for card in self.cards}
        for worry in worries:
            if worry.id not in there:
                card = WorryCard(self._sheet, worry)
                card.gone.connect(self._take_out)
                card.unfolds.connect(self.rearranged)
                self.cards.append(card)
                self._theirs.addWidget(card)
        self.list.worries.choose(frozenset(wanted))
        self._none.setHidden(bool(worries))
        self._count.setText("Theirs" if len(worries) < 2 else f"Theirs, {len(worries)}")
        self._show_choices()
        self.rearranged.emit()

    def _show_choices(self) -> None:
        theirs = [(w.id, visible(self._sheet.label(w))) for w in self._sheet.answers.worries]
        ids = {id for id, _ in theirs}
        rest = [(c.id, visible(c.label)) for c in self._sheet.worries if c.id not in ids]
        self.about.set_choices([(_BY_WORDS, "Let its words decide"), *theirs, *rest], self.about.value)

    def _take_out(self, id: str) -> None:
        place = next((n for n, card in enumerate(self.cards) if card.id == id), 0)
        self._sheet.take_out(id)
        if self.cards:
            self.cards[min(place, len(self.cards) - 1)].remove.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
