"""What somebody gave you, looked at before it is taken in: who it is from, what is asked, until when, what they will see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from rehearse.errors import Problem
from ui.assigned import words
from ui.assigned.post import Letter, Post
from ui.desk import Desk
from ui.engine import Engine
from ui.library.jobs import Jobs
from ui.team.team import Team
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text

KINDS = "From somebody else (*.rehearse);;All files (*)"
_MEASURE = 720
_MOST = 4_000  # characters of a note that are shown
_HEADS = {"assignment": "Assignment", "submission": "Submission", "feedback": "Feedback"}


class LetterPage(QWidget):
    """Signals: ``taken(object)`` the row of what is in the library now; ``closed()`` it was left, and nothing kept;
    ``begun()`` there is something to show."""

    taken = Signal(object)
    closed = Signal()
    begun = Signal()

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post = Post(desk)
        self.team = Team.of(engine, desk)
        self._jobs = Jobs(engine, self, self.show_problem)
        self.letter: Letter | None = None
        self.dialog: QFileDialog | None = None
        self.banner = Banner()
        self.banner.chosen.connect(lambda key: self.choose() if key == "another" else self.closed.emit())
        self.waiting = Text("", "body", "muted")
        self._body = vbox(spacing=12)
        self._column = wrap(vbox(self.banner, self.waiting, self._body, None, spacing=12))
        self._page = Host(vbox(hbox((self._column, 100), None), margins=(32, 24, 32, 24)))
        self._area = scroll(self._page, "What somebody gave you")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.accept: Button | None = None
        self.trust: Button | None = None
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        self._column.setMaximumWidth(theme_of(self).px(_MEASURE))

    def take_focus(self) -> None:
        """The focus to what one does next."""
        first = self.accept or next(iter(self.banner.buttons()), None) or self.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Drop what is being read."""
        self._jobs.stop()

    # ---- a file

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), "Open what somebody gave you", "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a file and show what it is; nothing is kept."""
        self._clear()
        self.banner.hide()
        self.waiting.setText(f"Reading {visible(path.name)[:80]} …")
        self.waiting.show()
        self.begun.emit()
        self._jobs.ask("look", lambda: self.post.look(path), self.show_letter)

    def show_kept(self, digest: str) -> None:
        """Show what is in the library already: it came by itself, and nobody looked at it yet."""
        self._clear()
        self.banner.hide()
        self.waiting.hide()
        self.begun.emit()
        self._jobs.ask("look", lambda: self.post.look_at(digest, self.team.new), self.show_letter)

    def show_problem(self, problem: Problem) -> None:
        """A file that cannot be used, and why. Nothing was changed."""
        self.waiting.hide()
        if self.letter is None:
            self._clear()
        ways = (("another", "Choose another file"), ("close", "Leave it"))
        self.banner.say(visible(problem.sentence), visible(problem.hint or "Nothing was changed."), ways, "amber", True)
        if self.isVisible():
            self.banner.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.letter = self.accept = self.trust = None
        clear(self._body)

    # ---- what it is

    def show_letter(self, letter: Letter) -> None:
        """Say what a bundle is."""
        self._clear()
        self.letter = letter
        self.waiting.hide()
        parts = list(self._parts(letter))
        self._body.add(*parts)
        for part in parts:
            if isinstance(part, QWidget):
                part.show()
        from ui.making.tabs import order

        order(self._area)
        if self.isVisible():
            self.take_focus()
        told = self.findChild(Text, "told")
        announce(self, told.text() if told is not None else "")

    def _parts(self, letter: Letter) -> Iterator[Item]:
        from rehearse.bundles.records import Assignment, Feedback, Submission

        bundle = letter.opened.bundle
        if bundle is None:
            yield from self._newer(letter)
            return
        who = words.name(bundle.author.name)
        title = words.name(getattr(bundle, "title", ""), 120)
        if isinstance(bundle, Feedback):
            title = f"{who} wrote back"
        yield Text(_HEADS[letter.kind], "overline", "subtle", wrap=False)
        head = Text(title, "h1")
        head.setObjectName("told")
        yield head
        yield self._from(letter, who)
        if isinstance(bundle, Assignment):
            yield self._asked(letter)
        elif isinstance(bundle, Feedback):
            yield self._answer(letter)
        elif isinstance(bundle, Submission):
            yield self._sent(letter)
        for note in letter.opened.notes:
            yield Text(visible(note), "caption", "muted")
        yield self._ways(letter)

    def _newer(self, letter: Letter) -> Iterator[Item]:
        head = Text("Made by a newer version", "h1")
        head.setObjectName("told")
        yield head
        yield Text(visible(letter.opened.notes[0]), "body", "muted")
        card = Card(pad=16)
        for key, text in letter.opened.known:
            card.box.add(_row(key.capitalize(), visible(text)))
        if letter.opened.known:
            yield card
        leave = Button("Leave it", tip="Esc does the same")
        leave.clicked.connect(self.closed)
        yield hbox(leave, None)

    def _from(self, letter: Letter, who: str) -> QWidget:
        from rehearse.bundles.signing import fingerprint, key_of

        key = key_of(letter.opened.data)
        told = words.signed(letter.standing, letter.first, who, fingerprint(key) if key else "")
        chips = [Chip(told.word, told.hue, told.icon)] + ([Chip("Sealed to you", "line", "key")] if letter.sealed else [])
        sentence = Text(told.sentence, "body", f"{told.hue}_text" if told.warns else "muted")
        said = vbox(hbox(Text(f"From {who}", "bodyb", wrap=False), *chips, None, spacing=8), sentence, spacing=3)
        if letter.standing in ("known", "changed") and letter.kind != "assignment":
            said.add(Text(words.LIMITS, "caption", "subtle"))
        card = Card("surface" if not told.warns else f"{told.hue}_soft", 14, 0, "line" if not told.warns else None, pad=14)
        card.box.add(hbox(wrap(vbox(Avatar("mentor", 40, words.initials(who)), None)), (wrap(said), 1), spacing=12))
        return card

    # ---- each kind

    def _asked(self, letter: Letter) -> QWidget:
        from rehearse.bundles.records import Assignment

        asked = letter.opened.bundle
        assert isinstance(asked, Assignment)
        scenario, person = letter.scenario, letter.person
        who = words.first_name(asked.author.name)
        card = Card(radius=14, pad=18)
        card.box.set_space(spacing=10)
        if asked.note.strip():
            card.box.add(Text(f"“{visible(asked.note.strip())[:_MOST]}”", "quote", italic=True), Rule())
        if person is not None and scenario is not None:
            card.box.add(_row("With", f"{visible(person.name)}, {visible(person.role)}"))
            if scenario.situation.strip():
                card.box.add(_row("Situation", visible(scenario.situation.strip())))
            if scenario.ask.strip():
                card.box.add(_row("You ask for", visible(scenario.ask.strip())))
        if asked.to:
            card.box.add(_row("For", words.listed([words.name(p.name) for p in asked.to])))
        if asked.due is not None:
            until = words.due_words(asked.due)
            card.box.add(_row("When", until[:1].upper() + until[1:]))
        card.box.add(_row("How often", f"At least {words.counted(asked.attempts, 'meeting')}"))
        if asked.focus and letter.rubric is not None:
            questions = {(c.id, k.id): k.question for c in letter.rubric.criteria for k in c.checks}
            looked = [visible(questions.get((f.criterion, f.check), f.check)) for f in asked.focus]
            card.box.add(_row(f"{who} looks at", "\n".join(looked)))
        seen = words.listed([words.SHOWN[s] for s in asked.shows])
        card.box.add(Rule(), _row(f"{who} will see", f"{seen[:1].upper()}{seen[1:]}, and nothing else.\n{words.PRIVATE}"))
        if asked.seal_to:
            card.box.add(_row("Sealed", f"What you send can be sealed, so that only {who} can open it."))
        return card

    def _answer(self, letter: Letter) -> QWidget:
        from rehearse.bundles.records import Feedback

        back = letter.opened.bundle
        assert isinstance(back, Feedback)
        card = Card(radius=14, pad=18)
        card.box.set_space(spacing=10)
        if back.note.strip():
            card.box.add(Text(f"“{visible(back.note.strip())[:_MOST]}”", "quote", italic=True), Rule())
        on, of = letter.on, letter.of
        whose = "your" if on is not None or of is None else "their"
        if on is not None:
            card.box.add(_row("On", words.name(on.title, 120)))
        elif of is not None:
            card.box.add(_row("On", f"{words.name(of.title, 120)}, from {words.name(of.author)}"))
            card.box.add(_row("For you", "It is not on words of yours. Its marks stand beside yours under “Compare marks”."))
        else:
            card.box.add(_row("On", "Something that was not sent from here."))
        holds = (
            [words.counted(len(back.comments), f"comment on {whose} words", f"comments on {whose} words")]
            if back.comments
            else []
        )
        holds += [words.counted(len(back.marks), "mark on a check", "marks on checks")] if back.marks else []
        card.box.add(_row("Holds", words.listed(holds) or "A word on the whole."))
        if back.next is not None:
            card.box.add(_row("Next", NEXT[back.next] if whose == "your" else OTHERS_NEXT[back.next]))
        return card

    def _sent(self, letter: Letter) -> QWidget:
        from rehearse.bundles.records import Submission

        sent = letter.opened.bundle
        assert isinstance(sent, Submission)
        card = Card(radius=14, pad=18)
        card.box.set_space(spacing=10)
        if sent.reflection.strip():
            card.box.add(Text(f"“{visible(sent.reflection.strip())[:_MOST]}”", "quote", italic=True), Rule())
        held = [words.counted(len(sent.takes), "take")] + (["a brief"] if sent.brief else [])
        held += [words.counted(len(sent.answers), "answer")] if sent.answers else []
        card.box.add(_row("Holds", words.listed(held)))
        return card

    def _ways(self, letter: Letter) -> QWidget:
        altered = letter.standing == "altered"
        there = letter.there and not letter.new
        leave = Button("Leave it" if altered else "Not now", "" if altered else "ghost", tip="Nothing is kept. Esc does the same")
        leave.clicked.connect(self.closed)
        row: list[Item] = []
        if not altered:
            says = "Open it" if there else "Accept anyway" if letter.standing in ("changed", "stripped") else "Accept"
            warned = letter.standing in ("changed", "stripped")
            self.accept = Button(says, "" if warned and not there else "primary", "check")
            self.accept.clicked.connect(lambda: self._take(False))
            row.append(self.accept)
        if letter.standing == "changed":
            self.trust = Button(
                "It is their key: accept and trust it", tip="From now on this key counts as theirs, beside the one before"
            )
            self.trust.clicked.connect(lambda: self._take(True))
            row.append(self.trust)
        said = [Text("You have this already; nothing changes.", "caption", "muted")] if there else []
        return wrap(vbox(hbox(*row, leave, None, spacing=10), *said, spacing=6))

    def _take(self, trust: bool) -> None:
        letter = self.letter
        if letter is not None:
            self._jobs.ask("take", lambda: self.post.accept(letter, trust), self.taken.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


NEXT = {"done": "Done: nothing more is asked.", "redo": "Redo a moment of it.", "talk": "Talk to them."}
OTHERS_NEXT = {
    "done": "Done: nothing more is asked.",
    "redo": "They are asked to redo a moment.",
    "talk": "They are asked to talk.",
}
_LABEL = 112
_NARROW_EM = 34


class _Row(QWidget):
    """A label, and beside it what it says; below it where there is little room."""

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        self._label = Text(label, "captionb", "muted")
        self._line = hbox(wrap(vbox(self._label, None, margins=(0, 2, 0, 0))), (Text(text, "body"), 1), spacing=10)
        self.setLayout(self._line)
        self.restyle()

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds; the labels of a card are one column."""
        theme = theme_of(self)
        narrow = theme.em(self.width()) < _NARROW_EM
        self._label.setFixedWidth(theme.px(_LABEL))
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._line.set_space(spacing=1 if narrow else 10)


def _row(label: str, text: str) -> QWidget:
    return _Row(label, text)
