"""The floor: a PySide6 window with a label and a button, to its first paint.

With `memory`: how much memory it has then. With `beat`: how long its UI thread keeps things waiting while nothing happens.
"""

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget


class Window(QWidget):
    painted = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, told)  # the label and the button are painted by then
        return done


def told() -> None:
    import time

    result: dict[str, object] = {"painted": time.monotonic(), "cpu": time.process_time()}
    import json

    if "memory" in sys.argv:
        from tests.benchmarks.driving import pss

        result["pss"] = pss()
    if "beat" in sys.argv:
        from tests.benchmarks.driving import Waits, idle

        waits = Waits()
        with waits.phase("idle"):
            idle(3.0)
        waits.stop()
        result["waits"] = waits.phases["idle"]
    print(json.dumps(result), flush=True)
    app.quit()


app = QApplication(sys.argv[:1])
window = Window()
layout = QVBoxLayout(window)
layout.addWidget(QLabel("Who do you need on your side?"))
layout.addWidget(QPushButton("Start"))
window.resize(1280, 860)
window.show()
app.exec()
