"""One criterion of the check sheet: its ticks, and folded below them each check with the words that decided it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from rehearse.review.types import CriterionScore, Mark, Place
from ui.review import words
from ui.review.marking import Marking
from ui.review.own_mark import MarkBox
from ui.review.pressable import Pressable
from ui.widgets.checks import Checks
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.prose import Prose
from ui.widgets.text import Text

_ICONS = {"yes": ("check", "accent_text"), "no": ("dash", "subtle"), "na": ("dots", "subtle"), "unsure": ("info", "amber_text")}


class CriterionRow(QWidget):
    """With a `marking`, each check has a place for one's own mark. Signals: ``quoted(object)`` a Place, when somebody goes to the words of a check."""

    quoted = Signal(object)

    def __init__(
        self,
        score: CriterionScore,
        marks: Sequence[tuple[Mark, Place | None]],
        caption: str,
        marking: Marking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marking = marking
        self.id = score.id
        self._title = visible(score.title)
        self._marks = tuple(marks)
        self._arrow = Picture("right", "subtle", 13)
        count = f"{score.passed} of {score.applicable}" if score.applicable else "does not apply"
        top = hbox((Text(self._title, "bodyb"), 1), Checks(score.passed, score.applicable), self._arrow, spacing=8)
        self.opener = Pressable(
            vbox(top, Text(caption, "caption", "muted", wrap=False), margins=(0, 3, 0, 3), spacing=2),
            f"{self._title}, {count}",
            "Opens the checks of this criterion",
        )
        self.opener.clicked.connect(lambda: self.open(not self.is_open))
        self._box = vbox(self.opener, spacing=2)
        self.setLayout(self._box)
        self._inside: QWidget | None = None
        self._lines: dict[str, QWidget] = {}

    @property
    def is_open(self) -> bool:
        return self._inside is not None and not self._inside.isHidden()

    def open(self, wanted: bool = True) -> None:
        """Show or fold the checks; they are built when they are first wanted."""
        if wanted and self._inside is None:
            before: QWidget = self.opener
            self._inside = wrap(vbox(*(self._line(m, p) for m, p in self._marks), margins=(2, 2, 0, 8), spacing=9))
            self._box.addWidget(self._inside)
            for part in self._inside.findChildren(QAbstractButton):
                QWidget.setTabOrder(before, part)
                before = part
        if self._inside is not None:
            self._inside.setVisible(wanted)
        self._arrow.set("down" if wanted else "right")
        what = "Folds" if wanted else "Opens"
        self.opener.setAccessibleDescription(f"{what} the checks of this criterion")

    def show_check(self, check: str) -> QWidget:
        """Open it at one check; gives what takes the focus there."""
        self.open()
        line = self._lines.get(check, self.opener)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        return line

    def _line(self, mark: Mark, place: Place | None) -> QWidget:
        icon, token = _ICONS[mark.verdict] if mark.why != "opposite_shown" else ("x", "subtle")
        parts: list[QWidget] = [Text(visible(mark.asked), "body", "text" if mark.passed else "muted")]
        if mark.passed and place is not None:
            parts.append(self._quote(mark, place))
        else:
            said = words.verdict(mark)
            parts.append(Text(f"{said}.", "caption", "amber_text" if mark.verdict == "unsure" else "subtle"))
            if mark.why == "opposite_shown" and place is not None:
                parts.append(self._quote(mark, place))
        if self._marking is not None:
            parts.append(MarkBox(mark, self._marking))
        return wrap(
            hbox(wrap(vbox(Picture(icon, token, 14), None, margins=(0, 2, 0, 0))), (wrap(vbox(*parts, spacing=2)), 1), spacing=7)
        )

    def _quote(self, mark: Mark, place: Place) -> QWidget:
        shown = words.quoted(place.quote)
        link = Pressable(
            hbox((Prose(shown, "body", "accent_text", italic=True), 1), margins=(0, 2, 0, 2)),
            f"{shown}. {visible(mark.asked)}",
            "Goes to these words in the transcript",
        )
        link.clicked.connect(lambda: self.quoted.emit(place))
        self._lines[mark.check] = link
        return link


def caption(score: CriterionScore, marks: Sequence[tuple[Mark, Place | None]], ledger: str) -> str:
    """One line under a criterion: your words that show it best, or what became of the objections."""
    if not score.applicable:
        return "Does not apply to this meeting."
    if any(m.why == "from_ledger" for m, _ in marks):
        return f"{ledger[:1].upper()}{ledger[1:]}." if ledger else "Nothing was objected."
    quote = next((p.quote for m, p in marks if m.passed and p is not None), "")
    if quote:
        return words.quoted(quote, 120)
    return "Unsure." if any(m.verdict == "unsure" for m, _ in marks) else "Not shown."
