"""The top of a submission that is read: who sent it and when, what its signature says, what they wrote about it themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.review.seen import Seen
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import Box, Item, hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.select import Select
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.pitches import Brief

_NARROW = 60  # em
_MOST = 4_000  # characters of what somebody wrote that are shown


@dataclass(frozen=True, slots=True)
class Sender:
    """What is known of a submission beside its takes. `signed` is a chip's word, hue, icon; `limits` what that does not prove.

    `told` are heads and texts of the sender, their reflection first, `brief` what they prepared; `takes` is how many there are, and `take` which one is shown.
    """

    name: str
    initials: str
    when: str
    signed: tuple[str, str, str]
    sentence: str
    limits: str
    told: tuple[tuple[str, str], ...] = ()
    takes: tuple[str, ...] = ()
    take: int = 0
    brief: Brief | None = None


class ReadingHead(QWidget):
    """Signals: ``back()`` to the desk; ``take(int)`` another take of it; ``how()`` never (the checks have it)."""

    back = Signal()
    take = Signal(int)
    how = Signal()

    def __init__(self, seen: Seen, sender: Sender, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button("Back to the desk", "link", "back")
        self.back_button.clicked.connect(self.back)
        about = f"{visible(one_line(seen.title, 120))}, with {visible(seen.persona.name)}"
        self.chip = Chip(*sender.signed)
        said = vbox(
            Text(f"From {visible(sender.name)}", "title", wrap=False),
            Text("  ·  ".join(x for x in (about, sender.when) if x), "caption", "muted"),
            spacing=2,
        )
        first = hbox(Avatar("you", 40, sender.initials), (wrap(said), 1), spacing=12)
        self._row: Box = hbox((first, 1), wrap(hbox(self.chip, None)), spacing=12)
        card = Card(radius=14, pad=14)
        card.setAccessibleName(f"What {visible(sender.name)} sent")
        card.box.add(self._row, Text(f"{sender.sentence} {sender.limits}".strip(), "caption", "muted"))
        rows: list[Item] = []
        for title, text in sender.told:
            rows.append(vbox(Text(title, "captionb", "muted"), Text(visible(text)[:_MOST], "body"), spacing=2))
        if sender.brief is not None:
            from ui.brief.shown import BriefShown

            rows.insert(0, vbox(Text("Their brief", "captionb", "muted"), BriefShown(sender.brief), spacing=4))
        if rows:
            card.box.add(Rule(), *rows)
        self.takes: Select | None = None
        if len(sender.takes) > 1:
            choices = [(str(n), f"Take {n + 1} of {len(sender.takes)}: {words}") for n, words in enumerate(sender.takes)]
            self.takes = Select("Which take to read", choices, str(sender.take))
            self.takes.changed.connect(lambda key: self.take.emit(int(key)))
            card.box.add(self.takes)
        self.setLayout(vbox(hbox(self.back_button, None), card, spacing=8))

    def fold(self, em: float) -> None:
        """Put the chip below where there is little room."""
        narrow = em < _NARROW or theme_of(self).scale > 1.6
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
