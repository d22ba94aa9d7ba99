"""What changed between two takes, in words: a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rehearse.conversation import Ladder, ObjectionStatus
from rehearse.personas import Persona
from rehearse.review.takes import Changed, Difference, Moved
from ui.review import words
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.steps import WORDS
from ui.widgets.text import Text

_STEPS: dict[Ladder, str] = dict(zip(("resists", "complies", "agrees", "buys_in"), WORDS, strict=True))  # type: ignore[arg-type]


class Changes(Card):
    """All that changed; where nothing did, it says so."""

    def __init__(self, found: Difference, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 1, "line", pad=16, parent=parent)
        self.setAccessibleName("What changed")
        rows: list[Item] = [Text("What changed", "title"), *(_sentence(w) for w in found.words)]
        if found.objections:
            rows += [6, Text("OBJECTIONS", "overline", "subtle"), *(_moved(m) for m in found.objections)]
        for title, checks, icon, token in (
            ("CHECKS GAINED", found.gained, "check", "accent_text"), ("CHECKS LOST", found.lost, "dash", "brick_text"),
        ):  # fmt: skip
            if checks:
                rows += [6, Text(title, "overline", "subtle"), *(_check(c, icon, token) for c in checks)]
        if len(rows) == 1:
            rows.append(Text("Nothing changed but what was said.", "body", "muted"))
        if note:
            rows.append(Text(visible(note), "caption", "subtle"))
        self.box.add(*rows)


def summary(found: Difference, persona: Persona) -> str:
    """Where they end, what patience was left, how many checks were shown: in two or three short sentences."""
    left, right = found.ladder
    said = []
    if left is not None and right is not None:
        ends = f"{persona.subject_pronoun} {persona.verb('ends', 'end')}"
        where = f"at “{_STEPS[right]}” both times" if left == right else f"at “{_STEPS[right]}” and not at “{_STEPS[left]}”"
        said.append(f"{ends} {where}.")
    was, now = found.patience
    if was is not None and now is not None and was != now:
        said.append(f"Patience left at the end: {max(0, now)} where it was {max(0, was)}.")
    if all(found.checks) and found.gained is not None:
        before, after = found.checks
        said.append(f"Checks shown: {after}, before {before}.")
    return " ".join(said) or "Neither take got far enough to tell."


def _sentence(said: str) -> QWidget:
    gone = said.startswith("Not this time")
    icon, token = ("x", "subtle") if gone else ("plus", "accent_text")
    return _row(icon, token, Text(visible(said), "body", "muted" if gone else "text"))


def _check(found: Changed, icon: str, token: str) -> QWidget:
    title = f"{visible(found.title)}: " if found.title else ""
    asked = visible(found.question)
    return _row(icon, token, Text(f"{title}{asked[:1].lower()}{asked[1:]}" if title else asked, "body"))


def _row(icon: str, token: str, text: Text) -> QWidget:
    return wrap(hbox(wrap(vbox(Picture(icon, token, 14), None, margins=(0, 2, 0, 0))), (text, 1), spacing=7))


def _moved(found: Moved) -> QWidget:
    left, right = _state(found.left), _state(found.right)
    label = Text(visible(found.label), "bodyb")
    label.setAccessibleName(f"{visible(found.label)}: {left[0].lower()}, then {right[0].lower()}")
    chips = wrap(hbox(Chip(*left), Picture("right", "subtle", 13), Chip(*right), None, spacing=6))
    return wrap(vbox(label, chips, spacing=3))


def _state(status: ObjectionStatus | None) -> tuple[str, str, str | None]:
    if status is None:
        return "Did not come up", "line", None
    return words.STATUS[status], words.HUE[status], words.ICON[status]
