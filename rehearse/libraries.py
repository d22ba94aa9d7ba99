"""Looks for the system libraries that Qt needs on Linux, and names the one command that brings them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# What PySide6-Essentials loads from the system, and the Debian package that carries it.
NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def missing() -> list[str]:
    """The Debian packages whose library does not load here. Empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    absent = []
    for library, package in NEEDED.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            absent.append(package)
    return absent


def main(arguments: list[str]) -> int:
    """Say what is missing in one line; with --install-in-ci and CI=true, as root, install it."""
    absent = missing()
    if not absent:
        return 0
    command = "apt-get install -y --no-install-recommends " + " ".join(absent)
    may = "--install-in-ci" in arguments and os.environ.get("CI") == "true" and shutil.which("apt-get")
    if may and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        return subprocess.run(command.split(), check=False).returncode
    sys.stderr.write(f"Qt needs system libraries that are not here. This brings them: sudo {command}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
