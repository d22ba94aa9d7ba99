"""What the tests of Home, People and Reviews share: a real desk on a real folder with real meetings, and a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rehearse.paths import Paths, built_in, data_paths
from tests.core.play import said
from tests.ui.accessibility import NORMAL, settle, show
from ui.app import App
from ui.desk import Desk
from ui.engine import Engine
from ui.widgets.layouts import vbox
from ui.widgets.ring import Ring

SAID = (
    "We lose 48k a month in orders because checkout goes down at peak, and that is from the refund ledger.",
    "What would you need to see before you decide?",
    "We start with one service for two weeks and stop if outages do not drop by 30 percent.",
    "The ask is two engineers until 4 May, and I own it. Can you say yes to that by Friday?",
)
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


_index: list[bytes] = []  # the catalog's index of the built-in files, so that not every test parses them anew


def apps(qapp: QApplication, qtbot: Any, size: tuple[int, int] = (1280, 860)) -> Iterator[App]:
    """The whole program on the data folder of the test, shown, with the people on Home; closed after the test."""
    made = App(qapp, data_paths())
    made.desk.settings = made.desk.settings._replace(motion="less")
    home = made.window.home
    made.window.resize(*size)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(
        lambda: home._chosen is not None and home._made("terms") and QApplication.focusWidget() is not None, timeout=20_000
    )
    yield made
    made.close()
    made.setParent(None)


class Place:
    """A data folder with an engine and a desk on it. ``close`` ends both."""

    def __init__(self, folder: Path, qtbot: Any) -> None:
        self._qtbot = qtbot
        self.paths = Paths(folder)
        if _index and not folder.exists():
            folder.mkdir(parents=True)
            self.paths.index.write_bytes(_index[0])
        self.engine = Engine()
        self.desk = Desk(self.paths)
        self.bugs: list[str] = []
        self.engine.bug.connect(self.bugs.append)

    def wait(self, work: Callable[[], Any]) -> Any:
        """What a coroutine of the desk gives."""
        found: list[Any] = []
        self.engine.ask(work, found.append, found.append)
        self._qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]

    def meet(self, person: str, ask: str = "", lines: int = 2, end: bool = False) -> str:
        """A meeting made by talking; ``end`` wraps it up and reviews it. Gives its id."""

        async def talk() -> str:
            from rehearse.preparation import Choice
            from rehearse.stakeholder.offline import OfflineAppraiser, OfflineSpeaker

            meeting = await self.desk.start(Choice(persona=person, ask=ask, seed=7))
            meeting.use(OfflineAppraiser(), OfflineSpeaker(0.0))
            await said(meeting, SAID[:lines], wrap_up=end)
            if end:
                await self.desk.review(meeting)
            else:
                await (await self.desk.library()).leave(meeting.rehearsal)
            return str(meeting.rehearsal)

        return str(self.wait(talk))

    def persona_file(self, name: str, like: str, *changes: tuple[str, str]) -> Path:
        """A file of one's own, made from a built-in one by replacing words."""
        text = (built_in() / f"{like}.yaml").read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        self.paths.personas.mkdir(parents=True, exist_ok=True)
        file = self.paths.personas / name
        file.write_text(text, "utf-8")
        return file

    def ids(self) -> list[str]:
        """The meetings in the library, newest first."""
        return [row.id for row in self.wait(lambda: self.desk.page(100)).rows]

    def close(self) -> None:
        for _, page in vars(self._qtbot).get("kept", []):
            if isValid(page):
                page.stop()
        self.wait(self.desk.close)
        self.engine.close()
        if not _index and self.paths.index.exists():
            _index.append(self.paths.index.read_bytes())
        assert not self.bugs, self.bugs


def places(folder: Path, qtbot: Any) -> Iterator[Place]:
    """For a fixture: a place that is closed after the test."""
    place = Place(folder, qtbot)
    yield place
    place.close()


def window_of(qtbot: Any, page: W, size: tuple[int, int] = NORMAL) -> QWidget:
    """A shown window around a page, with a focus ring, as the program has it."""
    window = QWidget()
    box = vbox(page, spacing=0)
    window.setLayout(box)
    box.setSizeConstraint(box.SizeConstraint.SetNoConstraint)
    ring = Ring(window)
    show(qtbot, window, size)
    ring.raise_()
    # qtbot remembers a window weakly: without this it would be gone where a test does not hold it.
    vars(qtbot).setdefault("kept", []).append((window, page))
    return window


def settled(qtbot: Any, done: Callable[[], bool]) -> None:
    """Waits for what the engine brings, then lets the layouts finish."""
    qtbot.waitUntil(done, timeout=20_000)
    settle()
    QApplication.sendPostedEvents()
