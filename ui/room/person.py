"""The left column: who is in the room, what they care about, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rehearse.personas import Persona
from ui.theme.theme import theme_of
from ui.widgets.avatar import Avatar
from ui.widgets.chip import Chip
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import hbox, scroll, vbox, wrap
from ui.widgets.plain import visible
from ui.widgets.text import Text

_MOST_CARES = 4
_STATES = {
    "speaking": ("Speaking", "accent", "chat"),
    "thinking": ("Thinking", "stone", "dots"),
    "listening": ("Listening", "stone", None),
    "gone": ("Has left", "stone", None),
}


class PersonPanel(QWidget):
    """Shows one person. No signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.avatar = Avatar("horizon", 92, live=False)
        self.name = Text("", "h2", align=middle)
        self.role = Text("", "body", "muted", align=middle)
        self.state = Chip("Listening")
        self.cares_title = Text("CARES ABOUT", "overline", "subtle")
        self.cares = Text("", "body", "muted")
        self.stands_title = Text("WHERE THEY STAND", "overline", "subtle")
        self.ladder = Ladder(0.0, 150)
        self.reason = Text("", "caption", "muted")
        column = vbox(
            hbox(None, self.avatar, None), 6, self.name, self.role, 4, hbox(None, self.state, None), 16,
            self.cares_title, self.cares, 16, self.stands_title, 2, self.ladder, 6, self.reason, None,
            margins=(24, 20, 20, 20), spacing=4,
        )  # fmt: skip
        area = scroll(wrap(column), "Who is in the room", ground=False)
        self.setLayout(vbox(area))
        self.restyle()

    def set_person(self, persona: Persona) -> None:
        name = visible(persona.name)
        self.avatar.set_person(persona.emblem, name)
        self.name.setText(name)
        self.role.setText(visible(persona.role))
        cares = ", ".join(visible(c) for c in persona.cares_about[:_MOST_CARES])
        self.cares.setText(f"{cares[:1].upper()}{cares[1:]}." if cares else "")
        self.cares_title.setVisible(bool(cares))
        self.cares.setVisible(bool(cares))
        self.stands_title.setText(f"WHERE {persona.pronouns.upper()} {persona.verb('STANDS', 'STAND')}")
        self.ladder.setAccessibleName(f"Where {persona.pronouns} {persona.verb('stands', 'stand')}")

    def set_state(self, state: str) -> None:
        """`speaking`, `thinking`, `listening` or `gone`."""
        words, hue, icon = _STATES[state]
        self.state.set(words, hue, icon)
        self.avatar.set_live(state == "speaking")

    def set_stand(self, value: float, reason: str | None = None) -> None:
        """0 to 3 on the ladder; a `reason` of None leaves the one that is there."""
        self.ladder.set_value(value)
        if reason is not None:
            self.reason.setText(reason)

    def restyle(self) -> None:
        self.setFixedWidth(theme_of(self).px(236))
