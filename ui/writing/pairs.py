"""Words, each with what stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.button import Button, Tool
from ui.widgets.layouts import hbox, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.text import Text
from ui.writing.editor import Part, not_undone_here
from ui.writing.plain_words import sentence

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.editor import Bench, Owner
    from ui.writing.fields import Field


class PairsEditor(Part, QWidget):
    """Words, each with what stands for it: written whole when one of them is edited."""

    def __init__(self, bench: Bench, owner: Owner, field: Field) -> None:
        QWidget.__init__(self)
        self.bind(bench, owner, field)
        self._list = vbox(spacing=6)
        self._rows: list[tuple[QLineEdit, QLineEdit, QWidget]] = []
        self._note = Text("", "caption", "brick_text")
        self._note.hide()
        self.add = Button(f"Add a {field.one}", "link", "plus")
        help_ = [Text(field.help, "caption", "subtle")] if field.help else []
        self.setLayout(
            vbox(Text(field.label, "captionb", "muted"), *help_, self._note, self._list, wrap(hbox(self.add, None)), spacing=4)
        )
        self.setAccessibleName(field.label)
        self.add.clicked.connect(self._begin)
        self.refresh()

    def _pairs(self) -> list[tuple[str, str]]:
        value = self.value
        return [(str(k), "" if v is None else str(v)) for k, v in value.items()] if isinstance(value, dict) else []

    def _typed(self) -> dict[str, str]:
        return {left.text().strip(): right.text() for left, right, _ in self._rows if left.text().strip()}

    def refresh(self) -> None:
        pairs = self._pairs()
        if dict(pairs) == self._typed() and list(self._typed()) == [key for key, _ in pairs]:
            return
        while self._rows:
            row = self._rows.pop()[2]
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, value in pairs:
            self._make(key, value)

    def _make(self, key: str, value: str) -> QLineEdit:
        n = len(self._rows) + 1
        left, right = QLineEdit(key), QLineEdit(value)
        for line, name in ((left, f"Word {n}"), (right, f"What stands for word {n}")):
            line.setProperty("kind", "field")
            line.setAccessibleName(f"{self.field.label}: {name}")
            line.installEventFilter(self)
            line.textEdited.connect(lambda _text: self._write())
        left.setPlaceholderText("refactor")
        right.setPlaceholderText("fewer outages")
        remove = Tool("x", f"Take out word {n}", size=15)
        row = wrap(hbox((left, 2), Text("is", "caption", "muted", wrap=False), (right, 3), remove, spacing=6))
        remove.clicked.connect(lambda: self._take_out(row))
        self._rows.append((left, right, row))
        self._list.addWidget(row)
        return left

    def _write(self) -> None:
        wanted = self._typed()
        if wanted or self.value:
            self.put(wanted, typing=True)

    def _begin(self) -> None:
        self._make("", "").setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, row: QWidget) -> None:
        word = next(left.text() for left, _, r in self._rows if r is row)
        self._rows = [entry for entry in self._rows if entry[2] is not row]
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.take_focus()
        self._write()
        if word:
            self.bench.removed(f"Taken out: {one_line(visible(word), 50)}")

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        said = [
            f"{r.path[len(self.path)]}: {r.message}" if len(r.path) > len(self.path) else sentence(r.message) for r in remarks
        ]
        self._note.setText(visible(" ".join(dict.fromkeys(said))))
        self._note.set_color("brick_text" if any(not remark.warning for remark in remarks) else "amber_text")
        self._note.setHidden(not said)

    def take_focus(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.bench.note_focus(self.path)
        return not_undone_here(event)
