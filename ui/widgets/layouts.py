"""Rows and columns whose space follows the text scale, and helpers to write a screen down as nested calls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QScrollArea, QSizePolicy, QSpacerItem, QWidget
from shiboken6 import isValid

from ui.theme.theme import theme_of

# What hbox and vbox take: a widget, a layout, (either, stretch), a number of pixels, or None for a stretch.
Item = QWidget | QLayout | tuple[QWidget, int] | tuple[QLayout, int] | int | None
Margins = tuple[float, float, float, float]


class Box(QBoxLayout):
    """A row or column. ``margins`` (left, top, right, bottom) and ``spacing`` are given at 100 % and follow the theme."""

    def __init__(
        self, direction: QBoxLayout.Direction, margins: Margins = (0, 0, 0, 0), spacing: float = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(direction)
        self._margins, self._spacing = margins, spacing
        self._gaps: list[tuple[QSpacerItem, float]] = []
        self.restyle()
        if parent is not None:
            parent.setLayout(self)

    def set_space(self, margins: Margins | None = None, spacing: float | None = None) -> None:
        """Changes margins or spacing; sizes at 100 %."""
        self._margins = self._margins if margins is None else margins
        self._spacing = self._spacing if spacing is None else spacing
        self.restyle()

    def add(self, *items: Item) -> Box:
        """Adds items one after the other; gives the box back."""
        for item in items:
            self._add(item)
        return self

    def _add(self, item: Item) -> None:
        if item is None:
            self.addStretch(1)
        elif isinstance(item, int):
            self.addSpacing(theme_of().sp(item))
            self._gaps.append((self.itemAt(self.count() - 1).spacerItem(), item))
        elif isinstance(item, tuple):
            part, stretch = item
            if isinstance(part, QLayout):
                self.addLayout(part, stretch)
            else:
                self.addWidget(part, stretch)
        elif isinstance(item, QLayout):
            self.addLayout(item)
        else:
            self.addWidget(item)

    def restyle(self) -> None:
        """Takes margins and spacing from the theme again."""
        space = theme_of().sp
        self.setContentsMargins(*(space(side) if side else 0 for side in self._margins))
        self.setSpacing(space(self._spacing) if self._spacing else 0)
        self._gaps = [(gap, base) for gap, base in self._gaps if isValid(gap)]
        for gap, base in self._gaps:
            across = self.direction() in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)
            size = space(base)
            still = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
            gap.changeSize(size if across else 0, 0 if across else size, *(still if across else still[::-1]))


def hbox(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: float = 8) -> Box:
    """A row."""
    return Box(QBoxLayout.Direction.LeftToRight, margins, spacing).add(*items)


def vbox(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: float = 8) -> Box:
    """A column."""
    return Box(QBoxLayout.Direction.TopToBottom, margins, spacing).add(*items)


class Grid(QGridLayout):
    """A grid that can be laid out again in another number of columns."""

    def __init__(self, spacing: float = 14) -> None:
        super().__init__()
        self._spacing = spacing
        self.columns = 0
        self.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def place(self, widgets: Sequence[QWidget], columns: int) -> None:
        """Puts the widgets in reading order into ``columns`` columns of equal width."""
        for widget in widgets:
            self.removeWidget(widget)
        for i, widget in enumerate(widgets):
            self.addWidget(widget, i // columns, i % columns)
        for column in range(max(columns, self.columns)):
            self.setColumnStretch(column, 1 if column < columns else 0)
        self.columns = columns

    def restyle(self) -> None:
        """Takes the spacing from the theme again."""
        self.setSpacing(theme_of().sp(self._spacing))


def wrap(layout: QLayout, name: str | None = None, parent: QWidget | None = None) -> QWidget:
    """A plain widget around a layout. ``name`` is an object name of the stylesheet: ``canvas``, ``side`` or ``bar``."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    if name:
        widget.setObjectName(name)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def spacer() -> QWidget:
    """An empty widget, for stretches with a share such as ``(spacer(), 1)``."""
    return QWidget()


def scroll(page: QWidget, name: str, ground: bool = True) -> QScrollArea:
    """A frameless area around ``page`` that scrolls only up and down. ``name`` is what a screen reader says.

    Without ``ground`` it lets shine through what is behind it.
    """
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    if not ground:
        area.setProperty("ground", "none")
    area.setWidget(page)
    area.setAccessibleName(name)
    return area


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and deletes the widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
