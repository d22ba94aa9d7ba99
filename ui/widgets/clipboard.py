"""What was copied out of a transcript outlives the program; the Python object that holds it does not."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication


def let_go() -> None:
    """Leave plain text behind in place of our own object, in the clipboard and in the selection of X11.

    Qt deletes what the clipboard holds after the interpreter has ended, and an object made by Python cannot be deleted then.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.setText(clipboard.text(QClipboard.Mode.Selection), QClipboard.Mode.Selection)
