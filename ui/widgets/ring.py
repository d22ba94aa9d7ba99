"""The focus ring: one for a whole window, drawn over everything, shown once keys are used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from ui.theme.theme import theme_of

_KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_F6,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)
_MOVED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Ring(QWidget):
    """Follows the keyboard focus inside ``window``. Make one per window, last.

    Text fields show their own border instead. QFocusFrame was tried: it is clipped by its parent and lies below siblings.
    """

    MARGIN = 4

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._clip = QRect()
        self.keys = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if not self.keys and event.key() in _KEYS:
                self.keys = True
                self.place()
        elif kind == QEvent.Type.MouseButtonPress:
            self.keys = False
            self.hide()
        elif kind in _MOVED and self._target is not None:
            self.place()
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._watch(new if new is not None and self._window.isAncestorOf(new) else None)
        self._target = new if new is not None and self._watched and not _has_own_border(new) else None
        if new is not None and self._watched and self.keys:
            self._bring_into_sight(new)
        self.place()

    def _bring_into_sight(self, widget: QWidget) -> None:
        """A scroll area shows what Tab comes to from within it; this shows what Tab comes to from outside."""
        parent = widget.parentWidget()
        while parent is not None and parent is not self._window:
            if isinstance(parent, QScrollArea) and self._visible_part(widget).isEmpty():
                parent.ensureWidgetVisible(widget, 0, 40)
            parent = parent.parentWidget()

    def _watch(self, widget: QWidget | None) -> None:
        """Watches the focused widget and what it lies in: cheaper than watching every event of the application."""
        for part in self._watched:
            if isValid(part):  # it may have gone with its window
                part.removeEventFilter(self)
        self._watched = []
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget is self._window else widget.parentWidget()

    def place(self) -> None:
        """Moves the ring to the focus, or hides it."""
        target = self._target
        if target is None or not self.keys or not target.isVisible():
            self.hide()
            return
        shown = self._visible_part(target)
        if shown.isEmpty():
            self.hide()
            return
        around = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(
            -self.MARGIN, -self.MARGIN, self.MARGIN, self.MARGIN
        )
        self.setGeometry(around)
        self._clip = shown.translated(-around.topLeft())
        self.raise_()
        self.show()
        self.update()

    def _visible_part(self, target: QWidget) -> QRect:
        """What the scroll areas around the target let through, in coordinates of the window."""
        part = self._window.rect()
        parent = target.parentWidget()
        while parent is not None and parent is not self._window:
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                part = part.intersected(QRect(parent.mapTo(self._window, QPoint(0, 0)), parent.size()))
            parent = area
        return part if part.intersects(QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())) else QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._clip)
        painter.setPen(QPen(theme_of(self).color("ring"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)  # on whole pixels: no soft edge


def _has_own_border(widget: QWidget) -> bool:
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, (QLineEdit, QScrollArea))
