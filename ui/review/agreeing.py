"""How far you and the judge agree: numbers once there are enough reviews with marks of yours, and until then how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rehearse.review.agreement import ENOUGH, Agreement, CheckAgreement, Compared
from ui.theme.theme import theme_of
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text

_HOW = "Put your mark beside the judge's: with the checks below, or in a review under each check."
_KAPPA = (
    "Kappa is what is left of the agreement once chance is taken off: 1 is always the same, 0 is what guessing would give. Where "
    "you and the judge said one and the same every time, it is not defined."
)
_SAME, _WIDE = 84, 86  # px of the columns at 100 %


class AgreementCard(Card):
    """Empty until `tell` is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 1, "line", pad=16, parent=parent)
        self.setAccessibleName("How far you and the judge agree")
        self.box.set_space(spacing=4)
        self.box.add(Text("How far you and the judge agree", "title"))
        self._rows: list[QWidget] = []
        self._cells: list[tuple[Text, int]] = []

    def tell(self, found: Sequence[Agreement]) -> None:
        """Show this in the place of what was shown."""
        for row in self._rows:
            self.box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._cells = [], []
        for row in self._all(found):
            self._rows.append(row)
            self.box.addWidget(row)
        self.restyle()

    def restyle(self) -> None:
        """Takes the widths of the columns from the theme again."""
        theme = theme_of(self)
        for cell, width in getattr(self, "_cells", ()):
            cell.setFixedWidth(theme.px(width))

    @property
    def text(self) -> str:
        """All of it, as it is read."""
        lines = []
        for row in self._rows:
            texts = [row] if isinstance(row, Text) else row.findChildren(Text)
            lines.append("  ".join(t.text() for t in texts))
        return "\n".join(line for line in lines if line)

    def _all(self, found: Sequence[Agreement]) -> list[QWidget]:
        if not found:
            none = f"No review has marks of yours yet. {ENOUGH} are needed before there is a number."
            return [Text(none, "body"), Text(_HOW, "caption", "subtle")]
        rows: list[QWidget] = []
        for of in found:
            rows += [Rule(), *self._judge(of)] if rows else self._judge(of)
        rows.append(Text(_KAPPA if any(a.enough for a in found) else _HOW, "caption", "subtle"))
        return rows

    def _judge(self, of: Agreement) -> list[QWidget]:
        judge = Text("Judged offline" if of.judge == "offline" else f"Judged by {visible(one_line(of.judge, 60))}", "bodyb")
        if not of.enough:
            have = f"{of.reviews} review has" if of.reviews == 1 else f"{of.reviews} reviews have"
            more = f"{have} marks of yours. {ENOUGH} are needed before there is a number: {ENOUGH - of.reviews} more."
            return [judge, Text(more, "body")]
        whole = f"{of.reviews} reviews, {of.whole.n} checks that you marked. The same in {of.whole.same} ({_percent(of.whole)})."
        rows: list[QWidget] = [judge, Text(f"{whole} {_kappa_words(of.whole)}", "body"), Text(_sums(of), "body")]
        rows.append(self._row("Check", "Same", "Kappa", "captionb", "captionb"))
        rows += [self._check(c) for c in of.checks]
        return rows

    def _check(self, of: CheckAgreement) -> QWidget:
        kappa = _number(of.told.kappa) if of.told.kappa is not None else "not defined"
        question = visible(one_line(of.question, 200))
        return self._row(
            question, f"{of.told.same} of {of.told.n}", kappa, "body", "num" if of.told.kappa is not None else "caption"
        )

    def _row(self, first: str, same: str, kappa: str, role: str, last: str) -> QWidget:
        right = Qt.AlignmentFlag.AlignRight
        cells = (
            Text(same, "num" if role == "body" else role, "muted", wrap=False, align=right),
            Text(kappa, last, "muted", wrap=False, align=right),
        )
        self._cells += [(cells[0], _SAME), (cells[1], _WIDE)]
        return wrap(hbox((Text(first, role, "text" if role == "body" else "muted"), 1), *cells, margins=(0, 1, 0, 1), spacing=8))


def _sums(of: Agreement) -> str:
    if not of.sums:
        return "No criterion has a mark of yours on each of its checks, so counts are not compared."
    share = f"{of.within_one} of {of.sums} ({100 * of.within_one / of.sums:.0f} %)"
    return f"Criteria that you marked whole: in {share} your count and the judge's are at most one apart."


def _kappa_words(told: Compared) -> str:
    return f"Kappa {_number(told.kappa)}." if told.kappa is not None else "Kappa is not defined: all are the same."


def _number(kappa: float) -> str:
    return f"{kappa:.2f}".replace("-", "\u2212")


def _percent(told: Compared) -> str:
    return f"{100 * told.share:.0f} %"
