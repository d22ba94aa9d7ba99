"""Movement that obeys the theme: with less motion it arrives at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme_of

HOVER: Final = 120
PANEL: Final = 180
PAGE: Final = 240
MARKER: Final = 400


class Glide(QVariantAnimation):
    """Moves a number and hands each step to ``move``. Belongs to ``widget`` and ends with it.

    Signals: those of QVariantAnimation.
    """

    def __init__(self, widget: QWidget, move: Callable[[float], None], milliseconds: int = PANEL) -> None:
        super().__init__(widget)
        self._widget, self._move, self._milliseconds = widget, move, milliseconds
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._step)

    def to(self, start: float, end: float) -> None:
        """Moves from ``start`` to ``end``; at once when nobody would see it or less motion is wanted."""
        self.stop()
        duration = theme_of(self._widget).duration(self._milliseconds)
        if duration == 0 or not self._widget.isVisible():
            self._move(end)
            return
        self.setDuration(duration)
        self.setStartValue(float(start))
        self.setEndValue(float(end))
        self.start()

    def _step(self, value: object) -> None:
        if isinstance(value, float):
            self._move(value)
