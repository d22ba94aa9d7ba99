"""Opens the app, found by name so that the core never imports Qt; without a display, the terminal."""

from __future__ import annotations

import os
import socket
import sys
from importlib.metadata import entry_points

from rehearse.cli.output import complain


def has_display() -> bool:
    """Whether a window can be opened. Only Linux and its like can be without one.

    A local display that is named but does not answer is none: Qt would end the program there.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if wayland and _answers(wayland if wayland.startswith("/") else f"{folder}/{wayland}"):
        return True
    host, colon, number = display.rpartition(":")
    if not colon:
        return False
    if host not in ("", "unix"):
        return True  # over the network, as with ssh -X: only trying would tell
    place = f"/tmp/.X11-unix/X{number.split('.')[0]}"
    return _answers(place) or _answers("\0" + place)


def _answers(place: str) -> bool:
    """Whether somebody listens at this local socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        tried.settimeout(1.0)
        try:
            tried.connect(place)
        except OSError:
            return False
        return True


def open_app() -> int:
    """Open the app. Returns its exit code."""
    if not has_display():
        complain("There is no display, so the meeting is here in the terminal.")
        return _talk()
    found = next(iter(entry_points(group="rehearse.parts", name="app")), None)
    if found is None:
        complain("The app is not installed here, so the meeting is here in the terminal.")
        return _talk()
    try:
        app = found.load()
    except ImportError:
        from rehearse.libraries import missing

        absent = " ".join(missing())
        hint = f" This brings what is missing: sudo apt-get install {absent}" if absent else ""
        complain(f"The window system's libraries do not load.{hint} The meeting is here in the terminal.")
        return _talk()
    result = app()
    return result if isinstance(result, int) else 0


def _talk() -> int:
    from rehearse.cli.talk import Talk, talk

    return talk(Talk())
