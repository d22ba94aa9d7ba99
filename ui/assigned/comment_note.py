"""A mentor's comment in the margin: redo the moment, answer, say that it is dealt with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.assigned.answering import Answering
from ui.assigned.back import Back
from ui.assigned.reply_line import ReplyLine
from ui.review.note import Note
from ui.review.notes import Remark
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.text import Text


class CommentNote(Note):
    """Always with all that it says: somebody wrote it. Signals: ``grew()`` it is of another height now, beside those of Note."""

    grew = Signal()

    def __init__(
        self, remark: Remark, number: int, answering: Answering, back: Back, comment: str, parent: QWidget | None = None
    ) -> None:
        self._answering, self._back, self._comment = answering, back, comment
        self.reply: ReplyLine | None = None
        self.done: Button | None = None
        super().__init__(remark, number, False, parent)
        answering.changed.connect(self._changed)

    def shape(self, short: bool, width: int, flat: bool = False) -> None:
        super().shape(False, width)

    def _build(self) -> QWidget:
        remark = self.remark
        self._lines = [Text(line, "body", self._ink) for line in remark.lines]
        about = f"comment {self._number}: {remark.short}"
        self.reply = ReplyLine(self._answering, self._back, self._comment, about)
        self.reply.resized.connect(self.grew)
        self.done = Button("Done", "link", tip="You have dealt with it; it steps back")
        self.done.clicked.connect(lambda: self._answering.set_done(self._back, self._comment, self.useful))
        actions: list[QWidget] = [self.reply.button, self.done]
        if remark.retry:
            again = Button("Redo this moment", "link", tip="Say it in another way. Both takes are kept")
            again.setAccessibleName(f"Redo this moment, {about}")
            again.clicked.connect(lambda: self.tried.emit(remark.retry))
            actions.insert(0, again)
        self._dealt()
        return wrap(vbox(*self._lines, self.reply, hbox(*actions, None, spacing=14), spacing=5))

    def _dealt(self) -> None:
        """One that is dealt with steps back."""
        done = self._answering.is_done(self._back, self._comment)
        if done == self.useful:
            self.useful = not done
            remark = self.remark
            self.chip.set(
                f"{remark.chip}, dealt with" if done else remark.chip,
                "line" if done else remark.hue,
                "check" if done else remark.icon,
            )
            for text in self._lines:
                text.set_color(self._ink)
            self.set_active(self.active)
        if self.done is not None:
            self.done.set_text("Not done" if done else "Done")
            self.done.setAccessibleName(f"{self.done.text().strip()}, comment {self._number}: {self.remark.short}")

    def _changed(self) -> None:
        self._dealt()
        self.grew.emit()

    def open(self) -> None:
        """To what one does with it."""
        if self.reply is not None:
            self.reply.button.setFocus()
