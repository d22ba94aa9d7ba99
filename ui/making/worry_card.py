"""One worry of theirs: what it is, how much it weighs, and, unfolded, how they put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rehearse.making.answers import Worry, lines
from ui.making.asked import Asked, AskedLine, AskedText
from ui.making.tick import Tick
from ui.widgets.button import Button, Tool
from ui.widgets.card import Card
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.making.sheet import Sheet

WEIGHTS = (("1", "Minor"), ("2", "Matters"), ("3", "Decides"))


class WorryCard(Card):
    """Signals: ``gone(str)`` the id, when a person took it out; ``unfolds()`` its words are shown, or no longer."""

    gone = Signal(str)
    unfolds = Signal()

    def __init__(self, sheet: Sheet, worry: Worry) -> None:
        super().__init__("raised", 12, 0, pad=14)
        self._sheet, self.id = sheet, worry.id
        self.visited = False
        self.fields: dict[str, Asked] = {}
        self._open, self._said, self._blocks = False, "", False
        name = visible(sheet.label(worry))
        concern = sheet.concern(worry.id)
        self.title = Text(name, "bodyb")
        self.weight = Segmented(f"Weight of {name}", WEIGHTS, str(worry.weight))
        self.more = Button("Their words", "link", "right")
        self.remove = Tool("x", f"Take out {name}", size=16)
        self._told = vbox(spacing=2)
        self._quotes = Text("", "caption", "muted")
        self._note = Text("", "caption", "brick_text")
        self._room = vbox(spacing=12)
        head = hbox((self.title, 1), self.remove, spacing=8)
        head.setAlignment(self.title, Qt.AlignmentFlag.AlignVCenter)
        what = Text(visible(concern.worry), "body", "muted") if concern and concern.worry else None
        self.box.set_space(spacing=8)
        self.box.add(head)
        if what is not None:
            self.box.add(what)
        self.box.add(self._quotes, self.weight, wrap(hbox(self.more, None)), self._note, self._room)
        self.weight.changed.connect(lambda key: sheet.reword(self.id, weight=int(key)))
        self.more.clicked.connect(self.unfold)
        self.remove.clicked.connect(lambda: self.gone.emit(self.id))
        self._show()

    @property
    def unfolded(self) -> bool:
        """Whether their words are shown."""
        return self._open

    def refresh(self) -> None:
        """Shows the worry as it is now; where a question was put to it from elsewhere, its words too."""
        worry = self._sheet.answers.worry(self.id)
        if worry is not None and self.fields:
            box = self.fields["asks"]
            assert isinstance(box, AskedText)
            if lines(box.box.text()) != worry.asks:
                box.set_text("\n".join(worry.asks))
        self._show()

    def _show(self) -> None:
        worry = self._sheet.answers.worry(self.id)
        if worry is None:
            return
        name = visible(self._sheet.label(worry))
        self.title.setText(name)
        self.setAccessibleName(name)
        shown = worry.asks[:3]
        quotes = [f"“{visible(said)}”" for said in shown]
        more = len(worry.asks) - len(shown)
        self._quotes.setText("  ".join([*quotes, *([f"and {more} more"] if more else [])]))
        self._quotes.setHidden(not quotes)
        self.more.setAccessibleName(f"Their words for {name}")

    # ---- their words

    def unfold(self) -> None:
        """Shows their words, or folds them away."""
        self._open = not self._open
        if not self.fields:
            self._build()
        self._details.setVisible(self._open)
        self.more.set_icon("down" if self.unfolded else "right")
        self.set_note(self._said, self._blocks)
        self.unfolds.emit()

    def _build(self) -> None:
        sheet = self._sheet
        worry = sheet.answers.worry(self.id)
        if worry is None:
            return
        concern = sheet.concern(self.id)
        name = visible(sheet.label(worry))
        label = AskedLine("What it is called", worry.label, "A word or two: it stands beside their objection.")
        asks = AskedText(
            "What they ask, in your words", "\n".join(worry.asks), "One wording a line. What stands first is asked first."
        )
        behind = AskedText(
            "What is behind it, as they would tell it",
            "\n".join(worry.behind),
            "One wording a line. Said when you ask, not before.",
        )
        for made in (label, asks, behind):
            made.control.setAccessibleName(f"{made.label.text()} ({name})")
        self.fields = {"label": label, "asks": asks, "behind": behind}
        label.edited.connect(self._name)
        asks.edited.connect(lambda text: (sheet.reword(self.id, asks=lines(text)), self._show()))
        behind.edited.connect(lambda text: sheet.reword(self.id, behind=lines(text)))
        parts: list[QWidget] = [label, asks]
        if ready := sheet.ready(self.id):
            ticks = [self._tick(o.says, o.says not in worry.left_out) for o in ready]
            parts.append(
                wrap(
                    vbox(
                        Text("Ready-made ways to put it. Take out what they would never say.", "captionb", "muted"),
                        *ticks,
                        spacing=2,
                    )
                )
            )
        parts.append(behind)
        if concern is not None and concern.resolved_by:
            tests = [Text(f"{t.test}{'' if t.required else ' (helps)'}", "body", "muted") for t in concern.resolved_by]
            parts.append(wrap(vbox(Text("What settles it", "captionb", "muted"), *tests, spacing=3)))
        self._details = wrap(vbox(*parts, spacing=14))
        self._room.addWidget(self._details)

    def _tick(self, says: str, on: bool) -> Tick:
        made = Tick(visible(says), on)
        made.toggled.connect(lambda used: self._use(says, used))
        return made

    def _use(self, says: str, used: bool) -> None:
        worry = self._sheet.answers.worry(self.id)
        if worry is not None:
            without = tuple(one for one in worry.left_out if one != says)
            self._sheet.reword(self.id, left_out=without if used else (*without, says))

    def _name(self, text: str) -> None:
        self._sheet.reword(self.id, label=" ".join(text.split()))
        self._show()

    # ---- what is to be said about it

    def set_note(self, says: str, blocks: bool = False) -> None:
        """Says what is missing in its words, while they are folded away."""
        self._said, self._blocks = says, blocks
        self._note.setText(says)
        self._note.set_color("brick_text" if blocks else "amber_text")
        self._note.setHidden(not says or self.unfolded)
