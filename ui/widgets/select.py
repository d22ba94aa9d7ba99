"""One of many choices, in a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.theme.theme import theme_of
from ui.widgets.plain import one_line

_ARROW = 14


class Select(QComboBox):
    """``choices`` are pairs of a key and its words; ``name`` is what a screen reader says.

    The wheel does not change it by accident. Signals: ``changed(str)`` the key, when a person chose.
    """

    changed = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]] = (), value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # under Linux the name of a combo box is its choice, and the label a relation
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices, value)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """Replaces the choices without a signal; keeps the one chosen where it is still there."""
        wanted = value or self.value
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(one_line(words, 120), key)
        place = self.findData(wanted)
        self.setCurrentIndex(max(0, place) if self.count() else -1)
        self.blockSignals(False)
        self.update()

    @property
    def value(self) -> str:
        """The key of what is chosen, empty when there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Chooses without a signal. Raises ValueError for an unknown key."""
        place = self.findData(key)
        if place < 0:
            raise ValueError(f"{key!r} is none of the choices")
        self.setCurrentIndex(place)

    def _activated(self, place: int) -> None:
        self.changed.emit(self.value)

    def shown(self, option: QStyleOptionComboBox) -> str:
        """The choice as there is room for it: Qt would cut it off in the middle of a letter."""
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, field.width() - 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        option, style = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        option.currentText = self.shown(option)
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        style.end()
        theme = theme_of(self)
        side = theme.px(_ARROW)
        painter = QPainter(self)
        picture = theme.icon_pixmap("down", "muted" if self.isEnabled() else "subtle", side, self.devicePixelRatioF(), 2.0)
        left = theme.sp(8) if self.isRightToLeft() else self.width() - side - theme.sp(9)
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture)
