"""Ids and file names from what people are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_MOST = 48  # of the 64 that an id may have: room for a number, and for a folder that counts
_OTHER = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # no file may be called so under Windows
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "þ": "th", "ı": "i"}
)


def slug(text: str, otherwise: str) -> str:
    """`Dana Okafor-Ruiz` as `dana-okafor-ruiz`; `otherwise` where nothing of it is a Latin letter or a digit."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    made = _OTHER.sub("-", plain).strip("-")[:_MOST].rstrip("-") or otherwise
    return f"{made}-{otherwise}" if _RESERVED.fullmatch(made) else made


def free(stem: str, taken: Container[str]) -> str:
    """The stem, or the first of `stem-2`, `stem-3` that is free."""
    made, number = stem, 2
    while made in taken:
        made, number = f"{stem}-{number}", number + 1
    return made
