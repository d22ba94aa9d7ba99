"""The focus is looked for over the whole window; what one page has stays whole when another goes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget
from shiboken6 import isValid

from ui.places import focus_in
from ui.theme.theme import Theme
from ui.widgets.chain import after
from ui.widgets.layouts import vbox


def test_a_page_that_goes_takes_nothing_of_another_with_it(theme: Theme, qtbot: Any) -> None:
    window, page, room = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    first, field = QPushButton("One", page), QTextEdit(room)
    window.setLayout(vbox(page, room, spacing=0))
    document = field.document()
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    first.hide()
    focus_in(page)  # looks through the whole window, and finds nothing
    assert [part for part in after(page) if part is first or part is field] == [first, field]
    page.hide()
    page.deleteLater()
    del first, page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(document)
    assert field.document() is document
