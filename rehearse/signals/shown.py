"""Every way of showing something: where it is known from, what came of it, who did it before. Read with the engine of `ways`."""

from __future__ import annotations

from rehearse.signals.against import AGAINST
from rehearse.signals.effects import EFFECTS
from rehearse.signals.goals import GOALS
from rehearse.signals.others import OTHERS
from rehearse.signals.seen import SEEN
from rehearse.signals.served import SERVED
from rehearse.signals.sources import SOURCES
from rehearse.signals.ways import Ways

SHOWN = Ways(SOURCES, EFFECTS, SERVED, AGAINST, OTHERS, SEEN, GOALS)
