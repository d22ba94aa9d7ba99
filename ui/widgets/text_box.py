"""A box to write more than a line in: it grows with what is written."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme.theme import theme_of

_MOST = 20_000  # characters: the length limit of a string in a file that we read


class TextBox(QPlainTextEdit):
    """Plain text only. Grows from ``least`` to ``most`` lines, then scrolls. Tab leaves it.

    With ``sends`` Enter sends and Shift+Enter makes a line (``swap``: Ctrl+Enter sends); during input with an input method
    Enter never sends. Signals: ``sent()``; ``escaped()`` on Esc; those of QPlainTextEdit.
    """

    sent = Signal()
    escaped = Signal()

    def __init__(
        self,
        name: str,
        example: str = "",
        least: int = 2,
        most: int = 8,
        sends: bool = False,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._role = least, most, role
        self.sends, self.swap = sends, False
        self._composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)
        self.restyle()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Fills the box and puts the cursor at the end."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def restyle(self) -> None:
        """Takes font and size from the theme again."""
        theme = theme_of(self)
        self.setFont(theme.font(self._role))
        self.viewport().setFont(self.font())  # paints the example, and would keep the size that it was made with
        self.setCursorWidth(max(1, theme.px(1.4)))
        self._grow()

    def _height(self, lines: float) -> int:
        return math.ceil(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()) + 2

    def _grow(self) -> None:
        lines = self.document().size().height()  # of a plain text document this is in lines
        wanted = self._height(min(self._most, max(self._least, math.ceil(lines))))
        scrolls = lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(320), self._height(self._least))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(80), self._height(1))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def inputMethodEvent(self, event: object) -> None:
        self._composing = bool(event.preeditString())  # type: ignore[attr-defined]
        super().inputMethodEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.accept()
        elif enter and self._composing:
            event.accept()  # ends the word of an input method, never the line
        elif enter and self.sends and self._asks_to_send(event):
            self.sent.emit()
            event.accept()
        elif enter and self.sends and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _asks_to_send(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = Qt.KeyboardModifier.ControlModifier if self.swap else Qt.KeyboardModifier.NoModifier
        return bool(held == wanted)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes characters only, and no more than fit."""
        room = _MOST - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text().replace("\x00", "")[: max(0, room)])
