"""A message with Undo, for ten seconds, at the bottom of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.layouts import hbox
from ui.widgets.roles import install_roles
from ui.widgets.text import Text

SECONDS = 10


class Toast(QWidget):
    """Lies over ``window``. Repeats of one text collapse to one toast with a count.

    The time stands still while the mouse or the keyboard focus is on it (WCAG 2.2.1).
    Signals: ``undone(str)`` the key of what is to be undone, newest first; ``expired(str)`` the key of what stays done.
    """

    undone = Signal(str)
    expired = Signal(str)

    def __init__(self, window: QWidget, seconds: float = SECONDS) -> None:
        super().__init__(window)
        install_roles()
        self._window = window
        self._text, self._keys = "", list[str]()
        self._label = Text("", "body", "canvas", wrap=False)
        self._button = QPushButton("Undo")
        self._button.setProperty("kind", "toast")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._undo)
        self._button.installEventFilter(self)
        self.setLayout(hbox((self._label, 1), self._button, margins=(16, 8, 8, 8), spacing=16))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._expire)
        window.installEventFilter(self)
        self.restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, with the count."""
        return self._label.text()

    def offer(self, text: str, key: str = "", action: str = "Undo") -> None:
        """Shows ``text`` with a button. An earlier, different offer expires at once. Without ``action`` there is no button."""
        if self._keys and text != self._text:
            self._settle()
        self._text = text
        self._keys.append(key)
        count = len(self._keys)
        self._label.setText(f"{text} ({count})" if count > 1 else text)
        self._button.setHidden(not action)
        self._button.setText(action)
        self._button.setAccessibleName(f"{action}: {text}" if action else "")
        self.setAccessibleName(self._label.text())
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, self._label.text() + (f" {action}?" if action else ""))

    def close_now(self) -> None:
        """Ends the offer: what was done stays done."""
        self._expire()

    def _undo(self) -> None:
        keys = self._take()
        for key in reversed(keys):
            self.undone.emit(key)

    def _expire(self) -> None:
        self._settle()

    def _settle(self) -> None:
        for key in self._take():
            self.expired.emit(key)

    def _take(self) -> list[str]:
        keys, self._keys, self._text = self._keys, [], ""
        self._timer.stop()
        self.hide()
        return keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind == QEvent.Type.Resize:
            self._place()
        elif watched is self._button and kind == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._button and kind == QEvent.Type.FocusOut:
            self._go_on()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: object) -> None:
        self._go_on()

    def _go_on(self) -> None:
        if self._keys and not self._button.hasFocus() and not self.underMouse():
            self._timer.start()

    def restyle(self) -> None:
        """Takes colours and place from the theme again. The toast is the other way round: dark in light, light in dark."""
        theme = theme_of(self)
        self._button.setFont(theme.font("buttonb"))
        self._button.setStyleSheet(
            f"QPushButton {{ background: transparent; border: none; color: {theme.hex('canvas')};"
            f" text-decoration: underline; padding: {theme.sp(5)}px {theme.sp(10)}px; min-height: {theme.px(20)}px; }}"
        )
        self._place()

    def _place(self) -> None:
        theme = theme_of(self)
        room = self._window.rect()
        width = min(self.layout().sizeHint().width(), room.width() - 2 * theme.sp(16))
        height = self.layout().sizeHint().height()
        self.setGeometry((room.width() - width) // 2, room.height() - height - theme.sp(20), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_of(self).color("text"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
