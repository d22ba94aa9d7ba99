"""One line of one of two takes: whose it is, what it did, and the words."""

from __future__ import annotations

from rehearse.conversation import ActKind, Turn
from rehearse.personas import Persona
from rehearse.stakeholder.act import VOICES
from ui.review import words
from ui.review.pressable import Pressable
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox
from ui.widgets.plain import visible
from ui.widgets.prose import Prose
from ui.widgets.text import Text

Told = tuple[str, str, str]  # words, hue, icon of a chip
_ACTS: dict[ActKind, Told] = {
    "acknowledge": ("Credits the point", "accent", "check"),
    "accept_point": ("Accepts the point", "accent", "check"),
    "tell_root": ("Says what is behind it", "blue", "info"),
    "tell_fact": ("Tells something new", "blue", "info"),
    "state_condition": ("Names a condition", "amber", "flag"),
    "give": ("Buys in", "accent", "check"),
    "commit": ("Says yes", "accent", "check"),
    "park": ("Lets it wait", "blue", "clock"),
    "brush_off": ("Brushes it off", "stone", "x"),
    "minimal": ("Says little", "stone", "dots"),
    "clarify": ("Did not follow", "stone", "info"),
    "leave": ("Breaks it off", "brick", "x"),
    "close": ("Closes the meeting", "stone", "check"),
}
_VERDICTS: dict[str, Told] = {
    "evidenced": ("Answers it", "accent", "check"),
    "engaged": ("Takes it up", "blue", "check"),
    "asserted": ("Claims it", "amber", "half"),
    "deflected": ("Passes it over", "brick", "diamond"),
    "ignored": ("Leaves it aside", "stone", "diamond"),
}


class TakeLine(Pressable):
    """Pressed, it is wanted in the review of its take. `column` is 0 or 1. Signals: those of a button."""

    def __init__(self, turn: Turn, persona: Persona, pressed: str | None, column: int, take: str) -> None:
        you = turn.speaker == "you"
        name = "You" if you else visible(persona.first_name)
        told = chip_of(turn, persona, pressed)
        head = hbox(Text(name, "captionb", "accent_text" if you else "muted", wrap=False), spacing=8)
        if told is not None:
            head.add(Chip(*told))
        head.add(None)
        said = visible(turn.text.strip()) or "…"
        body = vbox(head, Prose(said, "body"), margins=(6, 5, 6, 6), spacing=3)
        super().__init__(
            body, f"{take}. {name}{f', {told[0]}' if told else ''}: {said}", "Goes to this line in the review of its take"
        )
        self.turn, self.column = turn, column


def chip_of(turn: Turn, persona: Persona, pressed: str | None) -> Told | None:
    """What a line did: an objection by its name, another act in words; of yours, what became of the worry `pressed`."""
    if turn.speaker == "you":
        verdict = turn.appraisal.of(pressed) if turn.appraisal is not None and pressed else None
        return _VERDICTS.get(verdict.verdict) if verdict is not None else None
    concern = persona.concern(turn.concern) if turn.concern and turn.act in VOICES else None
    if concern is not None:
        return f"Objection: {visible(concern.label)}", "brick", words.ICON["open"]
    return _ACTS.get(turn.act) if turn.act is not None else None
