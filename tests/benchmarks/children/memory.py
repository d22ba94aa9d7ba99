"""Memory after a short meeting held in the app. Arguments: the data folder; `model` where the settings name one."""

import sys
from pathlib import Path

from tests.benchmarks.driving import Driven, pss, tell
from tests.benchmarks.lines import LINES

with Driven(Path(sys.argv[1]), beat=False) as app:
    at_home = pss()
    app.meet(scenario="tech-debt-on-the-roadmap", seed=1)
    for line in LINES:
        if app.window.room().meeting.ended is None:
            app.say(line)
    app.idle(0.5)
    met = pss()
    reviewed: float | None
    app.window.room().wrap_up()
    try:
        app.until(lambda: app.window._review is not None and app.window._review.isVisible(), 20, "the review")
        app.idle(2.0)
        reviewed = pss()
    except TimeoutError:
        reviewed = None
tell(home=at_home, met=met, reviewed=reviewed)
