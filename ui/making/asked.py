"""A question of the form: its label, what is answered, and below it help, or what is missing or at fault."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.card import Card
from ui.widgets.layouts import vbox
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

MOST_TYPED = 4_000  # characters of a line: more than a file takes, so that too much is told and not cut


class Asked(QWidget):
    """A control with a label above and help below; ``set_note`` puts what is to be said in the place of the help.

    ``visited`` = the person has been here, so that what is missing may be said. Signals: ``left()`` the focus has gone on.
    """

    left = Signal()

    def __init__(self, label: str, control: QWidget, help: str = "", of: QWidget | None = None) -> None:
        super().__init__()
        self._help = help
        self.visited = False
        self.control = of or control
        self.label = Text(label, "captionb", "muted")
        self.label.setBuddy(self.control)
        if not self.control.accessibleName():
            self.control.setAccessibleName(label)
        self._described = self.control.accessibleDescription()
        self._note = Text(help, "caption", "subtle")
        self.setLayout(vbox(self.label, control, self._note, spacing=4))
        self.control.installEventFilter(self)
        self.set_note("")

    @property
    def note(self) -> str:
        """What is said about it, nothing while only help stands there."""
        return self._said

    def set_note(self, says: str, blocks: bool = False) -> None:
        """Says what is missing or at fault; nothing brings the help back. ``blocks`` = it cannot be saved like this."""
        self._said = says
        self._note.setText(says or self._help)
        self._note.set_color(("brick_text" if blocks else "amber_text") if says else "subtle")
        self._note.setHidden(not (says or self._help))
        self.control.setAccessibleDescription(". ".join(part for part in (self._described, says or self._help) if part))
        self._mark(bool(says) and blocks)

    def set_help(self, help: str) -> None:
        """Changes the help."""
        self._help = help
        self.set_note(self._said, self._note.color == "brick_text")

    def _mark(self, fault: bool) -> None:
        """Shows at the control itself that it is at fault."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control and event.type() == QEvent.Type.FocusOut:
            self.visited = True
            self.left.emit()
        return False


class AskedLine(Asked):
    """One line. Signals: ``edited(str)`` while a person types; ``entered()`` on Enter; those of ``Asked``."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, label: str, text: str = "", help: str = "", example: str = "") -> None:
        self.line = QLineEdit()
        self.line.setProperty("kind", "field")
        self.line.setMaxLength(MOST_TYPED)
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(example)
        super().__init__(label, self.line, help)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.entered)

    def _typed(self, text: str) -> None:
        self.visited = True
        self.edited.emit(text)

    def _mark(self, fault: bool) -> None:
        wanted = "true" if fault else "false"
        if self.line.property("fault") != wanted:
            self.line.setProperty("fault", wanted)
            style = self.line.style()
            style.unpolish(self.line)
            style.polish(self.line)


class AskedText(Asked):
    """Several lines, in a box that grows. Signals: ``edited(str)`` while a person types; those of ``Asked``."""

    edited = Signal(str)

    def __init__(self, label: str, text: str = "", help: str = "", example: str = "", least: int = 2, most: int = 8) -> None:
        self.box = TextBox(label, example, least, most)
        self.card = Card("surface", 8, 0, "control", pad=8)
        self.card.box.add(self.box)
        self.card.show_focus_of(self.box)
        super().__init__(label, self.card, help, self.box)
        self.set_text(text)
        self.box.textChanged.connect(self._typed)

    def set_text(self, text: str) -> None:
        """Fills the box without a signal; the beginning is in sight."""
        if text == self.box.text():
            return
        self.box.blockSignals(True)
        self.box.set_text(text)
        self.box.moveCursor(self.box.textCursor().MoveOperation.Start)
        self.box.blockSignals(False)
        self.box.restyle()

    def _typed(self) -> None:
        self.visited = True
        self.edited.emit(self.box.text())

    def _mark(self, fault: bool) -> None:
        self.card.set_look(border="brick" if fault else "control")


def question(number: int, title: str, lead: str, *parts: QWidget | None) -> Card:
    """The card of one of the seven questions."""
    card = Card(pad=20)
    card.setAccessibleName(f"{number}. {title}")
    head = vbox(Text(f"{number}  {title}", "title"), Text(lead, "body", "muted"), spacing=3)
    card.box.set_space(spacing=14)
    card.box.add(head, *(part for part in parts if part is not None))
    card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return card
