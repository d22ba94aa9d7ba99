"""Everything that was rehearsed, newest first, and everything that was said, objected, commented and prepared, to be found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget

from rehearse.conversation import RehearsalId
from rehearse.errors import Problem
from rehearse.library.records import FOUND, Found, Hit, Page, RehearsalRow
from ui.engine import Engine
from ui.library import rows as words
from ui.library.arriving import Arriving
from ui.library.bringing import Bringing
from ui.library.empty import Empty
from ui.library.exporting import Exporting
from ui.library.filters import Filters
from ui.library.jobs import Jobs
from ui.library.model import ITEM, HitsModel, MeetingsModel
from ui.library.painting import HitDelegate, MeetingDelegate
from ui.library.view import RowView
from ui.objections.tabs import Tabs
from ui.theme.theme import theme_of
from ui.widgets.announcer import Announcer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Host
from ui.widgets.layouts import hbox, vbox
from ui.widgets.plain import one_line
from ui.widgets.select import Select
from ui.widgets.text import Text
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.desk import Desk, Listed

_PAGE = 50
_LOW_EM = 32
_FIND = "Find words that were said or written"
_KINDS = (
    ("", "Everything"), ("line", "What was said"), ("objection", "Objections"), ("comment", "Comments"), ("brief", "Briefs"),
)  # fmt: skip
_PAUSE = 60  # milliseconds without a key before it is looked for: who types fast is not kept waiting by every letter
_KEYS_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class LibraryPage(QWidget):
    """The meetings as a list that grows while one scrolls; what was found while words stand in the search.

    ``starts_with`` is whom the way on of the empty page names; the window starts that meeting.
    Signals: ``read(str, str)`` the id of a meeting, and that of the line to show or nothing; ``go_on(str)`` the id of an
    open meeting; ``start_wanted()``; ``went(str)`` the key of a place; ``read_sent(str, str, str)`` a submission of somebody else,
    a meeting and a line in it; ``brief(str)`` the id of a brief.
    """

    read = Signal(str, str)
    read_sent = Signal(str, str, str)
    brief = Signal(str)
    go_on = Signal(str)
    start_wanted = Signal()
    went = Signal(str)

    def __init__(self, engine: Engine, desk: Desk, announcer: Announcer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._announcer = announcer or Announcer.of_app()
        self._jobs = Jobs(engine, self, self._show_problem)
        self._emblems: dict[str, str] = {}
        self._first_name = ""
        self._found_for = ""  # the words that were looked for last
        self._open_it = False  # Enter came before what was looked for
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self.problem = Banner()
        self.tabs = Tabs("reviews")
        self.search = QLineEdit()
        self.what = Select("What is looked for", _KINDS)
        self.what.hide()
        self.filters = Filters()
        self.meetings = MeetingsModel(self)
        self.hits = HitsModel(self)
        self.list = RowView("Meetings, newest first", MeetingDelegate(lambda id: self._emblems.get(id, ""), self), editable=True)
        self.found = RowView("What was found, newest first", HitDelegate(self))
        self.empty = Empty()
        self.bring = Button("Import", "", "download", tip="A transcript of a meeting that was held elsewhere (Ctrl+I)")
        self.arriving = Arriving()
        self.bringing = Bringing(desk, self._jobs, self.arriving, self)
        self._build()
        self._connect()
        self.toast = Toast(self)
        self.exporting = Exporting(desk, self._jobs, self, self.toast, self.problem)
        self.toast.undone.connect(self._undelete)

    def _build(self) -> None:
        self.list.setModel(self.meetings)
        self.found.setModel(self.hits)
        self.search.setProperty("kind", "field")
        self.search.setPlaceholderText(f"{_FIND} (Ctrl+F)")
        self.search.setAccessibleName(_FIND)
        self.search.setAccessibleDescription("Ctrl+F. Results come while you type; Enter opens the first, Escape clears.")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.setAcceptDrops(False)  # a file that is dropped here is for the window
        self._stack = QStackedWidget()
        for part in (self.list, self.found, self.empty, self.arriving):
            self._stack.addWidget(part)
        card = Card(radius=14, pad=6)
        self._lead = Text("Everything you rehearsed, newest first.", "talk", "muted")
        card.box.add((self._stack, 1))
        whole = vbox(
            hbox((Text("Reviews", "h1"), 1), self.bring, 8, self.tabs), self._lead, self.problem, 6,
            hbox((self.search, 1), self.what, spacing=10), self.filters, 4, (card, 1), margins=(32, 24, 32, 24), spacing=7,
        )  # fmt: skip
        page = Host(whole)
        outer = vbox(page, spacing=0)
        outer.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(outer)
        self.setFocusProxy(self.search)
        self._show_empty_library()

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_search)
        self.tabs.went.connect(self.went)
        QShortcut(QKeySequence("Ctrl+I"), self, self.bringing.choose)
        self.bring.clicked.connect(self.bringing.choose)
        self.bringing.begun.connect(self._show_arriving)
        self.bringing.ended.connect(self._leave_arriving)
        self.bringing.kept.connect(self._taken_in)
        self.list.export_wanted.connect(lambda index, form: self.exporting.ask(index.data(ITEM), form))
        self.search.textEdited.connect(self._edited)
        self.search.textChanged.connect(lambda text: None if text else self._look())
        self.search.returnPressed.connect(self._open_first)
        self.what.changed.connect(lambda _key: self._look())
        self.filters.changed.connect(self._read_list)
        self.meetings.more_wanted.connect(self._read_more)
        self.meetings.renamed.connect(self._rename)
        self.hits.more_wanted.connect(self._find_more)
        self.list.opened.connect(self._open)
        self.list.delete_wanted.connect(self._delete)
        self.found.opened.connect(self._open_hit)
        self.empty.chosen.connect(self._way_on)
        self.problem.chosen.connect(lambda _key: self.refresh())

    # ---- coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def resizeEvent(self, event: object) -> None:
        self._fold()

    def restyle(self) -> None:
        """Folds again, since the text may have grown."""
        self._fold()

    def _fold(self) -> None:
        self._lead.setVisible(theme_of(self).em(self.height()) > _LOW_EM)  # the list needs the room more

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Drop what was asked and is not here yet."""
        self._pause.stop()
        self._jobs.stop()

    def refresh(self) -> None:
        """Read people and meetings again, and look again for what stands in the search."""
        self._jobs.ask("listed", self._desk.listed, self._show_listed)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in _KEYS_TO_LIST and self._stack.currentWidget() is not self.empty:
                self._stack.currentWidget().setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # ---- bringing in

    def take_file(self, path: Path) -> None:
        """Bring in a file, as when it was dropped on the window."""
        self.bringing.take(path)

    def _show_arriving(self) -> None:
        for part in (self.search, self.what, self.filters):
            part.hide()
        self._stack.setCurrentWidget(self.arriving)

    def _leave_arriving(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.search.show()
        self._look()
        self.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken_in(self, id: str, told: str) -> None:
        self._leave_arriving()
        self._announcer.say(self, told)
        self.read.emit(id, "")

    def _show(self, part: QWidget) -> None:
        """Show the list, the found lines or the empty page; what is being brought in stays until it is left."""
        if self._stack.currentWidget() is not self.arriving:
            self._stack.setCurrentWidget(part)

    # ---- meetings

    def _edited(self, text: str) -> None:
        self._open_it = False
        if text.strip():
            self._pause.start()

    def _look(self) -> None:
        """Show the found lines where there is something to find, else the meetings."""
        self._pause.stop()
        if self.search.text().strip():
            self._find()
        else:
            self._found_for = ""
            self.what.hide()
            self._jobs.drop("find")
            self._jobs.drop("find more")
            self.filters.setVisible(self._stack.currentWidget() is not self.arriving)
            self._read_list()

    def _read_list(self) -> None:
        if self.search.text().strip():
            return
        self._jobs.drop("more")
        wanted = self.filters.values
        self._jobs.ask("list", lambda: self._desk.page(_PAGE, None, **wanted), self._show_list)

    def _read_more(self, key: int) -> None:
        wanted = self.filters.values
        self._jobs.ask("more", lambda: self._desk.page(_PAGE, key, **wanted), self._add_to_list)

    def _show_list(self, page: Page) -> None:
        at, held = self.list.currentIndex(), ""
        if at.isValid():
            held = self.meetings.items[at.row()].id
        scrolled = self.list.verticalScrollBar().value()
        if tuple(self.meetings.items[: len(page.rows)]) != page.rows or (not self.meetings.items and page.rows) or not page.rows:
            self.meetings.fill(page.rows, page.next)
            if (place := self.meetings.at(held)) >= 0:
                self.list.setCurrentIndex(self.meetings.index(place, 0))
                self.list.verticalScrollBar().setValue(scrolled)
        elif page.next is None and len(self.meetings.items) > len(page.rows):
            self.meetings.fill(page.rows, None)
        self._know_people(page)
        if page.rows:
            self._show(self.list)
        elif self.filters.values:
            self.empty.say("search", "No meeting is like this.", "Choose fewer things, or look at all.", "all", "Show all")
            self._show(self.empty)
        else:
            self._show_empty_library()

    def _add_to_list(self, page: Page) -> None:
        self.meetings.add(page.rows, page.next)
        self._know_people(page)

    def _know_people(self, page: Page) -> None:
        # Who speaks in a transcript from elsewhere is nobody of ours.
        self.filters.add_people({row.persona_id: row.persona_name for row in page.rows if not words.imported(row)})

    def _show_listed(self, listed: Listed) -> None:
        from ui.home.choices import first_name, in_order, on_home, usable

        self.arriving.set_people([(e.id, f"{e.name}, {e.role}" if e.role else e.name) for e in in_order(usable(listed.people))])
        self._emblems = {entry.id: entry.emblem for entry in listed.people if entry.emblem}
        self.filters.add_people({e.id: e.name for e in listed.people if not e.broken and e.shadowed_by is None})
        people = on_home(listed.people, self._desk.settings.last_persona)
        next_one = next((e for e in people if e.id == self._desk.settings.last_persona), people[0] if people else None)
        self._first_name = first_name(next_one) if next_one else ""
        if self._stack.currentWidget() is self.empty and not self.search.text() and not self.filters.values:
            self._show_empty_library()
        self.list.viewport().update()

    def _show_empty_library(self) -> None:
        start = f"Start with {self._first_name}" if self._first_name else "Start a meeting"
        hint = (
            "After a meeting you get the transcript, what moved them, and one thing to try. "
            "A transcript of a meeting held elsewhere can be imported, or dropped here."
        )
        self.empty.say("chat", "Your reviews will be here.", hint, "start", start, primary=True)
        self._show(self.empty)

    # ---- what was found

    def _find(self) -> None:
        wanted = self.search.text().strip()
        kind = self._kind
        self.filters.hide()  # what is found is found everywhere
        self.what.setVisible(self._stack.currentWidget() is not self.arriving)
        self._jobs.drop("list")
        self._jobs.drop("find more")
        self._jobs.ask("find", lambda: self._search(wanted, None, kind), lambda hits: self._show_hits(wanted, hits))

    def _find_more(self, key: int) -> None:
        wanted, kind = self.search.text().strip(), self._kind
        self._jobs.ask("find more", lambda: self._search(wanted, key, kind), lambda hits: self.hits.add(hits, _next(hits, kind)))

    @property
    def _kind(self) -> Found | None:
        """What is looked for; None for everything."""
        return next((k for k in FOUND if k == self.what.value), None)

    async def _search(self, wanted: str, before: int | None, kind: Found | None) -> tuple[Hit, ...]:
        return await (await self._desk.library()).search(wanted, _PAGE, before, kind)

    def _show_hits(self, wanted: str, hits: tuple[Hit, ...]) -> None:
        more_there = _next(hits, self._kind)
        self.hits.fill(hits, more_there)
        self._found_for = wanted
        open_it, self._open_it = self._open_it, False
        if hits:
            self.found.setCurrentIndex(self.hits.index(0, 0))
            self._show(self.found)
            more = " or more" if more_there is not None else ""
            self._announcer.say(self, f"{len(hits)}{more} found")
            if open_it:
                self._open_first()
        else:
            head = f"Nothing matches “{one_line(wanted, 60)}”."
            if self._kind is None:
                self.empty.say("search", head, "Try a shorter word.", "clear", "Clear")
            else:
                self.empty.say("search", head, "Try a shorter word, or look in everything.", "everything", "Look in everything")
            self._show(self.empty)
            self._announcer.say(self, head)

    def _open_first(self) -> None:
        wanted = self.search.text().strip()
        if wanted and wanted != self._found_for:
            self._open_it = True  # what is shown was found for other words
            if self._pause.isActive():
                self._look()
            return
        at = self.found.currentIndex()
        if wanted and self._stack.currentWidget() is self.found and at.isValid():
            self._open_hit(at)

    def _open_hit(self, index: QModelIndex) -> None:
        hit = index.data(ITEM)
        if not isinstance(hit, Hit):
            return
        if hit.kind == "brief":
            self.brief.emit(hit.about)
        elif hit.about:
            self.read_sent.emit(hit.about, hit.rehearsal, hit.turn)
        else:
            self.read.emit(hit.rehearsal, hit.turn)

    # ---- what is done with a meeting

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ITEM)
        if not isinstance(row, RehearsalRow):
            return
        if words.is_open(row):
            self.go_on.emit(row.id)
        else:
            self.read.emit(row.id, "")

    def _rename(self, id: str, title: str) -> None:
        self._jobs.send(lambda: self._desk.rename(RehearsalId(id), title))

    def _delete(self, index: QModelIndex) -> None:
        row = index.data(ITEM)
        if not isinstance(row, RehearsalRow):
            return
        place = index.row()

        def gone(_: object) -> None:
            self.toast.offer(f"Deleted “{words.title(row)}”.", row.id)
            if not self.meetings.items:
                self._read_list()

        self.meetings.take(place)
        if self.meetings.items:
            self.list.setCurrentIndex(self.meetings.index(min(place, len(self.meetings.items) - 1), 0))
        self._jobs.send(lambda: self._desk.delete(row.id), gone)

    def _undelete(self, id: str) -> None:
        self._jobs.send(lambda: self._desk.undelete(RehearsalId(id)), lambda _: self._read_list())

    # ---- ways on

    def _way_on(self, key: str) -> None:
        if key == "start":
            self.start_wanted.emit()
        elif key == "clear":
            self.search.clear()
            self.search.setFocus()
        elif key == "everything":
            self.what.set_value("")
            self._look()
        else:
            self.filters.clear()

    def _show_problem(self, problem: Problem) -> None:
        self.problem.say(problem.sentence, problem.hint, (("again", "Try again"),), "amber")


def _next(hits: tuple[Hit, ...], kind: Found | None) -> int | None:
    """Where the next page begins: of everything, lines alone go on."""
    counted = [hit for hit in hits if hit.kind == (kind or "line")]
    return counted[-1].key if len(counted) == _PAGE else None
