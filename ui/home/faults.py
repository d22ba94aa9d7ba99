"""Files that cannot be used: which, where in them, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rehearse.catalog import Entry
from rehearse.errors import Fault
from ui.home.choices import Opener, show_folder
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layouts import clear, hbox, vbox, wrap
from ui.widgets.picture import Picture
from ui.widgets.plain import visible
from ui.widgets.text import Text

_MOST_FILES, _MOST_FAULTS = 4, 3


def place(fault: Fault) -> str:
    """``name.yaml:14``, or the name alone where the whole file is meant."""
    name = visible(Path(fault.file).name)
    return f"{name}:{fault.line}" if fault.line else name


def sentence(fault: Fault) -> str:
    """The field and what to do about it."""
    return visible(f"{fault.field}: {fault.message}" if fault.field else fault.message)


def real(entry: Entry) -> list[Fault]:
    """The faults of a file, warnings left out."""
    return [fault for fault in entry.faults if not fault.warning]


def fault_lines(entry: Entry, most: int = _MOST_FAULTS) -> QWidget:
    """The first faults of a file, each with its place."""
    faults = real(entry)
    parts: list[QWidget] = []
    for fault in faults[:most]:
        where = Text(place(fault), "captionb", "text", wrap=False)
        where.setToolTip(visible(fault.file))
        parts += [where, Text(sentence(fault), "caption", "muted")]
    if len(faults) > most:
        parts.append(Text(f"{len(faults) - most} more in this file.", "caption", "muted"))
    return wrap(vbox(*parts, spacing=2))


class FaultsCard(Card):
    """A quiet card, hidden while every file can be used. ``open_folder`` shows a folder to the person."""

    def __init__(self, open_folder: Opener = show_folder, parent: QWidget | None = None) -> None:
        super().__init__("surface", 14, 0, parent=parent)
        self._open = open_folder
        self._shown: tuple[Entry, ...] = ()
        self._head = Text("", "bodyb", wrap=False)
        self._list = vbox(spacing=10)
        self.box.add(hbox(Picture("alert", "amber_text", 16), (self._head, 1), spacing=8), self._list)
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows those of the entries that are at fault."""
        broken = tuple(entry for entry in entries if entry.broken)
        if broken == self._shown:
            return
        self._shown = broken
        clear(self._list)
        count = len(broken)
        self._head.setText("1 file needs a look" if count == 1 else f"{count} files need a look")
        self.setAccessibleName(self._head.text())
        for entry in broken[:_MOST_FILES]:
            show = Button("Show the file", "link")
            show.setAccessibleName(f"Show the file: {visible(entry.file.name)}")
            show.setToolTip(visible(str(entry.file)))
            show.clicked.connect(lambda _checked=False, folder=str(entry.file.parent): self._open(folder))
            self._list.addWidget(wrap(hbox((fault_lines(entry), 1), wrap(vbox(show, None)), spacing=12)))
        if count > _MOST_FILES:
            self._list.addWidget(Text(f"{count - _MOST_FILES} more. The People page lists all.", "caption", "muted"))
        self.setVisible(bool(broken))
