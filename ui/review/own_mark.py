"""One's own mark on a check, beside the judge's: one quiet line until it is wanted."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rehearse.exchange.words import said_beside
from rehearse.review.mentor import LONGEST_NAME, LONGEST_WHY, OwnMark
from rehearse.review.types import Mark, Said
from ui.review.marking import Marking
from ui.review.pressable import Pressable
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import one_line, visible
from ui.widgets.select import Select
from ui.widgets.text import Text

_NONE: Final = ""
_SAID: Final[dict[Said, str]] = {"yes": "Yes", "no": "No", "na": "Does not apply"}


class MarkBox(QWidget):
    """A line that opens yes and no, a line for why, and the name to sign with. Every change is kept at once; "No mark" takes it
    back. Marks of other people stand above, as they wrote them.

    Signals: ``resized()`` after it opened or folded.
    """

    resized = Signal()

    def __init__(self, mark: Mark, marking: Marking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self._marking = mark, marking
        self._question = visible(one_line(mark.asked, 200))
        self.others = Text("", "caption", "violet_text")
        self.words = Text("Your mark", "caption", "muted")
        self._arrow = Picture("right", "subtle", 12)
        self.line = Pressable(
            hbox((self.words, 1), wrap(vbox(self._arrow, None, margins=(0, 2, 0, 0))), margins=(0, 3, 0, 3), spacing=4),
            "Your mark",
        )
        self.line.clicked.connect(lambda: self.open(not self.is_open))
        self._box = vbox(self.others, self.line, spacing=1)
        self.setLayout(self._box)
        self._editor: QWidget | None = None
        self.verdict: Select | None = None
        self.why: QLineEdit | None = None
        self.name: QLineEdit | None = None
        marking.marked.connect(self._changed)
        marking.signed.connect(self._tell)
        self.others.hide()
        self._tell()

    # ---- what is told

    def _changed(self, criterion: str, check: str) -> None:
        if (criterion, check) == (self.mark.criterion, self.mark.check):
            self._tell()

    def _tell(self) -> None:
        own = self._own
        others = self._marking.others(self.mark.criterion, self.mark.check)
        self.others.setText("\n".join(f"{visible(m.by)}: {_told(m, self.mark)}" for m in others))
        if others or not self.others.isHidden():
            self.others.setHidden(not others)
        self.words.setText(f"Your mark: {_told(own, self.mark)}" if own else "Your mark")
        self.words.set_color("text" if own else "muted")
        self._name_line()
        verdict = own.verdict if own else _NONE
        if self.verdict is not None and self.verdict.value != verdict:
            self.verdict.set_value(verdict)
        if self.why is not None and own is not None and not self.why.hasFocus():
            self.why.setText(own.why)
        if self.name is not None and not self.name.hasFocus():
            self.name.setText(self._marking.name)

    def _name_line(self) -> None:
        self.line.setAccessibleName(f"{self.words.text()}{'' if self._own else ':'} {self._question}")
        self.line.setAccessibleDescription("Folds it" if self.is_open else "Say yourself whether this was shown")
        self._arrow.set("down" if self.is_open else "right")

    @property
    def _own(self) -> OwnMark | None:
        return self._marking.own(self.mark.criterion, self.mark.check)

    # ---- changing it

    @property
    def is_open(self) -> bool:
        return self._editor is not None and not self._editor.isHidden()

    def open(self, wanted: bool = True) -> None:
        """Show what a mark is made with, or fold it."""
        if wanted and self._editor is None:
            self._build()
        if self._editor is None:
            return
        self._editor.setVisible(wanted)
        self._name_line()
        self.resized.emit()
        part = self.verdict if wanted else self.line
        if part is not None:
            part.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        own = self._own
        self.verdict = Select(f"Your mark, {self._question}", [(_NONE, "No mark"), *_SAID.items()], own.verdict if own else _NONE)
        self.why = _line("Why, in one line", f"Why: {self._question}", own.why if own else "", LONGEST_WHY)
        self.name = _line(
            "Your name, for others", f"Your name beside your mark: {self._question}", self._marking.name, LONGEST_NAME
        )
        self.name.setToolTip("Stands beside your marks, also in what you export")
        self._editor = wrap(vbox(self.verdict, self.why, self.name, margins=(0, 2, 0, 6), spacing=6))
        self._box.addWidget(self._editor)
        self.verdict.changed.connect(lambda _key: self._keep())
        self.why.editingFinished.connect(self._keep)
        self.name.editingFinished.connect(lambda: self._marking.sign(self.name.text()) if self.name is not None else None)
        before: QWidget = self.line
        for part in (self.verdict, self.why, self.name):
            QWidget.setTabOrder(before, part)
            before = part

    def _keep(self) -> None:
        """Keep the mark as it stands here. A reason without a yes or no waits for one."""
        if self.verdict is None or self.why is None:
            return
        about = self.mark.criterion, self.mark.check
        if self.verdict.value == _NONE:
            self._marking.take_back(*about)
        else:
            self._marking.put(*about, cast(Said, self.verdict.value), self.why.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open and event.key() == Qt.Key.Key_Escape:
            self._keep()
            self.open(False)
        else:
            super().keyPressEvent(event)


def _told(mark: OwnMark, beside: Mark) -> str:
    """``no, not as the judge. She named no date.``"""
    why = visible(one_line(mark.why, LONGEST_WHY)).rstrip()
    return f"{said_beside(mark.verdict, beside.verdict)}.{' ' + why if why else ''}"


def _line(hint: str, name: str, text: str, most: int) -> QLineEdit:
    made = QLineEdit(text)
    made.setProperty("kind", "field")
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setMaxLength(most)
    return made
