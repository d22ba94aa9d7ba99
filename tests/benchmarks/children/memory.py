"""Memory after a short meeting held in the app. Arguments: the data folder; `model` where the settings name one."""

import sys
from pathlib import Path

from tests.benchmarks.driving import Driven, pss, tell
from tests.benchmarks.lines import LINES

with Driven(Path(sys.argv[1]), beat=False) as app:
    app.idle(1.0)
    at_home = pss()
    app.meet(scenario="tech-debt-on-the-roadmap", seed=1)
    for line in LINES:
        if not app.over:
            app.say(line)
    app.idle(0.5)
    met = pss()
    reviewed: float | None = None
    try:
        app.wrap_up(20)
        app.idle(1.0)
        reviewed = pss()
    except TimeoutError:
        pass  # the review is not what is measured first
tell(home=at_home, met=met, reviewed=reviewed)
