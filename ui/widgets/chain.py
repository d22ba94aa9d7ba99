"""The order in which Tab goes, asked for without harm."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget


def after(part: QWidget) -> Iterator[QWidget]:
    """What Tab comes to after `part`, through the whole window until it comes to `part` again.

    PySide takes what `nextInFocusChain` gives for a child of what was asked, wherever it lies. When that one goes, with a page say,
    parts of the other are lost in Python, such as the document of a text field. Giving it its own parent again sets that right;
    Qt does nothing then.
    """
    at = _next(part)
    while at is not part:
        yield at
        at = _next(at)


def _next(part: QWidget) -> QWidget:
    found = part.nextInFocusChain()
    found.setParent(found.parentWidget())
    return found
