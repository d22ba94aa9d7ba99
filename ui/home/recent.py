"""The newest meetings, as rows that lead back into them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from rehearse.library.records import RehearsalRow
from ui.library import rows as words
from ui.theme.theme import Theme, theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import clear, hbox, vbox, wrap
from ui.widgets.mini_ladder import MiniLadder
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_LADDER_EM, _CHECKS_EM = 44, 54


class RecentRow(QWidget):
    """One meeting. Signals: ``opened()`` and ``delete_wanted()``."""

    opened = Signal()
    delete_wanted = Signal()

    def __init__(self, row: RehearsalRow, emblem: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._checks = Text(words.checks(row), "caption", "muted", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        imported = words.imported(row)  # nobody knows where they stood: a word in the place of the ladder
        self._ladder = MiniLadder(words.step(row), words.step_words(row), self)
        self._ladder.setHidden(imported)
        self.stands: QWidget = Chip(words.IMPORTED, "stone", "download") if imported else self._ladder
        self.stands.setAccessibleName(words.step_words(row))
        self.link = Button(words.link(row), "link", tip="Delete removes it; you can take that back")
        # Two meetings may have one title: person and day tell them apart.
        self.link.setAccessibleName(f"{words.link(row)}: {words.title(row)}, {words.below(row)}, {words.step_words(row)}")
        self.link.clicked.connect(self.opened)
        self._end = wrap(hbox(None, self.link))
        name = vbox(
            Text(words.title(row), "bodyb", wrap=False), Text(words.below(row), "caption", "muted", wrap=False), spacing=1
        )
        self._ladder_box = wrap(hbox(self.stands, None))
        # It may be told from whom it was judged like, and is not them.
        self.avatar = Avatar("" if imported else emblem, 30)
        self.setLayout(hbox(self.avatar, (name, 1), self._checks, 4, self._ladder_box, 4, self._end, spacing=12))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.restyle()

    def restyle(self) -> None:
        """Takes the widths of the columns from the theme again."""
        theme = theme_of(self)
        read, checks = _advance(theme, "buttonb", words.READ), _advance(theme, "caption", words.WIDEST_CHECKS)
        self._end.setFixedWidth(max(self.link.sizeHint().width(), read + 2))
        self._checks.setFixedWidth(checks)
        self._ladder_box.setFixedWidth(self._ladder.sizeHint().width())
        self._fold()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        em = theme_of(self).em(self.width())
        self._ladder_box.setVisible(em > _LADDER_EM)
        self._checks.setVisible(em > _CHECKS_EM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.link(self.row)).triggered.connect(self.opened)
        delete = menu.addAction("Delete")
        delete.setShortcut(QKeySequence("Del"))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.delete_wanted)
        menu.popup(self.mapToGlobal(place))


def _advance(theme: Theme, role: str, text: str) -> int:
    """The width of a text. The list of meetings has the same in ``ui.library.painting``, which Home need not wait for."""
    return math.ceil(QFontMetricsF(theme.font(role)).horizontalAdvance(text)) + 2


class Recent(Card):
    """The card "Pick up where you left off", hidden while there is nothing. Signals: ``opened(object)`` and
    ``delete_wanted(object)``, each with the row of the library."""

    opened = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, parent=parent)
        self._shown: tuple[tuple[RehearsalRow, str], ...] = ()
        self.rows: list[RecentRow] = []
        self._list = vbox(spacing=8)
        self.box.add(Text("Pick up where you left off", "title", wrap=False), 2, self._list)
        self.hide()

    def show_rows(self, rows: Sequence[RehearsalRow], emblem_of: Callable[[str], str]) -> None:
        """Shows these meetings, newest first; nothing changes where they are the same."""
        wanted = tuple((row, emblem_of(row.persona_id)) for row in rows)
        if wanted == self._shown:
            return
        held = next((i for i, made in enumerate(self.rows) if made.link.hasFocus()), -1)
        clear(self._list)
        self._shown, self.rows = wanted, []
        for i, (row, emblem) in enumerate(wanted):
            if i:
                self._list.addWidget(Rule())
            made = RecentRow(row, emblem)
            made.opened.connect(lambda row=row: self.opened.emit(row))
            made.delete_wanted.connect(lambda row=row: self.delete_wanted.emit(row))
            self._list.addWidget(made)
            self.rows.append(made)
        self.setVisible(bool(wanted))
        if held >= 0 and self.rows:
            self.rows[min(held, len(self.rows) - 1)].link.setFocus()
