"""The ledger of objections: what was objected, in which words, how you met it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rehearse.review.types import Objection
from rehearse.review.wanted import still_wanted
from ui.review import words
from ui.review.pressable import Pressable
from ui.review.seen import Seen
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.prose import Prose
from ui.widgets.text import Text


def _none(seen: Seen) -> str:
    name = visible(seen.persona.first_name)
    if seen.foreign and not seen.persona.concerns:
        return (
            f"No objection was found in what {name} said. Import it again and choose whom {name} is most like to look for theirs."
        )
    if seen.foreign:
        return (
            f"None of the worries that were looked for was found in what {name} said. Import it again with nobody chosen: then "
            "objections are looked for in the words alone."
        )
    return f"{name} raised no objection in this take."


class Ledger(QWidget):
    """Signals: ``quoted(object)`` a Place; ``line(str)`` a line of the transcript; ``tried(str)`` a line of yours."""

    quoted = Signal(object)
    line = Signal(str)
    tried = Signal(str)

    def __init__(self, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        found = seen.review.objections
        rows: list[Item] = [self._card(seen, o, i) for i, o in enumerate(found, 1)]
        if not rows:
            rows = [Text(_none(seen), "body", "muted")]
        self.setLayout(vbox(*rows, None, margins=(0, 4, 0, 0), spacing=12))

    def _card(self, seen: Seen, objection: Objection, number: int) -> Card:
        card = Card("surface", 14, 1, "line", pad=16)
        label, kind = visible(objection.label), visible(objection.kind.replace("_", " ").capitalize())
        card.setAccessibleName(f"Objection {number}: {label}")
        chip = Chip(words.STATUS[objection.status], words.HUE[objection.status], words.ICON[objection.status])
        card.box.add(hbox((Text(label, "title"), 1), chip), Text(kind, "caption", "subtle"))
        said = words.quoted(objection.words)
        to_line = Pressable(
            hbox((Prose(said, "quote", italic=True), 1), margins=(0, 2, 0, 2)), f"{label}: {said}", "Goes to this line"
        )
        to_line.clicked.connect(lambda: self.line.emit(objection.turns[0] if objection.turns else ""))
        card.box.add(to_line)
        if len(objection.turns) > 1:
            card.box.add(Text(f"Raised {len(objection.turns)} times.", "caption", "subtle"))
        places = [p for p in map(seen.found, objection.answered) if p is not None]
        card.box.add(
            Text("HOW YOU MET IT", "overline", "subtle"), Text(words.how_met(objection, seen.persona, seen.open), "body")
        )
        for i, place in enumerate(places, 1):
            quote = words.quoted(place.quote)
            link = Pressable(
                hbox((Prose(quote, "body", "accent_text", italic=True), 1), margins=(0, 2, 0, 2)),
                f"{quote}, answer {i} to {label}",
                "Goes to these words in the transcript",
            )
            link.clicked.connect(lambda _checked=False, place=place: self.quoted.emit(place))
            card.box.add(link)
        wanted = still_wanted(objection, seen.take, seen.persona)
        if wanted:
            card.box.add(
                Text("WHAT WOULD SETTLE IT" if objection.status != "half_answered" else "STILL MISSING", "overline", "subtle")
            )
            for said_ in wanted:
                dash = wrap(vbox(Picture("dash", "subtle", 14), None, margins=(0, 2, 0, 0)))
                card.box.add(wrap(hbox(dash, (Text(f"{visible(said_)}.", "body"), 1), spacing=7)))
        reply = seen.reply_to(objection.turns[0]) if objection.turns else None
        if reply is not None:
            again = Button("Try that moment again", "link", "again", tip="Say your reply in another way. Both takes are kept")
            again.setAccessibleName(f"Try that moment again: {label}, objection {number}")
            again.clicked.connect(lambda: self.tried.emit(reply))
            card.box.add(wrap(hbox(again, None)))
        return card
