"""One thing for next time: how you would say it now, a line beside yours, and the way to try it at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

from rehearse.errors import Problem
from rehearse.review.types import OneThing
from ui.review.own_line import OwnLine
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import Box, hbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from rehearse.review.beside import Beside

_BESIDE = 40  # em from which the two lines stand beside each other
_WAITS = "Write your own first. Then see it beside another one"
_ANEW = "A new take from just before it. Both takes are kept"
Compare = Callable[[str, "Callable[[Beside], None]", Callable[[Problem], None]], None]


class NextTime(Card):
    """One's own line comes first: the program's is shown only beside it. `own` keeps what is typed; without it, nothing can be
    typed. `compare` is asked with one's own text and calls back with both as they were heard. `told` names whom it speaks to, where
    that is not who reads it.

    Signals: ``tried()`` to try that moment again; ``went()`` to its line in the transcript.
    """

    tried = Signal()
    went = Signal()

    def __init__(
        self, thing: OneThing, can_retry: bool, own: OwnLine | None = None, compare: Compare | None = None, model: str = "",
        told: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("accent_soft", 14, 0, None, pad=16, parent=parent)
        self.thing, self._own, self._compare, self._model = thing, own, compare, model
        self._asked = ""
        self.compared: Beside | None = None
        self.setAccessibleName("One thing for next time")
        head = f"ONE THING FOR NEXT TIME, SAID TO {visible(told).upper()}" if told else "ONE THING FOR NEXT TIME"
        self.box.add(Text(head, "overline", "accent_text"), Text(visible(thing.words), "h2"))
        if thing.why:
            self.box.add(Text(visible(thing.why), "body", "muted"))
        self.go = Button("Show that moment", "link", tip="Goes to its line in the transcript")
        self.go.clicked.connect(self.went)
        self.box.add(hbox(self.go, None))
        self.field = TextBox("How would you say it now?", "In one or two sentences", least=2, most=8, sends=True)
        self.field.swap = True  # Enter makes a line, Ctrl+Enter asks
        self.frame = Card("surface", 8, 0, "control", pad=8)
        self.frame.box.add(self.field)
        self.frame.show_focus_of(self.field)
        self.label = Text("How would you say it now?", "bodyb")
        self.show_line = Button("Hear it beside another line", "link", tip=_WAITS)
        self.waiting = Text("", "caption", "subtle")
        self.waiting.hide()
        self.again = Button("Try that moment again", "primary", "again", tip=_ANEW)
        self._pair: Box = hbox(spacing=16)
        self.pair = wrap(self._pair)
        self.pair.hide()
        if own is not None and compare is not None:
            self.box.add(self.label, self.frame, hbox(self.show_line, None), self.waiting, self.pair)
            own.read.connect(self._fill)
            self.field.textChanged.connect(self._typed)
            self.field.sent.connect(self._show)
            self.show_line.clicked.connect(self._show)
            self._fill()
        else:
            for part in (self.label, self.frame, self.show_line, self.waiting, self.pair):
                part.setParent(self)
                part.hide()
        if can_retry:
            self.again.clicked.connect(self.tried)
            self.box.add(2, hbox(self.again, None))
        else:
            self.again.setParent(self)
            self.again.hide()

    # ---- one's own line

    def _fill(self) -> None:
        if self._own is not None and self.field.text() != self._own.text:
            self.field.set_text(self._own.text)
        self._weigh()

    def _typed(self) -> None:
        if self._own is not None:
            self._own.type(self.field.text())
        self._weigh()

    def _weigh(self) -> None:
        ready = bool(self.field.text().strip())
        self.show_line.setEnabled(ready)
        self.show_line.set_tip("What the rules hear in yours, and another line for this moment" if ready else _WAITS)
        self.again.set_tip(f"{_ANEW}. Your line goes with you" if ready else _ANEW)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._own is not None and isValid(self._own):
            self._own.keep()
        super().hideEvent(event)

    # ---- the two lines

    def _show(self) -> None:
        text = self.field.text()
        if self._compare is None or self._own is None or not text.strip():
            return
        self._own.keep()
        self._asked = text
        self.waiting.setText(f"{visible(one_line(self._model, 60))} is wording a line …" if self._model else "Listening …")
        self.waiting.show()
        self.show_line.setEnabled(False)
        self._compare(text, self._shown, self._not_shown)

    def _shown(self, found: Beside) -> None:
        from ui.review.heard_line import HeardLine, spoken  # late, as what it shows

        if not isValid(self):
            return
        self.compared = found
        self._clear()
        mine = HeardLine("YOURS", self._asked, found.yours)
        self._pair.add((mine, 1))
        said = f"Yours: {spoken(found.yours)}"
        if found.line and found.heard is not None:
            other = HeardLine(self._title(found), found.line, found.heard, found.note)
            self._pair.add((other, 1))
            said += f" Another line: {found.line}"
        self.waiting.hide()
        self.pair.show()
        self.show_line.set_text("Hear it again")
        self._weigh()
        self._fold()
        announce(self, said)

    @staticmethod
    def _title(found: Beside) -> str:
        if found.by:
            return f"WORDED BY {visible(one_line(found.by, 40)).upper()}"
        return "ANOTHER WAY TO SAY IT" if found.here else "AN EXAMPLE OF ANOTHER SITUATION"

    def _not_shown(self, problem: Problem) -> None:
        if isValid(self):
            self.waiting.setText(f"{problem.sentence} {problem.hint}".strip())
            self._weigh()

    def _clear(self) -> None:
        while self._pair.count():
            part = self._pair.takeAt(0).widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        beside = theme_of(self).em(self.width()) >= _BESIDE
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
