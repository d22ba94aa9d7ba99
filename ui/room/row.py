"""One line as the conversation shows it: plain characters, made safe for a text document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehearse.conversation import Turn
from rehearse.personas import Persona
from rehearse.stakeholder.act import VOICES
from rehearse.stakeholder.speech import OURS
from ui.widgets.plain import BREAK, breakable, visible

LINE = "\u2028"  # a new line within a block
_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")  # frames, pictures, half letters
_LONG = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A line: who said it and when, the objection that it raised, and a remark under it."""

    id: str
    mine: bool
    name: str
    time: str
    text: str
    chip: str = ""
    note: str = ""


def row_of(turn: Turn, persona: Persona, times: bool = True) -> Row:
    """A turn as a row."""
    mine = turn.speaker == "you"
    concern = persona.concern(turn.concern) if turn.concern and turn.act in VOICES and not mine else None
    return Row(
        turn.id,
        mine,
        "You" if mine else visible(persona.name),
        clock_time(turn.at) if times else "",
        turn.text,
        f"Objection: {visible(concern.label)}" if concern else "",
        remark(turn, persona),
    )


def remark(turn: Turn, persona: Persona) -> str:
    """What stands under a line that was not said to its end, or that no draft of the model could word."""
    if turn.state == "stopped":
        return "Interrupted."
    if turn.state == "cut":
        return f"The line stopped here. What {persona.pronouns} said so far is kept."
    return OURS if turn.by is not None and turn.by.kind == "offline" and turn.by.turned_down else ""


def clock_time(seconds: float | None) -> str:
    """Seconds of the meeting as `1:02`."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    return f"{minutes}:{rest:02d}"


def safe(text: str) -> str:
    """Text that a document takes as characters and nothing else; it stays one block."""
    return _UNSAFE.sub("\ufffd", _ENDS.sub(LINE, text))


def shown(text: str) -> str:
    """A whole text as it is put into the document: safe, and broken where a word has no end."""
    return breakable(safe(text))


class Breaker:
    """Breaks words without an end while they come in pieces: every 80 characters, as `shown` does for a whole text."""

    def __init__(self) -> None:
        self._run = 0

    def feed(self, piece: str) -> str:
        out = []
        for part in re.split(r"(\s+)", safe(piece)):
            if not part or part.isspace():
                self._run = 0 if part else self._run
                out.append(part)
                continue
            while self._run + len(part) > _LONG:
                room = _LONG - self._run
                out += (part[:room], BREAK)
                part, self._run = part[room:], 0
            self._run += len(part)
            out.append(part)
        return "".join(out)


def copied(text: str) -> str:
    """Text that was selected in the document, as it goes to the clipboard: our breaks and spacing taken out."""
    return text.replace(BREAK, "").replace(LINE, "\n").replace("\u2029", "\n").replace("\u2003", "").replace("\u2002", " ")
