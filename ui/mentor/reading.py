"""A submission that is read: the review screen with what a mentor says on it. All of it goes back as one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from rehearse.bundles.records import SUFFIX, Comment
from rehearse.errors import Problem
from rehearse.pitches import plain_form
from ui.assigned import words as names
from ui.desk import Desk
from ui.engine import Engine
from ui.library.jobs import Jobs
from ui.mentor import words
from ui.mentor.dock import CommentBox, Finish
from ui.mentor.draft import Draft, DraftMarking
from ui.mentor.office import Office, Paper, Written
from ui.review.judged import Judged
from ui.review.notes import Remark
from ui.review.reading_head import ReadingHead, Sender
from ui.review.seen import UNKEPT, Seen
from ui.review.sheet import Sheet
from ui.review.waiting import Waiting
from ui.review.words import quoted
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.layouts import Box, clear, hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text

_KEYS = "Select words, or choose a line, and press C"


class ReadingPage(QWidget):
    """Signals: ``closed()`` back to the desk; ``told(str)`` what needs no answer."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self.office = Office(desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.paper: Paper | None = None
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self.judged: Judged | None = None
        self.writing: CommentBox | None = None
        self.finish: Finish | None = None
        self.dialog: QFileDialog | None = None
        self._digest = ""
        self._take = 0
        self.banner = Banner()
        self.waiting = Waiting()
        self.waiting.again.connect(lambda: self.read(self._digest))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waiting)
        self._dock = vbox(spacing=0, margins=(24, 8, 24, 12))
        self.summed = Text("", "caption", "muted", wrap=False)
        self.comment = Button("Comment", "", "quote", tip=f"{_KEYS}: your words beside theirs")
        self.comment.clicked.connect(self.begin_comment)
        self.ready = Button("Finish", "primary", "send", tip="What comes next, and all of it as one file")
        self.ready.clicked.connect(self.show_finish)
        self.bar = wrap(hbox((self.summed, 1), self.comment, self.ready, margins=(24, 8, 24, 8), spacing=10), "bar")
        self.dock = wrap(self._dock)
        self.dock.hide()
        self.bar.hide()
        layout = vbox(self.banner, (self.stack, 1), self.dock, self.bar, spacing=0)
        layout.setSizeConstraint(Box.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)

    # ---- what is read

    def read(self, digest: str) -> None:
        """Show a submission of the library."""
        self.leave()
        self._digest = digest
        self.waiting.show_reading("Reading what was sent …")
        self.stack.setCurrentWidget(self.waiting)
        self._jobs.ask("paper", lambda: self.office.paper(digest), self.show_paper, self._not_read)

    def _not_read(self, problem: Problem) -> None:
        self.waiting.show_problem(problem)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong; what was written stays."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), kind="amber")

    def show_paper(self, paper: Paper) -> None:
        """Show what was sent, with the feedback that was begun."""
        self.paper = paper
        self.paper = paper
        self.draft = Draft(self._engine, self.office, paper.sent, paper.draft, self)
        self.draft.changed.connect(self._changed)
        self.draft.failed.connect(self.show_problem)
        self.show_take(0)
        self.bar.show()
        self._changed()
        announce(self, f"From {names.name(paper.sent.author.name)}. {names.counted(len(paper.takes), 'take')}.")

    def show_take(self, number: int) -> None:
        """One of the takes that were sent."""
        paper, draft = self.paper, self.draft
        if paper is None or draft is None:
            return
        self.close_dock()
        self._drop_judged()
        self._take = number
        seen = paper.takes[number]
        head = ReadingHead(seen, _sender(paper, number))
        head.back.connect(self.closed)
        head.take.connect(self.show_take)
        marking = None
        if seen.review.id != UNKEPT:  # a review that they do not have is nothing to mark
            marking = DraftMarking(self._engine, self._desk, seen.review, draft, self)
            marking.failed.connect(self.show_problem)
        old, self.sheet = self.sheet, Sheet(seen, "", marking, top=head)
        self.sheet.how.connect(self._show_how)
        self.stack.addWidget(self.sheet)
        self.stack.setCurrentWidget(self.sheet)
        if old is not None:
            self._remove(old)
        said = self.sheet.said
        said.wanted.connect(self._open_comment)
        said.script.lined.connect(self._lined)
        self._show_comments()
        self.take_focus()

    def take_focus(self) -> None:
        """The focus to what is read."""
        if self.sheet is not None and self.stack.currentWidget() is self.sheet:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def seen(self) -> Seen | None:
        """The take that is shown."""
        return self.sheet.seen if self.sheet is not None else None

    def leave(self) -> None:
        """Let go of what was read; what was written is kept."""
        self.stop()
        self.close_dock()
        self._drop_judged()
        self.banner.hide()
        self.bar.hide()
        if self.sheet is not None:
            self._remove(self.sheet)
        if self.draft is not None:
            self.draft.deleteLater()
        self.sheet = self.paper = self.draft = None

    def stop(self) -> None:
        """Drop what was asked and is not here yet; what was typed is kept."""
        self._jobs.stop()
        if self.draft is not None:
            self.draft.finish()

    def _remove(self, part: QWidget) -> None:
        self.stack.removeWidget(part)
        part.hide()
        part.deleteLater()

    # ---- how it is judged

    def _show_how(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            self._drop_judged()
            self.judged = Judged(sheet.seen, sheet.seen.review.rubric, sheet.marking)
            self.judged.back.connect(self._back)
            self.stack.addWidget(self.judged)
            self.stack.setCurrentWidget(self.judged)
            self.judged.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _back(self) -> None:
        if self.sheet is not None:
            self.stack.setCurrentWidget(self.sheet)
            self.take_focus()
        self._drop_judged()

    def _drop_judged(self) -> None:
        if self.judged is not None:
            judged, self.judged = self.judged, None
            self._remove(judged)

    # ---- comments

    def begin_comment(self) -> None:
        """Comment on the words that are selected, else on the chosen line; a comment that stands on just these is opened."""
        sheet, draft = self.sheet, self.draft
        if sheet is None or draft is None or self.stack.currentWidget() is not sheet:
            return
        place = sheet.said.script.chosen_words
        if place is None:
            self.told.emit(f"{_KEYS}.")
            return
        there = (sheet.seen.id, place.turn, place.start, place.end)
        found = next((c for c in draft.ordered if (c.rehearsal, c.turn, c.start, c.end) == there), None)
        self._write(found or Comment(draft.new_id(), *there, place.quote, ""))

    def _open_comment(self, kind: str, id: str) -> None:
        if kind == "comment" and self.draft is not None and id in self.draft.comments:
            self._write(self.draft.comments[id])

    def _write(self, comment: Comment) -> None:
        assert self.draft is not None
        self.close_dock(False)
        self.writing = CommentBox(self.draft)
        self.writing.closed.connect(self.close_dock)
        self._open_dock(self.writing)
        self.writing.show_comment(comment)

    def _changed(self) -> None:
        draft = self.draft
        if draft is None:
            return
        parts = [names.counted(len(draft.comments), "comment")] if draft.comments else []
        parts += [names.counted(len(draft.marks), "mark")] if draft.marks else []
        self.summed.setText(f"{', '.join(parts)}. Kept as you write, sent by you." if parts else f"{_KEYS} to comment.")
        if self.writing is None:  # while one is written its note stands still
            self._show_comments()

    def _show_comments(self) -> None:
        sheet, draft = self.sheet, self.draft
        if sheet is None or draft is None:
            return
        here = [c for c in draft.ordered if c.rehearsal == sheet.seen.id and sheet.seen.line(c.turn) is not None]
        sheet.said.show_comments([_remark(c) for c in here])

    # ---- sending

    def show_finish(self) -> None:
        """What is left to say before it goes."""
        draft, paper = self.draft, self.paper
        if draft is None or paper is None:
            return
        self.close_dock(False)
        made = self.finish = Finish(draft, self._desk.settings.signs_as, names.first_name(paper.sent.author.name))
        made.closed.connect(self.close_dock)
        made.signed.connect(self._sign)
        made.send.connect(self._ask_where)
        self._open_dock(made)
        self._lined()
        made.next.choices()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _lined(self) -> None:
        """The line that is chosen: the one to redo, where it is theirs."""
        sheet, finish = self.sheet, self.finish
        if sheet is None or finish is None:
            return
        at = sheet.said.script.chosen
        line = sheet.seen.take[at] if at is not None else None
        theirs = line is not None and line.speaker == "you"
        finish.choose_moment(*((str(line.id), line.text) if line is not None and theirs else ("", "")))

    def _sign(self, name: str) -> None:
        name = one_line(" ".join(name.split()), 80)
        if name and name != self._desk.settings.signs_as:

            async def keep() -> None:
                self._desk.change(signs_as=name)

            self._jobs.send(keep)

    def _ask_where(self) -> None:
        paper = self.paper
        if paper is None:
            return
        stem = f"feedback-{names.first_name(paper.sent.author.name)}".casefold()
        dialog = QFileDialog(self.window(), "Save the feedback", file_name(stem), f"Feedback (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.send_to(Path(path)))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def send_to(self, path: Path) -> None:
        """Write all of it to a file: it counts as answered then."""
        draft = self.draft
        if draft is None:
            return
        draft.finish()

        def written(made: Written) -> None:
            draft.sent = True
            note = "" if made.signed else " There is no keyring here, so it is not signed."
            self.told.emit(f"Saved “{made.name}”. Send it back to {names.first_name(draft.on.author.name)}.{note}")
            self.closed.emit()

        self._jobs.ask(
            "send",
            lambda: self.office.answer(
                draft.on, path, marks=tuple(draft.marks.values()), comments=draft.ordered, next=draft.next,
                next_turn=draft.next_turn, note=draft.note,
            ),
            written,
        )  # fmt: skip

    def _open_dock(self, part: QWidget) -> None:
        """Write in the place of the bar, with the chosen line still in sight above."""
        self._dock.addWidget(part)
        self.dock.show()
        self.bar.hide()
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        sheet = self.sheet
        if sheet is not None and sheet.said.script.chosen is not None:
            top, bottom = sheet.said.script.extent(sheet.said.script.chosen)
            sheet.reveal(sheet.said.margin, QRect(0, round(top), 1, round(bottom - top)))

    def close_dock(self, focus: bool = True) -> None:
        """Put away what is written with; it is kept."""
        was = self.writing is not None or self.finish is not None
        self.writing = self.finish = None
        clear(self._dock)
        self.dock.hide()
        self.bar.setVisible(self.paper is not None)
        self._show_comments()
        if was and focus and self.sheet is not None:
            self.sheet.said.script.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters reach here only from what is not a text field."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        shown = self.stack.currentWidget()
        if plain and shown is self.sheet and self.sheet is not None:
            if event.key() == Qt.Key.Key_C:
                self.begin_comment()
                return
            if self.sheet.said.press(event.key()):
                return
        if event.key() == Qt.Key.Key_Escape and shown is self.judged and self.judged is not None:
            self._back()
            return
        super().keyPressEvent(event)


def file_name(title: str) -> str:
    """A title as a name that every file system takes, with the suffix of bundles."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else " " for c in title)
    return ("-".join(kept.split())[:60].strip("-") or "rehearse") + SUFFIX


def _remark(comment: Comment) -> Remark:
    text = visible(comment.text.strip())
    return Remark(
        "comment", comment.turn, comment.start, comment.end, "Your comment", "violet", "quote", (text,), one_line(text, 200),
        (("comment", comment.id),), name=f"comment:{comment.id}",
    )  # fmt: skip


def _sender(paper: Paper, take: int) -> Sender:
    sent = paper.sent
    who = names.name(sent.author.name)
    told = [("In their words", sent.reflection.strip())] if sent.reflection.strip() else []
    if sent.brief is not None and not sent.brief.empty:
        told.append(("Their brief", plain_form(sent.brief).strip()))
    told += [("Contested" if a.contests else "Answered", a.text.strip()) for a in sent.answers if a.text.strip()]
    takes = tuple(quoted(t.take[-1].text, 44) for t in paper.takes)
    chip = words.signed(paper.row.standing)
    limits = names.LIMITS if paper.row.standing in ("known", "changed") else ""
    return Sender(
        who, names.initials(who), words.day(paper.row.made), chip, words.signed_sentence(paper.row), limits, tuple(told), takes, take
    )  # fmt: skip
