"""One line to answer with, folded until it is wanted: to a comment, or against a mark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.assigned.answering import Answering
from ui.assigned.back import Back
from ui.assigned.outgoing import MOST_ANSWER
from ui.widgets.button import Button
from ui.widgets.layouts import vbox
from ui.widgets.plain import visible
from ui.widgets.text import Text


class ReplyLine(QWidget):
    """What you said, and a line to say it in. ``verb`` opens it. Signals: ``resized()`` after it opened, folded or grew."""

    resized = Signal()

    def __init__(
        self, answering: Answering, back: Back, to: str, about: str, verb: str = "Answer", contests: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._answering, self._back, self._to, self._contests = answering, back, to, contests
        self._verb, self._about = verb, about
        self.said = Text("", "caption", "muted")
        self.line = QLineEdit()
        self.line.setProperty("kind", "field")
        self.line.setMaxLength(MOST_ANSWER)
        self.line.setPlaceholderText("Why, in one line" if contests else "Your answer")
        self.line.setAccessibleName(f"{'Why you contest it' if contests else 'Your answer'}: {about}")
        self.line.editingFinished.connect(self._keep)
        self.line.hide()
        self.button = Button(verb, "link")
        self.button.clicked.connect(self.open)
        self.setLayout(vbox(self.said, self.line, spacing=4))
        answering.changed.connect(self._tell)
        self._tell()

    def open(self) -> None:
        """Show the line, with what was said in it."""
        text, sent = self._answering.answer(self._back, self._to)
        self.line.setText("" if sent else text)
        self.line.show()
        self.show()
        self.resized.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self.line.isHidden():
            return
        _text, sent = self._answering.answer(self._back, self._to)
        if not (sent and not self.line.text().strip()):
            self._answering.say(self._back, self._to, self.line.text(), self._contests)
        self.line.hide()
        self._tell()
        self.resized.emit()

    def _tell(self) -> None:
        text, sent = self._answering.answer(self._back, self._to)
        lead = "You contest it" if self._contests else "You"
        self.said.setText(f"{lead}: {visible(text)}{'' if sent else ' (Goes with what you send next.)'}" if text else "")
        self.said.setHidden(not text)
        self.button.set_text("Change" if text and not sent else f"{self._verb} again" if text else self._verb)
        self.button.setAccessibleName(f"{self.button.text().strip()}: {self._about}")
        wanted = bool(text) or not self.line.isHidden()
        if not wanted or self.parentWidget() is not None:  # shown alone, it would be a window of its own
            self.setHidden(not wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.line.isHidden():
            self._keep()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the line has kept it; a note around it would take the key for its own
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
