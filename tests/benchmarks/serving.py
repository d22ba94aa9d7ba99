"""The loopback server in a process of its own, so that it does not share a lock with the app that is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rehearse.settings import FORMAT, Settings
from tests.benchmarks.measure import CHILDREN, ROOT, environment


@contextmanager
def serving(kind: str, rate: float = 0.0, report: list[list[float]] | None = None) -> Iterator[str]:
    """A server for the time of the block: its address. `kind` is `talk` (answers like a model) or `stamps` (numbers its
    chunks at `rate` a second for ever). At the end the times of its writes, on the monotonic clock, are put into `report`."""
    command = [sys.executable, str(CHILDREN / "server.py"), kind, str(rate)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT
    ) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()  # the server ends with its input
            told = server.stdout.read().strip()
            if report is not None and told:
                report += json.loads(told)


def model_settings(home: Path, url: str) -> Path:
    """A data folder in which a model plays. Returns the folder."""
    home.mkdir(parents=True, exist_ok=True)
    settings = Settings(played_by="model", url=url, model="small")
    (home / "settings.json").write_text(json.dumps({"format": FORMAT, **settings._asdict()}), "utf-8")
    return home
