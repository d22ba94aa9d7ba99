"""Looks for the system libraries that Qt needs on Linux, and names the one command that brings them."""

from __future__ import annotations

import os
import sys

# What PySide6-Essentials loads from the system (read with ldd from 6.11), and the Debian package that carries it.
TO_LOAD = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# What a window on X11 needs beside that.
TO_SHOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What some tests use where it is there: a bus and a keyring of their own.
TO_TRY = {"dbus-run-session": "dbus-daemon", "gnome-keyring-daemon": "gnome-keyring"}
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


def missing(needed: dict[str, str] | None = None) -> list[str]:
    """The Debian packages whose library does not load here. Empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    import ctypes  # here and below: whoever opens the app waits for what is imported

    absent = []
    for library, package in (needed if needed is not None else TO_LOAD | TO_SHOW).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            absent.append(package)
    return absent


def main(arguments: list[str]) -> int:
    """Say what is missing in one line. With `--test` only what tests need; with CI=true, as root, it is installed then."""
    import shutil
    import subprocess

    testing = "--test" in arguments
    absent = missing(TO_LOAD if testing else None)
    may = testing and os.environ.get("CI") == "true" and bool(shutil.which("apt-get"))
    if may and hasattr(os, "geteuid") and os.geteuid() == 0:
        untried = [package for program, package in TO_TRY.items() if sys.platform == "linux" and not shutil.which(program)]
        if absent or untried:
            subprocess.run(["apt-get", "update", "-qq"], check=False)
        if untried:  # for its own: where it cannot be had, the tests that use it are skipped
            subprocess.run([*INSTALL, *untried], check=False)
        return subprocess.run([*INSTALL, *absent], check=False).returncode if absent else 0
    if not absent:
        return 0
    command = " ".join([*INSTALL, *absent])
    sys.stderr.write(f"Qt needs system libraries that are not here. This brings them: sudo {command}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
