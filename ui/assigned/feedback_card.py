"""What a mentor wrote back, at the head of the review: a word on the whole, the next step, marks beside the judge's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.exchange.words import said_beside
from rehearse.review.types import Mark
from ui.assigned import words
from ui.assigned.answering import Answering
from ui.assigned.back import Back
from ui.assigned.reply_line import ReplyLine
from ui.review.seen import Seen
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_MOST = 4_000  # characters of a note that are shown
_WARNS = {
    "changed": "Signed with another key than before under this name. Ask them before you trust it.",
    "stripped": "Not signed, though other things from them are. Ask them before you trust it.",
    "unsigned": "Not signed: nothing shows who it is from.",
}


class FeedbackCard(Card):
    """Signals: ``redone(str)`` a line of yours; ``went(str)`` to a line; ``asked(str, str)`` about a check; ``answered()``."""

    redone = Signal(str)
    went = Signal(str)
    asked = Signal(str, str)
    answered = Signal()

    def __init__(self, seen: Seen, back: Back, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 1, "line", "violet_text", pad=14, parent=parent)
        self.seen, self.back, self._answering = seen, back, answering
        self.replies: list[ReplyLine] = []
        self.redo: Button | None = None
        self.answer: Button | None = None
        feedback, who = back.received.feedback, words.first_name(back.who)
        head = vbox(Text(f"{back.who} wrote back", "title"), spacing=3)
        self.box.set_space(spacing=8)
        self.box.add(hbox(wrap(vbox(Avatar("mentor", 30, words.initials(back.who)), None)), (wrap(head), 1), spacing=10))
        if back.row.standing in _WARNS:
            hue = "stone" if back.row.standing == "unsigned" else "amber"
            head.add(Text(_WARNS[back.row.standing], "caption", "muted" if hue == "stone" else "amber_text"))
        if feedback.note.strip():
            self.box.add(Text(visible(feedback.note.strip())[:_MOST], "body"))
        self._next(who)
        self._comments()
        self._marks()
        self._foot(who)
        answering.changed.connect(self._tell)

    # ---- the parts

    def _next(self, who: str) -> None:
        feedback = self.back.received.feedback
        if feedback.next is None:
            return
        self.box.add(hbox(Chip({"done": "Done", "redo": "Redo", "talk": f"Talk to {who}"}[feedback.next], "violet"), None))
        if feedback.next == "redo":
            turn = feedback.next_turn if self.seen.can_retry(feedback.next_turn) else self.seen.reply_to(feedback.next_turn)
            if turn is not None:
                line = self.seen.line(turn)
                said = visible(one_line(line.text, 90)) if line is not None else ""
                self.box.add(Text(f"“{said}”", "caption", "muted"))
                self.redo = Button("Redo this moment", "", "again", tip="Say this line in another way. Both takes are kept")
                self.redo.setAccessibleName(f"Redo this moment, as {who} asks")
                self.redo.clicked.connect(lambda: self.redone.emit(turn))
                self.box.add(hbox(self.redo, None))

    def _comments(self) -> None:
        comments = self.back.comments(self.seen.id)
        if not comments:
            return
        here = [c for c in comments if self.seen.line(c.turn) is not None]
        told = words.counted(len(comments), "comment on your words", "comments on your words")
        elsewhere = len(comments) - len(here)
        if elsewhere:
            told += f", {elsewhere} of them on another take" if here else ", on another take of this meeting"
        self.box.add(Text(f"{told}.", "body", "muted"))
        if here:
            first = Button("Go to the first", "link", tip="In the transcript, beside the words")
            first.setAccessibleName(f"Go to the first comment of {self.back.who}")
            first.clicked.connect(lambda: self.went.emit(here[0].turn))
            self.box.add(hbox(first, None))

    def _marks(self) -> None:
        checks = {(m.criterion, m.check): m for m in self.seen.review.checks}
        for given in self.back.marks(self.seen.review.id, str(self.seen.take[-1].id)):
            beside = checks.get((given.criterion, given.check))
            if beside is None:
                continue
            self.box.add(Rule(), self._mark(beside, given.verdict, given.why))

    def _mark(self, beside: Mark, verdict: str, why: str) -> QWidget:
        question = visible(one_line(beside.question, 200))
        who = words.first_name(self.back.who)
        said = f"{who}: {said_beside(verdict, beside.verdict)}." + (f" {visible(one_line(why, 300))}" if why.strip() else "")  # type: ignore[arg-type]
        reply = ReplyLine(self._answering, self.back, f"{beside.criterion}/{beside.check}", question, "Contest", contests=True)
        show = Button("Show", "link", tip="The check, with the words that decided it")
        show.setAccessibleName(f"Show the check: {question}")
        show.clicked.connect(lambda: self.asked.emit(beside.criterion, beside.check))
        self.replies.append(reply)
        row = vbox(
            Text(question, "bodyb"), Text(f"The judge: {_VERDICT[beside.verdict]}.", "caption", "muted"),
            Text(said, "caption", "violet_text"), reply, hbox(show, reply.button, None, spacing=14), spacing=3,
        )  # fmt: skip
        return wrap(row)

    def _foot(self, who: str) -> None:
        self.waits = Text("", "caption", "muted")
        self.box.add(Rule(), self.waits)
        self.answer = Button(f"Send to {who}", "", "send", tip="Another take, what you take from it, and your answers")
        self.answer.clicked.connect(self.answered)
        self.box.add(hbox(self.answer, None))
        self._tell()

    def _tell(self) -> None:
        count = self._answering.waiting
        self.waits.setText(f"{words.counted(count, 'answer')} {'goes' if count == 1 else 'go'} with what you send next.")
        self.waits.setHidden(not count)


_VERDICT = {"yes": "yes", "no": "not shown", "na": "does not apply", "unsure": "not sure"}
