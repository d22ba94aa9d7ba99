"""Where you speak: the say box, the moves, and the button that says it or stops them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from rehearse.personas import Persona
from ui.room.moves import SentenceStart, joined, moves, shortcut
from ui.theme.theme import theme_of
from ui.widgets.button import Button, Tool
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import mnemonic_free, visible
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

MOST = 760


class Composer(QWidget):
    """Signals: `said(str)` what is to be said, `stopped()` they are to stop, `typed()` something was written."""

    said = Signal(str)
    stopped = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = self._speaking = self._over = False
        self._her, self._thinks = "them", ""
        self._thinking = False
        self._status = ""
        self.box = TextBox("Your next line", "Say it in one or two sentences", least=2, most=5, sends=True, role="talk")
        self.box.setObjectName("say")
        self.tip = Text("", "caption", "subtle", wrap=False)
        self.say = Button("Say it", "primary", "up")
        self.stop = Button("Stop", "primary", "stop", tip="Interrupt them. Their words so far are kept. Esc")
        self.more = Tool("bulb", "Moves", size=18)
        self.card = Card("raised", 14, 2, "control", pad=12)
        self.card.box.set_space(spacing=4)
        self.card.box.add(self.box, hbox(self.more, (self.tip, 1), self.say, self.stop))
        self.card.show_focus_of(self.box)
        self._starts: tuple[SentenceStart, ...] = ()
        self._buttons = [Button("", "move") for _ in range(5)]
        self._actions = [QAction(self) for _ in range(5)]
        self._menu = QMenu(self)
        for number, (button, action) in enumerate(zip(self._buttons, self._actions, strict=True), 1):
            action.setShortcut(QKeySequence(shortcut(number)))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _checked=False, i=number - 1: self.insert(i))
            button.clicked.connect(action.trigger)
            self.addAction(action)
            self._menu.addAction(action)
        self.row = wrap(hbox(*self._buttons, None, spacing=8))
        self.setLayout(vbox(self.row, self.card, margins=(0, 0, 0, 20), spacing=10))
        self.more.clicked.connect(lambda: self._menu.popup(self.more.mapToGlobal(QPoint(0, 0))))
        self.box.sent.connect(self._say)
        self.box.escaped.connect(self.stopped)
        self.box.textChanged.connect(self._changed)
        self.say.clicked.connect(self._say)
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        self.more.hide()
        self._tell()

    # ---- state

    def set_person(self, persona: Persona) -> None:
        self._starts = moves(persona)
        self._her = persona.object_pronoun
        self._thinks = f"{visible(persona.first_name)} is thinking. Esc to interrupt {self._her}."
        for number, (button, action, start) in enumerate(zip(self._buttons, self._actions, self._starts, strict=True), 1):
            keys = QKeySequence(shortcut(number)).toString(QKeySequence.SequenceFormat.NativeText)
            button.set_text(start.title)
            button.set_tip(f"Begins a sentence: {start.words.strip()} ({keys})")
            action.setText(mnemonic_free(start.title))
        self.stop.set_tip(f"Interrupt {self._her}. The words so far are kept. Esc")
        self._tell()

    def set_enter_says(self, enter: bool) -> None:
        """Whether Enter says it, or Ctrl+Enter."""
        self.box.swap = not enter
        self.say.set_tip("Enter" if enter else self._keys())
        self._tell()

    def set_busy(self, busy: bool) -> None:
        """While they think or speak, the button stops them."""
        focused = self.say.hasFocus() or self.stop.hasFocus()
        self._speaking = busy
        self.say.setVisible(not busy)
        self.stop.setVisible(busy)
        if focused:
            (self.stop if busy else self.say).setFocus()
        self._tell()

    def set_over(self, over: bool) -> None:
        """After the meeting there is nothing to say."""
        for part in (self.box, self.say, self.more, *self._buttons):
            part.setEnabled(not over)
        for action in self._actions:
            action.setEnabled(not over)
        self._over = over
        self._tell()

    def set_status(self, words: str) -> None:
        """A quiet line in place of the tip, such as a countdown; nothing brings the tip back."""
        self._status = words
        self._tell()

    def set_thinking(self, thinking: bool) -> None:
        """Whether an answer is waited for and no word of it has come."""
        self._thinking = thinking
        self._tell()

    def fold(self, em: float, tall: bool) -> None:
        """Show what there is room for: in a narrow or low room the moves are one button."""
        chips = em >= 50 and tall
        self.row.setVisible(chips)
        self.more.setVisible(not chips)
        self.tip.setVisible(em >= 34)
        self.setMaximumWidth(theme_of(self).px(MOST))

    @property
    def move_buttons(self) -> tuple[Button, ...]:
        return tuple(self._buttons)

    # ---- text

    def text(self) -> str:
        return self.box.text()

    def fill(self, text: str, chosen: bool = False) -> None:
        """Put words into the box without having typed them; `chosen` selects them, to be replaced or said again."""
        self._filling = True
        self.box.set_text(text)
        if chosen:
            self.box.selectAll()
        self._filling = False

    def insert(self, number: int) -> None:
        """Begin a sentence at the caret; `number` counts from 0."""
        cursor = self.box.textCursor()
        before = self.box.text()[: cursor.selectionStart()]
        cursor.insertText(joined(before, self._starts[number].words))
        self.box.setTextCursor(cursor)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_box(self) -> None:
        if self.box.isEnabled():
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _say(self) -> None:
        text = self.box.text().strip()
        if text:
            self.said.emit(text)

    def _changed(self) -> None:
        if not self._filling:
            self.typed.emit()

    def _keys(self) -> str:
        return QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)

    def _tell(self) -> None:
        enter = self._keys() if self.box.swap else "Enter"
        usual = "The meeting is over." if self._over else f"{enter} to say it. Esc to interrupt {self._her}."
        self.tip.setText(self._status or (self._thinks if self._thinking else usual))
