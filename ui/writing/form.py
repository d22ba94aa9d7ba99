"""The form of a file: its sections at the side, the one that is edited beside them, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from ui.theme.theme import theme_of
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import hbox, scroll, vbox, wrap
from ui.widgets.select import Select
from ui.widgets.text import Text
from ui.widgets.toast import Toast
from ui.writing.building import Builder
from ui.writing.forms import section_at, sections_of
from ui.writing.groups import Fields

if TYPE_CHECKING:
    from rehearse.writing.document import Remark
    from ui.writing.editor import Part
    from ui.writing.fields import Section
    from ui.writing.sheet import Path, Sheet

_NARROW_EM = 52
_NAV = 190  # pixels at 100 %
_MEASURE = 720
_SLACK = 3  # rounds in which the layout may still move after a part was made


class SectionView(QWidget):
    """One section. ``fields`` are its editors."""

    def __init__(self, form: Form, section: Section, known: frozenset[str], last: bool) -> None:
        super().__init__()
        self._form = form
        card = Card(pad=20)
        card.setAccessibleName(section.title)
        inner = vbox(spacing=14)
        card.box.set_space(spacing=14)
        card.box.add(vbox(Text(section.title, "title"), Text(section.lead, "body", "muted"), spacing=3), inner)
        self._card = wrap(vbox(card, None))
        self.page = Host(vbox(hbox((self._card, 100), None), margins=(2, 2, 16, 24)))
        self.area: QScrollArea = scroll(self.page, section.title)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(vbox(self.area, spacing=0))
        self.fields = Fields(form, self, section.fields, inner, known, last)
        self.restyle()

    def restyle(self) -> None:
        """Keeps the measure."""
        self._card.setMaximumWidth(theme_of(self).px(_MEASURE))

    # ---- as the owner of its fields

    @property
    def path(self) -> Path:
        return ()

    @property
    def bare(self) -> str:
        return ""

    def step(self, by: int) -> None:
        """A section stays where it is."""


class Form(QWidget):
    """Shows a sheet. Signals: ``focused(object)`` the place of the field that has the focus."""

    focused = Signal(object)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.builder = Builder(self)
        self.sections = sections_of(sheet.kind)
        self.views: dict[int, SectionView] = {}
        self.remarks: tuple[Remark, ...] = ()
        self.here = -1
        self._stale: set[int] = set()
        self.toast = Toast(self)
        self._undoable = ""
        self._buttons: list[Button] = []
        nav = vbox(spacing=2)
        for number, section in enumerate(self.sections):
            button = Button(section.title, "nav")
            button.clicked.connect(lambda _checked=False, number=number: self.show_section(number))
            self._buttons.append(button)
            nav.addWidget(button)
        self.nav = wrap(vbox(nav, None, margins=(0, 2, 0, 0)))
        self.nav.setAccessibleName("Sections")
        self.jump = Select("Section", [(str(n), section.title) for n, section in enumerate(self.sections)])
        self.stack = QStackedWidget()
        self._beside = hbox(self.nav, (self.stack, 1), spacing=14)
        self.setLayout(vbox(self.jump, (self._beside, 1), spacing=8))
        self.jump.changed.connect(lambda key: self.show_section(int(key)))
        self.toast.undone.connect(lambda _key: self.undo())
        sheet.about_to_rearrange.connect(self.snapshot)
        sheet.rearranged.connect(self._rearranged)
        sheet.edited.connect(self._edited)
        self.show_section(0)
        self.restyle()

    # ---- sections

    def show_section(self, number: int) -> None:
        """Bring a section to the screen."""
        if number not in self.views:
            known = frozenset(f.key for section in self.sections for f in section.fields if f.key) | {"format"}
            last = number == len(self.sections) - 1
            view = SectionView(self, self.sections[number], known, last)
            self.views[number] = view
            self.stack.addWidget(view)
            self._tell(number)
        self.here = number
        self.stack.setCurrentWidget(self.views[number])
        self._freshen()
        for n, button in enumerate(self._buttons):
            button.setChecked(n == number)
        self.jump.set_value(str(number))

    def step_section(self, by: int) -> None:
        """To the next section, or the one before, with the focus in it."""
        number = (self.here + by) % len(self.sections)
        self.show_section(number)
        self.take_focus()

    def _focus_section(self) -> None:
        view = self.views[self.here]
        if view.fields.parts:
            view.fields.parts[0].take_focus()

    def take_focus(self) -> None:
        """The focus to the first field of the section."""
        self.builder.add(lambda: QTimer.singleShot(0, self, self._focus_section))

    # ---- going to a place

    def go_to(self, path: Path) -> None:
        """Open what a place lies in, and put the focus there."""
        if not path:
            return
        number = section_at(self.sheet.kind, path)
        self.show_section(len(self.sections) - 1 if number is None else number)
        self.builder.add(lambda: self._reach(path))

    def _reach(self, path: Path) -> None:
        view = self.views[self.here]
        part: Part | None = view.fields.reach(path)
        if part is None:
            return
        while (deeper := part.reach(path)) is not None:
            part = deeper
        if len(part.path) < len(path) and self.builder.waiting:
            self.builder.add(lambda: self._reach(path))  # more is being made, and the place may lie in it
            return
        QTimer.singleShot(0, self, lambda: self._arrive(view, part))  # what was made only now is not on screen yet

    def _arrive(self, view: SectionView, part: Part) -> None:
        if isinstance(part, QWidget) and not isValid(part):
            return
        part.take_focus()
        widget = self.focusWidget()
        if widget is not None:
            for n in range(_SLACK):  # nor has it its place
                QTimer.singleShot(n * 16, widget, lambda: self._bring_to_screen(view, widget))
            self.builder.add(lambda: QTimer.singleShot(16, widget, lambda: self._bring_to_screen(view, widget)))

    def _bring_to_screen(self, view: SectionView, widget: QWidget) -> None:
        """With room around it, for what is said of it and for what it asks next."""
        if widget.hasFocus():
            inner, margin = view.page, max(60, view.area.viewport().height() // 4)
            # By its edges: Qt would go by the line of the cursor in it, and leave the rest below the screen.
            for edge in (widget.rect().bottomLeft(), widget.rect().topLeft()):
                view.area.ensureVisible(0, widget.mapTo(inner, edge).y(), 0, margin)

    # ---- what the editors ask for

    def removed(self, words: str) -> None:
        """Something was taken out, and can come back."""
        self._undoable = words
        self.toast.offer(words, key="undo")

    def note_focus(self, path: Path) -> None:
        """The field at this place has the focus."""
        self.focused.emit(path)

    def undo(self) -> bool:
        """Take the last edit back; whether there was one."""
        return self.sheet.back()

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self.sheet.back(redo=True)

    def _edited(self) -> None:
        if self._undoable:
            self._undoable = ""
            self.toast.close_now()  # Undo would take back something else now

    def snapshot(self) -> None:
        """Remember what each part shows."""
        for number, view in self.views.items():
            if number not in self._stale:
                view.fields.snapshot()

    def _rearranged(self, place: Path | None) -> None:
        self._stale = set(self.views)  # those that are not on screen are shown anew when they come to it
        self._freshen()
        if place:
            self.go_to(place)

    def _freshen(self) -> None:
        """Show in the section that is on screen what stands there now."""
        if self.here in self._stale:
            self._stale.discard(self.here)
            self.views[self.here].fields.refresh()
            self._tell(self.here)

    def refresh_choices(self) -> None:
        """What can be chosen is something else now."""
        self.snapshot()
        self._stale = set(self.views)
        self._freshen()

    # ---- what is to be said

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say at each place what is to be said about it."""
        self.remarks = tuple(remarks)
        for number, section in enumerate(self.sections):
            mine = self._of(number)
            faults = sum(not remark.warning for remark in mine)
            self._buttons[number].set_text(f"{section.title}  ({faults})" if faults else section.title)
            self._buttons[number].set_tip(f"{faults} to mend" if faults else f"{len(mine)} to look at" if mine else "")
            if number in self.views and number not in self._stale:
                self._tell(number)

    def _tell(self, number: int) -> None:
        self.views[number].fields.show_remarks(self._of(number))

    def _of(self, number: int) -> list[Remark]:
        """What is to be said in a section; what no section is for is said in the last."""
        own = {field.key for field in self.sections[number].fields}
        known = {field.key for section in self.sections for field in section.fields}
        last = number == len(self.sections) - 1
        return [r for r in self.remarks if r.path and (r.path[0] in own or (last and r.path[0] not in known))]

    # ---- width

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def restyle(self) -> None:
        """The sections at the side, or as a list above where it is narrow."""
        theme = theme_of(self)
        narrow = theme.em(self.width()) < _NARROW_EM
        self.nav.setHidden(narrow)
        self.jump.setHidden(not narrow)
        self.nav.setFixedWidth(theme.px(_NAV))

    def stop(self) -> None:
        """Make nothing more."""
        self.builder.stop()
