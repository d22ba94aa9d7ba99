"""How a meeting is judged, on the table before the talk: the criteria, their weights and their checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import Item, clear, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.conversation import Mode
    from rehearse.rubrics import Rubric

_SHOW, _HIDE = "How this is judged", "Hide how this is judged"


class Judging(QWidget):
    """Folded until it is asked for. Signals: ``wanted()`` when it is unfolded: answer with ``show_rubric``."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(_SHOW, "link", "down")
        self._list = vbox(spacing=12)
        self.card = Card(radius=14, elevation=0)
        self.card.box.add(self._list)
        self.setLayout(vbox(wrap(hbox(self.button, None)), self.card, spacing=6))
        self.card.hide()
        self.button.clicked.connect(self._toggle)

    @property
    def unfolded(self) -> bool:
        return not self.card.isHidden()

    def fold(self) -> None:
        """Hides it."""
        self.card.hide()
        self.button.set_text(_SHOW)

    def show_rubric(self, rubric: Rubric, mode: Mode) -> None:
        """Shows the criteria that apply in a mode."""
        clear(self._list)
        criteria = rubric.applying(mode)
        count = sum(len(criterion.checks) for criterion in criteria)
        whole = sum(criterion.weights[mode] for criterion in criteria) or 1
        intro = f"{count} yes-or-no checks. A yes needs your own words; what is not shown does not count."
        self._list.addWidget(Text(intro, "body", "muted"))
        for criterion in criteria:
            share = f"{round(100 * criterion.weights[mode] / whole)} %"
            checks: list[Item] = [
                hbox(
                    wrap(vbox(Picture("check", "accent_text", 14), None, margins=(0, 2, 0, 0))),
                    (Text(visible(check.question)), 1),
                )
                for check in criterion.checks
            ]
            head = hbox((Text(visible(criterion.title), "bodyb", wrap=False), 1), Text(share, "num", "muted", wrap=False))
            self._list.addWidget(wrap(vbox(head, *checks, spacing=4)))
        self.card.show()
        self.button.set_text(_HIDE)

    def _toggle(self) -> None:
        if self.unfolded:
            self.fold()
        else:
            self.wanted.emit()
