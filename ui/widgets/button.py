"""Buttons: plain Qt buttons in the kinds of the stylesheet, with icons that follow the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.theme.theme import theme_of
from ui.widgets.plain import mnemonic_free, tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

KINDS = ("", "primary", "danger", "ghost", "link", "move", "nav", "tab")
_TOKENS = {"primary": "on_accent", "danger": "brick_text", "link": "accent_text"}
_ICON = 16
_FONTS = {"primary": "buttonb", "link": "buttonb", "move": "move"}


class Button(QPushButton):
    """A button with words. Signals: those of QPushButton.

    ``kind`` is one of ``KINDS``. ``tip`` explains; ``shortcut`` works, and stands in the tooltip and the description.
    """

    def __init__(
        self,
        text: str,
        kind: str = "",
        icon: str | None = None,
        tip: str = "",
        shortcut: str = "",
        token: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._token, self._tip, self._keys = kind, icon, token, tip, shortcut
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        if kind in ("nav", "tab"):
            self.setCheckable(True)
            self.toggled.connect(self._weigh)
        self.set_text(text)
        self.restyle()

    def _weigh(self) -> None:
        """A place or tab that is chosen is bold. Set here: the stylesheet does not reach the axis of a variable font."""
        bold = self._kind in ("nav", "tab") and self.isChecked()
        self.setFont(theme_of(self).font("buttonb" if bold else _FONTS.get(self._kind, "button"), text=self.text()))

    def set_text(self, text: str) -> None:
        """Changes the words, which are never a shortcut nor markup."""
        lead = "\u2002" if self._kind == "nav" else "\u200a" if self._icon else ""
        self.setText(lead + mnemonic_free(text))
        self.setAccessibleName(text)
        self._explain()

    def set_icon(self, icon: str | None) -> None:
        """Changes the icon."""
        self._icon = icon
        self.restyle()

    def set_kind(self, kind: str) -> None:
        """Changes how much it stands out: between ``""``, ``primary``, ``danger``, ``ghost``, ``link``."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind or None)
            self.style().unpolish(self)
            self.style().polish(self)
            self.restyle()

    def set_tip(self, tip: str) -> None:
        """Changes the explanation."""
        self._tip = tip
        self._explain()

    def _explain(self) -> None:
        _explain(self, self._tip, self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does. Qt would leave that to a dialog's default button."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Takes the icon from the theme again."""
        theme = theme_of(self)
        self._weigh()
        if self._icon:
            token = self._token or _TOKENS.get(self._kind, "muted")
            self.setIcon(theme.icon(self._icon, token, _ICON))
            self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))


class Tool(QToolButton):
    """A button with only an icon; ``name`` is its tooltip and what a screen reader says. Signals: those of QToolButton."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: str = "",
        size: float = 18,
        token: str = "muted",
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._token, self._size, self._keys = icon, token, size, shortcut
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind:
            self.setProperty("kind", kind)
        self.set(icon, name)

    def set(self, icon: str, name: str) -> None:
        """Changes icon and name, such as from pause to go on."""
        self._icon = icon
        self.setAccessibleName(name)
        _explain(self, name, self._keys)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Takes the icon from the theme again."""
        theme = theme_of(self)
        self.setIcon(theme.icon(self._icon, self._token, self._size))
        self.setIconSize(QSize(theme.px(self._size), theme.px(self._size)))


def _pressed(button: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    """Whether the key was Enter alone, which has pressed the button then; held down it presses once."""
    alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if not alone or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


def _explain(button: QPushButton | QToolButton, tip: str, shortcut: str) -> None:
    shown = ""
    if shortcut:
        from PySide6.QtGui import QKeySequence

        shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        button.setShortcut(QKeySequence(shortcut))
    whole = f"{tip} ({shown})" if tip and shown else tip or shown
    button.setToolTip(tooltip(whole))
    said = ", ".join(part for part in (tip if tip != button.accessibleName() else "", shown) if part)
    button.setAccessibleDescription(said)


def button(
    text: str, kind: str = "", icon: str | None = None, tip: str = "", shortcut: str = "", token: str | None = None
) -> Button:
    """A button with words."""
    return Button(text, kind, icon, tip, shortcut, token)


def tool(icon: str, name: str, kind: str = "", size: float = 18, token: str = "muted", shortcut: str = "") -> Tool:
    """A button with only an icon."""
    return Tool(icon, name, kind, size, token, shortcut)
