"""Why there are no checks, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.types import OTHER_LANGUAGE, Review
from ui.review import words
from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import Item, hbox
from ui.widgets.text import Text

_NEEDED = 4  # lines of yours (DESIGN 7.3)
_WHY = {
    "no_reply": "The model did not answer.",
    "not_usable": "The model's answer could not be used.",
    "stopped": "You stopped it.",
}
Way = tuple[str, str]  # a key and the words on its button
_AGAIN, _OFFLINE, _SETTINGS = ("settings", "Try again"), ("offline", "Judge offline"), ("open", "Open Settings")


def told(review: Review, yours: int, foreign: bool = False) -> tuple[str, str, tuple[Way, ...]]:
    """What happened, what helps, and the ways on: the first is the better one. A transcript from elsewhere is not held again."""
    if review.why_not == "too_short":
        kept = f"The transcript is kept; checks need {_NEEDED} of yours."
        if foreign:
            return f"{words.lines(yours).capitalize()} of it {'is' if yours == 1 else 'are'} yours.", kept, ()
        return f"That was {words.lines(yours)}.", kept, (("again", "Rehearse again"),)
    problem = review.extra.get("problem")
    known = problem if isinstance(problem, Mapping) else {}
    why = str(known.get("sentence") or _WHY.get(review.why_not or "", ""))
    hint = f"{why} {known.get('hint') or ''}".strip()
    if known.get("kind") in ("key_refused", "no_key", "not_found", "unknown_model"):
        return "Not judged yet.", hint, (_OFFLINE, _SETTINGS)
    if known.get("kind") == OTHER_LANGUAGE:
        return "Not judged yet.", hint, (_SETTINGS,)
    return "Not judged yet.", hint, (_AGAIN, _OFFLINE)


class Unjudged(Card):
    """Signals: ``chosen(str)`` settings, offline, open or again."""

    chosen = Signal(str)

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__("amber_soft", 14, 0, None, pad=16, parent=parent)
        sentence, hint, ways = told(seen.review, seen.yours, seen.foreign)
        self.sentence, self.hint = Text(sentence, "title"), Text(hint, "body")
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(hint)
        self.ways: dict[str, Button] = {}
        for key, name in ways:
            button = Button(name, "" if self.ways else "primary")
            if key == "again":
                button.setAccessibleName("Rehearse again, for a review")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self.ways[key] = button
        rows: list[Item] = [self.sentence, self.hint, 2, *(hbox(way, None) for way in self.ways.values())]
        self.box.add(*rows)
