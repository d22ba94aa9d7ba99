"""Design tokens: colours of both themes, type scale and the pairs that must stay readable.

Pure data without Qt, so that contrast is tested without a display. Colours are ``#RRGGBB``.
"""

from __future__ import annotations

from typing import Final

LIGHT: Final[dict[str, str]] = {
    "canvas": "#F6F3EC",
    "sunken": "#EDE8DD",
    "surface": "#FFFDF9",
    "raised": "#FFFFFF",
    "line": "#E4DDD0",  # decoration only
    "control": "#8B8373",  # boundary of inputs, must reach 3:1
    "handle": "#C9C0AF",  # scroll bar handles
    "text": "#211E19",
    "muted": "#575146",
    "subtle": "#6A6357",
    "accent": "#1B6454",
    "accent_hover": "#14513F",
    "on_accent": "#FFFFFF",
    "accent_soft": "#DCEBE4",
    "accent_text": "#17594A",
    "ring": "#1B6454",
    "amber": "#B06F00",
    "amber_text": "#7C4E00",
    "amber_soft": "#FAEBCB",
    "brick": "#BF4A2C",
    "brick_text": "#9A3519",
    "brick_soft": "#FAE3DA",
    "blue": "#3B6EA8",
    "blue_text": "#2A5688",
    "blue_soft": "#DFEAF5",
    "violet": "#7656AE",
    "violet_text": "#5F4294",
    "violet_soft": "#EBE4F6",
    "stone": "#857D6F",
    "stone_text": "#575146",
    "stone_soft": "#EDE8DD",
    "bubble": "#E2EEE8",
    "bubble_text": "#17352D",
    "shadow": "#3A2F1C",
}
DARK: Final[dict[str, str]] = {
    "canvas": "#151411",
    "sunken": "#0F0E0C",
    "surface": "#1D1B18",
    "raised": "#262420",
    "line": "#35322C",
    "control": "#7E776A",
    "handle": "#4A463E",
    "text": "#F2EEE6",
    "muted": "#BBB4A7",
    "subtle": "#A1998B",
    "accent": "#63C5AC",
    "accent_hover": "#7AD6BF",
    "on_accent": "#07231C",
    "accent_soft": "#1B3A32",
    "accent_text": "#7FD6C0",
    "ring": "#63C5AC",
    "amber": "#E3A83C",
    "amber_text": "#F0C06A",
    "amber_soft": "#3A2C10",
    "brick": "#E97B5B",
    "brick_text": "#F6A084",
    "brick_soft": "#44231A",
    "blue": "#79ABE0",
    "blue_text": "#9CC4EE",
    "blue_soft": "#1B2F46",
    "violet": "#B79AE8",
    "violet_text": "#CDB8F2",
    "violet_soft": "#31264A",
    "stone": "#968E80",
    "stone_text": "#BBB4A7",
    "stone_soft": "#2B2924",
    "bubble": "#1E3A33",
    "bubble_text": "#DDF3EB",
    "shadow": "#000000",
}
THEMES: Final[dict[str, dict[str, str]]] = {"light": LIGHT, "dark": DARK}

HUES: Final = ("accent", "amber", "brick", "blue", "violet", "stone")

# name: (pixels at 100 %, weight, family, letter spacing in per cent, line height in per cent)
TYPE: Final[dict[str, tuple[float, int, str, float, float]]] = {
    "overline": (11, 600, "Inter", 104, 140),
    "caption": (12, 400, "Inter", 100, 140),
    "captionb": (12, 600, "Inter", 100, 140),
    "body": (13.5, 400, "Inter", 100, 150),
    "bodyb": (13.5, 600, "Inter", 100, 150),
    "talk": (15.5, 400, "Inter", 100, 158),
    "title": (16, 600, "Inter", 99, 130),
    "quote": (17, 400, "Newsreader", 100, 140),
    "h2": (21, 500, "Newsreader", 99.5, 125),
    "h1": (32, 500, "Newsreader", 99, 118),
    "clock": (19, 500, "Inter", 98, 110),
    "num": (13.5, 600, "Inter", 100, 140),
    "button": (13.5, 500, "Inter", 100, 140),
    "buttonb": (13.5, 600, "Inter", 100, 140),
    "move": (12.5, 500, "Inter", 100, 140),
}

# (foreground, background, least ratio): every pair that the widgets draw. WCAG 2.2, 1.4.3 and 1.4.11.
_HUES_WITH_TEXT = ("accent", "amber", "brick", "blue", "violet", "stone")
PAIRS: Final[tuple[tuple[str, str, float], ...]] = (
    *((f, b, 4.5) for f in ("text", "muted", "subtle") for b in ("canvas", "sunken", "surface", "raised")),
    *((f"{h}_text", f"{h}_soft", 4.5) for h in _HUES_WITH_TEXT),
    *((f"{h}_text", b, 4.5) for h in _HUES_WITH_TEXT for b in ("canvas", "surface", "raised")),
    *(("text", f"{h}_soft", 4.5) for h in _HUES_WITH_TEXT),
    *(("muted", f"{h}_soft", 4.5) for h in _HUES_WITH_TEXT),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("bubble_text", "bubble", 4.5),
    ("muted", "bubble", 4.5),
    ("canvas", "text", 4.5),  # tooltips and toasts are the other way round
    *((g, b, 3.0) for g in (*HUES, "control", "ring") for b in ("canvas", "surface", "raised")),
    ("ring", "sunken", 3.0),
    ("control", "sunken", 3.0),
    ("stone", "sunken", 3.0),
)


def more_contrast(tokens: dict[str, str]) -> dict[str, str]:
    """The same theme with stronger lines and no grey text, for people who ask for more contrast."""
    strong = {"line": "control", "control": "muted", "subtle": "text", "muted": "text", "stone_text": "text", "handle": "control"}
    strong |= {f"{hue}_text": f"{hue}_text" for hue in _HUES_WITH_TEXT if hue != "stone"}
    return {name: tokens[strong.get(name, name)] for name in tokens}


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0.0 to 1.0 (WCAG 2.2, "relative luminance")."""
    digits = colour.lstrip("#")
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    """Contrast of two colours, 1.0 to 21.0, in either order."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
