"""The file beside the form: as it is, comments and all, the line of the field that has the focus marked. Read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.settings.parts import Fold
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import vbox
from ui.widgets.plain import tooltip, visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.writing.sheet import Path, Sheet

_PAUSE = 120  # milliseconds after an edit until the file is shown anew
_LEAD = 6  # lines that stay in sight above the one that is marked


class FilePane(QWidget):
    """Signals: ``editor_wanted()`` the file in a program of its own."""

    editor_wanted = Signal()

    def __init__(self, sheet: Sheet, file: str) -> None:
        super().__init__()
        self._sheet = sheet
        self._path: Path = ()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName("The file")
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.editor = Button("Open in your editor", icon="doc", tip="What you change there is noticed here")
        name = Text(visible(file.rpartition("/")[2].rpartition("\\")[2]), "title", wrap=False)
        name.setToolTip(tooltip(visible(file)))
        card = Card(pad=14)
        card.setAccessibleName("The file")
        card.box.add(name, Text("Written as you type. Comments and keys that the form does not know stay.", "caption", "muted"))
        card.box.add(Fold(self.editor), (self.text, 1))
        self.text.setMinimumHeight(160)
        self.setLayout(vbox((card, 1)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._fill)
        sheet.edited.connect(self._timer.start)
        self.editor.clicked.connect(self.editor_wanted)
        self.restyle()

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme_of(self).px(12.5))
        self.text.setFont(font)

    def showEvent(self, event: object) -> None:
        self._fill()

    def show_place(self, path: Path) -> None:
        """Mark the line of this field, and bring it into sight."""
        self._path = path
        if self.isVisible():
            self._fill()

    @property
    def line(self) -> int:
        """The number of the line that is marked, from 1."""
        return self._sheet.document.line_of(self._path) if self._path else 1

    def _fill(self) -> None:
        if not self.isVisible():
            return
        text = self._sheet.document.text()
        if text != self.text.toPlainText():
            across, down = self.text.horizontalScrollBar().value(), self.text.verticalScrollBar().value()
            self.text.setPlainText(text)
            self.text.horizontalScrollBar().setValue(across)
            self.text.verticalScrollBar().setValue(down)
        block = self.text.document().findBlockByNumber(self.line - 1)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.format.setBackground(theme_of(self).color("accent_soft"))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.text.setExtraSelections([mark] if self._path else [])
        if self._path:
            bar = self.text.verticalScrollBar()
            at = block.firstLineNumber()
            if not bar.value() <= at < bar.value() + max(1, bar.pageStep() - 1):
                bar.setValue(max(0, at - _LEAD))
