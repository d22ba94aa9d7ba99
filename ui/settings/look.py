"""How it looks and behaves: theme, text size, motion, which key says a line, the clock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.settings.keep import Keep
from ui.settings.parts import Fold, group
from ui.theme.theme import LARGEST, SMALLEST, Theme
from ui.widgets.announcer import Announcer
from ui.widgets.button import Button
from ui.widgets.layouts import vbox
from ui.widgets.segmented import Segmented
from ui.widgets.switch import Switch
from ui.widgets.text import Text

STEP = 0.1


class LookSection(QWidget):
    """Applies to the theme at once and is kept.

    Signals: ``theme_changed()`` after theme, text size or motion was changed here.
    """

    theme_changed = Signal()

    def __init__(self, desk: Desk, keep: Keep, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._keep, self._theme, self._announcer = desk, keep, theme, announcer
        kept = desk.settings
        self.mode = Segmented("Theme", (("system", "As the system"), ("light", "Light"), ("dark", "Dark")), theme.mode)
        self.smaller = Button("Smaller", tip="Text smaller by 10 %. Ctrl+- does the same everywhere")
        self.larger = Button("Larger", tip="Text larger by 10 %. Ctrl+= does the same everywhere")
        self.normal = Button("Back to 100 %", "ghost", tip="Ctrl+0 does the same everywhere")
        self.size_words = Text("", "num")
        self.motion = Segmented("Motion", (("system", "As the system"), ("less", "Less")), theme.motion)
        self.enter = Segmented(
            "Which key says a line",
            (("enter", "Enter says it"), ("ctrl", "Ctrl+Enter says it")),
            "enter" if kept.enter_says else "ctrl",
        )
        self._enter_note = Text("", "caption", "subtle")
        self.clock = Switch("Show the clock in meetings", kept.clock)
        self.setLayout(
            vbox(
                group("Theme", self.mode),
                group("Text size", Fold(self.smaller, self.size_words, self.larger, self.normal, spacing=12)),
                group("Motion", self.motion, note="Less: nothing moves, and lines appear whole."),
                group("Say a line", self.enter, self._enter_note),
                group("Clock", self.clock, note="It starts with your first key, and you can pause it in any meeting."),
                None,
                spacing=16,
            )
        )
        self.mode.changed.connect(self._set_mode)
        self.motion.changed.connect(self._set_motion)
        self.smaller.clicked.connect(lambda: self._set_scale(self._theme.scale - STEP))
        self.larger.clicked.connect(lambda: self._set_scale(self._theme.scale + STEP))
        self.normal.clicked.connect(lambda: self._set_scale(1.0))
        self.enter.changed.connect(self._set_enter)
        self.clock.toggled.connect(lambda on: keep.change(clock=on))
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what the theme is now: shortcuts of the window change it too."""
        scale = self._theme.scale
        self.size_words.setText(f"{round(scale * 100)} %")
        ends = ((self.smaller, scale > SMALLEST + 0.01, self.larger), (self.larger, scale < LARGEST - 0.01, self.smaller))
        for button, possible, other in ends:
            if not possible and button.hasFocus():
                other.setEnabled(True)
                other.setFocus()
            button.setEnabled(possible)
        self.mode.set_value(self._theme.mode)
        self.motion.set_value(self._theme.motion)
        says = self.enter.value == "enter"
        self._enter_note.setText("Shift+Enter begins a new line." if says else "Enter begins a new line.")

    def _set_mode(self, mode: str) -> None:
        self._theme.set_mode(mode)
        self._keep.change(theme=mode)
        self.theme_changed.emit()

    def _set_motion(self, motion: str) -> None:
        self._theme.set_motion(motion)
        self._keep.change(motion=motion)
        self.theme_changed.emit()

    def _set_scale(self, scale: float) -> None:
        scale = round(min(LARGEST, max(SMALLEST, scale)), 1)
        self._theme.set_scale(scale)
        self._keep.change(text_scale=scale)
        self._announcer.say(self, f"Text size {round(scale * 100)} per cent.")
        self.theme_changed.emit()

    def _set_enter(self, which: str) -> None:
        self._keep.change(enter_says=which == "enter")
        self.refresh()
