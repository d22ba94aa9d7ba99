"""Garbage is collected on the UI thread only, and Python's own collection comes back at the end."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.sweeper import Sweeper


def test_nothing_is_collected_by_allocating_and_what_is_dead_goes_at_the_next_sweep(qapp: QApplication, qtbot: QtBot) -> None:
    gc.enable()  # as it is in a program that has just begun
    sweeper = Sweeper()
    try:
        sweeper.settle()
        assert not gc.isenabled()

        class Ring:
            def __init__(self) -> None:
                self.me, self.widget = self, QWidget()

        ring = Ring()
        gone = weakref.ref(ring)
        del ring
        kept: list[list[int]] = []
        busy = threading.Thread(target=lambda: kept.extend([n] for n in range(50_000)))
        busy.start()
        busy.join()
        assert gone() is not None, "another thread collected it"
        sweeper.sweep()
        sweeper.sweep()
        assert gone() is None
    finally:
        sweeper.close()
        sweeper.close()
    assert gc.isenabled()
