"""Keys in a real Secret Service: the one of GNOME, on a session bus of its own, in a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.server import Server

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
KEY = "sk-kept-by-the-ring-7421"
UNLOCKED = 'printf "a long password" | gnome-keyring-daemon --unlock --components=secrets > /dev/null; exec "$@"'
LOCKED = 'exec "$@"'
URL = "https://models.example/v1"
pytestmark = pytest.mark.skipif(
    any(shutil.which(n) is None for n in NEEDED),
    reason="no Secret Service here: needs the packages dbus-daemon and gnome-keyring",
)


class Desktop:
    """A home and a session bus. Each `run` is a login of its own: what is found in the next was on disk."""

    def __init__(self, folder: Path) -> None:
        self.home, self.runtime, self.data = folder / "home", folder / "run", folder / "data"
        for place in (self.home, self.runtime, self.data):
            place.mkdir(mode=0o700)

    def run(self, *command: str, start: str = UNLOCKED, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run `python -m COMMAND` on the bus. The keyring is unlocked first, or locked: there is no screen to ask on."""
        kept = {
            k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "REHEARSE_API_KEY", "XDG_DATA_HOME")
        }
        kept |= {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.runtime), "REHEARSE_HOME": str(self.data)}
        return subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", start, "sh", sys.executable, "-m", *command],
            input=given, env=kept, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def ring(self, *what: str, start: str = UNLOCKED) -> dict[str, object]:
        done = self.run("tests.core.ring_child", *what, start=start)
        assert done.returncode == 0, done.stderr
        told: dict[str, object] = json.loads(done.stdout)
        return told

    def holds(self, secret: str) -> list[Path]:
        """The files in which the secret stands in plain."""
        files = [f for place in (self.home, self.runtime, self.data) for f in place.rglob("*") if f.is_file()]
        return [f for f in files if secret.encode() in f.read_bytes()]


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_a_key_lives_in_the_keyring_from_one_login_to_the_next_and_in_no_file(desktop: Desktop) -> None:
    assert desktop.ring("set", URL, KEY) == {"set": "keyring", "where": "keyring", "key": KEY}
    assert desktop.ring("get", URL) == {"where": "keyring", "key": KEY}
    assert desktop.ring("get", "https://other.example/v1")["key"] is None
    assert list(desktop.home.rglob("*.keyring"))
    assert desktop.holds(KEY) == []
    assert desktop.ring("delete", URL) == {"deleted": True, "where": "keyring", "key": None}
    assert desktop.ring("get", URL)["key"] is None


def test_the_key_from_the_keyring_is_sent_to_its_server_and_stands_in_no_output(desktop: Desktop) -> None:
    with Server(replies=["And what does that cost us?"] * 9, answer=lambda m, s: {"moves": [], "concerns": []}) as server:
        assert desktop.ring("set", server.url, KEY)["set"] == "keyring"
        done = desktop.run(
            "rehearse", "talk", "--persona", "peer-lead", "--model", "small", "--endpoint", server.url, "--json",
            given="Your nightly job waits for ours, and yours is the one that pages. What would help you?\n",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        sent = {request.headers.get("authorization") for request in server.requests if "chat" in request.path}
    assert sent == {f"Bearer {KEY}"}
    assert KEY not in done.stdout + done.stderr
    assert desktop.holds(KEY) == []


def test_with_a_keyring_that_is_locked_a_key_stays_in_memory_and_doctor_says_so(desktop: Desktop) -> None:
    assert desktop.ring("set", URL, KEY, start=LOCKED) == {"set": "session", "where": "session", "key": KEY}
    assert desktop.ring("get", URL, start=LOCKED)["key"] is None
    assert desktop.holds(KEY) == []
    assert "locked or does not answer" in desktop.run("rehearse", "doctor", start=LOCKED).stdout
    assert "kept in the system keyring" in desktop.run("rehearse", "doctor").stdout
