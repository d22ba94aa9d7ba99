"""Runs the command line in this process: what goes in, what comes out, the exit code. A process of its own where that matters."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rehearse.catalog.catalog import Catalog
from rehearse.cli import run
from rehearse.paths import built_in

SCHEMAS = Path(__file__).parent / "schemas"
GOOD = (
    "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. "
    "Is that where you feel it, or is it renewals?\n"
    "Two engineers for six weeks, about $70k.\n"
    "One region for two weeks behind a flag, and back in a minute if orders differ.\n"
    "A yes to the two-week trial by Friday; I own it and send you the incident count each week.\n"
)
EMPTY_WORDS = "Trust me, it is just cleaner\n" * 4
EXECUTIVE = ("--persona", "skeptical-executive", "--model", "offline", "--seed", "1")


@cache
def schema(name: str) -> Any:
    """A validator for one of the formats that the command line prints."""
    loaded = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(loaded)


@dataclass(frozen=True)
class Ran:
    """One command that was run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    def valid(self, name: str) -> dict[str, Any]:
        """The printed object, held against its schema."""
        found = self.json
        schema(name).validate(found)
        return found

    @property
    def complaint(self) -> str:
        """The one line on standard error; fails where there is another number of lines, or a traceback."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


_parsed: dict[Path, Any] = {}


def _load_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Built-in files are parsed once for all tests: a command parses its own each time, a third of a second of every test."""
    load, shipped = Catalog.load, built_in()

    def once(self: Catalog, file: Path, *more: Any, **options: Any) -> Any:
        if not file.is_relative_to(shipped):
            return load(self, file, *more, **options)
        if file not in _parsed:
            _parsed[file] = load(self, file, *more, **options)
        return _parsed[file]

    monkeypatch.setattr(Catalog, "load", once)


class Shell:
    """A data folder and a way to run commands in it."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self._capsys, self._patch = home, capsys, monkeypatch
        monkeypatch.setenv("REHEARSE_HOME", str(home))
        for name in ("REHEARSE_API_KEY", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        _load_once(monkeypatch)

    def __call__(self, *arguments: object, lines: str | bytes = b"") -> Ran:
        """Run in this process, with these bytes on standard input."""
        raw = lines.encode() if isinstance(lines, str) else lines
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        self._capsys.readouterr()
        code = run([str(a) for a in arguments])
        told = self._capsys.readouterr()
        return Ran(code, told.out, told.err)

    def talk(self, *arguments: object, lines: str | bytes = GOOD) -> dict[str, Any]:
        """A meeting whose object is printed, valid, and ended well."""
        ran = self("talk", *arguments, "--json", lines=lines)
        assert ran.code == 0, ran.err
        return ran.valid("rehearsal")

    def environment(self, more: Mapping[str, str] | None = None, less: tuple[str, ...] = ()) -> dict[str, str]:
        found = {k: v for k, v in os.environ.items() if k not in less}
        return found | dict(more or {})

    def process(self, *arguments: object, lines: bytes = b"", **more: Any) -> Ran:
        """Run in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "rehearse", *map(str, arguments)],
            input=lines, capture_output=True, timeout=60, check=False, **more,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def same(meeting: Any, ids: dict[str, str] | None = None) -> Any:
    """A meeting with its ids numbered in the order in which they come, and without moments: what a seed must repeat."""
    ids = {} if ids is None else ids
    if isinstance(meeting, dict):
        return {k: same(v, ids) for k, v in meeting.items() if k not in ("started", "created")}
    if isinstance(meeting, list):
        return [same(v, ids) for v in meeting]
    if isinstance(meeting, str) and meeting[:2] in ("t_", "r_", "v_") and len(meeting) > 20:
        return ids.setdefault(meeting, f"{meeting[:2]}{len(ids)}")
    return meeting
