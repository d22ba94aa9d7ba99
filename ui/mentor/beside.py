"""One check as two people read it: what each says and why, and the judge's word between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.review.calibration import CheckRead, Word
from rehearse.review.types import Verdict
from ui.assigned import words as names
from ui.theme.theme import theme_of
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text

SAID: dict[Verdict, tuple[str, str]] = {
    "yes": ("Yes", "accent"), "no": ("No", "brick"), "na": ("Does not apply", "stone"), "unsure": ("Not sure", "stone"),
}  # fmt: skip
_JUDGE: dict[Verdict, str] = {"yes": "Yes", "no": "Not shown", "na": "Does not apply", "unsure": "Not sure"}
_NARROW_EM = 34


def word_cell(word: Word) -> QWidget:
    """Who says what of a check, and why."""
    said, hue = SAID[word.verdict]
    why = visible(one_line(word.why, 300)) or "No reason given."
    return wrap(
        vbox(
            hbox(Text(names.name(word.name, 40), "captionb", "muted", wrap=False), Chip(said, hue), None, spacing=8),
            Text(why, "body", "text" if word.why.strip() else "subtle"), None, spacing=3,
        )
    )  # fmt: skip


class BesideRow(QWidget):
    """A question, and below it three columns: one, the judge, the other. They stand below each other where there is little room."""

    def __init__(self, check: CheckRead, one: Word, other: Word, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differ = one.verdict != other.verdict
        question = Text(visible(one_line(check.question, 200)), "bodyb")
        chip = wrap(hbox(Chip("They differ", "amber")) if self.differ else hbox())
        judge = _JUDGE.get(check.judge, "Not judged") if check.judge else "Not judged"
        middle = vbox(hbox(Text("The judge", "captionb", "muted", wrap=False), Chip(judge, "line"), None, spacing=8), None)
        self._columns = hbox((word_cell(one), 5), (wrap(middle), 3), (word_cell(other), 5), spacing=18)
        head = hbox((question, 1), chip, spacing=10)
        head.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        self.setLayout(vbox(head, self._columns, spacing=6))

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds where there is little room."""
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)
            self._columns.set_space(spacing=6 if narrow else 18)
            self.updateGeometry()
