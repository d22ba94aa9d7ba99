"""One window for one data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess

from ui.app import App
from ui.single import Single


def test_the_second_start_calls_the_first_and_ends(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    first, second, other = Single(tmp_path), Single(tmp_path / "."), Single(tmp_path / "other")
    try:
        assert first.claim()
        first.listen()
        with qtbot.waitSignal(first.called):
            assert not second.claim()
        assert other.claim()
    finally:
        for single in (first, second, other):
            single.close()
    third = Single(tmp_path)
    assert third.claim()
    third.close()
    third.close()


def test_a_name_left_by_a_crash_is_taken_over(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; from ui.single import Single; "
        "app = QCoreApplication([]); held = Single(Path(sys.argv[1])); assert held.claim(); held.listen(); os._exit(7)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 7
    heir, second = Single(tmp_path), Single(tmp_path)
    try:
        assert heir.claim()
        heir.listen()
        with qtbot.waitSignal(heir.called):
            assert not second.claim()
    finally:
        heir.close()


def test_one_that_has_just_begun_is_waited_for(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    """The second start comes before the first can be asked."""
    first = Single(tmp_path)
    assert first.claim()
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; from ui.single import Single; "
        "app = QCoreApplication([]); print('asks', flush=True); sys.exit(Single(Path(sys.argv[1])).claim())"
    )
    try:
        again = QProcess()
        again.setWorkingDirectory(str(Path(__file__).parents[2]))
        with qtbot.waitSignal(again.readyReadStandardOutput, timeout=30_000):
            again.start(sys.executable, ["-c", code, str(tmp_path)])
        with qtbot.waitSignals([again.finished, first.called], timeout=30_000):
            first.listen()
        assert again.exitCode() == 0
    finally:
        first.close()


def test_where_no_lock_can_be_had_it_runs_all_the_same(tmp_path: Path, qapp: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    single = Single(tmp_path)
    assert single.claim()
    single.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_program_started_again_raises_the_window_and_ends(tmp_path: Path, qapp: Any, qtbot: Any, monkeypatch: Any) -> None:
    """The whole command, in a process of its own, beside a window of this one."""
    from rehearse.paths import data_paths

    app = App(qapp, data_paths())
    single = Single(data_paths().home)
    assert single.claim()
    single.listen()
    single.called.connect(app.raise_window)
    try:
        app.window.showMinimized()
        again = QProcess()
        again.setProgram(sys.executable)
        again.setArguments(["-m", "rehearse"])
        with qtbot.waitSignal(again.finished, timeout=30_000) as ended:
            again.start()
        assert ended.args[0] == 0
        qtbot.waitUntil(lambda: app.window.isVisible() and not app.window.isMinimized())
    finally:
        single.close()
        app.close()
        app.setParent(None)
