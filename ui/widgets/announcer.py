"""What screen readers are told without moving the focus."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcement(NamedTuple):
    """One thing said: its text, and whether it interrupts."""

    text: str
    assertive: bool


class Announcer(QObject):
    """Sends announcements and remembers the last fifty. One per application; ``Announcer.of_app()`` finds it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.recent: deque[Announcement] = deque(maxlen=50)

    @classmethod
    def of_app(cls) -> Announcer:
        """The announcer of the running application, made at the first call. It dies with the application."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("There is no application to announce in.")
        return app.findChild(cls) or cls(app)

    def say(self, widget: QWidget, text: str, assertive: bool = False) -> None:
        """Announces ``text`` on behalf of ``widget``: politely, or interrupting when ``assertive``."""
        if not text:
            return
        self.recent.append(Announcement(text, assertive))
        event = QAccessibleAnnouncementEvent(widget, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
        QAccessible.updateAccessibility(event)


def announce(widget: QWidget, text: str, assertive: bool = False) -> None:
    """Announces through the announcer of the application."""
    Announcer.of_app().say(widget, text, assertive)
