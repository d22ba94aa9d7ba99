"""Finding words in the transcript: n of m, Enter for the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.layouts import hbox
from ui.widgets.text import Text


class FindField(QLineEdit):
    """Signals: ``stepped(int)`` +1 on Enter or Down, -1 on Shift+Enter or Up; ``escaped()``; ``turned()`` the focus came or went;
    those of QLineEdit."""

    stepped = Signal(int)
    escaped = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setPlaceholderText("Find in transcript")
        self.setAccessibleName("Find in transcript")
        self.setAccessibleDescription("Ctrl+F. Enter: next, Shift+Enter: the one before, Esc: done")
        self.setToolTip("Find in transcript (Ctrl+F)")
        self.setMaxLength(200)
        self._action = self.addAction(theme_of().icon("search", "subtle", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.restyle()

    def restyle(self) -> None:
        """Takes width and picture from the theme again."""
        theme = theme_of(self)
        self._action.setIcon(theme.icon("search", "subtle", 16))
        self.setFixedWidth(theme.px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.turned.emit()


class Find(QWidget):
    """The field with its count. Signals: ``edited(str)``; ``stepped(int)``; ``escaped()``; ``turned()`` its size is another, or the
    focus came or went."""

    edited = Signal(str)
    stepped = Signal(int)
    escaped = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField()
        self.count = Text("", "caption", "muted", wrap=False)
        self.count.hide()
        self.floats = False
        self.setLayout(hbox(None, self.count, self.field, margins=(8, 0, 0, 0), spacing=8))
        self.field.textChanged.connect(self.edited)
        self.field.stepped.connect(self.stepped)
        self.field.escaped.connect(self.escaped)
        self.field.turned.connect(self.turned)

    @property
    def finding(self) -> bool:
        """Whether somebody looks for something."""
        return self.field.hasFocus() or bool(self.field.text().strip())

    def tell(self, at: int, count: int) -> None:
        """``2 of 5``; ``at`` counts from 0."""
        asked = bool(self.field.text().strip())
        self.count.setText(f"{at + 1} of {count}" if count else "Nothing found")
        self.count.setVisible(asked)
        self.turned.emit()
        if asked:
            announce(self.field, self.count.text())

    def begin(self) -> None:
        """Take the focus, with what was looked for before selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_floats(self, floats: bool) -> None:
        """Whether it stands over what is read: as a bar then, which nothing shows through."""
        if floats != self.floats:
            self.floats = floats
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.floats:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme_of(self).color("canvas"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme_of(self).color("line"))
        super().paintEvent(event)
