"""One note of the margin: what was seen in the words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.review.notes import Remark
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox
from ui.widgets.roles import give_role
from ui.widgets.text import Text

give_role("Note", QAccessible.Role.Note)


class Note(Card):
    """Takes the focus by Enter on its line or by a click, not by Tab: there may be many.

    Signals: ``tried(str)`` a line of yours to try again; ``wanted(str, str)`` the check that it tells of, on Enter or a click;
    ``entered()`` when it has the focus; ``left()`` on Esc.
    """

    tried = Signal(str)
    wanted = Signal(str, str)
    entered = Signal()
    left = Signal()

    def __init__(self, remark: Remark, number: int, parent: QWidget | None = None) -> None:
        super().__init__("surface", 12, 1, "line", pad=12, parent=parent)
        self.remark = remark
        self.box.set_space(spacing=5)
        self.box.add(hbox(Chip(remark.chip, remark.hue, remark.icon), None), *(Text(line, "body") for line in remark.lines))
        if remark.retry:
            again = Button("Try this moment again", "link", tip="Say your reply in another way. Both takes are kept")
            again.setAccessibleName(f"Try this moment again, note {number}: {remark.lines[0]}")
            again.clicked.connect(lambda: self.tried.emit(remark.retry))
            self.box.add(hbox(again, None))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"Note: {remark.chip}")
        self.setAccessibleDescription(" ".join(remark.lines))
        if remark.checks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Shows the check")

    def set_active(self, active: bool) -> None:
        """Raise it while its line is chosen."""
        self.set_look(
            fill="raised" if active else "surface",
            border=self.remark.hue if active else "line",
            elevation=2 if active else 1,
        )

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
