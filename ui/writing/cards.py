"""Lists of groups: each group a card that is filled when it is opened, moved and taken out as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme_of
from ui.widgets.button import Button, Tool
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text
from ui.writing.editor import Part, of_place
from ui.writing.fields import free
from ui.writing.groups import Fields
from ui.writing.plain_words import count, sentence

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.editor import Bench, Owner
    from ui.writing.fields import Field
    from ui.writing.sheet import Path

_ALT = Qt.KeyboardModifier.AltModifier


class Head(Button):
    """The line that opens a card. Alt with an arrow key moves the card, Delete takes it out. Signals: ``stepped(int)``;
    ``deleted()``."""

    stepped = Signal(int)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__("", "link", "right")
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def name(self, title: str) -> None:
        """What it is called: in one line, as far as there is room."""
        self._title = title
        self._fit()

    def _fit(self) -> None:
        room = max(40, self.width() - self.iconSize().width() - theme_of(self).sp(14))
        shown = QFontMetricsF(self.font()).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.set_text(shown)
        self.setAccessibleName(self._title)
        self.set_tip(self._title if shown != self._title else "")

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(60), super().sizeHint().height())

    def restyle(self) -> None:
        """Takes icon and font from the theme again."""
        super().restyle()
        if hasattr(self, "_title"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == _ALT:
            self.stepped.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class ItemCard(Card):
    """One group of a list."""

    def __init__(self, bench: Bench, owner: ItemsEditor, key: str | int, value: Any) -> None:
        super().__init__("raised", 10, 0, pad=10 if owner.field.loose else 12)
        self.bench, self.owner, self.key = bench, owner, key
        self.shown_as = value
        self.fields: Fields | None = None
        self._remarks: tuple[Remark, ...] = ()
        self.head = Head()
        self.count = Chip("", "brick")
        self.count.hide()
        self.count.setParent(self)
        self.up, self.down, self.remove = Tool("rise", "", size=15), Tool("down", "", size=15), Tool("x", "", size=15)
        self._more = vbox(spacing=14)
        self._body = wrap(self._more)
        self._body.hide()
        tools = wrap(hbox(self.up, self.down, self.remove, spacing=0))
        if owner.field.loose:  # small and always open: no line of its own to open it by
            row = hbox((self._body, 1), tools, spacing=6)
            self.head.hide()
            self.head.setParent(self)
        else:
            row = hbox((self.head, 1), self.count, tools, spacing=6)
        row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self.box.add(row, *([] if owner.field.loose else [self._body]))
        self.head.clicked.connect(lambda: self.open(not self.is_open))
        self.head.stepped.connect(self.step)
        self.head.deleted.connect(self._take_out)
        self.up.clicked.connect(lambda: self.step(-1))
        self.down.clicked.connect(lambda: self.step(1))
        self.remove.clicked.connect(self._take_out)
        self.refresh()
        if owner.field.loose:
            self.open(True)

    # ---- its place

    @property
    def path(self) -> Path:
        return (*self.owner.path, self.key)

    @property
    def bare(self) -> str:
        return self.owner.field.bare

    def step(self, by: int) -> None:
        self.owner.move(self, by)

    def _take_out(self) -> None:
        self.owner.take_out(self)

    @property
    def title(self) -> str:
        """What it is called while it is folded."""
        number = self.owner.cards.index(self) + 1 if self in self.owner.cards else len(self.owner.cards) + 1
        plain = f"{self.owner.field.one.capitalize()} {number}"
        said = self.owner.field.title(self.bench.sheet.get(self.path), "")
        return visible(one_line(said, 70)) or plain

    # ---- what is in it

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def open(self, on: bool = True) -> None:
        """Show its fields, or fold them away."""
        if on and self.fields is None:
            self.fields = Fields(self.bench, self, self.owner.field.fields, self._more)
            self.fields.show_remarks(self._remarks)
        self._body.setVisible(on)
        self.head.set_icon("down" if on else "right")
        self._show_count()
        if not on:
            self._show_title()

    def refresh(self) -> None:
        """Show what stands there."""
        self._show_title()
        if self.fields is not None:
            self.fields.refresh()

    def _show_title(self) -> None:
        title = self.title
        self.head.name(title)
        self.head.setAccessibleDescription(
            f"Opens this {self.owner.field.one}. Alt with an arrow key moves it, Delete takes it out."
        )
        number = self.owner.cards.index(self) + 1 if self in self.owner.cards else len(self.owner.cards) + 1
        called = f"“{title}”" if not self.owner.field.loose else f"{self.owner.field.one} {number}"
        self.up.set("rise", f"Move {called} up")
        self.down.set("down", f"Move {called} down")
        self.remove.set("x", f"Take out {called}")
        last = len(self.owner.cards) or 1
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < last)

    def snapshot(self) -> None:
        self.shown_as = self.bench.sheet.get(self.path)
        if self.fields is not None:
            self.fields.snapshot()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is to be said about it: in it where it is open, how much it is where it is folded."""
        self._remarks = tuple(remarks)
        if self.fields is not None:
            self.fields.show_remarks(remarks)
        self._show_count()

    def _show_count(self) -> None:
        faults = sum(not remark.warning for remark in self._remarks)
        words = f"{faults} to mend" if faults else count(len(self._remarks), "hint") if self._remarks else ""
        self.count.set(words, "brick" if faults else "amber")
        self.count.setVisible(bool(words) and not self.owner.field.loose)


