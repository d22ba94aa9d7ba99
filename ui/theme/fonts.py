"""The two font families of the product, loaded from their packages, and the fonts made of the type scale.

Registering a file costs about half a millisecond, and its first use one or two; italics are registered when the first
italic font is asked for. Where the packages are absent, or the text is in a script that a family does not cover, the system
font stands in.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.tokens import TYPE

_PACKAGES = {"Inter": "fontpkg_inter", "Newsreader": "fontpkg_newsreader"}
_TABULAR = frozenset({"clock", "num", "caption", "captionb"})
_LATIN_END = 0x0250
_LATIN_MORE = (0x1E00, 0x2070)  # Latin Extended Additional (Vietnamese) up to and with General Punctuation


def serif_can_show(text: str) -> bool:
    """Whether Newsreader covers the letters of ``text`` (Latin and Vietnamese only)."""
    return all(ord(c) < _LATIN_END or _LATIN_MORE[0] <= ord(c) < _LATIN_MORE[1] or not c.isalpha() for c in text[:400])


class Fonts:
    """Finds, registers and makes fonts. One per theme."""

    def __init__(self) -> None:
        self._system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._registered: dict[tuple[str, bool], bool] = {}

    def has(self, family: str, italic: bool = False) -> bool:
        """Whether the family could be registered; registers it at the first call."""
        key = (family, italic)
        if key not in self._registered:
            self._registered[key] = _register(family, italic)
        return self._registered[key]

    def make(self, role: str, scale: float, italic: bool = False, text: str = "") -> QFont:
        """A font for a role of the type scale, in device-independent pixels times ``scale``.

        ``text`` decides whether the serif can be used. Raises KeyError for an unknown role.
        """
        pixels, weight, family, spacing, _ = TYPE[role]
        serif = family == "Newsreader"
        if serif and not serif_can_show(text):
            family, serif = "Inter", False
        found = self.has(family) and (not italic or self.has(family, True))
        font = QFont()
        font.setFamilies([family, self._system] if found else [self._system])
        font.setPixelSize(max(1, round(pixels * scale)))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if found:
            # Not every version of Qt maps the weight to the axis, and none does once another axis is set: it is always set here.
            font.setVariableAxis(QFont.Tag("wght"), float(weight))
        if found and serif:
            font.setVariableAxis(QFont.Tag("opsz"), min(72.0, max(6.0, float(pixels))))
        if role in _TABULAR:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _register(family: str, italic: bool) -> bool:
    folder = _folder(_PACKAGES[family])
    if folder is None:
        return False
    files = sorted(path for path in folder.glob("*.ttf") if ("Italic" in path.name) == italic)
    return any(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in files)


def _folder(package: str) -> Path | None:
    """The folder with the font files of a package. Looked up on the path: importing the package would be dearer."""
    for place in sys.path:
        folder = Path(place or ".", package, "files")
        if folder.is_dir():
            return folder
    return None
