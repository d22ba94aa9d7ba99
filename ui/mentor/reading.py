"""A submission that is read: the review screen with what a mentor says on it. All of it goes back as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from rehearse.bundles.records import SUFFIX, Comment
from rehearse.errors import Problem
from ui.assigned import words as names
from ui.desk import Desk
from ui.engine import Engine
from ui.library.days import day_words
from ui.library.jobs import Jobs
from ui.mentor import words
from ui.mentor.dock import CommentBox, Finish, GivenBox
from ui.mentor.draft import Draft, DraftMarking
from ui.mentor.given import Given
from ui.mentor.office import Office, Paper, Written
from ui.review.judged import Judged
from ui.review.notes import Remark
from ui.review.reading_head import ReadingHead, Sender
from ui.review.seen import Seen
from ui.review.sheet import Sheet
from ui.review.waiting import Waiting
from ui.review.words import quoted
from ui.team.team import WHO_READS, Team
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.layouts import Box, clear, hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.bundles.folder import TeamFolder

_KEYS = "Select words, or choose a line, and press C"
_JUDGED_HERE = "It came without a review. These checks are judged on this computer and kept nowhere; your marks on them go back with the rest."


class ReadingPage(QWidget):
    """Signals: ``closed()`` back to the desk; ``told(str)`` what needs no answer."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._desk = engine, desk
        self.office = Office(desk)
        self.team = Team.of(engine, desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.paper: Paper | None = None
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self.judged: Judged | None = None
        self.writing: CommentBox | None = None
        self.finish: Finish | None = None
        self.before: GivenBox | None = None
        self.dialog: QFileDialog | None = None
        self._digest = ""
        self._wanted = ("", "")  # the meeting and the line to show first
        self._dealt: set[tuple[str, str]] = set()
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

    def read(self, digest: str, rehearsal: str = "", turn: str = "") -> None:
        """Show a submission of the library, with the take of a meeting and a line of it where they are named."""
        self.leave()
        self._digest, self._wanted = digest, (rehearsal, turn)
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
        self._dealt = {(g.row.digest, id) for g in paper.given for id in g.done}
        self.draft = Draft(self._engine, self.office, paper.sent, paper.draft, self)
        self.draft.changed.connect(self._changed)
        self.draft.failed.connect(self.show_problem)
        rehearsal, turn = self._wanted
        self.show_take(next((n for n, seen in enumerate(paper.takes) if seen.id == rehearsal), 0))
        if turn and self.sheet is not None:
            self.sheet.show_line(turn)
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
        elif kind == "given":
            self._show_given(id)

    def _show_given(self, key: str) -> None:
        """What you wrote before, what they answered, and whether it is dealt with."""
        paper = self.paper
        found = next(((g, c) for g in paper.given if (c := g.find(key)) is not None), None) if paper is not None else None
        if found is None or paper is None:
            return
        back, comment = found
        place = back.row.digest, comment.id
        who = names.first_name(paper.sent.author.name)
        self.close_dock(False)
        self.before = GivenBox(comment, back.answers.get(comment.id), who, place in self._dealt)
        self.before.closed.connect(self.close_dock)
        self.before.dealt.connect(lambda on: self._deal(place, on))
        self._open_dock(self.before)
        self.before.done.setFocus(Qt.FocusReason.TabFocusReason)

    def _deal(self, place: tuple[str, str], on: bool) -> None:
        (self._dealt.add if on else self._dealt.discard)(place)
        self.close_dock()
        self._jobs.send(lambda: self.office.resolve(*place, on))

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
        before = [
            _remark_given(g, c, names.first_name(self.paper.sent.author.name), (g.row.digest, c.id) in self._dealt)
            for g in (self.paper.given if self.paper is not None else ())
            for c in g.feedback.comments
            if c.rehearsal == sheet.seen.id and sheet.seen.line(c.turn) is not None
        ]
        sheet.said.show_comments([*before, *(_remark(c) for c in here)])

    # ---- sending

    def show_finish(self) -> None:
        """What is left to say before it goes."""
        draft, paper = self.draft, self.paper
        if draft is None or paper is None:
            return
        self.close_dock(False)
        who = names.first_name(paper.sent.author.name)
        made = self.finish = Finish(draft, self._desk.settings.signs_as, who, paper.row.sealed)
        made.closed.connect(self.close_dock)
        made.signed.connect(self._sign)
        made.send.connect(self._ask_where)
        made.put.connect(self._put)
        self.team.show_ways(made.share, made.write)
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

    def _put(self) -> None:
        """Into the team folder."""
        folder = self.team.folder
        if folder is not None:
            self.send_to(folder)

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

    def send_to(self, path: Path | TeamFolder) -> None:
        """Write all of it to a file, or into the team folder: it counts as answered then."""
        draft = self.draft
        if draft is None:
            return
        draft.finish()

        def written(made: Written) -> None:
            draft.sent = True
            note = "" if made.signed else " There is no keyring here, so it is not signed."
            if not isinstance(path, Path):
                self.team.sent()
                self.told.emit(f"It is in the team folder. {WHO_READS}{note}")
                self.closed.emit()
                return
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
        was = self.writing is not None or self.finish is not None or self.before is not None
        self.writing = self.finish = self.before = None
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


def _remark_given(given: Given, comment: Comment, who: str, done: bool) -> Remark:
    """A comment that went out: what was said, and what they answered."""
    text = visible(comment.text.strip())
    answer = given.answers.get(comment.id)
    lead = f"{who} contests it" if answer is not None and answer.contests else who
    lines = (text,) if answer is None else (text, f"{lead}: {visible(answer.text.strip())}")
    chip, hue, icon = ("You wrote, dealt with", "stone", "check") if done else ("You wrote", "violet", "send")
    key = given.key(comment.id)
    return Remark(
        "comment", comment.turn, comment.start, comment.end, chip, hue, icon, lines, one_line(text, 200), (("given", key),),
        name=f"given:{key}",
    )  # fmt: skip


def _sender(paper: Paper, take: int) -> Sender:
    sent = paper.sent
    who = names.name(sent.author.name)
    told = [("In their words", sent.reflection.strip())] if sent.reflection.strip() else []
    for said in paper.answered:
        head = f"{'Contested' if said.answer.contests else 'Answered'}: {one_line(said.about, 120)}"
        told.append((visible(head), said.answer.text.strip()))
    seen = paper.takes[take]
    if seen.review.id == str(seen.take[-1].id) and seen.review.checks:
        told.append(("Judged here", _JUDGED_HERE))
    told += [
        (f"You wrote back, {day_words(g.row.made)}", g.feedback.note.strip()) for g in paper.given if g.feedback.note.strip()
    ]
    takes = tuple(quoted(t.take[-1].text, 44) for t in paper.takes)
    chip = words.signed(paper.row.standing)
    limits = names.LIMITS if paper.row.standing in ("known", "changed") else ""
    brief = sent.brief if sent.brief is not None and not sent.brief.empty else None
    return Sender(
        who, names.initials(who), words.day(paper.row.made), chip, words.signed_sentence(paper.row), limits, tuple(told), takes,
        take, brief,
    )  # fmt: skip
