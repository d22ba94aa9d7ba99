"""Foreign text as plain characters: what hides is shown, what has no end is broken, what is markup stays letters."""

from __future__ import annotations

import re
from typing import Final

BREAK: Final = "\u200b"
_LONG: Final = 80  # a line without spaces costs Qt the square of its length; broken every 80 it is linear
_LONG_WORD = re.compile(r"\S{81,}")

# Characters that change the direction of what follows, or take no room: they can make one name look like another.
_HIDDEN: Final = frozenset(
    {
        *range(0x202A, 0x202F),  # embeddings and overrides of direction
        *range(0x2066, 0x206A),  # isolates
        *(0x061C, 0x200E, 0x200F),  # marks of direction
        *(0x00AD, 0x180E, 0x200B, 0xFEFF),  # no width
        *range(0x2060, 0x2065),
        *(0x2028, 0x2029),  # line and paragraph
        *range(0xFFF9, 0xFFFC),  # annotations
        *range(0xE0000, 0xE0080),  # tags
    }
)
_JOINERS: Final = frozenset("\u200c\u200d")
_JOINING_FROM: Final = 0x0590  # from Hebrew on, scripts in which a joiner is spelling and not a trick


def visible(text: str) -> str:
    """The text with direction controls, zero-width and control characters written out, such as ``[U+202E]``.

    Meant for names and titles. A joiner stays where spelling or an emoji needs it; line ends and tabs become spaces.
    """
    if text.isprintable() and text.isascii():
        return text
    return "".join(_shown(char, text[i - 1] if i else "") for i, char in enumerate(text))


def _shown(char: str, before: str) -> str:
    code = ord(char)
    if char in "\n\r\t":
        return " "
    if char in _JOINERS:
        return char if _may_join(before) else f"[U+{code:04X}]"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code in _HIDDEN or code < 0x20 or 0x7F <= code < 0xA0:
        return f"[U+{code:04X}]"
    return char


def _may_join(before: str) -> bool:
    if not before:
        return False
    import unicodedata

    category = unicodedata.category(before)
    return category in ("So", "Sk") or before == "\ufe0f" or (ord(before) >= _JOINING_FROM and category[0] in "LM")


def breakable(text: str) -> str:
    """The text with a zero-width space after every 80 characters of a word without spaces."""
    if len(text) <= _LONG:
        return text
    return _LONG_WORD.sub(lambda found: BREAK.join(_pieces(found.group())), text)


def _pieces(word: str) -> list[str]:
    return [word[i : i + _LONG] for i in range(0, len(word), _LONG)]


def break_offsets(text: str) -> list[int]:
    """The places in ``text``, ascending, before which ``breakable`` puts a break."""
    return [found.start() + i for found in _LONG_WORD.finditer(text) for i in range(_LONG, len(found.group()), _LONG)]


def tooltip(text: str, most: int = 600) -> str:
    """Text for a tooltip: never taken for markup, wrapped, cut after ``most`` characters."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return f"<qt>{_escape(breakable(short))}</qt>" if short else ""


def _escape(text: str) -> str:
    """What html.escape does, without the import of the tables of html, which first paint would pay for."""
    for char, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(char, name)
    return text


def mnemonic_free(text: str) -> str:
    """Text for a button or a menu in which an ampersand is an ampersand."""
    return text.replace("&", "&&")


def one_line(text: str, most: int = 2000) -> str:
    """The text in one line, cut after ``most`` characters: measuring a line without end is dear."""
    flat = " ".join(text.split()) if any(c in text for c in "\n\r\t\u2028\u2029") else text
    return flat if len(flat) <= most else flat[: most - 1] + "…"
