"""One note of the margin: what was seen in the words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.review.notes import Remark
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.roles import give_role
from ui.widgets.text import Text

give_role("Note", QAccessible.Role.Note)


class Note(Card):
    """In short, or with all that it says. Takes the focus by Enter on its line or by a click, not by Tab: there may be many.

    Signals: ``tried(str)`` a line of yours to try again; ``wanted(str, str)`` the check that it tells of, on Enter or a click;
    ``entered()`` when it has the focus; ``left()`` on Esc.
    """

    tried = Signal(str)
    wanted = Signal(str, str)
    entered = Signal()
    left = Signal()

    def __init__(self, remark: Remark, number: int, parent: QWidget | None = None) -> None:
        super().__init__("surface", 12, 1, "line", pad=12, parent=parent)
        self.remark, self._number = remark, number
        self.active, self.short = False, True
        self._words = Text(remark.short, "caption", "muted", wrap=False)
        self._row: Box = hbox(wrap(hbox(Chip(remark.chip, remark.hue, remark.icon), None)), (self._words, 1), spacing=6)
        self._whole: QWidget | None = None
        self.box.set_space(margins=(10, 8, 10, 9), spacing=5)
        self.box.add(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"Note: {remark.chip}")
        self.setAccessibleDescription(" ".join(remark.lines))
        if remark.checks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Shows the check")

    def shape(self, short: bool, across: bool) -> None:
        """All of it or in short; in short, the words stand beside the chip where there is room `across`."""
        if not short and self._whole is None:
            self._whole = self._build()
            self.box.addWidget(self._whole)
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
        column = vbox(*(Text(line, "body") for line in remark.lines), spacing=5)
        if remark.retry:
            again = Button("Try this moment again", "link", tip="Say your reply in another way. Both takes are kept")
            again.setAccessibleName(f"Try this moment again, note {self._number}: {remark.short}")
            again.clicked.connect(lambda: self.tried.emit(remark.retry))
            column.add(hbox(again, None))
        return wrap(column)

    def set_active(self, active: bool) -> None:
        """Raise it while its line is chosen."""
        self.active = active
        hue = self.remark.hue if active else "line"
        self.set_look(fill="raised" if active else "surface", border=hue, elevation=2 if active else 1)

    def open(self) -> None:
        """Go to the check that it tells of."""
        if self.remark.checks:
            self.wanted.emit(*self.remark.checks[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
