"""What a text contains, by rule, with spans: figure, source, period, question, acknowledgement ... A closed list, and pure."""

from rehearse.signals.find import find, warm
from rehearse.signals.kinds import GROUPS, SIGNALS, Context, Signal, expand, nearest

__all__ = ["GROUPS", "SIGNALS", "Context", "Signal", "expand", "find", "nearest", "warm"]
