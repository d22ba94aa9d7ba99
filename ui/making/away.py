"""Answers that were put away by starting over, and the way back to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from rehearse.making.answers import Answers
    from rehearse.making.base import Base

SAID = "Your answers were put away."


class PutAway(QObject):
    """Offers them back at the bottom of ``over``; ``take_back`` gets what was put away where a person wants it."""

    def __init__(self, over: QWidget, take_back: Callable[[Base, Answers], None]) -> None:
        super().__init__(over)
        self.toast = Toast(over)
        self._take_back = take_back
        self._put: tuple[Base, Answers] | None = None
        self.toast.undone.connect(self._undo)

    def offer(self, base: Base, answers: Answers) -> None:
        """Say that these are gone, with a way back."""
        self._put = (base, answers)
        self.toast.offer(SAID)

    def _undo(self, _key: str) -> None:
        put, self._put = self._put, None
        if put is not None:
            self._take_back(*put)
