"""Two takes of one meeting side by side, from where they part; what changed stands below. In a narrow window one above the other."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rehearse.conversation import Turn
from ui.review import words
from ui.review.changes import Changes, summary
from ui.review.pairing import Pairing
from ui.review.seen import Seen
from ui.review.side_page import MARGINS, SidePage
from ui.review.take_line import TakeLine
from ui.theme.theme import theme_of
from ui.widgets.card import Card
from ui.widgets.layouts import Box, Item, hbox, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.prose import Prose
from ui.widgets.select import Select
from ui.widgets.text import Text

_BESIDE = 50  # em from which the takes stand beside each other
_AT_ONCE, _A_TIME = 10, 4  # pairs of lines made with the page, and in each later step
KEYS = "Up and Down or J and K: line. Left and Right: the other take. Enter: this line in its review. Esc: back."


class TakesPage(SidePage):
    """Signals: ``line(str, str)`` the last line of a take and a line of it; ``chosen(str, str)`` two other takes."""

    line = Signal(str, str)
    chosen = Signal(str, str)

    def __init__(self, seen: Seen, pair: Pairing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen, self.pair = seen, pair
        found = pair.difference
        self.selects = [self._select(i, n) for i, n in enumerate((pair.left, pair.right))]
        self.columns: list[list[TakeLine]] = [[], []]
        self._boxes: list[Box] = []
        cards = []
        for i, number in enumerate(pair.numbers):
            card = Card("surface", 14, 1, "line", pad=12)
            card.setAccessibleName(f"Take {number}")
            box = card.box
            box.set_space(spacing=4)
            title = Text(f"Take {number}" + (", the later one" if number == max(pair.numbers) else ""), "title")
            box.add(wrap(hbox(title, margins=(6, 0, 6, 0))), self.selects[i])  # where its lines begin
            self._boxes.append(box)
            cards.append(card)
        self._pairs = list(zip_longest(found.left, found.right))
        self._made = 0
        self.changes = Changes(found, pair.note)
        self._both: Box = hbox(*((c, 1) for c in cards), spacing=16)
        for card in cards:
            self._both.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        rows: list[Item] = [
            wrap(hbox(self.button, None)), Text("Two takes, side by side", "h1"), Text(summary(found, seen.persona), "talk", "muted"),
            *self._shared(), 4, wrap(self._both), 6, self.changes, None,
        ]  # fmt: skip
        self.lay("Two takes, side by side", vbox(*rows, margins=MARGINS, spacing=10))
        self.area.setAccessibleDescription(KEYS)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self.write(_A_TIME))
        self.write(_AT_ONCE)
        if self._made < len(self._pairs):
            self._later.start()
        self._fold()

    def _shared(self) -> list[Item]:
        """What both have in common, and the last line of it: that is what both reply to."""
        found, take = self.pair.difference, self.seen.meeting.tree.take(self.pair.difference.left[0].id)
        last = take[found.common - 1]
        name = visible(self.seen.persona.first_name) if last.speaker == "stakeholder" else "You"
        count = words.lines(found.common)
        self.common = Prose(f"{name}: {visible(last.text)}", "body", "muted", italic=True)
        return [Text(f"THE FIRST {count.upper()} ARE THE SAME. THE LAST OF THEM:", "overline", "subtle"), self.common]

    def _select(self, side: int, leaf: str) -> Select:
        leaves = self.seen.leaves
        choices = [(str(t.id), f"Take {i}: {words.quoted(t.text, 40)}") for i, t in enumerate(leaves, 1)]
        made = Select("Which take stands first" if side == 0 else "Which take stands second", choices, leaf)
        made.setMinimumContentsLength(12)
        made.changed.connect(lambda key: self._choose(side, key))
        if len(leaves) < 3:
            made.hide()
        return made

    def _choose(self, side: int, leaf: str) -> None:
        pair = [self.pair.left, self.pair.right]
        if leaf == pair[1 - side]:
            pair.reverse()
        else:
            pair[side] = leaf
        self.chosen.emit(pair[0], pair[1])

    # ---- the lines

    def write(self, count: int) -> None:
        """Make some more pairs of lines."""
        for pair in self._pairs[self._made : self._made + count]:
            for side, turn in enumerate(pair):
                if turn is not None:
                    self._add(side, turn)
        self._made = min(len(self._pairs), self._made + count)
        if self._made == len(self._pairs):
            self._later.stop()
            self._order()

    def _add(self, side: int, turn: Turn) -> None:
        leaf = (self.pair.left, self.pair.right)[side]
        before = self.seen.meeting.tree[turn.parent] if turn.parent is not None else None
        pressed = before.stance.pressed if before is not None and before.stance is not None else None
        made = TakeLine(
            turn, self.seen.persona, pressed, side, f"Take {self.pair.numbers[side]}, line {len(self.columns[side]) + 1}"
        )
        made.clicked.connect(lambda: self.line.emit(leaf, str(turn.id)))
        made.installEventFilter(self)
        self.columns[side].append(made)
        self._boxes[side].add(made)

    def _order(self) -> None:
        """Tab goes down one take, then the other."""
        before: QWidget = self.button
        for side in (0, 1):
            for part in (self.selects[side], *self.columns[side]):
                QWidget.setTabOrder(before, part)
                before = part

    def _step(self, down: int, across: int) -> bool:
        at = next(((c, i) for c in (0, 1) for i, x in enumerate(self.columns[c]) if x.hasFocus()), None)
        if at is None:
            at = (0, -1) if down > 0 else (0, 0)
        side = min(1, max(0, at[0] + across))
        column = self.columns[side]
        if not column:
            return False
        line = column[min(len(column) - 1, max(0, at[1] + down))]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(line, 0, theme_of(self).sp(24))
        return True

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event.key()):
            super().keyPressEvent(event)

    def _press(self, key: int) -> bool:
        moves = {
            Qt.Key.Key_J: (1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_K: (-1, 0), Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
        }  # fmt: skip
        if key == Qt.Key.Key_Escape:
            self.back.emit()
            return True
        return key in moves and self._step(*moves[Qt.Key(key)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, TakeLine):
            return self._press(event.key())  # a button would take the arrows to its neighbours
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Another text size may need another layout."""
        self._fold()

    def _fold(self) -> None:
        em = theme_of(self).em(self.width())
        beside = em >= _BESIDE
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        margin = 32 if em >= 60 else 20
        layout = self._page.layout()
        if isinstance(layout, Box):
            layout.set_space(margins=(margin, 20, margin - 2, 24))
