"""The theme: mode, text scale, motion and contrast, and everything that is computed from them."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.fonts import Fonts
from ui.theme.icons import Icons
from ui.theme.palette import palette
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import THEMES, TYPE, more_contrast

MODES: Final = ("system", "light", "dark")
MOTIONS: Final = ("system", "less")
CONTRASTS: Final = ("system", "more")
SMALLEST, LARGEST = 0.8, 2.0
_SPACE_SHARE = 0.35  # space grows slower than type, so that text at 200 % still fits


_STYLED: Final = "fusion"


def application(arguments: list[str]) -> QApplication:
    """The application, in the style that every theme builds on.

    Asked for later, Qt hands that style over as an object, and PySide6 makes a class with 600 names to hold it: a tenth of the
    start.
    """
    made = QApplication([*arguments, "-style", _STYLED])
    made.setProperty(_STYLED, True)
    return made


class Theme(QObject):
    """Colours, sizes, fonts and icons for painting, applied to the application and switched while it runs.

    The composition root makes one and calls ``install()``, and ``dress()`` where it left that for later; ``close()`` undoes
    it. Widgets ask ``theme_of(self)``.
    On a switch every widget and layout that has a method ``restyle()`` is called, then everything repaints.

    ``hints`` stand for ``app.styleHints()`` where the platform has none of its own.
    Signals: ``changed()`` after mode, scale, motion or contrast took effect.
    """

    changed = Signal()
    _current: Theme | None = None

    def __init__(
        self,
        app: QApplication,
        mode: str = "system",
        scale: float = 1.0,
        motion: str = "system",
        contrast: str = "system",
        hints: QObject | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        # Both live as long as the theme: some versions of PySide6 delete them under a temporary.
        self._hints: Any = hints or app.styleHints()
        self._accessibility = getattr(self._hints, "accessibility", lambda: None)()
        self._mode = _one_of(mode, MODES)
        self._motion = _one_of(motion, MOTIONS)
        self._contrast = _one_of(contrast, CONTRASTS)
        self._scale = _within(scale)
        self.fonts = Fonts()
        self.icons = Icons()
        self._colours: dict[tuple[str, float | None], QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._tokens = dict(THEMES["light"])
        self._installed = False
        self._dressed = True
        self._dark = self._strong = False

    @classmethod
    def current(cls) -> Theme:
        """The installed theme. Raises RuntimeError when none is installed: then the composition root forgot it."""
        if Theme._current is None:
            raise RuntimeError("No theme is installed. Make a Theme and call install() before the first widget.")
        return Theme._current

    def install(self, dressed: bool = True) -> None:
        """Applies the theme to the application and follows the system from now on.

        Not ``dressed``, the stylesheet waits for ``dress()``: widgets made meanwhile are dressed once, when all is in its place,
        and not again with each widget that they are put into.
        """
        Theme._current = self
        self._installed = True
        self._dressed = dressed
        if not self._app.property(_STYLED):
            self._app.setStyle(_STYLED)
        self._hints.colorSchemeChanged.connect(self._follow_system)
        signal = getattr(self._accessibility, "contrastPreferenceChanged", None)
        if signal is not None:
            signal.connect(self._follow_system)
        self._apply()

    def dress(self) -> None:
        """Applies the stylesheet."""
        self._dressed = True
        self._app.setStyleSheet(stylesheet(self.hex, self.px, self.sp))

    def close(self) -> None:
        """Stops following the system and forgets the cached pictures."""
        if not self._installed:
            return
        self._installed = False
        self._hints.colorSchemeChanged.disconnect(self._follow_system)
        signal = getattr(self._accessibility, "contrastPreferenceChanged", None)
        if signal is not None:
            signal.disconnect(self._follow_system)
        self.icons.clear()
        if Theme._current is self:
            Theme._current = None

    # ---- what is chosen

    @property
    def mode(self) -> str:
        """``system``, ``light`` or ``dark``: what was chosen."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text scale, 0.8 to 2.0."""
        return self._scale

    @property
    def motion(self) -> str:
        """``system`` or ``less``: what was chosen."""
        return self._motion

    @property
    def contrast(self) -> str:
        """``system`` or ``more``: what was chosen."""
        return self._contrast

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._dark

    @property
    def name(self) -> str:
        """``light`` or ``dark``: what is in use."""
        return "dark" if self._dark else "light"

    @property
    def less_motion(self) -> bool:
        """Whether things should move at once: chosen here or in the system."""
        return self._motion == "less" or _says(self._accessibility, "motionPreference", "ReducedMotion", "Reduced")

    @property
    def more_contrast(self) -> bool:
        """Whether stronger lines and no grey text are wanted: chosen here or in the system."""
        return self._contrast == "more" or _says(self._accessibility, "contrastPreference", "HighContrast")

    def set_mode(self, mode: str) -> None:
        """Chooses ``system``, ``light`` or ``dark``. Raises ValueError for anything else."""
        self.set(mode=mode)

    def set_scale(self, scale: float) -> None:
        """Chooses the text scale; held between 0.8 and 2.0."""
        self.set(scale=scale)

    def set_motion(self, motion: str) -> None:
        """Chooses ``system`` or ``less``. Raises ValueError for anything else."""
        self.set(motion=motion)

    def set_contrast(self, contrast: str) -> None:
        """Chooses ``system`` or ``more``. Raises ValueError for anything else."""
        self.set(contrast=contrast)

    def set(
        self, *, mode: str | None = None, scale: float | None = None, motion: str | None = None, contrast: str | None = None
    ) -> None:
        """Several choices at once, with one restyling. Does nothing when nothing differs."""
        before = (self._mode, self._scale, self._motion, self._contrast)
        if mode is not None:
            self._mode = _one_of(mode, MODES)
        if scale is not None:
            self._scale = _within(scale)
        if motion is not None:
            self._motion = _one_of(motion, MOTIONS)
        if contrast is not None:
            self._contrast = _one_of(contrast, CONTRASTS)
        if self._installed and before != (self._mode, self._scale, self._motion, self._contrast):
            self._apply()

    # ---- what widgets ask for

    def hex(self, name: str) -> str:
        """A token as ``#RRGGBB``. Raises KeyError for an unknown token."""
        return self._tokens[name]

    def color(self, name: str, alpha: float | None = None) -> QColor:
        """A token as a colour, with ``alpha`` 0.0 to 1.0. Do not change what you get: it is shared."""
        key = (name, alpha)
        found = self._colours.get(key)
        if found is None:
            found = QColor(self._tokens[name])
            if alpha is not None:
                found.setAlphaF(alpha)
            self._colours[key] = found
        return found

    def px(self, size: float) -> int:
        """A size that grows with the text, in device-independent pixels."""
        return max(1, round(size * self._scale))

    def sp(self, size: float) -> int:
        """A space: grows with 35 % of what the text grows."""
        return max(1, round(size * (1 + (self._scale - 1) * _SPACE_SHARE)))

    def em(self, width: int) -> float:
        """A width in em (14 px at 100 %): breakpoints are given in em so that they hold at every text scale."""
        return width / self.px(14)

    def font(self, role: str, italic: bool = False, text: str = "") -> QFont:
        """A font of the type scale. With ``text`` the serif gives way where it lacks the letters."""
        if text and not text.isascii():
            return self.fonts.make(role, self._scale, italic, text)
        key = (role, italic)
        if key not in self._fonts:
            self._fonts[key] = self.fonts.make(role, self._scale, italic)
        return QFont(self._fonts[key])

    def line_height(self, role: str) -> float:
        """Line height of a role in per cent of the type size."""
        return TYPE[role][4]

    def icon_pixmap(self, name: str, token: str, size: int, pixel_ratio: float = 1.0, stroke: float = 1.7) -> QPixmap:
        """An icon in a token's colour; ``size`` in device-independent pixels, already scaled."""
        return self.icons.pixmap(name, self._tokens[token], size, pixel_ratio, stroke)

    def icon(self, name: str, token: str = "muted", size: float = 18) -> QIcon:
        """An icon for a control, with a picture for each pixel ratio in use; ``size`` at 100 %."""
        made = QIcon()
        for ratio in self._pixel_ratios():
            made.addPixmap(self.icon_pixmap(name, token, self.px(size), ratio))
        return made

    def duration(self, milliseconds: int) -> int:
        """How long a movement takes: 0 when less motion is wanted."""
        return 0 if self.less_motion else milliseconds

    # ---- within

    def _pixel_ratios(self) -> list[float]:
        return sorted({1.0, *(screen.devicePixelRatio() for screen in self._app.screens())})

    def _wants_dark(self) -> bool:
        return self._mode == "dark" or (self._mode == "system" and self._hints.colorScheme() == Qt.ColorScheme.Dark)

    def _follow_system(self) -> None:
        if self._wants_dark() != self._dark or self.more_contrast != self._strong:
            self._apply()

    def _apply(self) -> None:
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self._mode, Qt.ColorScheme.Unknown)
        self._hints.colorSchemeChanged.disconnect(self._follow_system)
        self._hints.setColorScheme(wanted)
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._dark = self._wants_dark()
        self._strong = self.more_contrast
        tokens = THEMES[self.name]
        self._tokens = more_contrast(tokens) if self._strong else dict(tokens)
        self._colours.clear()
        self._fonts.clear()
        self.icons.clear()
        if self._app.styleSheet():
            self._app.setStyleSheet("")  # Qt puts a sheet on anew in a quarter of the time in which it changes one for another
        self._app.setFont(self.font("body"))
        self._app.setPalette(palette(self.color))
        if self._dressed:
            self.dress()
        restyle_all(self._app)
        self.changed.emit()


def theme_of(widget: QWidget | None = None) -> Theme:
    """The theme that ``widget`` is painted with."""
    return Theme.current()


def restyle_all(app: QCoreApplication) -> None:
    """Calls ``restyle()`` on every widget and layout that has it, parents before children, and repaints all."""
    for top in QApplication.topLevelWidgets():
        for part in (top, *top.findChildren(QObject)):
            restyle = getattr(part, "restyle", None)
            if restyle is not None:
                restyle()
            if isinstance(part, QWidget):
                part.update()


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _within(scale: float) -> float:
    return min(LARGEST, max(SMALLEST, float(scale)))


def _says(hints: object, question: str, *answers: str) -> bool:
    """Whether the system's accessibility hints give one of ``answers``; older Qt cannot be asked everything."""
    asked = getattr(hints, question, None)
    return asked is not None and getattr(asked(), "name", "") in answers
