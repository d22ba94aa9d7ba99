"""What is still missing, and Save: always in sight below the questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.settings.parts import Rest
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.making.looking import Note

_NARROW_EM = 44


class Foot(QWidget):
    """Signals: ``save_wanted()``; ``show_wanted(str)`` the field of what is missing; ``meet_wanted()`` the saved person."""

    save_wanted = Signal()
    show_wanted = Signal(str)
    meet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Save")
        self._first = ""
        self._picture = Picture("info", "muted", 16)
        self.state = Text("", "body", "muted")
        self.go = Button("Show me", "link", tip="Go to what is missing")
        self.meet = Button("Meet them", "primary", "chat")
        self.save = Button("Save", "primary", "check", tip="Save the person", shortcut="Ctrl+S")
        self._rest = Rest(self.save)
        words = hbox(self._picture, (self.state, 1), self.go, spacing=8)
        for part in (self._picture, self.state, self.go):
            words.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self._row = hbox((words, 1), hbox(self.meet, self.save, spacing=8), margins=(32, 10, 32, 10), spacing=16)
        self.setLayout(vbox(Rule(), self._row, spacing=0))
        self.go.clicked.connect(lambda: self.show_wanted.emit(self._first))
        self.save.clicked.connect(self.save_wanted)
        self.meet.clicked.connect(self.meet_wanted)
        self.meet.hide()
        self.go.hide()
        self.save.setEnabled(False)

    def show_notes(self, notes: Sequence[Note], file: str, name: str, question_of: Callable[[str], int]) -> None:
        """Says how it stands. ``file`` is the one that holds exactly this, nothing where there is none; ``name`` the person's;
        ``question_of`` gives the number of the question of a field, 0 where there is none."""
        if not self.save.isEnabled():
            self._rest.end()
        blocks = [note for note in notes if note.blocks]
        first = next(iter(blocks or notes), None)
        self._first = first.field if first is not None else ""
        more = len(blocks) - 1
        number = question_of(self._first)
        said = (f"Question {number}: " if number else "") + visible(first.says) if first is not None else ""
        if file:
            self._say(f"Saved as {visible(file)}.", "check")
        elif blocks and first is not None:
            rest = f" And {more} more." if more > 0 else ""
            self._say(f"{said}{rest}", "info")
        elif first is not None:
            self._say(f"Can be saved. {said}", "check")
        else:
            self._say("Nothing is missing.", "check")
        self.go.setHidden(bool(file) or not self._first)
        self._offer(name if file else "")

    def _say(self, words: str, icon: str) -> None:
        self._picture.set(icon, "accent_text" if icon == "check" else "muted")
        self.state.setText(words)

    def _offer(self, name: str) -> None:
        """The meeting with who was saved, or saving."""
        had = self.save.hasFocus() or self.meet.hasFocus()
        self.meet.setHidden(not name)
        self.save.setHidden(bool(name))
        if name:
            self.meet.set_text(f"Meet {visible(name)}")
        if had:
            (self.meet if name else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Nothing can be saved yet."""
        self._say("", "info")
        self._offer("")
        self.go.hide()
        self.save.setEnabled(False)

    def busy(self) -> None:
        """It is being saved."""
        self._rest.begin()
        self._say("Saving…", "info")

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        theme = theme_of(self)
        narrow = theme.em(self.width()) < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = 16 if narrow else 32
        self._row.set_space(margins=(side, 8, side, 8), spacing=8 if narrow else 16)
