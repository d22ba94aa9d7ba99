"""The composition root of the app: makes the parts, hands each what it needs, and undoes it in reverse."""

from __future__ import annotations

# isort: off
import ui.plain_import  # noqa: F401 - before everything else: see there

# isort: on
import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rehearse.errors import Problem
from rehearse.paths import Paths, data_paths
from ui.chores import Chores
from ui.desk import Desk
from ui.engine import WRONG, Engine, safe
from ui.sweeper import Sweeper
from ui.theme.theme import Theme
from ui.theme.theme import application as styled
from ui.window import Window

SIZE = (1280, 860)
IDLE = 1_200  # milliseconds after the first paint, in which Home takes in its people and meetings, and nobody has begun to type
UNSEEN = 500  # milliseconds after which work begins also where the window is not painted, as when it opens minimized


class App(QObject):
    """The running program: engine, desk, theme, window. `close()` undoes the constructor."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        super().__init__(application)
        self.sweeper = Sweeper(self)
        self.desk = Desk(paths)
        kept = self.desk.settings
        self.theme = Theme(application, kept.theme, kept.text_scale, kept.motion)
        self.theme.install(dressed=False)
        self.engine = Engine(self, waits=True)
        self.window = Window(self.engine, self.desk, self.theme)
        self.window.resize(*_fitting())
        self.window.restyle()  # Qt tells it its size when it is shown, and by then its parts are to be there
        self.theme.dress()
        # What Home shows and what the first line needs are made ready after the first paint, while nobody waits.
        self.window.shown.connect(lambda: Chores(self.window, self._rest()))
        QTimer.singleShot(UNSEEN, self.engine, self.engine.begin)
        self._closed = False

    def _rest(self) -> list[Callable[[], object]]:
        return [self.sweeper.settle, *self.window.complete(), self.engine.begin, self._warm]

    def _warm(self) -> None:
        _ = self.window.ring  # made here: nobody sees it before a key is pressed
        if self.desk.settings_note:
            self.window.say(self.desk.settings_note)
        # A library that cannot be opened is told by Home, which asks for it too.
        self.engine.ask(self.desk.warm, lambda _: self.sweeper.settle(), lambda _problem: None)
        QTimer.singleShot(IDLE, self, lambda: self.engine.ask(self.desk.ready.make, lambda _: self.sweeper.settle()))

    async def _put_away(self) -> None:
        left = self.window.left_open
        try:
            if left is not None:
                await self.desk.leave(left)  # closing the window is no crash: the next start does not say so
        except Problem as problem:
            logging.getLogger("rehearse").warning("a meeting could not be left: %s", problem.sentence)
        finally:
            await self.desk.close()

    def raise_window(self) -> None:
        """Bring the window to the front, as when the program is started a second time."""
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def take_file(self, file: str) -> None:
        """Show what somebody gave you, as if it had been dropped on the window."""
        from pathlib import Path

        self.window.take_file(Path(file))

    def close(self) -> None:
        """Put away what is being said, close the library, end the engine."""
        if self._closed:
            return
        self._closed = True
        from ui.widgets.clipboard import let_go

        self.window.close()
        self.engine.finish(self._put_away)
        let_go()
        # The window goes before the theme that its widgets paint with.
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.theme.close()
        self.sweeper.close()


def _fitting() -> tuple[int, int]:
    screen = QGuiApplication.primaryScreen()
    room = screen.availableSize() if screen else None
    return (min(SIZE[0], room.width()), min(SIZE[1], room.height())) if room else SIZE


def main(file: str = "") -> int:
    """Open the app, with a file that somebody gave you. Returns its exit code."""
    paths = data_paths()
    QApplication.setApplicationName("Rehearse")
    QApplication.setDesktopFileName("rehearse")
    application = styled(sys.argv[:1])
    from ui.single import Single

    single = Single(paths.home)
    if not single.claim(file):
        return 0
    _log_to(paths)
    app = App(application, paths)
    single.called.connect(app.raise_window)
    single.given.connect(app.take_file)
    if file:
        app.window.shown.connect(lambda: Chores(app, [lambda: app.take_file(file)]))
    app.window.shown.connect(lambda: Chores(single, [single.listen]))
    sys.excepthook = Hook(app)
    app.window.show()
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        single.close()
        app.close()


class Hook:
    """The crash hook. A bad paint calls it ten times a second: what repeats is told once."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.window.close()
            return
        last = where
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = f"{kind.__name__} {last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else kind.__name__
        if place in self._told:
            return
        self._told.add(place)
        logging.getLogger("rehearse").error("unforeseen at %s", place, exc_info=safe(fault))
        self._app.engine.bug.emit(WRONG)


class _Log(logging.Handler):
    """A small rotating file, made when there is something to log. What was said is never logged, nor a key. Without a folder
    that can be written there is no log."""

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._paths = paths
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file = self._file or self._open()
        except OSError:
            return
        self._file.emit(record)

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # brings the network along, which no start should wait for

        self._paths.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = RotatingFileHandler(self._paths.logs / "rehearse.log", maxBytes=256 * 1024, backupCount=2, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _log_to(paths: Paths) -> None:
    root = logging.getLogger("rehearse")
    root.addHandler(_Log(paths))
    root.setLevel(logging.WARNING)
    root.propagate = False


if __name__ == "__main__":
    sys.exit(main())
