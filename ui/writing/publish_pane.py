"""Publishing: the number it gets, what changed since the last, what is warned of, and the versions there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from rehearse.errors import Problem
from ui.library.jobs import Jobs
from ui.settings.parts import Fold
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import clear, hbox, scroll, vbox, wrap
from ui.widgets.plain import one_line, visible
from ui.widgets.rule import Rule
from ui.widgets.text import Text
from ui.writing.forms import told
from ui.writing.plain_words import count
from ui.writing.store import day

if TYPE_CHECKING:
    from rehearse.writing.compare import Change
    from rehearse.writing.document import Remark
    from rehearse.writing.versions import Version
    from ui.engine import Engine
    from ui.writing.sheet import Sheet
    from ui.writing.store import Store

_LEAD = "A version stays as it is for good. From then on it can be met, and given out; what you write later is a draft again."
_PAUSE = 400  # milliseconds after an edit until it is compared again
_MOST = 40  # changes and warnings that are listed


@dataclass(frozen=True, slots=True)
class _Stands:
    versions: tuple[Version, ...] = ()
    changes: tuple[Change, ...] = ()


class PublishPane(QWidget):
    """Stands beside the form. Signals: ``publish_wanted()``; ``bring_back_wanted(int)`` a version; ``fault_wanted()``."""

    publish_wanted = Signal()
    bring_back_wanted = Signal(int)
    fault_wanted = Signal()

    def __init__(self, engine: Engine, store: Store, sheet: Sheet) -> None:
        super().__init__()
        self._store, self._sheet = store, sheet
        self._jobs = Jobs(engine, self, self._failed)
        self._stands = _Stands()
        self._remarks: tuple[Remark, ...] = ()
        self.publish = Button("Publish", "primary", "check")
        self.faults = Button("", "link", "alert", token="brick_text")
        self.problem = Text("", "body", "brick_text")
        self.problem.hide()
        self._changes, self._warnings, self._versions = vbox(spacing=4), vbox(spacing=4), vbox(spacing=8)
        card = Card(pad=16)
        card.setAccessibleName("Publish")
        inner = vbox(self._changes, self._warnings, self._versions, None, margins=(0, 0, 8, 0), spacing=14)
        area = scroll(Host(inner, ground=None), "Versions", ground=False)
        area.setMinimumHeight(160)
        card.box.add(
            Text("Publish", "title"), Text(_LEAD, "body", "muted"), Fold(self.publish, self.faults), self.problem, (area, 1)
        )
        self.setLayout(vbox((card, 1)))
        self.publish.clicked.connect(self.publish_wanted)
        self.faults.clicked.connect(self.fault_wanted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(lambda: self.isVisible() and self._ask())
        sheet.edited.connect(self._later.start)
        self._show(self._stands)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def take_focus(self) -> None:
        """The focus to where one goes on."""
        (self.publish if self.publish.isEnabled() else self.faults).setFocus()

    def stop(self) -> None:
        """Drop what was asked."""
        self._jobs.stop()

    def refresh(self) -> None:
        """Read again which versions there are."""
        self._ask()

    def _ask(self) -> None:
        document = self._sheet.document
        kind, id, now = document.kind, str(document.get(("id",)) or ""), document.get(())
        self._jobs.aside("stands", lambda: self._look(kind, id, now), self._show)

    def _look(self, kind: str, id: str, now: object) -> _Stands:
        from rehearse.errors import InputProblem
        from rehearse.writing.compare import compare
        from rehearse.writing.document import Document

        versions = self._store.shelf.versions(kind, id)
        if not versions:
            return _Stands()
        try:
            before = Document.of(versions[-1].text(), kind).get(())
        except InputProblem:
            return _Stands(versions)
        return _Stands(versions, compare(before, now))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What is to be said about the file: faults refuse, warnings are shown."""
        self._remarks = tuple(remarks)
        self._show(self._stands)

    def say(self, words: str) -> None:
        """Why it was not published."""
        self.problem.setText(visible(words))
        self.problem.setHidden(not words)

    def _failed(self, problem: Problem) -> None:
        self.say(f"{problem.sentence} {problem.hint}".strip())

    def _show(self, stands: _Stands) -> None:
        self._stands = stands
        faults = [remark for remark in self._remarks if not remark.warning]
        warnings = [remark for remark in self._remarks if remark.warning]
        last = stands.versions[-1] if stands.versions else None
        self.publish.set_text(f"Publish as version {last.number + 1 if last else 1}")
        self.publish.setEnabled(not faults)
        self.faults.set_text(f"{len(faults)} to mend first")
        self.faults.setVisible(bool(faults))
        if not faults:
            self.say("")
        focus = self.focusWidget()
        had = focus is not None and focus.hasFocus() and focus not in (self.publish, self.faults) and self.isAncestorOf(focus)
        for box in (self._changes, self._warnings, self._versions):
            clear(box)
        if last is not None:
            head = f"Changed since version {last.number}" if stands.changes else f"It says the same as version {last.number}."
            self._list(self._changes, head, [str(change) for change in stands.changes])
        if warnings:
            self._list(
                self._warnings,
                f"{count(len(warnings), 'warning')}: it can be published all the same",
                [told(self._sheet.document.kind, r) for r in warnings],
            )
        self._show_versions(stands.versions)
        if had:
            self.take_focus()

    def _list(self, box: object, head: str, lines: list[str]) -> None:
        box.addWidget(Text(head, "captionb", "muted"))  # type: ignore[attr-defined]
        for line in lines[:_MOST]:
            box.addWidget(Text(visible(one_line(line, 240)), "caption"))  # type: ignore[attr-defined]
        if len(lines) > _MOST:
            box.addWidget(Text(f"and {len(lines) - _MOST} more", "caption", "muted"))  # type: ignore[attr-defined]

    def _show_versions(self, versions: tuple[Version, ...]) -> None:
        if not versions:
            self._versions.addWidget(Text("Nothing was published yet.", "caption", "muted"))
            return
        self._versions.addWidget(Rule())
        self._versions.addWidget(Text("Published", "captionb", "muted"))
        for version in reversed(versions):
            back = Button("Bring it back", "link", tip="The draft then says what this version said; Undo takes that back")
            back.setAccessibleName(f"Bring version {version.number} back")
            back.clicked.connect(lambda _checked=False, number=version.number: self.bring_back_wanted.emit(number))
            words = Text(f"Version {version.number}, {day(version.published)}", "body", wrap=False)
            self._versions.addWidget(wrap(hbox((words, 1), back, spacing=8)))
