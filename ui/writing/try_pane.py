"""A minute with the person, or in the situation, that is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from ui.making.trial import TryAMinute

if TYPE_CHECKING:
    from rehearse.making.trial import Trial
    from ui.desk import Desk
    from ui.engine import Engine
    from ui.making.sheet import Sheet as Answers
    from ui.widgets.announcer import Announcer
    from ui.writing.sheet import Sheet
    from ui.writing.store import Store


@dataclass(frozen=True)
class _Now:
    """What a minute was begun with: two are the same where the file says the same."""

    text: str
    worries: bool
    document: Any = field(compare=False, default=None)


class _Standing(QObject):
    """The document, as the minute beside the seven questions knows its sheet."""

    changed = Signal()
    base = None

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        sheet.edited.connect(self.changed)

    @property
    def answers(self) -> _Now:
        document = self._sheet.document
        there = self._sheet.kind == "scenario" or bool(document.get(("concerns",)))
        return _Now(document.text(), there, document.copy())


class _Maker:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.maker = self

    def trial(self, _base: object, now: _Now) -> Trial:
        from rehearse.writing.trying import minute

        return minute(now.document, self._store.shelf)


def try_pane(engine: Engine, store: Store, announcer: Announcer, sheet: Sheet) -> TryAMinute:
    """The same minute as in Make a person, with what stands in the file now."""
    pane = TryAMinute(engine, cast("Desk", _Maker(store)), announcer)
    pane.show_sheet(cast("Answers", _Standing(sheet)))
    return pane
