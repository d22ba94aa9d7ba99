"""One note of the margin: what was seen in the words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.review.notes import Remark
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.roles import give_role
from ui.widgets.text import Text

give_role("Note", QAccessible.Role.Note)
_CARD, _FLAT = (10, 8, 10, 9), (10, 1, 10, 1)  # margins at 100 %; the chip stands at the same place in both
_SOME = 220  # px at 100 % of words worth showing beside the chip


class Note(Card):
    """In short, or with all that it says. Takes the focus by Enter on its line or by a click, not by Tab: there may be many.

    Signals: ``tried(str)`` a line of yours to try again; ``wanted(str, str)`` the check that it tells of, on Enter or a click;
    ``entered()`` when it has the focus; ``left()`` on Esc; ``stepped(int)`` to the next note or the one before; ``weighed(str, bool)``
    its name, and whether it is not useful, said by a person.
    """

    tried = Signal(str)
    wanted = Signal(str, str)
    entered = Signal()
    left = Signal()
    stepped = Signal(int)
    weighed = Signal(str, bool)

    def __init__(self, remark: Remark, number: int, may_weigh: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("surface", 12, 1, "line", pad=12, parent=parent)
        self.remark, self._number = remark, number
        self.active, self.short = False, True
        self._flat = False  # stands below its line in short, without a card
        self.useful, self._may_weigh = True, may_weigh and remark.kind != "comment"
        self._lines: list[Text] = []
        self.weigh: Button | None = None
        self.chip = Chip(remark.chip, remark.hue, remark.icon)
        self._words = Text(remark.short, "caption", "muted", wrap=False)
        self._row: Box = hbox(wrap(hbox(self.chip, None)), (self._words, 1), spacing=6)
        self._whole: QWidget | None = None
        self.box.set_space(margins=_CARD, spacing=5)
        self.box.add(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._name()
        self.setAccessibleDescription(" ".join(remark.lines))
        if remark.checks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Shows the check" if remark.kind != "comment" else "Opens the comment")

    def shape(self, short: bool, width: int, flat: bool = False) -> None:
        """All of it or in short; in short, the words stand beside the chip where `width` has room for both. `flat` in short, it is
        no card: a chip and a few words."""
        if flat != self._flat:
            self._flat = flat
            self.box.set_space(margins=_FLAT if flat else _CARD)
            self.set_active(self.active)
        if not short and self._whole is None:
            self._whole = self._build()
            self.box.addWidget(self._whole)
            self._name_weigh()  # now that it is in here: shown alone, it would be a window of its own
        around = self.box.contentsMargins()
        free = width - around.left() - around.right() - self._row.spacing() - self.chip.sizeHint().width()
        needed = self._words.sizeHint().width()
        across = free >= (
            min(needed, theme_of(self).px(_SOME)) if flat else needed
        )  # what is left over elides; the check has it all
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
        if short != self.short or self._words.isHidden() == short:
            self.short = short
            self._words.setVisible(short)
            if self._whole is not None:
                self._whole.setVisible(not short)
        self.box.invalidate()

    def _build(self) -> QWidget:
        remark = self.remark
        self._lines = [Text(line, "body", self._ink) for line in remark.lines]
        actions: list[QWidget] = []
        if remark.retry:
            again = Button("Try this moment again", "link", tip="Say your reply in another way. Both takes are kept")
            again.setAccessibleName(f"Try this moment again, note {self._number}: {remark.short}")
            again.clicked.connect(lambda: self.tried.emit(remark.retry))
            actions.append(again)
        if self._may_weigh:
            self.weigh = Button("", "link")
            self.weigh.clicked.connect(lambda: self.weighed.emit(remark.name, self.useful))
            self.weigh.hide()
            actions.append(self.weigh)
        column = vbox(*self._lines, spacing=5)
        if actions:
            column.add(hbox(*actions, None, spacing=14))
        return wrap(column)

    # ---- not useful

    def set_useful(self, useful: bool) -> None:
        """A note that is not useful steps back, and says so."""
        if useful == self.useful:
            return
        self.useful = useful
        remark = self.remark
        self.chip.set(remark.chip if useful else "Not useful", remark.hue if useful else "line", remark.icon if useful else None)
        for text in (self._words, *self._lines):
            text.set_color(self._ink if text is not self._words else "muted" if useful else "subtle")
        self._name()
        self._name_weigh()
        self.set_active(self.active)

    @property
    def hue(self) -> str:
        """Of its border while it is chosen, and of the thread to its words."""
        return self.remark.hue if self.useful else "control"

    @property
    def _ink(self) -> str:
        return "text" if self.useful else "subtle"

    def _name(self) -> None:
        self.setAccessibleName(f"Note: {self.remark.chip}{'' if self.useful else ', not useful'}")

    def _name_weigh(self) -> None:
        """Quiet: offered where the note is chosen, and where there is something to take back."""
        if self.weigh is None:
            return
        words = "Not useful" if self.useful else "Undo"
        self.weigh.set_text(words)
        self.weigh.set_tip("It steps back and no longer counts as a reason. Delete" if self.useful else "It counts again. Delete")
        self.weigh.setAccessibleName(f"{words}, note {self._number}: {self.remark.short}")
        self.weigh.setHidden(self.useful and not self.active)

    def set_active(self, active: bool) -> None:
        """Raise it while its line is chosen."""
        self.active = active
        self.set_look(
            fill="raised" if active else "surface",
            border=self.hue if active else "line",
            elevation=0 if self._flat else 2 if active else 1 if self.useful else 0,
        )
        self._name_weigh()

    def open(self) -> None:
        """Go to the check that it tells of."""
        if self.remark.checks:
            self.wanted.emit(*self.remark.checks[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._flat:
            super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() == Qt.Key.Key_Delete and self._may_weigh:
            self.weighed.emit(self.remark.name, self.useful)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
