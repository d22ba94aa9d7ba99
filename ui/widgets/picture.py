"""An icon as a label: decoration beside words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.theme import theme_of


class Picture(QLabel):
    """An icon of the set in a token's colour; ``name`` only where no words beside it say the same."""

    def __init__(self, icon: str, token: str = "muted", size: float = 16, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._token, self._size = icon, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.restyle()

    def set(self, icon: str, token: str | None = None) -> None:
        """Shows another icon."""
        self._icon = icon
        self._token = self._token if token is None else token
        self.restyle()

    def restyle(self) -> None:
        """Takes the picture from the theme again."""
        theme = theme_of(self)
        self.setPixmap(theme.icon_pixmap(self._icon, self._token, theme.px(self._size), self.devicePixelRatioF()))
