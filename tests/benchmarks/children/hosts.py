"""Start, a meeting with a model, its review, a search, settings: every address that was called or looked up.

Arguments: the data folder. Python's own sockets are seen by an audit hook; those of Qt by looking at the system's table of
connections a hundred times a second, where the system shows it.
"""

from __future__ import annotations

import ipaddress
import sys
from pathlib import Path

CALLED: set[str] = set()
LOOKED_UP: set[str] = set()


def hear(event: str, given: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(given[1], tuple):
        CALLED.add(str(given[1][0]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        name = given[0].decode("utf-8", "replace") if isinstance(given[0], bytes) else str(given[0] or "")
        LOOKED_UP.add(name)


sys.addaudithook(hear)

from tests.benchmarks.driving import Driven, tell  # noqa: E402  (whatever an import calls is heard as well)
from tests.benchmarks.lines import LINES  # noqa: E402


def away(name: str) -> bool:
    """Whether this is another computer."""
    try:
        return not ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name not in ("", "localhost")


def table() -> None:
    import psutil

    try:
        for one in psutil.Process().net_connections("inet"):
            if one.raddr:
                CALLED.add(one.raddr.ip)
    except (psutil.Error, OSError):
        pass


with Driven(Path(sys.argv[1]), beat=False) as app:
    from PySide6.QtCore import QTimer

    look = QTimer()
    look.setInterval(10)
    look.timeout.connect(table)
    look.start()
    app.idle(2.0)
    before = sorted(CALLED)
    app.meet(scenario="tech-debt-on-the-roadmap", seed=1)
    for line in LINES[:4]:
        if not app.over:
            app.say(line)
    app.wrap_up()
    app.idle(0.5)
    window = app.window
    window.go("reviews")
    app.idle(0.5)
    app.type(app.screen.search, "salons quarter")
    app.idle(0.5)
    for place in ("people", "settings", "home"):
        window.go(place)
        app.idle(0.7)
    look.stop()
elsewhere = sorted(n for n in CALLED | LOOKED_UP if away(n))
tell(called=sorted(CALLED), looked_up=sorted(LOOKED_UP), elsewhere=elsewhere, before=before)
