"""Fixtures for the tests of the interface: no display, no user folders, and nothing left over after a test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("QT_SCALE_FACTOR", None)

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.core.handing import Ring
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.clipboard import let_go

ThemeMaker = Callable[..., Theme]
PATIENCE = 20_000  # ms that anything may take on a busy machine; what comes sooner is not waited for
MANY = 50_000  # new objects, after which garbage is collected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says this at every window that has a least size; it means nothing here."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data folder of the program is a new folder for each test."""
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "rehearse-home"))


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    """What a test copied out of a transcript goes before the interpreter does: the program does the same when it closes."""
    yield
    if QApplication.instance() is not None:
        let_go()


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: a test that hurries says something of the machine and not of the program."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def make_theme(qapp: QApplication) -> Iterator[ThemeMaker]:
    """Makes and installs a theme: ``make_theme("dark", 2.0)``. Motion is less, so that nothing moves while a test looks."""
    made: list[Theme] = []

    def make(mode: str = "light", scale: float = 1.0, motion: str = "less", contrast: str = "system") -> Theme:
        while made:
            _end(made.pop())
        theme = Theme(qapp, mode, scale, motion, contrast)
        theme.install()
        made.append(theme)
        return theme

    yield make
    while made:
        _end(made.pop())


def _end(theme: Theme) -> None:
    theme.close()
    theme.setParent(None)
    theme.deleteLater()


@pytest.fixture
def theme(request: pytest.FixtureRequest, make_theme: ThemeMaker) -> Theme:
    """The installed theme, light at 100 %. For others: ``@pytest.mark.parametrize("theme", BOTH, indirect=True)``.

    A parameter is a mode, or a tuple of mode and scale.
    """
    asked = getattr(request, "param", "light")
    return make_theme(*asked) if isinstance(asked, tuple) else make_theme(asked)


@pytest.fixture
def announcements(qapp: QApplication) -> Announcer:
    """The announcer, emptied: ``announcements.recent`` holds what was said in this test."""
    announcer = Announcer.of_app()
    announcer.recent.clear()
    return announcer


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Garbage is collected in this thread only, as ``ui.sweeper`` has it: elsewhere it may delete Qt objects."""
    was_on = gc.isenabled()
    gc.disable()
    yield
    if gc.get_count()[0] > MANY:
        gc.collect()
    if was_on:
        gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _leaves_no_garbage() -> Iterator[None]:
    """What a module leaves goes here, in the thread of Qt: tests that come after have threads of their own, in which the
    collector would delete windows."""
    yield
    app = QCoreApplication.instance()
    if app is not None:
        sweep(app)
    gc.collect()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test: no window and no thread that was not there before. Names what is left."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    app: QApplication = request.getfixturevalue("qapp")
    windows = {id(window) for window in QApplication.topLevelWidgets()}
    threads = set(threading.enumerate())
    yield
    sweep(app)
    left = [_name(window) for window in QApplication.topLevelWidgets() if id(window) not in windows and window.isVisible()]
    assert not left, f"windows left open: {left}"
    QThreadPool.globalInstance().waitForDone(2000)
    running = [thread for thread in app.findChildren(QThread) if thread.isRunning()]
    assert not running, f"Qt threads left running: {running}"
    late = [thread for thread in set(threading.enumerate()) - threads if thread.is_alive() and not _of_qt(thread)]
    for thread in late:
        thread.join(2.0)
    late = [thread for thread in late if thread.is_alive()]
    assert not late, f"threads left running: {late}"


def sweep(app: QCoreApplication) -> None:
    """Lets everything that was deleted later be deleted now."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()


def _of_qt(thread: threading.Thread) -> bool:
    """A thread of Qt that once called into Python: it belongs to a pool and is not ours to end."""
    return isinstance(thread, threading._DummyThread)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.windowTitle()!r}"


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring in memory."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)
