"""What stands beside the form: the file, a minute, the playtest, a judging, publishing. Each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.engine import Engine
from ui.widgets.announcer import Announcer
from ui.writing.store import Store

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from rehearse.writing.drafts import Draft
    from rehearse.writing.nodes import Path
    from ui.writing.sheet import Sheet

NAMES = {"file": "The file", "try": "Try a minute", "playtest": "Playtest", "judge": "Judge a meeting", "publish": "Publish"}
"""The panes by key, and what their tabs say."""
_OF = {"persona": ("try", "publish"), "scenario": ("try", "playtest", "publish"), "rubric": ("judge", "publish")}


def has(kind: str, key: str) -> bool:
    """Whether what is written of this kind has this pane."""
    return key == "file" or key in _OF[kind]


class Panes(QStackedWidget):
    """``made`` holds those that there are, by key. Signals: ``editor_wanted()`` the file in a program of its own,
    ``publish_wanted()``, ``bring_back_wanted(int)`` the number of a version, ``fault_wanted()`` the next thing to mend."""

    editor_wanted = Signal()
    publish_wanted = Signal()
    bring_back_wanted = Signal(int)
    fault_wanted = Signal()

    def __init__(self, engine: Engine, desk: Desk, store: Store, announcer: Announcer) -> None:
        super().__init__()
        self._engine, self._desk, self._store, self._announcer = engine, desk, store, announcer
        self.made: dict[str, QWidget] = {}
        self._place: Path = ()  # of the field that had the focus last
        self._remarks: tuple[Remark, ...] = ()

    def show_pane(self, key: str, draft: Draft, sheet: Sheet) -> None:
        """Show one of them."""
        if key not in self.made:
            pane = self.made[key] = self._make(key, draft, sheet)
            self.addWidget(pane)
        self.setCurrentWidget(self.made[key])

    def take_focus(self, key: str) -> None:
        """The focus into a pane in which something can be done at once."""
        pane = self.made.get(key)
        if pane is not None and key != "file" and hasattr(pane, "take_focus"):
            pane.take_focus()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What is to be said about the file, for the pane that publishes it."""
        self._remarks = tuple(remarks)
        if (pane := self.made.get("publish")) is not None:
            pane.show_remarks(remarks)  # type: ignore[attr-defined]

    def show_place(self, place: Path) -> None:
        """Which field has the focus, for the pane that shows the file."""
        self._place = place
        if (pane := self.made.get("file")) is not None:
            pane.show_place(place)  # type: ignore[attr-defined]

    def refused(self, why: str) -> None:
        """Why it was not published."""
        if (pane := self.made.get("publish")) is not None:
            pane.say(why)  # type: ignore[attr-defined]

    def stop(self) -> None:
        """Let go of what they have asked for."""
        for pane in self.made.values():
            if hasattr(pane, "stop"):
                pane.stop()

    def drop(self) -> None:
        """What they were about is put away."""
        self.stop()
        for pane in self.made.values():
            self.removeWidget(pane)
            pane.deleteLater()
        self.made, self._place, self._remarks = {}, (), ()

    def _make(self, key: str, draft: Draft, sheet: Sheet) -> QWidget:
        if key == "file":
            from ui.writing.file_pane import FilePane

            pane = FilePane(sheet, str(draft.file))
            pane.editor_wanted.connect(self.editor_wanted)
            pane.show_place(self._place)
            return pane
        if key == "try":
            from ui.writing.try_pane import try_pane

            return try_pane(self._engine, self._store, self._announcer, sheet)
        if key == "playtest":
            from ui.writing.playtest_pane import PlaytestPane

            return PlaytestPane(self._engine, self._store, self._announcer, sheet)
        if key == "judge":
            from ui.writing.judge_pane import JudgePane

            return JudgePane(self._engine, self._desk, self._store, self._announcer, sheet)
        from ui.writing.publish_pane import PublishPane

        publish = PublishPane(self._engine, self._store, sheet)
        publish.show_remarks(self._remarks)
        publish.publish_wanted.connect(self.publish_wanted)
        publish.bring_back_wanted.connect(self.bring_back_wanted)
        publish.fault_wanted.connect(self.fault_wanted)
        return publish
