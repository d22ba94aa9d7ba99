"""What was copied out of a transcript outlives the program; the Python object that holds it does not."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_OURS = "application/x-rehearse"


def plain_text(text: str) -> QMimeData:
    """Plain text for the clipboard, marked as ours so that `let_go` knows it again."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    return data


def let_go() -> None:
    """Leave text behind in place of our own object, in the clipboard and in the selection of X11.

    Qt deletes what the clipboard holds after the interpreter has ended, and an object made by Python cannot be deleted then.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if mode == QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        held = clipboard.mimeData(mode)
        if held is not None and held.hasFormat(_OURS):
            clipboard.setText(clipboard.text(mode), mode)
