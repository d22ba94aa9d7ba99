"""The four steps of the ladder as they are drawn: their words come from the caller, their hues are ours."""

from __future__ import annotations

from typing import Final

HUES: Final = ("brick", "stone", "amber", "accent")
WORDS: Final = ("Resists", "Complies", "Agrees", "Buys in")
