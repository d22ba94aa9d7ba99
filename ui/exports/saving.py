"""Meetings as files: asks where, makes the file where nobody waits for it, and says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from rehearse.exchange.forms import NAMES, Form

if TYPE_CHECKING:
    from rehearse.library.records import Rehearsal

HOLDS = "It holds 1 transcript and its review. No keys, no other meetings."
_FOR: dict[Form, str] = {
    "html": "to send",
    "pdf": "to send or print",
    "md": "for a note or a repository",
    "json": "to import again",
}
CHOICES: dict[Form, tuple[str, str]] = {form: (f"{NAMES[form]}, {what}", NAMES[form]) for form, what in _FOR.items()}
"""What a menu says of each form, and what it is called elsewhere."""


def ask_where(parent: QWidget, stem: str, form: Form, chosen: Callable[[str], Any]) -> QFileDialog:
    """Ask for the place of a file. ``chosen`` gets the path; nothing is called where it was left."""
    name = NAMES[form]
    dialog = QFileDialog(parent, f"Export as {name}", f"{stem}.{form}", f"{name} (*.{form})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


async def written(kept: Rehearsal, path: str, form: Form) -> str:
    """Write one meeting to a file; gives the name of the file. Raises InputProblem where it cannot be written."""
    from rehearse.exchange.export import save

    file = Path(path)
    await save(file, kept, form, printer() if form == "pdf" else None)
    return file.name


def printer() -> Callable[[Any], bytes]:
    """What makes a PDF."""
    from ui.printing import write_pdf

    return write_pdf
