"""A brief in the list: what it is called, for whom, and what is still to be found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.brief.shelf import Prepared
from ui.widgets.button import Button
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text


class BriefRow(QWidget):
    """Signals: ``open()``, ``drop()``."""

    open = Signal()
    drop = Signal()

    def __init__(self, prepared: Prepared, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = visible(one_line(prepared.title, 120))
        who = f"For {visible(one_line(prepared.person, 60))}" if prepared.person else ""
        facts = len([e for e in prepared.brief.evidence if e.says.strip()])
        counted = f"{facts} fact{'' if facts == 1 else 's'}" if facts else ""
        told = vbox(
            Text(title, "bodyb", wrap=False), Text("  ·  ".join(x for x in (who, counted) if x), "caption", "muted"), spacing=1
        )
        left = prepared.unsourced
        if left:
            told.add(Text(f"{left} without a source", "caption", "amber_text"))
        self.button = Button("Open", "", tip="Read it and write on")
        self.button.setAccessibleName(f"Open, {number}: {title}")
        self.button.clicked.connect(self.open)
        away = Button("", "ghost", "trash", tip="Delete it; that can be undone")
        away.setAccessibleName(f"Delete, {number}: {title}")
        away.clicked.connect(self.drop)
        self.setLayout(hbox((wrap(told), 1), self.button, away, spacing=8))
