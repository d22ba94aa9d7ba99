"""The bar for a problem, in place: what happened, what may help, and up to two ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.layouts import Box, clear, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.roles import install_roles
from ui.widgets.text import Text

KINDS: Final[dict[str, tuple[str, str]]] = {"info": ("blue", "info"), "amber": ("amber", "alert"), "brick": ("brick", "alert")}
_NARROW_EM = 46


class Banner(QWidget):
    """Hidden until ``say``; hides when a way is chosen, unless ``stays``.

    Signals: ``chosen(str)`` the key of the button that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, stays: bool = False) -> None:
        super().__init__(parent)
        install_roles()
        self.kind = "info"
        self._stays = stays
        self._icon = Picture("info", "blue_text", 18)
        self._sentence = Text("", "bodyb")
        self._hint = Text("", "body", "muted")
        words = wrap(vbox(self._sentence, self._hint, spacing=1))
        lead = hbox(wrap(vbox(self._icon, None, margins=(0, 1, 0, 0))), (words, 1), spacing=10)
        self._buttons: Box = hbox(spacing=8)
        self._row: Box = hbox((lead, 1), self._buttons, margins=(14, 10, 12, 10), spacing=12)
        self.setLayout(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def sentence(self) -> str:
        """What happened, as it is shown."""
        return self._sentence.text()

    def say(
        self, sentence: str, hint: str = "", ways: Sequence[tuple[str, str]] = (), kind: str = "info", assertive: bool = False
    ) -> None:
        """Shows a problem. ``ways`` are up to two pairs of a key and the words on its button; the first is the better one.

        ``kind`` is info, amber or brick. Raises KeyError for another kind and ValueError for more than two ways.
        """
        if len(ways) > 2:
            raise ValueError("A bar has at most two buttons.")
        hue, icon = KINDS[kind]
        self.kind = kind
        self._icon.set(icon, f"{hue}_text")
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setHidden(not hint)
        clear(self._buttons)
        for i, (key, words) in enumerate(ways):
            way = Button(words, "" if i == 0 else "ghost")
            way.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            self._buttons.addWidget(way)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(hint)
        self._fold()
        if self.parentWidget() is None:
            # Not in a page yet: shown with the page, never as a window of its own.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            self.show()
        self.updateGeometry()
        self.update()
        announce(self, f"{sentence} {hint}".strip(), assertive)

    def buttons(self) -> list[Button]:
        """The buttons that are shown now."""
        found = (self._buttons.itemAt(i).widget() for i in range(self._buttons.count()))
        return [way for way in found if isinstance(way, Button)]

    def _choose(self, key: str) -> None:
        if not self._stays:
            self.hide()
        self.chosen.emit(key)

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def _fold(self) -> None:
        narrow = theme_of(self).em(self.width()) < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        hue = KINDS[self.kind][0]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{hue}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
