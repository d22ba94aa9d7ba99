"""A brief that somebody sent, to be read: its five parts, and each fact with where it is from."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.pitches import Brief
from ui.theme.theme import theme_of
from ui.widgets.layouts import Box, hbox, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.text import Text

_MOST = 4_000  # characters of a part that are shown
_LABEL, _NARROW_EM = 132, 40
NO_SOURCE = "no source"


class BriefShown(QWidget):
    """What others wrote is plain text. Labels stand before the parts, above them where there is little room."""

    def __init__(self, brief: Brief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Box, Text]] = []
        column = vbox(spacing=4)
        for label, text in (("Problem", brief.problem), ("Outcome for them", brief.outcome)):
            self._add(column, label, [_text(text)] if text.strip() else [])
        self._add(column, "Evidence", [_fact(e.says, e.source) for e in brief.evidence if e.says.strip()])
        for label, text in (("Smallest step", brief.step), ("Ask", brief.ask)):
            self._add(column, label, [_text(text)] if text.strip() else [])
        self.setLayout(column)
        self.restyle()

    def _add(self, column: Box, label: str, parts: list[QWidget]) -> None:
        said = parts or [Text("Not written", "body", "subtle")]
        head = Text(label, "caption", "muted")
        row = hbox(wrap(vbox(head, None, margins=(0, 2, 0, 0))), (wrap(vbox(*said, spacing=2)), 1), spacing=10)
        self._rows.append((row, head))
        column.add(row)

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """Folds; the labels are one column."""
        theme = theme_of(self)
        narrow = theme.em(self.width()) < _NARROW_EM
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row, head in self._rows:
            head.setFixedWidth(theme.px(_LABEL))
            if row.direction() != wanted:
                row.setDirection(wanted)
                row.set_space(spacing=1 if narrow else 10)
                self.updateGeometry()


def _text(text: str) -> QWidget:
    return Text(visible(" ".join(text.split()))[:_MOST], "body")


def _fact(says: str, source: str) -> QWidget:
    said = visible(" ".join(says.split()))[:_MOST]
    from_ = visible(" ".join(source.split()))[:_MOST]
    below = Text(f"Source: {from_}", "caption", "muted") if from_ else Text(NO_SOURCE.capitalize(), "caption", "amber_text")
    return wrap(vbox(Text(said, "body"), below, spacing=0))
