"""The command line in odd surroundings: closed and full streams, other languages, no home, Ctrl-C, no room on the disk."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.shell import EXECUTIVE, GOOD, Ran, Shell, schema

ROOT = Path(__file__).parents[2]
PYTHON = f"{sys.executable} -W error -m rehearse"
TALK = " ".join(("talk", *EXECUTIVE, "--json"))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


def bash(shell: Shell, line: str, lines: bytes = GOOD.encode(), less: tuple[str, ...] = (), **more: str) -> Ran:
    """A line of a shell; its code is that of the first command of a pipe that is not well."""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("rehearse ", PYTHON + " ", 1)],
        input=lines, capture_output=True, timeout=60, check=False, cwd=ROOT, env=shell.environment(more, less),
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def test_nobody_reads_on(shell: Shell) -> None:
    shell.talk(*EXECUTIVE)
    for line in (f"rehearse {TALK} | head -c 10", "rehearse list rehearsals --json | head -c 1", "rehearse --help | true",
                 f"rehearse {TALK} | true"):  # fmt: skip
        ran = bash(shell, line)
        assert (ran.code, ran.err) == (0, ""), line


def test_standard_output_is_full(shell: Shell) -> None:
    for line in (f"rehearse {TALK} > /dev/full", "rehearse list personas > /dev/full", "rehearse talk --seed 1 > /dev/full"):
        ran = bash(shell, line)
        assert ran.code == 1, line
        assert "no space left on device" in ran.complaint
    assert len(shell("list", "rehearsals", "--json").json["items"]) == 2


def test_streams_that_are_closed(shell: Shell) -> None:
    ran = bash(shell, f"rehearse {TALK} <&-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.valid("rehearsal")["ended"] == "input_ended"
    assert bash(shell, f"rehearse {TALK} >&-") == Ran(0, "", "")
    assert bash(shell, f"rehearse {TALK} 2>&-").code == 0
    assert bash(shell, "rehearse talk --persona nobody 2>&-") == Ran(1, "", "")
    assert bash(shell, f"rehearse {TALK} <&- >&- 2>&-") == Ran(0, "", "")
    assert len(shell("list", "rehearsals", "--json").json["items"]) == 4
    assert shell("doctor").code == 0


@pytest.mark.parametrize(
    "more", [{"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}],
    ids=["C", "ascii locale", "ascii streams"],
)  # fmt: skip
def test_whatever_the_language_of_the_terminal(shell: Shell, more: dict[str, str]) -> None:
    lines = "We lose 50 € a “month” – naïve 日本語.\n".encode()
    ran = bash(shell, f"rehearse {TALK}", lines, **more)
    assert (ran.code, ran.err) == (0, "")
    assert ran.valid("rehearsal")["turns"][1]["text"] == "We lose 50 € a “month” – naïve 日本語."
    ran = bash(shell, "rehearse talk --seed 1", lines, **more)
    assert (ran.code, ran.err) == (0, "")
    assert "We lose 50" in ran.out


def test_without_a_home(shell: Shell, tmp_path: Path) -> None:
    ran = bash(shell, "rehearse list personas --json", less=("HOME", "REHEARSE_HOME", "XDG_DATA_HOME"))
    assert (ran.code, ran.err) == (0, "")
    ran = bash(shell, f"rehearse {TALK}", less=("REHEARSE_HOME",), HOME=str(tmp_path / "no" / "such"), XDG_DATA_HOME="")
    assert (ran.code, ran.err) == (0, "")
    assert list((tmp_path / "no" / "such").rglob("library.db"))


def test_where_qt_does_not_load_the_meeting_is_in_the_terminal(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text('raise ImportError("libEGL.so.1: cannot open shared object file")\n')
    ran = bash(shell, "rehearse ", b"We lose $50k a month.\n", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path))
    assert ran.code == 0
    assert ran.complaint.startswith("rehearse: The window system's libraries do not load.")
    assert "Kept as r_" in ran.out


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is asked for by the name of its socket, as Linux has it")
def test_where_a_library_of_x11_is_missing_the_meeting_is_in_the_terminal(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes\n"
        "class Lacking(ctypes.CDLL):\n"
        "    def __init__(self, name, *more, **named):\n"
        "        if name and 'xcb-cursor' in name:\n"
        "            raise OSError('libxcb-cursor.so.0: cannot open shared object file')\n"
        "        super().__init__(name, *more, **named)\n"
        "ctypes.CDLL = Lacking\n"
    )
    number = 100_000 + os.getpid()  # another run's may be there at the same time
    with socket.socket(socket.AF_UNIX) as x11:
        x11.bind(f"\0/tmp/.X11-unix/X{number}")
        x11.listen()
        less = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        ran = bash(shell, "rehearse ", b"We lose $50k a month.\n", less=less, DISPLAY=f":{number}", PYTHONPATH=str(tmp_path))
    assert ran.code == 0
    assert ran.complaint.startswith("rehearse: The window system's libraries do not load.")
    assert "libxcb-cursor0" in ran.complaint
    assert "Kept as r_" in ran.out


def test_a_data_folder_with_an_odd_name(shell: Shell, tmp_path: Path) -> None:
    odd = tmp_path / 'it\'s a "folder" % ? # für 日本' / ("x" * 200)
    ran = bash(shell, f"rehearse {TALK}", REHEARSE_HOME=str(odd))
    assert (ran.code, ran.err) == (0, "")
    assert (odd / "library.db").exists()


def test_no_display_and_no_terminal_is_a_meeting_from_standard_input(shell: Shell) -> None:
    ran = bash(shell, "rehearse ", less=("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    assert ran.code == 0
    assert ran.complaint == "rehearse: There is no display, so the meeting is here in the terminal."
    assert "Kept as r_" in ran.out
    ran = bash(shell, "rehearse ", less=("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), DISPLAY=":4711")
    assert ran.complaint == "rehearse: There is no display, so the meeting is here in the terminal."


def test_the_library_cannot_grow(shell: Shell) -> None:
    """Files of this shell may have 480 KiB: a library fits, a long talk does not."""
    long = "".join(f"We lose ${n}k a month, says the ledger. {'word ' * 1500}\n" for n in range(1, 40)).encode()
    ran = bash(shell, "ulimit -f 480; trap '' XFSZ; rehearse talk --persona peer-lead --minutes 120 --seed 1 --json", long)
    assert ran.code == 1, ran.err
    assert "library.db" in ran.complaint
    assert "--resume r_" in ran.complaint
    ran = shell("doctor")
    assert ran.code == 0, ran.out
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    assert kept["your_turns"] >= 1


def test_ctrl_c_while_lines_come_keeps_what_was_said(shell: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "rehearse", "talk", *EXECUTIVE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=shell.environment(),
    ) as program:  # fmt: skip
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(GOOD.splitlines(keepends=True)[0].encode())
        program.stdin.flush()
        told = b""
        while told.count(b"Solveig:") < 2 or not told.endswith(b"\n\n"):
            more = os.read(program.stdout.fileno(), 4096)
            assert more, program.stderr.read()
            told += more
        # The program now waits for the next line; a signal in the moment before it does is repeated, but none while it ends.
        for _ in range(30):
            program.send_signal(signal.SIGINT)
            try:
                program.wait(2.0)
            except subprocess.TimeoutExpired:
                continue
            break
        else:
            program.kill()
        said = program.stderr.read().decode()
    assert program.returncode == 0
    assert "Stopped. What was said is saved. Go on with: rehearse talk --resume r_" in said
    assert "Traceback" not in said
    (kept,) = shell("list", "rehearsals", "--json").json["items"]
    assert (kept["ended"], kept["your_turns"]) == ("open", 1)


def test_light_commands_import_nothing_heavy(shell: Shell) -> None:
    heavy = ("openai", "keyring", "pydantic", "ruamel", "httpx2", "PySide6", "asyncio", "sqlite3", "rehearse.stakeholder")
    shell.home.mkdir()
    shell("list", "personas")  # the index is there after this
    for arguments in (["--help"], ["list", "personas", "--json"], ["talk", "--help"], ["--version"]):
        code = (
            "import sys, io; from rehearse.cli import run; kept, sys.stdout = sys.stdout, io.StringIO();"
            f"code = run({arguments!r}); found = [m for m in {heavy!r} if m in sys.modules]; sys.stdout = kept; print(code, found)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
            cwd=ROOT,
            env=shell.environment(),
        )
        assert done.stdout == "0 []\n", arguments


def test_a_bug_is_one_line_and_its_place_in_the_log(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from rehearse.cli import listing

    def broken(what: str, as_json: bool) -> int:
        raise LookupError("sk-a-key-in-a-message")

    monkeypatch.setattr(listing, "list_", broken)
    ran = shell("list", "personas")
    assert ran.code == 1
    assert "LookupError" not in ran.complaint
    log = (shell.home / "logs" / "rehearse.log").read_text("utf-8")
    assert "LookupError" in log
    assert "test_cli_environment.py" in log
    assert "sk-a-key" not in log + ran.err


def test_the_schema_of_the_done_example_holds_in_a_process_of_its_own(shell: Shell) -> None:
    ran = bash(shell, f"rehearse {TALK}")
    assert (ran.code, ran.err) == (0, "")
    schema("rehearsal").validate(json.loads(ran.out))
