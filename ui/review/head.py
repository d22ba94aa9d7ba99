"""The top of a review: which meeting, when, what can be done with it; which take and which review of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from ui.exports.saving import CHOICES
from ui.library.days import day_words, hour
from ui.review import words
from ui.review.seen import Seen
from ui.widgets.button import Button, Tool
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.plain import mnemonic_free, one_line, visible
from ui.widgets.select import Select
from ui.widgets.text import Text

_NARROW = 50  # em
_LONG = 24  # letters of a choice that are seen at least


class Head(QWidget):
    """Signals: ``again()``; ``save(str)`` md or json; ``judge(str)`` by settings or offline; ``take(str)`` the last line of a
    take; ``review(str)`` the id of a review; ``how()``.
    """

    again = Signal()
    save = Signal(str)
    judge = Signal(str)
    take = Signal(str)
    review = Signal(str)
    how = Signal()

    def __init__(self, seen: Seen, model: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = Text(caption(seen), "caption", "subtle")
        self._save = Button("Export", "", "download", tip="The transcript and its review as a file to send or keep")
        again = Button("Rehearse again", "primary", "again", tip="A new meeting with the same person in the same situation")
        if seen.foreign:
            again.set_text("Rehearse this")
            again.set_tip("A meeting with the person here whose worries were looked for")
            if not seen.persona.opening:  # nobody of ours was chosen for them
                again.hide()
        more = Tool("dots", "More actions", "outline")
        self.save_menu, self.more_menu = QMenu(self), QMenu(self)
        for form, (name, _) in CHOICES.items():
            self.save_menu.addAction(name).triggered.connect(lambda _checked=False, form=form: self.save.emit(form))
        if model:
            self.more_menu.addAction(mnemonic_free(f"Judge again with {visible(one_line(model, 60))}")).triggered.connect(
                lambda: self.judge.emit("settings")
            )
        self.more_menu.addAction("Judge again offline").triggered.connect(lambda: self.judge.emit("offline"))
        self.more_menu.addAction("How this is judged").triggered.connect(self.how)
        self._save.clicked.connect(lambda: _below(self.save_menu, self._save))
        more.clicked.connect(lambda: _below(self.more_menu, more))
        again.clicked.connect(self.again)
        actions = wrap(hbox(self._save, again, more, None))
        self._row: Box = hbox((self.caption, 1), actions, spacing=8)
        self._row.setAlignment(self.caption, Qt.AlignmentFlag.AlignVCenter)
        self.takes, self.reviews = _takes(seen), _reviews(seen)
        self.takes.changed.connect(self.take)
        self.reviews.changed.connect(self.review)
        self._both: Box = hbox(self.takes, self.reviews, None)
        self._choices = wrap(self._both)
        # Hidden, never shown by hand: a part without a page yet would be a window of its own.
        for choice in (self.takes, self.reviews):
            if choice.count() < 2:
                choice.hide()
        if self.takes.isHidden() and self.reviews.isHidden():
            self._choices.hide()
        self._whole: Box = vbox(self._row, self._choices, spacing=6)
        self.setLayout(self._whole)

    def fold(self, em: float) -> None:
        """Put the actions below the caption, and one choice below the other, where there is little room."""
        narrow = em < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        touches = narrow or not self._choices.isHidden()
        self._whole.set_space(margins=(0, 0, 0, 6 if touches else 0))  # so that the sentence does not touch the buttons


def caption(seen: Seen) -> str:
    """``Title · Name · today 14:10, 8 min 48 s``."""
    when = " ".join(x for x in (day_words(seen.started), hour(seen.started)) if x)
    long = words.length(seen.seconds).replace(" ", "\N{NO-BREAK SPACE}")
    when = ", ".join(x for x in (f"imported {when}" if seen.foreign else when, long) if x)
    parts = (visible(one_line(seen.title, 160)), visible(seen.persona.name), when)
    return "  ·  ".join(x for x in parts if x)


def _takes(seen: Seen) -> Select:
    leaves = seen.leaves
    count = len(leaves)
    choices = [(str(t.id), f"Take {i} of {count}: {words.quoted(t.text, 44)}") for i, t in enumerate(leaves, 1)]
    return _select("Which take to see", choices, seen.leaf)


def _reviews(seen: Seen) -> Select:
    choices = [(r.id, words.review_title(r)) for r in reversed(seen.reviews)]
    return _select("Which review of this take to see", choices, seen.review.id)


def _select(name: str, choices: list[tuple[str, str]], value: str) -> Select:
    made = Select(name, choices, value)
    made.setMinimumContentsLength(min(_LONG, max((len(words) for _, words in choices), default=0)))
    return made


def _below(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
