"""One person: who they are, what they care about, how they talk. Never what the meeting has to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rehearse.catalog import Entry
from ui.home.choices import level, opening
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.chip import Chip
from ui.widgets.layouts import Item, clear, hbox, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.text import Text

if TYPE_CHECKING:
    from rehearse.personas import Persona

_WHOSE = 190  # pixels at 100 %: a long name of a file leaves the person's own its room


class PersonView(QWidget):
    """``show_entry`` paints what the index knows; ``show_persona`` adds what stands in the parsed file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = vbox(spacing=6)
        self._more = vbox(spacing=10)
        self.setLayout(vbox(self._head, self._more, spacing=10))

    def show_entry(self, entry: Entry) -> None:
        """Emblem, name, role, summary and opening line."""
        clear(self._head)
        clear(self._more)
        words, hue = level(entry)
        chips: list[Item] = [Chip(words, hue)] if words else []
        if entry.origin != "built in":
            whose = Chip(f"Yours: {visible(entry.file.name)}", "line")
            whose.setMaximumWidth(theme_of(self).px(_WHOSE))
            whose.setToolTip(visible(str(entry.file)))
            chips.append(whose)
        name = vbox(Text(visible(entry.name), "h2"), Text(visible(entry.role), "body", "muted"), spacing=1)
        side = wrap(vbox(hbox(*chips, spacing=6), None))
        self._head.add(hbox(Avatar(entry.emblem, 56), (name, 1), side, spacing=14))
        if entry.summary:
            self._head.add(4, Text(visible(entry.summary), "talk"))
        said = opening(entry)
        if said:
            self._head.add(Text(f"“{said}”", "quote", "muted", italic=True))

    def show_persona(self, persona: Persona) -> None:
        """What they care about, what they are like, and the words that cost patience or help."""
        clear(self._more)
        facts = [
            ("Cares about", _listed(persona.cares_about)),
            ("What they are like", visible(persona.voice)),
            ("Speaks of", _listed(persona.vocabulary.likes)),
            ("Loses patience at", _listed(persona.vocabulary.costs_patience)),
        ]
        for label, text in facts:
            if text:
                self._more.add(wrap(vbox(Text(label, "captionb", "muted"), Text(text), spacing=1)))


def _listed(parts: tuple[str, ...]) -> str:
    """Parts as one line, the first letter large."""
    text = ", ".join(visible(part) for part in parts)
    return text[:1].upper() + text[1:]
