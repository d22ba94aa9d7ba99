"""The seven questions, one below the other, with what there is to say at each field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.chores import Chores
from ui.making.sheet import Sheet
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.chain import after
from ui.widgets.layouts import Box, clear, hbox, scroll, vbox, wrap
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.making.answers import Answers
    from rehearse.making.looking import Note
    from ui.making.asked import Asked
    from ui.making.ending import Ending
    from ui.making.worries import Worries

QUESTIONS = 7


class Form(QWidget):
    """``sections`` are the questions that are there so far. Signals: ``filled()`` all seven are; ``left()`` a field was left;
    ``rearranged()`` there is more or less in them than before."""

    filled = Signal()
    left = Signal()
    rearranged = Signal()

    def __init__(self, announcer: Announcer) -> None:
        super().__init__()
        self._announcer = announcer
        self.sections: list[QWidget] = []
        self._sheet: Sheet | None = None
        self.back = Button("All people", "link", "back")
        self.show_file = Button("Show the file", "link", "folder")
        self.problem = Banner()
        self._title, self._lead = Text("", "h1"), Text("", "talk", "muted")
        self._questions = vbox(spacing=16)
        self._column: Box = vbox(
            wrap(hbox(self.back, None, self.show_file)), self._title, self._lead, self.problem, 6, self._questions, None,
            margins=(32, 20, 24, 24), spacing=6,
        )  # fmt: skip
        self._area = scroll(Host(self._column), "Seven questions")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(vbox(self._area, spacing=0))

    @property
    def whole(self) -> bool:
        """Whether all seven questions are there."""
        return len(self.sections) == QUESTIONS

    @property
    def worries(self) -> Worries:
        """The fourth question. Raises IndexError before it is there."""
        return self.sections[3]  # type: ignore[return-value]

    @property
    def ending(self) -> Ending:
        """The seventh question. Raises IndexError before it is there."""
        return self.sections[6]  # type: ignore[return-value]

    def set_side(self, margin: float, right: float) -> None:
        """How much room there is at the sides, at 100 %."""
        self._column.set_space(margins=(margin, 12 if margin < 32 else 20, right, 24))

    # ---- filling

    def name(self, title: str, lead: str, file: str = "") -> None:
        """Say who is made, and in which file they are."""
        self._title.setText(title)
        self._lead.setText(lead)
        self.show_file.setVisible(bool(file))
        self.show_file.set_tip(file)

    def empty(self) -> None:
        """Take the questions away."""
        self._sheet = None
        self.sections = []
        self.problem.hide()
        clear(self._questions)

    def fill(self, sheet: Sheet) -> None:
        """Put the questions there, one at a time, so that keys and paints get their turn between."""
        from ui.making.ending import Ending
        from ui.making.manner import Talk, Time
        from ui.making.who import LastTime, Who, Work
        from ui.making.worries import Worries

        self._sheet = sheet
        makes: tuple[Callable[[], QWidget], ...] = (
            lambda: Who(sheet), lambda: Work(sheet), lambda: LastTime(sheet), lambda: Worries(sheet, self._announcer),
            lambda: Talk(sheet), lambda: Time(sheet), lambda: Ending(sheet),
        )  # fmt: skip

        def put(make: Callable[[], QWidget]) -> Callable[[], None]:
            def step() -> None:
                if self._sheet is sheet:
                    self._put(make())

            return step

        Chores(self, [put(make) for make in makes])

    def _put(self, section: QWidget) -> None:
        self.sections.append(section)
        self._questions.addWidget(section)
        for asked in getattr(section, "fields", {}).values():
            asked.left.connect(self.left)
        if (changes := getattr(section, "rearranged", None)) is not None:
            changes.connect(self.rearranged)
        if len(self.sections) == 1 and self.isVisible():
            _focus_first(section, Qt.FocusReason.OtherFocusReason)
        if self.whole:
            self.filled.emit()

    def take_ids(self, answers: Answers) -> None:
        """What was put into the file has ids there now."""
        if self.whole:
            self.ending.gives.take_ids([g.id for g in answers.gives if g.says])
            self.ending.terms.take_ids([t.id for t in answers.terms if t.says])

    # ---- what there is to say

    def show_notes(self, notes: Sequence[Note], tell_all: bool) -> None:
        """Put what there is to say at its field; of fields where nobody has been only with ``tell_all``."""
        told: dict[str, Note] = {}
        for note in notes:
            told.setdefault(note.field, note)
        for field, asked in self._fields().items():
            found = told.get(field) if tell_all or asked.visited else None
            asked.set_note(found.says if found else "", found.blocks if found else False)
        for card in self.worries.cards if self.whole else ():
            of_card = sorted((n for n in notes if n.field.startswith(f"worry:{card.id}:")), key=lambda n: not n.blocks)
            card.set_note(of_card[0].says if of_card else "", of_card[0].blocks if of_card else False)

    def _fields(self) -> dict[str, Asked]:
        """Every field that is on screen, by the name that notes use."""
        found: dict[str, Asked] = {}
        for section in self.sections:
            found |= getattr(section, "fields", {})
        if self.whole:
            for card in self.worries.cards:
                found |= {f"worry:{card.id}:{name}": asked for name, asked in card.fields.items()}
            for name, rows in (("gives", self.ending.gives), ("terms", self.ending.terms)):
                found |= {f"{name}:{number}": row.says for number, row in enumerate(rows.rows)}
        return found

    def question_of(self, field: str) -> int:
        """The number of the question that a field belongs to, from 1; 0 where it belongs to none."""
        if field.startswith("worry:"):
            return 4
        if field.startswith(("gives:", "terms:")):
            return 7
        return next((n for n, section in enumerate(self.sections, 1) if field in getattr(section, "fields", {})), 0)

    # ---- going places

    def go_to_question(self, number: int) -> None:
        """To one of the seven, from 0."""
        if number < len(self.sections):
            section = self.sections[number]
            top = section.mapTo(self._area.widget(), section.rect().topLeft()).y()
            self._area.verticalScrollBar().setValue(max(0, top - 8))
            _focus_first(section)

    def go_to(self, field: str) -> None:
        """To the field that something is to be said about."""
        if not self.whole:
            return
        if field == "gives":
            self.ending.gives.begin()
            return
        card = next((c for c in self.worries.cards if field.startswith(f"worry:{c.id}:")), None)
        if card is not None and not card.unfolded:
            card.unfold()
        asked = self._fields().get(field)
        if asked is not None:
            asked.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # Unfolded only now, it has no place yet.
            QTimer.singleShot(0, asked, lambda: self._area.ensureWidgetVisible(asked, 0, 40))

    def show_top(self) -> None:
        """Bring what is said at the top into sight."""
        self._area.verticalScrollBar().setValue(0)


def _focus_first(section: QWidget, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
    """The focus to where one begins to answer: of choices that exclude each other to the one that is chosen."""
    for at in after(section):
        if section.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(section) and at.isEnabled():
            group = at.group() if isinstance(at, QAbstractButton) else None
            chosen = group.checkedButton() if group is not None and group.exclusive() else None
            (chosen or at).setFocus(reason)
            return
