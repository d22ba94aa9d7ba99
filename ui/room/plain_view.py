"""A read-only view of plain text: nothing is loaded into it, and only characters leave it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollBar, QTextEdit, QWidget

from ui.room.row import copied
from ui.widgets.clipboard import plain_text


class QuietBar(QScrollBar):
    """A scroll bar that is not seen while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class PlainView(QTextEdit):
    """Its words can be selected by mouse and key. No link opens. Signals: those of QTextEdit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBar(QuietBar())
        # Always there, so that the width stays: else every line would be laid out again when the first page is full.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        document = self.document()
        document.setDocumentMargin(0)
        option = document.defaultTextOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)

    def loadResource(self, type: int, name: QUrl) -> None:
        """Nothing is ever loaded for what others wrote."""
        return

    def createMimeDataFromSelection(self) -> QMimeData:
        return plain_text(copied(self.textCursor().selection().toPlainText()))
