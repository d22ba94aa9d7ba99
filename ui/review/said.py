"""What was said: the transcript or the ledger of objections, and a field to find words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from rehearse.review.types import Place
from ui.review.find import Find
from ui.review.margin import Margin
from ui.review.marking import Marking
from ui.review.notes import Remark, Span, remarks, spans, voicings
from ui.review.objections import Ledger
from ui.review.script import Found, Script
from ui.review.seen import Seen
from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.layouts import Box, hbox, vbox, wrap

_NARROW = 34  # em below which the field stands under the tabs


class Said(QWidget):
    """Signals: ``tried(str)`` a line of yours; ``wanted(str, str)`` a check; ``reached(QWidget, QRect)`` what should be in view."""

    tried = Signal(str)
    wanted = Signal(str, str)
    reached = Signal(QWidget, QRect)

    def __init__(self, seen: Seen, marking: Marking | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = seen
        self._found: list[Found] = []
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.transcript = Button("Transcript", "tab")
        self.objections = Button(f"Objections ({len(seen.review.objections)})", "tab")
        self.transcript.setChecked(True)
        self.transcript.clicked.connect(lambda: self.show_ledger(False))
        self.objections.clicked.connect(lambda: self.show_ledger(True))
        self.finder = Find(self)  # in no layout: it goes along while somebody finds
        self._seat = QWidget()  # its place beside the tabs
        self._top = 0  # where what is in view begins
        self._bar: Box = hbox(wrap(hbox(self.transcript, self.objections, spacing=18)), None, self._seat, spacing=10)
        voiced = [t for o in seen.review.objections for t in o.turns]
        self.script = Script(seen.take, seen.persona, voiced)
        self.script.you, self.script.retries = seen.you, seen.own and not seen.foreign
        notes = remarks(seen) if seen.own else tuple(replace(n, retry=None) for n in remarks(seen))
        self._notes = notes
        self.script.set_spans(spans(seen, notes), voicings(seen))
        self.margin = Margin(self.script, notes, marking)
        self.ledger: Ledger | None = None
        self._box = vbox(self._bar, self.margin, spacing=8)
        self.setLayout(self._box)
        self.setTabOrder(self.objections, self.finder.field)
        self.finder.raise_()
        self.finder.turned.connect(self._place_finder)
        self._place_finder()
        self.finder.edited.connect(self._look_for)
        self.finder.stepped.connect(self._next)
        self.finder.escaped.connect(self._done_finding)
        self.margin.tried.connect(self.tried)
        self.margin.wanted.connect(self.wanted)
        self.script.tried.connect(self.tried)
        self.margin.reached.connect(lambda rect: self.reached.emit(self.margin, rect))

    def fold(self, em: float) -> None:
        """Put the field below the tabs where there is little room."""
        narrow = em < _NARROW
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._bar.setAlignment(self._seat, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)

    # ---- what somebody says of the words

    def show_comments(self, comments: Sequence[Remark]) -> None:
        """Show these comments beside the words that they are on, in the place of those before."""
        marked = [Span(c.turn, c.start, c.end, c.hue) for c in comments]
        self.script.set_spans([*spans(self._seen, self._notes), *marked], voicings(self._seen))
        self.margin.show_comments(comments)

    # ---- the two pages

    def show_ledger(self, wanted: bool) -> None:
        """The objections, built when they are first wanted; or the transcript."""
        if wanted and self.ledger is None:
            self.ledger = Ledger(self._seen)
            self.ledger.quoted.connect(self.show_place)
            self.ledger.line.connect(self.show_line)
            self.ledger.tried.connect(self.tried)
            self._box.addWidget(self.ledger)
        self.objections.setChecked(wanted)  # not a group of radio buttons: Tab comes to both
        self.transcript.setChecked(not wanted)
        self.margin.setHidden(wanted)
        if self.ledger is not None:
            self.ledger.setVisible(wanted)

    def show_place(self, place: Place | None) -> None:
        """Go to words of yours and select them."""
        if place is not None:
            self._go(place.turn, place.start, place.end)

    def show_line(self, turn: str) -> None:
        """Go to a line."""
        self._go(turn, 0, 0)

    def _go(self, turn: str, start: int, end: int) -> None:
        self.show_ledger(False)
        self.margin.place()
        self.script.select(turn, start, end)

    def press(self, key: int) -> bool:
        """A key that works wherever on the page it is pressed; False where it does nothing."""
        known = (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_T)
        if key not in known:
            return False
        if key != Qt.Key.Key_T:
            self.show_ledger(False)
            self.script.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.script.press(key)

    # ---- finding

    def view_from(self, top: int) -> None:
        """What is in view begins at `top`, in its own coordinates: the field stays in view while somebody finds."""
        self._top = top
        self._place_finder()

    def _place_finder(self) -> None:
        finder, seat = self.finder, self._seat
        size = finder.sizeHint()
        if seat.size() != size:
            seat.setFixedSize(size)
            self._bar.activate()
        place = QRect(seat.mapTo(self, QPoint(0, 0)), size)
        high = size.height() + 2 * theme_of(self).sp(6)
        down = min(self._top, self.height() - high) if finder.finding else 0
        finder.set_floats(down > place.top())
        if finder.floats:
            place.setRect(0, down, self.width(), high)
        finder.setGeometry(place)

    def begin_finding(self) -> None:
        self.finder.begin()
        self.reached.emit(self.finder, self.finder.rect())

    def _look_for(self, words: str) -> None:
        self._found, self._at = self.script.find_all(words), 0
        self.script.show_found(self._found)
        self.finder.tell(0, len(self._found))
        if self._found:
            self._show_found()

    def _next(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self.finder.tell(self._at, len(self._found))
            self._show_found()

    def _show_found(self) -> None:
        found = self._found[self._at]
        self.show_ledger(False)
        self.margin.place()
        self.script.select(str(self.script.turns[found.line].id), found.start, found.end, focus=False)

    def _done_finding(self) -> None:
        self.script.show_found([])
        self.finder.field.clear()
        if self.objections.isChecked():
            self.objections.setFocus()
        else:
            self.script.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fold(theme_of(self).em(self.width()))
        self._place_finder()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # the tabs, and so the seat, have their places now
            self._place_finder()
        return done
