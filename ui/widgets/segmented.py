"""One of a few choices, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.layouts import Box, hbox
from ui.widgets.plain import one_line
from ui.widgets.roles import install_roles


class Choice(QRadioButton):
    """One choice of a row: a radio button, so that arrow keys and screen readers work; only the paint is ours."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = one_line(text, 80)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Takes the size from the theme again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = QFontMetricsF(theme.font("bodyb", text=self._text)).horizontalAdvance(self._text)
        return QSize(round(words) + 2 * theme.sp(14) + theme.px(22), max(32, theme.px(22) + 2 * theme.sp(6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, possible = self.isChecked(), self.isEnabled()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if chosen and possible else "control" if possible else "line"
        fill = "accent_soft" if chosen else "sunken" if self.underMouse() or not possible else "surface"
        painter.setPen(QPen(theme.color(edge), 1.6 if chosen else 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(rect, theme.sp(8), theme.sp(8))
        radius = theme.px(6.5)
        middle = rect.center()
        middle.setX(rect.left() + theme.sp(12) + radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(edge), 1.6))
        painter.drawEllipse(middle, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if possible else "subtle"))
            painter.drawEllipse(middle, radius * 0.52, radius * 0.52)
        painter.setFont(theme.font("bodyb" if chosen else "body", text=self._text))
        painter.setPen(theme.color("subtle" if not possible else "accent_text" if chosen else "text"))
        room = rect.adjusted(theme.sp(12) + 2 * radius + theme.sp(6), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)


class Segmented(QWidget):
    """A row of choices that stacks when it does not fit. One is always chosen.

    ``choices`` are pairs of a key and its words. Signals: ``changed(str)`` the key, when a person chose another one.
    """

    changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()
        if not choices:
            raise ValueError("A row of choices needs at least one.")
        self.setAccessibleName(name)
        self._row: Box = hbox(spacing=8)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        for i, (_, words) in enumerate(choices):
            choice = Choice(words)
            choice.setAccessibleName(f"{name}: {words}" if name else words)
            self._group.addButton(choice, i)
            self._row.addWidget(choice)
        self._row.addStretch(1)
        self.setLayout(self._row)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._quiet = True
        self._group.idToggled.connect(self._toggled)
        self.set_value(value or self._keys[0])

    @property
    def value(self) -> str:
        """The key of what is chosen."""
        return self._keys[self._group.checkedId()]

    def set_value(self, key: str) -> None:
        """Chooses without a signal. Raises ValueError for an unknown key."""
        self._quiet = True
        self._group.button(self._keys.index(key)).setChecked(True)
        self._quiet = False
        self._rove()

    def choices(self) -> list[Choice]:
        """The buttons, in order."""
        return [button for button in self._group.buttons() if isinstance(button, Choice)]

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Makes one choice possible or not."""
        self._group.button(self._keys.index(key)).setEnabled(enabled)

    def _rove(self) -> None:
        """Tab comes to the one that is chosen, and the arrow keys go on from there. Qt sees to it after the first visit only."""
        for choice in self.choices():
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self._rove()
        if on and not self._quiet:
            self.changed.emit(self._keys[number])

    def minimumSizeHint(self) -> QSize:
        widest = max(choice.sizeHint().width() for choice in self.choices())
        return QSize(widest, super().minimumSizeHint().height())

    def restyle(self) -> None:
        """Stacks again, since the text may have grown."""
        self._fold()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        space = self._row.spacing()
        needed = sum(choice.sizeHint().width() + space for choice in self.choices()) - space
        narrow = self.width() < needed
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
