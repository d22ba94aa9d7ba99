"""Characters that a reader cannot see or that turn the text around: refused or made visible, never passed on."""

from __future__ import annotations

import re

# Bidirectional controls, zero-width and invisible characters, line separators, tag characters.
# Not among them: U+200C and U+200D, which several scripts and emoji need (they are shown in names, see `visible_name`).
_HIDDEN = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def first_control(text: str) -> tuple[int, str] | None:
    """The first control character other than tab and line break: its place and `U+0000`; None where there is none."""
    found = _CONTROL.search(text)
    return (found.start(), _code(found[0])) if found else None


def visible(text: str) -> str:
    """The text with hidden and direction characters written out as `‹U+202E›` and half surrogates as U+FFFD."""
    return _HIDDEN.sub(lambda found: f"‹{_code(found[0])}›", _SURROGATE.sub("\ufffd", text))


def visible_name(text: str) -> str:
    """As `visible`, for a name: joiners are written out too, so that no two names look alike and differ."""
    return _JOINERS.sub(lambda found: f"‹{_code(found[0])}›", visible(text))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