class ItemsEditor(Part, QWidget):
    """A list of groups."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        QWidget.__init__(self)
        self.bind(bench, owner, field)
        self.cards: list[ItemCard] = []
        self._list = vbox(spacing=8)
        self._note = Text("", "caption", "brick_text")
        self._note.hide()
        self.add = Button(f"Add {_a(field.one)}", icon="plus")
        self.add.setAccessibleName(f"Add {_a(field.one)}: {field.label}")
        self._remarks: tuple[Remark, ...] = ()
        head = [Text(field.label, "captionb", "muted")] if field.label else []
        help_ = [Text(field.help, "caption", "subtle")] if field.help else []
        self.setLayout(vbox(*head, *help_, self._note, self._list, wrap(hbox(self.add, None)), spacing=6))
        self.setAccessibleName(field.label)
        self.add.clicked.connect(self.begin)
        self.refresh()

    def _entries(self) -> list[tuple[str | int, Any]]:
        value = self.value
        if isinstance(value, dict):
            return [(str(key), held) for key, held in value.items()] if self.field.keyed else []
        if value is None or self.field.keyed:
            return []
        return list(enumerate(value if isinstance(value, list) else [value]))

    def refresh(self) -> None:
        """Shows the groups that are there, each with the card that it had."""
        entries, left = self._entries(), list(self.cards)
        found: dict[int, ItemCard] = {}

        def take(same: Callable[[ItemCard, str | int, Any], bool]) -> None:
            for n, (key, value) in enumerate(entries):
                if n not in found and (card := next((c for c in left if same(c, key, value)), None)) is not None:
                    found[n] = card
                    left.remove(card)

        if self.field.keyed:
            take(lambda card, key, value: card.key == key)
        else:
            take(lambda card, key, value: _id(value) is not None and _id(card.shown_as) == _id(value))
        take(lambda card, key, value: bool(card.shown_as == value))
        take(lambda card, key, value: True)
        had = any(card.isAncestorOf(focus) for card in left if (focus := self.focusWidget()) is not None)
        for card in left:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [found[n] for n in sorted(found)]
        for n, (key, value) in enumerate(entries):
            card = found.get(n)
            if card is None:
                card = ItemCard(self.bench, self, key, value)
                self.cards.insert(n, card)
            card.key, card.shown_as = key, value
            if self._list.indexOf(card) != n:
                self._list.insertWidget(n, card)
        for card in self.cards:
            card.refresh()
        if had:
            self.take_focus()

    def snapshot(self) -> None:
        for card in self.cards:
            card.snapshot()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self._remarks = tuple(remarks)
        for card in self.cards:
            card.show_remarks(of_place(remarks, card.path))
        own = [remark for remark in remarks if not any(remark.path[: len(c.path)] == c.path for c in self.cards)]
        self._note.setText(visible(" ".join(dict.fromkeys(sentence(remark.message) for remark in own))))
        self._note.set_color("brick_text" if any(not remark.warning for remark in own) else "amber_text")
        self._note.setHidden(not own)

    def reach(self, path: Path) -> Part | None:
        card = next((card for card in self.cards if path[: len(card.path)] == card.path), None)
        return _Opened(card) if card is not None else None

    def take_focus(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what a person does

    def begin(self) -> None:
        """One more, with the focus in it."""
        sheet, path = self.bench.sheet, self.path
        blank = self.field.blank(sheet, path)
        key = free(self.field.one, {str(card.key) for card in self.cards}) if self.field.keyed else None
        sheet.add(path, blank, key)

    def move(self, card: ItemCard, by: int) -> None:
        """Put a card before or after its neighbour."""
        at = self.cards.index(card)
        to = at + by
        if 0 <= to < len(self.cards):
            focus = self.focusWidget()
            self.bench.sheet.move(card.path, to)
            if focus is not None and focus.isEnabled():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                (card.down if by < 0 else card.up).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self, card: ItemCard) -> None:
        """Take a card out, with a way back."""
        at, title = self.cards.index(card), card.title
        self.bench.sheet.remove(card.path)
        if self.cards:
            next_ = self.cards[min(at, len(self.cards) - 1)]
            (next_.remove if self.field.loose else next_.head).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()
        self.bench.removed(f"Taken out: {title}")


class _Opened(Part):
    """A card that a place lies in: opened on the way to it."""

    def __init__(self, card: ItemCard) -> None:
        self._card = card
        self.bench, self.owner, self.field = card.bench, card.owner, card.owner.field
        card.open()

    @property
    def path(self) -> Path:
        return self._card.path

    def reach(self, path: Path) -> Part | None:
        fields = self._card.fields
        return fields.reach(path) if fields is not None else None

    def take_focus(self) -> None:
        fields = self._card.fields
        if fields is not None and fields.parts:
            fields.parts[0].take_focus()
        else:
            self._card.head.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def widget(self) -> QWidget:
        return self._card


def _id(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else None


def _a(word: str) -> str:
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"
