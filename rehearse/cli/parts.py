"""Puts the parts together for a command: catalog, loop, library. What a command does not need is not imported."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from rehearse.paths import Paths, built_in, data_paths

if TYPE_CHECKING:
    from rehearse.catalog.catalog import Catalog
    from rehearse.conversation import TurnId
    from rehearse.library.front import Library

_T = TypeVar("_T")


def now() -> str:
    """This moment as the library and reviews write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def new_turn() -> TurnId:
    from rehearse.conversation import TurnId
    from rehearse.library.ids import new_id

    return TurnId(new_id("t"))


def catalog(paths: Paths | None = None) -> Catalog:
    from rehearse.catalog.catalog import Catalog

    return Catalog(paths or data_paths(), built_in())


class Runner:
    """One event loop for one command. Ctrl-C while it runs cancels what runs; between runs it is an ordinary interrupt."""

    def __init__(self) -> None:
        import asyncio

        self._runner = asyncio.Runner()

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.close()

    def run(self, task: Coroutine[Any, Any, _T]) -> _T:
        return self._runner.run(task)


@contextmanager
def opened() -> Iterator[tuple[Runner, Library, Paths]]:
    """The user's library with a loop to use it in; both closed at the end. Raises StoreProblem where it cannot be opened."""
    from rehearse.library.front import Library

    paths = data_paths()
    library = Library.open(paths.library, backups=paths.backups)
    try:
        with Runner() as runner:
            runner.run(library.recover())
            yield runner, library, paths
    finally:
        library.close()
