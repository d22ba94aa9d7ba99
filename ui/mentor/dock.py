"""What a mentor writes with, below the review: a comment on words, and at the end what comes next and a word on the whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rehearse.bundles.records import NEXT, Answer, Comment, Next
from ui.making.asked import AskedLine, AskedText
from ui.mentor import words
from ui.mentor.draft import Draft
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.widgets.text_box import TextBox

_MOST_NAME = 80


class CommentBox(Card):
    """A comment while it is written; every letter goes into the draft. Signals: ``closed()``."""

    closed = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__("raised", 14, 2, "control", pad=12, parent=parent)
        self.setAccessibleName("Your comment")
        self._draft = draft
        self.comment: Comment | None = None
        self.quote = Text("", "quote", "muted", wrap=False, italic=True)
        self.text = TextBox("Your comment on these words", "What you would tell them about these words", 2, 5)
        self.done = Button("Done", "primary", "check", tip="It is kept already. Esc or Ctrl+Enter do the same")
        self.delete = Button("Delete comment", "ghost", "trash")
        self.done.clicked.connect(self.closed)
        self.delete.clicked.connect(self._delete)
        self.text.textChanged.connect(self._typed)
        self.text.escaped.connect(self.closed)
        self.box.add(self.quote, self.text, hbox(self.delete, None, self.done))
        self.show_focus_of(self.text)

    def show_comment(self, comment: Comment) -> None:
        """Write on, or begin one."""
        self.comment = None  # what is filled in now is not typed
        self.quote.setText(f"“{visible(one_line(comment.quote, 300))}”")
        self.text.set_text(comment.text)
        self.comment = comment
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        was = self.comment
        if was is not None:
            text = self.text.text()
            self.comment = Comment(was.id, was.rehearsal, was.turn, was.start, was.end, was.quote, text, was.extra)
            self._draft.comment(self.comment)

    def _delete(self) -> None:
        if self.comment is not None:
            self._draft.drop(self.comment.id)
        self.comment = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_done(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class GivenBox(Card):
    """A comment of yours that went out, with what they answered. Signals: ``closed()``; ``dealt(bool)`` with it, or not yet."""

    closed = Signal()
    dealt = Signal(bool)

    def __init__(self, comment: Comment, answer: Answer | None, who: str, done: bool, parent: QWidget | None = None) -> None:
        super().__init__("raised", 14, 2, "control", pad=12, parent=parent)
        self.setAccessibleName("What you wrote")
        self.box.add(
            Text(f"“{visible(one_line(comment.quote, 300))}”", "quote", "muted", wrap=False, italic=True),
            Text(f"You: {visible(comment.text.strip())}", "body"),
        )
        if answer is not None:
            lead = f"{who} contests it" if answer.contests else who
            self.box.add(Text(f"{lead}: {visible(answer.text.strip())}", "body", "violet_text"))
        else:
            self.box.add(Text(f"{who} has not answered it.", "caption", "subtle"))
        self.done = Button(
            "Not done" if done else "Done",
            "" if done else "primary",
            "" if done else "check",
            tip="It steps back" if not done else "It stands as before",
        )
        self.done.clicked.connect(lambda: self.dealt.emit(not done))
        close = Button("Go on reading", "ghost", tip="Esc does the same")
        close.clicked.connect(self.closed)
        self.box.add(hbox(close, None, self.done, spacing=10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or _is_done(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Finish(Card):
    """What comes next, a word on the whole, your name. Signals: ``closed()``; ``send()`` as a file; ``put()`` into the team folder;
    ``signed(str)`` your name."""

    closed = Signal()
    send = Signal()
    put = Signal()
    signed = Signal(str)

    def __init__(self, draft: Draft, name: str, who: str, sealed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("raised", 14, 2, "control", pad=14, parent=parent)
        self.setAccessibleName("Finish the feedback")
        self._draft, self._moment = draft, ("", "")
        self.next = Segmented("What comes next", words.NEXT, draft.next or "")
        self.moment = Text("", "caption", "muted")
        self.note = AskedText(f"A word to {who} on the whole, if you like", draft.note, least=2, most=4)
        self.name = AskedLine("Your name", name, "It stands beside what you send.")
        self.name.line.setMaxLength(_MOST_NAME)
        self.write = Button("Save as a file", "primary", "send", tip="All of it as one file, to send back")
        self.share = Button("Put it into the team folder", "primary", "folder")
        self.share.hide()
        self.later = Button("Go on reading", "ghost", tip="Everything is kept. Esc does the same")
        self.box.set_space(spacing=10)
        next_ = vbox(Text("What comes next", "captionb", "muted"), self.next, self.moment, spacing=4)
        both = hbox((self.note, 3), (self.name, 2), spacing=14)
        both.setAlignment(self.name, Qt.AlignmentFlag.AlignTop)
        self.box.add(next_, both)
        if sealed:
            open_ = (
                f"{who} sealed what you read. Feedback is not sealed: whoever has it reads your words, and those that you quote."
            )
            self.box.add(Text(open_, "caption", "amber_text"))
        self.box.add(hbox(wrap(hbox(self.later)), None, self.write, self.share, spacing=10))
        self.next.changed.connect(lambda _key: self._say())
        self.note.edited.connect(lambda _text: self._say())
        self.name.line.editingFinished.connect(lambda: self.signed.emit(self.name.line.text()))
        self.write.clicked.connect(lambda: self._send(self.send))
        self.share.clicked.connect(lambda: self._send(self.put))
        self.later.clicked.connect(self.closed)
        self._tell()

    def choose_moment(self, turn: str, quote: str) -> None:
        """The line that is chosen in the transcript: it is the one to redo. Nothing where it is none of theirs."""
        self._moment = (turn, quote)
        if self.next.value == "redo" and turn and turn != self._draft.next_turn:
            self._say()
        self._tell()

    def _say(self) -> None:
        next_: Next | None = next((n for n in NEXT if n == self.next.value), None)
        turn = (self._moment[0] or self._draft.next_turn) if next_ == "redo" else ""
        self._draft.say(next=next_, next_turn=turn, note=self.note.box.text())
        self._tell()

    def _tell(self) -> None:
        redo = self.next.value == "redo"
        turn, quote = self._moment
        if turn and redo:
            said = f"This moment: “{visible(one_line(quote, 160))}”"
        else:
            said = "The moment that was chosen before." if self._draft.next_turn else "Choose a line of theirs in the transcript."
        self.moment.setText(said if redo else "")
        self.moment.setVisible(redo)

    def _send(self, way: SignalInstance) -> None:
        self.signed.emit(self.name.line.text())
        if not self.name.line.text().strip():
            self.name.set_note("Give your name: they should know who it is from.", True)
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.next.value == "redo" and not self._draft.next_turn:
            self.moment.setText("Choose a line of theirs in the transcript first: that is the moment to redo.")
            self.moment.set_color("amber_text")
        else:
            self.name.set_note("")
            way.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif _is_done(event):
            self._send(self.send if self.share.isHidden() else self.put)
        else:
            super().keyPressEvent(event)


def _is_done(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
