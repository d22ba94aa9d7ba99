"""A review as a PDF: painted by Qt on pages of the paper that is usual here, with its fonts in it. Works without a display.

The command line finds ``printer`` by its name; the app prints in a thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QPageSize

_LETTER = ("US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "PR", "SV", "VE")  # all others write on A4
_application: QGuiApplication | None = None


def printer() -> Callable[[Mapping[str, Any]], bytes]:
    """What makes PDFs, in any thread. Call it in the main thread: where no Qt program runs, one without windows is begun for it,
    which needs no display."""
    _begin()
    return write_pdf


def write_pdf(meeting: Mapping[str, Any], size: str = "") -> bytes:
    """The PDF of a ``rehearse/rehearsal@1`` object. ``size`` is ``A4`` or ``Letter``; left out, the one that is usual here.
    There is a Qt program: the app, or what ``printer`` has begun."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    from rehearse.exchange.paper import paper
    from ui.exports.document import paint
    from ui.exports.outline import with_ways

    kept = QByteArray()
    device = QBuffer(kept)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    page = _size(size)
    parts, links = paint(paper(meeting), device, page)
    device.close()
    return with_ways(kept.data(), parts, links, page.sizePoints().height())


def _begin() -> None:
    global _application
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # What it says of the terminal's language and of screens is nothing to whoever exports a file.
        before = qInstallMessageHandler(lambda *_: None)
        _application = QGuiApplication(sys.argv[:1])
        qInstallMessageHandler(before)


def _size(name: str) -> QPageSize:
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QPageSize

    if not name:
        here = QLocale.territoryToCode(QLocale.system().territory())
        name = "Letter" if here in _LETTER else "A4"
    return QPageSize(QPageSize.PageSizeId.Letter if name == "Letter" else QPageSize.PageSizeId.A4)
