"""The questions that a page has put to the engine: a new one of the same name takes the place of the one before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rehearse.errors import Problem
from ui.engine import Engine, Job

_T = TypeVar("_T")


class Jobs:
    """Belongs to a page. After ``stop``, and once the page is gone, nothing is delivered any more."""

    def __init__(self, engine: Engine, page: QWidget, failed: Callable[[Problem], None]) -> None:
        self._engine, self._page, self._failed = engine, page, failed
        self._running: dict[str, Job] = {}

    def ask(
        self,
        name: str,
        work: Callable[[], Awaitable[_T]],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Ask the engine; an answer that is still awaited under this name is dropped."""
        self.drop(name)
        self._running[name] = self._engine.ask(work, self._guarded(done), self._guarded(failed or self._failed))

    def send(self, work: Callable[[], Awaitable[object]], done: Callable[[object], None] | None = None) -> None:
        """Have something done that is never dropped, such as deleting or renaming; a problem is still told."""
        self._engine.ask(work, self._guarded(done), self._guarded(self._failed))

    def aside(
        self,
        name: str,
        call: Callable[[], _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """As ``ask``, for a plain call that blocks."""
        self.drop(name)
        self._running[name] = self._engine.aside(call, self._guarded(done), self._guarded(failed or self._failed))

    def send_aside(
        self, call: Callable[[], _T], done: Callable[[_T], None] | None = None, failed: Callable[[Problem], None] | None = None
    ) -> None:
        """As ``send``, for a plain call that blocks."""
        self._engine.aside(call, self._guarded(done), self._guarded(failed or self._failed))

    def drop(self, name: str) -> None:
        """Forget what was asked under this name."""
        if name in self._running:
            self._running.pop(name).cancel()

    def stop(self) -> None:
        """Drop everything that was asked."""
        for name in tuple(self._running):
            self.drop(name)

    def _guarded(self, call: Callable[[_T], None] | None) -> Callable[[_T], None] | None:
        if call is None:
            return None
        page = self._page
        return lambda value: call(value) if isValid(page) else None
