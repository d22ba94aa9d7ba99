"""The document behind a form: edits go through here, and whoever shows it hears of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from rehearse.writing.document import Document

Path = tuple[str | int, ...]
Pairs = tuple[tuple[str, str], ...]


class Sheet(QObject):
    """Signals: ``edited()`` the document says something else; ``about_to_rearrange()`` and ``rearranged(object)`` before and after
    parts come, go or change places, with the place that is to be shown, or None; ``refused(object)`` the Problem for which an edit
    cannot be: the file is written so that more than its own place would change."""

    edited = Signal()
    refused = Signal(object)
    about_to_rearrange = Signal()
    rearranged = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.names: dict[str, Pairs] = {}  # ids and names of the people and rubrics that can be chosen

    @property
    def kind(self) -> str:
        return self.document.kind

    def get(self, path: Path, default: Any = None) -> Any:
        """What stands at this place; the default where nothing does or it cannot be gone to."""
        try:
            return self.document.get(path, default)
        except LookupError:
            return default

    def put(self, path: Path, value: Any, typing: bool = False, bare: str = "") -> None:
        """Set a value. Where a bare text stands for the group, it becomes one, with the text under the keys of ``bare``."""
        above = self.get(path[:-1]) if len(path) > 1 else None
        if bare and above is not None and not isinstance(above, (dict, list)):
            if bare.split() == [path[-1]]:
                done = self._try(lambda: self.document.put(path[:-1], value, typing=typing))
            else:
                whole = dict.fromkeys(bare.split(), above) | {str(path[-1]): value}
                done = self._try(lambda: self.document.put(path[:-1], whole))
        else:
            if above is not None and not isinstance(above, (dict, list)):
                return  # the file says something else there; what is said about it stands at its place
            done = self._try(lambda: self.document.put(path, value, typing=typing))
        if done:
            self.edited.emit()

    def drop(self, path: Path) -> None:
        """Take a key out, where it is there; nothing is rearranged by that."""
        if self.document.has(path) and self._try(lambda: self.document.remove(path)):
            self.edited.emit()

    # ---- parts that come, go and move

    def add(self, path: Path, value: Any, key: str | None = None) -> None:
        """One more item at the end of a list, or under a key of a mapping."""
        self.about_to_rearrange.emit()
        places: list[Path] = []

        def edit() -> None:
            if key is not None:
                self.document.put((*path, key), value)
                places.append((*path, key))
            else:
                places.append((*path, self.document.add(path, value)))

        self._rearrange(edit, lambda: places[0])

    def remove(self, path: Path) -> None:
        """Take an item out."""
        self.about_to_rearrange.emit()
        self._rearrange(lambda: self.document.remove(path))

    def move(self, path: Path, to: int) -> None:
        """Give an item another place among its neighbours."""
        self.about_to_rearrange.emit()
        self._rearrange(lambda: self.document.move(path, to))

    def rename(self, path: Path, key: str) -> bool:
        """Give a value another key; whether that could be."""
        self.about_to_rearrange.emit()
        try:
            return self._rearrange(lambda: self.document.rename(path, key))
        except LookupError:
            return False

    def back(self, redo: bool = False) -> bool:
        """Undo, or do again; whether there was something."""
        before = self.get(())
        self.about_to_rearrange.emit()
        done = self.document.redo() if redo else self.document.undo()
        if done:
            self._over(first_difference(before, self.get(())))
        return done

    def replaced(self) -> None:
        """The document was changed as a whole, by what another program wrote."""
        self._over(None)

    def _try(self, edit: Callable[[], object]) -> bool:
        """Whether the file lets itself be edited so; who shows it is told where it does not."""
        from rehearse.writing.document import CannotEdit

        try:
            edit()
        except CannotEdit as problem:
            self.refused.emit(problem)
            return False
        return True

    def _rearrange(self, edit: Callable[[], object], place: Callable[[], Path | None] = lambda: None) -> bool:
        done = self._try(edit)
        if done:
            self._over(place())
        else:
            self.rearranged.emit(None)
        return done

    def _over(self, place: Path | None) -> None:
        self.rearranged.emit(place)
        self.edited.emit()


def first_difference(before: Any, after: Any, path: Path = ()) -> Path | None:
    """The first place, as one reads, at which two values differ; of what is gone the place that it stood in."""
    if before == after:
        return None
    if isinstance(before, dict) and isinstance(after, dict):
        for key in after:
            if key not in before:
                return (*path, key)
            if (found := first_difference(before[key], after[key], (*path, key))) is not None:
                return found
        return path
    if isinstance(before, list) and isinstance(after, list):
        for n in range(len(after)):
            if n >= len(before):
                return (*path, n)
            if before[n] != after[n]:
                return first_difference(before[n], after[n], (*path, n)) if len(before) == len(after) else (*path, n)
        return path
    return path
