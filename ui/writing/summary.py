"""The line above a form: how much is to be mended and looked at, what comes next, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.settings.parts import Fold
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.layouts import vbox
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text
from ui.writing.forms import place_at, told

if TYPE_CHECKING:
    from rehearse.writing.document import Remark

NEXT = "F8"


class Summary(QWidget):
    """Signals: ``wanted(object)`` the remark that one wants to go to."""

    wanted = Signal(object)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._remarks: tuple[Remark, ...] = ()
        self._last: Remark | None = None
        self._said = ""
        self._low = False
        self.faults, self.warnings = Chip("", "brick", "alert"), Chip("", "amber", "info")
        self.good = Chip("Nothing to mend", "accent", "check")
        self.next = Button("Next", "link", "right", tip=f"To the next field that something is said about ({NEXT})")
        self.what = Text("", "caption", "muted", wrap=False)
        self._row = Fold(self.faults, self.warnings, self.good, self.next, spacing=8)
        self.setLayout(vbox(self._row, self.what, spacing=3))
        self.next.clicked.connect(self.step)
        for part in (self.faults, self.warnings, self.good, self.next, self.what):
            part.hide()

    def set_low(self, low: bool) -> None:
        """Whether there is little height: then what comes next stands only at its field."""
        self._low = low
        self.what.setHidden(not self.what.text() or low)
        self.next.set_tip(self.what.text() if low else f"To the next field that something is said about ({NEXT})")

    @property
    def text(self) -> str:
        """The counts, as they are shown."""
        return ", ".join(chip.text() for chip in (self.faults, self.warnings, self.good) if not chip.isHidden())

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Count these. What is to be mended comes first."""
        self._remarks = tuple(sorted(remarks, key=lambda remark: (remark.warning, self._place(remark))))
        faults = sum(not remark.warning for remark in remarks)
        warnings = len(remarks) - faults
        self.faults.set(f"{faults} to mend")
        self.warnings.set(f"{warnings} to look at")
        self.faults.setVisible(bool(faults))
        self.warnings.setVisible(bool(warnings))
        self.good.setVisible(not remarks)
        self.next.setVisible(bool(remarks))
        coming = self._coming()
        words = told(self._kind, coming) if coming else ""
        self.what.setText(visible(one_line(words, 300)))
        self.what.setHidden(not words or self._low)
        self._row.fold()
        if self._said and self.text != self._said:
            announce(self, self.text)
        self._said = self.text

    def _place(self, remark: Remark) -> tuple[tuple[int, int], int]:
        """Where it stands in the form: the field of the section, then the line of the file; what is about the whole file comes last."""
        return place_at(self._kind, remark.path), remark.line

    def _coming(self) -> Remark | None:
        if not self._remarks:
            return None
        if self._last in self._remarks:
            return self._remarks[(self._remarks.index(self._last) + 1) % len(self._remarks)]
        return self._remarks[0]

    def step(self) -> None:
        """Go to the next one."""
        coming = self._coming()
        if coming is not None:
            self._last = coming
            self.wanted.emit(coming)
