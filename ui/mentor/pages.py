"""The pages of a mentor: the desk, the form to assign, the submission that is read, marks beside each other. Each is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.engine import Engine
from ui.writing.pages import PAGES as WRITING
from ui.writing.pages import WritingPages

if TYPE_CHECKING:
    from ui.mentor.assign import AssignPage
    from ui.mentor.calibration import CalibrationPage
    from ui.mentor.page import MentorPage
    from ui.mentor.reading import ReadingPage

PAGES = {
    "mentor": "Mentor",
    "assign": "Assign a situation",
    "reading": "What was sent",
    "calibration": "Compare marks",
    **WRITING,
}
"""The keys of these pages, and what they are called."""


class MentorPages(QObject):
    """One a window. Signals: ``wanted(str)`` the key of a place; ``told(str)`` what needs no answer; ``open_wanted()`` a file."""

    wanted = Signal(str)
    told = Signal(str)
    open_wanted = Signal()

    def __init__(self, engine: Engine, desk: Desk, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._engine, self._desk, self._stack = engine, desk, stack
        self._page: MentorPage | None = None
        self._assign: AssignPage | None = None
        self._reading: ReadingPage | None = None
        self._calibration: CalibrationPage | None = None
        self.writing = WritingPages(engine, desk, stack)
        self.writing.setParent(self)
        self.writing.wanted.connect(self.wanted)
        self.writing.told.connect(self.told)
        self.writing.assign.connect(self.begin)

    def page(self, key: str) -> QWidget:
        """One of the pages. Raises KeyError for another key."""
        pages = {"mentor": self.desk, "assign": self.assign, "reading": self.reading, "calibration": self.calibration}
        return (pages | {"written": self.writing.written, "writing": self.writing.writing})[key]()

    def desk(self) -> MentorPage:
        if self._page is None:
            from ui.mentor.page import MentorPage

            self._page = MentorPage(self._engine, self._desk)
            self._page.assign_wanted.connect(self.begin)
            self._page.open_wanted.connect(self.open_wanted)
            self._page.read.connect(lambda digest: self.read(digest))
            self._page.compare_wanted.connect(lambda: self.compare())
            self._page.write_wanted.connect(lambda: self.wanted.emit("written"))
            self._stack.addWidget(self._page)
        return self._page

    def assign(self) -> AssignPage:
        if self._assign is None:
            from ui.mentor.assign import AssignPage

            self._assign = AssignPage(self._engine, self._desk)
            self._assign.closed.connect(lambda: self.wanted.emit("mentor"))
            self._assign.told.connect(self.told)
            self._stack.addWidget(self._assign)
        return self._assign

    def reading(self) -> ReadingPage:
        if self._reading is None:
            from ui.mentor.reading import ReadingPage

            self._reading = ReadingPage(self._engine, self._desk)
            self._reading.closed.connect(lambda: self.wanted.emit("mentor"))
            self._reading.told.connect(self.told)
            self._stack.addWidget(self._reading)
        return self._reading

    def calibration(self) -> CalibrationPage:
        if self._calibration is None:
            from ui.mentor.calibration import CalibrationPage

            self._calibration = CalibrationPage(self._engine, self._desk)
            self._calibration.closed.connect(lambda: self.wanted.emit("mentor"))
            self._calibration.read.connect(lambda digest: self.read(digest))
            self._calibration.open_wanted.connect(self.open_wanted)
            self._stack.addWidget(self._calibration)
        return self._calibration

    def compare(self, digest: str = "") -> None:
        """Go and see marks of several people beside each other, on the submission with this digest where it is named."""
        self.calibration().begin(digest)
        self.wanted.emit("calibration")

    def begin(self, scenario: str = "") -> None:
        """Go and assign a situation: this one, where it is named."""
        self.assign().begin(scenario)
        self.wanted.emit("assign")

    def read(self, digest: str, rehearsal: str = "", turn: str = "") -> None:
        """Go and read a submission of the library, at a line of a meeting of it where they are named."""
        self.reading().read(digest, rehearsal, turn)
        self.wanted.emit("reading")

    def empty(self) -> None:
        """Everything was deleted: nothing of it stays on a page."""
        if self._reading is not None:
            self._reading.leave()

    def stop(self) -> None:
        """Drop what the pages have asked for and is not here yet."""
        for page in (self._page, self._assign, self._reading, self._calibration):
            if page is not None:
                page.stop()
        self.writing.stop()
