"""The sheet of shortcuts: the keys that exist, each with what it does."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Host
from ui.widgets.layouts import hbox, scroll, vbox
from ui.widgets.text import Text

_MOVES = "Ctrl+Alt+1 to 5" if sys.platform == "darwin" else "Alt+1 to 5"
BACK = "Ctrl+[" if sys.platform == "darwin" else "Alt+Left"
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Everywhere",
        (
            ("Ctrl+1", "Home"),
            ("Ctrl+2", "People"),
            ("Ctrl+3", "Reviews"),
            ("Ctrl+4", "Mentor"),
            ("Ctrl+,", "Settings"),
            (BACK, "Back to where you were"),
            ("Ctrl+N", "New meeting with the last person"),
            ("Ctrl+O", "Open what somebody gave you; so does dropping the file on the window"),
            ("F6", "Next part of the window; with Shift the one before"),
            ("Ctrl+F", "Find, in People, Reviews and a review"),
            ("Ctrl+=", "Larger text"),
            ("Ctrl+-", "Smaller text"),
            ("Ctrl+0", "Text at 100 %"),
            ("F1", "This sheet; so does Ctrl+/"),
        ),
    ),
    ("Home", (("Alt+1 to 6", "Choose a person"), ("Enter", "Start the meeting"))),
    (
        "Make a person",
        (
            ("Alt+1 to 7", "To one of the seven questions"),
            ("Enter", "Add the question that you typed"),
            ("Ctrl+S", "Save the person"),
        ),
    ),
    (
        "Writing people, situations and ways to judge",
        (
            ("Ctrl+Z", "Undo, over the whole file; Ctrl+Shift+Z does it again"),
            ("F8", "To the next field that something is said about"),
            ("Ctrl+PgDown", "The next section; Ctrl+PgUp the one before"),
            ("Alt+Up", "Move a line or a card up; Alt+Down moves it down"),
        ),
    ),
    (
        "In a meeting",
        (
            ("Enter", "Say it"),
            ("Shift+Enter", "New line"),
            ("Esc", "Interrupt them while they speak"),
            (_MOVES, "Begin a sentence with a move"),
            ("Ctrl+.", "Pause the clock, and let it go on"),
            ("Ctrl+B", "Facts and objections"),
            ("Ctrl+R", "Read their last line again"),
            ("Ctrl+T", "Tell the time and where they stand"),
            ("Ctrl+Shift+Enter", "Wrap up, and on to the review"),
        ),
    ),
    (
        "Reviews",
        (
            ("Enter", "Open a meeting"),
            ("F2", "Rename it"),
            ("Ctrl+E", "Export it"),
            ("Delete", "Delete it; there is an undo"),
            ("Ctrl+I", "Import a transcript; so does dropping a file on the window"),
        ),
    ),
    ("Objections", (("Enter", "Open a group, or the meeting at that line"), ("Right", "Open a group"), ("Left", "Fold it"))),
    (
        "A review",
        (
            ("J or Down", "Next line"),
            ("K or Up", "Line before"),
            ("N", "Next objection"),
            ("P", "Objection before"),
            ("T", "Try a line of yours again"),
            ("Enter", "Open the notes of a line"),
            ("Delete", "The note that is open is not useful; again, and it is"),
            ("Ctrl+Z", "Takes back what you said of a note last"),
        ),
    ),
    (
        "What somebody sent you",
        (
            ("C", "Comment on the words that are selected, else on the chosen line"),
            ("Ctrl+Enter", "Done with the comment; at the end, save it all as a file"),
            ("Esc", "Put away what you write with; it is kept"),
        ),
    ),
)


class KeySheet(QWidget):
    """A page in place. Signals: ``closed()`` by Esc or its button."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Keys")
        self.close_button = Button("Close", icon="x", tip="Esc does the same")
        self.close_button.clicked.connect(self.closed)
        self._grids: list[QGridLayout] = []
        parts = [part for head, rows in KEYS for part in (Text(head, "h2"), self._grid(rows), 8)]
        head = hbox((Text("Keys", "h1"), 1), self.close_button, spacing=12)
        self._area = scroll(Host(vbox(head, 6, *parts, None, margins=(32, 24, 32, 24), spacing=7)), "Keys")
        whole = vbox(self._area, spacing=0)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.setFocusProxy(self.close_button)
        self.restyle()

    def _grid(self, rows: tuple[tuple[str, str], ...]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (keys, does) in enumerate(rows):
            key = Text(shown(keys), "bodyb")
            key.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(key, row, 0)
            grid.addWidget(Text(does, "body", "muted"), row, 1)
        self._grids.append(grid)
        return part

    def restyle(self) -> None:
        """Takes widths from the theme again."""
        theme = theme_of(self)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, theme.px(150))
            grid.setHorizontalSpacing(theme.sp(16))
            grid.setVerticalSpacing(theme.sp(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def shown(keys: str) -> str:
    """Keys as this system writes them."""
    if " " in keys:
        first, _, rest = keys.partition(" ")
        return f"{shown(first)} {rest}"
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
