"""The five moves: sentence starts that are put into the say box."""

from __future__ import annotations

import sys
from typing import NamedTuple

from rehearse.personas import Persona


class SentenceStart(NamedTuple):
    """What stands on the button, and the words that it puts in."""

    title: str
    words: str


def moves(persona: Persona) -> tuple[SentenceStart, ...]:
    """The five moves for this person."""
    who = persona.pronouns
    return (
        SentenceStart("Acknowledge first", "I hear that you are worried about "),
        SentenceStart(f"Ask what {who} {persona.verb('needs', 'need')}", "What would you need to see to "),
        SentenceStart("Give evidence", "Here is what we measured: "),
        SentenceStart("Offer a smaller step", "What if we start smaller, with "),
        SentenceStart("Park it", "I do not have that today. I will bring it to you by "),
    )


def shortcut(number: int) -> str:
    """The key of a move, from 1. On macOS Option and a digit type a character, so there Command is held too."""
    return f"Ctrl+Alt+{number}" if sys.platform == "darwin" else f"Alt+{number}"


def joined(before: str, words: str) -> str:
    """The words as they are put in after what stands before the caret: with a space where one is missing."""
    return words if not before or before[-1].isspace() else f" {words}"
