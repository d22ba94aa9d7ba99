"""Opens the app, found by name so that the core never imports Qt; without a display, the terminal.

Whoever opens the app waits for every import here: what is needed only where something is amiss is imported there.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

GROUP, APP = "rehearse.parts", "app"


def has_display() -> bool:
    """Whether a window can be opened. Only Linux and its like can be without one.

    A local display that is named but does not answer is none: Qt would end the program there.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if _has_wayland():
        return True
    display = os.environ.get("DISPLAY", "")
    host, colon, number = display.rpartition(":")
    if not colon:
        return False
    if host not in ("", "unix"):
        return True  # over the network, as with ssh -X: only trying would tell
    place = f"/tmp/.X11-unix/X{number.split('.')[0]}"
    return _answers(place) or _answers("\0" + place)


def _has_wayland() -> bool:
    named = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(named) and _answers(named if named.startswith("/") else f"{folder}/{named}")


def _needs_x11() -> bool:
    """Whether only X11 can show a window here. Where a library of that is missing, Qt ends the program."""
    return sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM") and not _has_wayland()


def _answers(place: str) -> bool:
    """Whether somebody listens at this local socket."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        tried.settimeout(1.0)
        try:
            tried.connect(place)
        except OSError:
            return False
        return True


def open_app(file: str = "") -> int:
    """Open the app, with a file that somebody gave you. Returns its exit code."""
    if file and not has_display():
        from rehearse.errors import InputProblem

        raise InputProblem("There is no display to show it on.", "`rehearse open FILE` takes it in.")
    if not has_display():
        return _talk("There is no display, so the meeting is here in the terminal.")
    if _needs_x11():
        from rehearse.libraries import TO_SHOW, missing

        if absent := missing(TO_SHOW):
            return _talk(_brings(absent))
    gc.disable()  # what the start makes is not garbage, and looking for some in it takes a twentieth of the start
    try:
        app = find_app()
    except ImportError:
        from rehearse.libraries import missing

        return _talk(_brings(missing()))
    if app is None:
        return _talk("The app is not installed here, so the meeting is here in the terminal.")
    result = app(file) if file else app()
    return result if isinstance(result, int) else 0


def _brings(absent: list[str]) -> str:
    hint = f" This brings what is missing: sudo apt-get install {' '.join(absent)}" if absent else ""
    return f"The window system's libraries do not load.{hint} The meeting is here in the terminal."


def find_app() -> Any:
    """What opens the app, None where it is not installed. Raises ImportError where what it needs does not load."""
    return find_part(APP)


def find_part(part: str) -> Any:
    """A part of the program that the core may not import, by its name; None where it is not installed. Raises ImportError."""
    from importlib import import_module

    named = _named(part)
    if not named:
        from importlib.metadata import entry_points  # reads what every package here says of itself

        named = next((found.value for found in entry_points(group=GROUP, name=part)), "")
    module, _, name = named.partition(":")
    return getattr(import_module(module), name) if name else None


def _named(part: str) -> str:
    """What our own package says of itself where it is installed in the usual way: `module:name`, or nothing.

    A file is read for it instead of `importlib.metadata`, whose import alone takes a twentieth of the start.
    """
    from rehearse import __version__

    for folder in sys.path:
        try:
            with open(f"{folder}/rehearse-{__version__}.dist-info/entry_points.txt", encoding="utf-8") as file:
                _, _, parts = file.read().partition(f"[{GROUP}]")
        except OSError:
            continue
        for line in parts.partition("\n[")[0].splitlines():
            name, _, value = line.partition("=")
            if name.strip() == part:
                return value.strip()
    return ""


def _talk(why: str) -> int:
    from rehearse.cli.output import complain
    from rehearse.cli.talk import Talk, talk

    gc.enable()
    complain(why)
    return talk(Talk())
