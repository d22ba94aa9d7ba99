"""`kill -9` in the middle of a streamed reply: the meeting is there up to the last committed words, marked, and can go on."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rehearse.library.front import Library
from tests.server.server import Server

LINE = "We lose $50k a month because checkout goes down at peak; that is from the refund ledger."
WORDS = "And how would I know that this number is not one more number that somebody wanted to be true last spring. " * 6


def last_draft(home: Path) -> str:
    import sqlite3

    try:
        connection = sqlite3.connect(f"file:{home / 'library.db'}?mode=ro", uri=True)
    except sqlite3.Error:
        return ""
    try:
        row = connection.execute("SELECT text FROM drafts").fetchone()
    except sqlite3.Error:
        return ""
    finally:
        connection.close()
    return row[0] if row else ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_meeting_killed_in_mid_line_is_there_marked_and_goes_on(tmp_path: Path) -> None:
    home = tmp_path / "home"
    env = {**os.environ, "REHEARSE_HOME": str(home), "REHEARSE_API_KEY": "sk-test"}
    with Server(brain=lambda messages: WORDS, answer=lambda m, s: {"moves": [], "concerns": []}, rate=40) as server:
        child = subprocess.Popen(
            [sys.executable, "-m", "rehearse", "talk", "--persona", "skeptical-executive", "--seed", "1", "--model", "small",
             "--endpoint", server.url, "--json"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env,
        )  # fmt: skip
        assert child.stdin is not None
        child.stdin.write(LINE.encode() + b"\n")
        child.stdin.flush()
        try:
            pause, until = threading.Event(), time.monotonic() + 60
            while len(last_draft(home).split()) < 6:
                assert child.poll() is None, "the meeting ended before it was killed"
                assert time.monotonic() < until, "no draft was saved"
                pause.wait(0.02)
        finally:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            child.stdin.close()
    seen = last_draft(home)

    async def look(library: Library):  # type: ignore[no-untyped-def]
        found = await library.recover()
        return found, await library.load(found[0])

    library = Library.open(home / "library.db")
    try:
        found, kept = asyncio.run(look(library))
    finally:
        library.close()
    assert len(found) == 1
    turns = list(kept.tree)
    assert [t.speaker for t in turns] == ["stakeholder", "you", "stakeholder"]
    assert turns[1].text == LINE
    assert turns[2].state == "cut"
    assert turns[2].text == seen
    assert WORDS.startswith(turns[2].text)
    assert kept.record.interrupted

    done = subprocess.run(
        [sys.executable, "-m", "rehearse", "talk", "--resume", str(found[0]), "--json"],
        input="Finance counted it, give or take 15 %.\n", capture_output=True, text=True, env=env, check=True,
    )  # fmt: skip
    whole = json.loads(done.stdout)
    texts = [t["text"] for t in whole["turns"]]
    assert texts[:3] == [t.text for t in turns]
    assert texts[3] == "Finance counted it, give or take 15 %."
    assert whole["ended"] == "input_ended"
