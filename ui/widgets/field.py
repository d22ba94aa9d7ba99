"""A line to write in, with its label above and help or a fault below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.widgets.announcer import announce
from ui.widgets.layouts import vbox
from ui.widgets.text import Text


class Field(QWidget):
    """A labelled line.

    ``help`` stands below until a fault takes its place. ``secret`` shows dots and keeps the text out of the clipboard history
    that input methods keep. Signals: ``edited(str)`` while a person types; ``finished(str)`` on Enter or when the focus leaves.
    """

    edited = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        label: str,
        text: str = "",
        help: str = "",
        example: str = "",
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._help_text = help
        self.line = QLineEdit()
        self.line.setProperty("kind", "field")
        self.line.setText(text)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(help)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.label = Text(label, "captionb", "muted")
        self.label.setBuddy(self.line)
        self._note = Text(help, "caption", "subtle")
        self.setLayout(vbox(self.label, self.line, self._note, spacing=4))
        self._note.setHidden(not help)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._finish)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Fills the line without a signal."""
        self.line.setText(text)

    @property
    def fault(self) -> str:
        """The fault that is shown, or nothing."""
        return self._note.text() if self.line.property("fault") == "true" else ""

    def set_fault(self, fault: str) -> None:
        """Shows what is wrong below the line and announces it; an empty text takes it back."""
        if fault == self.fault:
            return
        self.line.setProperty("fault", "true" if fault else "false")
        style = self.line.style()
        style.unpolish(self.line)
        style.polish(self.line)
        self._note.setText(fault or self._help_text)
        self._note.set_color("brick_text" if fault else "subtle")
        self._note.setHidden(not (fault or self._help_text))
        self.line.setAccessibleDescription(fault or self._help_text)
        if fault:
            announce(self.line, fault)

    def set_help(self, help: str) -> None:
        """Changes the help."""
        self._help_text = help
        if not self.fault:
            self._note.setText(help)
            self._note.setHidden(not help)
            self.line.setAccessibleDescription(help)

    def _finish(self) -> None:
        self.finished.emit(self.line.text())


def labelled(label: str, widget: QWidget, help: str = "") -> QWidget:
    """Any control with a label above and help below; gives the control its accessible name where it has none."""
    title = Text(label, "captionb", "muted")
    assert isinstance(title, QLabel)
    title.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(label)
    if help and not widget.accessibleDescription():
        widget.setAccessibleDescription(help)
    whole = QWidget()
    whole.setLayout(vbox(title, widget, *([Text(help, "caption", "subtle")] if help else []), spacing=4))
    return whole
