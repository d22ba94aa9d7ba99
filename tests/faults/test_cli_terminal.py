"""`rehearse talk` at a real terminal: the prompt with the clock, Ctrl-C and Ctrl-D, what is kept, how to come back."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.shell import GOOD, Shell

pty = pytest.importorskip("pty", reason="a terminal of this kind is there on Unix only")

# Takes the terminal as its own, so that Ctrl-C is a key of it.
_BEGIN = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from rehearse.cli import main; main()"
_TO_A_FILE = "import os; os.dup2(os.open({!r}, os.O_WRONLY | os.O_CREAT), 1); "
PROMPT = r"\d+:\d\d You: "
CTRL_C, CTRL_D = "\x03", "\x04"
SECONDS = 30.0


class Terminal:
    """A program at a terminal of 80 columns. `text` is all that it wrote, without colours and the like."""

    def __init__(self, shell: Shell, *arguments: str, out: Path | None = None, **more: str) -> None:
        self._master, slave = pty.openpty()
        environment = shell.environment({"TERM": "xterm", "COLUMNS": "80", "LINES": "24", "PYTHONWARNINGS": "error", **more})
        self._program = subprocess.Popen(
            [sys.executable, "-c", (_TO_A_FILE.format(str(out)) if out else "") + _BEGIN, *arguments],
            stdin=slave, stdout=slave, stderr=slave, close_fds=True, start_new_session=True, env=environment,
        )  # fmt: skip
        os.close(slave)
        self.raw = ""
        self._seen = 0

    @property
    def text(self) -> str:
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.raw).replace("\r", "")

    def _read(self, until: float) -> bool:
        """Some more of what it writes; False at the end of it."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, until - time.monotonic()))
        assert ready, f"nothing more was written; so far:\n{self.text}"
        try:
            found = os.read(self._master, 65536)
        except OSError:  # Linux says so where the other end is closed
            return False
        self.raw += found.decode("utf-8", "replace")
        return bool(found)

    def expect(self, pattern: str) -> str:
        """Wait until this is written after what was waited for before; gives what was written up to it."""
        until = time.monotonic() + SECONDS
        while (found := re.search(pattern, self.text[self._seen :])) is None:
            assert self._read(until), f"it ended without {pattern!r}:\n{self.text}"
        begun = self._seen
        self._seen += found.end()
        return self.text[begun : self._seen]

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def end(self) -> int:
        """Wait for its end; gives the exit code."""
        until = time.monotonic() + SECONDS
        while self._read(until):
            pass
        return self._program.wait(SECONDS)

    def close(self) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._master)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for one in opened:
        one.close()


def kept(shell: Shell) -> dict[str, object]:
    (item,) = shell("list", "rehearsals", "--json").json["items"]
    exported: dict[str, object] = shell("export", item["rehearsal"], "--format", "json").valid("rehearsal")
    return exported


def test_a_meeting_is_typed_interrupted_left_and_gone_on_with(shell: Shell, terminals: list[Terminal]) -> None:
    first, second = GOOD.splitlines()[:2]
    one = Terminal(shell, "talk", "--persona", "skeptical-executive", "--seed", "1")
    terminals.append(one)
    one.expect("Everything you say is saved")
    one.expect(PROMPT)
    one.type("\r")  # an empty line is nothing said
    one.expect(PROMPT)
    one.type(first + "\r")
    one.expect("Solveig: ")
    one.type(CTRL_C)  # while they speak
    one.expect(r"\(interrupted\)")
    one.expect(PROMPT)
    one.type(CTRL_C)
    one.expect(r"Left\. Everything is saved\. Go on with:\n  rehearse talk --resume r_\w+\n")
    assert one.end() == 0
    assert "Traceback" not in one.text
    assert all(len(line) <= 88 for line in one.text.splitlines() if "You: " not in line)

    meeting = kept(shell)
    turns = meeting["turns"]
    assert isinstance(turns, list)
    assert turns[1]["text"] == first
    assert turns[-1]["state"] in ("stopped", "whole")
    assert meeting["ended"] == "open"

    two = Terminal(shell, "talk", "--resume", str(meeting["rehearsal"]))
    terminals.append(two)
    two.expect("refund ledger")  # what was said stands there again
    two.expect(PROMPT)
    two.type(second + "\r")
    two.expect("Solveig: ")
    two.expect(PROMPT)
    two.type(CTRL_D)
    two.expect("Kept as r_")
    assert two.end() == 0
    again = kept(shell)
    assert again["ended"] == "wrapped_up"
    assert [t["text"] for t in again["turns"] if t["speaker"] == "you"] == [first, second]  # type: ignore[attr-defined]


def test_with_json_the_talk_is_on_standard_error_and_the_object_alone_on_standard_output(
    shell: Shell, terminals: list[Terminal], tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    one = Terminal(shell, "talk", "--seed", "1", "--json", out=out)
    terminals.append(one)
    one.expect(PROMPT)
    one.type("We lose $50k a month.\r")
    one.expect(PROMPT)
    one.type(CTRL_C)
    one.expect("--resume r_")
    assert one.end() == 0
    assert json.loads(out.read_text("utf-8"))["ended"] == "open"


def test_without_a_display_the_program_says_so_and_goes_on_here(shell: Shell, terminals: list[Terminal]) -> None:
    one = Terminal(shell, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    terminals.append(one)
    one.expect("There is no display")
    one.expect(PROMPT)
    one.type(CTRL_C)
    one.expect("--resume r_")
    assert one.end() == 0


def test_a_service_that_is_not_there_offers_to_go_on_offline(shell: Shell, terminals: list[Terminal]) -> None:
    one = Terminal(
        shell, "talk", "--model", "small", "--endpoint", "http://127.0.0.1:1/v1", "--seed", "1", REHEARSE_API_KEY="sk-x"
    )
    terminals.append(one)
    one.expect(PROMPT)
    one.type("We lose $50k a month.\r")
    one.expect(r"Try again\? \(No: go on offline\.\) \[Y/n\]: ")
    one.type("n\r")
    one.expect("Solveig: ")
    one.expect(PROMPT)
    one.type(CTRL_C)
    assert one.end() == 0
    turns = kept(shell)["turns"]
    assert isinstance(turns, list)
    assert [t["speaker"] for t in turns] == ["stakeholder", "you", "stakeholder"]


def test_who_is_you_is_asked_at_a_terminal(shell: Shell, tmp_path: Path, terminals: list[Terminal]) -> None:
    lines = [f"{'Ana' if i % 2 else 'Bo'}: {line}" for i, line in enumerate(["Hello.", *GOOD.splitlines()])]
    file = tmp_path / "talk.txt"
    file.write_text("\n".join(lines), "utf-8")
    for answers in (("9", "Cy", "2"), ("ana",)):
        terminal = Terminal(shell, "review", str(file))
        terminals.append(terminal)
        asked = terminal.expect(r"Which one are you\? ")
        assert "1  Bo, 3 lines" in asked
        assert "2  Ana, 2 lines" in asked
        for number, answer in enumerate(answers):
            terminal.type(answer + "\n")
            if number + 1 < len(answers):
                terminal.expect(r"Type a number of the list[^?]*Which one are you\? ")
        terminal.expect("Checks need four lines of yours")
        assert terminal.end() == 0
    terminal = Terminal(shell, "review", str(file))
    terminals.append(terminal)
    terminal.expect(r"Which one are you\? ")
    terminal.type(CTRL_D)
    assert "Add --me NAME. Who speaks: Bo, Ana." in " ".join(terminal.expect(r"Ana\.").split())
    assert terminal.end() == 1
