"""The app as the `rehearse` command opens it: to the first paint of Home, and to Home with its people and meetings on it.

Nothing is imported beforehand but what the app's own start imports.
"""

from __future__ import annotations

import sys
import time

LATE = ("pydantic", "ruamel", "openai", "keyring", "httpx2", "click", "asyncio", "sqlite3", "platformdirs", "PySide6.QtNetwork")
seen: dict[str, object] = {}


def first(window: object) -> None:
    """The event loop is back from the paint: every part of Home was painted."""
    seen["painted"], seen["cpu"] = time.monotonic(), time.process_time()
    seen["imported"] = [name for name in LATE if name in sys.modules]
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    poll = QTimer(window)  # type: ignore[call-overload]
    poll.setInterval(2)
    poll.timeout.connect(lambda: full(window, poll))
    poll.start()
    assert isinstance(window, QWidget)


def full(window: object, poll: object) -> None:
    from ui.home.recent import RecentRow

    home = window.home  # type: ignore[attr-defined]
    there = bool(home.grid.cards) and bool(home.recent.findChildren(RecentRow))
    if not there and time.monotonic() - float(seen["painted"]) < 5:  # type: ignore[arg-type]
        return
    poll.stop()  # type: ignore[attr-defined]
    window.repaint()  # type: ignore[attr-defined]
    seen["full"], seen["full_cpu"] = time.monotonic() if there else None, time.process_time()
    import json

    print(json.dumps(seen), flush=True)
    window.close()  # type: ignore[attr-defined]


def watched() -> object:
    """The app as the command finds it, and watched from the inside once it is imported."""
    app = find_app()
    import ui.app

    class Seen(ui.app.App):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            from PySide6.QtCore import QTimer

            self.window.shown.connect(lambda: QTimer.singleShot(0, self.window, lambda: first(self.window)))

    ui.app.App = Seen  # type: ignore[misc]
    return app


sys.argv = ["rehearse"]
import rehearse.cli  # noqa: E402 - part of what is timed, as all that follows
import rehearse.cli.app  # noqa: E402

find_app, rehearse.cli.app.find_app = rehearse.cli.app.find_app, watched
rehearse.cli.main()
