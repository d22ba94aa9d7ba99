"""Two mentors on the same submission: their marks beside each other, how far they agree, and which checks to rewrite."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.errors import Problem
from rehearse.review.agreement import ENOUGH
from rehearse.review.calibration import Between, CheckBetween, Instance
from ui.assigned import words as names
from ui.desk import Desk
from ui.engine import Engine
from ui.library.days import day_words
from ui.library.empty import Empty
from ui.library.jobs import Jobs
from ui.making.tabs import order
from ui.mentor.beside import BesideRow, word_cell
from ui.mentor.comparing import Comparison, Two, compare
from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import Box, clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.select import Select
from ui.widgets.text import Text

_MEASURE = 920
_SHOWN = 3  # times that people differ on one check, before the rest is only counted
_MOST_ROWS = 40  # checks of one submission
_SAME, _KAPPA = 96, 86  # px of the columns at 100 %
_LEAD = (
    "What you and another mentor say of the same words. Where you keep reading a check differently, the check is what to mend."
)
_HOW = (
    "Kappa is what is left of the agreement once chance is taken off: 1 is always the same, 0 is what guessing would give. "
    f"It is shown from {ENOUGH} comparisons on."
)


class CalibrationPage(QWidget):
    """Signals: ``closed()`` back to the desk; ``read(str)`` the digest of a submission; ``open_wanted()`` a file."""

    closed = Signal()
    read = Signal(str)
    open_wanted = Signal()

    def __init__(self, engine: Engine, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(engine, self, self.show_problem)
        self.found: Comparison | None = None
        self._wanted = ""
        self.back = Button("Back to the desk", "link", "back", tip="Esc does the same")
        self.back.clicked.connect(self.closed)
        self.banner = Banner()
        self.banner.chosen.connect(lambda _key: self.begin(self._wanted))
        self.empty = Empty()
        self.empty.say(
            "users", "Nothing to compare yet.",
            "It takes a submission with marks by two people. Mark one yourself, and open the feedback file that another mentor "
            "wrote on it: it need not be for you.",
            "open", "Open a file",
        )  # fmt: skip
        self.empty.chosen.connect(lambda _key: self.open_wanted.emit())
        self.empty.hide()
        self.which = Select("Which submission")
        self.which.changed.connect(self._show_two)
        self.rows: list[BesideRow] = []
        self._cells: list[tuple[Text, int]] = []
        self._build()

    def _build(self) -> None:
        self._body, self._beside = vbox(spacing=14), vbox(spacing=12)
        head = vbox(hbox(self.back, None), Text("Compare marks", "h1"), Text(_LEAD, "talk", "muted"), self.banner, spacing=7)
        self._column = wrap(vbox(head, self._body, (self.empty, 1), spacing=14))
        whole = vbox((hbox((self._column, 100), None), 1), margins=(32, 24, 32, 24))
        self._area = scroll(Host(whole), "Compare marks")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = vbox(self._area, spacing=0)
        outer.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(outer)
        self.restyle()

    # ---- coming and going

    def begin(self, digest: str = "") -> None:
        """Read what there is to compare, and show the submission with this digest where it is named."""
        self._wanted = digest
        self._jobs.ask("compare", lambda: compare(self._desk), self.show_found)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._jobs.stop()

    def take_focus(self) -> None:
        """The focus to what one does next."""
        there = self.which if self.found is not None and self.found.twos else self.back
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def show_problem(self, problem: Problem) -> None:
        """What could not be read, and a way on."""
        self.banner.say(visible(problem.sentence), visible(problem.hint), (("again", "Try again"),), "amber")

    # ---- what is shown

    def show_found(self, found: Comparison) -> None:
        """Show what was compared."""
        self.banner.hide()
        self.found = found
        self.which.setParent(self)  # it stays; the cards are made anew
        self._beside = vbox(spacing=12)
        clear(self._body)
        self._cells, self.rows = [], []
        self.empty.setVisible(not found.twos)
        for card in self._cards(found) if found.twos else ():
            self._body.addWidget(card)
            card.show()
        self.restyle()
        order(self._area)
        if self.isVisible():
            self.take_focus()
            announce(self, self._announced(found))

    def _announced(self, found: Comparison) -> str:
        if not found.twos:
            return "Nothing to compare yet."
        count = len(found.told.rewrite)
        return f"{names.counted(found.told.told.n, 'comparison')}. {names.counted(count, 'check')} to rewrite."

    def _cards(self, found: Comparison) -> Iterator[QWidget]:
        if found.told.rewrite:
            yield self._rewrite_card(found)
        yield self._one_card(found)
        yield self._told_card(found.told, found.left_out)

    # ---- checks to rewrite

    def _rewrite_card(self, found: Comparison) -> Card:
        card = _card("Checks to rewrite")
        card.box.add(Text("People who read the same words answer these differently, again and again.", "body", "muted"))
        for n, check in enumerate(found.told.rewrite):
            if n:
                card.box.add(Rule())
            card.box.add(self._to_rewrite(check, found))
        return card

    def _to_rewrite(self, check: CheckBetween, found: Comparison) -> QWidget:
        question = visible(one_line(check.question, 200))
        times = check.told.n - check.told.same
        parts: list[Box | QWidget] = [
            Text(question, "bodyb"),
            Text(f"They differ in {times} of {check.told.n}.", "caption", "amber_text"),
        ]
        newest = check.apart[: -_SHOWN - 1 : -1]
        parts += [self._apart(instance, f"{n}, {question}") for n, instance in enumerate(newest, 1)]
        left = len(check.apart) - _SHOWN
        if left > 0:
            parts.append(Text(f"And {names.counted(left, 'time')} before.", "caption", "subtle"))
        file = found.rubrics.get(check.rubric)
        if file is not None:
            way = Button("Open the rubric", "link", "pencil", tip=f"{file.name}, in your editor")
            way.setAccessibleName(f"Open the rubric of: {question}")
            way.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
            parts.append(hbox(way, None))
        else:
            whose = "It is a check of the built-in rubric." if check.rubric == "buy-in" else "This rubric is not one of yours."
            parts.append(Text(f"{whose} To word it anew, make a rubric of your own from it.", "caption", "subtle"))
        return wrap(vbox(*parts, spacing=6))

    def _apart(self, instance: Instance, called: str) -> QWidget:
        cells = [(word_cell(word), 1) for word in instance.words]
        see = Button("Read it", "link", tip="The submission, with the words that it is about")
        see.setAccessibleName(f"Read it: time {called}")
        see.clicked.connect(lambda: self.read.emit(instance.digest))
        row = hbox(*cells, wrap(vbox(see, None)), spacing=18)
        return wrap(row)

    # ---- one submission

    def _one_card(self, found: Comparison) -> Card:
        card = _card("One submission")
        choices = [(two.key, _called(two)) for two in found.twos]
        first = next((t.key for t in found.twos if t.read.submission.digest == self._wanted), choices[0][0])
        self.which.set_choices(choices, first)
        see = Button("Read it", "", tip="The submission, with the words that they are about")
        see.setAccessibleName("Read the submission that is chosen")
        see.clicked.connect(self._read_chosen)
        card.box.add(hbox((self.which, 1), see, spacing=10), wrap(self._beside))
        self.which.show()
        self._show_two(first)
        return card

    @property
    def two(self) -> Two | None:
        """Whose marks stand beside each other."""
        return next((t for t in self.found.twos if t.key == self.which.value), None) if self.found is not None else None

    def _read_chosen(self) -> None:
        if self.two is not None:
            self.read.emit(self.two.read.submission.digest)

    def _show_two(self, _key: str) -> None:
        two = self.two
        clear(self._beside)
        self.rows = []
        if two is None:
            return
        checks = two.checks
        differ = sum(a.verdict != b.verdict for _, a, b in checks)
        told = f"Both marked {names.counted(len(checks), 'check')}; on {differ or 'none'} of them they differ."
        if two.alone:
            told += f" Only one of them marked {names.counted(two.alone, 'more check')}."
        self._beside.add(Text(told, "body", "muted"))
        for check, one, other in checks[:_MOST_ROWS]:
            row = BesideRow(check, one, other)
            self.rows.append(row)
            self._beside.add(Rule(), row)
        if len(checks) > _MOST_ROWS:
            self._beside.add(Text(f"And {len(checks) - _MOST_ROWS} more that they mark the same.", "caption", "subtle"))
        for at in range(self._beside.count()):
            item = self._beside.itemAt(at)
            if item is not None and (widget := item.widget()) is not None:
                widget.show()

    # ---- over everything

    def _told_card(self, told: Between, left_out: int) -> Card:
        card = _card("How far people agree")
        card.box.set_space(spacing=6)
        n, same = told.told.n, told.told.same
        if told.enough:
            kappa = f"Kappa {_number(told.told.kappa)}." if told.told.kappa is not None else "All are the same: no kappa."
            card.box.add(Text(f"The same in {same} of {n} ({100 * told.told.share:.0f} %). {kappa}", "body"))
            if told.sums:
                share = f"{told.within_one} of {told.sums}"
                said = f"Criteria that two people marked whole: in {share} their counts are at most one apart."
                card.box.add(Text(said, "body"))
        else:
            have = f"{n} comparison" if n == 1 else f"{n} comparisons"
            said = f"{have} so far, the same in {same}. {ENOUGH} are needed before there is a number: {ENOUGH - n} more."
            card.box.add(Text(said, "body"))
        card.box.add(self._row("Check", "The same", "Kappa", "captionb"))
        for check in told.checks:
            kappa = _number(check.told.kappa) if check.enough and check.told.kappa is not None else "–"
            question = visible(one_line(check.question, 200))
            card.box.add(self._row(question, f"{check.told.same} of {check.told.n}", kappa, "body"))
        card.box.add(Text(_HOW, "caption", "subtle"))
        if left_out:
            said = f"{names.counted(left_out, 'feedback', 'feedback')} left out: it is not sure who it is from."
            card.box.add(Text(said, "caption", "amber_text"))
        return card

    def _row(self, first: str, same: str, kappa: str, role: str) -> QWidget:
        right = Qt.AlignmentFlag.AlignRight
        last = "num" if role == "body" else role
        cells = (Text(same, last, "muted", wrap=False, align=right), Text(kappa, last, "muted", wrap=False, align=right))
        self._cells += [(cells[0], _SAME), (cells[1], _KAPPA)]
        return wrap(hbox((Text(first, role, "text" if role == "body" else "muted"), 1), *cells, margins=(0, 1, 0, 1), spacing=8))

    # ---- Qt

    def restyle(self) -> None:
        """Keeps the measure, and the widths of the columns."""
        theme = theme_of(self)
        self._column.setMaximumWidth(theme.px(_MEASURE))
        for cell, width in getattr(self, "_cells", ()):
            cell.setFixedWidth(theme.px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _called(two: Two) -> str:
    row = two.read.submission
    who = f"{names.name(two.one[1], 40)} and {names.name(two.other[1], 40)}"
    return f"{names.name(row.author, 40)}, {names.name(row.title, 80)}, {day_words(row.made)}: {who}"


def _number(kappa: float | None) -> str:
    return f"{kappa:.2f}".replace("-", "\u2212") if kappa is not None else "–"


def _card(title: str) -> Card:
    card = Card(radius=14, pad=18)
    card.setAccessibleName(title)
    card.box.set_space(spacing=12)
    card.box.add(Text(title, "title", wrap=False))
    return card
